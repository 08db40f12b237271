-- The back office searches the catalogue by price, and reads the audit trail of a day.
create index ix_products_price on products (price, name);
create index ix_products_category_name on products (category_id, name);
create index ix_suppliers_name_vat on suppliers (name, vat_number);
create index ix_audit_entries_created_at on audit_entries (created_at);
