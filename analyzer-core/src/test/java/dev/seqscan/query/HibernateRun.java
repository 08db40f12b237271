package dev.seqscan.query;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.MapsId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/**
 * Compiles a file of package {@code shop} with entities and a class {@code Run}, and runs its method {@code run} under
 * Hibernate on an embedded database.
 */
final class HibernateRun implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "fetch-agreement");

    private final URLClassLoader classes;
    private final List<Class<?>> entities;

    HibernateRun(String source) {
        try {
            Path folder = Files.createDirectories(FOLDER.resolve(Integer.toHexString(source.hashCode())));
            compile(Files.writeString(folder.resolve("Shop.java"), source), folder);
            classes = new URLClassLoader(new URL[] {folder.toUri().toURL()}, HibernateRun.class.getClassLoader());
            entities = entities(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void compile(Path file, Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int result = compiler.run(null, null, null, "-proc:none", "-parameters", "-d", folder.toString(), "-classpath",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), file.toString());
        if (result != 0) {
            throw new IllegalArgumentException("does not compile: " + file);
        }
    }

    private List<Class<?>> entities(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("shop"))) {
            List<Class<?>> found = new java.util.ArrayList<>();
            for (Path each : files.sorted().toList()) {
                Class<?> type = load("shop." + each.getFileName().toString().replace(".class", ""));
                if (type.isAnnotationPresent(Entity.class)) {
                    found.add(type);
                }
            }
            return found;
        }
    }

    private Class<?> load(String name) {
        try {
            return classes.loadClass(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException(missing);
        }
    }

    /**
     * How many statements the method sends where each table has so many rows, each of which leads to one of its own.
     *
     * @param rows numbers of rows, growing
     * @return the number of statements by the number of rows
     */
    Map<Integer, Long> statements(List<Integer> rows, Map<String, String> settings) {
        Configuration configuration = new Configuration();
        entities.forEach(configuration::addAnnotatedClass);
        configuration.setProperty("hibernate.connection.url", "jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setProperty("hibernate.hbm2ddl.auto", "create");
        configuration.setProperty("hibernate.generate_statistics", "true");
        settings.forEach(configuration::setProperty);
        Map<Integer, Long> statements = new TreeMap<>();
        int filled = 0;
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(classes);
        try (SessionFactory factory = configuration.buildSessionFactory()) {
            for (int number : rows) {
                int from = filled + 1;
                factory.inTransaction(session -> fill(session, from, number));
                filled = number;
                factory.getStatistics().clear();
                factory.inTransaction(this::run);
                statements.put(number, factory.getStatistics().getPrepareStatementCount());
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        return statements;
    }

    private void run(Session session) {
        try {
            Method run = load("shop.Run").getDeclaredMethod("run", EntityManager.class);
            run.setAccessible(true);
            run.invoke(null, session);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalArgumentException(failure);
        }
    }

    private void fill(Session session, int from, int to) {
        for (int row = from; row <= to; row++) {
            Map<Class<?>, Object> made = new LinkedHashMap<>();
            for (Class<?> type : entities) {
                boolean hasSubclass = entities.stream().anyMatch(each -> each != type && type.isAssignableFrom(each));
                if (!hasSubclass && !Modifier.isAbstract(type.getModifiers())) {
                    made.put(type, create(type));
                }
            }
            for (Object each : made.values()) {
                set(each, row, made);
            }
            made.values().stream().sorted(Comparator.comparing(HibernateRun::borrowsItsKey)).forEach(session::persist);
        }
    }

    private static boolean borrowsItsKey(Object entity) {
        return Stream.of(entity.getClass().getDeclaredFields()).anyMatch(each -> each.isAnnotationPresent(MapsId.class));
    }

    private static Object create(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalArgumentException(failure);
        }
    }

    private static void set(Object object, int row, Map<Class<?>, Object> made) {
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                try {
                    field.setAccessible(true);
                    value(field, object, row, made);
                } catch (IllegalAccessException failure) {
                    throw new IllegalArgumentException(failure);
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void value(Field field, Object object, int row, Map<Class<?>, Object> made) throws IllegalAccessException {
        if (field.getType() == Long.class) {
            field.set(object, field.isAnnotationPresent(GeneratedValue.class) ? null : Long.valueOf(row));
        } else if (field.get(object) instanceof Collection<?> collection) {
            ((Collection<Object>) collection).add(one(element(field), row, made));
        } else if (field.get(object) instanceof Map<?, ?> map) {
            ((Map<Object, Object>) map).put("key", one(element(field), row, made));
        } else {
            Object one = one(field.getType(), row, made);
            if (one != null) {
                field.set(object, one);
            }
        }
    }

    private static Class<?> element(Field field) {
        var arguments = ((ParameterizedType) field.getGenericType()).getActualTypeArguments();
        return (Class<?>) arguments[arguments.length - 1];
    }

    private static Object one(Class<?> type, int row, Map<Class<?>, Object> made) {
        if (type == String.class) {
            return "text " + row;
        }
        if (type.isAnnotationPresent(Embeddable.class)) {
            Object value = create(type);
            set(value, row, made);
            return value;
        }
        return made.entrySet().stream().filter(each -> type.isAssignableFrom(each.getKey())).map(Map.Entry::getValue)
                .findFirst().orElse(null);
    }

    @Override
    public void close() {
        try {
            classes.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
