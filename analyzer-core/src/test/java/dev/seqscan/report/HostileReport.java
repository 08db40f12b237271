package dev.seqscan.report;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Claim;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.finding.Step;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.List;
import java.util.TreeMap;

/** Reports whose texts try to be more than text, and one that holds nothing. */
public final class HostileReport {

    /** Markup, links, mentions, commands, line ends, and characters that steer or cannot be encoded. */
    public static final String TEXT = "<script>alert(1)</script> @team #12 [a](http://x.y) **b** `c` ``` | $d$ www.evil.org\r\n"
            + "::error::e\n::stop-commands::f\n# g\u001b[31m \u202Eh \u2028 \uD800 100%0A";

    private static final Place PLACE = new Place("src/a,b:c%d`e|f\n<g>.java", new Span(3, 2, 3, 9));

    private HostileReport() {
    }

    public static AnalysisReport report() {
        List<Step> steps = List.of(new Step(PLACE, TEXT));
        Finding finding = new Claim("lazy-load-in-loop", Level.ERROR, Certainty.likely(TEXT), PLACE, TEXT + ". To do: " + TEXT)
                .about(TEXT, new Finding.Identity(TEXT, TEXT, 0))
                .path(steps).related(steps).costing(TEXT).reachedFrom(TEXT);
        return SampleReport.with(List.of(finding));
    }

    public static AnalysisReport empty() {
        return new AnalysisReport(List.of(), List.of(), List.of(), new TreeMap<>(), "0.1.0");
    }
}
