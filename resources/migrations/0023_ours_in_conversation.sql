CREATE INDEX message_ours ON message (conversation_id, posted_at_ms) WHERE direction = 'outbound'
