create table warehouses (
    id      bigint primary key,
    version integer      not null,
    code    varchar(10)  not null unique,
    name    varchar(120) not null
);

create table stock_items (
    id           bigint primary key,
    version      integer not null,
    warehouse_id bigint  not null references warehouses (id),
    product_id   bigint  not null references products (id),
    quantity     integer not null,
    unique (warehouse_id, product_id)
);

create table payments (
    id        bigint primary key,
    version   integer        not null,
    order_id  bigint         not null references orders (id),
    amount    numeric(12, 2) not null,
    reference varchar(40)    not null unique,
    paid_on   date           not null
);

create table shipments (
    id            bigint primary key,
    version       integer     not null,
    order_id      bigint      not null unique references orders (id),
    warehouse_id  bigint      not null references warehouses (id),
    carrier       varchar(40) not null,
    tracking_code varchar(60) not null unique
);
