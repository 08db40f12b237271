package dev.seqscan.program;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * What a build file says of a module.
 *
 * @param directory relative to the scanned root, empty for the root itself
 * @param dependencies on other modules of the tree
 * @param springBoot whether the build names Spring Boot
 * @param open whether it depends on a module of the same build that is not in the tree
 * @param libraries {@code groupId:artifactId} of all it depends on, but for tests only
 */
record BuildModule(String name, String directory, List<Dependency> dependencies, boolean springBoot, boolean open,
        Set<String> libraries) {

    /** A dependency on the module in a directory; one for tests alone is not handed on to dependants. */
    record Dependency(String directory, boolean test) {
    }

    /** Follows a path with {@code .} and {@code ..} from a directory; steps above the root are dropped. */
    static String resolve(String directory, String relative) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (directory + "/" + relative.replace('\\', '/')).split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /** The directory around a path; empty for what lies in the root. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
