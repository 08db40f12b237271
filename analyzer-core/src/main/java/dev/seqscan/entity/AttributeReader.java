package dev.seqscan.entity;

import dev.seqscan.program.ClassShape;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.Optional;

/** Tells basic attributes, embedded values and associations apart, and reads them. */
final class AttributeReader {

    private final MappedClasses classes;
    private final ColumnNames columns;
    private final AssociationReader associations;
    private final MappingContext context;

    AttributeReader(MappedClasses classes, ColumnNames columns, AssociationReader associations, MappingContext context) {
        this.classes = classes;
        this.columns = columns;
        this.associations = associations;
        this.context = context;
    }

    /** The attribute of a member; empty, with a notice, where its mapping is not understood. */
    Optional<Attribute> read(PersistentMember member) {
        MappingAnnotations annotations = member.annotations();
        if (annotations.hasHibernate("Any", "ManyToAny")) {
            context.notUnderstood(member.place(), member.name() + " leads to entities of any type");
            return Optional.empty();
        }
        if (member.isAssociation()) {
            return Optional.of(associations.read(member));
        }
        boolean embedded = classes.embeddable(member.type()).isPresent() || annotations.hasJpa("Embedded", "EmbeddedId");
        return Optional.of(embedded && !annotations.hasJpa("Convert") ? embedded(member) : basic(member));
    }

    private Attribute embedded(PersistentMember member) {
        return new Attribute.Embedded(member.name(), member.owner(), member.isId(), member.type().className(),
                columns.embedded(member, member.type()), member.place());
    }

    private Attribute basic(PersistentMember member) {
        MappingAnnotations annotations = member.annotations();
        boolean formula = annotations.hasHibernate("Formula");
        return new Attribute.Basic(member.name(), member.owner(), member.isId(), formula ? "" : columns.column(member),
                typeName(member.type()), annotations.hasJpa("Enumerated") || isEnum(member), annotations.hasJpa("Lob"),
                annotations.hasJpa("Version"), formula, member.place());
    }

    private static String typeName(JavaType type) {
        if (type instanceof JavaType.Primitive primitive) {
            return primitive.name();
        }
        if (type instanceof JavaType.ArrayType array) {
            String element = typeName(array.element());
            return element.isEmpty() ? "" : element + "[]";
        }
        return type.className();
    }

    private boolean isEnum(PersistentMember member) {
        String type = member.type().className();
        Optional<DeclaredClass> source = context.program().declared(type, member.member().owner().module());
        if (source.isPresent()) {
            return source.get().declaration().kind() == TypeDeclaration.Kind.ENUM;
        }
        return !type.isEmpty() && context.program().libraries().find(type)
                .filter(shape -> shape.kind() == ClassShape.Kind.ENUM).isPresent();
    }
}
