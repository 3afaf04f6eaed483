CREATE TABLE retention_rule (
    what TEXT PRIMARY KEY,
    older_than_days BIGINT NOT NULL,
    made_at_ms BIGINT NOT NULL,
    made_by TEXT NOT NULL
)
-- next
CREATE TABLE retention_run (
    what TEXT PRIMARY KEY,
    before_ms BIGINT NOT NULL,
    step INTEGER NOT NULL,
    up_to BIGINT NOT NULL,
    gone BIGINT NOT NULL,
    begun_at_ms BIGINT NOT NULL,
    ended_at_ms BIGINT
)
