package dev.seqscan.query.mybatis;

import dev.seqscan.query.Text;
import dev.seqscan.query.mybatis.Condition.Outcome;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlNode;
import dev.seqscan.source.xml.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts together one variant of a statement ("Dynamic SQL" in the reference of MyBatis 3): all that stands under an
 * {@code if} is there but optional, of the branches of a {@code choose} one is taken, and a {@code foreach} stands for its
 * first turn.
 */
final class DynamicSql {

    private static final int MAX_DEPTH = 60;
    private static final int MAX_ELEMENTS = 20_000;
    /** The list of an example; its elements name columns and operators, which only the call knows. */
    private static final Pattern CRITERIA = Pattern.compile("(?:(\\w+)\\.)?oredCriteria");

    private final String namespace;
    private final Fragments fragments;
    private final int variant;
    private final Optional<GivenExample> example;
    private String exampleName;
    private final KnownNames names = new KnownNames();
    private int elements;
    private int branches = 1;

    /**
     * Takes the number of the variant: of each {@code choose} the branch of that number is taken.
     *
     * @param example the conditions that a call gives, where they are known
     */
    DynamicSql(String namespace, Fragments fragments, int variant, Optional<GivenExample> example) {
        this.namespace = namespace;
        this.fragments = fragments;
        this.variant = variant;
        this.example = example;
        example.ifPresent(each -> each.names().forEach(names::set));
    }

    /**
     * Where an element stands.
     *
     * @param namespace of the file that holds it
     * @param optional whether it may be left out
     */
    private record Place(String namespace, boolean optional, int depth) {
        Place below() {
            return new Place(namespace, optional, depth + 1);
        }

        Place in(String file) {
            return new Place(file, optional, depth + 1);
        }

        Place asOptional() {
            return new Place(namespace, true, depth + 1);
        }
    }

    /** The text of a statement's element. */
    Text of(XmlElement statement) {
        return content(statement, new Place(namespace, false, 0));
    }

    /** The most branches from which one was taken; as many variants show them all. */
    int branches() {
        return branches;
    }

    private Text content(XmlElement element, Place place) {
        if (place.depth() > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
            return Text.hole();
        }
        List<Text> pieces = new ArrayList<>();
        String before = "";
        for (XmlNode node : Branches.grouped(element.content())) {
            Text piece = node instanceof XmlText written ? names.text(written.text()) : element((XmlElement) node, place);
            String after = piece.full();
            if (touch(before, after)) {
                pieces.add(Text.of(" "));
            }
            pieces.add(piece);
            before = after.isEmpty() ? before : after;
        }
        return Text.joined(pieces);
    }

    /** MyBatis puts a space between pieces ({@code DynamicContext}); one that is there is enough. */
    private static boolean touch(String before, String after) {
        return !before.isEmpty() && !after.isEmpty() && !Character.isWhitespace(before.charAt(before.length() - 1))
                && !Character.isWhitespace(after.charAt(0));
    }

    private Text element(XmlElement element, Place place) {
        return switch (element.name()) {
            case "include" -> include(element, place);
            case "if" -> choose(List.of(element), place);
            case "choose" -> choose(element.children(), place);
            case "foreach" -> foreach(element, place);
            case "where", "trim" -> Trim.of(element).apply(content(element, place.below()));
            case "set" -> Trim.of(element).apply(Branches.asCertain(content(element, place.below())));
            case "bind" -> {
                names.bind(element.attribute("name").orElse(""), element.attribute("value").orElse(""), !place.optional());
                yield Text.EMPTY;
            }
            // A statement of its own, and no part of the text.
            case "selectKey", "property" -> Text.EMPTY;
            default -> Text.hole();
        };
    }

    private Text include(XmlElement include, Place place) {
        String name = names.filled(include.attribute("refid").orElse(""));
        List<Runnable> back = new ArrayList<>();
        include.children("property").forEach(each -> back.add(names.set(each.attribute("name").orElse(""),
                names.filled(each.attribute("value").orElse("")))));
        Text text = fragments.find(name, namespace, place.namespace())
                .map(fragment -> content(fragment.element(), place.in(fragment.namespace()))).orElseGet(Text::hole);
        back.forEach(Runnable::run);
        return text;
    }

    /** The name of the argument whose conditions MyBatis Generator writes into the statement; empty where it does not. */
    Optional<String> exampleName() {
        return Optional.ofNullable(exampleName);
    }

    private Text foreach(XmlElement loop, Place place) {
        Matcher list = CRITERIA.matcher(loop.attribute("collection").orElse(""));
        if (list.matches()) {
            exampleName = list.group(1) == null ? "" : list.group(1);
            return example.map(GivenExample::conditions).orElseGet(Text::hole);
        }
        Runnable back = names.set(loop.attribute("index").orElse(""), "0");
        Text turn = content(loop, place.below());
        back.run();
        return Text.of(" " + loop.attribute("open").orElse("")).plus(turn)
                .plus(Text.of(loop.attribute("close").orElse("") + " "));
    }

    /** Takes one of the branches; what may be left out altogether is optional. */
    private Text choose(List<XmlElement> written, Place place) {
        List<XmlElement> open = new ArrayList<>();
        boolean always = false;
        for (XmlElement branch : written) {
            Outcome outcome = branch.attribute("test").map(test -> new Condition(test).outcome(names::certain))
                    .orElse(Outcome.TRUE);
            if (outcome != Outcome.FALSE && !always) {
                open.add(branch);
                always = outcome == Outcome.TRUE;
            }
        }
        if (open.isEmpty()) {
            return Text.EMPTY;
        }
        branches = Math.max(branches, open.size());
        boolean certain = always && open.size() == 1;
        Text text = content(open.get(variant % open.size()), certain ? place.below() : place.asOptional());
        if (always) {
            return text;
        }
        // Within another optional part it stays and goes with that.
        return place.optional() ? text.optionally() : Text.BOUNDARY.plus(text.optionally()).plus(Text.BOUNDARY);
    }
}
