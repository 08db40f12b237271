create index ix_customers_joined_on on customers (joined_on);
create index ix_customers_country on customers (country_code);
create index ix_categories_parent on categories (parent_id);
create index ix_suppliers_name on suppliers (name); -- finding: redundant-index-prefix
create index ix_products_category on products (category_id); -- finding: redundant-index-prefix
create index ix_products_supplier on products (supplier_id);
create index ix_reviews_product on reviews (product_id, created_at);
create index ix_orders_customer on orders (customer_id, placed_at);
create index ix_orders_status on orders (status);
create index ix_orders_postal_code on orders (ship_postal_code);
create index ix_order_lines_order on order_lines (order_id);
create index ix_order_lines_product on order_lines (product_id);
create index ix_payments_order on payments (order_id);
create index ix_payments_paid_on on payments (paid_on);
create index ix_shipments_warehouse on shipments (warehouse_id);
create index ix_shipments_carrier on shipments (carrier);
