package dev.seqscan.schema.live;

import dev.seqscan.schema.MadeStatement;
import dev.seqscan.schema.Names;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.SchemaReplay;
import dev.seqscan.source.Span;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The catalogue of PostgreSQL from version 12 (its documentation, "System Catalogs"), which gives constraints and indexes as
 * statements. Where schemas have tables of one name, the first in the search path counts. Partitions are told by their table;
 * foreign tables, which can have no index here, are left out.
 */
final class PostgresCatalogue implements Catalogue {

    private static final int OLDEST = 12;

    private static final String TABLES = "select c.oid, c.relname, c.relkind, case when c.relkind = 'v' then"
            + " pg_get_viewdef(c.oid) end as query, case when c.relkind = 'p' then (with recursive part (oid) as (select c.oid"
            + " union all select i.inhrelid from pg_inherits i join part p on p.oid = i.inhparent)"
            + " select sum(greatest(l.reltuples, 0)) from part join pg_class l on l.oid = part.oid and l.relkind <> 'p')"
            + " else c.reltuples end as estimate"
            + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            + " where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and n.nspname !~ '^pg_'"
            + " and n.nspname <> 'information_schema'"
            + " order by array_position(current_schemas(false), n.nspname) nulls last, n.nspname, c.oid";
    private static final String COLUMNS = "select a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull"
            + " from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relkind in ('r', 'p', 'v', 'm')"
            + " and not c.relispartition and a.attnum > 0 and not a.attisdropped order by a.attrelid, a.attnum";
    private static final String CONSTRAINTS = "select conrelid, conname, pg_get_constraintdef(oid) from pg_constraint"
            + " where contype in ('p', 'u', 'f') and conparentid = 0 order by contype = 'f', oid";
    private static final String INDEXES = "select i.indrelid, pg_get_indexdef(i.indexrelid) from pg_index i"
            + " where i.indisvalid and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid"
            + " and k.contype in ('p', 'u')) order by i.indexrelid";

    private final Connection connection;
    private final Map<Long, String> tables = new LinkedHashMap<>();
    private final Map<Long, String> kinds = new LinkedHashMap<>();
    private final Map<Long, String> views = new LinkedHashMap<>();

    PostgresCatalogue(Connection connection) {
        this.connection = connection;
    }

    /** Older ones, and products that only speak its protocol, have other catalogues. */
    static boolean isSpokenBy(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion() >= OLDEST;
    }

    @Override
    public void read(SchemaReplay replay, Map<String, Long> rows) throws SQLException {
        each(TABLES, row -> table(row, rows));
        Map<Long, MadeStatement> makes = new LinkedHashMap<>();
        each(COLUMNS, row -> column(row, makes));
        makes.forEach((table, create) -> replay.apply(ended(create, kinds.get(table)), false));
        for (String sql : new String[] {CONSTRAINTS, INDEXES}) {
            each(sql, row -> {
                String table = tables.get(row.getLong(1));
                if (table != null) {
                    replay.apply(sql.equals(INDEXES) ? made().sql(row.getString(2)) : made().words("ALTER TABLE").name(table)
                            .words("ADD CONSTRAINT").name(quoted(row.getString(2))).sql(row.getString(3)), false);
                }
            });
        }
        views.forEach((table, query) -> replay.apply(
                made().words("CREATE VIEW").name(tables.get(table)).words("AS").sql(query), false));
    }

    private void table(ResultSet row, Map<String, Long> rows) throws SQLException {
        String name = quoted(row.getString("relname"));
        if (tables.containsValue(name)) {
            return;
        }
        long oid = row.getLong("oid");
        tables.put(oid, name);
        kinds.put(oid, row.getString("relkind"));
        if (row.getString("query") != null) {
            views.put(oid, row.getString("query"));
        }
        long estimate = Math.round(row.getDouble("estimate"));
        if (estimate > 0) {
            rows.put(Names.normalise(name), estimate);
        }
    }

    private void column(ResultSet row, Map<Long, MadeStatement> makes) throws SQLException {
        long oid = row.getLong(1);
        if (!tables.containsKey(oid) || views.containsKey(oid)) {
            return;
        }
        MadeStatement create = makes.get(oid);
        if (create == null) {
            create = made().words("CREATE TABLE").name(tables.get(oid)).words("(");
            makes.put(oid, create);
        } else {
            create.words(",");
        }
        create.name(quoted(row.getString(2))).sql(row.getString(3)).words(row.getBoolean(4) ? "NOT NULL" : "");
    }

    private static MadeStatement ended(MadeStatement create, String kind) {
        return create.words(")").words(kind.equals("p") ? "PARTITION BY" : "");
    }

    private static MadeStatement made() {
        return new MadeStatement("", Span.ofLine(1), Product.POSTGRESQL, Map.of());
    }

    /** A dot in a name separates nothing. */
    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private void each(String sql, OfRow taken) throws SQLException {
        try (Statement statement = LiveConnection.statement(connection); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                taken.take(rows);
            }
        }
    }

    private interface OfRow {
        void take(ResultSet row) throws SQLException;
    }
}
