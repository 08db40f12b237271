// For the prebuild.groovy of a scenario: copy.call('service', 'OrderService') brings that class of the shop to the sources of the
// folder "service", copy.call('.') brings all of them to those of the scenario. What is not brought, a scenario has itself.
import java.nio.file.Files
import java.nio.file.StandardCopyOption

return { String module, String... classes ->
    def sources = new File(basedir, "$module/src/main/java/com/example/shop")
    sources.mkdirs()
    def names = classes ? classes.collect { it + '.java' } : new File(shop).list().findAll { it.endsWith('.java') }
    names.each {
        Files.copy(new File(shop, it).toPath(), new File(sources, it).toPath(), StandardCopyOption.REPLACE_EXISTING)
    }
    true
}
