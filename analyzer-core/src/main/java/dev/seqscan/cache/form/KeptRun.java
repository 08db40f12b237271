package dev.seqscan.cache.form;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.SetAside;
import dev.seqscan.overview.Overview;
import dev.seqscan.source.Notice;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run found, as its report tells it; the same run finds the cards of its rules and its version in the code itself. */
public record KeptRun(List<Finding> findings, List<Notice> notices, SortedMap<String, Integer> counts, List<SetAside> setAside,
        Overview overview) {

    private static final Notice.Kind[] KINDS = Notice.Kind.values();
    private static final SetAside.Why[] REASONS = SetAside.Why.values();

    /** It as bytes. */
    public byte[] toBytes() {
        FormOutput out = new FormOutput().each(findings, FindingForm::write).each(notices, KeptRun::writeNotice)
                .number(counts.size());
        counts.forEach((name, count) -> out.text(name).number(count));
        out.each(setAside, (each, to) -> {
            FindingForm.write(each.finding(), to);
            to.number(each.why().ordinal()).text(each.reason());
        });
        OverviewForm.write(overview, out);
        return out.toBytes();
    }

    /** What {@link #toBytes} gave the bytes of; nothing where they are others. */
    public static Optional<KeptRun> of(byte[] bytes) {
        try {
            FormInput in = new FormInput(bytes, text -> text);
            KeptRun kept = new KeptRun(in.each(FindingForm::read), in.each(KeptRun::readNotice), readCounts(in),
                    in.each(each -> new SetAside(FindingForm.read(each), REASONS[each.integer()], each.text())),
                    OverviewForm.read(in));
            in.end();
            return Optional.of(kept);
        } catch (RuntimeException | StackOverflowError damaged) {
            return Optional.empty();
        }
    }

    private static void writeNotice(Notice notice, FormOutput out) {
        out.number(notice.kind().ordinal()).text(notice.file()).number(notice.line()).text(notice.reason());
    }

    private static Notice readNotice(FormInput in) {
        return new Notice(KINDS[in.integer()], in.text(), in.integer(), in.text());
    }

    private static SortedMap<String, Integer> readCounts(FormInput in) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (int left = in.count(); left > 0; left--) {
            counts.put(in.text(), in.integer());
        }
        return counts;
    }
}
