#include "connectors/twitter/twitter_connector.h"

#include "connectors/twitter/find_sent.h"
#include "connectors/twitter/twitter_capabilities.h"
#include "connectors/twitter/twitter_reads.h"
#include "connectors/twitter/twitter_writes.h"

namespace fw {

namespace {
using namespace Qt::StringLiterals;

// 15 calls in 15 minutes, and a page may not be the last one (docs.x.com/x-api/fundamentals/rate-limits).
constexpr milliseconds kMessagesEvery = std::chrono::seconds(90);

class TwitterConnector final : public Connector
{
public:
    TwitterConnector(const Account &account, TokenSource token, const Clock &clock, RawSink rawSink)
        : m_session(std::make_shared<twitter::Session>(account, std::move(token), clock))
    {
        m_session->http.setRawSink(std::move(rawSink));
    }

    [[nodiscard]] Capabilities capabilities() const override
    {
        return twitter::capabilitiesOf(m_session->account, m_session->mayReadMessages);
    }

    [[nodiscard]] QList<Stream> streams() const override
    {
        QList<Stream> streams{{.name = u"mentions"_s, .operation = Operation::ReadMentions},
            {.name = u"own"_s, .operation = Operation::ReadOwn}};
        if (capabilities().can(Feature::ReadMessages)) {
            streams.append(
                {.name = u"messages"_s, .operation = Operation::ReadMessages, .every = kMessagesEvery});
        }
        return streams;
    }

    [[nodiscard]] QFuture<Answer<Profile>> identify() override { return twitter::identify(m_session); }

    [[nodiscard]] QFuture<Answer<PostPage>> fetch(const Cursor &from) override
    {
        auto page = from.stream == "messages"_L1 ? twitter::readMessages(m_session, {}, from)
                                                 : twitter::readTimeline(m_session, from);
        return page.then(&twitter::toPostPage);
    }

    [[nodiscard]] QFuture<Answer<QList<Post>>> lookUp(const QStringList &remoteIds) override
    {
        return twitter::lookUpPosts(m_session, remoteIds);
    }

    [[nodiscard]] QFuture<Outcome> send(const Outgoing &reply) override
    {
        return twitter::send(m_session, reply);
    }

    [[nodiscard]] QFuture<Answer<QList<Post>>> findSent(const Outgoing &reply, Instant since) override
    {
        return twitter::findSent(m_session, reply, since);
    }

    [[nodiscard]] QFuture<Outcome> moderate(Moderation what, const QString &remoteId) override
    {
        return twitter::moderate(m_session, what, remoteId);
    }

private:
    twitter::SharedSession m_session; // shared for the sake of weak_ptr; nobody else keeps it
};
} // namespace

std::unique_ptr<Connector> makeTwitterConnector(
    const Account &account, TokenSource token, const Clock &clock, RawSink rawSink)
{
    return std::make_unique<TwitterConnector>(account, std::move(token), clock, std::move(rawSink));
}

} // namespace fw
