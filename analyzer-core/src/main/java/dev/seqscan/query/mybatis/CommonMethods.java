package dev.seqscan.query.mybatis;

import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.mybatis.PlusMethods.By;
import dev.seqscan.query.mybatis.PlusMethods.PlusMethod;
import java.util.Optional;

/** The methods of the interfaces below {@code tk.mybatis.mapper.common} and {@code additional}, which all send a statement. */
final class CommonMethods {

    private static final MethodTable METHODS = new MethodTable();

    static {
        METHODS.read(Projection.ENTITY, Rows.ONE, By.ID, "selectByPrimaryKey");
        METHODS.read(Projection.EXISTS, Rows.ONE, By.ID, "existsWithPrimaryKey");
        METHODS.read(Projection.ENTITY, Rows.MANY, By.IDS, "selectByIds", "selectByIdList");
        METHODS.read(Projection.ENTITY, Rows.ONE, By.CONDITIONS, "selectOne", "selectOneByExample", "selectOneByProperty");
        METHODS.read(Projection.COUNT, Rows.ONE, By.CONDITIONS, "selectCount", "selectCountByExample", "selectCountByCondition",
                "selectCountByProperty");
        METHODS.read(Projection.EXISTS, Rows.ONE, By.CONDITIONS, "existsWithProperty");
        METHODS.read(Projection.ENTITY, Rows.MANY, By.CONDITIONS, "select", "selectAll", "selectByExample", "selectByCondition",
                "selectByRowBounds", "selectByExampleAndRowBounds", "selectByConditionAndRowBounds", "selectByProperty",
                "selectBetweenByProperty");
        METHODS.read(Projection.COLUMNS, Rows.MANY, By.CONDITIONS, "selectAggregationByExample");
        METHODS.put(new PlusMethod(Command.SELECT, Projection.ENTITY, Rows.MANY, By.CONDITIONS, true), "selectInByProperty");
        METHODS.write(Command.INSERT, By.ROWS, false, "insert", "insertSelective", "insertUseGeneratedKeys", "save", "upsert");
        METHODS.write(Command.INSERT, By.ROWS, true, "insertList", "batchUpsert");
        METHODS.write(Command.UPDATE, By.ID, false, "updateByPrimaryKey", "updateByPrimaryKeySelective",
                "updateByPrimaryKeySelectiveForce", "updateByDiffer");
        METHODS.write(Command.UPDATE, By.IDS, true, "batchUpdate", "batchUpdateSelective");
        METHODS.write(Command.UPDATE, By.CONDITIONS, false, "updateByExample", "updateByExampleSelective", "updateByCondition",
                "updateByConditionSelective");
        METHODS.write(Command.DELETE, By.ID, false, "deleteByPrimaryKey");
        METHODS.write(Command.DELETE, By.IDS, true, "deleteByIds", "deleteByIdList", "deleteInByProperty");
        METHODS.write(Command.DELETE, By.CONDITIONS, false, "delete", "deleteByExample", "deleteByCondition", "deleteByProperty",
                "deleteBetweenByProperty");
    }

    private CommonMethods() {
    }

    static boolean isName(String method) {
        return METHODS.isName(method);
    }

    static Optional<PlusMethod> find(String method) {
        return METHODS.find(method);
    }
}
