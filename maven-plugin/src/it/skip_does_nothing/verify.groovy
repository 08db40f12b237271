assert !new File(basedir, 'target/seqscan').exists()
assert new File(basedir, 'build.log').text.contains('Skipped: seqscan.skip=true')
