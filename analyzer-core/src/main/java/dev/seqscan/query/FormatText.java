package dev.seqscan.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code String.format} makes of a format and its arguments, see {@code java.util.Formatter}. */
final class FormatText {

    private static final Pattern CONVERSION = Pattern.compile("%(?:(\\d+)\\$)?([-#+ 0,(<]*\\d*(?:\\.\\d+)?)([a-zA-Z%])");

    private final List<Text> arguments;
    private int next;

    private FormatText(List<Text> arguments) {
        this.arguments = arguments;
    }

    static Text format(Text format, List<Text> arguments) {
        FormatText formatter = new FormatText(arguments);
        Text formatted = Text.EMPTY;
        for (Text.Part part : format.parts()) {
            Text piece = part.knowledge() == Text.Knowledge.HOLE ? Text.hole() : formatter.fill(part.text());
            piece = part.knowledge() == Text.Knowledge.VARIANT ? piece.asVariant() : piece;
            formatted = formatted.plus(part.optional() ? piece.optionally() : piece);
        }
        return formatted;
    }

    private Text fill(String format) {
        Text filled = Text.EMPTY;
        Matcher matcher = CONVERSION.matcher(format);
        int end = 0;
        while (matcher.find()) {
            filled = filled.plus(Text.of(format.substring(end, matcher.start()))).plus(converted(matcher));
            end = matcher.end();
        }
        return filled.plus(Text.of(format.substring(end)));
    }

    private Text converted(Matcher matcher) {
        String conversion = matcher.group(3);
        if (conversion.equals("%")) {
            return Text.of("%");
        }
        if (conversion.equals("n")) {
            return Text.of("\n");
        }
        int index = matcher.group(1) != null ? Integer.parseInt(matcher.group(1)) - 1 : next++;
        boolean plain = matcher.group(2).isEmpty() && (conversion.equals("s") || conversion.equals("d"));
        return plain && index >= 0 && index < arguments.size() ? arguments.get(index) : Text.hole();
    }
}
