import groovy.json.JsonSlurper

def results = { folder -> new JsonSlurper().parse(new File(basedir, "target/$folder/seqscan.sarif")).runs[0].results }
assert results('released').collect { [it.ruleId, it.properties.unchangedSince] } == [['lazy-load-in-loop', 'released']]
assert results('seqscan').collect { [it.ruleId, it.properties.unchangedSince] } == [['lazy-load-in-loop', null]]

def text = new File(basedir, 'target/released/seqscan.txt').text
assert text.contains('Known and not printed: 1 elsewhere than the lines changed since released.')

def log = new File(basedir, 'build.log').text
assert log =~ /1 finding fails the build \(seqscan\.failOnSeverity=error\)/
assert log.contains('seqscan.changedSince=origin/main: there is no such revision in the repository')
assert log.contains('seqscan.changedSince=--output=x: it is no name of a revision')
