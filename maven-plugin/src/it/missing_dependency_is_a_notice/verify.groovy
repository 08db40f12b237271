import groovy.json.JsonSlurper

def sarif = new JsonSlurper().parse(new File(basedir, 'target/seqscan/seqscan.sarif'))
def notices = sarif.runs[0].invocations[0].toolExecutionNotifications.collect { it.message.text }

assert notices.any { it.contains('com.example:never-published:jar:1') }
assert sarif.runs[0].results.collect { it.ruleId } == ['lazy-load-in-loop']
assert new File(basedir, 'build.log').text.contains('1 finding fails the build')
