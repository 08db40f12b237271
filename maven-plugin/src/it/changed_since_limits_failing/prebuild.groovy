evaluate(new File(shop, 'copy.groovy')).call('.')
def git = { String... arguments ->
    def process = new ProcessBuilder(['git'] + arguments.toList()).directory(basedir).redirectErrorStream(true).start()
    process.outputStream.close()
    def said = process.inputStream.text
    assert process.waitFor() == 0 : said
}
def commit = { tag ->
    git('add', 'pom.xml', 'src')
    git('-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgSign=false', 'commit', '-q', '-m', tag)
    git('tag', tag)
}

git('init', '-q')
def service = new File(basedir, 'src/main/java/com/example/shop/OrderService.java')
def text = service.text
service.text = text.replace('names.add(order.getCustomer().getName());', '')
commit('begun')
service.text = text
commit('released')
// Neither the change of the working tree nor the new file is part of the finding.
service.text = text + '// changed\n'
new File(basedir, 'src/main/java/com/example/shop/Note.java').text = 'package com.example.shop;\n\nclass Note {\n}\n'
return true
