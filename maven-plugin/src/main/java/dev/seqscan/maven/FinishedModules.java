package dev.seqscan.maven;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * Tells when the last module of a run is done with an execution of the goal. The modules are counted, since in a parallel
 * build the last one in the order need not be the last to finish.
 */
final class FinishedModules {

    /** No module has these names: theirs have colons. */
    private static final String WANTED = "wanted";
    private static final String GIVEN = "given";

    private final MavenSession session;
    private final MojoExecution execution;

    FinishedModules(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.execution = execution;
    }

    /**
     * Notes that a module is done.
     *
     * @param wanted whether this module wants the work that waits for the last one
     * @return whether it is the last one and any of them wants the work; true for one module of a run only
     */
    boolean add(MavenProject module, boolean wanted) {
        Set<String> finished = finished();
        synchronized (finished) {
            if (wanted) {
                finished.add(WANTED);
            }
            finished.add(module.getId());
            return finished.contains(WANTED) && session.getProjects().stream().filter(takesPart())
                    .allMatch(other -> finished.contains(other.getId()) || cannotFinish(other)) && finished.add(GIVEN);
        }
    }

    /** A module that failed is not waited for, nor one that Maven leaves out for it, or {@code --fail-at-end} would hide all. */
    private boolean cannotFinish(MavenProject module) {
        return failed(module) || MavenExecutionRequest.REACTOR_FAIL_AT_END.equals(session.getReactorFailureBehavior())
                && session.getProjectDependencyGraph().getUpstreamProjects(module, true).stream().anyMatch(this::failed);
    }

    private boolean failed(MavenProject module) {
        return session.getResult().getBuildSummary(module) instanceof BuildFailure;
    }

    /** The one map that the threads of a run share. It is read and set atomically, and another run has another one. */
    @SuppressWarnings("unchecked")
    private Set<String> finished() {
        SessionData data = session.getRepositorySession().getData();
        String key = execution.getPlugin().getId() + ":" + execution.getGoal() + "@" + execution.getExecutionId();
        data.set(key, null, ConcurrentHashMap.newKeySet());
        return (Set<String>) data.get(key);
    }

    private Predicate<MavenProject> takesPart() {
        return execution.getSource() == MojoExecution.Source.CLI ? module -> true : this::bindsExecution;
    }

    private boolean bindsExecution(MavenProject module) {
        Plugin plugin = module.getPlugin(execution.getPlugin().getKey());
        return plugin != null && plugin.getExecutions().stream().anyMatch(this::isThis);
    }

    private boolean isThis(PluginExecution other) {
        return other.getId().equals(execution.getExecutionId()) && other.getGoals().contains(execution.getGoal())
                && !"none".equals(other.getPhase());
    }
}
