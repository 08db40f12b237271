package dev.seqscan.program.made;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Template;
import java.util.List;

/**
 * A template, or a fragment of it, that is shown with values of certain types.
 *
 * @param fragment empty for the whole template
 * @param types of the variables that {@link TemplateBodies#variables} names; {@code Object} where one is not known
 */
public record TemplateUse(Template template, String fragment, List<JavaType> types) {

    /** One whose types are as far as a parameter can have them. */
    public static TemplateUse of(Template template, String fragment, List<JavaType> types) {
        return new TemplateUse(template, fragment, types.stream().map(TemplateUse::named).toList());
    }

    private static JavaType named(JavaType type) {
        boolean plain = type instanceof JavaType.Primitive primitive && !primitive.equals(JavaType.NULL) && !primitive.equals(JavaType.VOID);
        return plain || type instanceof JavaType.ClassType || type instanceof JavaType.ArrayType ? type : JavaType.OBJECT;
    }

    /** The method that stands for showing it. */
    public CallTarget target() {
        String owner = template.type().name();
        return new CallTarget(owner, methodName(), types, JavaType.VOID, JavaType.of(owner), true, false);
    }

    String methodName() {
        return (fragment.isEmpty() ? "" : "fragment " + fragment + " ") + types;
    }

    /** What its method is called in reports: {@code the template orders/list}. */
    public static String label(String owner, String method) {
        String fragment = method.startsWith("fragment ") ? method.substring(0, method.indexOf(" [")) + " of " : "";
        return "the " + fragment + owner;
    }

    /** Whether a class stands for a template. */
    public static boolean isTemplate(String className) {
        return className.startsWith("template ");
    }
}
