#include "ui/desktop/shell/sources.h"

#include "app/store/message_store.h"
#include "app/store/search_store.h"

namespace fw::ui {

namespace {
constexpr int kPage = 50;

/// The newest page, and further ones until one of them holds a message that is already shown.
QList<Message> newest(Database &db, ConversationId conversation, const QSet<MessageId> &known)
{
    MessageStore store(db);
    QList<Message> all;
    for (;;) {
        const QList<Message> page
            = store.pageBefore(conversation, all.isEmpty() ? MessageId{} : all.last().id, kPage);
        all += page;
        const bool meets = known.isEmpty()
            || std::any_of(
                page.begin(), page.end(), [&](const Message &message) { return known.contains(message.id); });
        if (meets || page.size() < kPage) {
            return all;
        }
    }
}
} // namespace

QueueSource queueFrom(Store &store)
{
    return {.page =
                [&store](View view, std::optional<QueueKey> after, int limit) {
                    return store.read(
                        [=](Database &db) { return ConversationStore(db).page(view, after, limit); });
                },
        .byIds =
            [&store](QList<ConversationId> ids) {
                return store.read(
                    [ids = std::move(ids)](Database &db) { return ConversationStore(db).byIds(ids); });
            }};
}

ConversationSource conversationFrom(Store &store, Outbox &outbox)
{
    return {.older =
                [&store](ConversationId conversation, MessageId before, int limit) {
                    return store.read([=](Database &db) {
                        return MessageStore(db).pageBefore(conversation, before, limit);
                    });
                },
        .newer =
            [&store](ConversationId conversation, QSet<MessageId> known) {
                return store.read([conversation, known = std::move(known)](
                                      Database &db) { return newest(db, conversation, known); });
            },
        .replies = [&outbox](ConversationId conversation) { return outbox.ofConversation(conversation); }};
}

MessageSearch searchFrom(Store &store)
{
    return [&store](const SearchQuery &query) {
        return store.read(
            [query](Database &db) { return SearchStore(db).find(query, SearchOrder::Newest, {}, kPage); });
    };
}

} // namespace fw::ui
