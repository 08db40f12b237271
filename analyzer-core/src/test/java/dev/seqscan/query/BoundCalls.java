package dev.seqscan.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.config.Settings;
import dev.seqscan.config.SettingsReader;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.entity.EntityReader;
import dev.seqscan.entity.NamingStrategy;
import dev.seqscan.program.LibraryShapes;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Linker;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
import dev.seqscan.program.Shapes;
import dev.seqscan.query.hql.HqlQueries;
import dev.seqscan.query.sql.SqlQueries;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.classfile.ClassLookup;
import dev.seqscan.source.classfile.ClassLookupChain;
import dev.seqscan.source.classfile.LibraryClass;
import dev.seqscan.source.classfile.RunningJdk;
import dev.seqscan.source.classfile.index.SignatureIndex;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.config.ConfigReader;
import dev.seqscan.source.java.JavaReader;
import dev.seqscan.source.stringtemplate.GroupFile;
import dev.seqscan.source.stringtemplate.GroupReader;
import dev.seqscan.source.xml.XmlFile;
import dev.seqscan.source.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small shop with the linked body of one method, whose calls are bound. */
public final class BoundCalls implements QueryContext {

    private static final Module SHOP = new Module("shop", "", Set.of(""));
    private static final Notices LIBRARY_NOTICES = new Notices();
    private static final ClassLookup LIBRARIES = new ClassLookupChain(
            List.of(new RunningJdk(LIBRARY_NOTICES), SignatureIndex.shipped(LIBRARY_NOTICES)));
    private static final HqlQueries HQL = new HqlQueries();
    private static final SqlQueries SQL = new SqlQueries();
    private static final String IMPORTS = """
            package shop;
            import jakarta.persistence.*;
            import java.math.BigDecimal;
            import java.sql.*;
            import java.util.*;
            import java.util.stream.*;
            import org.springframework.data.domain.*;
            import org.springframework.data.jpa.domain.Specification;
            import org.springframework.data.jpa.repository.*;
            import org.springframework.data.repository.*;
            import org.springframework.jdbc.core.*;
            import org.springframework.jdbc.core.namedparam.*;
            import org.springframework.jdbc.core.simple.*;
            """;
    private static final String ENTITIES = """
            @NamedQuery(name = "Customer.richest", query = "select c from Customer c where c.credit > :credit")
            @Entity class Customer { @Id Long id; String name; String email; BigDecimal credit;
                @OneToMany(mappedBy = "customer") List<Order> orders; }
            @NamedEntityGraph(name = "Order.withLines", attributeNodes = @NamedAttributeNode(value = "lines", subgraph = "line"),
                subgraphs = @NamedSubgraph(name = "line", attributeNodes = @NamedAttributeNode("product")))
            @Entity @Table(name = "orders") class Order { @Id Long id; String status; BigDecimal total;
                @ManyToOne(fetch = FetchType.LAZY) Customer customer; @OneToMany(mappedBy = "order") List<OrderLine> lines; }
            @Entity class OrderLine { @Id Long id; int quantity; @ManyToOne Order order; @ManyToOne Product product; }
            @Entity class Product { @Id String code; String name; }
            """;

    private final Notices notices = new Notices();
    private final Program program = new Program(new LibraryShapes(name ->
            LIBRARIES.find(name).map(LibraryClass::declaration)));
    private final EntityModel entities;
    private final List<CallSite> calls = new ArrayList<>();
    private final List<XmlFile> xml = new ArrayList<>();
    private final List<GroupFile> groups = new ArrayList<>();
    private final List<TextFile> sql = new ArrayList<>();
    private Settings settings = new Settings(Map.of());
    private Product product = Product.UNKNOWN;

    private BoundCalls(String source) {
        program.add(new JavaReader().read(new TextFile("shop/Shop.java", source), notices), SHOP, false, notices);
        assertThat(notices.all()).isEmpty();
        entities = new EntityReader().read(program.classes(), program, NamingStrategy.SPRING_BOOT, settings(), notices);
        Linker linker = new Linker(new Shapes(program));
        program.classes().forEach(type -> linker.link(type).forEach(this::collect));
    }

    /** The calls of the classes in a text, which may use the entities of the shop and the usual imports. */
    public static BoundCalls of(String source) {
        return new BoundCalls(IMPORTS + ENTITIES + source);
    }

    /** The calls of a whole file with entities of its own. */
    public static BoundCalls ofFile(String source) {
        return new BoundCalls(source);
    }

    /** The calls of a method body that may use the fields {@code em}, {@code session}, {@code jdbc} and so on. */
    public static BoundCalls ofBody(String body) {
        return of("""
                class Service { EntityManager em; org.hibernate.Session session; JdbcTemplate jdbc;
                    NamedParameterJdbcTemplate named; JdbcClient client; Connection connection;
                    Object run(Long id, List<Long> ids, String text, boolean flag, int page, Order order) throws Exception {
                """ + body + " return null; } }");
    }

    /** The same calls to a database of that product. */
    public BoundCalls on(Product chosen) {
        product = chosen;
        return this;
    }

    /** The same calls with an XML file beside them. */
    public BoundCalls withXml(String path, String text) {
        new XmlReader().read(new TextFile(path, text), notices).ifPresent(xml::add);
        return this;
    }

    /** The same calls with a group of templates or an SQL file beside them. */
    public BoundCalls withStatements(String path, String text) {
        TextFile file = new TextFile(path, text);
        if (path.endsWith(GroupFile.ENDING)) {
            groups.add(GroupReader.read(file, notices));
        } else {
            sql.add(file);
        }
        return this;
    }

    /** The same calls with a file of settings beside them. */
    public BoundCalls withSettings(String path, String text) {
        settings = new SettingsReader().read(List.of(new ConfigReader().read(new TextFile(path, text), notices)), Set.of());
        return this;
    }

    private void collect(LinkedBody body) {
        new CodeWalk() {
            @Override
            void visit(Expression expression) {
                if (expression instanceof Expression.Call || expression instanceof Expression.MethodReference) {
                    body.target(expression).ifPresent(target -> calls.add(new CallSite(expression, target, body)));
                }
            }
        }.statement(body.method().body());
    }

    /** The queries that the calls send, in the order of the text. */
    public List<Query> all() {
        QueryBinders binders = QueryBinders.installed();
        return calls.stream().flatMap(call -> binders.bind(call, this).stream()).toList();
    }

    /** The only query. */
    public Query only() {
        List<Query> all = all();
        assertThat(all).as("queries of %s", calls.stream().map(each -> each.target().key()).toList()).hasSize(1);
        return all.get(0);
    }

    @Override
    public Program program() {
        return program;
    }

    @Override
    public EntityModel entities() {
        return entities;
    }

    @Override
    public Schema schema() {
        return new Schema(product, Map.of());
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public List<XmlFile> xml() {
        return xml;
    }

    @Override
    public StatementFiles statementFiles() {
        return new StatementFiles(groups, sql);
    }

    @Override
    public QueryShape jpql(String text) {
        return HQL.shape(text, entities);
    }

    @Override
    public QueryShape sql(String text) {
        return SQL.shape(text, schema());
    }

    @Override
    public Notices notices() {
        return notices;
    }
}
