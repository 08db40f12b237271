evaluate(new File(shop, 'copy.groovy')).call('.', 'Customer', 'Order')
