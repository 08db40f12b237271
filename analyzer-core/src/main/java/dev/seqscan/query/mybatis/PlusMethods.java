package dev.seqscan.query.mybatis;

import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The methods of {@code BaseMapper}, {@code IService}, {@code Model}, {@code Db} and of the chained wrappers that send a
 * statement (MyBatis-Plus 3, "CRUD Interfaces"), and those that MyBatis-Plus-Join adds. The same
 * names mean the same in all of them.
 */
final class PlusMethods {

    /** Which rows are meant. */
    enum By {
        /** One row by its identifier. */
        ID,
        /** Rows by a list of identifiers. */
        IDS,
        /** What a wrapper or a map says. */
        CONDITIONS,
        /** Those that are given. */
        ROWS
    }

    /**
     * One method.
     *
     * @param many whether it is for a list
     */
    record PlusMethod(Command command, Projection projection, Rows rows, By by, boolean many) {
    }

    private static final Map<String, PlusMethod> METHODS = new HashMap<>();

    static {
        read(Projection.ENTITY, Rows.ONE, By.ID, "selectById", "getById", "getOptById");
        read(Projection.ENTITY, Rows.MANY, By.IDS, "selectBatchIds", "selectByIds", "listByIds");
        read(Projection.ENTITY, Rows.ONE, By.CONDITIONS, "selectOne", "getOne", "getOneOpt", "one", "oneOpt",
                "selectJoinOne");
        read(Projection.COLUMNS, Rows.ONE, By.CONDITIONS, "getMap", "getObj", "selectJoinMap");
        read(Projection.COUNT, Rows.ONE, By.CONDITIONS, "selectCount", "count", "selectJoinCount");
        read(Projection.EXISTS, Rows.ONE, By.CONDITIONS, "exists");
        read(Projection.ENTITY, Rows.MANY, By.CONDITIONS, "selectList", "list", "selectAll", "selectByMap", "listByMap",
                "selectPage", "page", "selectJoinList", "selectJoinPage", "selectJoinListPage");
        read(Projection.COLUMNS, Rows.MANY, By.CONDITIONS, "selectMaps", "listMaps", "selectObjs", "listObjs",
                "selectMapsPage", "pageMaps", "selectJoinMaps", "selectJoinMapsPage");
        write(Command.INSERT, By.ROWS, false, "insert", "save", "insertOrUpdate", "saveOrUpdate");
        write(Command.INSERT, By.ROWS, true, "saveBatch", "saveOrUpdateBatch", "insertBatchSomeColumn");
        write(Command.UPDATE, By.ID, false, "updateById");
        write(Command.UPDATE, By.IDS, true, "updateBatchById");
        write(Command.UPDATE, By.CONDITIONS, false, "update", "updateJoin", "updateJoinAndNull");
        write(Command.DELETE, By.ID, false, "deleteById", "removeById");
        write(Command.DELETE, By.IDS, true, "deleteBatchIds", "deleteByIds", "removeByIds", "removeBatchByIds");
        write(Command.DELETE, By.CONDITIONS, false, "delete", "remove", "deleteByMap", "removeByMap", "deleteJoin");
    }

    private PlusMethods() {
    }

    private static void read(Projection projection, Rows rows, By by, String... names) {
        List.of(names).forEach(name -> METHODS.put(name, new PlusMethod(Command.SELECT, projection, rows, by, by == By.IDS)));
    }

    private static void write(Command command, By by, boolean many, String... names) {
        List.of(names).forEach(name -> METHODS.put(name, new PlusMethod(command, Projection.NONE, Rows.NONE, by, many)));
    }

    static boolean isName(String method) {
        return METHODS.containsKey(method);
    }

    static Optional<PlusMethod> find(String method) {
        return Optional.ofNullable(METHODS.get(method));
    }
}
