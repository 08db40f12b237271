package dev.seqscan.maven;

import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/**
 * A project as if it did not depend on some modules. Where these are not built, as with {@code -pl} in a fresh checkout, Maven
 * would ask all repositories for them, in each run anew.
 */
final class ProjectWithout extends MavenProject {

    private final Set<String> modules;

    /**
     * Takes the modules as {@code group:artifact}. What they need themselves is left out with them, so each of them must be
     * asked, too.
     */
    ProjectWithout(Set<String> modules, MavenProject project) {
        super(project);
        this.modules = modules;
    }

    @Override
    public List<Dependency> getDependencies() {
        return super.getDependencies().stream().filter(each -> !modules.contains(key(each))).toList();
    }

    /** Nothing, so that the dependencies above are taken; otherwise it is what goals before have resolved. */
    @Override
    public Set<Artifact> getDependencyArtifacts() {
        return null;
    }

    private static String key(Dependency dependency) {
        return ArtifactUtils.versionlessKey(dependency.getGroupId(), dependency.getArtifactId());
    }
}
