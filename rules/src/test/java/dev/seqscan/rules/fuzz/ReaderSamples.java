package dev.seqscan.rules.fuzz;

import dev.seqscan.source.TextFile;
import java.util.List;

/** One sound file of each form that SeqScan reads, to be broken. */
final class ReaderSamples {

    static final String JAVA = """
            package com.shop;
            import static java.util.stream.Collectors.toList;
            import java.util.*;
            @Entity @Table(name = "orders", indexes = {@Index(columnList = "a, b"), @Index(name = "c", columnList = "c")})
            public class Order<T extends Comparable<? super T>> extends Base<Order<T>> implements A, B {
                private static final String SQL = "select \\u0041, 'x' from a" + "\\n where b = " + 1_000L * 0x1F + 'c' + 1e3f;
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
                @OneToMany(mappedBy = "order", fetch = FetchType.LAZY) List<Map<String, int[]>> lines = new ArrayList<>();
                enum State { OPEN, CLOSED { @Override int x() { return 1; } }; int x() { return 0; } }
                record Line(@NotNull String name, int... counts) { Line { Objects.requireNonNull(name); } }
                sealed interface Shape permits Line {}
                /** A comment. */
                public <R> R all(List<? extends T> ids, final int n) throws Exception {
                    for (T id : ids) { repository.findById((Long) id).ifPresent(o -> o.getLines().forEach(this::print)); }
                    for (int i = 0, j = n; i < j && !done; i++, j--) { if (i >> 2 > 3 || i < 4) continue; else break; }
                    String text = \"""
                        select a
                          from "b" where c = ?
                        \""";
                    Object o = switch (n) { case 1, 2 -> "x"; case 3 -> { yield 4; } default -> throw new X(); };
                    if (o instanceof Line(var name, int[] c) && name.length() > 3) { int[][] a = {{1, 2}, {3}}; a[0][1] += ~n; }
                    try (var in = open(); Reader r = in.reader()) { jdbc.query(SQL, (rs, i) -> rs.getString(1)); }
                    catch (A | B e) { throw e; } finally { synchronized (this) { n ^= 1; } }
                    return cond ? ids.stream().filter(x -> x != null).map(X::new).<R>collect(toList()) : new Object() { int y; }.y;
                }
            }
            """;

    static final String SQL = """
            -- seqscan:ignore unindexed-filter: few rows
            create table if not exists "orders" (id bigint not null auto_increment primary key, name varchar(100) default 'a;''b',
                total decimal(10, 2) check (total > 0), customer_id bigint references customer (id) on delete cascade,
                unique key uk (name(10)), key (customer_id, total desc), constraint fk foreign key (name) references a (b)) engine=InnoDB;
            create unique index concurrently ix on only orders using btree (lower(name) desc nulls last, id) include (total) where id > 3;
            alter table orders add column x int, drop column name, rename to purchases, modify y text, add constraint c primary key (id, x);
            /* a comment */ create or replace function f() returns trigger as $body$ begin if new.a = 1 then return old; end if; end; $body$ language plpgsql;
            DELIMITER //
            create procedure p() begin declare x int; case x when 1 then select 1; end case; end //
            DELIMITER ;
            create view v as select o.id, count(*) from orders o left join customer c on c.id = o.customer_id group by o.id;
            insert into orders (id, name) values (1, 'x'), (2, E'\\\\'y'), (3, q'[z]');
            go
            exec sp_rename 'orders.name', 'title', 'COLUMN'; drop index if exists ix; comment on table v is 'it''s';
            """;

    static final List<String> QUERIES = List.of(
            "select distinct o.id, count(*) c, (select max(x) from y where y.a = o.b) from orders o join lines l on l.order_id = o.id and l.a in (?, ?, :ids)"
                    + " where o.name like concat('%', :n, '%') and (o.x is null or o.y between 1 and 2) or not exists (select 1 from z) group by o.id"
                    + " having count(*) > 3 order by o.id desc nulls last limit 10 offset ?",
            "with recursive t(a, b) as (select 1, 2 union all select a + 1, b from t where a < 10) select case when a = 1 then 'x' else b::text end from t for update",
            "update orders set name = ?, total = total * 1.1 where id in (select order_id from lines) and date(created) = current_date",
            "insert into a (x, y) select x, coalesce(y, 0) from b on conflict (x) do update set y = excluded.y returning id",
            "select p from Product p left join fetch p.lines l where p.customer.name = :name and l.a member of p.tags or size(p.kids) > 3 order by p.id",
            "select new com.shop.Row(p.id, upper(p.name), case p.x when 1 then 'a' else 'b' end) from Product p where p.id in (select max(q.id) from Product q)",
            "delete from Product p where p.name is not empty and treat(p as Book).pages >= ?1 and extract(year from p.day) = 2020");

    static final String SETTINGS = """
            profiles: [prod]
            rules:
              query-in-loop: {level: error}
              unbounded-query: off
            methods:
              com.acme.Client#load: {sends: "select 1 from a", cached: true}
              com.acme.Tenants#all: {bounded: 20}
            tables:
              orders: {rows: 1000000}
            """;

    static final String BASELINE = """
            # findings that were there
            SEQSCAN BASELINE 1
            query-in-loop | OrderRepository.findById | src/main/java/A.java | com.shop.A#all(List) | 3
            unindexed-filter | orders.status | src/main/java/B.java | com.shop.B#x()
            """;

    private static final String RESOURCES = "src/main/resources/";

    /** Files that are read as text, by the name of the form. */
    static List<TextFile> texts() {
        return List.of(new TextFile("pom.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
                  <parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version><relativePath>../pom.xml</relativePath></parent>
                  <artifactId>${name}</artifactId><properties><name>shop</name></properties><modules><module>web</module></modules>
                  <dependencies><dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><scope>runtime</scope></dependency></dependencies>
                  <profiles><profile><id>x</id><modules><module>y</module></modules></profile></profiles>
                </project>
                """),
                new TextFile("Order.hbm.xml", """
                <?xml version="1.0"?>
                <!DOCTYPE hibernate-mapping PUBLIC "-//Hibernate/Hibernate Mapping DTD 3.0//EN" "http://localhost/x.dtd" [<!ENTITY e "v">]>
                <hibernate-mapping package="com.shop"><class name="Order" table="ORDERS" batch-size="10"><id name="id"><generator class="native"/></id>
                  <property name="number" index="N" column="NR"/><many-to-one name="customer" lazy="false"/><component name="c"><property name="d"/></component>
                  <set name="lines" inverse="true"><key column="ORDER_ID"/><one-to-many class="Line"/></set>&e;</class>
                  <query name="q"><![CDATA[from Order o where o.number = :n]]></query></hibernate-mapping>
                """),
                new TextFile(RESOURCES + "META-INF/orm.xml", """
                <entity-mappings><package>com.shop</package><entity class="Order" access="FIELD"><table name="orders"><index column-list="a,b"/></table>
                  <named-query name="q"><query>select o from Order o</query></named-query><attributes><id name="id"/><basic name="n"><column name="x"/></basic>
                  <many-to-one name="c" fetch="LAZY"><join-column name="c_id"/></many-to-one></attributes></entity></entity-mappings>
                """),
                new TextFile(RESOURCES + "mapper/OrderMapper.xml", """
                <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "http://localhost/m.dtd">
                <mapper namespace="com.shop.OrderMapper"><sql id="cols">id, ${alias}.name</sql>
                  <resultMap id="r" type="Order" extends="b"><id property="id" column="id"/><collection property="lines" select="lines" column="{a=id}"/></resultMap>
                  <select id="all" resultMap="r">select <include refid="cols"><property name="alias" value="o"/></include> from orders o
                    <where><if test="ids != null">and id in <foreach collection="ids" item="i" open="(" close=")" separator=",">#{i}</foreach></if>
                    <choose><when test="a == 1">and x = #{x,jdbcType=VARCHAR}</when><otherwise>and y &lt; 3</otherwise></choose></where></select>
                  <!-- seqscan:ignore select-star: few --></mapper>
                """),
                new TextFile(RESOURCES + "db/changelog/a.xml", """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"><property name="t" value="orders" dbms="h2"/><include file="b.yaml" relativeToChangelogFile="true"/>
                  <changeSet id="1" author="a" dbms="!oracle" context="x and !y"><preConditions onFail="MARK_RAN"><not><tableExists tableName="${t}"/></not></preConditions>
                  <createTable tableName="${t}"><column name="id" type="bigint" autoIncrement="true"><constraints primaryKey="true" nullable="false"/></column></createTable>
                  <createIndex tableName="orders" indexName="i" unique="true"><column name="a" descending="true"/></createIndex><sql splitStatements="false">alter table a add b int</sql>
                  <addForeignKeyConstraint baseTableName="a" baseColumnNames="b" constraintName="c" referencedTableName="d" referencedColumnNames="e"/></changeSet></databaseChangeLog>
                """),
                new TextFile(RESOURCES + "db/changelog/b.yaml", """
                databaseChangeLog:
                  - property: {name: t, value: orders}
                  - changeSet:
                      id: 1
                      author: &a me
                      changes:
                        - createTable:
                            tableName: ${t}
                            columns:
                              - column: {name: id, type: bigint, constraints: {primaryKey: true}}
                        - sql: |
                            create index i on orders (id);
                        - addColumn: {tableName: orders, columns: [{column: {name: x, type: int}}], remarks: *a}
                  - includeAll: {path: more/, relativeToChangelogFile: true}
                """),
                new TextFile(RESOURCES + "db/changelog/c.json", """
                {"databaseChangeLog": [{"changeSet": {"id": "1", "author": "a\\u0041", "changes": [{"createTable": {"tableName": "orders",
                  "columns": [{"column": {"name": "id", "type": "bigint", "constraints": {"primaryKey": true, "n": -1.5e3}}}, null]}},
                  {"dropIndex": {"tableName": "a", "indexName": "b"}}]}}, {"include": {"file": "d.sql"}}]}
                """),
                new TextFile(RESOURCES + "db/changelog/d.sql", """
                --liquibase formatted sql
                --changeset me:1 dbms:postgresql splitStatements:true endDelimiter:; context:x labels:"a or b"
                --preconditions onFail:MARK_RAN
                --precondition-sql-check expectedResult:0 select count(*) from a
                create table orders (id int);
                --rollback drop table orders;
                /* liquibase ignore */
                """),
                new TextFile(RESOURCES + "application.yml", """
                spring:
                  datasource: {url: "jdbc:postgresql://db/${name:shop}", 'username': sa}
                  jpa:
                    properties:
                      hibernate.default_batch_fetch_size: 16
                    open-in-view: &no false
                  config.activate.on-profile: "prod & !(test | dev)"
                ---
                list:
                  - a
                  - {b: *no}
                text: >-
                  folded
                  lines
                """),
                new TextFile(RESOURCES + "application.properties", """
                # a comment
                spring.jpa.hibernate.ddl-auto = none
                a.b[0].c:x\\
                    continued \\u0041 ${a.d:${e}}
                ! other
                key\\ with\\:parts value
                #---
                spring.jpa.show-sql=true
                """),
                new TextFile(RESOURCES + "sql/Orders.sql.stg", """
                group Orders;
                delimiters "<", ">"
                all(cond, ids) ::= <<
                  select <columns()> from orders <if(cond)>where a = :a<elseif(!ids)>x<else>y<endif> <ids:{i | <i.name>}; separator=", ">
                >>
                columns() ::= "id, name" /* c */
                m ::= ["a": "b", default: key]
                """),
                new TextFile(RESOURCES + "templates/orders.html", """
                <!DOCTYPE html><html xmlns:th="http://www.thymeleaf.org"><body th:with="a=${b}">
                <tr th:each="o, s : ${page.content}"><td th:text="${o.customer.name ?: 'x'} + *{y}" th:if="${not #lists.isEmpty(o.lines)}">x</td></tr>
                <div th:replace="~{parts/line :: row(${o}, 1)}"></div><p th:fragment="row(a, b)" data-x='[[${o.total}]]'>[(${a})]</p></body></html>
                """),
                new TextFile("settings.gradle", "rootProject.name = 'shop'\ninclude ':core', \":web\"\nproject(':web').projectDir = file('ui/web') // x\n"),
                new TextFile("build.gradle.kts", "plugins { id(\"org.springframework.boot\") version \"3.0\" }\ndependencies {\n"
                        + "  implementation(project(\":core\"))\n  runtimeOnly(\"org.postgresql:postgresql:42\") /* y */\n}\n"));
    }

    private ReaderSamples() {
    }
}
