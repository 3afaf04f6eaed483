ALTER TABLE reply ADD COLUMN later INTEGER NOT NULL DEFAULT 0
-- next
ALTER TABLE reply ADD COLUMN hold TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE reply ADD COLUMN first_part BIGINT NOT NULL DEFAULT 0
-- next
ALTER TABLE reply ADD COLUMN part INTEGER NOT NULL DEFAULT 1
-- next
ALTER TABLE reply ADD COLUMN parts INTEGER NOT NULL DEFAULT 1
-- next
ALTER TABLE reply ADD COLUMN revision BIGINT NOT NULL DEFAULT 0
-- next
CREATE INDEX reply_changed ON reply (account_id, revision)
-- next
CREATE TABLE outbox_revision (
    account_id BIGINT PRIMARY KEY REFERENCES account(id),
    revision BIGINT NOT NULL
)
-- next
CREATE INDEX reply_held ON reply (id) WHERE hold <> ''
-- next
CREATE INDEX reply_part ON reply (first_part, part) WHERE first_part <> 0
