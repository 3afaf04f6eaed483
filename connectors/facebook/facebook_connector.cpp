#include "connectors/facebook/facebook_connector.h"

#include "app/core/async.h"
#include "connectors/facebook/graph_ids.h"
#include "connectors/facebook/graph_search.h"
#include "connectors/facebook/graph_session.h"
#include "connectors/facebook/graph_walk.h"

#include <QJsonDocument>

#include <array>

namespace fw {

namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace fw::facebook;

constexpr int kMessageLimit = 2000;
constexpr milliseconds kMessageWindow = 24h;
constexpr milliseconds kHumanAgentWindow = 24h * 7;
constexpr milliseconds kPrivateReplyWindow = 24h * 7;
constexpr milliseconds kMentionsEvery = 2min; // most of them are on the feed, too
constexpr milliseconds kOwnEvery = 15min;     // only what we wrote ourselves

struct Ability {
    Feature feature;
    Operation operation;
};
constexpr std::array kAbilities = {
    Ability{Feature::ReadMentions, Operation::ReadMentions},
    Ability{Feature::ReadComments, Operation::ReadComments},
    Ability{Feature::ReadMessages, Operation::ReadMessages},
    Ability{Feature::ReplyPublic, Operation::Reply},
    Ability{Feature::ReplyPrivate, Operation::PrivateReply},
    Ability{Feature::SendMessage, Operation::DirectMessage},
    Ability{Feature::Hide, Operation::Hide},
    Ability{Feature::Like, Operation::Like},
    Ability{Feature::Remove, Operation::Remove},
};

Capability capabilityOf(const Ability &ability, const Session &session)
{
    const QString whyNot = session.settings().off.contains(ability.feature) ? u"off"_s
        : session.isForbidden(ability.operation)                            ? u"permission"_s
                                                                            : QString();
    return {.feature = ability.feature, .isOn = whyNot.isEmpty(), .whyNot = whyNot};
}

Outcome notSent(const Error &error)
{
    return {.kind = OutcomeKind::NotCarriedOut, .error = error};
}

Outcome refused(ErrorCode code, const QString &detail)
{
    return {.kind = OutcomeKind::Rejected, .error = {.code = code, .detail = detail}};
}

/// Whether the person's last action is longer ago than `window`.
bool isOver(const Outgoing &reply, milliseconds window, const Session &session)
{
    return reply.personActedAt && session.now() - *reply.personActedAt >= window;
}

/// Why a message must not leave, without asking the network.
std::optional<Outcome> refusalOf(const Outgoing &reply, const Session &session)
{
    if (reply.operation == Operation::PrivateReply && isOver(reply, kPrivateReplyWindow, session)) {
        return refused(ErrorCode::WindowClosed, u"a comment is answered privately within 7 days"_s);
    }
    if (reply.operation != Operation::DirectMessage) {
        return std::nullopt;
    }
    // A stand-in for an author the network does not tell has a colon.
    if (idIn(reply.recipientRemoteId).isEmpty() || reply.recipientRemoteId.contains(u':')) {
        return refused(ErrorCode::PersonUnreachable, u"the network does not tell who wrote this"_s);
    }
    if (isOver(reply, kHumanAgentWindow, session)) {
        return refused(ErrorCode::WindowClosed, u"the person's last message is more than 7 days old"_s);
    }
    if (isOver(reply, kMessageWindow, session) && !session.settings().isHumanAgentGranted) {
        return refused(ErrorCode::WindowClosed,
            u"the person's last message is more than 24 hours old, and the feature Human Agent was not granted to the app"_s);
    }
    return std::nullopt;
}

/// POST /{page}/messages. Source: reference of the Send API; Messenger Platform policy.
QByteArray messageBody(const Outgoing &reply, const Session &session)
{
    const bool isPrivateReply = reply.operation == Operation::PrivateReply;
    const QJsonObject recipient = isPrivateReply
        ? QJsonObject{{u"comment_id"_s, plainId(reply.parentRemoteId)}}
        : QJsonObject{{u"id"_s, reply.recipientRemoteId}};
    QJsonObject body{{u"recipient"_s, recipient}, {u"messaging_type"_s, u"RESPONSE"_s},
        {u"message"_s, QJsonObject{{u"text"_s, reply.body}}}};
    if (!isPrivateReply && isOver(reply, kMessageWindow, session)) {
        body.insert(u"messaging_type"_s, u"MESSAGE_TAG"_s);
        body.insert(u"tag"_s, u"HUMAN_AGENT"_s);
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

Deed deedOf(const Outgoing &reply, const Session &session)
{
    Deed deed{.context = {.operation = reply.operation, .sent = reply.body}};
    if (reply.operation == Operation::Reply) {
        deed.path = targetOf(reply) + u"/comments"_s;
        deed.form = {{u"message"_s, reply.body}};
        deed.idMember = u"id"_s;
    } else {
        const QString page = session.account().remoteId;
        deed.path = (page.isEmpty() ? u"me"_s : page) + u"/messages"_s;
        deed.json = messageBody(reply, session);
        deed.idMember = u"message_id"_s;
    }
    return deed;
}

Deed deedOf(Moderation what, const QString &id)
{
    Deed deed{.path = id, .target = id, .context = {.operation = operationOf(what)}};
    switch (what) {
    case Moderation::Hide:
    case Moderation::Unhide:
        deed.form = {{u"is_hidden"_s, what == Moderation::Hide ? u"true"_s : u"false"_s}};
        break;
    case Moderation::Like:
    case Moderation::Unlike:
        deed.path += u"/likes"_s;
        deed.method = what == Moderation::Like ? "POST" : "DELETE";
        break;
    case Moderation::Remove:
        deed.method = "DELETE";
        break;
    }
    return deed;
}

class FacebookConnector final : public Connector
{
public:
    FacebookConnector(
        const Account &account, TokenSource token, TokenSource appSecret, const Clock &clock, RawSink rawSink)
        : m_session(std::make_shared<Session>(account, std::move(token), clock, std::move(appSecret)))
    {
        m_session->showAnswersTo(std::move(rawSink));
    }

    [[nodiscard]] Capabilities capabilities() const override
    {
        Capabilities can{.messageLimit = kMessageLimit,
            .messageWindow = kMessageWindow,
            .humanAgentWindow = m_session->settings().isHumanAgentGranted ? kHumanAgentWindow : 0ms,
            .privateReplyWindow = kPrivateReplyWindow};
        for (const Ability &ability : kAbilities) {
            can.table.append(capabilityOf(ability, *m_session));
        }
        return can;
    }

    [[nodiscard]] QList<Stream> streams() const override
    {
        const QList<Stream> all = {{.name = QString(kComments), .operation = Operation::ReadComments},
            {.name = QString(kMessages), .operation = Operation::ReadMessages},
            {.name = QString(kMentions), .operation = Operation::ReadMentions, .every = kMentionsEvery},
            {.name = QString(kOwn), .operation = Operation::ReadOwn, .every = kOwnEvery}};
        QList<Stream> open;
        for (const Stream &stream : all) {
            if (isOn(stream.operation)) {
                open.append(stream);
            }
        }
        return open;
    }

    [[nodiscard]] QFuture<Answer<Profile>> identify() override { return m_session->identify(); }

    [[nodiscard]] QFuture<Answer<PostPage>> fetch(const Cursor &from) override
    {
        return fetchPage(m_session, from);
    }

    [[nodiscard]] QFuture<Answer<QList<Post>>> lookUp(const QStringList &remoteIds) override
    {
        Q_ASSERT(remoteIds.size() <= 1);
        return lookUpPost(m_session, remoteIds.value(0));
    }

    [[nodiscard]] QFuture<Outcome> send(const Outgoing &reply) override
    {
        if (idIn(plainId(reply.parentRemoteId)).isEmpty() && reply.operation != Operation::DirectMessage) {
            return ready(
                notSent({.code = ErrorCode::NotOffered, .detail = u"what is to be answered has no id"_s}));
        }
        if (const auto refusal = refusalOf(reply, *m_session)) {
            return ready(*refusal);
        }
        return m_session->write(deedOf(reply, *m_session));
    }

    [[nodiscard]] QFuture<Answer<QList<Post>>> findSent(const Outgoing &reply, Instant since) override
    {
        return searchSent(m_session, reply, since);
    }

    [[nodiscard]] QFuture<Outcome> moderate(Moderation what, const QString &remoteId) override
    {
        const QString id = idIn(plainId(remoteId));
        if (id.isEmpty()) {
            return ready(
                notSent({.code = ErrorCode::NotOffered, .detail = u"that is no id of this network"_s}));
        }
        return m_session->write(deedOf(what, id));
    }

private:
    [[nodiscard]] bool isOn(Operation operation) const
    {
        for (const Ability &ability : kAbilities) {
            if (ability.operation == operation) {
                return capabilityOf(ability, *m_session).isOn;
            }
        }
        return !m_session->isForbidden(operation);
    }

    std::shared_ptr<Session> m_session; // shared for the sake of weak_ptr; nobody else keeps it
};
} // namespace

std::unique_ptr<Connector> makeFacebookConnector(
    const Account &account, TokenSource token, const Clock &clock, RawSink rawSink, TokenSource appSecret)
{
    return std::make_unique<FacebookConnector>(
        account, std::move(token), std::move(appSecret), clock, std::move(rawSink));
}

} // namespace fw
