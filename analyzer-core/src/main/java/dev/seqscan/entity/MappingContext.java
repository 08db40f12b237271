package dev.seqscan.entity;

import dev.seqscan.config.Settings;
import dev.seqscan.program.Constants;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;

/** What every part of the entity reader asks about. */
record MappingContext(Program program, Constants constants, NamingStrategy naming, Settings settings, Notices notices) {

    void notUnderstood(DeclaredClass owner, Span span, String reason) {
        notUnderstood(owner.place(span), reason);
    }

    void notUnderstood(Place place, String reason) {
        notices.add(Notice.Kind.NOT_UNDERSTOOD, place.file(), place.line(), reason);
    }

    /** How many proxies or collections one statement loads where no annotation says so. */
    int defaultBatchSize() {
        return Math.max(1, settings.number("hibernate.default-batch-fetch-size",
                "spring.jpa.properties.hibernate.default-batch-fetch-size").orElse(1));
    }
}
