CREATE EXTENSION IF NOT EXISTS unaccent
-- next
CREATE TEXT SEARCH CONFIGURATION floorwalker (COPY = simple)
-- next
ALTER TEXT SEARCH CONFIGURATION floorwalker
    ALTER MAPPING FOR word, hword, hword_part, numword, numhword, hword_numpart WITH unaccent, simple
-- next
ALTER TABLE message ADD COLUMN words TSVECTOR GENERATED ALWAYS AS (to_tsvector('floorwalker', body)) STORED
-- next
CREATE INDEX message_words ON message USING gin (words)
-- next
ALTER TABLE identity ADD COLUMN words TSVECTOR
    GENERATED ALWAYS AS (to_tsvector('floorwalker', handle || ' ' || name)) STORED
-- next
CREATE INDEX identity_words ON identity USING gin (words)
