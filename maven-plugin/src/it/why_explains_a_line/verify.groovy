def log = new File(basedir, 'build.log').text

assert log.contains('src/main/java/com/example/shop/OrderService.java:21')
assert log =~ /loop: +stands in the for-each loop over orders\.findAll\(\) \(line 20\), which counts/
assert log =~ /report: +lazy-load-in-loop is reported as error/
assert log =~ /Wrong parameter seqscan\.at=OrderService\.java: allowed is a Java file and a line/
