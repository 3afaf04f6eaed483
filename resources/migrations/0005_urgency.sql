ALTER TABLE reply ADD COLUMN class TEXT NOT NULL DEFAULT 'normal'
-- next
ALTER TABLE reply ADD COLUMN due_at_ms BIGINT NOT NULL DEFAULT 0
-- next
CREATE INDEX reply_asked ON reply (account_id, created_at_ms)
-- next
CREATE TABLE learned_limit (
    account_id BIGINT NOT NULL REFERENCES account(id),
    operation TEXT NOT NULL,
    name TEXT NOT NULL,
    limit_count INTEGER NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (account_id, operation, name)
)
