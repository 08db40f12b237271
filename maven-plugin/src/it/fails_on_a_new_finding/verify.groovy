import groovy.json.JsonSlurper

def sarif = new JsonSlurper().parse(new File(basedir, 'target/seqscan/seqscan.sarif'))
def findings = sarif.runs[0].results.collect {
    def place = it.locations[0].physicalLocation
    def file = place.artifactLocation.uri.replaceFirst(".*/${basedir.name}/", '')
    def source = new File(basedir, file).readLines()
    [it.ruleId, file, source[place.region.startLine - 1].trim()]
}

assert findings == [['lazy-load-in-loop', 'src/main/java/com/example/shop/OrderService.java', 'names.add(order.getCustomer().getName());']]

def text = new File(basedir, 'target/seqscan/seqscan.txt').text
assert text.contains('OrderService.java:')

def log = new File(basedir, 'build.log').text
assert log.contains(text.readLines()[0])
assert log =~ /1 finding fails the build \(seqscan\.failOnSeverity=error\), see .*seqscan\.txt and .*seqscan\.sarif/
