package dev.seqscan.query.mybatis;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.Module;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.mybatis.PlusMethods.By;
import dev.seqscan.query.mybatis.PlusMethods.PlusMethod;

/** What to call in place of a method for one row, of those that the receiver or the program has. */
final class PlusAdvice {

    private static final String MAPPED = "a mapper method with <foreach> over the rows, or a session with ExecutorType.BATCH";

    private final CallSite call;
    private final PlusMethod method;
    private final Mappers mappers;

    PlusAdvice(CallSite call, PlusMethod method, Mappers mappers) {
        this.call = call;
        this.method = method;
        this.mappers = mappers;
    }

    Query.Advice advice() {
        JavaType receiver = call.receiverType();
        Module module = call.body().owner().module();
        boolean mapper = PlusTypes.isMapper(receiver, mappers, module);
        boolean common = mapper && PlusTypes.isCommon(receiver, mappers, module);
        boolean one = method.by() == By.ID;
        String many = switch (method.command()) {
            case INSERT -> batch(mapper, common, "saveBatch(list)", Command.INSERT);
            case UPDATE -> one ? batch(mapper, common, "updateBatchById(list)", Command.UPDATE)
                    : "one update " + in(common);
            case DELETE -> one && !common ? mapper ? "deleteBatchIds(ids)" : "removeByIds(ids)" : "one delete " + in(common);
            default -> one && !common ? mapper ? "selectBatchIds(ids)" : "listByIds(ids)" : "one query " + in(common);
        };
        return new Query.Advice("", many, "a condition on the sort key of the last row");
    }

    private static String in(boolean common) {
        return common ? "whose Example has andIn(..)" : "whose wrapper has in(..)";
    }

    /** Mappers have no method for lists before 3.5.7; services and {@code Db} have, where the program uses them. */
    private String batch(boolean mapper, boolean common, String ofService, Command command) {
        if (!mapper) {
            return ofService;
        }
        Module module = call.body().owner().module();
        return mappers.batchMethod(call.receiverType(), command, module).map(name -> name + "(list)")
                .orElseGet(() -> common || !mappers.hasServices() ? MAPPED : ofService + " of a service or of Db");
    }
}
