#pragma once

#include "app/network/connector.h"

#include <QUrl>

namespace fw::twitter {

/// The names the network is asked with. It renamed most of them in the summer of 2026 and nobody says when the wire follows.
enum class Vocabulary { Tweet, Post };

[[nodiscard]] Vocabulary vocabularyOf(
    const Account &account); // settings["selector"]; "tweet" unless it says "post"
[[nodiscard]] Vocabulary otherThan(Vocabulary vocabulary);

[[nodiscard]] QUrl meUrl(const Account &account);

/// A page of `from.stream` ("mentions" or "own"), newest first: at most 100 posts newer than from.watermark. Mentions come with what they answer
/// and quote.
[[nodiscard]] QUrl timelineUrl(const Account &account, const Cursor &from, Vocabulary vocabulary);
[[nodiscard]] QUrl postsUrl(const Account &account, const QStringList &ids, Vocabulary vocabulary);

/// Whose direct messages: of one thread, of one person, or of everybody when both are empty.
struct MessagePlace {
    QString thread = {};
    QString person = {};
};
/// A page of direct messages, newest first, at most 100.
[[nodiscard]] QUrl messagesUrl(
    const Account &account, const MessagePlace &place, const QString &pageToken, Vocabulary vocabulary);

[[nodiscard]] QUrl newPostUrl(const Account &account); // POST
/// POST. Either member of `place` must be set; the thread is preferred.
[[nodiscard]] QUrl newMessageUrl(const Account &account, const MessagePlace &place);
[[nodiscard]] QUrl postUrl(const Account &account, const QString &id);   // DELETE
[[nodiscard]] QUrl hiddenUrl(const Account &account, const QString &id); // PUT
[[nodiscard]] QUrl likesUrl(const Account &account);                     // POST
[[nodiscard]] QUrl likeUrl(const Account &account, const QString &id);   // DELETE

} // namespace fw::twitter
