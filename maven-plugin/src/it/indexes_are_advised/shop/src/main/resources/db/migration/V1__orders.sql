create table orders (id bigint primary key, status varchar(20) not null);
