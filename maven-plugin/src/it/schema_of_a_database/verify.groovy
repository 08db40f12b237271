import groovy.json.JsonSlurper

def sarif = new JsonSlurper().parse(new File(basedir, 'target/seqscan/seqscan.sarif'))
def findings = sarif.runs[0].results.collect { [it.ruleId, it.locations[0].physicalLocation.artifactLocation.uri.replaceFirst(".*/${basedir.name}/", '')] }
assert findings.contains(['unindexed-filter', 'src/main/java/com/example/shop/OrderQueries.java'])

def text = new File(basedir, 'target/seqscan/seqscan.txt').text.replaceAll(/\s+/, ' ')
assert text.contains("about 20,000 rows (the database's statistics)")
assert text.contains('placed_at')
assert !text.contains('orders (customer)')

def log = new File(basedir, 'build.log').text

assert [text, log, sarif.toString()].every { !it.contains('it-server-secret') }
