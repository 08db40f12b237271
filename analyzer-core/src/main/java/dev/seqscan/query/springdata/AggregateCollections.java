package dev.seqscan.query.springdata;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.query.Calls;
import dev.seqscan.query.NestedSelect;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The collections of an aggregate of Spring Data JDBC, which has no lazy loading: each is loaded with a statement of its own for
 * each object that owns one, unless single query loading is on (its reference, "Loading Aggregates").
 */
final class AggregateCollections {

    private static final int DEEPEST = 3;
    private static final Set<String> CONTAINERS = Set.of("java.util.List", "java.util.Set", "java.util.Map",
            "java.util.Collection");
    private static final String SINGLE_QUERY = "setSingleQueryLoadingEnabled";

    private final Program program;

    AggregateCollections(Program program) {
        this.program = program;
    }

    /** The same query with the statements that follow for its rows; reactive repositories load no collections. */
    Query following(Query query, QueryShape stated, JavaType returned, Optional<DeclaredClass> aggregate) {
        boolean whole = stated.command() == Command.SELECT
                && (stated.projection() == Projection.ENTITY || stated.projection() == Projection.ALL_COLUMNS);
        boolean reactive = returned.className().startsWith("reactor.");
        if (!whole || reactive || aggregate.isEmpty()) {
            return query;
        }
        List<NestedSelect> found = new ArrayList<>();
        walk(aggregate.get(), "", 0, found);
        return found.isEmpty() || loadsAtOnce() ? query : query.with(List.copyOf(found));
    }

    private void walk(DeclaredClass type, String before, int depth, List<NestedSelect> found) {
        for (FieldDeclaration field : type.declaration().fields()) {
            Optional<DeclaredClass> element = element(field, type);
            if (element.isPresent()) {
                String table = new RelationalMapping(program).entity(element.get()).table();
                found.add(new NestedSelect(before + field.name(), "select .. from " + table, type.place(field.nameSpan()), false,
                        false, NestedSelect.Reason.COLLECTION));
                if (depth < DEEPEST) {
                    walk(element.get(), before + field.name() + ".", depth + 1, found);
                }
            }
        }
    }

    /** The class of the rows that a collection holds; a reference to another aggregate is a value, also as the only column. */
    private Optional<DeclaredClass> element(FieldDeclaration field, DeclaredClass type) {
        boolean leftOut = field.role() == FieldDeclaration.Role.ENUM_CONSTANT || field.modifiers().contains(Modifier.STATIC)
                || type.annotation(field.annotations(), "org.springframework.data.annotation.Transient").isPresent();
        JavaType declared = type.resolve(field.type());
        List<JavaType> arguments = declared instanceof JavaType.ClassType named ? named.arguments() : List.of();
        return leftOut || arguments.isEmpty() || !CONTAINERS.contains(declared.className()) ? Optional.empty()
                : program.declared(arguments.get(arguments.size() - 1).className(), type.module())
                .filter(each -> each.declaration().kind() != TypeDeclaration.Kind.ENUM);
    }

    private boolean loadsAtOnce() {
        return program.classes().stream().filter(each -> each.file().imports().stream()
                .anyMatch(used -> used.name().startsWith("org.springframework.data.jdbc")))
                .flatMap(each -> each.declaration().methods().stream()).filter(each -> each.body() != null)
                .anyMatch(each -> !Calls.in(each, SINGLE_QUERY).isEmpty());
    }
}
