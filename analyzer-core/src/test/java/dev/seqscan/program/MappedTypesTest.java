package dev.seqscan.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Types of the static metamodel and of query types that are not in the tree. */
class MappedTypesTest {

    private static LinkedTexts mapped(String method) {
        return LinkedTexts.classes("class Nothing { }").add("""
                package com.shop;
                import jakarta.persistence.*;
                import java.util.*;
                @MappedSuperclass abstract class Stored { @Id Long key; }
                @Entity class Parcel extends Stored {
                    enum State { OPEN, SENT }
                    static int count;
                    String label; int weight; State state; java.time.LocalDate sent;
                    @ManyToOne Depot depot;
                    @OneToMany List<Letter> letters;
                    @Transient String shown;
                }
                @Entity class Depot extends Stored { boolean open; }
                @Entity class Letter extends Stored { }
                """).add("""
                package com.shop;
                import jakarta.persistence.criteria.*;
                import static com.shop.Uses.use;
                class Search {
                    void find(Root<Parcel> root) { """ + method + """
                 }
                }
                """);
    }

    @Test
    void paths_of_criteria_have_the_types_of_the_attributes() {
        LinkedTexts texts = mapped("use(root.get(Parcel_.weight), root.join(Parcel_.letters), root.get(Parcel_.depot).get(Depot_.open),"
                + " Parcel_.key, Parcel_.LABEL);");
        assertThat(texts.type("root.get(Parcel_.weight)")).isEqualTo("jakarta.persistence.criteria.Path<java.lang.Integer>");
        assertThat(texts.type("root.join(Parcel_.letters)"))
                .isEqualTo("jakarta.persistence.criteria.ListJoin<com.shop.Parcel, com.shop.Letter>");
        assertThat(texts.type("root.get(Parcel_.depot).get(Depot_.open)"))
                .isEqualTo("jakarta.persistence.criteria.Path<java.lang.Boolean>");
        assertThat(texts.type("Parcel_.key"))
                .isEqualTo("jakarta.persistence.metamodel.SingularAttribute<com.shop.Stored, java.lang.Long>");
        assertThat(texts.type("Parcel_.LABEL")).isEqualTo("java.lang.String");
    }

    @Test
    void query_types_have_a_path_for_each_property_own_and_inherited() {
        LinkedTexts texts = mapped("QParcel parcel = QParcel.parcel; use(parcel.depot.open.isTrue(), parcel.label.eq(\"x\"),"
                + " parcel.state, parcel.sent, parcel.key.max(), parcel.letters.any(), new QParcel(\"p\"), parcel.shown);");
        assertThat(texts.type("parcel.depot.open.isTrue()")).isEqualTo("com.querydsl.core.types.dsl.BooleanExpression");
        assertThat(texts.type("parcel.state")).isEqualTo("com.querydsl.core.types.dsl.EnumPath<com.shop.Parcel.State>");
        assertThat(texts.type("parcel.sent")).isEqualTo("com.querydsl.core.types.dsl.DatePath<java.time.LocalDate>");
        assertThat(texts.type("parcel.key.max()")).isEqualTo("com.querydsl.core.types.dsl.NumberExpression<java.lang.Long>");
        assertThat(texts.type("parcel.letters.any()")).isEqualTo("com.shop.QLetter");
        assertThat(texts.type("new QParcel(\"p\")")).isEqualTo("com.shop.QParcel");
        assertThat(texts.type("parcel.shown")).startsWith("<unknown");
    }

    @Test
    void classes_that_are_not_mapped_have_no_generated_types() {
        LinkedTexts texts = mapped("use(Order_.name, QOrder.order);");
        assertThat(texts.type("Order_.name")).startsWith("<unknown");
        assertThat(texts.type("QOrder.order")).startsWith("<unknown");
    }
}
