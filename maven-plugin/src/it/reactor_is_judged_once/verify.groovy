import groovy.json.JsonSlurper

def sarif = new JsonSlurper().parse(new File(basedir, 'target/seqscan/seqscan.sarif'))
def findings = sarif.runs[0].results.collect {
    def place = it.locations[0].physicalLocation
    def file = place.artifactLocation.uri.replaceFirst(".*/${basedir.name}/", '')
    def source = new File(basedir, file).readLines()
    [it.ruleId, file, source[place.region.startLine - 1].trim()]
}

assert findings == [['lazy-load-in-loop', 'service/src/main/java/com/example/shop/OrderService.java', 'names.add(order.getCustomer().getName());']]
['entities', 'service', 'web'].each {
    assert !new File(basedir, it + '/target/seqscan').exists()
}
// Each of the three builds prints one report.
assert new File(basedir, 'build.log').text.count('Files are named from') == 3
