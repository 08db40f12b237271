import groovy.json.JsonSlurper

def levels = { folder ->
    new JsonSlurper().parse(new File(basedir, "target/$folder/seqscan.sarif")).runs[0].results.collect { [it.ruleId, it.level] }
}

// The file switches the rule off; the command line on again. The POM includes what the file would leave out.
assert levels('seqscan') == []
assert levels('warned') == [['lazy-load-in-loop', 'warning']]
assert levels('excluded') == []
assert levels('included') == [['lazy-load-in-loop', 'error']]
assert levels('never') == [['lazy-load-in-loop', 'error']]

def log = new File(basedir, 'build.log').text
assert log =~ /(?m)^lazy-load-in-loop +error +stable$/
assert log =~ /(?m)^select-star: warning, preview, since/
assert log.contains('option wide, a number, by default 16: ')
assert log.contains('## Why it costs')
