package dev.seqscan.query.mybatis;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.query.DeclaredMethod;
import dev.seqscan.query.NestedSelect;
import dev.seqscan.query.Texts;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements that {@code @One} and {@code @Many} send for each row ("Mapper Annotations" in the reference of MyBatis 3). */
final class AnnotatedResults {

    private final DeclaredMethod method;
    private final Program program;
    private final ResultMaps maps;

    AnnotatedResults(DeclaredMethod method, Program program, ResultMaps maps) {
        this.method = method;
        this.program = program;
        this.maps = maps;
    }

    /** Those of the method's own {@code @Results}, and of those that it names with {@code @ResultMap}. */
    List<NestedSelect> nested() {
        List<NestedSelect> found = new ArrayList<>();
        named(method.declaration(), "Results").or(() -> named(method.declaration(), "Result"))
                .ifPresent(each -> results(each, found));
        Optional<AnnotationUse> map = named(method.declaration(), "ResultMap");
        for (Expression name : map.map(each -> parts(each.attribute("value"))).orElse(List.of())) {
            text(name).ifPresent(id -> {
                found.addAll(maps.nested(id, owner().name()));
                owner().declaration().methods().stream().flatMap(each -> named(each, "Results").stream())
                        .filter(each -> each.attribute("id").flatMap(this::text).filter(id::equals).isPresent())
                        .findFirst().ifPresent(each -> results(each, found));
            });
        }
        return List.copyOf(found);
    }

    private DeclaredClass owner() {
        return method.owner();
    }

    private static Optional<AnnotationUse> named(MethodDeclaration declaration, String name) {
        return declaration.annotations().stream().filter(each -> each.simpleName().equals(name)).findFirst();
    }

    private void results(AnnotationUse use, List<NestedSelect> found) {
        if (use.simpleName().equals("Result")) {
            result(use, found);
        } else {
            parts(use.attribute("value")).stream().flatMap(each -> annotation(Optional.of(each)).stream())
                    .forEach(each -> result(each, found));
        }
    }

    private void result(AnnotationUse result, List<NestedSelect> found) {
        Optional<AnnotationUse> one = annotation(result.attribute("one"));
        Optional<AnnotationUse> select = one.or(() -> annotation(result.attribute("many")));
        Optional<String> name = select.flatMap(each -> each.attribute("select")).flatMap(this::text)
                .filter(each -> !each.isEmpty());
        if (name.isEmpty() || result.attribute("column").isEmpty()) {
            return;
        }
        String full = name.get().contains(".") ? name.get() : owner().name() + "." + name.get();
        boolean waits = select.get().attribute("fetchType").map(AnnotatedResults::lastName)
                .filter(each -> !each.equals("DEFAULT")).map("LAZY"::equals).orElse(maps.isLazy());
        if (!maps.isCached(full.substring(0, full.lastIndexOf('.')))) {
            found.add(new NestedSelect(result.attribute("property").flatMap(this::text).orElse(""), ResultMaps.label(full),
                    new Place(owner().file().path(), select.get().span()), waits, one.isPresent()));
        }
    }

    private static String lastName(Expression constant) {
        return constant instanceof Expression.Select select ? select.name()
                : constant instanceof Expression.Name name ? name.name() : "";
    }

    private static Optional<AnnotationUse> annotation(Optional<Expression> value) {
        return value.filter(Expression.AnnotationValue.class::isInstance).map(Expression.AnnotationValue.class::cast)
                .map(Expression.AnnotationValue::annotation);
    }

    private static List<Expression> parts(Optional<Expression> value) {
        return value.map(each -> each instanceof Expression.NewArray array && array.elements() != null
                ? array.elements() : List.of(each)).orElse(List.of());
    }

    private Optional<String> text(Expression value) {
        return Texts.text(value, owner(), program).constant();
    }
}
