import java.nio.file.Files

evaluate(new File(shop, 'copy.groovy')).call('before')
def before = new File(basedir, 'before').toPath()
def copy = { name ->
    def folder = new File(basedir, name).toPath()
    Files.walk(before).withCloseable { files -> files.forEach { Files.copy(it, folder.resolve(before.relativize(it))) } }
    folder.toFile()
}

// A finding is gone, one is new, and one stands ten lines further down.
def after = copy('after')
def java = new File(after, 'src/main/java/com/example/shop')
assert new File(java, 'OldReport.java').delete()
def service = new File(java, 'OrderService.java')
def text = service.text
def method = '    @Transactional(readOnly = true)\n    public List<String> customerNames() {'
assert text.contains(method)
service.text = text.replace(method, '    // A line.\n' * 10 + method).replaceFirst(/}\s*\z/, '''
    @Transactional(readOnly = true)
    public String joinedNames() {
        StringBuilder names = new StringBuilder();
        for (Order order : orders.findAll()) {
            names.append(order.getCustomer().getName());
        }
        return names.toString();
    }
}
''')

new File(copy('broken'), 'seqscan-baseline.txt').text = 'seqscan-baseline 1\n<<<<<<< HEAD\n'
return true
