package dev.seqscan.query.springdata;

import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Projection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a derived name says up to its first {@code By} (Spring Data JPA reference, "Supported query method subject
 * keywords"). Words that mean nothing may stand there: {@code findFirst10OrdersBy}.
 *
 * @param rows the number behind {@code First} or {@code Top}, 1 without a number, or {@link Limit#UNLIMITED}
 * @param predicate the name behind {@code By}
 */
record NameSubject(Command command, Projection projection, boolean distinct, int rows, String predicate) {

    private static final Pattern SUBJECT = Pattern.compile("^(?<verb>find|read|get|query|search|stream|count|exists|delete"
            + "|remove)(?<rest>\\p{Lu}.*?)??By");
    private static final Pattern LIMIT = Pattern.compile("^(?:Distinct)?(?:First|Top)(?<number>\\d*)(?:\\p{Lu}.*)?$");

    static Optional<NameSubject> of(String methodName) {
        Matcher subject = SUBJECT.matcher(methodName);
        if (!subject.find()) {
            return Optional.empty();
        }
        String rest = subject.group("rest") == null ? "" : subject.group("rest");
        String predicate = methodName.substring(subject.end());
        boolean distinct = rest.contains("Distinct");
        return Optional.of(switch (subject.group("verb")) {
            case "count" -> new NameSubject(Command.SELECT, Projection.COUNT, distinct, Limit.UNLIMITED, predicate);
            case "exists" -> new NameSubject(Command.SELECT, Projection.EXISTS, distinct, 1, predicate);
            case "delete", "remove" -> new NameSubject(Command.DELETE, Projection.NONE, distinct, Limit.UNLIMITED, predicate);
            default -> new NameSubject(Command.SELECT, Projection.ENTITY, distinct, rows(rest), predicate);
        });
    }

    private static int rows(String rest) {
        Matcher limit = LIMIT.matcher(rest);
        if (!limit.matches()) {
            return Limit.UNLIMITED;
        }
        String number = limit.group("number");
        if (number.isEmpty()) {
            return 1;
        }
        return number.length() > 9 ? Limit.VARIABLE : Integer.parseInt(number);
    }
}
