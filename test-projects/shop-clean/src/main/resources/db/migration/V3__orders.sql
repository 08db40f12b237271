create table orders (
    id                bigint primary key,
    version           integer                  not null,
    order_number      varchar(20)              not null unique,
    customer_id       bigint                   not null references customers (id),
    status            varchar(20)              not null,
    placed_at         timestamp with time zone not null,
    ship_street       varchar(120),
    ship_city         varchar(80),
    ship_postal_code  varchar(12),
    ship_country_code varchar(2)
);

create table order_lines (
    id         bigint primary key,
    version    integer        not null,
    order_id   bigint         not null,
    product_id bigint         not null,
    quantity   integer        not null,
    unit_price numeric(12, 2) not null
);

alter table order_lines
    add constraint fk_order_lines_order foreign key (order_id) references orders (id);
alter table order_lines
    add constraint fk_order_lines_product foreign key (product_id) references products (id);
