package dev.seqscan.source.classfile.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqscan.source.Notices;
import dev.seqscan.source.classfile.ClassFileReader;
import dev.seqscan.source.code.TypeDeclaration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class SignatureIndexBuilderTest {

    @TempDir
    Path target;

    private Path libraries;
    private Path classes;
    private Path index;

    @BeforeEach
    void a_build_folder() throws IOException {
        libraries = Files.createDirectories(target.resolve("libraries"));
        classes = target.resolve("classes");
        for (Class<?> each : new Class<?>[] {TypeDeclaration.class, ClassFileReader.class, SignatureIndex.class}) {
            Files.createDirectories(classes.resolve(each.getPackageName().replace('.', '/')));
        }
        index = classes.resolve(SignatureIndex.class.getPackageName().replace('.', '/')).resolve(SignatureIndex.RESOURCE);
    }

    @Test
    void public_classes_and_their_hidden_supertypes_are_indexed() throws IOException {
        jar("shop.jar", Map.of(
                "com/shop/Orders.class", type("com/shop/Orders", Opcodes.ACC_PUBLIC, "com/shop/Base"),
                "com/shop/Base.class", type("com/shop/Base", 0, "java/lang/Object"),
                "com/shop/Hidden.class", type("com/shop/Hidden", 0, "java/lang/Object"),
                "com/shop/internal/Cache.class", type("com/shop/internal/Cache", Opcodes.ACC_PUBLIC, "java/lang/Object")));

        build();

        assertThat(SignatureIndex.of(Files.readAllBytes(index), new Notices()).names())
                .containsExactlyInAnyOrder("com.shop.Orders", "com.shop.Base");
    }

    @Test
    void an_index_of_the_same_jars_is_not_made_again() throws IOException {
        jar("shop.jar", Map.of("com/shop/Orders.class", type("com/shop/Orders", Opcodes.ACC_PUBLIC, "java/lang/Object")));
        build();
        Files.writeString(index, "still here");

        build();
        assertThat(index).hasContent("still here");

        jar("more.jar", Map.of("com/shop/Product.class", type("com/shop/Product", Opcodes.ACC_PUBLIC, "java/lang/Object")));
        build();
        assertThat(SignatureIndex.of(Files.readAllBytes(index), new Notices()).names())
                .containsExactlyInAnyOrder("com.shop.Orders", "com.shop.Product");
    }

    @Test
    void a_build_without_libraries_or_with_a_damaged_one_fails() throws IOException {
        assertThatThrownBy(this::build).isInstanceOf(IOException.class).hasMessageContaining("no jar");

        jar("shop.jar", Map.of("com/shop/Orders.class", "no class".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(this::build).isInstanceOf(IllegalStateException.class).hasMessageContaining("Orders.class");
        assertThat(index).doesNotExist();
    }

    private void build() throws IOException {
        SignatureIndexBuilder.main(new String[] {libraries.toString(), classes.toString()});
    }

    private void jar(String name, Map<String, byte[]> entries) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(libraries.resolve(name)))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }

    private static byte[] type(String name, int access, String superName) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, access, name, null, superName, null);
        writer.visitEnd();
        return writer.toByteArray();
    }
}
