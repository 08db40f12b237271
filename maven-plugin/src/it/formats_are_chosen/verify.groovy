import groovy.json.JsonSlurper

def json = { new JsonSlurper().parse(new File(basedir, it)) }
def service = 'src/main/java/com/example/shop/OrderService.java'

assert new File(basedir, 'asked').list().sort() == ['seqscan-gitlab.json', 'seqscan-sonar.json', 'seqscan.html', 'seqscan.md']
assert new File(basedir, 'default').list().sort() == ['seqscan.sarif', 'seqscan.txt']

def gitlab = json('asked/seqscan-gitlab.json')
assert gitlab.size() == 1 && gitlab[0].check_name == 'lazy-load-in-loop' && gitlab[0].location.path.endsWith(service)
def sonar = json('asked/seqscan-sonar.json')
assert sonar.issues*.primaryLocation.filePath == [service] && sonar.rules*.id == ['lazy-load-in-loop']
assert new File(basedir, 'asked/seqscan.md').text.contains('## SeqScan: 1 finding\n')

assert new File(basedir, 'asked/seqscan.html').text.contains('data-rule="lazy-load-in-loop"')

def ide = json('shop/.sarif/seqscan.sarif').runs[0].results[0].locations[0].physicalLocation.artifactLocation
assert new File(new URI(ide.uri)) == new File(basedir, "shop/$service")

// The commands come with the default only, and the report above them cannot give any.
def log = new File(basedir, 'build.log').text
assert log.readLines().count { it.startsWith('::error file=') && it.contains(service) } == 1
def word = (log =~ /(?m)^::stop-commands::(\S+)$/)[0][1]
assert log.indexOf("\n::$word::") < log.indexOf('::error file=')

// What is printed goes into the log file of Maven, as it is.
assert new File(basedir, 'rules.log').readLines().any { it.startsWith('select-star') }
assert !log.contains('\nselect-star')
