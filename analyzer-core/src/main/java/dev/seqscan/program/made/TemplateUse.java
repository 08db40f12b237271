package dev.seqscan.program.made;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.Template;
import dev.seqscan.source.template.TemplateFile;
import java.util.List;

/**
 * A template, or a fragment of it, that is shown with values of certain types.
 *
 * @param fragment empty for the whole template
 * @param types of the variables that {@link TemplateBodies#variables} names; unknown ones among them
 */
public record TemplateUse(Template template, String fragment, List<JavaType> types) {

    private static final String FRAGMENT = "fragment ";

    /** The method that stands for showing it, whatever it is shown with. */
    public CallTarget target() {
        String owner = template.type().name();
        JavaType any = new JavaType.Unknown("a template takes any value");
        return new CallTarget(owner, methodName(), types.stream().map(each -> any).toList(), Primitive.VOID, JavaType.of(owner),
                false, false);
    }

    /** Tells a template or fragment from all others. */
    public String key() {
        return template.type().name() + " " + fragment;
    }

    String methodName() {
        return fragment.isEmpty() ? "show" : FRAGMENT + fragment;
    }

    /** What its method is called in reports: {@code the template orders/list}. */
    public static String label(String owner, String method) {
        String path = owner.substring(Template.CLASS.length());
        String part = method.startsWith(FRAGMENT) ? method + " of " : "";
        return "the " + part + "template " + TemplateFile.viewName(path).orElse(path);
    }

    /** Whether a class stands for a template. */
    public static boolean isTemplate(String className) {
        return className.startsWith(Template.CLASS);
    }
}
