CREATE TABLE saved_reply (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    definition TEXT NOT NULL,
    in_force INTEGER NOT NULL,
    made_at_ms BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (name, version)
)
-- next
CREATE UNIQUE INDEX saved_reply_in_force ON saved_reply (name) WHERE in_force = 1
-- next
CREATE TABLE saved_reply_use (
    name TEXT NOT NULL,
    agent TEXT NOT NULL,
    uses BIGINT NOT NULL,
    PRIMARY KEY (name, agent)
)
-- next
CREATE TABLE arrival_rule (
    place INTEGER PRIMARY KEY,
    definition TEXT NOT NULL
)
-- next
CREATE TABLE macro (
    name TEXT PRIMARY KEY,
    definition TEXT NOT NULL
)
-- next
CREATE TABLE macro_run (
    id BIGINT PRIMARY KEY,
    undone INTEGER NOT NULL
)
-- next
CREATE INDEX reply_proposed ON reply (id) WHERE state = 'proposed'
