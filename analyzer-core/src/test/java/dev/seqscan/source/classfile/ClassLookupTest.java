package dev.seqscan.source.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.code.TypeDeclaration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class ClassLookupTest {

    @TempDir
    Path folder;

    private final Notices notices = new Notices();

    @Test
    void aNameThatNoFileCanHaveNamesNoClass() {
        ClassLookup jdk = new RunningJdk(notices);

        assertThat(jdk.find("java.lang.Str\0ing")).isEmpty();
        assertThat(jdk.find("java.lang.Str\uD83Ding")).isEmpty();
        assertThat(jdk.find("java.lang/String")).isEmpty();
    }

    @Test
    void the_running_jdk_has_classes_of_all_its_modules() {
        ClassLookup jdk = new RunningJdk(notices);

        assertThat(names(jdk, "java.lang.String", "java.util.Map.Entry", "javax.sql.DataSource", "java.sql.Connection",
                "jdk.net.ExtendedSocketOptions"))
                .containsExactly("java.lang.String", "java.util.Map.Entry", "javax.sql.DataSource", "java.sql.Connection",
                        "jdk.net.ExtendedSocketOptions");
        assertThat(jdk.find("java.util.AbstractMap.SimpleEntry").orElseThrow().declaration().implemented().get(0).name())
                .isEqualTo("java.util.Map.Entry");
    }

    @Test
    void names_that_do_not_exist_are_not_found() {
        ClassLookup jdk = new RunningJdk(notices);

        assertThat(names(jdk, "java.util.Order", "java.util", "com.shop.Order", "Order", "", ".", "java..util.Map",
                "java/util/Map", "java.util.Map$Entry", "java.util.Map.Entry.", "..\\java.util.Map")).isEmpty();
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void a_class_path_finds_classes_in_jars_and_folders() throws IOException {
        Path jar = jar("shop.jar", Map.of("com/shop/Order.class", type("com/shop/Order")));
        Path classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("com/shop"));
        Files.write(classes.resolve("com/shop/Customer.class"), type("com/shop/Customer"));

        try (ClassPath path = new ClassPath(List.of(jar, classes), notices)) {
            assertThat(names(path, "com.shop.Order", "com.shop.Customer", "com.shop.Product"))
                    .containsExactly("com.shop.Order", "com.shop.Customer");
        }
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void a_nested_class_is_found_under_its_canonical_name_only() throws IOException {
        Path jar = jar("shop.jar", Map.of("com/shop/Order$Status.class", nested("com/shop/Order", "Status"),
                "com/shop/Order$Cart.class", type("com/shop/Order$Cart")));

        try (ClassPath path = new ClassPath(List.of(jar), notices)) {
            assertThat(names(path, "com.shop.Order.Status", "com.shop.Order$Status", "com.shop.Order$Cart",
                    "com.shop.Order.Cart")).containsExactly("com.shop.Order.Status", "com.shop.Order$Cart");
        }
    }

    @Test
    void the_first_entry_of_a_class_path_wins() throws IOException {
        Path first = jar("first.jar", Map.of("com/shop/Order.class", type("com/shop/Order", "total")));
        Path second = jar("second.jar", Map.of("com/shop/Order.class", type("com/shop/Order", "sum")));

        try (ClassPath path = new ClassPath(List.of(first, second), notices)) {
            assertThat(path.find("com.shop.Order").orElseThrow().declaration().methods().get(0).name()).isEqualTo("total");
        }
    }

    @Test
    void classes_for_newer_java_versions_are_left_out() throws IOException {
        Path jar = jar("shop.jar", Map.of("META-INF/versions/21/com/shop/Order.class", type("com/shop/Order")));

        try (ClassPath path = new ClassPath(List.of(jar), notices)) {
            assertThat(names(path, "com.shop.Order", "META-INF.versions.21.com.shop.Order")).isEmpty();
        }
    }

    @Test
    void what_cannot_be_read_is_a_notice_and_the_rest_is_used() throws IOException {
        Path broken = folder.resolve("broken.jar");
        Files.writeString(broken, "this is no archive");
        Path good = jar("good.jar", Map.of("com/shop/Order.class", type("com/shop/Order"),
                "com/shop/Broken.class", "no class".getBytes(StandardCharsets.UTF_8)));

        try (ClassPath path = new ClassPath(List.of(folder.resolve("gone.jar"), broken, good), notices)) {
            assertThat(names(path, "com.shop.Broken", "com.shop.Order")).containsExactly("com.shop.Order");
        }
        assertThat(notices.all()).extracting(Notice::kind).containsExactlyInAnyOrder(Notice.Kind.MISSING,
                Notice.Kind.NOT_READ, Notice.Kind.NOT_READ);
        assertThat(notices.all()).extracting(Notice::reason).anySatisfy(reason -> assertThat(reason).contains("gone.jar"))
                .anySatisfy(reason -> assertThat(reason).contains("broken.jar"))
                .anySatisfy(reason -> assertThat(reason).contains("com/shop/Broken.class in good.jar"));
    }

    @Test
    void a_class_file_over_the_limit_is_refused() throws IOException {
        Path jar = jar("big.jar", Map.of("com/shop/Big.class", new byte[ClassFiles.MOST_BYTES + 1]));

        try (ClassPath path = new ClassPath(List.of(jar), notices)) {
            assertThat(path.find("com.shop.Big")).isEmpty();
        }
        assertThat(notices.all()).extracting(Notice::reason).singleElement().asString().endsWith("larger than 20 MB");
    }

    @Test
    void a_closed_class_path_finds_nothing() throws IOException {
        ClassPath path = new ClassPath(List.of(jar("shop.jar", Map.of("com/shop/Order.class", type("com/shop/Order")))), notices);
        path.close();

        assertThat(path.find("com.shop.Order")).isEmpty();
    }

    @Test
    void a_chain_asks_in_order_and_only_once() {
        List<String> asked = new ArrayList<>();
        ClassLookup first = name -> {
            asked.add("first " + name);
            return Optional.empty();
        };
        ClassLookup second = name -> {
            asked.add("second " + name);
            return name.equals("com.shop.Order") ? new RunningJdk(notices).find("java.lang.String") : Optional.empty();
        };
        ClassLookup chain = new ClassLookupChain(List.of(first, second));

        for (int round = 0; round < 2; round++) {
            assertThat(chain.find("com.shop.Order")).map(LibraryClass::declaration).map(TypeDeclaration::name).contains("String");
            assertThat(chain.find("com.shop.Customer")).isEmpty();
        }
        assertThat(asked).containsExactly("first com.shop.Order", "second com.shop.Order", "first com.shop.Customer",
                "second com.shop.Customer");
    }

    private static List<String> names(ClassLookup lookup, String... asked) {
        return Arrays.stream(asked).flatMap(name -> lookup.find(name).stream()).map(LibraryClass::name).toList();
    }

    private Path jar(String name, Map<String, byte[]> entries) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    private static byte[] type(String name, String... methods) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, name, null, "java/lang/Object", null);
        for (String method : methods) {
            writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, method, "()V", null, null).visitEnd();
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] nested(String outer, String name) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, outer + "$" + name, null, "java/lang/Object", null);
        writer.visitInnerClass(outer + "$" + name, outer, name, Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC);
        writer.visitEnd();
        return writer.toByteArray();
    }
}
