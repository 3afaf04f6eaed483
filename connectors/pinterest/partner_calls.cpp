#include "connectors/pinterest/partner_calls.h"

#include "connectors/http/form_body.h"
#include "connectors/http/json_answer.h"
#include "connectors/pinterest/json_pointer.h"
#include "connectors/pinterest/pinterest_query.h"

#include <QJsonDocument>

namespace fw::pinterest {

using namespace Qt::StringLiterals;

namespace {
/// In one go, so that a text which contains a placeholder is left alone.
template <typename Encode>
QString filledIn(const QString &pattern, const Place &place, const QString &text, Encode encode)
{
    const QList<QPair<QString, QString>> known{{u"{comment}"_s, place.comment}, {u"{root}"_s, place.root},
        {u"{pin}"_s, place.pin}, {u"{subject}"_s, place.subject}, {u"{text}"_s, text}};
    QString filled;
    for (qsizetype i = 0; i < pattern.size();) {
        const auto found = std::find_if(known.begin(), known.end(),
            [&pattern, i](const auto &entry) { return QStringView(pattern).mid(i).startsWith(entry.first); });
        if (found == known.end()) {
            filled += pattern.at(i++);
        } else {
            filled += encode(found->second);
            i += found->first.size();
        }
    }
    return filled;
}

QString asItIs(const QString &value)
{
    return value;
}

QString inPath(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

QByteArray bodyOf(const Endpoint &endpoint, const Place &place, const QString &text)
{
    QList<QPair<QString, QString>> fields;
    QJsonObject object;
    for (auto entry = endpoint.body.begin(); entry != endpoint.body.end(); ++entry) {
        const QString value = filledIn(entry.value(), place, text, &asItIs);
        fields.append({entry.key(), value});
        object.insert(entry.key(), value);
    }
    if (endpoint.body.isEmpty()) {
        return {};
    }
    return endpoint.format == BodyFormat::Form ? formBody(fields)
                                               : QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString told(JsonView value, const QString &pointer)
{
    return pointer.isEmpty() ? QString() : textAt(value, pointer);
}

std::optional<Instant> editIn(JsonView value, TimeFormat format, Instant createdAt)
{
    if (value.isBool()) {
        return value.toBool() ? std::optional(createdAt) : std::nullopt;
    }
    return instantIn(value, format);
}

Comment commentOf(JsonView value, const PartnerProfile &profile, Instant serverTime)
{
    const CommentFields &fields = profile.comment;
    Comment comment{.id = textAt(value, fields.id),
        .text = textAt(value, fields.text),
        .authorId = told(value, fields.authorId),
        .authorHandle = told(value, fields.authorHandle),
        .authorName = told(value, fields.authorName),
        .parent = told(value, fields.parent),
        .pin = told(value, fields.pin),
        .subject = told(value, fields.subject)};
    const auto createdAt = instantIn(valueAt(value, fields.createdAt), profile.time);
    comment.createdAt = createdAt.value_or(serverTime);
    comment.isDated = createdAt.has_value();
    if (!fields.edited.isEmpty()) {
        comment.editedAt = editIn(valueAt(value, fields.edited), profile.time, comment.createdAt);
    }
    if (!fields.replies.isEmpty()) {
        const qint64 replies = valueAt(value, fields.replies).toInteger(-1);
        comment.replies = replies >= 0 ? std::optional(replies) : std::nullopt;
    }
    if (profile.subject == "/id"_L1 && comment.subject.isEmpty()) {
        comment.subject = comment.pin;
    }
    return comment;
}

bool isByUs(const Comment &comment, const Account &account)
{
    const bool hasOurId = !comment.authorId.isEmpty() && comment.authorId == account.remoteId;
    const bool hasOurName = !comment.authorHandle.isEmpty()
        && comment.authorHandle.compare(account.handle, Qt::CaseInsensitive) == 0;
    return hasOurId || hasOurName;
}
} // namespace

QUrl partnerUrl(const Account &account, const PartnerProfile &profile, const Endpoint &endpoint,
    const Place &place, const QString &bookmark)
{
    QMap<QString, QString> query;
    for (auto entry = endpoint.query.begin(); entry != endpoint.query.end(); ++entry) {
        query.insert(entry.key(), filledIn(entry.value(), place, {}, &asItIs));
    }
    if (!bookmark.isEmpty()) {
        query.insert(endpoint.bookmarkParameter, bookmark);
    }
    const QString path = filledIn(endpoint.path, place, {}, &inPath);
    return profile.baseUrl.startsWith(u'/') ? urlUnder(account.baseUrl, profile.baseUrl + path, query)
                                            : urlUnder(profile.baseUrl, path, query);
}

HttpRequest partnerWrite(const Account &account, const PartnerProfile &profile, const Endpoint &endpoint,
    const Place &place, const QString &text)
{
    return {.method = endpoint.method,
        .url = partnerUrl(account, profile, endpoint, place),
        .body = bodyOf(endpoint, place, text),
        .contentType = endpoint.format == BodyFormat::Form ? kFormContentType : "application/json"};
}

Result<List<Comment>> readComments(
    const QByteArray &body, const PartnerProfile &profile, const Endpoint &endpoint, Instant serverTime)
{
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    if (!answer) {
        return Failure(answer.error());
    }
    const JsonView items = valueAt(answer->root(), endpoint.items);
    if (!items.isList()) {
        return Failure(
            {.code = ErrorCode::MalformedAnswer, .detail = u"%1 is not a list"_s.arg(endpoint.items)});
    }
    List<Comment> list{
        .bookmark = textAt(answer->root(), endpoint.bookmark).trimmed(), .announced = int(items.size())};
    for (const JsonView entry : items) {
        Comment comment = commentOf(entry, profile, serverTime);
        if (comment.id.isEmpty()) {
            ++list.unreadable;
        } else {
            list.entries.append(std::move(comment));
        }
    }
    return list;
}

Result<Comment> readComment(const QByteArray &body, const PartnerProfile &profile, Instant serverTime)
{
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    if (!answer) {
        return Failure(answer.error());
    }
    const Comment comment = commentOf(answer->root(), profile, serverTime);
    if (comment.id.isEmpty()) {
        return Failure({.code = ErrorCode::MalformedAnswer, .detail = u"the answer names no comment"_s});
    }
    return comment;
}

Place placeOf(const Comment &comment)
{
    return {.comment = comment.id,
        .root = comment.parent.isEmpty() ? comment.id : comment.parent,
        .pin = comment.pin,
        .subject = comment.subject};
}

Post toPost(const Comment &comment, const Place &place, const Account &account, const PartnerProfile &profile)
{
    const bool isOurs = isByUs(comment, account);
    const bool isTop = place.root == comment.id;
    const bool isKnown = !comment.authorId.isEmpty() || !comment.authorHandle.isEmpty();
    Identity author{.network = Network::Pinterest,
        .remoteId = comment.authorId.isEmpty() && isKnown ? u"@"_s + comment.authorHandle : comment.authorId,
        .handle = comment.authorHandle,
        .name = comment.authorName.isEmpty() ? comment.authorHandle : comment.authorName};
    if (isOurs) {
        author.remoteId = account.remoteId;
    }
    const QString parent
        = comment.parent.isEmpty() || comment.parent == comment.id ? place.root : comment.parent;
    Traits traits = isOurs ? Traits() : Traits(Trait::AddressesUs);
    traits.setFlag(Trait::CanRemove, profile.removeComment.has_value());
    return {.author = author,
        .isAuthorAvailable = isOurs || isKnown,
        .remoteId = comment.id,
        .versionId = comment.editedAt ? u"%1#%2"_s.arg(comment.id).arg(toMs(*comment.editedAt)) : comment.id,
        .kind = isTop ? MessageKind::Comment : MessageKind::Reply,
        .direction = isOurs ? Direction::Outbound : Direction::Inbound,
        .body = comment.text,
        .postedAt = comment.createdAt,
        .inReplyTo = isTop ? QString() : parent,
        .thread = place.root,
        .permalink = place.pin.isEmpty() ? QString() : pinPermalink(place.pin),
        .traits = traits};
}

QString commentIn(const QString &versionId)
{
    return versionId.section(u'#', 0, 0);
}

} // namespace fw::pinterest
