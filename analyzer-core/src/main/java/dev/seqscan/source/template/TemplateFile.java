package dev.seqscan.source.template;

import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a template reads. A property {@code order.customer} is an {@link Expression.Select}, whose getter is not known
 * yet; an included fragment is a call without a target that {@link FragmentName} tells apart.
 *
 * @param path relative to the scanned root, with forward slashes
 * @param fragments by name; the whole template is the one with the empty name
 */
public record TemplateFile(String path, Map<String, Fragment> fragments) {

    private static final String FOLDER = "/templates/";
    private static final String SUFFIX = ".html";

    /** A named part of a template, or all of it. */
    public record Fragment(String name, List<String> parameters, List<Statement> statements) {
    }

    /**
     * The name by which a controller means a template: its path below {@code classpath:/templates/}, without its suffix
     * (Spring Boot reference, "Thymeleaf": {@code spring.thymeleaf.prefix} and {@code suffix}); empty for other files.
     */
    public static Optional<String> viewName(String path) {
        String rooted = "/" + path;
        int folder = rooted.indexOf(FOLDER);
        return folder < 0 || !rooted.endsWith(SUFFIX) ? Optional.empty()
                : Optional.of(rooted.substring(folder + FOLDER.length(), rooted.length() - SUFFIX.length()));
    }
}
