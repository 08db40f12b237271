import groovy.json.JsonSlurper

def sarif = new JsonSlurper().parse(new File(basedir, 'target/seqscan/seqscan.sarif')).runs[0]
assert sarif.results.collect { [it.ruleId, it.baselineState] } == [['lazy-load-in-loop', 'unchanged']]
// The modules are read as sources: none of them is missing on the class path.
assert sarif.invocations[0].toolExecutionNotifications == null

['entities', 'service', 'web'].each {
    assert !new File(basedir, "$it/target/classes").exists() && !new File(basedir, "$it/target/seqscan").exists()
}
def log = new File(basedir, 'build.log').text
assert log =~ /(?m)^service\/src\/main\/java\/com\/example\/shop\/OrderService\.java:21:43: error: /
assert log.count('1 finding fails the build') > 0
assert log.contains('Known and not printed: 1 of the baseline seqscan-baseline.txt.')
assert log.count('Files are named from') == 2
