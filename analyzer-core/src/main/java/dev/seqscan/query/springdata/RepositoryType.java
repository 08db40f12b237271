package dev.seqscan.query.springdata;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import java.util.Optional;

/**
 * An interface for which Spring Data makes a repository.
 *
 * @param name canonical name of the interface on which the call is made
 * @param store where its data lies
 * @param domain the type of its aggregates or entities; a type variable or unknown where the declaration leaves it open
 * @param declared the interface, where its source was read
 */
record RepositoryType(String name, Store store, JavaType domain, Optional<DeclaredClass> declared) {

    /** Families of stores, as far as statements differ. */
    enum Store {
        /** Spring Data JPA. */
        JPA,
        /** Spring Data JDBC and R2DBC. */
        RELATIONAL,
        /** The store-neutral interfaces of Spring Data Commons; the domain type decides. */
        OPEN,
        /** Stores without SQL. */
        OTHER;

        /** The store of a base interface of Spring Data. */
        static Store of(String baseInterface) {
            String module = baseInterface.substring("org.springframework.data.".length());
            if (module.startsWith("jpa.")) {
                return JPA;
            }
            if (module.startsWith("jdbc.") || module.startsWith("r2dbc.") || module.startsWith("relational.")) {
                return RELATIONAL;
            }
            return module.startsWith("repository.") || module.startsWith("querydsl.") ? OPEN : OTHER;
        }
    }

    /** The last part of the name. */
    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The same whose data lies elsewhere. */
    RepositoryType in(Store other) {
        return new RepositoryType(name, other, domain, declared);
    }
}
