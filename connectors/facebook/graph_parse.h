#pragma once

#include "app/network/connector.h"

#include <QByteArray>

namespace fw::facebook {

/// What is known before an answer is read.
struct Reading {
    Account account = {};    // whose Page it is
    Instant serverTime = {}; // stands in for a missing time
    QString above = {}; // the post or comment whose comments these are; the thread whose messages these are
    QString permalink = {}; // of a message: where its thread is
    bool isOurs = false;    // a post that names no author is ours
};

/// A post with comments below it, or a conversation with messages in it.
struct Branch {
    QString id = {};
    std::optional<Instant> changedAt = {};
    int count = -1; // of what is below; -1: not told
    QString permalink = {};
    /// Differs when something below it may have changed; empty: cannot be told.
    [[nodiscard]] QString stamp() const;
};

struct ReadPage {
    QList<Post> posts = {};      // in the order of the answer
    QList<Branch> branches = {}; // of a list of posts or conversations
    QList<Instant> times = {};   // what the list is ordered by, in the order of the answer
    QString next = {};           // query of the next page, e.g. "after=…"; empty: the last one
    int announced = 0;
    int unreadable = 0;
};

/// Whether nothing that is newer, or changed later, than `floor` follows: the page is in order, newest first, and ends before it.
[[nodiscard]] bool endsBefore(const ReadPage &page, Instant floor);

/// Pages of lists. Every member but an id may be absent or of a wrong type: it counts as not told. Entries without an id are counted.
/// `paging.next` repeats the token, so of it only the names of places are kept, never the address. Errors: MalformedAnswer.
/// Source: reference v25.0, /{page}/feed, /{page}/tagged, /{page}/ratings (Recommendation), /{object}/comments, /{page}/conversations, /{thread}/messages; paging:
/// developers.facebook.com/docs/graph-api/results.
[[nodiscard]] Result<ReadPage> readPosts(const QByteArray &body, const Reading &reading);
[[nodiscard]] Result<ReadPage> readRatings(const QByteArray &body, const Reading &reading);
[[nodiscard]] Result<ReadPage> readComments(const QByteArray &body, const Reading &reading);
[[nodiscard]] Result<ReadPage> readConversations(const QByteArray &body);
[[nodiscard]] Result<ReadPage> readMessages(const QByteArray &body, const Reading &reading);

/// Single objects. Errors: MalformedAnswer, also when there is no id.
[[nodiscard]] Result<Post> readPost(const QByteArray &body, const Reading &reading);
[[nodiscard]] Result<Post> readComment(const QByteArray &body, const Reading &reading);
[[nodiscard]] Result<Post> readMessage(const QByteArray &body, const Reading &reading);

/// The answer of /me, and how many follow the Page.
struct ReadProfile {
    Profile profile = {};
    std::optional<qint64> audience = {};
};
[[nodiscard]] Result<ReadProfile> readProfile(const QByteArray &body);

/// The id in a member of an object: {"name":{"id":…}}; empty when it is not told.
[[nodiscard]] QString idBelow(const QByteArray &body, const QString &name);

} // namespace fw::facebook
