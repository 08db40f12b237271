import groovy.json.JsonSlurper

def sarif = new JsonSlurper().parse(new File(basedir, 'target/seqscan/seqscan.sarif'))

assert sarif.runs[0].results.collect { [it.ruleId, it.level] } == [['write-in-loop', 'warning']]
