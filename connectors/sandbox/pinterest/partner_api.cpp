#include "connectors/sandbox/pinterest/partner_api.h"

#include "connectors/sandbox/pinterest/operations.h"
#include "connectors/sandbox/pinterest/pin_pages.h"
#include "connectors/sandbox/pinterest/pin_reads.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace fw::sandbox::pinterest {

using namespace Qt::StringLiterals;

namespace {
const QJsonValue kNull(QJsonValue::Null);
constexpr int kMostPerPage = 100;
constexpr int kTextLimit = 500;

/// The fields of a form or of a JSON object.
QHash<QString, QString> fieldsOf(const HttpRequest &request)
{
    QHash<QString, QString> fields;
    if (request.headers.value("content-type").startsWith("application/x-www-form-urlencoded")) {
        const QUrlQuery form(QString::fromUtf8(request.body).replace(u'+', u"%20"_s));
        const auto items = form.queryItems(QUrl::FullyDecoded);
        for (const auto &[name, value] : items) {
            fields.insert(name, value);
        }
        return fields;
    }
    const QJsonObject object = QJsonDocument::fromJson(request.body).object();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        fields.insert(entry.key(), entry.value().toString());
    }
    return fields;
}

/// Only links to the network itself may stand in a comment. Source: help.pinterest.com.
bool hasForeignLink(const QString &text)
{
    static const QRegularExpression link(u"https?://([^/\\s]+)"_s, QRegularExpression::CaseInsensitiveOption);
    for (auto links = link.globalMatch(text); links.hasNext();) {
        const QString host = links.next().captured(1).toLower();
        if (host != "pinterest.com"_L1 && !host.endsWith(".pinterest.com"_L1) && host != "pin.it"_L1) {
            return true;
        }
    }
    return false;
}

HttpAnswer noSuchComment()
{
    return complaint(404, 404, u"Comment not found."_s);
}
} // namespace

QJsonObject PartnerApi::json(const Comment &comment) const
{
    const Member *author = m_state.world.person(comment.author);
    const Pin *pin = m_state.world.pin(comment.pin);
    return {{u"id"_s, comment.id}, {u"type"_s, u"aggregatedcomment"_s}, {u"text"_s, comment.text},
        {u"created_at"_s, pinTime(comment.createdAt)}, {u"is_edited"_s, comment.isEdited},
        {u"comment_count"_s, m_state.world.replyCount(comment.id)}, {u"reaction_count"_s, 0},
        {u"pin"_s, QJsonObject{{u"id"_s, pin->id}}},
        {u"aggregated_pin_data"_s, QJsonObject{{u"id"_s, pin->aggregated}}},
        {u"reply_to_comment"_s,
            comment.root.isEmpty() ? kNull : QJsonValue(QJsonObject{{u"id"_s, comment.root}})},
        {u"user"_s,
            QJsonObject{{u"id"_s, author->id}, {u"username"_s, author->username},
                {u"full_name"_s, author->name}, {u"image_medium_url"_s, kNull}}}};
}

HttpAnswer PartnerApi::read(const Call &call, const QUrlQuery &query, const Misfortune &misfortune)
{
    if (call.operation == pinterest::kComments) {
        return comments(call.subject, query, misfortune);
    }
    if (call.operation == kReplies) {
        return replies(call.subject, query, misfortune);
    }
    const Comment *comment = m_state.world.visibleComment(call.subject);
    return comment != nullptr ? HttpAnswer{.body = json(*comment)} : noSuchComment();
}

HttpAnswer PartnerApi::write(const Call &call, const HttpRequest &request, SeenRequest &seen)
{
    return call.operation == kCreateComment ? create(call.subject, request, seen)
                                            : remove(call.subject, seen);
}

HttpAnswer PartnerApi::comments(
    const QString &aggregated, const QUrlQuery &query, const Misfortune &misfortune)
{
    const Pin *pin = m_state.world.pinByAggregated(aggregated);
    if (pin == nullptr) {
        return complaint(404, 50, u"Pin not found."_s);
    }
    const QString feed
        = query.hasQueryItem(u"feed_type"_s) ? query.queryItemValue(u"feed_type"_s) : u"recent"_s;
    if (feed != "recent"_L1 && feed != "ranked"_L1) {
        return complaint(400, 1, u"Parameter 'feed_type' must be 'ranked' or 'recent'."_s);
    }
    QList<QJsonObject> entries;
    for (const Comment &comment : m_state.world.comments()) {
        if (comment.pin == pin->id && comment.root.isEmpty() && !comment.removedAt) {
            entries.prepend(json(comment));
        }
    }
    if (feed == "ranked"_L1) {
        std::stable_sort(entries.begin(), entries.end(), [](const QJsonObject &a, const QJsonObject &b) {
            return a.value(u"comment_count"_s).toInt() > b.value(u"comment_count"_s).toInt();
        });
    }
    return pageOf(
        entries, query, kMostPerPage, EndMark::Null, misfortune, m_state.simulation.faults.random());
}

HttpAnswer PartnerApi::replies(const QString &comment, const QUrlQuery &query, const Misfortune &misfortune)
{
    if (m_state.world.visibleComment(comment) == nullptr) {
        return noSuchComment();
    }
    QList<QJsonObject> entries;
    for (const Comment &reply : m_state.world.comments()) {
        if (reply.root == comment && !reply.removedAt) {
            entries.prepend(json(reply));
        }
    }
    return pageOf(
        entries, query, kMostPerPage, EndMark::Blank, misfortune, m_state.simulation.faults.random());
}

HttpAnswer PartnerApi::create(const QString &aggregated, const HttpRequest &request, SeenRequest &seen)
{
    const QHash<QString, QString> fields = fieldsOf(request);
    const QString text = fields.value(u"text"_s).trimmed();
    const Pin *pin = m_state.world.pinByAggregated(aggregated);
    if (pin == nullptr || (fields.contains(u"pin"_s) && fields.value(u"pin"_s) != pin->id)) {
        return complaint(404, 50, u"Pin not found."_s);
    }
    if (text.isEmpty() || text.toUcs4().size() > kTextLimit) {
        return complaint(400, 1, u"Parameter 'text' must have 1 to %1 characters."_s.arg(kTextLimit));
    }
    if (hasForeignLink(text)) {
        return complaint(400, 1, u"Comments may only link to Pinterest."_s);
    }
    QString root;
    if (const QString parent = fields.value(u"reply_to_comment"_s); !parent.isEmpty()) {
        const Comment *answered = m_state.world.visibleComment(parent);
        if (answered == nullptr || answered->pin != pin->id) {
            return noSuchComment();
        }
        root = answered->root.isEmpty() ? answered->id : answered->root;
    }
    const Comment &made = m_state.world.addComment({.pin = pin->id,
        .root = root,
        .author = m_state.world.brand().username,
        .text = text,
        .createdAt = m_state.now()});
    seen.isCarriedOut = true;
    seen.remoteId = made.id;
    m_state.lastWrite.insert(pin->id, m_state.now());
    m_state.people.brandReplied(made.id, m_state.now());
    return {.status = 201, .body = json(made)};
}

HttpAnswer PartnerApi::remove(const QString &comment, SeenRequest &seen)
{
    const Comment *known = m_state.world.visibleComment(comment);
    if (known == nullptr) {
        return noSuchComment();
    }
    const Pin *pin = m_state.world.pin(known->pin);
    if (!m_state.world.isOurs(*pin) && known->author != m_state.world.brand().username) {
        return complaint(403, 29, u"You are not permitted to access that resource."_s);
    }
    m_state.world.removeComment(comment, m_state.now());
    seen.isCarriedOut = true;
    seen.remoteId = comment;
    return {.status = 204, .bytes = QByteArray()};
}

} // namespace fw::sandbox::pinterest
