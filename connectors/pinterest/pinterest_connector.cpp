#include "connectors/pinterest/pinterest_connector.h"

#include "app/core/async.h"
#include "connectors/pinterest/partner_lane.h"
#include "connectors/pinterest/pinterest_errors.h"
#include "connectors/pinterest/pinterest_query.h"

namespace fw {

namespace {
using namespace Qt::StringLiterals;
using namespace fw::pinterest;

QFuture<Answer<Profile>> identifySession(const std::shared_ptr<Session> &session)
{
    return session->read(accountUrl(session->account))
        .then([shared = Shared(session)](const HttpAnswer &answer) {
            const auto alive = shared.lock();
            if (!alive) {
                return Answer<Profile>{};
            }
            Answer<Profile> known{.facts = alive->facts(answer, u"org_read"_s)};
            if (const auto error = errorOfRead(answer, known.facts)) {
                known.result = Failure(*error);
                return known;
            }
            known.result = readAccount(answer.body).map([&known, &alive](const AccountAnswer &told) {
                known.facts.audience = told.followers;
                alive->account.remoteId = told.profile.remoteId;
                alive->account.handle = told.profile.handle;
                return told.profile;
            });
            return known;
        });
}

/// What the answer to `step` brings.
Answer<PostPage> pageIn(const HttpAnswer &answer, const Step &step, StreamWalk &walk, const Session &session)
{
    Answer<PostPage> read{.facts = session.facts(answer, step.category)};
    const Instant asOf = session.timeOf(answer);
    const auto error = errorOfRead(answer, read.facts);
    if (error && !(isAboutOneThing(*error) && walk.mayGoOn())) {
        read.result = Failure(*error);
        return read;
    }
    const Result<Taken> taken = error ? Result<Taken>(walk.passOver(asOf)) : walk.take(answer.body, asOf);
    read.result = taken.map([](const Taken &found) { return found.page; });
    if (taken) {
        read.facts.audience = taken->audience;
    }
    return read;
}

QFuture<Answer<PostPage>> readStream(const std::shared_ptr<Session> &session, const Cursor &from)
{
    StreamWalk *walk = session->walkOf(from.stream);
    if (walk == nullptr) {
        return ready(
            Answer<PostPage>{.result = Failure({.code = ErrorCode::Usage,
                                 .detail = u"no stream \"%1\" on this account"_s.arg(from.stream)})});
    }
    const Step step = walk->next(from, session->now());
    return session->read(step.url).then(
        [shared = Shared(session), step, stream = from.stream](const HttpAnswer &answer) {
            const auto alive = shared.lock();
            return alive ? pageIn(answer, step, *alive->walkOf(stream), *alive) : Answer<PostPage>{};
        });
}

Outcome notSent(ErrorCode code, const QString &detail)
{
    return {.kind = OutcomeKind::NotCarriedOut, .error = {.code = code, .detail = detail}};
}

const QString kNoContract = u"Pinterest lets comments be read and answered only under a partner's contract; "
                            "docs/pinterest.md says how to describe it"_s;

class PinterestConnector final : public Connector
{
public:
    PinterestConnector(const Account &account, TokenSource token, const Clock &clock, RawSink rawSink)
        : m_session(std::make_shared<Session>(account, std::move(token), clock))
    {
        m_session->http.setRawSink(std::move(rawSink));
    }

    [[nodiscard]] Capabilities capabilities() const override
    {
        const auto &partner = m_session->settings.partner;
        const bool hasComments = m_session->walkOf(QString::fromLatin1(kPartnerComments)) != nullptr;
        const bool hasRadars = m_session->walks.size() > (hasComments ? 1 : 0);
        const auto row = [](Feature feature, bool isOn, const QString &whyNot) {
            return Capability{.feature = feature, .isOn = isOn, .whyNot = isOn ? QString() : whyNot};
        };
        return {.table = {row(Feature::ReadComments, hasComments, partner ? u"off"_s : u"contract"_s),
                    row(Feature::ReadSignals, hasRadars, u"off"_s),
                    row(Feature::ReplyPublic, partner && partner->createReply, u"contract"_s),
                    row(Feature::Remove, partner && partner->removeComment, u"contract"_s)},
            .replyLimit = partner && partner->createReply ? partner->textLimit : 0};
    }

    [[nodiscard]] QList<Stream> streams() const override
    {
        QList<Stream> streams;
        for (const auto &walk : m_session->walks) {
            streams.append(walk->stream());
        }
        return streams;
    }

    [[nodiscard]] QFuture<Answer<Profile>> identify() override { return identifySession(m_session); }

    [[nodiscard]] QFuture<Answer<PostPage>> fetch(const Cursor &from) override
    {
        return readStream(m_session, from);
    }

    [[nodiscard]] QFuture<Answer<QList<Post>>> lookUp(const QStringList &remoteIds) override
    {
        const auto &partner = m_session->settings.partner;
        Q_ASSERT(remoteIds.size() <= 1);
        return partner && partner->getComment
            ? lookUpComment(m_session, remoteIds.value(0))
            : ready(Answer<QList<Post>>{
                .result = Failure({.code = ErrorCode::NotOffered, .detail = kNoContract})});
    }

    [[nodiscard]] QFuture<Outcome> send(const Outgoing &reply) override
    {
        const auto &partner = m_session->settings.partner;
        if (!partner || !partner->createReply) {
            return ready(notSent(ErrorCode::NotOffered, kNoContract));
        }
        return reply.operation == Operation::Reply
            ? sendReply(m_session, reply)
            : ready(notSent(ErrorCode::NotOffered, u"Pinterest has no private messages for us"_s));
    }

    [[nodiscard]] QFuture<Answer<QList<Post>>> findSent(const Outgoing &reply, Instant since) override
    {
        const auto &partner = m_session->settings.partner;
        return partner && partner->listReplies
            ? findSentReply(m_session, reply, since)
            : ready(Answer<QList<Post>>{
                .result = Failure({.code = ErrorCode::NotOffered, .detail = kNoContract})});
    }

    [[nodiscard]] QFuture<Outcome> moderate(Moderation what, const QString &remoteId) override
    {
        const auto &partner = m_session->settings.partner;
        return what == Moderation::Remove && partner && partner->removeComment
            ? removeComment(m_session, remoteId)
            : ready(notSent(ErrorCode::NotOffered, u"not offered for this account on Pinterest"_s));
    }

private:
    std::shared_ptr<Session> m_session; // shared for the sake of weak_ptr; nobody else keeps it
};
} // namespace

std::unique_ptr<Connector> makePinterestConnector(
    const Account &account, TokenSource token, const Clock &clock, RawSink rawSink)
{
    return std::make_unique<PinterestConnector>(account, std::move(token), clock, std::move(rawSink));
}

} // namespace fw
