package dev.seqscan.program;

import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.made.LombokBuilders;
import dev.seqscan.program.made.MappedTypes;
import dev.seqscan.program.made.RecordTypes;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Steps;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import dev.seqscan.source.template.TemplateFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The classes of a scanned tree and of everything they can name. */
public final class Program {

    /** Of how many others a class is told that bear its name; thousands of them would make millions of notices. */
    private static final int MOST_DUPLICATES = 3;

    private final Map<String, List<DeclaredClass>> declared = new ConcurrentHashMap<>();
    /** Generated types whose sources are not in the tree; known once they are asked for. */
    private final Map<Generated, DeclaredClass> generated = new ConcurrentHashMap<>();
    private final List<DeclaredClass> inOrder = new ArrayList<>();
    private final Map<String, List<Template>> templates = new ConcurrentHashMap<>();
    private final Set<String> mappedByFiles = ConcurrentHashMap.newKeySet();
    private final ClassSource libraries;
    private final Steps steps;

    /** Takes the class path, JDK and signature index in one. */
    public Program(ClassSource libraries) {
        this(libraries, new Steps());
    }

    /** The same, counting what is done to understand the program. */
    public Program(ClassSource libraries, Steps steps) {
        this.steps = steps;
        this.libraries = RecordTypes.added(libraries);
    }

    /** Adds the classes of a file. The same canonical name in modules that see each other is a notice. */
    public void add(CodeFile file, Module module, boolean test, Notices notices) {
        for (TypeDeclaration type : file.types()) {
            add(type, file, null, module, test, notices);
        }
    }

    /** Adds a template, which is known by the name that {@link TemplateFile#viewName} gives its path. */
    public void add(TemplateFile file, Module module) {
        String view = TemplateFile.viewName(file.path()).orElse(file.path());
        TypeDeclaration type = Template.declaration(file.path());
        CodeFile code = new CodeFile(file.path(), "", List.of(), List.of(type), List.of(), false, 0);
        DeclaredClass owner = new DeclaredClass(type.name(), type, code, null, module, false, this);
        templates.computeIfAbsent(view, key -> new ArrayList<>(1)).add(new Template(owner, file));
    }

    /** Notes classes, by canonical names, that files map to tables, so that no annotation needs to. */
    public void addMapped(Collection<String> classNames) {
        mappedByFiles.addAll(classNames);
    }

    /** Whether a file maps the class of a canonical name. */
    public boolean isMappedByFile(String className) {
        return mappedByFiles.contains(className);
    }

    /** Whether any template was read. */
    public boolean hasTemplates() {
        return !templates.isEmpty();
    }

    /** The template of that name that a module sees: its own first, then those it reaches. */
    public Optional<Template> template(String view, Module from) {
        List<Template> candidates = templates.getOrDefault(view, List.of());
        return candidates.stream().filter(each -> each.type().module().directory().equals(from.directory())).findFirst()
                .or(() -> candidates.stream().filter(each -> from.reaches().contains(each.type().module().directory())).findFirst());
    }

    /** The template whose class stands in a file. */
    public Optional<Template> template(CodeFile file) {
        return templates.getOrDefault(TemplateFile.viewName(file.path()).orElse(""), List.of()).stream()
                .filter(each -> each.type().file() == file).findFirst();
    }

    private void add(TypeDeclaration written, CodeFile file, DeclaredClass outer, Module module, boolean test,
            Notices notices) {
        TypeDeclaration type = LombokBuilders.addTo(written, file);
        String prefix = outer != null ? outer.name() : file.packageName();
        String name = prefix.isEmpty() ? type.name() : prefix + "." + type.name();
        DeclaredClass added = new DeclaredClass(name, type, file, outer, module, test, this);
        List<DeclaredClass> same = declared.computeIfAbsent(name, key -> new ArrayList<>(1));
        int line = type.nameSpan().startLine();
        same.stream().filter(other -> outer == null && test == other.isTest())
                .filter(other -> module.reaches().contains(other.module().directory())).limit(MOST_DUPLICATES)
                .forEach(other -> notices.add(Notice.Kind.DUPLICATE, file.path(), line,
                        "class " + name + " is also declared in " + other.file().path()));
        same.add(added);
        inOrder.add(added);
        for (TypeDeclaration nested : type.nested()) {
            add(nested, file, added, module, test, notices);
        }
    }

    /**
     * A class declared in a body: known by name from then on, but none of {@link #classes()}. Asked again for the same
     * declaration it gives the same class.
     */
    DeclaredClass local(TypeDeclaration type, Scope scope, String name) {
        DeclaredClass outer = scope.self();
        String canonical = outer.name() + "." + name;
        DeclaredClass added = new DeclaredClass(canonical, type, outer, scope.methodVariables(), scope.localTypes(), this);
        List<DeclaredClass> all = declared.merge(canonical, List.of(added), (known, fresh) -> {
            boolean isKnown = known.stream().anyMatch(each -> each.declaration() == type);
            return isKnown ? known : Stream.concat(known.stream(), fresh.stream()).toList();
        });
        return all.stream().filter(each -> each.declaration() == type).findFirst().orElse(added);
    }

    /** Where the stages count what they do with this program. */
    public Steps steps() {
        return steps;
    }

    /** All classes that were read, in the order in which they were added. */
    public Collection<DeclaredClass> classes() {
        return List.copyOf(inOrder);
    }

    /** The class of that canonical name that the module sees: its own first, then those it reaches. */
    public Optional<DeclaredClass> declared(String name, Module from) {
        steps.count(Steps.Step.CLASS_ASKED_FOR);
        List<DeclaredClass> candidates = declared.getOrDefault(name, List.of());
        DeclaredClass best = null;
        for (DeclaredClass candidate : candidates) {
            if (from == null || candidate.module().directory().equals(from.directory())) {
                return Optional.of(candidate);
            }
            if (from.reaches().contains(candidate.module().directory()) && best == null) {
                best = candidate;
            }
        }
        return best != null || !candidates.isEmpty() ? Optional.ofNullable(best) : generated(name, from);
    }

    /** Where modules have a mapped class of one name each, each has a generated type of its own, whoever asks first. */
    private Optional<DeclaredClass> generated(String name, Module from) {
        Optional<String> mappedName = MappedTypes.mappedBy(name);
        Optional<DeclaredClass> mapped = mappedName.isEmpty() ? Optional.empty() : declared(mappedName.get(), from);
        if (mapped.isEmpty()) {
            return Optional.empty();
        }
        Generated key = new Generated(name, mapped.get());
        DeclaredClass known = generated.get(key);
        if (known == null) {
            generated(name, mapped.get()).ifPresent(each -> generated.putIfAbsent(key, each));
            known = generated.get(key);
        }
        return Optional.ofNullable(known);
    }

    private record Generated(String name, DeclaredClass mapped) {
    }

    /** A type that an annotation processor generates from a mapped class stands in a file of its own, which was not read. */
    private Optional<DeclaredClass> generated(String name, DeclaredClass mapped) {
        String simpleName = name.substring(name.lastIndexOf('.') + 1);
        return MappedTypes.declare(simpleName, mapped, this).map(type -> new DeclaredClass(name, type,
                new CodeFile(mapped.file().path(), mapped.file().packageName(), List.of(), List.of(type), List.of(), true, 0),
                null, mapped.module(), mapped.isTest(), this));
    }

    /** The class of that canonical name that any module declares; the first one added where there are several. */
    public Optional<DeclaredClass> declared(String name) {
        return declared(name, null);
    }

    /** Classes that are not in the sources. */
    public ClassSource libraries() {
        return libraries;
    }

    boolean exists(String name, Module from) {
        return declared(name, from).isPresent() || libraries.find(name).isPresent();
    }

    /** The canonical name of an import, whose nested classes may be inherited ones. */
    String canonical(String name, Module from) {
        if (exists(name, from) || name.indexOf('.') < 0) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        return memberType(name.substring(0, dot), name.substring(dot + 1), from).orElse(name);
    }

    /** The canonical name of a member class, own or inherited. */
    Optional<String> memberType(String className, String member, Module from) {
        return memberType(className, member, from, 0);
    }

    private Optional<String> memberType(String className, String member, Module from, int depth) {
        if (depth > 12) {
            return Optional.empty();
        }
        Optional<DeclaredClass> source = declared(className, from);
        if (source.isPresent()) {
            TypeDeclaration declaration = source.get().declaration();
            for (TypeDeclaration nested : declaration.nested()) {
                if (nested.name().equals(member)) {
                    return Optional.of(className + "." + member);
                }
            }
            List<TypeName> supertypes = new ArrayList<>(declaration.extended());
            supertypes.addAll(declaration.implemented());
            for (TypeName supertype : supertypes) {
                Optional<String> found = supertypeName(source.get(), supertype)
                        .flatMap(name -> memberType(name, member, from, depth + 1));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return libraries.find(className).flatMap(shape -> {
            if (shape.memberTypes().contains(member)) {
                return Optional.of(className + "." + member);
            }
            return shape.supertypes().stream()
                    .flatMap(supertype -> memberType(supertype.name(), member, from, depth + 1).stream()).findFirst();
        });
    }

    /** A supertype is looked up outside the class itself, or a class that extends its namesake would search for ever. */
    private Optional<String> supertypeName(DeclaredClass owner, TypeName supertype) {
        if (supertype.name().equals(owner.declaration().name())) {
            return Optional.empty();
        }
        return owner.outer().isPresent() && !supertype.name().contains(".")
                ? owner.outer().get().resolveClass(supertype.name()).or(() -> owner.scope().topLevel(supertype.name()))
                : owner.scope().topLevel(supertype.name());
    }

    JavaType.TypeVariable variable(DeclaredClass owner, TypeDeclaration.TypeParameter parameter) {
        return owner.scope().variables().stream().filter(each -> each.name().equals(parameter.name())).findFirst()
                .orElseGet(() -> new JavaType.TypeVariable(parameter.name(), owner.name(), ClassType.OBJECT));
    }
}
