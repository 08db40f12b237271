package dev.seqscan.source.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeDeclaration.Kind;
import dev.seqscan.source.code.TypeName;
import dev.seqscan.source.code.TypeName.Bound;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class ClassFileReaderTest {

    private final Notices notices = new Notices();

    @Retention(RetentionPolicy.CLASS)
    @interface Fetch {
        String graph() default "";

        TimeUnit unit() default TimeUnit.SECONDS;

        Class<?>[] targets() default {};

        int[] sizes() default {};

        Deprecated old() default @Deprecated;
    }

    @Target(ElementType.FIELD)
    @interface Column {
    }

    enum Status { OPEN, SHIPPED }

    record OrderLine(@Column @Fetch long product, List<String> notes) {
    }

    abstract static class Repository<T extends Comparable<T>, I> {
        static final String TABLE = "orders";
        static final boolean LAZY = true;
        static final char SIGN = '#';
        protected transient volatile Map<String, ? super T[]> cache;
        private int secret;

        @SafeVarargs
        protected Repository(I... ids) {
            secret = ids.length;
        }

        @Fetch(graph = "Order.lines", unit = TimeUnit.DAYS, targets = {Status.class, long[].class}, sizes = {1, 2},
                old = @Deprecated(since = "2"))
        abstract <S extends T> Optional<S> find(I id, @Fetch String... hints);

        private int secret() {
            return secret;
        }

        class Page {
            Page(int number) {
            }

            Repository<T, I>.Page next() {
                return this;
            }
        }
    }

    static class OrderRepository extends Repository<String, Long> implements Comparator<String> {
        @Override
        <S extends String> Optional<S> find(Long id, String... hints) {
            return Optional.empty();
        }

        @Override
        public int compare(String left, String right) {
            return 0;
        }
    }

    @Test
    void a_member_interface_has_its_canonical_name_and_its_own_type_parameters() {
        LibraryClass entry = read(Map.Entry.class);

        assertThat(entry.name()).isEqualTo("java.util.Map.Entry");
        assertThat(entry.declaration().name()).isEqualTo("Entry");
        assertThat(entry.declaration().kind()).isEqualTo(Kind.INTERFACE);
        assertThat(entry.declaration().modifiers()).contains(Modifier.PUBLIC, Modifier.STATIC);
        assertThat(entry.declaration().typeParameters()).containsExactly(
                new TypeDeclaration.TypeParameter("K", List.of()), new TypeDeclaration.TypeParameter("V", List.of()));
    }

    @Test
    void wildcards_keep_their_kind_and_bound() {
        MethodDeclaration map = method(read(Stream.class), "map");

        TypeName mapper = map.parameters().get(0).type();
        assertThat(mapper.name()).isEqualTo("java.util.function.Function");
        assertThat(mapper.arguments()).containsExactly(
                new TypeName("?", List.of(TypeName.of("T")), 0, Bound.SUPER),
                new TypeName("?", List.of(TypeName.of("R")), 0, Bound.EXTENDS));
        assertThat(map.returnType()).hasToString("java.util.stream.Stream<R>");
        assertThat(map.modifiers()).containsExactlyInAnyOrder(Modifier.PUBLIC, Modifier.ABSTRACT);
        assertThat(method(read(Class.class), "forName").returnType().arguments().get(0).bound()).isEqualTo(Bound.UNBOUNDED);
    }

    @Test
    void an_interface_extends_its_superinterfaces() {
        TypeDeclaration stream = read(Stream.class).declaration();

        assertThat(stream.extended()).extracting(TypeName::toString)
                .containsExactly("java.util.stream.BaseStream<T, java.util.stream.Stream<T>>");
        assertThat(stream.implemented()).isEmpty();
        assertThat(method(read(Comparator.class), "reversed").modifiers()).contains(Modifier.DEFAULT);
    }

    @Test
    void several_bounds_are_kept_in_order_and_a_lone_object_is_not() {
        TypeDeclaration.TypeParameter max = read(Collections.class).declaration().methods().stream()
                .filter(method -> method.name().equals("max")).findFirst().orElseThrow().typeParameters().get(0);

        assertThat(max.bounds()).extracting(TypeName::name).containsExactly("java.lang.Object", "java.lang.Comparable");
        assertThat(read(Optional.class).declaration().typeParameters().get(0).bounds()).isEmpty();
        assertThat(read(Repository.class).declaration().typeParameters().get(0).bounds())
                .containsExactly(new TypeName("java.lang.Comparable", List.of(TypeName.of("T")), 0, Bound.NONE));
    }

    @Test
    void supertypes_carry_their_arguments_and_object_is_left_out() {
        TypeDeclaration orders = read(OrderRepository.class).declaration();

        assertThat(orders.extended()).extracting(TypeName::toString).containsExactly(
                ClassFileReaderTest.class.getName() + ".Repository<java.lang.String, java.lang.Long>");
        assertThat(orders.implemented()).extracting(TypeName::toString)
                .containsExactly("java.util.Comparator<java.lang.String>");
        assertThat(read(Object.class).declaration().extended()).isEmpty();
        assertThat(read(Optional.class).declaration().extended()).isEmpty();
    }

    @Test
    void bridges_and_private_members_are_left_out() {
        assertThat(read(OrderRepository.class).declaration().methods()).extracting(MethodDeclaration::name)
                .containsOnlyOnce("compare", "find");
        TypeDeclaration repository = read(Repository.class).declaration();
        assertThat(repository.methods()).extracting(MethodDeclaration::name).doesNotContain("secret", "<clinit>");
        assertThat(repository.fields()).extracting(FieldDeclaration::name)
                .containsExactlyInAnyOrder("TABLE", "LAZY", "SIGN", "cache");
    }

    @Test
    void a_varargs_parameter_is_an_array() {
        MethodDeclaration.Parameter hints = method(read(Repository.class), "find").parameters().get(1);

        assertThat(hints.varArgs()).isTrue();
        assertThat(hints.type()).isEqualTo(new TypeName("java.lang.String", List.of(), 1, Bound.NONE));
        assertThat(method(read(Repository.class), "<init>").parameters().get(0).type())
                .isEqualTo(new TypeName("I", List.of(), 1, Bound.NONE));
    }

    @Test
    void fields_have_generic_types_modifiers_and_constants() {
        Map<String, FieldDeclaration> fields = read(Repository.class).declaration().fields().stream()
                .collect(Collectors.toMap(FieldDeclaration::name, field -> field));

        assertThat(fields.get("cache").type().arguments().get(1))
                .isEqualTo(new TypeName("?", List.of(new TypeName("T", List.of(), 1, Bound.NONE)), 0, Bound.SUPER));
        assertThat(fields.get("cache").modifiers())
                .containsExactlyInAnyOrder(Modifier.PROTECTED, Modifier.TRANSIENT, Modifier.VOLATILE);
        assertThat(fields.get("cache").initializer()).isNull();
        assertThat(constant(fields.get("TABLE"))).isEqualTo("orders");
        assertThat(constant(fields.get("LAZY"))).isEqualTo(true);
        assertThat(constant(fields.get("SIGN"))).isEqualTo('#');
    }

    @Test
    void annotations_read_like_a_source_with_qualified_names() {
        MethodDeclaration find = method(read(Repository.class), "find");
        AnnotationUse fetch = find.annotations().get(0);

        assertThat(fetch.name()).isEqualTo(Fetch.class.getCanonicalName());
        assertThat(fetch.attributes().keySet()).containsExactly("graph", "unit", "targets", "sizes", "old");
        assertThat(fetch.attribute("graph")).hasValueSatisfying(value ->
                assertThat(((Expression.Literal) value).value()).isEqualTo("Order.lines"));
        assertThat(fetch.attribute("unit")).hasValueSatisfying(value ->
                assertThat(((Expression.Select) value).name()).isEqualTo("DAYS"));
        assertThat(fetch.attribute("targets")).hasValueSatisfying(value ->
                assertThat(((Expression.NewArray) value).elements())
                        .extracting(element -> ((Expression.ClassLiteral) element).type().toString())
                        .containsExactly(Status.class.getCanonicalName(), "long[]"));
        assertThat(fetch.attribute("sizes")).hasValueSatisfying(value ->
                assertThat(((Expression.NewArray) value).elements())
                        .extracting(element -> ((Expression.Literal) element).value()).containsExactly(1L, 2L));
        assertThat(fetch.attribute("old")).hasValueSatisfying(value ->
                assertThat(((Expression.AnnotationValue) value).annotation().name()).isEqualTo("java.lang.Deprecated"));
        assertThat(find.parameters().get(1).annotations()).extracting(AnnotationUse::simpleName)
                .containsExactly("Fetch");
    }

    @Test
    void an_enum_shows_its_constants() {
        TypeDeclaration status = read(Status.class).declaration();

        assertThat(status.kind()).isEqualTo(Kind.ENUM);
        assertThat(status.extended()).isEmpty();
        assertThat(status.fields()).extracting(FieldDeclaration::name).containsExactly("OPEN", "SHIPPED");
        assertThat(status.fields()).extracting(FieldDeclaration::role).containsOnly(FieldDeclaration.Role.ENUM_CONSTANT);
        assertThat(status.methods()).extracting(MethodDeclaration::name).contains("values", "valueOf");
    }

    @Test
    void a_record_shows_its_components() {
        TypeDeclaration line = read(OrderLine.class).declaration();

        assertThat(line.kind()).isEqualTo(Kind.RECORD);
        assertThat(line.extended()).isEmpty();
        assertThat(line.fields()).extracting(FieldDeclaration::name).containsExactly("product", "notes");
        assertThat(line.fields()).extracting(FieldDeclaration::role).containsOnly(FieldDeclaration.Role.RECORD_COMPONENT);
        assertThat(line.fields().get(0).annotations()).extracting(AnnotationUse::simpleName)
                .containsExactlyInAnyOrder("Column", "Fetch");
        assertThat(line.fields().get(1).type()).hasToString("java.util.List<java.lang.String>");
    }

    @Test
    void member_classes_are_stubs() {
        TypeDeclaration test = read(ClassFileReaderTest.class).declaration();

        assertThat(test.nested()).extracting(TypeDeclaration::name)
                .contains("Fetch", "Status", "Repository", "OrderRepository");
        assertThat(test.nested()).filteredOn(nested -> nested.name().equals("Fetch"))
                .extracting(TypeDeclaration::kind).containsExactly(Kind.ANNOTATION);
        assertThat(test.nested()).allSatisfy(nested -> assertThat(nested.methods()).isEmpty());
    }

    @Test
    void the_constructor_of_an_inner_class_hides_the_outer_instance() {
        LibraryClass page = read(Repository.Page.class);

        assertThat(method(page, "<init>").parameters()).extracting(parameter -> parameter.type().toString())
                .containsExactly("int");
        assertThat(method(page, "next").returnType()).isEqualTo(TypeName.of(Repository.Page.class.getCanonicalName()));
    }

    @Test
    void an_annotation_type_is_told_from_an_interface() {
        assertThat(read(Fetch.class).declaration().kind()).isEqualTo(Kind.ANNOTATION);
        assertThat(read(Fetch.class).declaration().extended()).isEmpty();
        assertThat(read(Fetch.class).declaration().implemented()).isEmpty();
    }

    @Test
    void a_class_file_of_a_version_to_come_is_read() {
        byte[] bytes = bytes(Map.Entry.class);
        bytes[6] = 0x7F;

        assertThat(new ClassFileReader(notices).read(bytes, "Entry.class")).contains(read(Map.Entry.class));
    }

    @Test
    void a_wrong_generic_signature_falls_back_to_the_erased_types() {
        ClassWriter order = new ClassWriter(0);
        order.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/shop/Order", "not a signature", "java/lang/Object", null);
        order.visitField(Opcodes.ACC_PUBLIC, "lines", "Ljava/util/List;", "Ljava/util/List<", null).visitEnd();
        order.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "total", "(I)J", "()TT;", null).visitEnd();
        order.visitEnd();

        LibraryClass read = new ClassFileReader(notices).read(order.toByteArray(), "Order.class").orElseThrow();

        assertThat(read.declaration().fields().get(0).type()).isEqualTo(TypeName.of("java.util.List"));
        assertThat(method(read, "total").returnType()).isEqualTo(TypeName.of("long"));
        assertThat(method(read, "total").parameters()).hasSize(1);
    }

    @Test
    void very_deep_type_arguments_lose_their_innermost_parts() {
        String deep = "Ljava/util/List<".repeat(3000) + "Ljava/lang/String;" + ">;".repeat(3000);
        ClassWriter order = new ClassWriter(0);
        order.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/shop/Order", null, "java/lang/Object", null);
        order.visitField(Opcodes.ACC_PUBLIC, "lines", "Ljava/util/List;", deep, null).visitEnd();
        order.visitEnd();

        TypeName type = new ClassFileReader(notices).read(order.toByteArray(), "Order.class").orElseThrow()
                .declaration().fields().get(0).type();

        assertThat(type.arguments()).containsExactly(type.arguments().get(0));
        assertThat(type.toString().split("<")).hasSizeLessThan(60);
    }

    @Test
    void what_is_no_class_file_is_a_notice() {
        assertThat(new ClassFileReader(notices).read("select 1 from orders".getBytes(StandardCharsets.UTF_8), "Order.class")).isEmpty();
        assertThat(new ClassFileReader(notices).read(new byte[0], "Empty.class")).isEmpty();

        assertThat(notices.all()).extracting(Notice::reason)
                .containsExactly("Empty.class: not a class file", "Order.class: not a class file");
    }

    @Test
    void a_cut_class_file_is_a_notice() {
        byte[] bytes = bytes(Stream.class);

        assertThat(new ClassFileReader(notices).read(Arrays.copyOf(bytes, bytes.length / 2), "Stream.class"))
                .isEmpty();

        assertThat(notices.all()).extracting(Notice::kind).containsExactly(Notice.Kind.NOT_READ);
        assertThat(notices.all()).extracting(Notice::reason).first().asString().startsWith("Stream.class: damaged");
    }

    @Test
    void damaged_bytes_never_throw() {
        byte[] whole = bytes(Repository.class);
        Random random = new Random(17);
        int damaged = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = whole.clone();
            for (int hits = 0; hits < 3; hits++) {
                bytes[10 + random.nextInt(bytes.length - 10)] = (byte) random.nextInt();
            }
            damaged += new ClassFileReader(notices).read(bytes, "Repository.class").isEmpty() ? 1 : 0;
        }
        assertThat(damaged).isPositive();
    }

    private LibraryClass read(Class<?> type) {
        return new ClassFileReader(notices).read(bytes(type), type.getName()).orElseThrow();
    }

    private static byte[] bytes(Class<?> type) {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static MethodDeclaration method(LibraryClass owner, String name) {
        return owner.declaration().methods().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static Object constant(FieldDeclaration field) {
        return ((Expression.Literal) field.initializer()).value();
    }
}
