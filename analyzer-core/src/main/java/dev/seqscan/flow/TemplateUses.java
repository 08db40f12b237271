package dev.seqscan.flow;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.made.TemplateUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings together what different controllers and templates show a template or fragment with, so that each is read once. A
 * variable that holds objects of different classes is not known.
 */
final class TemplateUses {

    private final Map<String, TemplateUse> any = new TreeMap<>();
    private final Map<String, List<Set<JavaType>>> seen = new TreeMap<>();
    private final Set<String> changed = new LinkedHashSet<>();

    void add(Collection<TemplateUse> uses) {
        for (TemplateUse use : uses) {
            any.putIfAbsent(use.key(), use);
            List<Set<JavaType>> known = seen.computeIfAbsent(use.key(), key -> {
                changed.add(key);
                return new ArrayList<>(use.types().stream().map(each -> (Set<JavaType>) new LinkedHashSet<JavaType>()).toList());
            });
            for (int i = 0; i < known.size(); i++) {
                JavaType type = use.types().get(i);
                if (tells(type) && known.get(i).add(type)) {
                    changed.add(use.key());
                }
            }
        }
    }

    private static boolean tells(JavaType type) {
        boolean named = type instanceof JavaType.ClassType && !type.equals(ClassType.OBJECT);
        return named || type instanceof JavaType.ArrayType;
    }

    /** What was added, or shown with other types, since the last call. */
    List<TemplateUse> takeChanged() {
        List<TemplateUse> taken = changed.stream().map(key -> new TemplateUse(any.get(key).template(), any.get(key).fragment(),
                seen.get(key).stream().map(TemplateUses::one).toList())).toList();
        changed.clear();
        return taken;
    }

    private static JavaType one(Set<JavaType> types) {
        Set<String> elements = new LinkedHashSet<>();
        types.forEach(each -> elements.add(HandedOver.element(each, 0).className()));
        return elements.size() == 1 ? types.iterator().next() : new JavaType.Unknown("shown with different types");
    }
}
