CREATE TABLE reply_shape (
    reply_id BIGINT PRIMARY KEY REFERENCES reply(id),
    account_id BIGINT NOT NULL REFERENCES account(id),
    at_ms BIGINT NOT NULL,
    shape BLOB NOT NULL,
    others INTEGER NOT NULL DEFAULT 0,
    has_link INTEGER NOT NULL DEFAULT 0,
    is_unasked INTEGER NOT NULL DEFAULT 0
)
-- next
CREATE INDEX reply_shape_by_time ON reply_shape (account_id, at_ms)
-- next
CREATE TABLE brake (
    id BIGINT PRIMARY KEY,
    account_id BIGINT REFERENCES account(id),
    tag TEXT NOT NULL DEFAULT '',
    agent TEXT NOT NULL,
    why TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    released_at_ms BIGINT,
    release_over_ms BIGINT NOT NULL DEFAULT 0
)
-- next
CREATE INDEX brake_set ON brake (account_id, tag) WHERE released_at_ms IS NULL
-- next
CREATE TABLE conversation_tag (
    conversation_id BIGINT NOT NULL REFERENCES conversation(id),
    tag TEXT NOT NULL,
    agent TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, tag)
)
-- next
CREATE INDEX conversation_tag_by_tag ON conversation_tag (tag)
