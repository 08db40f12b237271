package com.example.shop.audit;

import com.example.shop.common.BaseEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "audit_entries")
public class AuditEntry extends BaseEntity {

    private String entityName;
    private Long entityId;
    private String action;
    private String actor;
    private Instant createdAt;

    protected AuditEntry() {
    }

    public AuditEntry(String entityName, Long entityId, String action, String actor, Instant createdAt) {
        this.entityName = entityName;
        this.entityId = entityId;
        this.action = action;
        this.actor = actor;
        this.createdAt = createdAt;
    }

    public String getEntityName() {
        return entityName;
    }

    public Long getEntityId() {
        return entityId;
    }

    public String getAction() {
        return action;
    }

    public String getActor() {
        return actor;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
