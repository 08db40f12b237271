def file = { run, name -> new File(basedir, ".reports/$run/$name").bytes }

// The same bytes and the same verdict, whether the analysis is done, told again, or done without a cache.
['seqscan.txt', 'seqscan.sarif', 'seqscan.html', 'seqscan-gitlab.json'].each { name ->
    ['again', 'here', 'off'].each { run -> assert Arrays.equals(file('first', name), file(run, name)) : "$run $name" }
}
def log = new File(basedir, 'build.log').text
assert log.count('1 finding fails the build (seqscan.failOnSeverity=error)') >= 4
// What runs in the JVM of Maven has another class path, but what clean deletes is no part of the cache.
def told = log.count('nothing has changed since the last run')
assert told == 1 || told == 2
assert new File(basedir, '.kept/runs').list().length > 0

assert log.contains('Wrong parameter seqscan.cache=pom.xml: this is no folder; allowed are a folder, which need not exist, and off')
