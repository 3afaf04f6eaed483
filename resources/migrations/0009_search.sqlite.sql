CREATE VIRTUAL TABLE message_words USING fts5(body, content = 'message', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2')
-- next
CREATE TRIGGER message_words_insert AFTER INSERT ON message BEGIN
    INSERT INTO message_words (rowid, body) VALUES (new.id, new.body);
END
-- next
CREATE TRIGGER message_words_delete AFTER DELETE ON message BEGIN
    INSERT INTO message_words (message_words, rowid, body) VALUES ('delete', old.id, old.body);
END
-- next
CREATE TRIGGER message_words_update AFTER UPDATE OF body ON message WHEN old.body <> new.body BEGIN
    INSERT INTO message_words (message_words, rowid, body) VALUES ('delete', old.id, old.body);
    INSERT INTO message_words (rowid, body) VALUES (new.id, new.body);
END
-- next
INSERT INTO message_words (message_words) VALUES ('rebuild')
-- next
CREATE VIRTUAL TABLE identity_words USING fts5(handle, name, content = 'identity', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2')
-- next
CREATE TRIGGER identity_words_insert AFTER INSERT ON identity BEGIN
    INSERT INTO identity_words (rowid, handle, name) VALUES (new.id, new.handle, new.name);
END
-- next
CREATE TRIGGER identity_words_delete AFTER DELETE ON identity BEGIN
    INSERT INTO identity_words (identity_words, rowid, handle, name)
        VALUES ('delete', old.id, old.handle, old.name);
END
-- next
CREATE TRIGGER identity_words_update AFTER UPDATE OF handle, name ON identity
    WHEN old.handle <> new.handle OR old.name <> new.name BEGIN
    INSERT INTO identity_words (identity_words, rowid, handle, name)
        VALUES ('delete', old.id, old.handle, old.name);
    INSERT INTO identity_words (rowid, handle, name) VALUES (new.id, new.handle, new.name);
END
-- next
INSERT INTO identity_words (identity_words) VALUES ('rebuild')
