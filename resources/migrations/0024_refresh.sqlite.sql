CREATE TABLE IF NOT EXISTS refresh_source (
    source TEXT PRIMARY KEY,
    definition TEXT NOT NULL,
    set_at_ms BIGINT NOT NULL,
    set_by TEXT NOT NULL
)
-- next
CREATE TABLE IF NOT EXISTS customer_refresh (
    customer_id INTEGER PRIMARY KEY REFERENCES customer(id),
    wanted BIGINT NOT NULL,
    taken BIGINT NOT NULL DEFAULT 0,
    ended BIGINT NOT NULL DEFAULT 0,
    wanted_at_ms BIGINT NOT NULL,
    wanted_by TEXT NOT NULL,
    answered_at_ms BIGINT,
    failure TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT ''
)
-- next
CREATE INDEX IF NOT EXISTS customer_refresh_wanted ON customer_refresh (wanted_at_ms) WHERE wanted > taken
