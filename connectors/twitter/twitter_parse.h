#pragma once

#include "app/network/connector.h"

#include <QByteArray>

namespace fw::twitter {

/// What is known before an answer is read.
struct Reading {
    Account account = {};    // whose answer it is
    QString stream = {};     // "own": a post that names no author is ours
    Instant serverTime = {}; // stands in for a missing created_at
};

struct ReadPost {
    Post post = {};
    bool tellsReferences = false; // whether the answer said what the post refers to
};

/// What a page holds beside its posts.
struct PageNotes {
    QString nextPageToken = {};
    QString newestId = {};
    int announced = 0;
    int unreadable = 0;
    QStringList missing = {};  // parents that are not in the answer and that the network did not call gone
    QStringList included = {}; // ids of posts told beside those asked for: they are paid for, too
    QStringList people = {};   // ids of the people it describes
    std::optional<qint64> audience = {}; // followers of our account
};

/// Pages of posts and of direct messages alike.
struct ReadPage : PageNotes {
    QList<ReadPost> posts = {}; // in the order of the answer
    QList<Post> parents
        = {}; // what they answer, where the answer has it; those of others are marked as context
};

/// A page of a timeline, or posts by id, in either vocabulary (`referenced_tweets` or `referenced_posts`, and so on). Every member but a post's id may
/// be absent or of a wrong type: it counts as not told. A post addresses us when its author names us in the text or quotes a post of ours.
/// Errors: MalformedAnswer (with the offset), or what a page without posts complains of.
/// Source: docs.x.com/x-api/posts/timelines, OpenAPI 2.166 and 2.167; who may be answered: docs.x.com/changelog, 2026-02-23.
[[nodiscard]] Result<ReadPage> readPage(const QByteArray &body, const Reading &reading);

/// The answer of GET /2/users/me, and the followers it tells. Errors: MalformedAnswer.
struct ReadProfile {
    Profile profile = {};
    std::optional<qint64> audience = {};
};
[[nodiscard]] Result<ReadProfile> readProfile(const QByteArray &body);

/// The string or id under `data.<name>` of an answer to a write; empty when it cannot be read.
[[nodiscard]] QString readWrittenId(const QByteArray &body, const QString &name);
/// The boolean under `data.<name>`; nothing when it cannot be read.
[[nodiscard]] std::optional<bool> readWrittenFlag(const QByteArray &body, const QString &name);

/// Where to see a post in a browser.
[[nodiscard]] QString permalinkOf(const QString &handle, const QString &id);

} // namespace fw::twitter
