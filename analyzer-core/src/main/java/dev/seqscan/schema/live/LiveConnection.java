package dev.seqscan.schema.live;

import dev.seqscan.schema.Product;
import dev.seqscan.schema.Products;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** A connection that only reads, with the driver that the application itself uses. */
final class LiveConnection implements AutoCloseable {

    private static final int CONNECT_SECONDS = 10;
    private static final int STATEMENT_SECONDS = 60;

    private final URLClassLoader drivers;
    private final Connection connection;

    private LiveConnection(URLClassLoader drivers, Connection connection) {
        this.drivers = drivers;
        this.connection = connection;
    }

    /**
     * Connects.
     *
     * @param classPath of the application, where a driver is looked for first; then among the libraries of the analyser
     * @throws DatabaseUnavailable if there is no driver for the URL
     */
    static LiveConnection open(DatabaseAccess access, List<Path> classPath) throws SQLException, IOException {
        URLClassLoader drivers = new URLClassLoader(urls(classPath), ClassLoader.getPlatformClassLoader());
        try {
            Driver driver = driver(drivers, access.url()).or(() -> driver(LiveConnection.class.getClassLoader(), access.url()))
                    .orElseThrow(() -> new DatabaseUnavailable("there is no JDBC driver for " + access.shown()
                            + ": add it to the dependencies of the project, of the plugin, or to the class path that you give"));
            return new LiveConnection(drivers, connected(driver, access)).readOnly();
        } catch (SQLException | RuntimeException failure) {
            drivers.close();
            throw failure;
        }
    }

    private static Connection connected(Driver driver, DatabaseAccess access) throws SQLException {
        try {
            Connection connection = driver.connect(withoutMaking(access.url()), properties(access));
            if (connection != null) {
                return connection;
            }
        } catch (RuntimeException ofDriver) {
            throw new SQLException(ofDriver.toString(), ofDriver);
        }
        throw new SQLException("the driver " + driver.getClass().getName() + " does not take this URL");
    }

    private static URL[] urls(List<Path> classPath) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path entry : classPath) {
            urls.add(entry.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /** A class path may name drivers that lack classes; the next one may do. */
    private static Optional<Driver> driver(ClassLoader loader, String url) {
        Iterator<Driver> found = ServiceLoader.load(Driver.class, loader).iterator();
        while (true) {
            try {
                if (!found.hasNext()) {
                    return Optional.empty();
                }
                Driver driver = found.next();
                if (driver.acceptsURL(url)) {
                    return Optional.of(driver);
                }
            } catch (ServiceConfigurationError | LinkageError | SQLException incomplete) {
                // not this one
            }
        }
    }

    /** H2 makes a database that is not there (H2 documentation, "Opening a Database Only if it Already Exists"). */
    private static String withoutMaking(String url) {
        return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:")
                && !url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=")
                ? url + ";IFEXISTS=TRUE" : url;
    }

    /** Each driver has its own names of what all of them can do, and H2 refuses those that it does not know. */
    private static Properties properties(DatabaseAccess access) {
        Properties properties = new Properties();
        if (!access.user().isEmpty()) {
            properties.put("user", access.user());
            properties.put("password", access.password());
        }
        String seconds = String.valueOf(CONNECT_SECONDS);
        switch (Products.of(access.url())) {
            case POSTGRESQL -> {
                properties.put("loginTimeout", seconds);
                properties.put("connectTimeout", seconds);
                properties.put("socketTimeout", String.valueOf(STATEMENT_SECONDS));
            }
            case MYSQL, MARIADB -> {
                properties.put("connectTimeout", seconds + "000");
                properties.put("socketTimeout", STATEMENT_SECONDS + "000");
            }
            case SQLSERVER -> properties.put("loginTimeout", seconds);
            case ORACLE -> properties.put("oracle.net.CONNECT_TIMEOUT", seconds + "000");
            default -> { }
        }
        return properties;
    }

    private LiveConnection readOnly() throws SQLException {
        connection.setReadOnly(true);
        if (product() == Product.POSTGRESQL) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set default_transaction_read_only = on");
                statement.execute("set statement_timeout = '" + STATEMENT_SECONDS + "s'");
            }
        }
        try {
            connection.setNetworkTimeout(Runnable::run, STATEMENT_SECONDS * 1000);
        } catch (SQLException | LinkageError notOffered) {
            // the timeouts of statements remain
        }
        return this;
    }

    /** The product, as the driver names it, else as the URL does. */
    Product product() throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        Product named = name.startsWith("Microsoft SQL Server") ? Product.SQLSERVER : Products.of(name);
        return named == Product.UNKNOWN ? Products.of(connection.getMetaData().getURL()) : named;
    }

    Connection connection() {
        return connection;
    }

    /** A statement that ends when it takes too long. */
    static Statement statement(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setQueryTimeout(STATEMENT_SECONDS);
        return statement;
    }

    @Override
    public void close() throws SQLException, IOException {
        try (drivers) {
            connection.close();
        }
    }
}
