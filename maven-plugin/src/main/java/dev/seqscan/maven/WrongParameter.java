package dev.seqscan.maven;

import org.apache.maven.plugin.MojoExecutionException;

/** Says that a parameter cannot be used, which stops the goal before it has done anything. */
final class WrongParameter {

    private WrongParameter() {
    }

    /**
     * The exception that Maven shows.
     *
     * @param name of the property, as {@code seqscan.path}
     * @param value as the user gave it
     * @param hint what is wrong with it and what is allowed
     */
    static MojoExecutionException of(String name, Object value, String hint) {
        return new MojoExecutionException("Wrong parameter " + name + "=" + value + ": " + hint);
    }
}
