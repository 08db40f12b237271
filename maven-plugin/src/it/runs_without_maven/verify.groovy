import java.util.jar.JarFile
import java.util.spi.ToolProvider

def installed = []
new File(localRepositoryPath, 'dev/seqscan/seqscan-maven-plugin').eachFileRecurse { if (it.name.endsWith('-cli.jar')) installed << it }
assert installed.size() == 1
def jar = installed[0]

def seqscan = { String... arguments ->
    def java = new File(System.getProperty('java.home'), 'bin/java').path
    def builder = new ProcessBuilder([java, '-jar', jar.path] + arguments.toList()).directory(basedir).redirectErrorStream(true)
    builder.environment().put('XDG_CACHE_HOME', new File(basedir, 'cache').path)
    def process = builder.start()
    process.outputStream.close()
    def said = process.inputStream.text
    [process.waitFor(), said]
}
def scan = { String... arguments -> seqscan(*(['scan', 'shop', '--output-directory', 'without-maven'] + arguments.toList())) }
def sarif = { new File(basedir, it + '/seqscan.sarif').bytes }

// The same findings, byte for byte, from a JVM of its own and from that of java -jar; the exit code tells of them.
[[['--fork=false'], 0], [['--fork', '--fail-on-severity', 'error'], 1]].each { options, expected ->
    def (code, said) = scan(*options)
    assert code == expected : said
    assert said.contains('[lazy-load-in-loop]')
    assert said.contains('1 finding fails the build (--fail-on-severity=error), see ') == (expected == 1)
    assert Arrays.equals(sarif('without-maven'), sarif('with-maven'))
    assert new File(basedir, 'without-maven').deleteDir()
}

// A baseline of its own.
def (known, written) = seqscan('baseline', 'shop', '--baseline-file', 'known.txt')
assert known == 0 : written
assert scan('--fail-on-severity', 'error', '--baseline-file', 'known.txt')[0] == 0

// Wrong use.
def (wrong, complaint) = scan('--fail-on-severty', 'error')
assert wrong == 2 : complaint
assert complaint.contains('there is no option --fail-on-severty; did you mean --fail-on-severity?')
def (missing, nowhere) = seqscan('scan', 'nowhere')
assert missing == 2 : nowhere
assert nowhere.contains('wrong option --path=nowhere: there is no such folder')

// The rules of another scenario, compiled against this jar alone.
def rules = new File(basedir, '../../../src/it/own_rule_jar/rules/src/main').canonicalFile
def tool = { String name, String... arguments -> assert ToolProvider.findFirst(name).get().run(System.out, System.err, arguments) == 0 }
def java = []
new File(rules, 'java').eachFileRecurse { if (it.name.endsWith('.java')) java << it.path }
tool('javac', *(['--release', '17', '-cp', jar.path, '-d', new File(basedir, 'classes').path] + java))
tool('jar', '--create', '--file', new File(basedir, 'own-rules.jar').path, '-C', new File(basedir, 'classes').path, '.',
        '-C', new File(rules, 'resources').path, '.')
['--fork', '--fork=false'].each {
    assert scan(it, '--rule-jar', 'own-rules.jar')[1].contains('[repository-call]')
}

// Nothing of Maven is inside, and no library that src/cli/THIRD-PARTY does not name.
def names = new JarFile(jar).withCloseable { file -> file.entries().collect { it.name } }
def named = ['com/github/javaparser/', 'net/sf/jsqlparser/', 'org/antlr/v4/', 'org/hibernate/grammars/', 'org/jsoup/',
        'org/objectweb/asm/', 'org/snakeyaml/engine/', 'picocli/', 'dev/seqscan/', 'META-INF/']
assert names.containsAll(['META-INF/LICENSE', 'META-INF/THIRD-PARTY', 'META-INF/jsoup/LICENSE'])
assert names.findAll { name -> !name.endsWith('/') && !named.any { name.startsWith(it) } } == []
assert !names.any { it.startsWith('dev/seqscan/maven/') || it.startsWith('META-INF/maven/') }

// The goals do without the library that reads the options.
def log = new File(basedir, 'build.log').text
assert log.contains('org.jsoup:jsoup')
assert !(log =~ /Included: *info\.picocli/)
