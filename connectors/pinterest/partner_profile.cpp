#include "connectors/pinterest/partner_profile.h"

#include "connectors/pinterest/profile_reader.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

namespace fw::pinterest {

using namespace Qt::StringLiterals;

namespace {
const QStringList kPlaceholders{u"{comment}"_s, u"{pin}"_s, u"{root}"_s, u"{subject}"_s, u"{text}"_s};
const QStringList kTimes{u"iso"_s, u"unix"_s, u"unix-ms"_s, u"rfc2822"_s};
const QStringList kFormats{u"form"_s, u"json"_s};

void checkBaseUrl(ProfileReader &reader, const QString &baseUrl)
{
    if (baseUrl.isEmpty()) {
        return; // said already
    }
    const QUrl url(baseUrl, QUrl::StrictMode);
    const bool isPath = baseUrl.startsWith(u'/') && !baseUrl.startsWith("//"_L1);
    const bool isHere = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    const bool isSafe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isHere);
    if (!url.isValid() || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty()
        || (!isPath && (!isSafe || url.host().isEmpty()))) {
        reader.fail(u"base_url"_s,
            u"must be an https address like https://partner.example/v1, or a path like /partner/v1 on the "
            u"account's own "
            "server"_s);
    }
}

/// Only known placeholders, and only those that are known at the time of the call.
void checkPlaceholders(
    ProfileReader &reader, const QString &key, const QString &text, const QStringList &known)
{
    static const QRegularExpression placeholder(u"\\{[^}]*\\}?"_s);
    for (auto matches = placeholder.globalMatch(text); matches.hasNext();) {
        const QString found = matches.next().captured();
        if (!known.contains(found)) {
            reader.fail(key, u"%1 is not known here; there are %2"_s.arg(found, known.join(u", "_s)));
        }
    }
}

struct Shape {
    QStringList methods = {u"GET"_s};
    QStringList placeholders = {};
    bool isList = false;
    bool hasBody = false;
};

Endpoint readEndpoint(ProfileReader reader, const Shape &shape)
{
    QStringList keys{u"method"_s, u"path"_s, u"query"_s};
    keys += shape.isList ? QStringList{u"items"_s, u"bookmark"_s, u"bookmark_parameter"_s} : QStringList();
    keys += shape.hasBody ? QStringList{u"body"_s, u"format"_s} : QStringList();
    reader.allow(keys);
    Endpoint endpoint;
    endpoint.method = reader.choice(u"method"_s, shape.methods, shape.methods.constFirst()).toLatin1();
    endpoint.path = reader.requiredText(u"path"_s);
    if (!endpoint.path.isEmpty() && (!endpoint.path.startsWith(u'/') || endpoint.path.contains(u'?'))) {
        reader.fail(u"path"_s, u"must begin with / and have no ?; parameters go into \"query\""_s);
    }
    QStringList inPath = shape.placeholders;
    inPath.removeOne(u"{text}"_s);
    checkPlaceholders(reader, u"path"_s, endpoint.path, inPath);
    endpoint.query = reader.texts(u"query"_s);
    for (const QString &value : std::as_const(endpoint.query)) {
        checkPlaceholders(reader, u"query"_s, value, inPath);
    }
    endpoint.body = reader.texts(u"body"_s);
    for (const QString &value : std::as_const(endpoint.body)) {
        checkPlaceholders(reader, u"body"_s, value, shape.placeholders);
    }
    const QString format = reader.choice(u"format"_s, kFormats, u"json"_s);
    endpoint.format = format == "form"_L1 ? BodyFormat::Form : BodyFormat::Json;
    endpoint.items = reader.pointer(u"items"_s, endpoint.items);
    endpoint.bookmark = reader.pointer(u"bookmark"_s, endpoint.bookmark);
    endpoint.bookmarkParameter = reader.text(u"bookmark_parameter"_s, endpoint.bookmarkParameter);
    return endpoint;
}

std::optional<Endpoint> readOptional(ProfileReader &reader, const QString &key, const Shape &shape)
{
    return reader.has(key) ? std::optional(readEndpoint(reader.object(key), shape)) : std::nullopt;
}

CommentFields readFields(ProfileReader reader)
{
    reader.allow({u"id"_s, u"text"_s, u"created_at"_s, u"edited"_s, u"author_id"_s, u"author_handle"_s,
        u"author_name"_s, u"replies"_s, u"pin"_s, u"subject"_s, u"parent"_s});
    CommentFields fields;
    fields.id = reader.pointer(u"id"_s, fields.id);
    fields.text = reader.pointer(u"text"_s, fields.text);
    fields.createdAt = reader.pointer(u"created_at"_s, fields.createdAt);
    fields.edited = reader.pointer(u"edited"_s, fields.edited);
    fields.authorId = reader.pointer(u"author_id"_s, fields.authorId);
    fields.authorHandle = reader.pointer(u"author_handle"_s, fields.authorHandle);
    fields.authorName = reader.pointer(u"author_name"_s, fields.authorName);
    fields.replies = reader.pointer(u"replies"_s, fields.replies);
    fields.pin = reader.pointer(u"pin"_s, fields.pin);
    fields.subject = reader.pointer(u"subject"_s, fields.subject);
    fields.parent = reader.pointer(u"parent"_s, fields.parent);
    for (const auto &[key, pointer] : {std::pair(u"id"_s, fields.id), std::pair(u"text"_s, fields.text),
             std::pair(u"created_at"_s, fields.createdAt)}) {
        if (pointer.isEmpty()) {
            reader.fail(key, u"must not be empty: a comment cannot be read without it"_s);
        }
    }
    return fields;
}

/// A reply whose answer was lost is looked for; without a way to look, nobody would ever know whether it is there.
void checkReply(ProfileReader &reader, const PartnerProfile &profile)
{
    const Endpoint &reply = *profile.createReply;
    const bool hasText = std::any_of(reply.body.begin(), reply.body.end(),
        [](const QString &value) { return value.contains("{text}"_L1); });
    if (!hasText) {
        reader.fail(u"create_reply.body"_s, u"must carry {text} in one of its members"_s);
    }
    if (!reply.uses(u"{comment}"_s) && !reply.uses(u"{root}"_s)) {
        reader.fail(u"create_reply"_s, u"must carry {comment} or {root}, the comment that is answered"_s);
    }
    if (!profile.listReplies) {
        reader.fail(u"list_replies"_s,
            u"is missing; create_reply needs it, to look for a reply whose answer was lost"_s);
    }
    const bool needsPlace = reply.uses(u"{pin}"_s) || reply.uses(u"{subject}"_s) || reply.uses(u"{root}"_s);
    if (needsPlace && !profile.getComment) {
        reader.fail(u"get_comment"_s,
            u"is missing; create_reply uses {pin}, {root} or {subject}, which after a restart are read from the comment"_s);
    }
    if (reply.uses(u"{pin}"_s) && profile.comment.pin.isEmpty()) {
        reader.fail(u"comment.pin"_s, u"must not be empty: create_reply uses {pin}"_s);
    }
    if (reply.uses(u"{subject}"_s) && profile.comment.subject.isEmpty() && profile.subject != "/id"_L1) {
        reader.fail(u"comment.subject"_s, u"must not be empty: create_reply uses {subject}"_s);
    }
}

void readEndpoints(ProfileReader &reader, PartnerProfile &profile)
{
    const QStringList place{u"{pin}"_s, u"{subject}"_s};
    const QStringList comment{u"{comment}"_s, u"{pin}"_s, u"{root}"_s, u"{subject}"_s};
    if (reader.has(u"list_comments"_s)) {
        profile.listComments
            = readEndpoint(reader.object(u"list_comments"_s), {.placeholders = place, .isList = true});
    } else {
        reader.fail(
            u"list_comments"_s, u"is missing: at least {\"path\": …} to list the comments of a pin"_s);
    }
    profile.listReplies = readOptional(reader, u"list_replies"_s, {.placeholders = comment, .isList = true});
    profile.getComment = readOptional(reader, u"get_comment"_s, {.placeholders = {u"{comment}"_s}});
    profile.createReply = readOptional(reader, u"create_reply"_s,
        {.methods = {u"POST"_s, u"PUT"_s}, .placeholders = kPlaceholders, .hasBody = true});
    profile.removeComment = readOptional(reader, u"delete_comment"_s,
        {.methods = {u"DELETE"_s, u"POST"_s}, .placeholders = {u"{comment}"_s}, .hasBody = true});
}
} // namespace

bool Endpoint::uses(const QString &placeholder) const
{
    const auto has = [&placeholder](const QString &text) { return text.contains(placeholder); };
    return has(path) || std::any_of(query.begin(), query.end(), has)
        || std::any_of(body.begin(), body.end(), has);
}

Result<PartnerProfile> readPartnerProfile(const QJsonObject &json)
{
    QString problem;
    ProfileReader reader(json, u"partner"_s, &problem);
    reader.allow({u"base_url"_s, u"subject"_s, u"comment"_s, u"list_comments"_s, u"list_replies"_s,
        u"get_comment"_s, u"create_reply"_s, u"delete_comment"_s, u"created"_s, u"time"_s, u"text_limit"_s,
        u"backfill_days"_s, u"read_category"_s, u"write_category"_s});
    PartnerProfile profile;
    profile.baseUrl = reader.requiredText(u"base_url"_s);
    checkBaseUrl(reader, profile.baseUrl);
    profile.subject = reader.pointer(u"subject"_s, profile.subject);
    profile.comment = readFields(reader.object(u"comment"_s));
    readEndpoints(reader, profile);
    profile.created = reader.pointer(u"created"_s, profile.created);
    profile.time
        = static_cast<TimeFormat>(kTimes.indexOf(reader.choice(u"time"_s, kTimes, kTimes.constFirst())));
    profile.textLimit = reader.whole(u"text_limit"_s, profile.textLimit, 1, 10'000);
    profile.backfillDays = reader.whole(u"backfill_days"_s, profile.backfillDays, 1, 3650);
    profile.readCategory = reader.text(u"read_category"_s, profile.readCategory);
    profile.writeCategory = reader.text(u"write_category"_s, profile.writeCategory);
    if (profile.createReply) {
        checkReply(reader, profile);
    }
    if (!problem.isEmpty()) {
        return Failure({.code = ErrorCode::Usage, .detail = problem});
    }
    return profile;
}

} // namespace fw::pinterest
