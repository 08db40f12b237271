package dev.seqscan.query.springdata;

import dev.seqscan.entity.Entity;
import dev.seqscan.query.ArgumentTexts;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.GivenNumbers;
import dev.seqscan.query.GivenPatterns;
import dev.seqscan.query.Query.Kind;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.SettingText;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import dev.seqscan.query.Texts;
import dev.seqscan.query.jpa.NamedQueries;
import dev.seqscan.query.springdata.RepositoryType.Store;
import dev.seqscan.source.code.AnnotationUse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** The query that an annotation declares for a repository method. */
record DeclaredQuery(Kind kind, String text, QueryShape shape) {

    private static final String ENTITY_NAME = "#\\{\\s*#entityName\\s*\\}";
    private static final String EXPRESSION = "[:?]#\\{[^}]*\\}";

    /** Empty where the method's name is the query. */
    static Optional<DeclaredQuery> of(RepositoryMethod method, RepositoryType repository, Optional<Entity> domain, CallSite call,
            QueryContext context) {
        return new Reader(method, repository, domain, call, context).read();
    }

    private record Reader(RepositoryMethod method, RepositoryType repository, Optional<Entity> domain, CallSite call,
            QueryContext context) {

        Optional<DeclaredQuery> read() {
            if (method.annotation("Procedure").isPresent()) {
                return Optional.of(new DeclaredQuery(Kind.SQL, Text.HOLE, QueryShape.unknown("a stored procedure")));
            }
            Optional<AnnotationUse> query = method.annotation("Query", "NativeQuery");
            if (query.isEmpty()) {
                return named(domain.map(Entity::name).orElse("") + "." + method.declaration().name());
            }
            boolean inSql = query.get().simpleName().equals("NativeQuery") || repository.store() == Store.RELATIONAL
                    || RelationalMapping.isSql(method.owner(), query.get())
                    || attribute(query.get(), "nativeQuery").full().equals("true");
            Text text = attribute(query.get(), "value");
            Text name = attribute(query.get(), "name");
            if (repository.store() == Store.OTHER) {
                return Optional.of(new DeclaredQuery(Kind.DERIVED, text.full(), QueryShape.unknown("a store without SQL")));
            }
            Optional<SettingText> setting = text.constant().flatMap(each -> SettingText.filled(each, method.place(), context));
            if (setting.isPresent()) {
                return Optional.of(stated(setting.get().text(), inSql));
            }
            return text.parts().isEmpty() && name.constant().isPresent() ? named(name.full())
                    : Optional.of(stated(text, inSql));
        }

        private Text attribute(AnnotationUse use, String attribute) {
            return use.attribute(attribute).map(each -> Texts.text(each, method.owner(), context.program()))
                    .orElse(Text.EMPTY);
        }

        private Optional<DeclaredQuery> named(String name) {
            return NamedQueries.find(name, context).map(found -> stated(found.text(), found.inSql()));
        }

        /** {@code #{#entityName}} is the entity's name; other expressions are values. */
        private DeclaredQuery stated(Text text, boolean inSql) {
            String entity = domain.map(Entity::name).orElse("");
            List<Text.Part> parts = text.parts().stream().map(part -> new Text.Part(part.text()
                    .replaceAll(ENTITY_NAME, Matcher.quoteReplacement(entity)).replaceAll(EXPRESSION, ":expression"),
                    part.optional(),
                    part.knowledge())).toList();
            ArgumentTexts arguments = new ArgumentTexts(call, method.owner(), method.declaration(), context);
            Text filled = GivenPatterns.in(new Text(parts), arguments::of);
            return new DeclaredQuery(inSql ? Kind.SQL : Kind.JPQL, text.full(),
                    inSql ? TextShapes.sql(GivenNumbers.in(filled, arguments::isNumber), context)
                            : TextShapes.jpql(filled, context));
        }
    }
}
