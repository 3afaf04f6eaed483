CREATE TABLE moderation (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account(id),
    conversation_id BIGINT REFERENCES conversation(id),
    message_id BIGINT NOT NULL REFERENCES message(id),
    remote_id TEXT NOT NULL,
    what TEXT NOT NULL,
    operation TEXT NOT NULL,
    agent TEXT NOT NULL,
    state TEXT NOT NULL,
    asked_at_ms BIGINT NOT NULL,
    decided_at_ms BIGINT,
    reason TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    handled INTEGER NOT NULL DEFAULT 0,
    micro_usd BIGINT NOT NULL DEFAULT 0
)
-- next
CREATE INDEX moderation_pending ON moderation (account_id, id) WHERE state IN ('queued', 'sending')
-- next
CREATE INDEX moderation_failed ON moderation (id) WHERE state IN ('refused', 'unknown') AND handled = 0
-- next
CREATE INDEX moderation_by_message ON moderation (message_id, id)
-- next
CREATE INDEX moderation_by_conversation ON moderation (conversation_id, id)
-- next
CREATE TABLE moderation_attempt (
    id BIGINT PRIMARY KEY,
    moderation_id BIGINT NOT NULL REFERENCES moderation(id),
    number INTEGER NOT NULL,
    epoch BIGINT NOT NULL,
    started_at_ms BIGINT NOT NULL,
    finished_at_ms BIGINT,
    outcome TEXT NOT NULL DEFAULT '',
    http_status INTEGER NOT NULL DEFAULT 0,
    detail TEXT NOT NULL DEFAULT '',
    UNIQUE (moderation_id, number)
)
-- next
CREATE INDEX reply_private ON reply (parent_id) WHERE operation = 'private-reply'
