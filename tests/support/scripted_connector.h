#pragma once

#include "app/core/async.h"
#include "app/network/connector.h"

#include <deque>

namespace fw::test {

/// A network that answers what it was told to, in order, and remembers what it was asked. Thread: the test's.
class ScriptedConnector final : public Connector
{
public:
    Capabilities can = {};
    QList<Stream> walked = {};
    QHash<QString, std::deque<Answer<PostPage>>> pages = {}; // by stream; an empty page when there is no more
    QHash<QString, Post> posts = {};                         // what lookUp finds
    QList<Cursor> fetched = {};
    QStringList lookedUp = {};
    std::optional<Error> lookUpError = {}; // with an answer of status 429

    [[nodiscard]] Capabilities capabilities() const override { return can; }
    [[nodiscard]] QList<Stream> streams() const override { return walked; }
    [[nodiscard]] QFuture<Answer<Profile>> identify() override
    {
        return ready(Answer<Profile>{.result = Profile{.remoteId = QStringLiteral("1")}});
    }
    [[nodiscard]] QFuture<Answer<PostPage>> fetch(const Cursor &from) override
    {
        fetched.append(from);
        auto &next = pages[from.stream];
        if (next.empty()) {
            return ready(Answer<PostPage>{.result = PostPage{}});
        }
        auto answer = next.front();
        next.pop_front();
        return ready(std::move(answer));
    }
    [[nodiscard]] QFuture<Answer<QList<Post>>> lookUp(const QStringList &remoteIds) override
    {
        lookedUp += remoteIds;
        if (lookUpError) {
            return ready(Answer<QList<Post>>{.result = Failure(*lookUpError), .facts = {.httpStatus = 429}});
        }
        QList<Post> found;
        for (const QString &id : remoteIds) {
            if (posts.contains(id)) {
                found.append(posts.value(id));
            }
        }
        return ready(Answer<QList<Post>>{.result = found});
    }
    [[nodiscard]] QFuture<Outcome> send(const Outgoing &) override { return ready(Outcome{}); }
    [[nodiscard]] QFuture<Answer<QList<Post>>> findSent(const Outgoing &, Instant) override
    {
        return ready(Answer<QList<Post>>{.result = QList<Post>()});
    }
    [[nodiscard]] QFuture<Outcome> moderate(Moderation, const QString &) override { return ready(Outcome{}); }
};

} // namespace fw::test
