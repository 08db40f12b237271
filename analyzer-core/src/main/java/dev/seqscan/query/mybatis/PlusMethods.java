package dev.seqscan.query.mybatis;

import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
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

    private static final MethodTable METHODS = new MethodTable();

    static {
        METHODS.read(Projection.ENTITY, Rows.ONE, By.ID, "selectById", "getById", "getOptById");
        METHODS.read(Projection.ENTITY, Rows.MANY, By.IDS, "selectBatchIds", "selectByIds", "listByIds");
        METHODS.read(Projection.ENTITY, Rows.ONE, By.CONDITIONS, "selectOne", "getOne", "getOneOpt", "one", "oneOpt",
                "selectJoinOne");
        METHODS.read(Projection.COLUMNS, Rows.ONE, By.CONDITIONS, "getMap", "getObj", "selectJoinMap");
        METHODS.read(Projection.COUNT, Rows.ONE, By.CONDITIONS, "selectCount", "count", "selectJoinCount");
        METHODS.read(Projection.EXISTS, Rows.ONE, By.CONDITIONS, "exists");
        METHODS.read(Projection.ENTITY, Rows.MANY, By.CONDITIONS, "selectList", "list", "selectAll", "selectByMap", "listByMap",
                "selectPage", "page", "selectJoinList", "selectJoinPage", "selectJoinListPage");
        METHODS.read(Projection.COLUMNS, Rows.MANY, By.CONDITIONS, "selectMaps", "listMaps", "selectObjs", "listObjs",
                "selectMapsPage", "pageMaps", "selectJoinMaps", "selectJoinMapsPage");
        METHODS.write(Command.INSERT, By.ROWS, false, "insert", "save", "insertOrUpdate", "saveOrUpdate");
        METHODS.write(Command.INSERT, By.ROWS, true, "saveBatch", "saveOrUpdateBatch", "insertBatchSomeColumn");
        METHODS.write(Command.UPDATE, By.ID, false, "updateById");
        METHODS.write(Command.UPDATE, By.IDS, true, "updateBatchById");
        METHODS.write(Command.UPDATE, By.CONDITIONS, false, "update", "updateJoin", "updateJoinAndNull");
        METHODS.write(Command.DELETE, By.ID, false, "deleteById", "removeById");
        METHODS.write(Command.DELETE, By.IDS, true, "deleteBatchIds", "deleteByIds", "removeByIds", "removeBatchByIds");
        METHODS.write(Command.DELETE, By.CONDITIONS, false, "delete", "remove", "deleteByMap", "removeByMap", "deleteJoin");
    }

    private PlusMethods() {
    }

    static boolean isName(String method) {
        return METHODS.isName(method);
    }

    static Optional<PlusMethod> find(String method) {
        return METHODS.find(method);
    }
}
