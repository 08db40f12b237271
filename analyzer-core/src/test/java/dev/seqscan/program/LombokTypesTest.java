package dev.seqscan.program;

import static dev.seqscan.program.LinkedTexts.classes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Members that Lombok makes for its annotations. */
class LombokTypesTest {

    private static final String IMPORTS = "import lombok.*; import lombok.experimental.*;\n";

    @Test
    void a_builder_takes_the_fields_and_makes_the_object() {
        LinkedTexts texts = classes(IMPORTS + """
                @Builder(toBuilder = true) class Basket {
                    static int count; private final int fixed = 1; private Customer customer; @Builder.Default final String name = "";
                    @Singular private List<Order> orders; @Singular("entry") private Map<String, Product> entries;
                }
                class Service {
                    void run(Order first, Product product) {
                        var basket = Basket.builder().customer(first.getCustomer()).name("x").order(first).orders(List.of(first))
                                .entry("a", product).entries(Map.of()).clearOrders().build();
                        use(basket, basket.toBuilder().build(), new Basket.BasketBuilder().customer(null));
                    }
                }
                """);

        assertThat(texts.type("basket")).isEqualTo("com.shop.Basket");
        assertThat(texts.type("Basket.builder().customer(first.getCustomer())")).isEqualTo("com.shop.Basket.BasketBuilder");
        assertThat(texts.target("Basket.builder().customer(first.getCustomer())"))
                .isEqualTo("com.shop.Basket.BasketBuilder#customer(com.shop.Customer)");
        assertThat(texts.type("basket.toBuilder().build()")).isEqualTo("com.shop.Basket");
        assertThat(texts.type("new Basket.BasketBuilder().customer(null)")).isEqualTo("com.shop.Basket.BasketBuilder");
    }

    @Test
    void a_generic_builder_keeps_its_type_arguments() {
        LinkedTexts texts = classes(IMPORTS + """
                @Builder class Event<T> { T entity; T old; @Getter(AccessLevel.PUBLIC) String name; }
                class Service {
                    void run(Order order) {
                        var event = Event.<Order>builder().entity(order).build();
                        Event.EventBuilder<Customer> open = Event.builder();
                        use(event, event.getName(), open.entity(order.getCustomer()).build());
                    }
                }
                """);

        assertThat(texts.type("event")).isEqualTo("com.shop.Event<com.shop.Order>");
        assertThat(texts.type("event.getName()")).isEqualTo("java.lang.String");
        assertThat(texts.type("open.entity(order.getCustomer()).build()")).isEqualTo("com.shop.Event<com.shop.Customer>");
    }

    @Test
    void a_builder_may_stand_on_a_constructor_or_a_method_under_other_names() {
        LinkedTexts texts = classes(IMPORTS + """
                class Parcel {
                    @Builder(builderMethodName = "parcel", buildMethodName = "pack", setterPrefix = "with")
                    Parcel(Order order, int weight) { }
                    @Builder(builderClassName = "Found") static Customer find(String name, Long id) { return null; }
                }
                class Service {
                    void run(Order order) {
                        use(Parcel.parcel().withOrder(order).withWeight(2).pack(), Parcel.builder().name("x").id(1L).build());
                    }
                }
                """);

        assertThat(texts.type("Parcel.parcel().withOrder(order).withWeight(2).pack()")).isEqualTo("com.shop.Parcel");
        assertThat(texts.type("Parcel.builder().name(\"x\")")).isEqualTo("com.shop.Parcel.Found");
        assertThat(texts.type("Parcel.builder().name(\"x\").id(1L).build()")).isEqualTo("com.shop.Customer");
    }

    @Test
    void a_builder_of_a_subclass_takes_the_fields_of_both_and_makes_the_subclass() {
        LinkedTexts texts = classes(IMPORTS + """
                @SuperBuilder class Base { Long id; }
                @SuperBuilder class Invoice extends Base { Customer customer; }
                class Service {
                    void run(Customer c) {
                        use(Invoice.builder().id(1L).customer(c).build(), Invoice.builder().customer(c).id(2L).build(), Base.builder().id(3L).build());
                    }
                }
                """);

        assertThat(texts.type("Invoice.builder().id(1L).customer(c).build()")).isEqualTo("com.shop.Invoice");
        assertThat(texts.type("Invoice.builder().customer(c).id(2L).build()")).isEqualTo("com.shop.Invoice");
        assertThat(texts.type("Base.builder().id(3L).build()")).isEqualTo("com.shop.Base");
    }

    @Test
    void accessors_may_be_chained_or_fluent_and_constructors_may_have_a_name() {
        LinkedTexts texts = classes(IMPORTS + """
                @Data @Accessors(chain = true) class Chained { private Customer customer; private boolean isOpen; }
                @Data @Accessors(fluent = true) class Fluent { private Customer customer; }
                @AllArgsConstructor(staticName = "of") class Named2<T> { T value; @Getter Customer customer; }
                class Service {
                    void run(Customer c, Order o) {
                        use(new Chained().setCustomer(c).setOpen(true).getCustomer(), new Fluent().customer(c).customer());
                        use(Named2.of(o, c), Named2.of(o, c).getCustomer());
                    }
                }
                """);

        assertThat(texts.type("new Chained().setCustomer(c).setOpen(true).getCustomer()")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("new Fluent().customer(c).customer()")).isEqualTo("com.shop.Customer");
        assertThat(texts.type("Named2.of(o, c)")).isEqualTo("com.shop.Named2<com.shop.Order>");
        assertThat(texts.type("Named2.of(o, c).getCustomer()")).isEqualTo("com.shop.Customer");
    }

    @Test
    void a_builder_of_another_library_is_none_of_lombok() {
        LinkedTexts texts = classes("""
                @org.elsewhere.Builder class Basket { Customer customer; }
                class Service { void run() { use(Basket.builder()); } }
                """);

        assertThat(texts.type("Basket.builder()")).startsWith("<unknown");
    }
}
