package dev.seqscan.query.mybatis;

import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.mybatis.PlusMethods.By;
import dev.seqscan.query.mybatis.PlusMethods.PlusMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The methods of the interfaces below {@code tk.mybatis.mapper.common} and {@code additional}, which all send a statement. */
final class CommonMethods {

    private static final Map<String, PlusMethod> METHODS = new HashMap<>();

    static {
        read(Projection.ENTITY, Rows.ONE, By.ID, "selectByPrimaryKey");
        read(Projection.EXISTS, Rows.ONE, By.ID, "existsWithPrimaryKey");
        read(Projection.ENTITY, Rows.MANY, By.IDS, "selectByIds", "selectByIdList");
        read(Projection.ENTITY, Rows.ONE, By.CONDITIONS, "selectOne", "selectOneByExample", "selectOneByProperty");
        read(Projection.COUNT, Rows.ONE, By.CONDITIONS, "selectCount", "selectCountByExample", "selectCountByCondition",
                "selectCountByProperty");
        read(Projection.EXISTS, Rows.ONE, By.CONDITIONS, "existsWithProperty");
        read(Projection.ENTITY, Rows.MANY, By.CONDITIONS, "select", "selectAll", "selectByExample", "selectByCondition",
                "selectByRowBounds", "selectByExampleAndRowBounds", "selectByConditionAndRowBounds", "selectByProperty",
                "selectBetweenByProperty");
        read(Projection.COLUMNS, Rows.MANY, By.CONDITIONS, "selectAggregationByExample");
        METHODS.put("selectInByProperty", new PlusMethod(Command.SELECT, Projection.ENTITY, Rows.MANY, By.CONDITIONS, true));
        write(Command.INSERT, By.ROWS, false, "insert", "insertSelective", "insertUseGeneratedKeys", "save", "upsert");
        write(Command.INSERT, By.ROWS, true, "insertList", "batchUpsert");
        write(Command.UPDATE, By.ID, false, "updateByPrimaryKey", "updateByPrimaryKeySelective",
                "updateByPrimaryKeySelectiveForce", "updateByDiffer");
        write(Command.UPDATE, By.IDS, true, "batchUpdate", "batchUpdateSelective");
        write(Command.UPDATE, By.CONDITIONS, false, "updateByExample", "updateByExampleSelective", "updateByCondition",
                "updateByConditionSelective");
        write(Command.DELETE, By.ID, false, "deleteByPrimaryKey");
        write(Command.DELETE, By.IDS, true, "deleteByIds", "deleteByIdList", "deleteInByProperty");
        write(Command.DELETE, By.CONDITIONS, false, "delete", "deleteByExample", "deleteByCondition", "deleteByProperty",
                "deleteBetweenByProperty");
    }

    private CommonMethods() {
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
