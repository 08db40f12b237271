package dev.seqscan.query.mybatis;

import dev.seqscan.query.NestedSelect;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.RowStatements;
import dev.seqscan.query.Text;
import dev.seqscan.source.Place;
import java.util.List;
import java.util.Optional;

/**
 * A statement of a mapper file or of an annotation.
 *
 * @param variants the text, several where the arguments choose between alternatives; empty where it is made by code
 * @param list whether it goes over a list of arguments ({@code foreach}), so that one statement serves many
 * @param definition whether it defines a table or the like, and touches no rows
 * @param place where it is declared
 * @param filter where its conditions begin
 * @param nested the statements that follow for each of its rows
 */
record MappedStatement(Command command, List<Text> variants, boolean list, boolean definition, Place place,
        Place filter, List<NestedSelect> nested) {

    /** One of which no more than the text is known. */
    MappedStatement(Command command, Optional<Text> sql, boolean list, Place place) {
        this(command, sql.stream().toList(), list, sql.map(Text::full).filter(RowStatements::isDefinition).isPresent(), place,
                place, List.of());
    }

    /** The text of the first variant, with {@link Text#HOLE} for what is not known. */
    String text() {
        return variants.isEmpty() ? Text.HOLE : variants.get(0).full();
    }
}
