def copy = evaluate(new File(shop, 'copy.groovy'))
copy.call('entities', 'Customer', 'Order', 'OrderRepository')
copy.call('service', 'OrderService')
