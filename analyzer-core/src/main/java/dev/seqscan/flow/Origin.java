package dev.seqscan.flow;

import dev.seqscan.query.Query;
import dev.seqscan.source.Place;
import java.util.Optional;

/** Where a value begins. */
sealed interface Origin {

    /** Canonical name of the entity, or empty. */
    String entity();

    /** A parameter of the method; -1 is {@code this}. */
    record Parameter(int index, String entity) implements Origin {
    }

    /** A parameter of a function in the body. */
    record FunctionParameter(Region function, int index, String entity) implements Origin {
    }

    /** An element of what a loop goes over. */
    record Element(Region loop, String entity) implements Origin {
    }

    /** The result of a call, before it is known what the call does. */
    record Result(CallEvent call, String entity) implements Origin {
    }

    /** Rows of a query: a single one only if the query yields one and no loop asks it again. */
    record Rows(Query query, CallEvent call, String entity, boolean many) implements Origin {

        Rows repeated() {
            return many ? this : new Rows(query, call, entity, true);
        }
    }

    /** What a field of a class holds, whichever object it is. */
    record Field(String key, String entity) implements Origin {
    }

    /** A function. */
    record Function(Region region) implements Origin {
        @Override
        public String entity() {
            return "";
        }
    }

    /** An object made here. */
    record Fresh(String entity) implements Origin {
    }

    /** A container made here with nothing in it yet; what is put into it is told beside it. */
    record Empty(String entity, Place made) implements Origin {
    }

    /** Not known, but for the call that gave it. */
    record Unknown(String entity, Optional<Place> given) implements Origin {

        Unknown(String entity) {
            this(entity, Optional.empty());
        }
    }
}
