package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Declares Querydsl's query types: a path for each property, own and inherited, and the variable that stands for a row. */
final class QueryTypes {

    private static final String DSL = "com.querydsl.core.types.dsl.";
    private static final Set<String> NUMBERS = Set.of("java.lang.Integer", "java.lang.Long", "java.lang.Short", "java.lang.Byte",
            "java.lang.Double", "java.lang.Float", "java.math.BigDecimal", "java.math.BigInteger");
    private static final Set<String> MOMENTS = Set.of("java.util.Date", "java.util.Calendar", "java.sql.Timestamp",
            "java.time.Instant", "java.time.LocalDateTime", "java.time.OffsetDateTime", "java.time.ZonedDateTime");

    private QueryTypes() {
    }

    static TypeDeclaration declare(String simpleName, DeclaredClass mapped, Program program) {
        Span span = mapped.declaration().nameSpan();
        List<FieldDeclaration> fields = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (DeclaredClass each : BeanProperties.hierarchy(mapped, program)) {
            for (MappedProperty member : MappedProperty.isMapped(each) ? MappedProperty.of(each) : List.<MappedProperty>of()) {
                Optional<TypeName> path = path(member.boxed(), mapped, program);
                if (path.isPresent() && names.add(member.name())) {
                    fields.add(MappedTypes.field(member.name(), path.get(), Set.of(Modifier.PUBLIC, Modifier.FINAL), null,
                            member.span()));
                }
            }
        }
        TypeName self = TypeName.of(simpleName);
        String variable = BeanProperties.decapitalised(mapped.simpleName());
        Set<Modifier> constant = Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        if (names.add(variable)) {
            fields.add(MappedTypes.field(variable, self, constant, null, span));
        }
        // A number is added where the name is a word of the query language, as order is.
        fields.add(MappedTypes.field(variable + "1", self, constant, null, span));
        return MappedTypes.type(simpleName, List.of(MappedTypes.generic(DSL + "EntityPathBase", JavaType.of(mapped.name()))), fields,
                List.of(constructor(span)), span);
    }

    private static MethodDeclaration constructor(Span span) {
        MethodDeclaration.Parameter name = new MethodDeclaration.Parameter("variable", TypeName.of("java.lang.String"), false,
                List.of(), span);
        return new MethodDeclaration(MethodDeclaration.CONSTRUCTOR, Set.of(Modifier.PUBLIC), List.of(), TypeName.of("void"),
                List.of(name), List.of(), null, span, span);
    }

    /** The type of the path to a value; empty where Querydsl's choice is not known. */
    private static Optional<TypeName> path(JavaType type, DeclaredClass from, Program program) {
        String name = type.className();
        List<JavaType> arguments = type instanceof JavaType.ClassType named ? named.arguments() : List.of();
        if (arguments.size() == 1) {
            return collection(name, arguments.get(0), from, program);
        }
        if (NUMBERS.contains(name)) {
            return Optional.of(MappedTypes.generic(DSL + "NumberPath", type));
        }
        if (MOMENTS.contains(name)) {
            return Optional.of(MappedTypes.generic(DSL + "DateTimePath", type));
        }
        Optional<TypeName> simple = Optional.ofNullable(switch (name) {
            case "java.lang.String" -> TypeName.of(DSL + "StringPath");
            case "java.lang.Boolean" -> TypeName.of(DSL + "BooleanPath");
            case "java.time.LocalDate", "java.sql.Date" -> MappedTypes.generic(DSL + "DatePath", type);
            case "java.time.LocalTime", "java.sql.Time" -> MappedTypes.generic(DSL + "TimePath", type);
            case "java.util.UUID", "java.lang.Character" -> MappedTypes.generic(DSL + "ComparablePath", type);
            default -> null;
        });
        return simple.or(() -> program.declared(name, from.module()).flatMap(QueryTypes::declared));
    }

    private static Optional<TypeName> declared(DeclaredClass type) {
        if (type.declaration().kind() == TypeDeclaration.Kind.ENUM) {
            return Optional.of(MappedTypes.generic(DSL + "EnumPath", JavaType.of(type.name())));
        }
        String packageName = type.file().packageName().isEmpty() ? "" : type.file().packageName() + ".";
        return MappedProperty.isMapped(type) ? Optional.of(TypeName.of(packageName + "Q"
                + type.name().substring(packageName.length()).replace('.', '_'))) : Optional.empty();
    }

    private static Optional<TypeName> collection(String name, JavaType element, DeclaredClass from, Program program) {
        String form = switch (name) {
            case "java.util.List" -> "ListPath";
            case "java.util.Set" -> "SetPath";
            case "java.util.Collection" -> "CollectionPath";
            default -> "";
        };
        return form.isEmpty() ? Optional.empty() : path(element, from, program).map(each ->
                new TypeName(DSL + form, List.of(Code.typeName(element), each), 0, TypeName.Bound.NONE));
    }
}
