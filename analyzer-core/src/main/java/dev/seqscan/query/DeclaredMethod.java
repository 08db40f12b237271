package dev.seqscan.query;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A method whose source was read, with the class that declares it. */
public record DeclaredMethod(DeclaredClass owner, MethodDeclaration declaration) {

    /** The method that a call means; empty where it comes from a library. */
    public static Optional<DeclaredMethod> of(CallTarget target, Program program, Module module) {
        Optional<DeclaredClass> owner = program.declared(target.owner(), module);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        List<MethodDeclaration> candidates = candidates(owner.get(), target);
        MethodDeclaration chosen = candidates.isEmpty() ? null : candidates.get(0);
        for (int i = 0; i < candidates.size() && candidates.size() > 1; i++) {
            if (fits(candidates.get(i), target, owner.get())) {
                chosen = candidates.get(i);
                break;
            }
        }
        return Optional.ofNullable(chosen).map(each -> new DeclaredMethod(owner.get(), each));
    }

    /** The same, if it is one without a body, of an interface or an abstract class. */
    public static Optional<DeclaredMethod> withoutBody(CallTarget target, Program program, Module module) {
        boolean mayBe = program.declared(target.owner(), module).map(DeclaredClass::declaration)
                .filter(each -> each.isInterface() || each.modifiers().contains(Modifier.ABSTRACT)).isPresent();
        return mayBe ? of(target, program, module).filter(each -> each.declaration().body() == null) : Optional.empty();
    }

    private static List<MethodDeclaration> candidates(DeclaredClass owner, CallTarget target) {
        List<MethodDeclaration> candidates = new ArrayList<>(2);
        for (MethodDeclaration each : owner.methods(target.name())) {
            if (each.parameters().size() == target.parameters().size() && each.name().equals(target.name())) {
                candidates.add(each);
            }
        }
        return candidates;
    }

    private static boolean fits(MethodDeclaration method, CallTarget target, DeclaredClass owner) {
        for (int i = 0; i < method.parameters().size(); i++) {
            JavaType declared = owner.resolve(method.parameters().get(i).type());
            if (!declared.className().equals(target.parameters().get(i).className())) {
                return false;
            }
        }
        return true;
    }

    /** The first annotation of one of the canonical names. */
    public Optional<AnnotationUse> annotation(String... types) {
        return owner.annotation(declaration.annotations(), types);
    }

    /** Whether a parameter has an annotation of one of the simple names. */
    public boolean hasParameterWith(String... simpleNames) {
        List<String> wanted = List.of(simpleNames);
        return declaration.parameters().stream().flatMap(each -> each.annotations().stream())
                .anyMatch(use -> wanted.contains(use.simpleName()));
    }

    /** The text that an annotation gives; several strings stand for one text with spaces between. */
    public Text text(AnnotationUse use, String attribute, Program program) {
        Text text = Text.EMPTY;
        for (Expression part : parts(use.attribute(attribute))) {
            Text read = Texts.text(part, owner, program);
            text = text.parts().isEmpty() ? read : text.plus(Text.of(" ")).plus(read);
        }
        return text;
    }

    private static List<Expression> parts(Optional<Expression> value) {
        return value.map(each -> each instanceof Expression.NewArray array && array.elements() != null
                ? array.elements() : List.of(each)).orElse(List.of());
    }

    /** Where its name stands. */
    public Place place() {
        return owner.place(declaration.nameSpan());
    }
}
