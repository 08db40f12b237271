create sequence shop_seq start with 1 increment by 50;

create table countries (
    code varchar(2) primary key,
    name varchar(80) not null unique
);

create table customers (
    id              bigint primary key,
    version         integer      not null,
    customer_number varchar(20)  not null unique,
    name            varchar(120) not null,
    email           varchar(200) not null unique,
    joined_on       date         not null,
    street          varchar(120),
    city            varchar(80),
    postal_code     varchar(12),
    country_code    varchar(2) references countries (code)
);

create table categories (
    id        bigint primary key,
    version   integer     not null,
    name      varchar(80) not null,
    parent_id bigint references categories (id)
);

create table suppliers (
    id         bigint primary key,
    version    integer      not null,
    name       varchar(120) not null,
    vat_number varchar(20)  not null unique
);

create table products (
    id          bigint primary key,
    version     integer        not null,
    sku         varchar(40)    not null,
    name        varchar(120)   not null,
    price       numeric(12, 2) not null,
    category_id bigint         not null references categories (id),
    supplier_id bigint         not null references suppliers (id),
    constraint uk_products_sku unique (sku)
);

create table reviews (
    id          bigint primary key,
    version     integer                  not null,
    product_id  bigint                   not null references products (id),
    customer_id bigint                   not null references customers (id),
    rating      integer                  not null,
    comment     varchar(2000),
    created_at  timestamp with time zone not null
);
