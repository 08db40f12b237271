create table customer_labels (
    customer_id bigint      not null references customers (id),
    label       varchar(40) not null,
    primary key (customer_id, label)
);
