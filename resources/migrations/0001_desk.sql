CREATE TABLE account (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    network TEXT NOT NULL,
    base_url TEXT NOT NULL,
    token_file TEXT NOT NULL,
    remote_id TEXT NOT NULL DEFAULT '',
    handle TEXT NOT NULL DEFAULT '',
    display_name TEXT NOT NULL DEFAULT '',
    settings TEXT NOT NULL DEFAULT '{}',
    clock_offset_ms BIGINT NOT NULL DEFAULT 0,
    paused_reason TEXT NOT NULL DEFAULT '',
    paused_detail TEXT NOT NULL DEFAULT '',
    created_at_ms BIGINT NOT NULL
)
-- next
CREATE TABLE stream (
    account_id BIGINT NOT NULL REFERENCES account(id),
    name TEXT NOT NULL,
    watermark TEXT NOT NULL DEFAULT '',
    complete_up_to_ms BIGINT,
    failed_at_ms BIGINT,
    failure TEXT NOT NULL DEFAULT '',
    failure_detail TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (account_id, name)
)
-- next
CREATE TABLE identity (
    id BIGINT PRIMARY KEY,
    network TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    handle TEXT NOT NULL,
    name TEXT NOT NULL,
    followers BIGINT NOT NULL,
    UNIQUE (network, remote_id)
)
-- next
CREATE TABLE conversation (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account(id),
    identity_id BIGINT NOT NULL REFERENCES identity(id),
    lane TEXT NOT NULL,
    state TEXT NOT NULL,
    opened_at_ms BIGINT NOT NULL,
    waiting_since_ms BIGINT,
    last_message_at_ms BIGINT NOT NULL,
    resolved_by BIGINT,
    preview TEXT NOT NULL DEFAULT '',
    last_kind TEXT NOT NULL DEFAULT 'mention',
    unanswered_count INTEGER NOT NULL DEFAULT 0,
    pending_replies INTEGER NOT NULL DEFAULT 0,
    failed_replies INTEGER NOT NULL DEFAULT 0
)
-- next
CREATE INDEX conversation_by_identity ON conversation (identity_id, account_id, lane)
-- next
CREATE INDEX conversation_waiting ON conversation (waiting_since_ms, id)
    WHERE waiting_since_ms IS NOT NULL AND pending_replies = 0
-- next
CREATE INDEX conversation_leaving ON conversation (last_message_at_ms, id) WHERE pending_replies > 0
-- next
CREATE INDEX conversation_failed ON conversation (last_message_at_ms, id) WHERE failed_replies > 0
-- next
CREATE INDEX conversation_answered ON conversation (last_message_at_ms DESC, id DESC)
    WHERE waiting_since_ms IS NULL AND pending_replies = 0
-- next
CREATE TABLE message (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account(id),
    conversation_id BIGINT REFERENCES conversation(id),
    identity_id BIGINT NOT NULL REFERENCES identity(id),
    author_available INTEGER NOT NULL,
    remote_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    direction TEXT NOT NULL,
    lane TEXT NOT NULL,
    body TEXT NOT NULL,
    posted_at_ms BIGINT NOT NULL,
    stored_at_ms BIGINT NOT NULL,
    in_reply_to TEXT NOT NULL,
    thread TEXT NOT NULL,
    settled_by BIGINT,
    UNIQUE (account_id, remote_id)
)
-- next
CREATE INDEX message_by_conversation ON message (conversation_id, posted_at_ms, id)
-- next
CREATE INDEX message_by_thread ON message (account_id, thread, identity_id)
-- next
CREATE INDEX message_by_remote ON message (remote_id)
-- next
CREATE INDEX message_orphan ON message (account_id, in_reply_to) WHERE conversation_id IS NULL
-- next
CREATE INDEX message_unanswered ON message (conversation_id, posted_at_ms)
    WHERE settled_by IS NULL AND direction = 'inbound'
-- next
CREATE TABLE reply (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account(id),
    conversation_id BIGINT NOT NULL REFERENCES conversation(id),
    parent_id BIGINT NOT NULL REFERENCES message(id),
    parent_remote_id TEXT NOT NULL,
    lane TEXT NOT NULL,
    body TEXT NOT NULL,
    agent TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    not_before_ms BIGINT NOT NULL,
    decided_at_ms BIGINT,
    covers_up_to BIGINT NOT NULL,
    remote_id TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    handled INTEGER NOT NULL DEFAULT 0
)
-- next
CREATE INDEX reply_pending ON reply (account_id, id) WHERE state IN ('queued', 'sending', 'unknown')
-- next
CREATE INDEX reply_failed ON reply (id) WHERE state = 'rejected' AND handled = 0
-- next
CREATE INDEX reply_by_conversation ON reply (conversation_id, id)
-- next
CREATE UNIQUE INDEX reply_by_remote ON reply (account_id, remote_id) WHERE remote_id <> ''
-- next
CREATE TABLE attempt (
    id BIGINT PRIMARY KEY,
    reply_id BIGINT NOT NULL REFERENCES reply(id),
    number INTEGER NOT NULL,
    epoch BIGINT NOT NULL,
    started_at_ms BIGINT NOT NULL,
    finished_at_ms BIGINT,
    outcome TEXT NOT NULL DEFAULT '',
    http_status INTEGER NOT NULL DEFAULT 0,
    detail TEXT NOT NULL DEFAULT '',
    UNIQUE (reply_id, number)
)
-- next
CREATE TABLE ledger (
    account_id BIGINT NOT NULL REFERENCES account(id),
    operation TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    attempt_id BIGINT NOT NULL,
    PRIMARY KEY (account_id, operation, at_ms, attempt_id)
)
-- next
CREATE TABLE limit_signal (
    account_id BIGINT NOT NULL REFERENCES account(id),
    operation TEXT NOT NULL,
    header TEXT NOT NULL,
    limit_count INTEGER NOT NULL,
    remaining INTEGER NOT NULL,
    reset_at_ms BIGINT NOT NULL,
    read_at_ms BIGINT NOT NULL,
    PRIMARY KEY (account_id, operation, header)
)
-- next
CREATE TABLE block (
    account_id BIGINT NOT NULL REFERENCES account(id),
    operation TEXT NOT NULL,
    until_ms BIGINT NOT NULL,
    reason TEXT NOT NULL,
    failures INTEGER NOT NULL,
    PRIMARY KEY (account_id, operation)
)
-- next
CREATE TABLE lease (
    account_id BIGINT PRIMARY KEY REFERENCES account(id),
    epoch BIGINT NOT NULL,
    taken_at_ms BIGINT NOT NULL
)
-- next
CREATE TABLE draft (
    conversation_id BIGINT NOT NULL REFERENCES conversation(id),
    agent TEXT NOT NULL,
    lane TEXT NOT NULL,
    body TEXT NOT NULL,
    saved_at_ms BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, agent, lane)
)
-- next
CREATE TABLE journal (
    id BIGINT PRIMARY KEY,
    at_ms BIGINT NOT NULL,
    fact TEXT NOT NULL,
    account_id BIGINT,
    conversation_id BIGINT,
    message_id BIGINT,
    reply_id BIGINT,
    agent TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT '{}'
)
