CREATE TABLE reply_quote (
    reply_id BIGINT NOT NULL REFERENCES reply(id),
    number INTEGER NOT NULL,
    product TEXT NOT NULL,
    variant TEXT NOT NULL,
    place TEXT NOT NULL,
    said BIGINT NOT NULL,
    as_of_ms BIGINT NOT NULL,
    start_at INTEGER NOT NULL,
    found BIGINT,
    overruled BIGINT,
    PRIMARY KEY (reply_id, number)
)
