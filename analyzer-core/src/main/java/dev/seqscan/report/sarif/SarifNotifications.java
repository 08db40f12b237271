package dev.seqscan.report.sarif;

import dev.seqscan.report.json.JsonObject;
import dev.seqscan.source.Notice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Turns notices into notifications of the invocation, SARIF 2.1.0 section 3.58. */
final class SarifNotifications {

    private final SarifLocations places;

    SarifNotifications(SarifLocations places) {
        this.places = places;
    }

    List<JsonObject> of(Collection<Notice> notices) {
        List<JsonObject> notifications = new ArrayList<>();
        for (Notice notice : notices) {
            notifications.add(notification(notice));
        }
        return notifications;
    }

    private JsonObject notification(Notice notice) {
        JsonObject notification = new JsonObject()
                .with("descriptor", new JsonObject().with("id", id(notice.kind())))
                .with("level", level(notice.kind()))
                .with("message", SarifLocations.message(reason(notice)));
        return notice.file().isEmpty()
                ? notification
                : notification.with("locations", List.of(places.ofLine(notice.file(), notice.line())));
    }

    private static String reason(Notice notice) {
        return notice.reason().isBlank() ? id(notice.kind()) : SarifText.withoutLinks(notice.reason());
    }

    private static String id(Notice.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String level(Notice.Kind kind) {
        return switch (kind) {
            case INTERNAL -> "error";
            case NOT_READ, MISSING -> "warning";
            case NOT_UNDERSTOOD, DUPLICATE, NO_EFFECT -> "note";
        };
    }
}
