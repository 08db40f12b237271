package dev.seqscan.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds optional parts of a text that make a statement together, where all of them make none: as conditions that exclude
 * each other and have no word between them. Parts are tried in halves, since most often few are in the way.
 */
final class FittingParts {

    private static final int MOST_TRIED = 30;
    private static final int MOST_CHARACTERS = 200_000;

    private final Text text;
    private final Predicate<Text> isStatement;
    private final boolean[] kept;
    private int tried;
    private int characters;

    FittingParts(Text text, Predicate<Text> isStatement) {
        this.text = text;
        this.isStatement = isStatement;
        this.kept = new boolean[text.parts().size()];
    }

    /** The text without the parts in the way; the whole text where it is no statement even without any optional part. */
    Text longest() {
        IntStream.range(0, kept.length).forEach(i -> kept[i] = !text.parts().get(i).optional());
        if (!fits()) {
            return text;
        }
        add(units());
        return chosen();
    }

    /** The optional parts; what stands between two boundaries belongs together. */
    private List<List<Integer>> units() {
        boolean bounded = text.parts().stream().anyMatch(FittingParts::isBoundary);
        List<List<Integer>> units = new ArrayList<>();
        boolean open = false;
        for (int i = 0; i < kept.length; i++) {
            boolean joined = open && bounded;
            open = !kept[i] && !isBoundary(text.parts().get(i));
            if (open && joined) {
                units.get(units.size() - 1).add(i);
            } else if (open) {
                units.add(new ArrayList<>(List.of(i)));
            }
        }
        return units;
    }

    private static boolean isBoundary(Text.Part part) {
        return part.text().isEmpty();
    }

    private void add(List<List<Integer>> parts) {
        parts.forEach(unit -> unit.forEach(each -> kept[each] = true));
        if (fits()) {
            return;
        }
        parts.forEach(unit -> unit.forEach(each -> kept[each] = false));
        if (parts.size() > 1) {
            add(parts.subList(0, parts.size() / 2));
            add(parts.subList(parts.size() / 2, parts.size()));
        }
    }

    private boolean fits() {
        Text chosen = chosen();
        characters += chosen.full().length();
        return tried++ < MOST_TRIED && characters < MOST_CHARACTERS && isStatement.test(chosen);
    }

    private Text chosen() {
        return new Text(IntStream.range(0, kept.length).filter(i -> kept[i]).mapToObj(text.parts()::get).toList());
    }
}
