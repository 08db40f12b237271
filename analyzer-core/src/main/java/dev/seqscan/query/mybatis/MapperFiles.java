package dev.seqscan.query.mybatis;

import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.Text;
import dev.seqscan.schema.Product;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Place;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The statements of mapper files ("Mapper XML Files" in the reference of MyBatis 3). Where a statement is written anew for
 * a database ({@code databaseId}), that of the product in use is sent, else the general one ("Multi-db vendor support"), and of
 * several that are all for other products the first.
 */
final class MapperFiles {

    private static final Map<String, Command> COMMANDS = Map.of("select", Command.SELECT, "insert", Command.INSERT,
            "update", Command.UPDATE, "delete", Command.DELETE);

    /** An element as it is written; its text is put together when a call asks for it. */
    private record Written(XmlFile file, XmlElement element, Command command) {
        boolean general() {
            return element.attribute("databaseId").isEmpty();
        }

        boolean isFor(Product product) {
            return element.attribute("databaseId").filter(each -> Databases.isName(each, product)).isPresent();
        }
    }

    private final Map<String, List<Written>> written = new HashMap<>();
    private final Map<Written, MappedStatement> statements = new ConcurrentHashMap<>();
    private final Map<String, String> fullNames = new HashMap<>();
    private final Fragments fragments;
    private final ResultMaps results;

    /** Takes XML files, whether nested statements wait until they are needed, and where to tell what is missing. */
    MapperFiles(List<XmlFile> files, boolean lazy, Notices notices) {
        List<XmlFile> mappers = files.stream().filter(MapperFiles::isMapper).toList();
        fragments = new Fragments(mappers);
        fragments.tellMissing(mappers, notices);
        results = new ResultMaps(mappers, lazy);
        mappers.forEach(this::add);
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

    private void add(XmlFile file) {
        for (XmlElement element : file.root().children()) {
            Command command = COMMANDS.get(element.name());
            Optional<String> id = element.attribute("id");
            if (command != null && id.isPresent()) {
                String name = namespace(file) + "." + id.get();
                written.computeIfAbsent(name, key -> new ArrayList<>()).add(new Written(file, element, command));
                fullNames.merge(id.get(), name, (known, other) -> known.equals(other) ? known : "");
            }
        }
    }

    private static Written choose(List<Written> all, Product product) {
        return all.stream().filter(each -> each.isFor(product)).findFirst()
                .or(() -> all.stream().filter(Written::general).findFirst()).orElse(all.get(0));
    }

    private MappedStatement statement(Written found) {
        XmlElement element = found.element();
        MapperText text = new MapperText(namespace(found.file()), fragments);
        List<Text> variants = text.of(element, found.command());
        String path = found.file().path();
        return new MappedStatement(found.command(), variants, MapperText.hasList(element), MapperText.isDefinition(variants),
                new Place(path, element.span()), new Place(path, MapperText.filter(element)),
                element.attribute("resultMap").map(names -> results.nested(names, namespace(found.file()))).orElse(List.of()),
                text.exampleName(element).map(argument -> new MappedStatement.Open(argument,
                        given -> text.of(element, found.command(), Optional.of(given)))));
    }

    /** The pieces that statements include. */
    Fragments fragments() {
        return fragments;
    }

    ResultMaps results() {
        return results;
    }

    /** Where the statements of each full name stand, as they are written for a product. */
    SortedMap<String, Place> places(Product product) {
        SortedMap<String, Place> places = new TreeMap<>();
        written.forEach((name, all) -> {
            Written chosen = choose(all, product);
            places.put(name, new Place(chosen.file().path(), chosen.element().span()));
        });
        return places;
    }

    /** The statement of a full name, or of a short one that only one mapper has, as it is written for a product. */
    Optional<MappedStatement> find(String name, Product product) {
        String full = written.containsKey(name) ? name : fullNames.getOrDefault(name, "");
        return Optional.ofNullable(written.get(full)).map(all -> choose(all, product))
                .map(chosen -> statements.computeIfAbsent(chosen, this::statement));
    }
}
