package dev.seqscan.source.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.FieldDeclaration.Role;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration.Kind;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads types and their members. */
final class DeclarationReader {

    private final Spans spans;
    private final TypeNames names;
    private final ExpressionReader expressions;
    private final StatementReader statements;

    DeclarationReader(Spans spans, TypeNames names) {
        this.spans = spans;
        this.names = names;
        this.expressions = new ExpressionReader(this, spans, names);
        this.statements = new StatementReader(this, expressions, spans, names);
    }

    StatementReader statements() {
        return statements;
    }

    Optional<dev.seqscan.source.code.TypeDeclaration> type(TypeDeclaration<?> type) {
        if (type instanceof ClassOrInterfaceDeclaration declaration) {
            return Optional.of(classOrInterface(declaration));
        }
        if (type instanceof EnumDeclaration declaration) {
            return Optional.of(build(declaration, Kind.ENUM, List.of(), List.of(),
                    names.of(declaration.getImplementedTypes()), constants(declaration)));
        }
        if (type instanceof RecordDeclaration declaration) {
            return Optional.of(build(declaration, Kind.RECORD, names.parameters(declaration.getTypeParameters()),
                    List.of(), names.of(declaration.getImplementedTypes()), components(declaration)));
        }
        if (type instanceof AnnotationDeclaration declaration) {
            return Optional.of(build(declaration, Kind.ANNOTATION, List.of(), List.of(), List.of(), List.of()));
        }
        return Optional.empty();
    }

    private dev.seqscan.source.code.TypeDeclaration classOrInterface(ClassOrInterfaceDeclaration declaration) {
        return build(declaration, declaration.isInterface() ? Kind.INTERFACE : Kind.CLASS,
                names.parameters(declaration.getTypeParameters()), names.of(declaration.getExtendedTypes()),
                names.of(declaration.getImplementedTypes()), List.of());
    }

    /** The body of {@code new T() {..}} or of an enum constant. */
    dev.seqscan.source.code.TypeDeclaration anonymous(ObjectCreationExpr creation) {
        Members members = members(creation.getAnonymousClassBody().orElseGet(NodeList::new), Kind.CLASS);
        return new dev.seqscan.source.code.TypeDeclaration(Kind.CLASS, "", Set.of(), List.of(),
                List.of(names.of(creation.getType())), List.of(), List.of(), List.copyOf(members.fields),
                List.copyOf(members.methods), List.copyOf(members.nested), spans.of(creation), spans.of(creation.getType()));
    }

    private dev.seqscan.source.code.TypeDeclaration build(TypeDeclaration<?> type, Kind kind,
            List<dev.seqscan.source.code.TypeDeclaration.TypeParameter> parameters, List<TypeName> extended,
            List<TypeName> implemented, List<FieldDeclaration> first) {
        Members members = members(type.getMembers(), kind);
        List<FieldDeclaration> fields = new ArrayList<>(first);
        fields.addAll(members.fields);
        return new dev.seqscan.source.code.TypeDeclaration(kind, names.word(type.getNameAsString()),
                modifiers(type.getModifiers()), parameters, extended, implemented, annotations(type.getAnnotations()),
                List.copyOf(fields), List.copyOf(members.methods), List.copyOf(members.nested), spans.of(type), nameSpan(type));
    }

    private static final class Members {
        final List<FieldDeclaration> fields = new ArrayList<>();
        final List<dev.seqscan.source.code.MethodDeclaration> methods = new ArrayList<>();
        final List<dev.seqscan.source.code.TypeDeclaration> nested = new ArrayList<>();
    }

    private Members members(NodeList<BodyDeclaration<?>> declarations, Kind kind) {
        Members members = new Members();
        for (BodyDeclaration<?> member : declarations) {
            if (member instanceof com.github.javaparser.ast.body.FieldDeclaration field) {
                fields(field, kind, members.fields);
            } else if (member instanceof MethodDeclaration method) {
                members.methods.add(method(method, kind));
            } else if (member instanceof ConstructorDeclaration constructor) {
                members.methods.add(constructor(constructor));
            } else if (member instanceof CompactConstructorDeclaration constructor) {
                members.methods.add(compactConstructor(constructor));
            } else if (member instanceof AnnotationMemberDeclaration element) {
                members.methods.add(element(element));
            } else if (member instanceof InitializerDeclaration initializer) {
                members.methods.add(initializer(initializer));
            } else if (member instanceof TypeDeclaration<?> nested) {
                type(nested).ifPresent(members.nested::add);
            }
        }
        return members;
    }

    private void fields(com.github.javaparser.ast.body.FieldDeclaration field, Kind kind, List<FieldDeclaration> into) {
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        modifiers.addAll(modifiers(field.getModifiers()));
        if (kind == Kind.INTERFACE || kind == Kind.ANNOTATION) {
            modifiers.addAll(List.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL));
        }
        List<AnnotationUse> annotations = annotations(field.getAnnotations());
        for (VariableDeclarator variable : field.getVariables()) {
            Expression initializer = variable.getInitializer().map(expressions::read).orElse(null);
            into.add(new FieldDeclaration(Role.FIELD, names.word(variable.getNameAsString()), names.of(variable.getType()),
                    Set.copyOf(modifiers), annotations, initializer, spans.of(field), nameSpan(variable)));
        }
    }

    private dev.seqscan.source.code.MethodDeclaration method(MethodDeclaration method, Kind kind) {
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        modifiers.addAll(modifiers(method.getModifiers()));
        if (kind == Kind.INTERFACE && method.getBody().isEmpty()) {
            modifiers.add(Modifier.ABSTRACT);
        }
        return new dev.seqscan.source.code.MethodDeclaration(names.word(method.getNameAsString()), Set.copyOf(modifiers),
                names.parameters(method.getTypeParameters()), names.of(method.getType()),
                parameters(method.getParameters()), annotations(method.getAnnotations()),
                method.getBody().map(statements::block).orElse(null), spans.of(method), nameSpan(method));
    }

    /** An element of an annotation type is a method without parameters (JLS 9.6.1). */
    private dev.seqscan.source.code.MethodDeclaration element(AnnotationMemberDeclaration element) {
        return new dev.seqscan.source.code.MethodDeclaration(names.word(element.getNameAsString()),
                Set.of(Modifier.PUBLIC, Modifier.ABSTRACT), List.of(), names.of(element.getType()), List.of(),
                annotations(element.getAnnotations()), null, spans.of(element), nameSpan(element));
    }

    private dev.seqscan.source.code.MethodDeclaration constructor(ConstructorDeclaration constructor) {
        return new dev.seqscan.source.code.MethodDeclaration(dev.seqscan.source.code.MethodDeclaration.CONSTRUCTOR,
                modifiers(constructor.getModifiers()), names.parameters(constructor.getTypeParameters()),
                TypeName.of("void"), parameters(constructor.getParameters()), annotations(constructor.getAnnotations()),
                statements.block(constructor.getBody()), spans.of(constructor), nameSpan(constructor));
    }

    /** A compact constructor takes the record's components; its parameters are added by whoever links the record. */
    private dev.seqscan.source.code.MethodDeclaration compactConstructor(CompactConstructorDeclaration constructor) {
        List<dev.seqscan.source.code.MethodDeclaration.Parameter> parameters = constructor.getParentNode()
                .filter(RecordDeclaration.class::isInstance)
                .map(parent -> parameters(((RecordDeclaration) parent).getParameters())).orElse(List.of());
        return new dev.seqscan.source.code.MethodDeclaration(dev.seqscan.source.code.MethodDeclaration.CONSTRUCTOR,
                modifiers(constructor.getModifiers()), List.of(), TypeName.of("void"), parameters,
                annotations(constructor.getAnnotations()), statements.block(constructor.getBody()),
                spans.of(constructor), nameSpan(constructor));
    }

    private dev.seqscan.source.code.MethodDeclaration initializer(InitializerDeclaration initializer) {
        BlockStmt body = initializer.getBody();
        return new dev.seqscan.source.code.MethodDeclaration(initializer.isStatic() ? "<clinit>" : "<instance>",
                initializer.isStatic() ? Set.of(Modifier.STATIC) : Set.of(), List.of(), TypeName.of("void"), List.of(),
                List.of(), statements.block(body), spans.of(initializer), spans.of(initializer));
    }

    List<dev.seqscan.source.code.MethodDeclaration.Parameter> parameters(List<Parameter> parameters) {
        List<dev.seqscan.source.code.MethodDeclaration.Parameter> read = new ArrayList<>(parameters.size());
        for (Parameter parameter : parameters) {
            TypeName type = names.of(parameter.getType());
            read.add(new dev.seqscan.source.code.MethodDeclaration.Parameter(names.word(parameter.getNameAsString()),
                    TypeNames.withDimensions(type, parameter.isVarArgs() ? 1 : 0), parameter.isVarArgs(),
                    annotations(parameter.getAnnotations()), spans.of(parameter)));
        }
        return List.copyOf(read);
    }

    private List<FieldDeclaration> components(RecordDeclaration declaration) {
        List<FieldDeclaration> components = new ArrayList<>();
        for (Parameter component : declaration.getParameters()) {
            TypeName type = TypeNames.withDimensions(names.of(component.getType()), component.isVarArgs() ? 1 : 0);
            components.add(new FieldDeclaration(Role.RECORD_COMPONENT, names.word(component.getNameAsString()), type,
                    Set.of(Modifier.PRIVATE, Modifier.FINAL), annotations(component.getAnnotations()), null,
                    spans.of(component), nameSpan(component)));
        }
        return components;
    }

    private List<FieldDeclaration> constants(EnumDeclaration declaration) {
        List<FieldDeclaration> constants = new ArrayList<>();
        for (EnumConstantDeclaration constant : declaration.getEntries()) {
            constants.add(new FieldDeclaration(Role.ENUM_CONSTANT, names.word(constant.getNameAsString()),
                    names.named(declaration.getNameAsString()),
                    Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL), annotations(constant.getAnnotations()),
                    expressions.enumConstant(constant, declaration), spans.of(constant), nameSpan(constant)));
        }
        return constants;
    }

    /** The members of an enum constant with a body. */
    dev.seqscan.source.code.TypeDeclaration constantBody(EnumConstantDeclaration constant, EnumDeclaration declaration) {
        Members members = members(constant.getClassBody(), Kind.CLASS);
        return new dev.seqscan.source.code.TypeDeclaration(Kind.CLASS, "", Set.of(), List.of(),
                List.of(names.named(declaration.getNameAsString())), List.of(), List.of(), List.copyOf(members.fields),
                List.copyOf(members.methods), List.copyOf(members.nested), spans.of(constant), nameSpan(constant));
    }

    List<AnnotationUse> annotations(List<AnnotationExpr> annotations) {
        List<AnnotationUse> read = new ArrayList<>(annotations.size());
        for (AnnotationExpr annotation : annotations) {
            read.add(annotation(annotation));
        }
        return List.copyOf(read);
    }

    AnnotationUse annotation(AnnotationExpr annotation) {
        Map<String, Expression> attributes = new LinkedHashMap<>();
        if (annotation instanceof SingleMemberAnnotationExpr single) {
            attributes.put("value", expressions.read(single.getMemberValue()));
        } else if (annotation instanceof NormalAnnotationExpr normal) {
            for (MemberValuePair pair : normal.getPairs()) {
                attributes.put(names.word(pair.getNameAsString()), expressions.read(pair.getValue()));
            }
        }
        return new AnnotationUse(names.word(annotation.getNameAsString()), attributes, spans.of(annotation));
    }

    private Span nameSpan(NodeWithSimpleName<?> node) {
        return spans.of((Node) node.getName());
    }

    private static Set<Modifier> modifiers(List<com.github.javaparser.ast.Modifier> modifiers) {
        Set<Modifier> read = EnumSet.noneOf(Modifier.class);
        for (com.github.javaparser.ast.Modifier modifier : modifiers) {
            for (Modifier each : Modifier.values()) {
                if (each.name().equals(modifier.getKeyword().name())) {
                    read.add(each);
                }
            }
        }
        return Set.copyOf(read);
    }
}
