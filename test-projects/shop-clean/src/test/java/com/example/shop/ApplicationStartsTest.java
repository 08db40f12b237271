package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import com.example.shop.audit.AuditLog;
import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.CategoryService;
import com.example.shop.catalog.Product;
import com.example.shop.catalog.ProductRepository;
import com.example.shop.customer.CustomerImport;
import com.example.shop.customer.CustomerService;
import com.example.shop.customer.NewCustomer;
import com.example.shop.order.Cart;
import com.example.shop.order.CheckoutService;
import com.example.shop.order.OrderService;
import com.example.shop.order.OrderStatus;
import com.example.shop.order.OrderSummary;
import com.example.shop.order.PackingService;
import com.example.shop.payment.PaymentService;
import com.example.shop.report.SalesReport;
import com.example.shop.report.SupplierReportJob;
import com.example.shop.shipping.ShipmentService;
import com.example.shop.stock.StockService;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The application starts on an embedded database, its migrations match its entities, and its services answer. */
@ShopTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicationStartsTest {

    private static final int SIZE = 5;

    private Long rootCategory;

    @BeforeAll
    void store_the_shop(@Autowired ShopDatabase database) {
        rootCategory = database.replace(SIZE).rootCategory();
    }

    @Test
    void orders_are_listed_and_packed(@Autowired OrderService orders, @Autowired PackingService packing) {
        assertThat(orders.find("O-1").lines()).hasSize(1);
        assertThat(orders.placedSince(ShopData.NOON)).extracting(OrderSummary::customer).contains("Customer 1", "Customer 5");
        assertThat(orders.withStatus(OrderStatus.PLACED, ShopData.NOON.plusSeconds(4), 0L)).hasSize(3);
        assertThat(orders.countsByStatus()).containsEntry(OrderStatus.SHIPPED, 0L);
        assertThat(orders.newestNumbers()).contains("O-5");
        assertThat(packing.labels(ShopData.POSTAL_CODE)).contains("2 x Product 1");
        assertThat(packing.skus(ShopData.POSTAL_CODE)).contains("SKU-1");
        assertThat(packing.round(ShopData.POSTAL_CODE)).contains("O-1");
    }

    @Test
    void a_cart_becomes_an_order(@Autowired CheckoutService checkout, @Autowired CustomerService customers,
            @Autowired OrderService orders, @Autowired ProductRepository products) {
        List<Cart.Item> items = products.findAll().stream().map(Product::getId).map(id -> new Cart.Item(id, 1)).toList();
        Cart cart = new Cart(customers.find("C-1").id(), "Street 2", "Bonn", "53111", "DE", items);
        assertThat(orders.find(checkout.place(cart)).lines()).hasSameSizeAs(items);
        assertThat(checkout.total(cart)).isPositive();
        assertThat(checkout.deliveryDays(cart)).isPositive();
    }

    @Test
    void customers_are_registered_and_imported(@Autowired CustomerService customers, @Autowired CustomerImport rows) {
        customers.register(newCustomer("N-1"));
        assertThat(customers.signIn("N-1@example.com").name()).isEqualTo("New");
        assertThat(rows.addNew(List.of(newCustomer("N-1"), newCustomer("N-2")))).isEqualTo(1);
        assertThat(customers.orderCounts(ShopData.DAY)).containsKey("C-1");
        assertThat(customers.byIds(List.of(customers.find("C-2").id()))).hasSize(1);
    }

    @Test
    void the_catalog_is_read(@Autowired CatalogService catalog, @Autowired CategoryService categories,
            @Autowired ProductRepository products, @Autowired MockMvc web) throws Exception {
        assertThat(catalog.after("SKU-3", 9).stream().map(product -> product.category())).containsExactly("Category 4", "Category 5");
        assertThat(catalog.supplierNames("VAT-1")).containsExactly("Supplier 1");
        assertThat(categories.tree(rootCategory).children()).hasSize(SIZE);
        Product product = products.findBySku("SKU-1").orElseThrow();
        assertThat(catalog.averageRatings(product.getCategory().getId())).containsEntry("SKU-1", 4.0);
        assertThat(catalog.ofSupplierByCategory(product.getSupplier().getId())).containsKey("Category 1");
        assertThat(catalog.isKnown("Supplier 1")).isTrue();
        web.perform(get("/products/{id}/reviews?before=" + Long.MAX_VALUE, product.getId())).andExpect(jsonPath("$[0].customer").value("Customer 1"));
    }

    @Test
    void payments_shipments_and_stock_are_read(@Autowired PaymentService payments, @Autowired ShipmentService shipments,
            @Autowired StockService stock) {
        assertThat(payments.dayBook(ShopData.DAY)).containsEntry("REF-1", "O-1");
        assertThat(payments.unknown(List.of("REF-1", "REF-X"))).containsExactly("REF-X");
        assertThat(shipments.withCarrier(ShopData.CARRIER)).hasSize(SIZE);
        assertThat(shipments.track("T-1").order()).isEqualTo("O-1");
        assertThat(stock.value(ShopData.WAREHOUSE)).isPositive();
    }

    @Test
    void reports_are_made(@Autowired SalesReport sales, @Autowired SupplierReportJob job, @Autowired AuditLog audit,
            @Autowired ProductRepository products) {
        job.run();
        List<Long> ids = products.findAll().stream().map(Product::getId).toList();
        assertThat(sales.turnover(ids)).hasSameSizeAs(ids);
        assertThat(sales.orderNumbers(Long.MAX_VALUE, 2)).hasSize(2);
        assertThat(audit.before(Long.MAX_VALUE, 2)).hasSize(2);
        assertThat(audit.actionsOf("shop")).hasSize(SIZE);
    }

    private static NewCustomer newCustomer(String number) {
        return new NewCustomer(number, "New", number + "@example.com", "Street 3", "Ulm", "89073", "Germany");
    }
}
