create table orders (
    id bigint primary key, status varchar(20) not null, city varchar(80), total numeric(12, 2) not null,
    placed_at timestamp not null
);
create index idx_orders_placed_at on orders (placed_at);
create index idx_orders_city on orders (city);
