package dev.seqscan.query.mybatis;

import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.RowStatements;
import dev.seqscan.query.Text;
import dev.seqscan.query.Text.Knowledge;
import dev.seqscan.source.Span;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlNode;
import dev.seqscan.source.xml.XmlText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL texts of a statement in a mapper file. */
final class MapperText {

    private static final int MAX_VARIANTS = 6;
    private static final int MAX_DEPTH = 20;
    private static final Pattern WHERE = Pattern.compile("\\bwhere\\b", Pattern.CASE_INSENSITIVE);

    private final String namespace;
    private final Fragments fragments;

    /** Takes the fragments of all files by their full names. */
    MapperText(String namespace, Fragments fragments) {
        this.namespace = namespace;
        this.fragments = fragments;
    }

    /** The variants of a text, one for each branch of its alternatives as far as they are not too many. */
    List<Text> of(XmlElement statement, Command command) {
        return of(statement, command, Optional.empty());
    }

    /** The same with the conditions that a call gives. */
    List<Text> of(XmlElement statement, Command command, Optional<GivenExample> example) {
        Set<Text> variants = new LinkedHashSet<>();
        int branches = 1;
        for (int variant = 0; variant < Math.min(branches, MAX_VARIANTS); variant++) {
            DynamicSql sql = new DynamicSql(namespace, fragments, variant, example);
            variants.add(withBeginning(stripped(sql.of(statement)), command));
            branches = Math.max(branches, sql.branches());
        }
        return List.copyOf(variants);
    }

    /** The name of the argument whose conditions are written into a statement; empty where there is none. */
    Optional<String> exampleName(XmlElement statement) {
        DynamicSql sql = new DynamicSql(namespace, fragments, 0, Optional.empty());
        sql.of(statement);
        return sql.exampleName();
    }

    /** Without blanks at both ends. */
    private static Text stripped(Text text) {
        List<Text.Part> parts = new ArrayList<>(text.parts());
        while (!parts.isEmpty() && parts.get(0).text().isBlank()) {
            parts.remove(0);
        }
        while (!parts.isEmpty() && parts.get(parts.size() - 1).text().isBlank()) {
            parts.remove(parts.size() - 1);
        }
        if (!parts.isEmpty()) {
            Text.Part first = parts.get(0);
            parts.set(0, new Text.Part(first.text().stripLeading(), first.optional(), first.knowledge()));
            Text.Part last = parts.get(parts.size() - 1);
            parts.set(parts.size() - 1, new Text.Part(last.text().stripTrailing(), last.optional(), last.knowledge()));
        }
        return new Text(parts);
    }

    /** A part that is filled in before the first word is left out; where that hides the word, the element tells it. */
    private static Text withBeginning(Text text, Command command) {
        List<Text.Part> parts = new ArrayList<>(text.parts());
        while (!parts.isEmpty() && (parts.get(0).knowledge() == Knowledge.HOLE || parts.get(0).text().isBlank())) {
            parts.remove(0);
        }
        if (parts.isEmpty() || parts.size() == text.parts().size()) {
            return text;
        }
        Text rest = new Text(parts);
        boolean begins = rest.full().strip().toLowerCase(Locale.ROOT)
                .matches("(?s)(?:select|with|insert|update|delete|merge|replace)\\b.*");
        return begins || command != Command.SELECT ? rest : Text.of("select ").plus(rest);
    }

    /** Whether it defines a table or the like, as its first words tell, however open the rest is. */
    static boolean isDefinition(List<Text> variants) {
        return !variants.isEmpty() && RowStatements.isDefinition(variants.get(0).full());
    }

    /** Where the conditions begin, if that is to be seen in the element itself; else its start tag. */
    static Span filter(XmlElement statement) {
        for (XmlNode node : statement.content()) {
            if (node instanceof XmlElement element && element.name().equals("where")) {
                return element.span();
            }
            Matcher where = node instanceof XmlText text ? WHERE.matcher(text.text()) : null;
            if (where != null && where.find()) {
                long breaks = ((XmlText) node).text().substring(0, where.start()).chars().filter(c -> c == '\n').count();
                return Span.ofLine(node.span().startLine() + (int) breaks);
            }
        }
        return statement.span();
    }

    /** Whether a list among the arguments makes the statement longer. */
    static boolean hasList(XmlElement statement) {
        return hasList(statement, 0);
    }

    private static boolean hasList(XmlElement element, int depth) {
        return element.name().equals("foreach")
                || depth < MAX_DEPTH && element.children().stream().anyMatch(each -> hasList(each, depth + 1));
    }
}
