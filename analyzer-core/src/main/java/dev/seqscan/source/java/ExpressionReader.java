package dev.seqscan.source.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.expr.*;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Expression.LiteralKind;
import dev.seqscan.source.code.Expression.Pattern;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;

/** Reads expressions. */
final class ExpressionReader {

    private final DeclarationReader declarations;
    private final Spans spans;
    private final TypeNames names;

    ExpressionReader(DeclarationReader declarations, Spans spans, TypeNames names) {
        this.declarations = declarations;
        this.spans = spans;
        this.names = names;
    }

    List<Expression> all(List<? extends com.github.javaparser.ast.expr.Expression> expressions) {
        List<Expression> read = new ArrayList<>(expressions.size());
        for (com.github.javaparser.ast.expr.Expression expression : expressions) {
            read.add(read(expression));
        }
        return List.copyOf(read);
    }

    Expression read(com.github.javaparser.ast.expr.Expression expression) {
        com.github.javaparser.ast.expr.Expression inner = expression;
        while (inner instanceof EnclosedExpr enclosed) {
            inner = enclosed.getInner();
        }
        if (inner instanceof LiteralExpr literal) {
            return literal(literal);
        }
        if (inner instanceof NameExpr || inner instanceof FieldAccessExpr || inner instanceof ThisExpr
                || inner instanceof SuperExpr) {
            return name(inner);
        }
        if (inner instanceof MethodCallExpr || inner instanceof ObjectCreationExpr || inner instanceof LambdaExpr
                || inner instanceof MethodReferenceExpr) {
            return invocation(inner);
        }
        return operation(inner);
    }

    private Expression literal(LiteralExpr literal) {
        Span span = spans.of(literal);
        if (literal instanceof TextBlockLiteralExpr text) {
            return new Expression.Literal(LiteralKind.STRING, escaped(text), span);
        }
        if (literal instanceof StringLiteralExpr text) {
            return new Expression.Literal(LiteralKind.STRING, escaped(text), span);
        }
        if (literal instanceof BooleanLiteralExpr flag) {
            return new Expression.Literal(LiteralKind.BOOLEAN, flag.getValue(), span);
        }
        if (literal instanceof NullLiteralExpr) {
            return new Expression.Literal(LiteralKind.NULL, null, span);
        }
        if (literal instanceof CharLiteralExpr character) {
            String text = escaped(character);
            return new Expression.Literal(LiteralKind.CHAR, text.isEmpty() ? null : text.charAt(0), span);
        }
        return number((LiteralStringValueExpr) literal, span);
    }

    private static Expression number(LiteralStringValueExpr literal, Span span) {
        String text = literal.getValue().replace("_", "");
        if (literal instanceof IntegerLiteralExpr) {
            return new Expression.Literal(LiteralKind.INT, whole(text), span);
        }
        if (literal instanceof LongLiteralExpr) {
            return new Expression.Literal(LiteralKind.LONG, whole(text.replaceAll("[lL]$", "")), span);
        }
        boolean isFloat = text.endsWith("f") || text.endsWith("F");
        return new Expression.Literal(isFloat ? LiteralKind.FLOAT : LiteralKind.DOUBLE, real(text), span);
    }

    private static Long whole(String text) {
        try {
            if (text.startsWith("0x") || text.startsWith("0X")) {
                return Long.parseUnsignedLong(text.substring(2), 16);
            }
            if (text.startsWith("0b") || text.startsWith("0B")) {
                return Long.parseUnsignedLong(text.substring(2), 2);
            }
            return text.length() > 1 && text.startsWith("0") ? Long.parseLong(text, 8) : Long.parseLong(text);
        } catch (NumberFormatException outOfRange) {
            return null;
        }
    }

    private static Double real(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    private static String escaped(LiteralStringValueExpr literal) {
        try {
            if (literal instanceof TextBlockLiteralExpr text) {
                return text.translateEscapes();
            }
            return literal instanceof StringLiteralExpr text ? text.asString()
                    : com.github.javaparser.utils.StringEscapeUtils.unescapeJava(literal.getValue());
        } catch (RuntimeException badEscape) {
            return literal.getValue();
        }
    }

    private Expression name(com.github.javaparser.ast.expr.Expression expression) {
        Span span = spans.of(expression);
        if (expression instanceof NameExpr name) {
            return new Expression.Name(names.word(name.getNameAsString()), span);
        }
        if (expression instanceof FieldAccessExpr access) {
            return new Expression.Select(read(access.getScope()), names.word(access.getNameAsString()),
                    spans.of(access.getName()), span);
        }
        if (expression instanceof ThisExpr self) {
            return new Expression.This(self.getTypeName().map(n -> TypeName.of(n.asString())).orElse(null), span);
        }
        SuperExpr parent = (SuperExpr) expression;
        return new Expression.Super(parent.getTypeName().map(n -> TypeName.of(n.asString())).orElse(null), span);
    }

    private Expression invocation(com.github.javaparser.ast.expr.Expression expression) {
        Span span = spans.of(expression);
        if (expression instanceof MethodCallExpr call) {
            return new Expression.Call(call.getScope().map(this::read).orElse(null), names.word(call.getNameAsString()),
                    call.getTypeArguments().map(names::of).orElse(List.of()), all(call.getArguments()),
                    spans.of(call.getName()), span);
        }
        if (expression instanceof ObjectCreationExpr creation) {
            TypeDeclaration body = creation.getAnonymousClassBody().isPresent() ? declarations.anonymous(creation) : null;
            return new Expression.New(creation.getScope().map(this::read).orElse(null), names.of(creation.getType()),
                    all(creation.getArguments()), body, span);
        }
        if (expression instanceof LambdaExpr lambda) {
            return lambda(lambda, span);
        }
        MethodReferenceExpr reference = (MethodReferenceExpr) expression;
        String name = reference.getIdentifier().equals("new") ? MethodDeclaration.CONSTRUCTOR : reference.getIdentifier();
        return new Expression.MethodReference(read(reference.getScope()), name, span);
    }

    private Expression lambda(LambdaExpr lambda, Span span) {
        List<MethodDeclaration.Parameter> parameters = declarations.parameters(lambda.getParameters());
        if (lambda.getBody() instanceof ExpressionStmt value) {
            Statement.Return returned = new Statement.Return(read(value.getExpression()), spans.of(value));
            return new Expression.Lambda(parameters, new Statement.Block(List.of(returned), spans.of(value)), true, span);
        }
        return new Expression.Lambda(parameters, declarations.statements().block(lambda.getBody().asBlockStmt()), false, span);
    }

    /** {@code this(..)} or {@code super(..)} at the start of a constructor. */
    Expression constructorCall(ExplicitConstructorInvocationStmt call) {
        Span span = spans.of(call);
        Expression target = call.isThis() ? new Expression.This(null, span) : new Expression.Super(null, span);
        return new Expression.Call(target, MethodDeclaration.CONSTRUCTOR, List.of(), all(call.getArguments()), span, span);
    }

    /** An enum constant is an object made with its arguments. */
    Expression enumConstant(EnumConstantDeclaration constant, EnumDeclaration declaration) {
        TypeDeclaration body = constant.getClassBody().isEmpty() ? null : declarations.constantBody(constant, declaration);
        return new Expression.New(null, names.named(declaration.getNameAsString()), all(constant.getArguments()), body,
                spans.of(constant));
    }

    private Expression operation(com.github.javaparser.ast.expr.Expression expression) {
        Span span = spans.of(expression);
        if (expression instanceof BinaryExpr binary) {
            return binary(binary);
        }
        if (expression instanceof UnaryExpr unary) {
            return new Expression.Unary(unary.getOperator().asString(), unary.isPrefix(), read(unary.getExpression()), span);
        }
        if (expression instanceof AssignExpr assign) {
            return new Expression.Assign(assign.getOperator().asString(), read(assign.getTarget()),
                    read(assign.getValue()), span);
        }
        if (expression instanceof ConditionalExpr choice) {
            return new Expression.Conditional(read(choice.getCondition()), read(choice.getThenExpr()),
                    read(choice.getElseExpr()), span);
        }
        if (expression instanceof CastExpr cast) {
            return new Expression.Cast(names.of(cast.getType()), read(cast.getExpression()), span);
        }
        if (expression instanceof InstanceOfExpr test) {
            Pattern pattern = test.getPattern().map(this::pattern)
                    .orElseGet(() -> new Pattern.TypePattern(names.of(test.getType()), "", spans.of(test.getType())));
            return new Expression.InstanceOf(read(test.getExpression()), pattern, span);
        }
        if (expression instanceof SwitchExpr choice) {
            return new Expression.SwitchExpression(read(choice.getSelector()),
                    declarations.statements().cases(choice.getEntries()), span);
        }
        return arrayOrType(expression);
    }

    /** Long chains of {@code +} lean to the left: they are walked in a loop, so that their length costs no stack. */
    private Expression binary(BinaryExpr binary) {
        List<BinaryExpr> chain = new ArrayList<>();
        com.github.javaparser.ast.expr.Expression left = binary;
        while (left instanceof BinaryExpr next) {
            chain.add(next);
            left = next.getLeft();
        }
        Expression result = read(left);
        for (int i = chain.size() - 1; i >= 0; i--) {
            BinaryExpr next = chain.get(i);
            result = new Expression.Binary(next.getOperator().asString(), result, read(next.getRight()), spans.of(next));
        }
        return result;
    }

    private Expression arrayOrType(com.github.javaparser.ast.expr.Expression expression) {
        Span span = spans.of(expression);
        if (expression instanceof ArrayAccessExpr access) {
            return new Expression.ArrayAccess(read(access.getName()), read(access.getIndex()), span);
        }
        if (expression instanceof ArrayCreationExpr creation) {
            List<Expression> sizes = new ArrayList<>();
            creation.getLevels().forEach(level -> level.getDimension().ifPresent(size -> sizes.add(read(size))));
            TypeName type = TypeNames.withDimensions(names.of(creation.getElementType()), creation.getLevels().size());
            return new Expression.NewArray(type, List.copyOf(sizes),
                    creation.getInitializer().map(init -> all(init.getValues())).orElse(null), span);
        }
        if (expression instanceof ArrayInitializerExpr initializer) {
            return new Expression.NewArray(TypeName.of("var"), List.of(), all(initializer.getValues()), span);
        }
        if (expression instanceof ClassExpr literal) {
            return new Expression.ClassLiteral(names.of(literal.getType()), span);
        }
        if (expression instanceof TypeExpr type) {
            return typeOrName(type, span);
        }
        if (expression instanceof AnnotationExpr annotation) {
            return new Expression.AnnotationValue(declarations.annotation(annotation), span);
        }
        List<Expression> children = new ArrayList<>();
        for (Node child : expression.getChildNodes()) {
            if (child instanceof com.github.javaparser.ast.expr.Expression nested) {
                children.add(read(nested));
            }
        }
        return new Expression.Opaque(List.copyOf(children), span);
    }

    /** {@code _} matches anything and names nothing. */
    private Pattern component(Node component) {
        return component instanceof PatternExpr pattern ? pattern(pattern)
                : new Pattern.TypePattern(TypeName.of("var"), "", spans.of(component));
    }

    /** {@code mapper::toDto} may start with a variable or a type, which only scopes can tell; the parser says type. */
    private Expression typeOrName(TypeExpr type, Span span) {
        TypeName name = names.of(type.getType());
        if (!name.arguments().isEmpty() || name.dimensions() > 0) {
            return new Expression.TypeLiteral(name, span);
        }
        Expression read = null;
        for (String part : name.name().split("\\.")) {
            read = read == null ? new Expression.Name(part, span) : new Expression.Select(read, part, span, span);
        }
        return read;
    }

    Pattern pattern(PatternExpr pattern) {
        if (pattern instanceof TypePatternExpr typed) {
            return new Pattern.TypePattern(names.of(typed.getType()), names.word(typed.getNameAsString()), spans.of(pattern));
        }
        if (pattern instanceof RecordPatternExpr composed) {
            List<Pattern> components = new ArrayList<>();
            composed.getPatternList().forEach(component -> components.add(component(component)));
            return new Pattern.RecordPattern(names.of(composed.getType()), List.copyOf(components), spans.of(pattern));
        }
        return new Pattern.TypePattern(TypeName.of("var"), "", spans.of(pattern));
    }
}
