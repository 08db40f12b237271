import groovy.json.JsonSlurper

def findings = { folder ->
    new JsonSlurper().parse(new File(basedir, "shop/target/$folder/seqscan.sarif")).runs[0].results
            .findAll { it.ruleId == 'repository-call' }.collect { [it.level, it.message.text] }
}

// In a JVM of its own, and in that of the build.
assert findings('seqscan').any { it[0] == 'warning' && it[1].startsWith('This call sends OrderRepository.findAll') }
assert findings('same-jvm')*.first().unique() == ['note']
assert findings('same-jvm').size() == findings('seqscan').size()

def log = new File(basedir, 'build.log').text
assert log =~ /(?m)^repository-call +warning +preview$/
assert log =~ /(?m)^repository-call: warning, preview, since 1, house$/
