package dev.seqscan.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.report.SampleReport;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    /** What users keep elsewhere hangs on it: a fingerprint that is made otherwise needs another name than seqscan/v1. */
    @Test
    void the_first_version_stays_as_it_is() {
        assertThat(SampleReport.lazyLoad().fingerprint()).isEqualTo("14cae1192aa81ab06be0706409d9e235");
    }

    @Test
    void neither_line_nor_message_is_part_of_it() {
        Finding finding = SampleReport.lazyLoad("Said otherwise.");
        assertThat(finding.fingerprint()).isEqualTo(SampleReport.lazyLoad().fingerprint());
        Finding moved = finding.at(new Place(finding.place().file(), Span.ofLine(999)));
        assertThat(moved.fingerprint()).isEqualTo(finding.fingerprint());
    }
}
