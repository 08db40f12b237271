package dev.seqscan.query;

import dev.seqscan.config.UserMethod;
import dev.seqscan.config.UserModel;
import dev.seqscan.program.CallTarget;
import dev.seqscan.program.Types;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds what the user says of the method that a call means. Several threads may ask. */
public final class UserMethods {

    /** Nothing is said. */
    public static final UserMethods NONE = new UserMethods(UserModel.NONE);

    private final UserModel model;
    private final List<UserMethod> all;
    private final Set<UserMethod> met = ConcurrentHashMap.newKeySet();

    /** Takes all that the user says. */
    public UserMethods(UserModel model) {
        this.model = model;
        this.all = model.methods();
    }

    /** All that the user says. */
    public UserModel model() {
        return model;
    }

    /** What is said of a method, of the class it is called on, or of one above. */
    public Optional<UserMethod> of(CallTarget target, Types types) {
        if (all.isEmpty() || target == null) {
            return Optional.empty();
        }
        for (UserMethod method : all) {
            if (method.fits(target.name(), parameters(target)) && isOf(method.owner(), target, types)) {
                met.add(method);
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    /** Says which entries fit no call that was read: most often a name is wrong. */
    public void tellOfUnused(Notices notices) {
        all.stream().filter(method -> !met.contains(method)).forEach(method -> notices.add(Notice.Kind.NO_EFFECT,
                method.place().file(), method.place().line(), method.owner() + "#" + method.name() + " fits no call that was read"));
    }

    private static boolean isOf(String owner, CallTarget target, Types types) {
        return target.owner().equals(owner) || target.receiver().className().equals(owner)
                || types.asSuper(target.receiver(), owner).isPresent();
    }

    private static List<String> parameters(CallTarget target) {
        String key = target.key();
        String list = key.substring(key.indexOf('(') + 1, key.length() - 1);
        return list.isEmpty() ? List.of() : List.of(list.split(","));
    }
}
