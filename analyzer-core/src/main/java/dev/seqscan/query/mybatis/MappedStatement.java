package dev.seqscan.query.mybatis;

import dev.seqscan.query.RowStatements;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.Text;
import dev.seqscan.source.Place;
import java.util.Optional;

/**
 * A statement of a mapper file or of an annotation.
 *
 * @param sql the text; empty where parts of it are chosen at run time
 * @param list whether it goes over a list of arguments ({@code foreach}), so that one statement serves many
 * @param definition whether it defines a table or the like, and touches no rows
 * @param place where it is declared
 */
record MappedStatement(Command command, Optional<Text> sql, boolean list, boolean definition, Place place) {

    /** One of which no more than the text is known. */
    MappedStatement(Command command, Optional<Text> sql, boolean list, Place place) {
        this(command, sql, list, sql.map(Text::full).filter(RowStatements::isDefinition).isPresent(), place);
    }
}
