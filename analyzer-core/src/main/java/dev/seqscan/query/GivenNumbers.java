package dev.seqscan.query;

import dev.seqscan.program.JavaType;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The numbers that a call gives to comparisons of a statement. The driver binds a Java number as a number, so the statement is
 * read with a mark in the place of such a parameter.
 */
public final class GivenNumbers {

    /** The parameter that stands for one which is bound as a number. */
    public static final String MARK = "bound_as_number";

    private static final Pattern EQUAL = Pattern.compile("(?<![<>!:=])=\\s*" + Placeholders.PARAMETER);
    private static final Set<String> NUMBERS = Set.of("int", "long", "short", "java.lang.Integer", "java.lang.Long",
            "java.lang.Short", "java.math.BigInteger", "java.math.BigDecimal");

    private GivenNumbers() {
    }

    /** Whether values of a type are bound as numbers (JDBC 4.3, appendix B, "Data Type Conversion Tables"). */
    public static boolean isNumber(JavaType type) {
        return NUMBERS.contains(type.toString());
    }

    /**
     * The text with marks.
     *
     * @param numbers whether a parameter, by its name or by its number from 1 on, is given a number
     */
    public static Text in(Text text, Predicate<String> numbers) {
        return Placeholders.written(text, EQUAL, (parameter, place) -> !place.group().contains("typeHandler")
                && numbers.test(parameter)
                ? Optional.of("= :" + MARK) : Optional.empty());
    }

    /** The same for the values of a call's last arguments, as many as the text has question marks. */
    public static Text inOrder(Text text, CallSite call) {
        int first = call.arguments().size() - Placeholders.places(text);
        boolean listed = text.parts().stream().noneMatch(Text.Part::optional) && first > 0;
        return !listed ? text : in(text, number -> {
            int at = number.matches("\\d{1,4}") ? first + Integer.parseInt(number) - 1 : -1;
            return at >= first && at < call.arguments().size() && isNumber(call.body().type(call.arguments().get(at)));
        });
    }
}
