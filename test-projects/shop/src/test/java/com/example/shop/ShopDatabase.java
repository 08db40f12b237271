package com.example.shop;

import dev.seqscan.statements.EmbeddedTables;
import jakarta.persistence.EntityManager;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Gives the database the contents that a test needs. */
@TestComponent
class ShopDatabase {

    /** What migrations fill. */
    private static final Set<String> KEPT = Set.of("countries", "flyway_schema_history");

    private final EntityManager entityManager;
    private final JdbcTemplate jdbc;

    ShopDatabase(EntityManager entityManager, JdbcTemplate jdbc) {
        this.entityManager = entityManager;
        this.jdbc = jdbc;
    }

    /** Replaces all rows by those of a shop of a size. */
    @Transactional
    ShopData replace(int size) {
        EmbeddedTables.empty(jdbc, KEPT);
        ShopData data = new ShopData(entityManager);
        data.store(size);
        return data;
    }
}
