#pragma once

#include "app/core/error.h"
#include "connectors/pinterest/pinterest_time.h"

#include <QJsonObject>
#include <QMap>

namespace fw::pinterest {

enum class BodyFormat { Form, Json };

/// One call of a partner's interface. Placeholders in path, query and body: {subject} {pin} {comment} {root} {text}.
struct Endpoint {
    QByteArray method = "GET";
    QString path = {}; // under the profile's base URL
    QMap<QString, QString> query = {};
    QMap<QString, QString> body = {};
    BodyFormat format = BodyFormat::Json;
    QString items = QStringLiteral("/items");       // where an answer has its list
    QString bookmark = QStringLiteral("/bookmark"); // where it has the next page's token
    QString bookmarkParameter = QStringLiteral("bookmark");

    [[nodiscard]] bool uses(const QString &placeholder) const; // "{pin}"
};

/// Where the members of a comment are: JSON pointers, empty when the interface has no such member.
struct CommentFields {
    QString id = QStringLiteral("/id");
    QString text = QStringLiteral("/text");
    QString createdAt = QStringLiteral("/created_at");
    QString edited = QStringLiteral("/is_edited"); // true or false, or the time of the last edit
    QString authorId = QStringLiteral("/user/id");
    QString authorHandle = QStringLiteral("/user/username");
    QString authorName = QStringLiteral("/user/full_name");
    QString replies = QStringLiteral("/comment_count"); // how many replies it has
    QString pin = QStringLiteral("/pin/id");
    QString subject = {}; // what {subject} stands for
    QString parent = {};  // the comment it answers
};

/// A partner's comment interface as configuration. Source of the defaults: what the published description of the API v5 still has of it (a
/// parameter `feed_type`, tags `aggregated_comments` and `aggregated_pin_data`); the contract itself is not public.
struct PartnerProfile {
    QString baseUrl = {};                    // absolute, or a path on the account's own server
    QString subject = QStringLiteral("/id"); // in a pin of the public API: what {subject} stands for
    CommentFields comment = {};
    Endpoint listComments = {};
    std::optional<Endpoint> listReplies = {};
    std::optional<Endpoint> getComment = {};
    std::optional<Endpoint> createReply = {};
    std::optional<Endpoint> removeComment = {};
    QString created = QStringLiteral("/id"); // in the answer of createReply
    TimeFormat time = TimeFormat::Iso;
    int textLimit = 500;
    int backfillDays = 30;                             // older comments are left alone
    QString readCategory = QStringLiteral("org_read"); // whose rate limits the calls count against
    QString writeCategory = QStringLiteral("org_write");
};

/// `settings["partner"]`, checked. Errors: Usage, naming the key and what would be right. Keys: docs/pinterest.md.
[[nodiscard]] Result<PartnerProfile> readPartnerProfile(const QJsonObject &json);

} // namespace fw::pinterest
