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

struct ReadPage {
    QList<ReadPost> posts = {}; // in the order of the answer
    QString nextPageToken = {};
    QString newestId = {};
    int unreadable = 0;
};

/// A page of a timeline in either vocabulary (`referenced_tweets` or `referenced_posts`, and so on). Every member but a post's id may be
/// absent or of a wrong type: it counts as not told. Errors: MalformedAnswer (with the offset), or what a page without posts complains of.
/// Source: docs.x.com/x-api/posts/timelines, OpenAPI 2.166 and 2.167.
[[nodiscard]] Result<ReadPage> readPage(const QByteArray &body, const Reading &reading);

/// The answer of GET /2/users/me. Errors: MalformedAnswer.
[[nodiscard]] Result<Profile> readProfile(const QByteArray &body);

/// The id of the new post in the answer of POST /2/tweets; empty when it cannot be read.
[[nodiscard]] QString readCreatedId(const QByteArray &body);

/// `&amp;` `&lt;` `&gt;` as the characters they stand for; the network escapes these three and no others.
[[nodiscard]] QString decodeEntities(const QString &text);

} // namespace fw::twitter
