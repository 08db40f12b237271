package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.catalog.NewSupplier;
import com.example.shop.customer.NewCustomer;
import com.example.shop.order.Cart;
import com.example.shop.order.OrderStatus;
import com.example.shop.report.SupplierReportJob;
import com.example.shop.shipping.TruckArrived;
import com.example.shop.stock.StockTaking;
import com.example.shop.stock.StockTakingController;
import com.example.shop.stock.Withdrawal;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seqscan.statements.Calls;
import dev.seqscan.statements.StatementCount;
import dev.seqscan.statements.StatementTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** Counts the statements of each entry point with few and with many rows, and writes them down for the agreement test. */
@ShopTest
class StatementCountTest {

    private final ApplicationContext application;
    private final Calls<ShopData> calls;

    @Autowired
    StatementCountTest(ApplicationContext application, MockMvc web, ObjectMapper json) {
        this.application = application;
        this.calls = new Calls<>(web, json);
    }

    @Test
    void each_entry_point_sends_one_statement_for_each_row_or_as_many_as_before(@Autowired ShopDatabase database) throws Exception {
        List<StatementCount> table = new StatementTable<>(application, "com.example.shop", calls, database::replace).count();
        StatementTable.write(table, Path.of("target", "statements.tsv"));
        assertThat(table).filteredOn(StatementCount::isUnclear).isEmpty();
    }

    @BeforeEach
    void call_the_catalog() {
        calls.get("/products?page=0&size={size}", data -> new Object[] {100});
        calls.get("/products/{sku}", data -> new Object[] {"SKU-1"});
        calls.get("/products/categories/{rootId}", data -> new Object[] {data.rootCategory()});
        calls.get("/products/categories/{categoryId}/ratings", data -> new Object[] {data.offers()});
        calls.get("/products/suppliers/{supplierId}", data -> new Object[] {data.wholesaler()});
        calls.get("/products/suppliers/{supplierId}/categories", data -> new Object[] {data.wholesaler()});
        calls.get("/products/{productId}/reviews?size=100", data -> new Object[] {data.bestSeller()});
        calls.get("/products/{productId}/reviews/newest", data -> new Object[] {data.bestSeller()});
        calls.get("/customers/{customerId}/reviews", data -> new Object[] {data.regular()});
        calls.get("/suppliers?vatNumber={number}", data -> new Object[] {"VAT-1"});
        calls.get("/suppliers/known?name={name}", data -> new Object[] {"Supplier 1"});
        calls.post("/suppliers/import", StatementCountTest::newSuppliers);
        calls.post("/prices", data -> IntStream.rangeClosed(1, data.products().size()).boxed()
                .collect(Collectors.toMap(i -> "SKU-" + i, i -> new BigDecimal("7.70"))));
        calls.post("/prices/raise", data -> new BigDecimal("1.1"));
    }

    @BeforeEach
    void call_the_customers() {
        calls.get("/customers/{number}", data -> new Object[] {"C-1"});
        calls.get("/customers/newest", data -> new Object[] {});
        calls.get("/customers?ids={ids}", data -> new Object[] {joined(data.customers())});
        calls.get("/customers/order-counts?joinedSince={day}", data -> new Object[] {ShopData.DAY});
        calls.get("/customers/countries?joinedSince={day}", data -> new Object[] {ShopData.DAY});
        calls.get("/customers/labels?joinedSince={day}", data -> new Object[] {ShopData.DAY});
        calls.get("/customers/origins?joinedSince={day}", data -> new Object[] {ShopData.DAY});
        calls.get("/customers/sign-in?email={email}", data -> new Object[] {"c1@example.com"});
        calls.post("/customers", data -> newCustomers(data).get(0));
        calls.post("/customers/import", this::newCustomers);
        calls.post("/customers/takeover", this::newCustomers);
    }

    @BeforeEach
    void call_the_orders() {
        calls.get("/orders/{number}", data -> new Object[] {"O-1"});
        calls.get("/orders?status={status}&page=0&size=100", data -> new Object[] {OrderStatus.PLACED});
        calls.get("/orders/since?since={time}", data -> new Object[] {ShopData.NOON});
        calls.post("/orders", this::cart);
        calls.post("/orders/total", this::cart);
        calls.post("/orders/delivery-days", this::cart);
        calls.get("/orders/labels?postalCode={code}", data -> new Object[] {ShopData.POSTAL_CODE});
        calls.get("/orders/skus?postalCode={code}", data -> new Object[] {ShopData.POSTAL_CODE});
        calls.get("/orders/round?postalCode={code}", data -> new Object[] {ShopData.POSTAL_CODE});
        calls.get("/orders/products?customerId={id}", data -> new Object[] {data.regular()});
        calls.get("/orders/selected?ids={ids}", data -> new Object[] {joined(data.orders())});
        calls.get("/orders/line-counts?customerId={id}&since={time}", data -> new Object[] {data.regular(), ShopData.NOON});
        calls.get("/orders/open?customerId={id}", data -> new Object[] {data.regular()});
        calls.get("/orders/newest", data -> new Object[] {});
        calls.get("/orders/counts", data -> new Object[] {});
        calls.get("/orders/of-customer?customerId={id}&since={time}", data -> new Object[] {data.regular(), ShopData.NOON});
        calls.get("/invoices/totals?since={time}", data -> new Object[] {ShopData.NOON});
        calls.get("/invoices/recipients?since={time}", data -> new Object[] {ShopData.NOON});
        calls.get("/orders/sizes?page=0&size=100", data -> new Object[] {});
    }

    @BeforeEach
    void call_payments_shipments_and_stock() {
        calls.get("/payments/paid?orderId={id}", data -> new Object[] {data.orders().get(0)});
        calls.get("/payments/day-book?day={day}", data -> new Object[] {ShopData.DAY});
        calls.get("/payments/unknown?references={references}", data -> new Object[] {references(data)});
        calls.get("/shipments/{trackingCode}", data -> new Object[] {"T-1"});
        calls.get("/shipments/of-order?orderId={id}", data -> new Object[] {data.orders().get(0)});
        calls.get("/shipments?carrier={carrier}", data -> new Object[] {ShopData.CARRIER});
        calls.get("/stock/{warehouseCode}/value", data -> new Object[] {ShopData.WAREHOUSE});
        calls.get("/stock/to-reorder?productIds={ids}", data -> new Object[] {joined(data.products())});
        calls.post("/stock/counts", data -> new StockTakingController.Request(data.warehouse(),
                data.products().stream().map(id -> new StockTaking.Counted(id, 7)).toList()));
        calls.post("/stock/withdrawals", data -> new Withdrawal(data.warehouse(), data.products().get(0), 1));
        calls.call("ShipmentService.announce", data -> application.publishEvent(new TruckArrived(data.warehouse())));
    }

    @BeforeEach
    void call_promotions_and_returns() {
        calls.get("/promotions?day={day}", data -> new Object[] {ShopData.DAY.minusDays(1)});
        calls.get("/promotions/count", data -> new Object[] {});
        calls.delete("/promotions?before={day}", data -> new Object[] {ShopData.DAY.plusDays(1)});
        calls.get("/returns?day={day}", data -> new Object[] {ShopData.DAY});
        calls.get("/returns/{id}", data -> new Object[] {data.firstReturn()});
    }

    @BeforeEach
    void call_reports_and_audit() {
        calls.get("/reports/turnover?productIds={ids}", data -> new Object[] {joined(data.products())});
        calls.get("/reports/turnover/{productId}", data -> new Object[] {data.bestSeller()});
        calls.get("/reports/order-numbers?page=0&size=100", data -> new Object[] {});
        calls.get("/reports/best-sellers", data -> new Object[] {});
        calls.get("/reports/text/payments?day={day}", data -> new Object[] {ShopData.DAY});
        calls.get("/reports/text/stock/{warehouseId}", data -> new Object[] {data.warehouse()});
        calls.get("/audit?page=0&size=100", data -> new Object[] {});
        calls.get("/audit/actions?actor={actor}", data -> new Object[] {"shop"});
        calls.get("/audit/newest", data -> new Object[] {});
        calls.delete("/audit?ids={ids}", data -> new Object[] {joined(data.auditEntries())});
        calls.get("/audit/of-entity?name=Order&id=1", data -> new Object[] {});
        calls.call("SupplierReportJob.run", data -> application.getBean(SupplierReportJob.class).run());
    }

    private static List<NewSupplier> newSuppliers(ShopData data) {
        return IntStream.rangeClosed(1, data.products().size()).mapToObj(i -> new NewSupplier("New " + i, "NEW-" + i)).toList();
    }

    private List<NewCustomer> newCustomers(ShopData data) {
        return IntStream.rangeClosed(1, data.customers().size()).mapToObj(i -> new NewCustomer(
                "N-" + i, "New", "n" + i + "@example.com", "Street 3", "Ulm", "89073", "Germany")).toList();
    }

    private Cart cart(ShopData data) {
        List<Cart.Item> items = data.products().stream().map(id -> new Cart.Item(id, 1)).toList();
        return new Cart(data.regular(), "Street 2", "Bonn", "53111", "DE", items);
    }

    private static String references(ShopData data) {
        return joined(IntStream.rangeClosed(1, data.orders().size()).mapToObj(i -> "REF-" + i).toList());
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
