import groovy.json.JsonSlurper

def sarif = new JsonSlurper().parse(new File(basedir, 'target/seqscan/seqscan.sarif'))
def findings = sarif.runs[0].results.collect {
    def place = it.locations[0].physicalLocation
    def file = place.artifactLocation.uri.replaceFirst(".*/${basedir.name}/", '')
    def source = new File(basedir, file).readLines()
    [it.ruleId, file, source[place.region.startLine - 1].trim()]
}

assert findings == []
assert new File(basedir, 'target/seqscan/seqscan.txt').text.contains('No findings.')
