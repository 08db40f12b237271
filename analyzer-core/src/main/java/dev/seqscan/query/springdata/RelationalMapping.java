package dev.seqscan.query.springdata;

import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.query.Texts;
import dev.seqscan.schema.Names;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the table and the columns of an aggregate of Spring Data JDBC or R2DBC ("Object Mapping" of the reference: names in snake
 * case where {@code @Table} and {@code @Column} give no others). There is no persistence context, and nothing is loaded later.
 */
final class RelationalMapping {

    private static final String RELATIONAL = "org.springframework.data.relational.";
    private static final String ID = "org.springframework.data.annotation.Id";
    private static final String TRANSIENT = "org.springframework.data.annotation.Transient";
    private static final String VERSION = "org.springframework.data.annotation.Version";
    private static final List<String> QUERIES =
            List.of("org.springframework.data.jdbc.repository.query.Query", "org.springframework.data.r2dbc.repository.Query",
                    "org.springframework.data.r2dbc.repository.query.Query");
    private static final Set<String> MANY = Set.of("List", "Set", "Map", "Collection", "Iterable");
    private static final Set<String> REFERENCES = Set.of("AggregateReference");

    private final Program program;

    RelationalMapping(Program program) {
        this.program = program;
    }

    /** Whether a query of this annotation is written in SQL whatever the repository extends. */
    static boolean isSql(DeclaredClass owner, AnnotationUse use) {
        return QUERIES.contains(owner.annotationType(use));
    }

    /** Whether a repository of a neutral interface keeps its rows by Spring Data JDBC or R2DBC. */
    static boolean isUsed(RepositoryType repository, Optional<DeclaredClass> domain) {
        boolean mapped = domain.filter(each -> Stream.concat(each.declaration().annotations().stream(),
                each.declaration().fields().stream().flatMap(field -> field.annotations().stream()))
                .anyMatch(use -> each.annotationType(use).startsWith(RELATIONAL))).isPresent();
        return mapped || repository.declared()
                .filter(each -> each.declaration().methods().stream().map(MethodDeclaration::annotations)
                .flatMap(List::stream).anyMatch(use -> isSql(each, use))).isPresent();
    }

    /** The mapping of an aggregate, which no other code of the analysis takes for an entity. */
    Entity entity(DeclaredClass type) {
        List<Attribute> attributes = new ArrayList<>();
        for (FieldDeclaration field : type.declaration().fields()) {
            attribute(field, type).ifPresent(attributes::add);
        }
        return new Entity(Entity.Kind.ENTITY, type.name(), type.simpleName(), table(type), "", Entity.Inheritance.NONE,
                List.copyOf(attributes), List.of(), 1, false, Entity.IdGeneration.IDENTITY, "",
                type.place(type.declaration().nameSpan()));
    }

    /** The aggregate alone. */
    static EntityModel model(Entity aggregate) {
        return new EntityModel(Map.of(aggregate.className(), aggregate));
    }

    private String table(DeclaredClass type) {
        return named(type.annotation(RELATIONAL + "core.mapping.Table"), "name", type).orElseGet(() -> snake(type.simpleName()));
    }

    private Optional<String> named(Optional<AnnotationUse> use, String other, DeclaredClass type) {
        return use.flatMap(each -> each.attribute("value").or(() -> each.attribute(other)))
                .flatMap(each -> Texts.text(each, type, program).constant()).filter(each -> !each.isEmpty())
                .map(Names::normalise);
    }

    /** Collections and other aggregates have tables of their own; values that are embedded are not looked into. */
    private Optional<Attribute> attribute(FieldDeclaration field, DeclaredClass type) {
        boolean isConstant = field.role() == FieldDeclaration.Role.ENUM_CONSTANT || field.modifiers().contains(Modifier.STATIC);
        boolean isLeftOut = isConstant || has(field, type, TRANSIENT)
                || has(field, type, RELATIONAL + "core.mapping.MappedCollection")
                || MANY.contains(field.type().simpleName()) || isAggregate(field, type);
        return isLeftOut ? Optional.empty() : Optional.of(new Attribute.Basic(field.name(), type.name(), has(field, type, ID),
                column(field, type), type.resolve(field.type()).className(), false, false, has(field, type, VERSION), false,
                type.place(field.nameSpan())));
    }

    private boolean isAggregate(FieldDeclaration field, DeclaredClass type) {
        return !REFERENCES.contains(field.type().simpleName())
                && program.declared(type.resolve(field.type()).className(), type.module())
                .filter(each -> each.declaration().kind() != TypeDeclaration.Kind.ENUM).isPresent();
    }

    private String column(FieldDeclaration field, DeclaredClass type) {
        return named(type.annotation(field.annotations(), RELATIONAL + "core.mapping.Column"), "name", type)
                .orElseGet(() -> snake(field.name()));
    }

    private static boolean has(FieldDeclaration field, DeclaredClass type, String annotation) {
        return type.annotation(field.annotations(), annotation).isPresent();
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
