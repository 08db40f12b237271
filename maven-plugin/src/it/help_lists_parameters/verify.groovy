import groovy.xml.XmlSlurper
import java.util.zip.ZipFile

def jar = new File(localRepositoryPath, 'dev/seqscan/seqscan-maven-plugin').listFiles().findAll { it.directory }
        .collectMany { it.listFiles().toList() }.find { it.name ==~ /seqscan-maven-plugin-.*(?<!-cli)\.jar/ }
def plugin = new ZipFile(jar).withCloseable { zip ->
    new XmlSlurper().parse(zip.getInputStream(zip.getEntry('META-INF/maven/plugin.xml')))
}
// Lines of Maven 4 begin with a level. Between two headings stands what help says of a goal.
def lines = new File(basedir, 'build.log').readLines()*.replaceFirst(/^\[INFO\] /, '')
def said = [:].withDefault { [] }
def goal = ''
lines.each {
    goal = it ==~ /seqscan:\w+/ ? it.substring(8) : it.contains('BUILD SUCCESS') ? '' : goal
    said[goal] << it
}

assert plugin.mojos.mojo.size() > 1
plugin.mojos.mojo.each { mojo ->
    mojo.parameters.parameter.findAll { it.editable == 'true' }.each { parameter ->
        assert said["$mojo.goal"].any { it ==~ /    ${parameter.name}( \(.*)?/ } : "$mojo.goal $parameter.name"
        def property = mojo.configuration."$parameter.name".text()
        assert property.empty || said["$mojo.goal"].any { it.contains('User property: ' + property[2..-2]) } : property
    }
}
// Asked for one goal, it tells of that alone.
assert lines.count { it == 'seqscan:rules' } == 2
assert lines.count { it == 'seqscan:scan' } == 1
