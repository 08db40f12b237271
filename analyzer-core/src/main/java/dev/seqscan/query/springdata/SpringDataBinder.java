package dev.seqscan.query.springdata;

import com.google.auto.service.AutoService;
import dev.seqscan.program.Module;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryBinder;
import dev.seqscan.query.QueryContext;
import java.util.Optional;

/** Statements sent through repositories of Spring Data. */
@AutoService(QueryBinder.class)
public final class SpringDataBinder implements QueryBinder {

    @Override
    public Optional<Query> bind(CallSite call, QueryContext context) {
        if (call.target().owner().equals("java.lang.Object")) {
            return Optional.empty();
        }
        Module module = call.body().owner().module();
        RepositoryTypes types = new RepositoryTypes(context.program(), module);
        return types.find(call.receiverType()).flatMap(repository -> {
            Optional<RepositoryMethod> method = RepositoryMethod.of(call.target(), context.program(), module);
            if (method.isPresent() && isCode(method.get(), repository, context, types)) {
                return Optional.empty();
            }
            return new RepositoryCall(call, repository, method, context).query();
        });
    }

    /** Default and static methods and those of fragments are code of the program, which is followed as such. */
    private static boolean isCode(RepositoryMethod method, RepositoryType repository, QueryContext context,
            RepositoryTypes types) {
        return method.declaration().body() != null || Fragments.implement(method, repository, context.program(), types);
    }
}
