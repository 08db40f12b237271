package dev.seqscan.program;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What runs as one: a module on which no other depends, with all modules that it reaches. Schema, settings and mapped
 * classes belong to an application; a library may be part of several.
 *
 * @param name of the module that nothing depends on
 * @param modules that one first, the others ordered by directory; tests' dependencies are not among them
 * @param springBoot whether the build of one of them names Spring Boot
 * @param libraries {@code groupId:artifactId} of what their builds depend on, but for tests only
 */
public record Application(String name, List<Module> modules, boolean springBoot, Set<String> libraries) {

    /** The module that nothing depends on. */
    public Module main() {
        return modules.get(0);
    }

    /** Directories of its modules. */
    public Set<String> directories() {
        return modules.stream().map(Module::directory).collect(Collectors.toUnmodifiableSet());
    }
}
