-- Made every status change slow, and the report that needed it is gone.
drop index ix_orders_status; -- finding: index-dropped-but-still-used
