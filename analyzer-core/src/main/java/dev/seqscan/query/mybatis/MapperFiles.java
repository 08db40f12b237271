package dev.seqscan.query.mybatis;

import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.Text;
import dev.seqscan.source.Place;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The statements of mapper files ("Mapper XML Files" in the reference of MyBatis 3). Where a statement is written anew for
 * a database ({@code databaseId}) the general one stands for all, else the first.
 */
final class MapperFiles {

    private static final Map<String, Command> COMMANDS = Map.of("select", Command.SELECT, "insert", Command.INSERT,
            "update", Command.UPDATE, "delete", Command.DELETE);

    private final Map<String, MappedStatement> statements = new HashMap<>();
    private final Set<String> ofOneDatabase = new HashSet<>();
    private final Map<String, String> fullNames = new HashMap<>();
    private final Fragments fragments;

    MapperFiles(List<XmlFile> files) {
        List<XmlFile> mappers = files.stream().filter(MapperFiles::isMapper).toList();
        fragments = new Fragments(mappers);
        mappers.forEach(file -> add(file, new MapperText(namespace(file), fragments)));
    }

    /** Whether the file may be a mapper file. */
    static boolean mayBe(TextFile xml) {
        return xml.text().contains("<mapper") && xml.text().contains("namespace");
    }

    private static boolean isMapper(XmlFile file) {
        return file.root().name().equals("mapper") && file.root().attribute("namespace").isPresent();
    }

    static String namespace(XmlFile file) {
        return file.root().attribute("namespace").orElse("");
    }

    private void add(XmlFile file, MapperText text) {
        for (XmlElement element : file.root().children()) {
            Command command = COMMANDS.get(element.name());
            Optional<String> id = element.attribute("id");
            if (command != null && id.isPresent()) {
                String name = namespace(file) + "." + id.get();
                boolean general = element.attribute("databaseId").isEmpty();
                if (!statements.containsKey(name) || general && ofOneDatabase.remove(name)) {
                    List<Text> variants = text.of(element, command);
                    statements.put(name, new MappedStatement(command, variants, MapperText.hasList(element),
                            MapperText.isDefinition(variants), new Place(file.path(), element.span()),
                            new Place(file.path(), MapperText.filter(element))));
                }
                if (!general && statements.get(name).place().span().equals(element.span())) {
                    ofOneDatabase.add(name);
                }
                fullNames.merge(id.get(), name, (known, other) -> known.equals(other) ? known : "");
            }
        }
    }

    /** The pieces that statements include. */
    Fragments fragments() {
        return fragments;
    }

    /** The statement of a full name, or of a short one that only one mapper has. */
    Optional<MappedStatement> find(String name) {
        MappedStatement found = statements.get(name);
        return Optional.ofNullable(found != null ? found : statements.get(fullNames.getOrDefault(name, "")));
    }
}
