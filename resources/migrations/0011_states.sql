ALTER TABLE conversation ADD COLUMN snoozed_until_ms BIGINT
-- next
ALTER TABLE conversation ADD COLUMN snoozed_after BIGINT NOT NULL DEFAULT 0
-- next
ALTER TABLE conversation ADD COLUMN snoozer TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE conversation ADD COLUMN woken_at_ms BIGINT
-- next
ALTER TABLE conversation ADD COLUMN archived_by BIGINT
-- next
ALTER TABLE conversation ADD COLUMN merged_into BIGINT REFERENCES conversation(id)
-- next
ALTER TABLE conversation ADD COLUMN act_by BIGINT
-- next
ALTER TABLE conversation ADD COLUMN fixed_class INTEGER
-- next
ALTER TABLE conversation ADD COLUMN class_rank INTEGER NOT NULL DEFAULT 1
-- next
ALTER TABLE conversation ADD COLUMN due_at_ms BIGINT NOT NULL DEFAULT 253402300799999
-- next
UPDATE conversation SET due_at_ms = coalesce((SELECT min(t.due_at_ms) FROM target t
    WHERE t.conversation_id = conversation.id AND t.met_at_ms IS NULL AND t.dropped_at_ms IS NULL), 253402300799999)
-- next
DROP INDEX conversation_waiting
-- next
DROP INDEX conversation_answered
-- next
CREATE INDEX conversation_waiting ON conversation (class_rank, due_at_ms, waiting_since_ms, id)
    WHERE waiting_since_ms IS NOT NULL AND pending_replies = 0 AND snoozed_until_ms IS NULL
-- next
CREATE INDEX conversation_oldest ON conversation (waiting_since_ms)
    WHERE waiting_since_ms IS NOT NULL AND pending_replies = 0 AND snoozed_until_ms IS NULL
-- next
CREATE INDEX conversation_answered ON conversation (last_message_at_ms DESC, id DESC)
    WHERE waiting_since_ms IS NULL AND pending_replies = 0 AND snoozed_until_ms IS NULL AND archived_by IS NULL
-- next
CREATE INDEX conversation_snoozed ON conversation (snoozed_until_ms, id) WHERE snoozed_until_ms IS NOT NULL
-- next
CREATE INDEX conversation_woken ON conversation (snoozer, woken_at_ms) WHERE woken_at_ms IS NOT NULL
-- next
CREATE INDEX conversation_archived ON conversation (last_message_at_ms DESC, id DESC)
    WHERE archived_by IS NOT NULL AND merged_into IS NULL
-- next
CREATE INDEX conversation_merged ON conversation (merged_into) WHERE merged_into IS NOT NULL
-- next
CREATE TABLE undone_act (
    fact_id BIGINT PRIMARY KEY,
    undone_by BIGINT NOT NULL
)
-- next
CREATE TABLE relocation (
    fact_id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    from_id BIGINT NOT NULL REFERENCES conversation(id),
    into_id BIGINT NOT NULL REFERENCES conversation(id),
    detail TEXT NOT NULL,
    undone_by BIGINT
)
-- next
CREATE INDEX relocation_into ON relocation (into_id) WHERE undone_by IS NULL
-- next
CREATE TABLE relocated_message (
    fact_id BIGINT NOT NULL REFERENCES relocation(fact_id),
    message_id BIGINT NOT NULL REFERENCES message(id),
    PRIMARY KEY (fact_id, message_id)
)
-- next
CREATE TABLE class_rules (
    version INTEGER PRIMARY KEY,
    definition TEXT NOT NULL,
    agent TEXT NOT NULL,
    at_ms BIGINT NOT NULL
)
-- next
CREATE TABLE note (
    id BIGINT PRIMARY KEY,
    conversation_id BIGINT NOT NULL REFERENCES conversation(id),
    agent TEXT NOT NULL,
    body TEXT NOT NULL,
    written_at_ms BIGINT NOT NULL,
    edited_at_ms BIGINT,
    removed_at_ms BIGINT
)
-- next
CREATE INDEX note_by_conversation ON note (conversation_id, id)
-- next
CREATE TABLE agent_mention (
    note_id BIGINT NOT NULL REFERENCES note(id),
    agent TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    read_at_ms BIGINT,
    PRIMARY KEY (note_id, agent)
)
-- next
CREATE INDEX agent_mention_unread ON agent_mention (agent, note_id) WHERE read_at_ms IS NULL
-- next
CREATE TABLE follower (
    conversation_id BIGINT NOT NULL REFERENCES conversation(id),
    agent TEXT NOT NULL,
    seen_up_to BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, agent)
)
-- next
CREATE INDEX follower_by_agent ON follower (agent, conversation_id)
-- next
CREATE TABLE saved_view (
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    owner TEXT NOT NULL,
    definition TEXT NOT NULL,
    agent TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (name, scope, owner)
)
