package dev.seqscan.query.jdbi;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.DeclaredMethod;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.StatementFiles;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.stringtemplate.GroupFile;
import dev.seqscan.source.stringtemplate.Template;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of an SQL object that lies in a file: a template of {@code shop/OrderDao.sql.stg}, or of the file that an
 * annotation of the type names, or the file {@code shop/OrderDao/method.sql} ("Externalizing SQL" and "StringTemplate 4" in
 * the developer guide of jdbi 3; {@code StringTemplate3StatementLocator} of jdbi 2). Programs annotate their types with
 * annotations of their own for it, so the file is what counts.
 *
 * @param place where the template's name stands
 * @param filter where its conditions begin, as far as they stand in it
 */
record LocatedStatement(Text text, Place place, Place filter) {

    private static final Pattern WHERE = Pattern.compile("\\bwhere\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile("[\\s;]+$");

    /**
     * The statement of a name, which mostly is the method's.
     *
     * @param type the SQL object that is called
     */
    static Optional<LocatedStatement> find(String name, String type, DeclaredMethod method, QueryContext context) {
        StatementFiles files = context.statementFiles();
        for (String resource : resources(type, method, context)) {
            Optional<GroupFile> group = files.group(resource + ".sql" + GroupFile.ENDING)
                    .or(() -> resource.endsWith(GroupFile.ENDING) ? files.group(resource) : Optional.empty());
            Optional<LocatedStatement> found = group.isPresent() ? ofTemplate(name, group.get(), files)
                    : files.text(resource + "/" + name + ".sql").map(LocatedStatement::ofFile);
            if (found.isPresent()) {
                return found;
            }
        }
        return name.contains(".") ? files.text(name.replace('.', '/') + ".sql").map(LocatedStatement::ofFile) : Optional.empty();
    }

    /** The object that is called comes before the one that declares the method. */
    private static Set<String> resources(String type, DeclaredMethod method, QueryContext context) {
        Set<String> resources = new LinkedHashSet<>();
        Optional<DeclaredClass> called = context.program().declared(type, method.owner().module());
        for (DeclaredClass owner : called.isPresent() ? List.of(called.get(), method.owner()) : List.of(method.owner())) {
            String own = owner.name().replace('.', '/');
            for (AnnotationUse use : owner.declaration().annotations()) {
                use.attributes().values().stream().flatMap(each -> Texts.text(each, owner, context.program()).constant().stream())
                        .filter(each -> each.endsWith(GroupFile.ENDING)).forEach(each ->
                                resources.add(each.startsWith("/") ? each : own.substring(0, own.lastIndexOf('/') + 1) + each));
            }
            resources.add(own);
        }
        return resources;
    }

    private static Optional<LocatedStatement> ofTemplate(String name, GroupFile group, StatementFiles files) {
        TemplateText texts = new TemplateText(files, group);
        return texts.find(name).map(found -> {
            Template template = found.template();
            Place place = new Place(found.file().path(), template.nameSpan());
            return new LocatedStatement(withoutEnd(texts.of(template)), place,
                    filter(template.body(), template.bodyLine(), place));
        });
    }

    private static LocatedStatement ofFile(TextFile file) {
        Place place = new Place(file.path(), Span.ofLine(1));
        return new LocatedStatement(withoutEnd(Text.of(file.text())), place, filter(file.text(), 1, place));
    }

    private static Place filter(String text, int line, Place place) {
        Matcher where = WHERE.matcher(text);
        return !where.find() ? place : new Place(place.file(),
                Span.ofLine(line + (int) text.substring(0, where.start()).chars().filter(c -> c == '\n').count()));
    }

    /** Without the semicolon at its end and blanks around it. */
    private static Text withoutEnd(Text text) {
        if (text.parts().isEmpty()) {
            return text;
        }
        List<Text.Part> parts = new ArrayList<>(text.parts());
        Text.Part first = parts.get(0);
        parts.set(0, new Text.Part(first.text().stripLeading(), first.optional(), first.knowledge()));
        int last = parts.size() - 1;
        Text.Part end = parts.get(last);
        parts.set(last, new Text.Part(END.matcher(end.text()).replaceFirst(""), end.optional(), end.knowledge()));
        return new Text(parts);
    }
}
