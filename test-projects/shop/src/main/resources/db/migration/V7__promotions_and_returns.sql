create table promotions (
    id      bigint primary key,
    version integer     not null,
    name    varchar(80) not null,
    ends_on date        not null
);

create table promotion_codes (
    id           bigint primary key,
    version      integer     not null,
    promotion_id bigint      not null references promotions (id),
    code         varchar(20) not null
);

create table product_returns (
    id          bigint primary key,
    version     integer      not null,
    order_id    bigint       not null references orders (id),
    product_id  bigint       not null references products (id),
    reason      varchar(200) not null,
    returned_on date         not null
);

create index ix_promotions_ends_on on promotions (ends_on);
create index ix_promotion_codes_promotion on promotion_codes (promotion_id);
create index ix_product_returns_order on product_returns (order_id);
create index ix_product_returns_product on product_returns (product_id);
create index ix_product_returns_day on product_returns (returned_on);
