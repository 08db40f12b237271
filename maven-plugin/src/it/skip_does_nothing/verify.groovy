assert !new File(basedir, 'target').exists()
assert new File(basedir, 'build.log').text.contains('Skipped: seqscan.skip=true')
