import groovy.json.JsonSlurper

def results = { new JsonSlurper().parse(new File(basedir, "$it/seqscan.sarif")).runs[0].results*.ruleId }

// Whichever modules are built, all that lies in the folder is judged, and once.
['one', 'with-needed', 'at-end', 'never'].each {
    assert results("target/$it") == ['lazy-load-in-loop']
}
def log = new File(basedir, 'build.log').text
assert log.count('Files are named from') == 5
assert log =~ /entities \.+ FAILURE/
assert log.contains('Skipping service')

// No repository is asked for a module of the build, as none has it.
assert !log.substring(0, log.indexOf('Not taken: ')).contains('The POM for com.example')

// A module that Maven is started in is all that is read, and the settings around it are not taken in silence.
assert results('service/target/seqscan') == []
assert log =~ /(?m)^\[WARNING\] Not taken: .*part_of_a_reactor.seqscan\.yml, .* start Maven in .*part_of_a_reactor with -pl service -am$/
assert log.count('Not taken: ') == 1
