#include "app/insight/replay.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPage = 2000;

std::optional<Instant> instantIn(const QJsonObject &detail, const QString &member)
{
    return instantFromIso(detail.value(member).toString());
}
} // namespace

void Replay::apply(const Fact &fact)
{
    const QJsonObject &detail = fact.detail;
    if (fact.fact == "conversation-state-changed"_L1) {
        PastConversation &conversation = m_queue[fact.conversation];
        conversation.state = detail.value(u"state"_s).toString();
        conversation.waitingSince = instantIn(detail, u"waiting_since"_s);
        if (conversation.state != "snoozed"_L1) {
            conversation.snoozedUntil.reset();
        }
    } else if (fact.fact == "conversation-snoozed"_L1) {
        m_queue[fact.conversation].snoozedUntil = instantIn(detail, u"until"_s);
    } else if (fact.fact == "conversation-assigned"_L1) {
        m_queue[fact.conversation].assignee = detail.value(u"to"_s).toString();
        m_queue[fact.conversation].team = detail.value(u"team"_s).toString();
    } else if (fact.fact == "class-changed"_L1) {
        m_queue[fact.conversation].workClass = detail.value(u"class"_s).toString();
    } else if (fact.fact == "tag-added"_L1) {
        QStringList &tags = m_queue[fact.conversation].tags;
        tags.append(detail.value(u"tag"_s).toString());
        tags.sort();
    } else if (fact.fact == "tag-removed"_L1) {
        m_queue[fact.conversation].tags.removeAll(detail.value(u"tag"_s).toString());
    }
}

QFuture<Result<std::map<ConversationId, PastConversation>>> queueAt(Store &store, Instant instant)
{
    return store.read([instant](Database &db) {
        Replay replay;
        JournalStore journal(db);
        FactId after;
        for (QList<Fact> facts = journal.after(after, kPage); !facts.isEmpty();
             facts = journal.after(after, kPage)) {
            for (const Fact &fact : std::as_const(facts)) {
                if (fact.at < instant) {
                    replay.apply(fact);
                }
            }
            after = facts.last().id;
        }
        return replay.conversations();
    });
}

} // namespace fw
