def log = new File(basedir, 'build.log').text
def create = 'CREATE INDEX CONCURRENTLY idx_orders_status ON orders (status);'

assert log.contains('1 index to add on PostgreSQL')
assert log =~ /OrderRepository\.findByStatus  src\/main\/java\/com\/example\/shop\/OrderRepository\.java:7/
assert new File(basedir, 'seqscan-report/V2__add_indexes.sql').text.contains(create)
assert new File(basedir, 'seqscan-report/V2__add_indexes.sql.conf').text.contains('executeInTransaction=false')

def migrations = new File(basedir, 'shop/src/main/resources/db/migration')
assert new File(migrations, 'V2__add_indexes.sql').text.contains(create)
assert log =~ /Written: .*V2__add_indexes\.sql, which belongs into src\/main\/resources\/db\/migration/
assert log.contains('2 indexes on PostgreSQL that no statement of this code asks for')
assert log.count('1 index to add on PostgreSQL') == 2
