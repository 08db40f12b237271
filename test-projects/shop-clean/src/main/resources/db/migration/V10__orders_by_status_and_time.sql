-- The list of orders of a status is read in this order, page after page.
create index ix_orders_status_placed_at on orders (status, placed_at, id);
drop index ix_orders_status;
