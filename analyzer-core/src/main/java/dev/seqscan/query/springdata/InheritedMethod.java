package dev.seqscan.query.springdata;

import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;

/**
 * What a method that every repository inherits does.
 *
 * @param command of {@code save} INSERT, which stands for the INSERT or UPDATE that it turns out to be
 * @param rows what the caller gets
 * @param sends how many statements of that command one call sends
 * @param takesMany whether one call is given a list of entities or identifiers
 * @param loadsFirst whether each entity is selected before it is deleted, unless the persistence context has it
 * @param counts whether a second statement counts all rows
 */
public record InheritedMethod(String name, Command command, Projection projection, Query.Rows rows, Sends sends,
        boolean takesMany, boolean loadsFirst, boolean counts) {

    /** Numbers of statements. */
    public enum Sends {
        /** None: a reference is only made up, and loaded when it is used. */
        NONE,
        /** One, however long the list. */
        ONE,
        /** One for each entity; JDBC batching may group them. */
        ONE_PER_ELEMENT,
        /** Whatever the persistence context has to write. */
        PENDING
    }

    static InheritedMethod reading(String name, Projection projection, Query.Rows rows) {
        return new InheritedMethod(name, Command.SELECT, projection, rows, Sends.ONE, false, false, false);
    }

    static InheritedMethod writing(String name, Command command) {
        return new InheritedMethod(name, command, Projection.NONE, Query.Rows.NONE, Sends.ONE, false, false, false);
    }

    InheritedMethod sending(Sends number) {
        return new InheritedMethod(name, command, projection, rows, number, takesMany, loadsFirst, counts);
    }

    InheritedMethod takingMany() {
        return new InheritedMethod(name, command, projection, rows, sends, true, loadsFirst, counts);
    }

    InheritedMethod loadingFirst() {
        return new InheritedMethod(name, command, projection, rows, sends, takesMany, true, counts);
    }

    InheritedMethod counting() {
        return new InheritedMethod(name, command, projection, rows, sends, takesMany, loadsFirst, true);
    }
}
