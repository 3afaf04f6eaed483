ALTER TABLE journal ADD COLUMN writer BIGINT
-- next
ALTER TABLE journal ADD COLUMN seq BIGINT
-- next
ALTER TABLE journal ADD COLUMN salt TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE journal ADD COLUMN digest TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE journal ADD COLUMN hash TEXT NOT NULL DEFAULT ''
-- next
CREATE TABLE journal_writer (
    writer BIGINT PRIMARY KEY,
    opened_at_ms BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    fact_id BIGINT NOT NULL,
    hash TEXT NOT NULL
)
-- next
CREATE TABLE journal_anchor (
    writer BIGINT NOT NULL REFERENCES journal_writer(writer),
    of_writer BIGINT NOT NULL,
    of_seq BIGINT NOT NULL,
    of_fact_id BIGINT NOT NULL,
    of_hash TEXT NOT NULL,
    PRIMARY KEY (writer, of_writer)
)
-- next
CREATE INDEX journal_anchored ON journal_anchor (of_writer, of_seq)
-- next
INSERT INTO journal_writer (writer, opened_at_ms, seq, fact_id, hash)
    SELECT 0, 0, count(*), coalesce(max(id), 0), '' FROM journal
-- next
CREATE INDEX journal_of_figures ON journal (conversation_id, id)
    WHERE fact IN ('conversation-assigned', 'conversation-focused', 'conversation-reopened', 'conversation-resolved', 'tag-added', 'tag-removed')
