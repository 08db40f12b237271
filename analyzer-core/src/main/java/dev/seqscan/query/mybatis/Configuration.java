package dev.seqscan.query.mybatis;

import dev.seqscan.config.Settings;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlFile;
import java.util.List;
import java.util.Optional;

/** What the configuration of MyBatis says for all mappers ("Configuration" in the reference of MyBatis 3). */
final class Configuration {

    private static final String PAGE_HELPER = "com.github.pagehelper.";
    private static final String INTERCEPTS = "org.apache.ibatis.plugin.Intercepts";

    private final Optional<Boolean> lazy;
    private final boolean takesRowBoundsOver;

    Configuration(List<XmlFile> files, Program program, Settings settings) {
        List<XmlElement> roots = files.stream().map(XmlFile::root).filter(root -> root.name().equals("configuration")).toList();
        this.lazy = roots.stream().flatMap(root -> root.children("settings").stream())
                .flatMap(each -> each.children("setting").stream())
                .filter(each -> each.attribute("name").filter("lazyLoadingEnabled"::equals).isPresent())
                .map(each -> each.attribute("value").filter("true"::equals).isPresent()).findFirst()
                .or(() -> settings.text("mybatis.configuration.lazy-loading-enabled",
                        "mybatis-plus.configuration.lazy-loading-enabled").map(each -> each.strip().equals("true")));
        this.takesRowBoundsOver = roots.stream().anyMatch(root -> root.child("plugins").isPresent())
                || settings.all().keySet().stream().anyMatch(each -> each.startsWith("pagehelper."))
                || program.libraries().find(PAGE_HELPER + "PageInterceptor").isPresent()
                || program.classes().stream().filter(type -> !type.isTest()).anyMatch(Configuration::mayIntercept);
    }

    /** Whether the file may hold the configuration. */
    static boolean mayBe(TextFile xml) {
        return xml.text().contains("<configuration") && (xml.text().contains("<plugins") || xml.text().contains("lazyLoading"));
    }

    /** A class that uses PageHelper, or plugs into MyBatis by itself. */
    private static boolean mayIntercept(DeclaredClass type) {
        return type.annotation(INTERCEPTS).isPresent()
                || type.file().imports().stream().anyMatch(each -> each.name().startsWith(PAGE_HELPER));
    }

    /** Whether what a mapping loads by a statement of its own is loaded when it is read, unless the mapping says otherwise. */
    boolean isLazy() {
        return lazy.orElse(false);
    }

    /**
     * Whether a plugin may turn {@code RowBounds} into a limit of the statement, as PageHelper does; else the rows before
     * the page are skipped in the result ({@code DefaultResultSetHandler.skipRows}).
     */
    boolean takesRowBoundsOver() {
        return takesRowBoundsOver;
    }
}
