#include "connectors/pinterest/pinterest_parse.h"

#include "connectors/http/json_body.h"
#include "connectors/pinterest/json_pointer.h"
#include "connectors/pinterest/pinterest_time.h"

#include <QJsonArray>

#include <algorithm>

namespace fw::pinterest {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kLongestId = 32;
constexpr qsizetype kLongestCaption = 80;

Failure malformed(const QString &words)
{
    return Failure({.code = ErrorCode::MalformedAnswer, .detail = words});
}

std::optional<qint64> countIn(const QJsonValue &value)
{
    const qint64 count = value.toInteger(-1);
    return count >= 0 ? std::optional(count) : std::nullopt;
}

Pin pinIn(const QJsonObject &object, const QString &subject)
{
    const QJsonValue isOwner = object.value(u"is_owner"_s);
    const QJsonObject lifetime
        = object.value(u"pin_metrics"_s).toObject().value(u"lifetime_metrics"_s).toObject();
    return {.id = idIn(object.value(u"id"_s)),
        .title = object.value(u"title"_s).toString().simplified(),
        .description = object.value(u"description"_s).toString().simplified(),
        .boardOwner = object.value(u"board_owner"_s).toObject().value(u"username"_s).toString(),
        .isOurs = isOwner.isBool() ? std::optional(isOwner.toBool()) : std::nullopt,
        .comments = countIn(lifetime.value(u"comment"_s)),
        .createdAt = instantIn(object.value(u"created_at"_s)),
        .subject = subject.isEmpty() ? QString() : textAt(object, subject)};
}

Board boardIn(const QJsonObject &object)
{
    return {.id = idIn(object.value(u"id"_s)),
        .name = object.value(u"name"_s).toString().simplified(),
        .owner = object.value(u"owner"_s).toObject().value(u"username"_s).toString(),
        .collaborators = countIn(object.value(u"collaborator_count"_s))};
}

template <typename T, typename ReadEntry>
Result<List<T>> readList(const QByteArray &body, ReadEntry readEntry)
{
    const Result<QJsonObject> root = jsonObjectIn(body);
    if (!root) {
        return Failure(root.error());
    }
    const QJsonValue items = root->value(u"items"_s);
    if (!items.isArray()) {
        return malformed(u"items is not a list"_s);
    }
    const QJsonArray entries = items.toArray();
    List<T> list{
        .bookmark = root->value(u"bookmark"_s).toString().trimmed(), .announced = int(entries.size())};
    for (const QJsonValue &entry : entries) {
        T read = readEntry(entry.toObject());
        if (read.id.isEmpty()) {
            ++list.unreadable;
        } else {
            list.entries.append(std::move(read));
        }
    }
    return list;
}
} // namespace

QString Pin::caption() const
{
    const QString words = title.isEmpty() ? description : title;
    if (words.isEmpty()) {
        return id;
    }
    return u"“%1”"_s.arg(words.size() > kLongestCaption ? words.left(kLongestCaption - 1) + u'…' : words);
}

QString idIn(const QJsonValue &value)
{
    const QString id = value.isDouble() && value.toInteger(-1) >= 0 ? QString::number(value.toInteger())
                                                                    : value.toString();
    const bool isDigits = std::all_of(id.begin(), id.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isDigits && id.size() <= kLongestId ? id : QString();
}

Result<List<Pin>> readPins(const QByteArray &body, const QString &subject)
{
    return readList<Pin>(body, [&subject](const QJsonObject &object) { return pinIn(object, subject); });
}

Result<List<Board>> readBoards(const QByteArray &body)
{
    return readList<Board>(body, &boardIn);
}

Result<Pin> readPin(const QByteArray &body)
{
    const Result<QJsonObject> root = jsonObjectIn(body);
    if (!root) {
        return Failure(root.error());
    }
    Pin pin = pinIn(*root, {});
    return pin.id.isEmpty() ? Result<Pin>(malformed(u"the answer names no pin"_s)) : Result<Pin>(pin);
}

Result<TopPins> readTopPins(const QByteArray &body)
{
    const Result<QJsonObject> root = jsonObjectIn(body);
    if (!root) {
        return Failure(root.error());
    }
    const QJsonValue pins = root->value(u"pins"_s);
    if (!pins.isArray()) {
        return malformed(u"pins is not a list"_s);
    }
    TopPins top;
    const QJsonValue asOf
        = root->value(u"date_availability"_s).toObject().value(u"latest_available_timestamp"_s);
    top.asOf = instantIn(asOf, TimeFormat::UnixMillis).value_or(Instant());
    const QJsonArray entries = pins.toArray();
    for (const QJsonValue &entry : entries) {
        const QString id = idIn(entry.toObject().value(u"pin_id"_s));
        if (!id.isEmpty() && !top.pins.contains(id)) {
            top.pins.append(id);
        }
    }
    return top;
}

Result<AccountAnswer> readAccount(const QByteArray &body)
{
    const Result<QJsonObject> root = jsonObjectIn(body);
    if (!root) {
        return Failure(root.error());
    }
    const QString username = root->value(u"username"_s).toString();
    const QString business = root->value(u"business_name"_s).toString();
    const QString id = idIn(root->value(u"id"_s));
    if (id.isEmpty() && username.isEmpty()) {
        return malformed(u"the answer names no account"_s);
    }
    return AccountAnswer{
        .profile = {.remoteId = id.isEmpty() ? username : id, // the id is younger than the API
            .handle = username,
            .name = business.isEmpty() ? username : business},
        .followers = countIn(root->value(u"follower_count"_s))};
}

} // namespace fw::pinterest
