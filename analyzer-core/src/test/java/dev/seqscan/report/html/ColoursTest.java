package dev.seqscan.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Contrast as WCAG 2.2 measures it, success criterion 1.4.3: 4.5 to 1 for text. */
class ColoursTest {

    private static final Pattern BLOCK = Pattern.compile(":root \\{([^}]*--error[^}]*)\\}");
    private static final Pattern COLOUR = Pattern.compile("--(\\w+): #(\\p{XDigit}{6});");

    @Test
    void text_stands_out_from_its_ground_by_day_and_by_night() {
        List<Map<String, Integer>> themes = themes();
        assertThat(themes).hasSize(2);
        for (Map<String, Integer> theme : themes) {
            for (String ground : List.of("ground", "raised")) {
                for (String text : List.of("text", "dim", "link", "error", "warning", "note", "good")) {
                    assertThat(contrast(theme.get(text), theme.get(ground))).as(text + " on " + ground).isGreaterThan(4.5);
                }
            }
            assertThat(contrast(theme.get("text"), theme.get("mark"))).as("marked text").isGreaterThan(4.5);
        }
    }

    private static List<Map<String, Integer>> themes() {
        List<Map<String, Integer>> themes = new ArrayList<>();
        Matcher block = BLOCK.matcher(Asset.of("report.css").text());
        while (block.find()) {
            Map<String, Integer> colours = new HashMap<>();
            COLOUR.matcher(block.group(1)).results()
                    .forEach(each -> colours.put(each.group(1), Integer.parseInt(each.group(2), 16)));
            themes.add(colours);
        }
        return themes;
    }

    private static double contrast(int one, int other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * channel(colour >> 16) + 0.7152 * channel(colour >> 8) + 0.0722 * channel(colour);
    }

    private static double channel(int colour) {
        double share = (colour & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
