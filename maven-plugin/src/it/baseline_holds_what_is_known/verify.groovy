import groovy.json.JsonSlurper

def known = new File(basedir, 'before/seqscan-baseline.txt')
def java = 'src/main/java/com/example/shop'
assert known.readLines().findAll { !it.startsWith('#') } == [
    'seqscan-baseline 1',
    "lazy-load-in-loop | Order.customer | $java/OldReport.java | com.example.shop.OldReport#letters()",
    "lazy-load-in-loop | Order.customer | $java/OrderService.java | com.example.shop.OrderService#customerNames()"]*.toString()

def results = { project ->
    def sarif = new JsonSlurper().parse(new File(basedir, "$project/target/seqscan/seqscan.sarif"))
    sarif.runs[0].results.collect {
        def name = it.locations[0].logicalLocations[0].name
        [name, it.baselineState, it.suppressions?.collect { [it.kind, it.status, it.justification] }]
    }
}
def suppressed = [['external', 'accepted', 'baseline seqscan-baseline.txt']]
assert results('before') == [['letters', 'unchanged', suppressed], ['customerNames', 'unchanged', suppressed]]
assert results('after') == [['joinedNames', 'new', null], ['customerNames', 'unchanged', suppressed]]

def before = new File(basedir, 'before/target/seqscan/seqscan.txt').text
assert before.contains('No findings.')
assert before.contains('Known and not printed: 2 of the baseline seqscan-baseline.txt.')
def after = new File(basedir, 'after/target/seqscan/seqscan.txt').text
assert after.contains('Known and not printed: 1 of the baseline seqscan-baseline.txt.')
assert after.replaceAll(/\s+/, ' ').contains(
    'seqscan-baseline.txt, line 4: nothing matches this entry any more, remove it: lazy-load-in-loop')

def log = new File(basedir, 'build.log').text
assert log.contains('2 lines for 2 findings. Commit it; what it holds fails no build.')
assert log =~ /1 finding fails the build \(seqscan\.failOnSeverity=error\)/
assert log =~ /baselineFile: The baseline .*broken.seqscan-baseline\.txt, line 2: a conflict of a merge is not resolved/
assert log.contains('seqscan.baselineFile=nowhere.txt: there is no such file; allowed is one that exists')
