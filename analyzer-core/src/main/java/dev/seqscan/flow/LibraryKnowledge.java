package dev.seqscan.flow;

import dev.seqscan.config.UserMethod;
import dev.seqscan.program.CallTarget;
import dev.seqscan.program.ClassShape;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Types;
import dev.seqscan.query.UserMethods;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often well-known library methods call the functions they are given, and what else of them matters. Read from
 * {@code library-methods.txt}, whose lines are {@code class[#method] words}; its head tells what the words mean. What the
 * user says of methods comes first. Threads may share it.
 */
final class LibraryKnowledge {

    /** How often a function given to a method is called. */
    enum Calls { MANY, ONCE, MEMO, APART }

    /** How properties are copied from one object into another: values as they are, the other way round, or mapped. */
    enum Copies { PLAIN, BACK, DEEP }

    private final Types types;
    private final UserMethods users;
    private final Map<String, Set<String>> lines = new HashMap<>();
    /** The words of methods, by their names and then by their classes; most calls are of other names. */
    private final Map<String, Map<String, Set<String>>> methods = new HashMap<>();
    private final List<String> containerTypes = new ArrayList<>();
    private final List<String> atOnceTypes = new ArrayList<>();
    /** By the name of a method: the argument at which it cuts. */
    private final Map<String, Integer> cuts = new HashMap<>();
    /** By the name of a method: the types whose method is called at the start. */
    private final Map<String, List<String>> starts = new HashMap<>();
    /** The classes whose methods of a name a framework calls for each element; asked for every method. */
    private final Map<String, List<String>> calledForEach = new HashMap<>();
    /** By class name; asked for almost every call. */
    private final Map<String, Boolean> containers = new ConcurrentHashMap<>();
    /** By class name as well. */
    private final Map<String, Boolean> atOnce = new ConcurrentHashMap<>();

    LibraryKnowledge(Types types, UserMethods users) {
        this.types = types;
        this.users = users;
        try (InputStream in = LibraryKnowledge.class.getResourceAsStream("library-methods.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split("\\s+");
                for (int i = 1; i < parts.length; i++) {
                    lines.computeIfAbsent(parts[0], key -> new LinkedHashSet<>()).add(parts[i]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the list of library methods cannot be read", e);
        }
        lines.forEach((line, words) -> {
            int hash = line.indexOf('#');
            if (hash > 0) {
                indexMethod(line.substring(0, hash), line.substring(hash + 1), words);
            } else {
                indexType(line, words);
            }
        });
    }

    private void indexMethod(String owner, String method, Set<String> words) {
        methods.computeIfAbsent(method, key -> new HashMap<>()).put(owner, words);
        cutsAt(words).ifPresent(argument -> cuts.putIfAbsent(method, argument));
        if (words.contains("each")) {
            calledForEach.computeIfAbsent(method, key -> new ArrayList<>()).add(owner);
        }
        if (words.contains("start")) {
            starts.computeIfAbsent(method, key -> new ArrayList<>()).add(owner);
        }
    }

    private void indexType(String type, Set<String> words) {
        if (words.contains("container")) {
            containerTypes.add(type);
        }
        if (words.contains("now")) {
            atOnceTypes.add(type);
        }
    }

    /** What the user says of a method; a target that is not known may be null. */
    Optional<UserMethod> said(CallTarget target) {
        return users.of(target, types);
    }

    /** How often the user says that functions given to a method run; nothing where that is not said. */
    Optional<Calls> saidCalls(CallTarget target) {
        return said(target).flatMap(UserMethod::loop).map(loop -> loop == UserMethod.Loop.MANY ? Calls.MANY : Calls.ONCE);
    }

    /** How often functions given to a method run; what is not known runs once. */
    Calls calls(String owner, String method, JavaType receiver) {
        for (String type : new String[] {owner, receiver.className()}) {
            Calls found = calls(type, method);
            if (found != null) {
                return found;
            }
        }
        return Calls.ONCE;
    }

    private Calls calls(String type, String method) {
        String nearest = type;
        Set<String> seen = new LinkedHashSet<>();
        java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>();
        open.add(nearest);
        while (!open.isEmpty()) {
            nearest = open.removeFirst();
            if (nearest.isEmpty() || !seen.add(nearest)) {
                continue;
            }
            Calls here = of(words(nearest, method));
            Calls general = here != null ? here : of(lines.get(nearest));
            if (general != null) {
                return general;
            }
            types.shape(nearest).map(ClassShape::supertypes).ifPresent(
                    supertypes -> supertypes.forEach(each -> open.add(each.name())));
        }
        return null;
    }

    private static Calls of(Set<String> words) {
        return words == null ? null : words.contains("many") ? Calls.MANY : words.contains("memo") ? Calls.MEMO
                : words.contains("apart") ? Calls.APART : words.contains("once") ? Calls.ONCE : null;
    }

    /** Whether a method makes a container of the arguments it is given. */
    boolean lists(String method) {
        return lines.getOrDefault(method, Set.of()).contains("lists");
    }

    /** The same of a method whose class is given apart. */
    boolean lists(String owner, String method) {
        return words(owner, method).contains("lists");
    }

    private Set<String> words(String owner, String method) {
        return methods.getOrDefault(method, Map.of()).getOrDefault(owner, Set.of());
    }

    /** Whether a method tells of an object whether the persistence context holds it. */
    boolean tellsManaged(CallTarget target) {
        return words(target.owner(), target.name()).contains("managed");
    }

    /** Whether a method gives beans of the program, of which there are as many as are written. */
    boolean givesComponents(CallTarget target) {
        return words(target.owner(), target.name()).contains("program");
    }

    /** The index of the argument that says where a method begins to cut a part out of a container, if it does. */
    Optional<Integer> cutsAt(CallTarget target) {
        return cutsAt(words(target));
    }

    /** The same of methods that are only known by name. */
    Optional<Integer> cutsAt(String method) {
        return Optional.ofNullable(cuts.get(method));
    }

    private static Optional<Integer> cutsAt(Set<String> words) {
        return !words.contains("cuts") ? Optional.empty() : Optional.of(words.contains("second") ? 1 : 0);
    }

    /** Whether a method cuts a container into chunks. */
    boolean chunks(CallTarget target) {
        return words(target.owner(), target.name()).contains("chunks");
    }

    /** Whether a stage makes many elements of one. */
    boolean flattens(String method) {
        return method.startsWith("flatMap") || method.equals("concatMap") || method.equals("mapMulti");
    }

    /** Whether a type holds elements: a collection, map, stream, iterator, page, publisher of many. */
    boolean isContainer(JavaType type) {
        if (type instanceof JavaType.ArrayType) {
            return true;
        }
        String name = type.className();
        if (name.isEmpty()) {
            return false;
        }
        Boolean known = containers.get(name);
        if (known == null) {
            known = isOneOf(containerTypes, type);
            containers.put(name, known);
        }
        return known;
    }

    /** Whether an element of that type is itself a group of elements; arrays and maps are most often one row. */
    boolean isChunk(JavaType type) {
        return isContainer(type) && !(type instanceof JavaType.ArrayType) && !isMap(type);
    }

    /** Whether a type is an entry of a map that keeps a group of elements under each key. */
    boolean isGroup(JavaType type) {
        return types.asSuper(type, "java.util.Map.Entry").filter(entry -> entry.arguments().size() == 2)
                .filter(entry -> isChunk(entry.arguments().get(1))).isPresent();
    }

    /** Whether a type is a file or stream, of whose size nothing is known. */
    boolean isFile(JavaType type) {
        return lines.getOrDefault(type.className(), Set.of()).contains("file");
    }

    /** Whether an exception says that nothing was found, which is no failure. */
    boolean saysNothing(JavaType exception) {
        return lines.getOrDefault(exception.className(), Set.of()).contains("nothing");
    }

    /** Whether a type keeps values by key. */
    boolean isMap(JavaType type) {
        return types.asSuper(type, "java.util.Map").isPresent();
    }

    /** Whether a type is a function or carries functions, as a collector or comparator: it holds no elements. */
    boolean isFunction(JavaType type) {
        return type.className().startsWith("java.util.function.")
                || lines.getOrDefault(type.className(), Set.of()).contains("function");
    }

    /** Whether a framework calls methods with an annotation for each element of a list. */
    boolean callsForEach(String annotation) {
        return lines.getOrDefault(annotation, Set.of()).contains("each");
    }

    /** Whether a class has a method of that name from a supertype whose methods are called for each element. */
    boolean overridesCalledForEach(String className, String method) {
        return calledForEach.getOrDefault(method, List.of()).stream()
                .anyMatch(owner -> types.asSuper(JavaType.of(className), owner).isPresent());
    }

    /** Whether an annotation says that methods run in a transaction (Spring, "Declarative transaction management"). */
    boolean isTransactional(String annotation) {
        return lines.getOrDefault(annotation, Set.of()).contains("transaction");
    }

    /** Whether a method runs the functions it is given in a transaction that it opens. */
    boolean opensTransaction(CallTarget target) {
        return words(target).contains("begins");
    }

    /** Whether a method has the function that it is given run by another thread. */
    boolean startsTask(CallTarget target) {
        return words(target).contains("task");
    }

    /** Whether a method begins a transaction that lasts until another call ends it. */
    boolean beginsTransaction(CallTarget target) {
        return words(target).contains("opens");
    }

    /** Whether a method ends such a transaction. */
    boolean endsTransaction(CallTarget target) {
        return words(target).contains("ends");
    }

    /** Whether a method runs the functions it is given in a context that it makes of its other arguments. */
    boolean opensContext(CallTarget target) {
        return words(target).contains("within");
    }

    /** Whether an annotation says that a method's results are cached. */
    boolean caches(String annotation) {
        return lines.getOrDefault(annotation, Set.of()).contains("caches");
    }

    /** Whether what a method returns is written as JSON, as its annotation, that of its class or its result's class says. */
    boolean answers(String type) {
        return lines.getOrDefault(type, Set.of()).contains("answers");
    }

    /** What reads the objects that a method is given, if it does anything of that kind with them. */
    Optional<HandedOver.Reader> reader(CallTarget target) {
        Set<String> words = words(target);
        return words.contains("serialises") ? Optional.of(HandedOver.Reader.SERIALISER)
                : words.contains("prints") ? Optional.of(HandedOver.Reader.TEXT)
                : words.contains("hashes") ? Optional.of(HandedOver.Reader.HASH) : Optional.empty();
    }

    /** Which objects the reader behind a method reads. */
    HandedOver.Which read(CallTarget target) {
        Set<String> words = words(target);
        return words.contains("own") ? HandedOver.Which.OWN : words.contains("first") ? HandedOver.Which.FIRST
                : words.contains("collected") ? HandedOver.Which.COLLECTED : HandedOver.Which.GIVEN;
    }

    /** How a method copies the properties of its first argument into its second one, or the other way round. */
    Optional<Copies> copies(CallTarget target) {
        Set<String> words = words(target);
        return words.contains("copies") ? Optional.of(Copies.PLAIN) : words.contains("fills") ? Optional.of(Copies.BACK)
                : words.contains("maps") ? Optional.of(Copies.DEEP) : Optional.empty();
    }

    private Set<String> words(CallTarget target) {
        Set<String> declared = words(target.owner(), target.name());
        Set<String> called = words(target.receiver().className(), target.name());
        if (declared.isEmpty() || called.isEmpty()) {
            return declared.isEmpty() ? called : declared;
        }
        Set<String> words = new LinkedHashSet<>(declared);
        words.addAll(called);
        return words;
    }

    /** The word that an annotation or supertype makes an entry point, or nothing. */
    boolean isEntryPoint(String annotation) {
        return lines.getOrDefault(annotation, Set.of()).contains("entry");
    }

    /** Whether an annotation marks methods that clients of the program call, so that it is an application and no library. */
    boolean isRequest(String annotation) {
        return lines.getOrDefault(annotation, Set.of()).contains("request");
    }

    /** Whether an annotation marks an interface that describes another program. */
    boolean isClient(String annotation) {
        return lines.getOrDefault(annotation, Set.of()).contains("client");
    }

    /** Whether methods with an annotation, or with a parameter of a type, are called when the application starts. */
    boolean isOfStart(String type) {
        return lines.getOrDefault(type, Set.of()).contains("start");
    }

    /** The types whose method of that name is called when the application starts. */
    List<String> startsIn(String method) {
        return starts.getOrDefault(method, List.of());
    }

    /** Whether such a method is called once only, when a version of the application is installed. */
    boolean installs(String type, String method) {
        return lines.getOrDefault(type + "#" + method, Set.of()).contains("installs");
    }

    /** Whether an annotation names the conditions under which there is a bean. */
    boolean isCondition(String annotation) {
        return lines.getOrDefault(annotation, Set.of()).contains("condition");
    }

    /** Whether the name of a profile or setting, which is not negated, speaks of an installation. */
    boolean speaksOfInstallation(String name) {
        return !name.startsWith("!") && Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .anyMatch(word -> lines.getOrDefault("profile:" + word, Set.of()).contains("start"));
    }

    /** Whether a method calls the functions it is given before it returns, and no more after that. */
    boolean runsAtOnce(CallTarget target) {
        return target != null && (opensTransaction(target)
                || atOnce.computeIfAbsent(target.owner(), owner -> isOneOf(atOnceTypes, JavaType.of(owner))));
    }

    private boolean isOneOf(List<String> names, JavaType type) {
        for (String name : names) {
            if (types.asSuper(type, name).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether an annotation says that messages or a clock call a method, and no person. */
    boolean isUnattended(String annotation) {
        return lines.getOrDefault(annotation, Set.of()).contains("unattended");
    }

    /** Whether an annotation of that simple name says how a method runs, and not that somebody calls it. */
    boolean isSilent(String annotation) {
        return lines.getOrDefault("@" + annotation, Set.of()).contains("silent");
    }

    /** Whether objects of a class stand for classes, members or mappings of the program, of which there are as many as written. */
    boolean isPartOfProgram(String className) {
        return lines.getOrDefault(className, Set.of()).contains("program");
    }
}
