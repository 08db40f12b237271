create table orders (id bigint primary key, status varchar(20), placed_at timestamp, customer bigint);
create index orders_by_customer on orders (customer);
insert into orders select x, 'DONE', current_timestamp, x from system_range(1, 20000);
