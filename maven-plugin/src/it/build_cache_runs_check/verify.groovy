def log = new File(basedir, 'build.log').text
def second = log.substring(log.lastIndexOf('Scanning for projects'))

assert second.contains('Skipping plugin execution (cached): jar:jar')
assert second.contains('Files are named from')
assert new File(basedir, 'target/seqscan/seqscan.sarif').file

// What is tried here is what the README says.
def said = { it.text.replaceAll(/\s/, '').find('<executionControl>.*</executionControl>') }
def repository = basedir.parentFile.parentFile.parentFile.parentFile
assert said(new File(repository, 'README.md')) == said(new File(basedir, '.mvn/maven-build-cache-config.xml'))
