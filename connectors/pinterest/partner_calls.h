#pragma once

#include "app/network/connector.h"
#include "connectors/http/http_types.h"
#include "connectors/pinterest/partner_profile.h"
#include "connectors/pinterest/pinterest_parse.h"

namespace fw::pinterest {

/// Where a comment stands: what the placeholders of a profile stand for.
struct Place {
    QString comment = {};
    QString root = {}; // the comment at the top; the comment itself when it is there
    QString pin = {};
    QString subject = {};
    bool operator==(const Place &) const = default;
};

/// A comment as the partner's interface tells it.
struct Comment {
    QString id = {};
    QString text = {};
    QString authorId = {};
    QString authorHandle = {};
    QString authorName = {};
    QString parent = {};  // as told; empty: at the top, or not told
    QString pin = {};     // as told
    QString subject = {}; // as told
    Instant createdAt = {};
    bool isDated = true; // false: no time was told and createdAt is that of the answer
    std::optional<Instant> editedAt
        = {}; // the time of the last edit, or createdAt when only the fact is told
    std::optional<qint64> replies = {};
};

/// The address of one call; `bookmark` empty: the first page. Path and query carry what their placeholders stand for, encoded.
[[nodiscard]] QUrl partnerUrl(const Account &account, const PartnerProfile &profile, const Endpoint &endpoint,
    const Place &place, const QString &bookmark = {});
/// A write, without the token.
[[nodiscard]] HttpRequest partnerWrite(const Account &account, const PartnerProfile &profile,
    const Endpoint &endpoint, const Place &place, const QString &text);

/// A page of comments or replies. Errors: MalformedAnswer.
[[nodiscard]] Result<List<Comment>> readComments(
    const QByteArray &body, const PartnerProfile &profile, const Endpoint &endpoint, Instant serverTime);
/// The answer of getComment. Errors: MalformedAnswer.
[[nodiscard]] Result<Comment> readComment(
    const QByteArray &body, const PartnerProfile &profile, Instant serverTime);

/// The place of a comment that was asked for by its id.
[[nodiscard]] Place placeOf(const Comment &comment);
/// `comment` stands at `place`; written by the account itself when id or name say so.
[[nodiscard]] Post toPost(
    const Comment &comment, const Place &place, const Account &account, const PartnerProfile &profile);
/// The comment's id in Post::versionId, which has the time of the last edit behind a #.
[[nodiscard]] QString commentIn(const QString &versionId);

} // namespace fw::pinterest
