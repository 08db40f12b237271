package dev.seqscan.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Types of what Lombok makes, as javac with Lombok gives them. */
class LombokMembersTest {

    private static LinkedTexts lombok(String text) {
        return LinkedTexts.classes("class Nothing { }").add("""
                package com.shop;
                import java.util.*;
                import lombok.*;
                import lombok.experimental.*;
                import static com.shop.Uses.use;
                """ + text);
    }

    @Test
    void a_builder_keeps_its_type_from_call_to_call() {
        LinkedTexts texts = lombok("""
                @Builder(toBuilder = true) class Draft { Order order; @Builder.Default int count = 1; @Singular List<Product> gifts; }
                class Uses1 { void f(Order o, Product p) {
                    use(Draft.builder(), Draft.builder().order(o).count(2).gift(p).gifts(List.of(p)).build());
                    Draft.DraftBuilder kept = Draft.builder();
                    use(kept.order(o), kept.build().toBuilder().build());
                } }
                """);
        assertThat(texts.type("Draft.builder()")).isEqualTo("com.shop.Draft.DraftBuilder");
        assertThat(texts.type("Draft.builder().order(o).count(2).gift(p).gifts(List.of(p)).build()")).isEqualTo("com.shop.Draft");
        assertThat(texts.type("kept.order(o)")).isEqualTo("com.shop.Draft.DraftBuilder");
        assertThat(texts.type("kept.build().toBuilder().build()")).isEqualTo("com.shop.Draft");
    }

    @Test
    void a_generic_builder_and_one_of_a_constructor_are_typed() {
        LinkedTexts texts = lombok("""
                @Builder class Page<T> { List<T> rows; }
                class Note { @Builder(builderMethodName = "start", buildMethodName = "done", setterPrefix = "with")
                    Note(Order order) { } }
                class Uses1 { void f(Order o, List<Order> all) {
                    use(Page.<Order>builder().rows(all).build(), Note.start().withOrder(o).done());
                } }
                """);
        assertThat(texts.type("Page.<Order>builder().rows(all).build()")).isEqualTo("com.shop.Page<com.shop.Order>");
        assertThat(texts.type("Note.start().withOrder(o).done()")).isEqualTo("com.shop.Note");
    }

    @Test
    void builders_of_a_hierarchy_give_the_class_they_were_asked_of() {
        LinkedTexts texts = lombok("""
                @SuperBuilder class Base { Order order; }
                @SuperBuilder class Sub extends Base { int count; }
                class Uses1 { void f(Order o) { use(Sub.builder().order(o).count(1).build()); } }
                """);
        assertThat(texts.type("Sub.builder().order(o).count(1).build()")).isEqualTo("com.shop.Sub");
    }

    @Test
    void accessors_are_fluent_chained_or_without_a_prefix_as_asked() {
        LinkedTexts texts = lombok("""
                @Data @Accessors(fluent = true) class Fluent { Order order; }
                @Getter @Setter @Accessors(chain = true) class Chain { Order order; boolean isOpen; }
                @Getter class Prefixed { @Accessors(prefix = "f") private Order fOrder; }
                class Uses1 { void f(Fluent a, Chain b, Prefixed c, Order o) {
                    use(a.order(), a.order(o), b.setOrder(o), b.setOpen(true), b.isOpen(), c.getOrder());
                } }
                """);
        assertThat(texts.type("a.order()")).isEqualTo("com.shop.Order");
        assertThat(texts.type("a.order(o)")).isEqualTo("com.shop.Fluent");
        assertThat(texts.type("b.setOrder(o)")).isEqualTo("com.shop.Chain");
        assertThat(texts.type("b.setOpen(true)")).isEqualTo("com.shop.Chain");
        assertThat(texts.type("b.isOpen()")).isEqualTo("boolean");
        assertThat(texts.type("c.getOrder()")).isEqualTo("com.shop.Order");
    }

    @Test
    void constructors_take_the_fields_that_must_be_given() {
        LinkedTexts texts = lombok("""
                @RequiredArgsConstructor(staticName = "of") class Some { final Order order; @NonNull Customer buyer; int count; }
                @Value class Whole { Order order; int fixed = 2; }
                class Uses1 { void f(Order o, Customer c) { use(Some.of(o, c), new Whole(o)); } }
                """);
        assertThat(texts.type("Some.of(o, c)")).isEqualTo("com.shop.Some");
        assertThat(texts.target("new Whole(o)")).isEqualTo("com.shop.Whole#<init>(com.shop.Order)");
    }
}
