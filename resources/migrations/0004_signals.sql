ALTER TABLE message ADD COLUMN signal TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE conversation ADD COLUMN signal TEXT NOT NULL DEFAULT ''
-- next
CREATE INDEX reply_not_summoned ON reply (account_id, parent_id) WHERE state = 'rejected' AND reason = 'not-summoned'
