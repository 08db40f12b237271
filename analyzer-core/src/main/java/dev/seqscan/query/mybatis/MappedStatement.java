package dev.seqscan.query.mybatis;

import dev.seqscan.query.ArgumentTexts;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.DeclaredMethod;
import dev.seqscan.query.GivenNumbers;
import dev.seqscan.query.GivenPatterns;
import dev.seqscan.query.NestedSelect;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.RowStatements;
import dev.seqscan.query.Text;
import dev.seqscan.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A statement of a mapper file or of an annotation.
 *
 * @param variants the text, several where the arguments choose between alternatives; empty where it is made by code
 * @param list whether it goes over a list of arguments ({@code foreach}), so that one statement serves many
 * @param definition whether it defines a table or the like, and touches no rows
 * @param place where it is declared
 * @param filter where its conditions begin
 * @param nested the statements that follow for each of its rows
 * @param open where each call gives conditions of its own, how they make the text
 */
record MappedStatement(Command command, List<Text> variants, boolean list, boolean definition, Place place,
        Place filter, List<NestedSelect> nested, Optional<Open> open) {

    /**
     * A statement of MyBatis Generator.
     *
     * @param argument the name of the argument that holds the conditions, or nothing where it is the only one
     * @param texts the text with the conditions in it
     */
    record Open(String argument, Function<GivenExample, List<Text>> texts) {
    }

    /** One whose text is the same for all calls. */
    MappedStatement(Command command, List<Text> variants, boolean list, boolean definition, Place place, Place filter,
            List<NestedSelect> nested) {
        this(command, variants, list, definition, place, filter, nested, Optional.empty());
    }

    /** One of which no more than the text is known. */
    MappedStatement(Command command, Optional<Text> sql, boolean list, Place place) {
        this(command, sql.stream().toList(), list, sql.map(Text::full).filter(RowStatements::isDefinition).isPresent(), place,
                place, List.of());
    }

    /** The same with the conditions, and with the patterns of LIKEs, that a call gives, where they are seen. */
    MappedStatement with(CallSite call, QueryContext context) {
        List<Text> texts = open.flatMap(each -> GivenExample.of(call, each.argument(), context).map(each.texts()))
                .orElse(variants);
        List<Text> given = arguments(call, context)
                .map(arguments -> texts.stream().map(each -> GivenPatterns.in(each, arguments::of)).toList()).orElse(texts);
        return with(given);
    }

    /** The same with marks in the place of parameters that a call binds as numbers; to be read, not to be shown. */
    MappedStatement bound(CallSite call, QueryContext context) {
        return arguments(call, context).map(arguments -> with(variants.stream()
                .map(each -> GivenNumbers.in(each, arguments::isNumber)).toList())).orElse(this);
    }

    private static Optional<ArgumentTexts> arguments(CallSite call, QueryContext context) {
        return DeclaredMethod.withoutBody(call.target(), context.program(), call.body().owner().module())
                .map(each -> new ArgumentTexts(call, each.owner(), each.declaration(), context));
    }

    private MappedStatement with(List<Text> given) {
        return given.equals(variants) ? this
                : new MappedStatement(command, given, list, definition, place, filter, nested);
    }

    /** The text of the first variant, with {@link Text#HOLE} for what is not known. */
    String text() {
        return variants.isEmpty() ? Text.HOLE : variants.get(0).full();
    }
}
