create table audit_entries (
    id          bigint primary key,
    version     integer                  not null,
    entity_name varchar(60)              not null,
    entity_id   bigint                   not null,
    action      varchar(40)              not null,
    actor       varchar(60)              not null,
    created_at  timestamp with time zone not null
);

create index ix_audit_entries_entity on audit_entries (entity_name, entity_id);
create index ix_audit_entries_actor on audit_entries (actor, id);
