package dev.seqscan;

import dev.seqscan.flow.Flow;
import dev.seqscan.flow.Given;
import dev.seqscan.flow.Insertion;
import dev.seqscan.flow.PageArgument;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.flow.ResultUse;
import dev.seqscan.flow.Site;
import dev.seqscan.program.ModuleGraph;
import dev.seqscan.query.DeclaredStatement;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.source.Place;
import dev.seqscan.source.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Statements that a library declares for others: where no request and no job reaches any statement of a program, those who call
 * are not in the tree, and what it declares is sent by them. Else what no call sends is left over.
 */
final class DeclaredUses {

    private DeclaredUses() {
    }

    /** What a program does, with the statements that it declares for others. */
    static Flow added(Flow flow, Supplier<List<DeclaredStatement>> declared, ModuleGraph graph) {
        boolean library = flow.queryUses().stream().allMatch(use -> use.site().entryPoint().isEmpty());
        if (!library) {
            return flow;
        }
        Set<Place> sent = flow.queryUses().stream().map(each -> each.query().place()).collect(Collectors.toSet());
        List<QueryUse> all = new ArrayList<>(flow.queryUses());
        List<Insertion> insertions = new ArrayList<>(flow.insertions());
        List<DeclaredStatement> left = declared.get().stream().filter(each -> !sent.contains(each.place())).toList();
        // Here their texts are put together and parsed, of which a library may have thousands.
        List<QueryUse> uses = Workers.map(left, each -> use(each, graph.of(each.place().file()).directory()));
        for (QueryUse use : uses) {
            all.add(use);
            if (use.query().shape().command() == Command.INSERT && use.query().acceptsMany()) {
                insertions.add(new Insertion(use.query(), use.site(), Insertion.Manner.MANY));
            }
        }
        return flow.with(all, insertions);
    }

    private static QueryUse use(DeclaredStatement declared, String module) {
        Query query = declared.query();
        int dot = declared.name().lastIndexOf('.');
        String method = declared.name().substring(dot + 1);
        Site site = new Site(query.place(), declared.name().substring(0, Math.max(0, dot)) + "#" + method, method, false, "");
        PageArgument page = query.paging().form() == Query.Paging.Form.OFFSET ? PageArgument.UNKNOWN : PageArgument.NONE;
        return new QueryUse(site, query, page, module, Given.NOTHING, false, ResultUse.ANY);
    }
}
