package com.example.shop.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
public class AuditLog {

    private static final String OF_ENTITY = "select a from AuditEntry a where a.entityName = :name and a.entityId = :id";
    private static final String NEWEST = "select a from AuditEntry a order by a.id desc";
    private static final String BEFORE = "select a from AuditEntry a where a.id < :before order by a.id desc";
    private static final String ACTIONS = "select action from audit_entries where actor = ?";

    private final EntityManager entityManager;
    private final JdbcTemplate jdbc;

    public AuditLog(EntityManager entityManager, JdbcTemplate jdbc) {
        this.entityManager = entityManager;
        this.jdbc = jdbc;
    }

    @Transactional
    public void record(String entityName, Long entityId, String action, String actor) {
        entityManager.persist(new AuditEntry(entityName, entityId, action, actor, Instant.now()));
    }

    public List<AuditEntry> ofEntity(String name, Long id) {
        return entityManager.createQuery(OF_ENTITY, AuditEntry.class)
                .setParameter("name", name)
                .setParameter("id", id)
                .getResultList();
    }

    public List<AuditEntry> newest() {
        return entityManager.createQuery(NEWEST, AuditEntry.class).setMaxResults(20).getResultList();
    }

    public List<AuditEntry> before(Long id, int size) {
        TypedQuery<AuditEntry> query = entityManager.createQuery(BEFORE, AuditEntry.class).setParameter("before", id);
        return query.setMaxResults(size).getResultList();
    }

    public List<String> actionsOf(String actor) {
        return jdbc.queryForList(ACTIONS, String.class, actor);
    }

    @Transactional
    public void remove(List<Long> ids) {
        entityManager.createQuery("delete from AuditEntry a where a.id in :ids").setParameter("ids", ids).executeUpdate();
    }
}
