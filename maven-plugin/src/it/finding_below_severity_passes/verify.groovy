import groovy.json.JsonSlurper

def sarif = new JsonSlurper().parse(new File(basedir, 'target/seqscan/seqscan.sarif'))

assert sarif.runs[0].results.collect { [it.ruleId, it.level] } == [['write-in-loop', 'warning']]

// The folder is that of the build all the same, which is said.
def log = new File(basedir, 'build.log').text
assert log.contains('seqscan.path is a parameter of other goals and changes nothing about check')
assert log.contains("Files are named from $basedir")
