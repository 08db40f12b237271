import groovy.json.JsonSlurper

def sarif = new JsonSlurper().parse(new File(basedir, 'target/seqscan/seqscan.sarif'))
def findings = sarif.runs[0].results.collect {
    def place = it.locations[0].physicalLocation
    def source = new File(basedir, place.artifactLocation.uri).readLines()
    [it.ruleId, place.artifactLocation.uri, source[place.region.startLine - 1].trim()]
}

assert findings == [['lazy-load-in-loop', 'src/main/java/com/example/shop/OrderService.java', 'names.add(order.getCustomer().getName());']]
