package dev.seqscan.query.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import org.junit.jupiter.api.Test;

class LocatedStatementTest {

    private static final String V2 = "@org.skife.jdbi.v2.sqlobject.";
    private static final String FILE = "src/main/resources/shop/OrderDao.sql.stg";
    private static final String BASE = """
            tableName() ::= ""
            ofTenant(prefix) ::= "and <prefix>tenant = :tenant"
            byId() ::= <<
            select * from <tableName()> t
            where t.id = :id
            <ofTenant("t.")>
            ;
            >>
            """;

    @Test
    void aStatementWithoutTextIsTheTemplateOfItsName() {
        Query query = dao(V2 + "SqlQuery List<Order> open();", "dao.open()")
                .withStatements(FILE, "group OrderDao;\n\nopen() ::= <<\nselect * from orders\nwhere status = :s\n>>\n").only();
        assertThat(query.shape().predicates()).extracting(Predicate::column).containsExactly("status");
        assertThat(query.place().file()).isEqualTo(FILE);
        assertThat(query.place().line()).isEqualTo(3);
        assertThat(query.filter().line()).isEqualTo(5);
    }

    @Test
    void theAnnotationMayNameTheTemplateAndTheTypeItsFile() {
        Query query = BoundCalls.of("@Stored(\"/sql/all.stg\") interface OrderDao { " + V2 + "SqlUpdate(\"close\") void end(Long id); }"
                + service("dao.end(id)")).withStatements("main/sql/all.stg", "close() ::= \"update orders set status = 'C'\"").only();
        assertThat(query.shape().command()).isEqualTo(Command.UPDATE);
    }

    @Test
    void aFileMayHoldOneStatement() {
        Query query = dao("@org.jdbi.v3.sqlobject.statement.SqlQuery List<Order> open();", "dao.open()")
                .withStatements("src/main/resources/shop/OrderDao/open.sql", "select * from orders\nwhere status = :s;\n").only();
        assertThat(query.shape().predicates()).extracting(Predicate::column).containsExactly("status");
        assertThat(query.filter().line()).isEqualTo(2);
    }

    @Test
    void templatesOfTheObjectThatIsCalledComeBeforeThoseItInherits() {
        BoundCalls calls = BoundCalls.of("interface Base<T> { " + V2 + "SqlQuery T byId(Long id); } interface OrderDao extends"
                + " Base<Order> { }" + service("dao.byId(id)"));
        Query query = calls.withStatements("src/main/resources/shop/Base.sql.stg", BASE)
                .withStatements(FILE, "import \"shop/Base.sql.stg\"\ntableName() ::= \"orders\"\n").only();
        assertThat(query.text()).isEqualToNormalizingWhitespace(
                "select * from orders t where t.id = :id and t.tenant = :tenant");
        assertThat(query.place().file()).isEqualTo("src/main/resources/shop/Base.sql.stg");
    }

    @Test
    void whatAConditionMayLeaveOutIsOptional() {
        Query query = template("open(city) ::= <<\nselect * from orders where status = :s <if(city)>and city = :c<endif>\n>>\n");
        assertThat(query.shape().predicates()).filteredOn(Predicate::optional).extracting(Predicate::column)
                .containsExactly("city");
    }

    @Test
    void aConditionOnWhatACallGivesIsKnown() {
        Query query = template("open() ::= \"<of(a=\\\"x\\\")>\"\nof(a, b) ::= <<\nselect * from orders where status = :s"
                + " <if(a)>and city = :c<endif> <if(b)>and total = :t<else>and id = :i<endif>\n>>\n");
        assertThat(query.shape().predicates()).extracting(Predicate::column).containsExactly("status", "city", "id");
        assertThat(query.shape().predicates()).noneMatch(Predicate::optional);
    }

    @Test
    void whatTheProgramGivesIsOpen() {
        Query query = template("open(columns) ::= <<\nselect * from orders where id in (<ids>) order by id <way>\n>>\n");
        assertThat(query.shape().predicates()).extracting(Predicate::operator).containsExactly(Operator.IN);
        assertThat(template("open() ::= \"select * from <table>\"").shape().unknown()).isNotEmpty();
    }

    @Test
    void templatesThatCallThemselvesEnd() {
        assertThat(template("open() ::= \"select <open()> from orders\"").shape().unknown()).isNotEmpty();
        String wide = "a0() ::= \"x\"\n" + "a1() ::= \"<a0()><a0()>\"\n";
        StringBuilder doubling = new StringBuilder(wide);
        for (int i = 2; i < 60; i++) {
            doubling.append("a" + i + "() ::= \"<a" + (i - 1) + "()><a" + (i - 1) + "()>\"\n");
        }
        assertThat(template(doubling + "open() ::= \"select * from orders where <a59()> = 1\"").text()).hasSizeLessThan(100_000);
    }

    @Test
    void aNameWithoutFileIsLeftOpen() {
        Query query = dao(V2 + "SqlQuery List<Order> open();", "dao.open()").withStatements(FILE, "other() ::= \"\"").only();
        assertThat(query.shape().unknown()).isNotEmpty();
        assertThat(query.place().file()).isEqualTo("shop/Shop.java");
    }

    private static Query template(String group) {
        return dao(V2 + "SqlQuery List<Order> open();", "dao.open()").withStatements(FILE, group).only();
    }

    private static BoundCalls dao(String method, String call) {
        return BoundCalls.of("interface OrderDao { " + method + " }" + service(call));
    }

    private static String service(String call) {
        return " class Service { OrderDao dao; void run(Long id) { " + call + "; } }";
    }
}
