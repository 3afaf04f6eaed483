ALTER TABLE conversation ADD COLUMN episode_open INTEGER NOT NULL DEFAULT 0
-- next
UPDATE conversation SET episode_open = 1 WHERE EXISTS (SELECT 1 FROM message m
    WHERE m.conversation_id = conversation.id AND m.direction = 'inbound' AND (m.traits & 256) = 0
    AND m.id > coalesce(conversation.resolved_by, 0))
-- next
CREATE INDEX conversation_of_open_episode ON conversation (opened_at_ms, id) WHERE episode_open = 1
-- next
CREATE INDEX conversation_by_last_message ON conversation (last_message_at_ms, opened_at_ms, id)
-- next
CREATE INDEX reply_by_decision ON reply (decided_at_ms, conversation_id) WHERE state = 'accepted'
-- next
CREATE INDEX target_by_due ON target (due_at_ms, conversation_id) WHERE due_at_ms IS NOT NULL
-- next
CREATE INDEX journal_of_ends ON journal (at_ms, conversation_id)
    WHERE fact IN ('conversation-resolved', 'conversation-set-waiting-for-customer', 'message-removed')
-- next
CREATE INDEX relocation_from ON relocation (from_id)
