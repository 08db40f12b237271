package dev.seqscan.schema.live;

import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.SchemaReplay;
import dev.seqscan.source.Notices;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables of a database, as its catalogue has them. Their places name no file.
 *
 * @param rows about how many rows a table has, by its normalised name; tables of which the database does not know it are left out
 */
public record LiveSchema(Schema schema, SortedMap<String, Long> rows) {

    /**
     * Reads the catalogue of a database, and leaves the database as it is.
     *
     * @param classPath where the driver is looked for first
     * @param notices told what of the catalogue is not understood
     * @throws DatabaseUnavailable if it cannot be read
     */
    public static LiveSchema read(DatabaseAccess access, List<Path> classPath, Notices notices) {
        try (LiveConnection live = LiveConnection.open(access, classPath)) {
            return read(live.connection(), live.product(), notices);
        } catch (SQLException | IOException | LinkageError failure) {
            throw new DatabaseUnavailable("the database " + access.shown() + " cannot be read: "
                    + access.cleaned(String.valueOf(failure.getMessage())));
        }
    }

    private static LiveSchema read(Connection connection, Product product, Notices notices) throws SQLException {
        SchemaReplay replay = new SchemaReplay(product, Map.of(), notices);
        SortedMap<String, Long> rows = new TreeMap<>();
        Catalogue catalogue = product == Product.POSTGRESQL && PostgresCatalogue.isSpokenBy(connection)
                ? new PostgresCatalogue(connection) : new JdbcCatalogue(connection, product);
        catalogue.read(replay, rows);
        replay.end("");
        return new LiveSchema(replay.schema(), rows);
    }
}
