package dev.seqscan.query.mybatis;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.Texts;
import dev.seqscan.query.wrapper.PlusColumns;
import dev.seqscan.schema.Names;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.FieldDeclaration;
import java.util.Optional;

/**
 * The table of a class and the column of its identifier (MyBatis-Plus 3, "Annotations Reference"): by annotation, else the
 * name in lower case with underscores, and the field {@code id}. The common Mapper reads the annotations of Jakarta
 * Persistence.
 *
 * @param logicDelete the column that marks rows as deleted, where they are not removed
 */
record PlusTable(String name, String identifier, Optional<String> logicDelete) {

    private static final String ANNOTATIONS = "com.baomidou.mybatisplus.annotation.";
    private static final String[] TABLES = {"jakarta.persistence.Table", "javax.persistence.Table"};
    private static final String[] IDENTIFIERS = {"jakarta.persistence.Id", "javax.persistence.Id"};
    private static final String[] COLUMNS = {"jakarta.persistence.Column", "javax.persistence.Column"};
    private static final String PREFIX = "mybatis-plus.global-config.db-config.table-prefix";

    static Optional<PlusTable> of(JavaType entity, QueryContext context) {
        return context.program().declared(entity.className()).map(type -> new PlusTable(table(type, context),
                identifier(type, context, 0), new PlusColumns(context).ofLogicDelete(type)));
    }

    private static String table(DeclaredClass type, QueryContext context) {
        Optional<String> named = type.annotation(ANNOTATIONS + "TableName")
                .flatMap(use -> text(use, "value", type, context))
                .or(() -> type.annotation(TABLES).flatMap(use -> text(use, "name", type, context)));
        String prefix = context.settings().text(PREFIX).orElse("");
        return Names.normalise(named.orElseGet(() -> prefix + PlusColumns.underscored(type.simpleName())));
    }

    private static String identifier(DeclaredClass type, QueryContext context, int depth) {
        for (FieldDeclaration field : type.declaration().fields()) {
            Optional<AnnotationUse> use = type.annotation(field.annotations(), ANNOTATIONS + "TableId");
            if (use.isPresent() || type.annotation(field.annotations(), IDENTIFIERS).isPresent()) {
                return Names.normalise(use.flatMap(each -> text(each, "value", type, context))
                        .or(() -> type.annotation(field.annotations(), COLUMNS)
                        .flatMap(each -> text(each, "name", type, context)))
                        .orElseGet(() -> PlusColumns.underscored(field.name())));
            }
        }
        Optional<DeclaredClass> above = type.declaration().extended().stream().findFirst().filter(each -> depth < 10)
                .flatMap(each -> context.program().declared(type.resolve(each).className(), type.module()));
        return above.map(each -> identifier(each, context, depth + 1)).orElse("id");
    }

    private static Optional<String> text(AnnotationUse use, String attribute, DeclaredClass type, QueryContext context) {
        return use.attribute(attribute).flatMap(each -> Texts.text(each, type, context.program()).constant())
                .filter(text -> !text.isEmpty());
    }
}
