import groovy.json.JsonSlurper

def sarif = new JsonSlurper().parse(new File(basedir, 'reports/seqscan.sarif'))
def findings = sarif.runs[0].results.collect {
    def place = it.locations[0].physicalLocation
    def file = place.artifactLocation.uri.replaceFirst(".*/${basedir.name}/shop/", '')
    def source = new File(basedir, 'shop/' + file).readLines()
    [it.ruleId, file, source[place.region.startLine - 1].trim()]
}

assert findings == [['lazy-load-in-loop', 'src/main/java/com/example/shop/OrderService.java', 'names.add(order.getCustomer().getName());']]
assert new File(basedir, 'reports/seqscan.txt').text.contains('OrderService.java:')
assert new File(basedir, 'build.log').text.contains('BUILD SUCCESS')

def written = { folder -> ['seqscan.sarif', 'seqscan.txt'].collect { new File(basedir, "$folder/$it").text.replace("$folder/seqscan", 'seqscan') } }
assert written('reports') == written('reports-of-build')
