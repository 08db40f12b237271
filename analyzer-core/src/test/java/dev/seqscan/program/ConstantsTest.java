package dev.seqscan.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.java.JavaReader;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConstantsTest {

    private final Program program = new Program(ClassSource.NONE);

    @Test
    void literals_and_additions_are_folded_from_left_to_right() {
        add("Shop", "package com.shop; class Shop { String a = \"orders\" + '.' + 1 + true; String b = 1 + 2 + \"x\"; "
                + "int c = 1 - 2; int d = -5; String e = \"x\" + other(); }");

        assertThat(value("com.shop.Shop", "a")).contains("orders.1true");
        assertThat(value("com.shop.Shop", "b")).contains("3x");
        assertThat(value("com.shop.Shop", "c")).isEmpty();
        assertThat(value("com.shop.Shop", "d")).contains(-5L);
        assertThat(value("com.shop.Shop", "e")).isEmpty();
    }

    @Test
    void constant_fields_are_found_by_simple_qualified_inherited_and_imported_name() {
        add("Names", "package com.shop; public interface Names { String ORDERS = \"orders\"; "
                + "class Columns { public static final String ID = ORDERS + \"_id\"; } }");
        add("Base", "package com.shop; class Base { static final String PREFIX = \"shop_\"; }");
        add("Order", """
                package com.shop.order;
                import static com.shop.Names.ORDERS;
                import static com.shop.Names.Columns.*;
                import com.shop.Base;
                import com.shop.Names;
                class Order extends Base {
                    String imported = ORDERS;
                    String onDemand = ID;
                    String inherited = PREFIX + ORDERS;
                    String qualified = Names.Columns.ID;
                    String full = com.shop.Names.ORDERS;
                }
                """);

        assertThat(value("com.shop.order.Order", "imported")).contains("orders");
        assertThat(value("com.shop.order.Order", "onDemand")).contains("orders_id");
        assertThat(value("com.shop.order.Order", "inherited")).contains("shop_orders");
        assertThat(value("com.shop.order.Order", "qualified")).contains("orders_id");
        assertThat(value("com.shop.order.Order", "full")).contains("orders");
    }

    @Test
    void a_field_that_may_change_is_no_constant() {
        add("Shop", "package com.shop; class Shop { static String table = \"orders\"; String a = table; }");

        assertThat(value("com.shop.Shop", "a")).isEmpty();
    }

    @Test
    void constants_that_need_each_other_or_grow_without_end_are_unknown() {
        StringBuilder text = new StringBuilder("package com.shop; class Shop { static final String A = B + B, B = A + A;"
                + " static final String C0 = \"0123456789\";");
        for (int i = 1; i < 31; i++) {
            text.append("static final String C").append(i).append(" = C").append(i - 1).append(" + C").append(i - 1).append(";");
        }
        add("Shop", text.append("}").toString());

        assertThat(value("com.shop.Shop", "A")).isEmpty();
        assertThat(value("com.shop.Shop", "C30")).isEmpty();
        assertThat(value("com.shop.Shop", "C2")).contains("0123456789".repeat(4));
    }

    @Test
    void a_long_chain_of_additions_is_folded() {
        add("Shop", "package com.shop; class Shop { String a = \"\"" + " + \"x\"".repeat(400) + "; }");

        assertThat(value("com.shop.Shop", "a")).contains("x".repeat(400));
    }

    private void add(String name, String text) {
        program.add(new JavaReader().read(new TextFile(name + ".java", text), new Notices()),
                new Module("shop", "", Set.of("")), false, new Notices());
    }

    private Optional<Object> value(String className, String fieldName) {
        DeclaredClass owner = program.declared(className).orElseThrow();
        FieldDeclaration field = owner.declaration().fields().stream().filter(each -> each.name().equals(fieldName))
                .findFirst().orElseThrow();
        return new Constants(program).value(field.initializer(), owner);
    }
}
