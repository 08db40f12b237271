package dev.seqscan.query.annotated;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.query.DeclaredMethod;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.Text;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which annotations of the program hold SQL: those of which at least one use on a method without a body is a statement that
 * the parser accepts and that has signs which no sentence has. A sentence that only begins like a statement is none.
 */
final class SqlAnnotations {

    /** An annotation and the text that it holds. */
    record Use(AnnotationUse annotation, Text text) {
    }

    /** Frameworks with a binder of their own, and annotations that describe methods for people. */
    private static final List<String> OTHERS = List.of("java.", "javax.persistence.", "jakarta.persistence.",
            "org.springframework.", "org.apache.ibatis.", "com.baomidou.", "org.jdbi.", "org.skife.jdbi.", "io.swagger.", "org.eclipse.microprofile.",
            "com.fasterxml.", "lombok.", "org.junit.", "io.cucumber.");
    private static final List<String> ATTRIBUTES = List.of("value", "sql", "query", "statement");
    private static final Pattern BEGINNING = Pattern.compile("(?is)^(?:\\s|\\(|--[^\\n]*+\\n|/\\*(?:[^*]|\\*(?!/))*+\\*/)*+"
            + "(?:select|insert|update|delete|with|merge|replace|upsert)\\b.*");
    private static final Pattern SIGNS = Pattern.compile("[=*?]|:\\w|[#$]\\{|\\bvalues\\s*\\(", Pattern.CASE_INSENSITIVE);

    private final QueryContext context;
    private final Set<String> implemented = new HashSet<>();
    private final Set<String> holding = new HashSet<>();

    SqlAnnotations(QueryContext context) {
        this.context = context;
        Program program = context.program();
        for (DeclaredClass type : program.classes()) {
            if (type.declaration().isInterface()) {
                type.declaration().methods().stream().filter(each -> each.body() == null && !each.annotations().isEmpty())
                        .forEach(each -> learn(new DeclaredMethod(type, each)));
            } else if (!type.isTest()) {
                type.declaration().implemented().forEach(each -> implemented.add(type.resolve(each).className()));
            }
        }
    }

    private void learn(DeclaredMethod method) {
        for (AnnotationUse use : method.declaration().annotations()) {
            String type = method.owner().annotationType(use);
            boolean open = !holding.contains(type) && !use.attributes().isEmpty() && isOpen(type);
            if (open && text(method, use).filter(this::isStatement).isPresent()) {
                holding.add(type);
            }
        }
    }

    private static boolean isOpen(String annotation) {
        return OTHERS.stream().noneMatch(annotation::startsWith);
    }

    /** The annotation that holds the statement of a method; empty where a class has the method, or none holds SQL. */
    Optional<Use> of(DeclaredMethod method) {
        if (holding.isEmpty() || implemented.contains(method.owner().name()) || isTemplate(method.declaration())) {
            return Optional.empty();
        }
        return method.declaration().annotations().stream().filter(use -> holding.contains(method.owner().annotationType(use)))
                .flatMap(use -> text(method, use).map(text -> new Use(use, text)).stream()).findFirst();
    }

    /** NPJT gives the text itself to the caller, who sends it, where the type of the query is {@code TEMPLATE}. */
    private static boolean isTemplate(MethodDeclaration method) {
        return method.returnType().simpleName().equals("String") && method.annotations().stream()
                .flatMap(use -> use.attributes().values().stream()).anyMatch(SqlAnnotations::isTemplate);
    }

    private static boolean isTemplate(Expression value) {
        return value instanceof Expression.Select select && select.name().equals("TEMPLATE")
                || value instanceof Expression.Name name && name.name().equals("TEMPLATE");
    }

    private Optional<Text> text(DeclaredMethod method, AnnotationUse use) {
        return ATTRIBUTES.stream().filter(each -> use.attribute(each).isPresent())
                .map(each -> method.text(use, each, context.program()))
                .filter(text -> BEGINNING.matcher(text.full()).matches()).findFirst();
    }

    private boolean isStatement(Text text) {
        Optional<String> sql = text.constant().filter(each -> SIGNS.matcher(each).find());
        return sql.map(context::sql).filter(shape -> shape.command() != QueryShape.Command.OTHER).isPresent();
    }
}
