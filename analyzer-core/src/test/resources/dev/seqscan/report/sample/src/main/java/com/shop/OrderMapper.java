package com.shop;

class OrderMapper {

    OrderView toView(Order order) {
        return new OrderView(order.getId(), order.getCustomer().getName());
    }
}
