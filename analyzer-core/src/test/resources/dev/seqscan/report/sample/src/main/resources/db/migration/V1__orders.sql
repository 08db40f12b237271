create table customer (id bigint primary key, name varchar(200) not null);
create table orders (
    id bigint primary key,
    customer_id bigint not null references customer (id),
    status varchar(20) not null
);
