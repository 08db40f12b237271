def log = new File(basedir, 'build.log').text

[/seqscan\.failOnSeverity=fatal: allowed are error, warning, note, never/,
 /seqscan\.path=.*nowhere: there is no such folder; allowed is a folder that exists/,
 /seqscan\.classPath=missing\.jar: there is no such file; allowed are jars and class folders that exist/,
 /seqscan\.outputDirectory=.*pom\.xml: allowed is a folder that exists or can be made/,
 /seqscan\.failOnSeverty=error: there is no such parameter; did you mean seqscan\.failOnSeverity\? allowed are .*seqscan\.failOnSeverity/,
 /seqscan\.skip=yes: allowed are true, false/,
 /seqscan\.formats=gitlb: did you mean gitlab\? allowed are text, sarif, html, gitlab, sonar, markdown, github/,
 /seqscan\.settings=.*wrong\.yml: wrong\.yml:3:5: unknown "row"; did you mean rows\?/,
 /seqscan\.rules=lazy-load-in-lop=off: rules: unknown rule "lazy-load-in-lop"; did you mean lazy-load-in-loop\?/,
 /seqscan\.rules=query-in-loop=fatal: unknown "fatal"; Allowed are off, on, error, warning, note/,
 /seqscan\.includes=\/src: "\/src" is no path below the scanned folder/,
 /seqscan\.rule=select-stars: unknown rule "select-stars"; did you mean select-star\?/,
 /seqscan\.settings=nowhere\.yml: there is no such file; allowed is a YAML file that exists/,
 /seqscan\.settings=.*wrong-rule\.yml: wrong-rule\.yml:2:3: unknown rule "query-in-lop"; did you mean query-in-loop\?/].each {
    assert log =~ 'Wrong parameter ' + it
}
assert !new File(basedir, 'target/seqscan/seqscan.sarif').exists()
