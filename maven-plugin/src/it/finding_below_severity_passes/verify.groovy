import groovy.json.JsonSlurper

def sarif = new JsonSlurper().parse(new File(basedir, 'target/seqscan/seqscan.sarif'))

assert sarif.runs[0].results.any { it.ruleId == 'lazy-load-in-loop' && it.level == 'warning' }
assert !sarif.runs[0].results.any { it.level == 'error' }
