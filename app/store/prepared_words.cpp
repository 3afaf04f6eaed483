#include "app/store/prepared_words.h"

#include "app/store/account_store.h"
#include "app/store/conversation_store.h"
#include "app/store/roster_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
/// Empty in a language whose words are not here, so that the field stays visible.
QString timeOfDay(Instant now, const QString &language)
{
    static const QHash<QString, QStringList> words{{u"en"_s, {u"morning"_s, u"afternoon"_s, u"evening"_s}},
        {u"fr"_s, {u"matinée"_s, u"après-midi"_s, u"soirée"_s}}};
    const int hour = toDateTime(now).toLocalTime().time().hour();
    const int part = hour >= 4 && hour < 12 ? 0 : hour >= 12 && hour < 18 ? 1 : 2;
    return words.value(language.isEmpty() ? u"en"_s : language).value(part);
}

QString shownName(Network network)
{
    switch (network) {
    case Network::Twitter:
        return u"Twitter"_s;
    case Network::Facebook:
        return u"Facebook"_s;
    case Network::Pinterest:
        return u"Pinterest"_s;
    }
    return {};
}

Result<Conversation> conversationOf(Database &db, ConversationId id)
{
    const auto conversation = ConversationStore(db).byId(id);
    if (!conversation) {
        return Failure({.code = ErrorCode::NotFound, .detail = u"there is no such conversation"_s});
    }
    return *conversation;
}
} // namespace

WordsContext wordsContext(Database &db, const std::optional<Conversation> &conversation, const QString &agent)
{
    WordsContext context{.agent = agent};
    if (const auto entry = RosterStore(db).agent(agent)) {
        context.teams = entry->agent.teams;
    }
    if (conversation) {
        context.network = conversation->network;
        context.account = conversation->accountName;
    }
    return context;
}

FieldValues knownFields(Database &db, const FieldContext &context)
{
    const Conversation &conversation = context.conversation;
    const Account account = AccountStore(db).byId(conversation.account).value_or(Account{});
    const QString name = conversation.customer.name.trimmed();
    return {{u"customer.name"_s, name}, {u"customer.first_name"_s, name.section(u' ', 0, 0)},
        {u"customer.handle"_s, conversation.customer.handle}, {u"agent"_s, context.agent},
        {u"account"_s, account.handle.isEmpty() ? account.name : account.handle},
        {u"brand"_s, account.displayName}, {u"network"_s, shownName(conversation.network)},
        {u"time.of_day"_s, timeOfDay(db.now(), context.language)}};
}

Result<Filled> fillSavedReply(Database &db, const QList<FieldSource> &sources, const QString &name,
    ConversationId conversation, const QString &agent)
{
    SavedReplyStore words(db);
    const auto reply = words.byName(name);
    if (!reply) {
        return Failure(reply.error());
    }
    const auto there = conversationOf(db, conversation);
    if (!there) {
        return Failure(there.error());
    }
    if (!isOffered(*reply, wordsContext(db, *there, agent))) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"the saved reply \"%1\" is not for %2 in this conversation"_s.arg(name, agent)});
    }
    const FieldContext context{.conversation = *there,
        .agent = agent,
        .language = reply->scope.language,
        .fields = fieldsIn(reply->text)};
    FieldValues values;
    for (const FieldSource &source : sources) {
        values.insert(source(db, context));
    }
    words.used(name, agent);
    return fill(reply->text, values);
}

} // namespace fw
