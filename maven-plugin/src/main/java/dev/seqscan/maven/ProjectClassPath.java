package dev.seqscan.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyFilter;

/**
 * The jars that projects depend on, as far as they can be had. What cannot be had is a notice and no failure, because the
 * analysis only gets less sure without it; that is why the goals do not let Maven resolve dependencies, which would fail in
 * a fresh checkout as soon as one module needs another.
 */
final class ProjectClassPath {

    private final ProjectDependenciesResolver resolver;
    private final MavenSession session;
    private final boolean withTests;
    private final Log log;
    private final Set<Path> entries = new LinkedHashSet<>();
    private final Set<String> missing = new TreeSet<>();

    ProjectClassPath(ProjectDependenciesResolver resolver, MavenSession session, boolean withTests, Log log) {
        this.resolver = resolver;
        this.session = session;
        this.withTests = withTests;
        this.log = log;
    }

    /** Adds the dependencies of the projects, in their order. */
    void add(Collection<MavenProject> projects) {
        DependencyFilter filter = filter();
        Set<String> own = keys(projects);
        for (MavenProject project : projects) {
            add(new ProjectWithout(own, project), filter);
        }
    }

    /** The jars, each once. */
    List<Path> entries() {
        return List.copyOf(entries);
    }

    /** What is missing, in one sentence each. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    private void add(MavenProject project, DependencyFilter filter) {
        DependencyResolutionResult result = resolve(project, filter);
        for (Dependency dependency : result.getResolvedDependencies()) {
            Path file = dependency.getArtifact().getFile().toPath().toAbsolutePath();
            if (file.toString().endsWith(".jar")) {
                entries.add(file);
            }
        }
        for (Dependency dependency : result.getUnresolvedDependencies()) {
            missing.add(missing(dependency.getArtifact().toString(), project));
        }
        if (!result.getCollectionErrors().isEmpty()) {
            missing.add(missing("what its dependencies need", project));
        }
    }

    private DependencyResolutionResult resolve(MavenProject project, DependencyFilter filter) {
        try {
            return resolver.resolve(new DefaultDependencyResolutionRequest(project, session.getRepositorySession())
                    .setResolutionFilter(filter));
        } catch (DependencyResolutionException e) {
            log.debug("Not all dependencies of " + project.getId() + " can be had", e);
            return e.getResult();
        }
    }

    private static String missing(String what, MavenProject project) {
        return "Not on the class path of " + project.getArtifactId() + ", as it could not be resolved: " + what + ".";
    }

    /** Modules of this run are left out: they are read as sources, and no repository has them yet. */
    private DependencyFilter filter() {
        Set<String> modules = keys(new ArrayList<>(session.getAllProjects()));
        return (node, parents) -> node.getDependency() != null
                && (withTests || !"test".equals(node.getDependency().getScope()))
                && !modules.contains(ArtifactUtils.versionlessKey(
                        node.getArtifact().getGroupId(), node.getArtifact().getArtifactId()));
    }

    private static Set<String> keys(Collection<MavenProject> projects) {
        return projects.stream().map(each -> ArtifactUtils.versionlessKey(each.getGroupId(), each.getArtifactId()))
                .collect(Collectors.toSet());
    }
}
