#include "app/desk/notices/notices.h"

#include "app/store/assignment_store.h"
#include "app/store/conversation_store.h"
#include "app/store/message_store.h"
#include "app/store/reply_store.h"

#include <array>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
struct Rule {
    QLatin1String fact;
    NoticeKind kind;
};
constexpr std::array<Rule, 8> kRules{{{QLatin1String("message-stored"), NoticeKind::Urgent},
    {QLatin1String("target-warned"), NoticeKind::DueSoon},
    {QLatin1String("agent-mentioned"), NoticeKind::Mentioned},
    {QLatin1String("reply-rejected"), NoticeKind::NotSent},
    {QLatin1String("reply-held"), NoticeKind::NotSent}, {QLatin1String("reply-unknown"), NoticeKind::NotSent},
    {QLatin1String("reply-returned"), NoticeKind::Returned},
    {QLatin1String("claim-taken-over"), NoticeKind::TakenOver}}};

std::optional<NoticeKind> kindOf(const Fact &fact)
{
    for (const Rule &rule : kRules) {
        if (fact.fact == rule.fact) {
            return rule.kind;
        }
    }
    return {};
}

/// It waits, and nobody else has it.
bool isTheirs(Database &db, const Conversation &conversation, const QString &agent)
{
    const auto assignment = AssignmentStore(db).of(conversation.id);
    return conversation.state == ConversationState::Waiting
        && (!assignment || assignment->agent.isEmpty() || assignment->agent == agent);
}

bool isNewMessage(Database &db, const Fact &fact)
{
    const auto message = MessageStore(db).byId(fact.message);
    return message && message->direction == Direction::Inbound && !message->traits.testFlag(Trait::Context);
}

bool isReplyOf(Database &db, const Fact &fact, const QString &agent)
{
    const auto reply = ReplyStore(db).byId(fact.reply);
    return reply && reply->agent == agent;
}

bool concerns(
    Database &db, const Fact &fact, NoticeKind kind, const Conversation &conversation, const QString &agent)
{
    switch (kind) {
    case NoticeKind::Urgent:
        return conversation.workClass == ReplyClass::Urgent && isNewMessage(db, fact)
            && isTheirs(db, conversation, agent);
    case NoticeKind::DueSoon:
        return isTheirs(db, conversation, agent);
    case NoticeKind::Mentioned:
        return fact.detail.value(u"agent"_s).toString() == agent;
    case NoticeKind::NotSent:
    case NoticeKind::Returned:
        return isReplyOf(db, fact, agent);
    case NoticeKind::TakenOver:
        return fact.detail.value(u"from"_s).toString() == agent;
    }
    return false;
}
} // namespace

QList<NoticeKind> allNoticeKinds()
{
    return {NoticeKind::Urgent, NoticeKind::DueSoon, NoticeKind::Mentioned, NoticeKind::NotSent,
        NoticeKind::Returned, NoticeKind::TakenOver};
}

QString toString(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Urgent:
        return u"urgent"_s;
    case NoticeKind::DueSoon:
        return u"due-soon"_s;
    case NoticeKind::Mentioned:
        return u"mentioned"_s;
    case NoticeKind::NotSent:
        return u"not-sent"_s;
    case NoticeKind::Returned:
        return u"returned"_s;
    case NoticeKind::TakenOver:
        return u"taken-over"_s;
    }
    return {};
}

bool mayConcern(const Fact &fact)
{
    return kindOf(fact).has_value();
}

QList<DeskNotice> noticesOf(Database &db, const QList<Fact> &facts, const QString &agent)
{
    QList<DeskNotice> notices;
    for (const Fact &fact : facts) {
        const auto kind = kindOf(fact);
        const auto isOfIt = [&](const DeskNotice &one) {
            return one.kind == *kind && one.conversation == fact.conversation;
        };
        if (!kind || fact.agent == agent || std::any_of(notices.begin(), notices.end(), isOfIt)) {
            continue;
        }
        const auto conversation = ConversationStore(db).byId(fact.conversation);
        if (conversation && concerns(db, fact, *kind, *conversation, agent)) {
            const Identity &customer = conversation->customer;
            notices.append({.kind = *kind,
                .conversation = conversation->id,
                .customer = customer.name.isEmpty() ? customer.handle : customer.name,
                .by = fact.agent,
                .words = conversation->preview});
        }
    }
    return notices;
}

} // namespace fw
