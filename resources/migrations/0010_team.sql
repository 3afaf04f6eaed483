CREATE TABLE claim (
    conversation_id BIGINT PRIMARY KEY REFERENCES conversation(id),
    agent TEXT NOT NULL,
    desk TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    taken_at_ms BIGINT NOT NULL,
    expires_at_ms BIGINT NOT NULL
)
-- next
CREATE INDEX claim_live ON claim (expires_at_ms)
-- next
CREATE TABLE claim_notice (
    id BIGINT PRIMARY KEY,
    conversation_id BIGINT NOT NULL REFERENCES conversation(id),
    agent TEXT NOT NULL,
    taken_by TEXT NOT NULL,
    why TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    read_at_ms BIGINT
)
-- next
CREATE INDEX claim_notice_unread ON claim_notice (agent, id) WHERE read_at_ms IS NULL
-- next
CREATE TABLE presence (
    conversation_id BIGINT NOT NULL REFERENCES conversation(id),
    agent TEXT NOT NULL,
    desk TEXT NOT NULL,
    doing TEXT NOT NULL,
    expires_at_ms BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, agent, desk)
)
-- next
CREATE INDEX presence_by_expiry ON presence (expires_at_ms)
-- next
CREATE TABLE agent (
    name TEXT PRIMARY KEY,
    definition TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    since_ms BIGINT NOT NULL
)
-- next
CREATE TABLE roster_rule (
    place INTEGER PRIMARY KEY,
    definition TEXT NOT NULL
)
-- next
CREATE TABLE assignment (
    conversation_id BIGINT PRIMARY KEY REFERENCES conversation(id),
    agent TEXT,
    team TEXT,
    since_ms BIGINT NOT NULL,
    why TEXT NOT NULL
)
-- next
CREATE INDEX assignment_by_agent ON assignment (agent, conversation_id) WHERE agent IS NOT NULL
-- next
CREATE INDEX assignment_by_team ON assignment (team, conversation_id) WHERE team IS NOT NULL
