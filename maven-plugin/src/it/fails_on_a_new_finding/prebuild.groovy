evaluate(new File(shop, 'copy.groovy')).call('.')
