package dev.seqscan.report.html;

import dev.seqscan.overview.Overview.MappedEntity;
import dev.seqscan.report.html.Picture.Box;
import dev.seqscan.report.html.Picture.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Draws a picture as SVG within the page. All measures are whole numbers, so the same picture gives the same bytes; colours
 * and the kinds of lines are in the style sheet.
 */
final class PictureView {

    private static final int WIDTH = 240;
    private static final int BETWEEN_COLUMNS = 64;
    private static final int BETWEEN_BOXES = 16;
    private static final int HEAD = 28;
    private static final int ROW = 36;
    /** Room for lines that leave a column and come back to it. */
    private static final int MARGIN = 34;

    /** A short column stands in the middle, but not where a reader has to look for it. */
    private static final int FARTHEST_FROM_TOP = 120;

    /** Where an entity's box stands. */
    private record Spot(Box box, int column, int x, int y) {
    }

    private final Function<MappedEntity, String> address;
    private final Function<MappedEntity, List<Page.Shown>> findings;
    private final Map<String, Spot> spots = new HashMap<>();

    /** Takes the address of an entity, empty if it has none, and the findings about it. */
    PictureView(Function<MappedEntity, String> address, Function<MappedEntity, List<Page.Shown>> findings) {
        this.address = address;
        this.findings = findings;
    }

    void write(Html html, Picture picture, String label) {
        spots.clear();
        int height = picture.columns().stream().mapToInt(this::height).max().orElse(0);
        for (int column = 0; column < picture.columns().size(); column++) {
            place(picture.columns().get(column), column, height);
        }
        int count = picture.columns().size();
        int width = count * WIDTH + (count - 1) * BETWEEN_COLUMNS + 2 * MARGIN;
        html.open("div", "class", "picture", "role", "region", "aria-label", label, "tabindex", "0");
        html.open("svg", "class", "columns-" + count, "viewBox", "0 0 " + width + " " + (height + 4), "width",
                String.valueOf(width), "height", String.valueOf(height + 4));
        List<Spot> all = picture.columns().stream().flatMap(List::stream)
                .map(each -> spots.get(each.entity().className())).toList();
        all.forEach(each -> lines(html, each));
        all.forEach(each -> box(html, each));
        html.close().close();
    }

    private int height(List<Box> column) {
        return column.stream().mapToInt(each -> height(each) + BETWEEN_BOXES).sum() - BETWEEN_BOXES;
    }

    private int height(Box box) {
        return head(box) + box.rows().size() * ROW;
    }

    private int head(Box box) {
        return findings.apply(box.entity()).isEmpty() ? HEAD : HEAD + 18;
    }

    private void place(List<Box> column, int number, int height) {
        int y = 2 + Math.min((height - height(column)) / 2, FARTHEST_FROM_TOP);
        for (Box box : column) {
            spots.put(box.entity().className(), new Spot(box, number, MARGIN + number * (WIDTH + BETWEEN_COLUMNS), y));
            y += height(box) + BETWEEN_BOXES;
        }
    }

    private void lines(Html html, Spot from) {
        for (int i = 0; i < from.box().rows().size(); i++) {
            Row row = from.box().rows().get(i);
            Spot to = spots.get(row.link().target());
            if (to != null) {
                line(html, from, from.y() + head(from.box()) + i * ROW + ROW / 2, to, row.kind());
            }
        }
    }

    /** A curve from the side of a row to the side of the head of a box, with an arrow there. */
    private void line(Html html, Spot from, int y, Spot to, String kind) {
        int leaves = to.column() < from.column() ? -1 : 1;
        int arrives = to.column() > from.column() ? 1 : -1;
        int x1 = leaves < 0 ? from.x() : from.x() + WIDTH;
        int x2 = arrives > 0 ? to.x() : to.x() + WIDTH;
        int y2 = to.y() + HEAD / 2;
        int bend = to.column() == from.column() ? MARGIN - 4 : BETWEEN_COLUMNS / 2;
        int tip = x2 - arrives * 8;
        html.open("path", "class", "edge " + kind, "d", "M" + x1 + " " + y + "C" + (x1 + leaves * bend) + " " + y + " "
                + (tip - arrives * bend) + " " + y2 + " " + tip + " " + y2).close();
        html.open("path", "class", "tip " + kind, "d", "M" + x2 + " " + y2 + "l" + -arrives * 9 + " -5v10z").close();
    }

    private void box(Html html, Spot spot) {
        Box box = spot.box();
        // What is too wide is cut off at the edge of the inner picture.
        html.open("svg", "x", String.valueOf(spot.x()), "y", String.valueOf(spot.y()), "width", String.valueOf(WIDTH),
                "height", String.valueOf(height(box)), "class", box.chosen() ? "box chosen" : "box");
        html.open("rect", "width", String.valueOf(WIDTH), "height", String.valueOf(height(box)), "rx", "5").close();
        String to = address.apply(box.entity());
        if (to.isEmpty() || box.chosen()) {
            text(html, box.name(), "name", 10, 19, 27);
        } else {
            html.open("a", "href", to);
            text(html, box.name(), "name", 10, 19, 27);
            html.close();
        }
        findings(html, box);
        for (int i = 0; i < box.rows().size(); i++) {
            row(html, box.rows().get(i), head(box) + i * ROW);
        }
        html.close();
    }

    private void findings(Html html, Box box) {
        List<Page.Shown> about = findings.apply(box.entity());
        if (!about.isEmpty()) {
            html.open("a", "href", "#" + FilterForm.hash("table", box.entity().table()));
            text(html, Page.count(about.size(), "finding"), "count", 10, 38, 27);
            html.close();
        }
    }

    private void row(Html html, Row row, int y) {
        html.open("path", "class", "between", "d", "M0 " + y + "h" + WIDTH).close();
        boolean drawn = spots.containsKey(row.link().target());
        String target = drawn || row.link().target().isEmpty() ? "" : " → " + Picture.simple(row.link().target());
        text(html, row.link().name() + target, "link", 10, y + 15, 24);
        text(html, row.cardinality(), "end", WIDTH - 8, y + 15, 10);
        text(html, row.fetching(), row.kind(), 10, y + 30, 40);
    }

    private static void text(Html html, String text, String kind, int x, int y, int most) {
        html.open("text", "class", kind, "x", String.valueOf(x), "y", String.valueOf(y));
        if (text.codePointCount(0, text.length()) <= most) {
            html.plain(text).close();
            return;
        }
        html.open("title").plain(text).close();
        html.plain(text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…").close();
    }
}
