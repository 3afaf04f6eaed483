ALTER TABLE lease ADD COLUMN holder TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE lease ADD COLUMN until_ms BIGINT NOT NULL DEFAULT 0
-- next
CREATE TABLE service (
    name TEXT PRIMARY KEY,
    host TEXT NOT NULL,
    started_at_ms BIGINT NOT NULL,
    until_ms BIGINT NOT NULL
)
