package dev.seqscan.query.mybatis;

import dev.seqscan.config.Settings;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
import dev.seqscan.query.DeclaredMethod;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether Spring keeps the results of a mapper's method. {@code @Cacheable} does nothing until a configuration class has
 * {@code @EnableCaching}, and {@code spring.cache.type=none} switches it off (reference of Spring, "Cache Abstraction").
 */
final class MethodCaches {

    private static final String CACHEABLE = "org.springframework.cache.annotation.Cacheable";
    private static final String ENABLE = "org.springframework.cache.annotation.EnableCaching";

    private final List<Module> enabledIn = new ArrayList<>();

    MethodCaches(Program program) {
        program.classes().stream().filter(type -> !type.isTest() && type.annotation(ENABLE).isPresent())
                .map(DeclaredClass::module).forEach(enabledIn::add);
    }

    /** Whether the method's results are kept where a class of the module calls it. */
    boolean keeps(DeclaredMethod method, Module caller, Settings settings) {
        boolean declared = method.annotation(CACHEABLE).isPresent() || method.owner().annotation(CACHEABLE).isPresent();
        return declared && enabledIn.stream().anyMatch(each -> each.reaches().contains(caller.directory())
                || caller.reaches().contains(each.directory()))
                && settings.text("spring.cache.type").filter(type -> type.strip().equalsIgnoreCase("none")).isEmpty();
    }
}
