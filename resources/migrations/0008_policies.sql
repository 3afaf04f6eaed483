CREATE TABLE calendar_version (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    definition TEXT NOT NULL,
    agent TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (name, version)
)
-- next
CREATE TABLE policy_version (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    definition TEXT NOT NULL,
    agent TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    place INTEGER,
    in_force_since_ms BIGINT,
    PRIMARY KEY (name, version)
)
-- next
CREATE UNIQUE INDEX policy_in_force ON policy_version (place) WHERE place IS NOT NULL
-- next
CREATE TABLE applied_policy (
    conversation_id BIGINT NOT NULL REFERENCES conversation(id),
    episode BIGINT NOT NULL,
    policy TEXT NOT NULL,
    version INTEGER NOT NULL,
    calendars TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    chosen_again INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation_id, episode)
)
-- next
CREATE TABLE target (
    conversation_id BIGINT NOT NULL REFERENCES conversation(id),
    kind TEXT NOT NULL,
    opened_by BIGINT NOT NULL,
    policy TEXT NOT NULL,
    version INTEGER NOT NULL,
    calendar TEXT NOT NULL,
    calendar_version INTEGER NOT NULL,
    started_at_ms BIGINT NOT NULL,
    due_at_ms BIGINT,
    warn_at_ms BIGINT,
    met_at_ms BIGINT,
    dropped_at_ms BIGINT,
    warned INTEGER NOT NULL DEFAULT 0,
    breached INTEGER NOT NULL DEFAULT 0,
    next_at_ms BIGINT,
    PRIMARY KEY (conversation_id, kind, opened_by)
)
-- next
CREATE INDEX target_next ON target (next_at_ms) WHERE next_at_ms IS NOT NULL
-- next
CREATE INDEX journal_resolved ON journal (conversation_id, id)
    WHERE fact IN ('conversation-resolved', 'conversation-reopened')
