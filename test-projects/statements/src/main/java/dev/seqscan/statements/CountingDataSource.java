package dev.seqscan.statements;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Tells a counter of each {@code execute}, {@code executeQuery}, {@code executeUpdate} and {@code executeBatch}. */
final class CountingDataSource extends DelegatingDataSource {

    private final StatementCounter counter;

    CountingDataSource(DataSource target, StatementCounter counter) {
        super(target);
        this.counter = counter;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (Connection) counted(Connection.class, super.getConnection());
    }

    private Object counted(Class<?> type, Object target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (target instanceof Statement && method.getName().startsWith("execute")) {
                counter.count();
            }
            try {
                Object result = method.invoke(target, arguments);
                boolean statement = result instanceof Statement && Statement.class.isAssignableFrom(method.getReturnType());
                return statement ? counted(method.getReturnType(), result) : result;
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        };
        return Proxy.newProxyInstance(CountingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
