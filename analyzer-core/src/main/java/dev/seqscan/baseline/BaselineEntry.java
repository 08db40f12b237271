package dev.seqscan.baseline;

import dev.seqscan.finding.Finding;

/**
 * What the findings of one line of a baseline have in common. No line number and no text of the code is part of it, so
 * that it holds when code moves within its file.
 *
 * @param enclosing the method that holds the place, or the table; see {@link Finding.Identity}
 */
record BaselineEntry(String rule, String subject, String file, String enclosing) {

    BaselineEntry {
        rule = rule.strip();
        subject = subject.strip();
        file = file.strip();
        enclosing = enclosing.strip();
    }

    static BaselineEntry of(Finding finding) {
        return new BaselineEntry(finding.ruleId(), finding.subject(), finding.place().file(), finding.identity().enclosing());
    }
}
