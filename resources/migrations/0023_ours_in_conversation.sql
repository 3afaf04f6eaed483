CREATE INDEX IF NOT EXISTS message_ours ON message (conversation_id, posted_at_ms) WHERE direction = 'outbound'
