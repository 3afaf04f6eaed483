ALTER TABLE account ADD COLUMN capabilities TEXT NOT NULL DEFAULT '{}'
-- next
ALTER TABLE stream ADD COLUMN state TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE stream ADD COLUMN announced BIGINT NOT NULL DEFAULT 0
-- next
ALTER TABLE stream ADD COLUMN fetched BIGINT NOT NULL DEFAULT 0
-- next
ALTER TABLE stream ADD COLUMN stored BIGINT NOT NULL DEFAULT 0
-- next
ALTER TABLE stream ADD COLUMN unreadable BIGINT NOT NULL DEFAULT 0
-- next
ALTER TABLE stream ADD COLUMN missing BIGINT NOT NULL DEFAULT 0
-- next
CREATE TABLE gap (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account(id),
    stream TEXT NOT NULL,
    complete_up_to_ms BIGINT,
    found_at_ms BIGINT NOT NULL,
    refilled_at_ms BIGINT,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL DEFAULT ''
)
-- next
CREATE INDEX gap_open ON gap (account_id, stream) WHERE refilled_at_ms IS NULL
-- next
ALTER TABLE message ADD COLUMN permalink TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE message ADD COLUMN traits BIGINT NOT NULL DEFAULT 1
-- next
CREATE INDEX message_apart ON message (account_id, thread) WHERE conversation_id IS NULL
-- next
ALTER TABLE reply ADD COLUMN operation TEXT NOT NULL DEFAULT 'reply'
-- next
ALTER TABLE reply ADD COLUMN thread TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE reply ADD COLUMN recipient TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE reply ADD COLUMN micro_usd BIGINT NOT NULL DEFAULT 0
-- next
ALTER TABLE limit_signal ADD COLUMN kind TEXT NOT NULL DEFAULT 'window'
-- next
ALTER TABLE limit_signal ADD COLUMN percent INTEGER NOT NULL DEFAULT -1
-- next
ALTER TABLE limit_signal ADD COLUMN evidence TEXT NOT NULL DEFAULT ''
-- next
CREATE TABLE charge (
    account_id BIGINT NOT NULL REFERENCES account(id),
    day TEXT NOT NULL,
    thing TEXT NOT NULL,
    count BIGINT NOT NULL,
    micro_usd BIGINT NOT NULL,
    PRIMARY KEY (account_id, day, thing)
)
-- next
CREATE TABLE audience (
    account_id BIGINT NOT NULL REFERENCES account(id),
    day TEXT NOT NULL,
    count BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (account_id, day)
)
