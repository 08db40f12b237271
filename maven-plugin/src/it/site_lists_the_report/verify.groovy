['site-3.12', 'site-3.21'].each { site ->
    def page = new File(basedir, "target/${site}/seqscan.html").text
    assert page.contains('<h1>SeqScan report</h1>')
    assert page.contains('service/src/main/java/com/example/shop/Names.java:10:')
    assert page.contains('web/src/main/java/com/example/shop/Titles.java:10:')
    def list = new File(basedir, "target/${site}/project-reports.html").text
    assert list.contains('href="seqscan.html"')
    ['service', 'web'].each {
        assert !new File(basedir, "${it}/target/${site}/seqscan.html").exists()
    }
}
assert new File(basedir, 'target/skipped').exists()
assert !new File(basedir, 'target/skipped/seqscan.html').exists()
