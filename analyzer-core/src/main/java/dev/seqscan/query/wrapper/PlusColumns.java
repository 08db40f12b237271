package dev.seqscan.query.wrapper;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.Texts;
import dev.seqscan.schema.Names;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.FieldDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of the classes whose rows MyBatis-Plus reads ("Annotations Reference" and "Configuration" in its manual). */
public final class PlusColumns {

    private static final int MOST_ANCESTORS = 10;
    private static final String ANNOTATIONS = "com.baomidou.mybatisplus.annotation.";
    private static final String[] NAMING = {ANNOTATIONS + "TableField", ANNOTATIONS + "TableId"};
    private static final String[] LOGIC = {ANNOTATIONS + "TableLogic"};
    private static final String UNDERSCORES = "mybatis-plus.configuration.map-underscore-to-camel-case";
    private static final String LOGIC_FIELD = "mybatis-plus.global-config.db-config.logic-delete-field";

    private final QueryContext context;

    /** Takes the classes and settings of one application. */
    public PlusColumns(QueryContext context) {
        this.context = context;
    }

    /** {@code orderNo} as {@code order_no}: before each capital letter stands an underscore. */
    public static String underscored(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            text.append(Character.isUpperCase(name.charAt(i)) && i > 0 ? "_" : "").append(name.charAt(i));
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /** The column behind a method that reads a property, as {@code getStatus}; empty where the class has no such field. */
    Optional<String> ofGetter(DeclaredClass type, String getter) {
        String property = getter.startsWith("get") ? getter.substring(3) : getter.startsWith("is") ? getter.substring(2) : getter;
        return fields(type).stream().filter(each -> each.declaration().name().equalsIgnoreCase(property)).findFirst()
                .flatMap(this::column);
    }

    /** The column that says whether a row is deleted, where rows of the class are not removed but marked. */
    public Optional<String> ofLogicDelete(DeclaredClass type) {
        List<Field> fields = fields(type);
        Optional<Field> marked = fields.stream().filter(each -> each.annotation(LOGIC).isPresent()).findFirst();
        Optional<String> named = context.settings().relaxed(LOGIC_FIELD);
        return marked.or(() -> named.flatMap(name -> fields.stream().filter(each -> each.declaration().name().equals(name))
                .findFirst())).flatMap(this::column).map(Names::normalise);
    }

    private Optional<String> column(Field field) {
        Optional<AnnotationUse> use = field.annotation(NAMING);
        boolean isNone = use.flatMap(each -> each.attribute("exist")).flatMap(each -> Texts.text(each, field.owner(),
                context.program()).constant()).filter("false"::equals).isPresent();
        Optional<String> named = use.flatMap(each -> each.attribute("value"))
                .flatMap(each -> Texts.text(each, field.owner(), context.program()).constant()).filter(each -> !each.isEmpty());
        boolean asWritten = context.settings().relaxed(UNDERSCORES).filter("false"::equals).isPresent();
        String name = field.declaration().name();
        return isNone ? Optional.empty() : Optional.of(named.orElse(asWritten ? name : underscored(name)));
    }

    /** Those of the class and of the classes above it, the nearest first. */
    private List<Field> fields(DeclaredClass type) {
        List<Field> fields = new ArrayList<>();
        Optional<DeclaredClass> current = Optional.of(type);
        for (int i = 0; i < MOST_ANCESTORS && current.isPresent(); i++) {
            DeclaredClass owner = current.get();
            owner.declaration().fields().forEach(each -> fields.add(new Field(each, owner)));
            current = owner.declaration().extended().stream().findFirst()
                    .flatMap(each -> context.program().declared(owner.resolve(each).className(), owner.module()));
        }
        return fields;
    }

    private record Field(FieldDeclaration declaration, DeclaredClass owner) {

        Optional<AnnotationUse> annotation(String... types) {
            return owner.annotation(declaration.annotations(), types);
        }
    }
}
