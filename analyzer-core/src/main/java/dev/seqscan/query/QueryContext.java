package dev.seqscan.query;

import dev.seqscan.config.Settings;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.program.Program;
import dev.seqscan.schema.Schema;
import dev.seqscan.source.Notices;
import dev.seqscan.source.xml.XmlFile;
import java.util.List;
import java.util.function.Supplier;

/** What a binder may ask about the application whose call it sees. */
public interface QueryContext {

    /** All classes. */
    Program program();

    /** The mapped entities. */
    EntityModel entities();

    /** The schema; the one of the main product where there are several. */
    Schema schema();

    /** The settings. */
    Settings settings();

    /** The XML files that a binder asked for, ordered by path; none unless the context says otherwise. */
    default List<XmlFile> xml() {
        return List.of();
    }

    /** The files beside the code that hold statements; none unless the context says otherwise. */
    default StatementFiles statementFiles() {
        return StatementFiles.NONE;
    }

    /** The shape of a JPQL or HQL text. */
    QueryShape jpql(String text);

    /** The shape of an SQL text. */
    QueryShape sql(String text);

    /** What is worked out once for all calls of this context; each time anew unless the context says otherwise. */
    default <T> T once(Class<T> what, Supplier<T> work) {
        return work.get();
    }

    /** Where to say what was not understood. */
    Notices notices();
}
