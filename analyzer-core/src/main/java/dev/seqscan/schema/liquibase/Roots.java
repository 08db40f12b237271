package dev.seqscan.schema.liquibase;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the changelogs with which Liquibase begins, where no setting names one. */
final class Roots {

    /** Names that Spring Boot, Quarkus and Dropwizard look for by default, and that others chose after them. */
    private static final Pattern USUAL = Pattern.compile(
            "(?:db[.-])?change-?[lL]og[.-]master\\.\\w+|(?:liquibase[.-])?master\\.\\w+|migrations\\.xml|changeLog\\.\\w+");

    private final ChangelogFiles files;

    Roots(ChangelogFiles files) {
        this.files = files;
    }

    /**
     * Changelogs that no other includes. Beside one that includes others, or has a usual name, one that stands alone is most
     * likely left over or run by hand.
     */
    List<Changelog> find() {
        Set<String> included = new HashSet<>();
        files.all().forEach(file -> file.root().children().forEach(part -> note(part, file, included)));
        List<Changelog> roots = files.all().stream().filter(file -> !included.contains(file.path())).toList();
        List<Changelog> masters = roots.stream().filter(each -> each.includes() || isUsual(each)).toList();
        if (roots.isEmpty()) {
            // all of them stand in a ring
            return files.all().stream().limit(1).toList();
        }
        return masters.isEmpty() ? roots : masters;
    }

    private static boolean isUsual(Changelog changelog) {
        return USUAL.matcher(changelog.path().substring(changelog.path().lastIndexOf('/') + 1)).matches();
    }

    private void note(Node part, Changelog from, Set<String> included) {
        boolean relative = part.isTrue("relativeToChangelogFile");
        if (part.name().equals("include")) {
            part.attribute("file").flatMap(name -> files.changelog(name, relative, from.path()))
                    .filter(each -> !each.path().equals(from.path())).ifPresent(each -> included.add(each.path()));
        } else if (part.name().equals("includeAll")) {
            part.attribute("path").ifPresent(name -> files.folder(name, relative, from.path(), "")
                    .forEach(each -> included.add(each.path())));
        }
    }
}
