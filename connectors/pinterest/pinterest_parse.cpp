#include "connectors/pinterest/pinterest_parse.h"

#include "connectors/http/json_answer.h"
#include "connectors/pinterest/json_pointer.h"
#include "connectors/pinterest/pinterest_time.h"

#include <algorithm>

namespace fw::pinterest {

using namespace Qt::StringLiterals;

namespace {
constexpr size_t kLongestId = 32;
constexpr qsizetype kLongestCaption = 80;

Failure malformed(const QString &words)
{
    return Failure({.code = ErrorCode::MalformedAnswer, .detail = words});
}

std::optional<qint64> countIn(JsonView value)
{
    const qint64 count = value.toInteger(-1);
    return count >= 0 ? std::optional(count) : std::nullopt;
}

Pin pinIn(JsonView object, const QString &subject)
{
    const JsonView isOwner = object["is_owner"];
    return {.id = idIn(object["id"]),
        .title = object["title"].toString().simplified(),
        .description = object["description"].toString().simplified(),
        .boardOwner = object["board_owner"]["username"].toString(),
        .isOurs = isOwner.isBool() ? std::optional(isOwner.toBool()) : std::nullopt,
        .comments = countIn(object["pin_metrics"]["lifetime_metrics"]["comment"]),
        .createdAt = instantIn(object["created_at"]),
        .subject = subject.isEmpty() ? QString() : textAt(object, subject)};
}

Board boardIn(JsonView object)
{
    return {.id = idIn(object["id"]),
        .name = object["name"].toString().simplified(),
        .owner = object["owner"]["username"].toString(),
        .collaborators = countIn(object["collaborator_count"])};
}

template <typename T, typename ReadEntry>
Result<List<T>> readList(const QByteArray &body, ReadEntry readEntry)
{
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    if (!answer) {
        return Failure(answer.error());
    }
    const JsonView root = answer->root();
    const JsonView items = root["items"];
    if (!items.isList()) {
        return malformed(u"items is not a list"_s);
    }
    List<T> list{.bookmark = root["bookmark"].toString().trimmed(), .announced = int(items.size())};
    for (const JsonView entry : items) {
        T read = readEntry(entry);
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

QString idIn(JsonView value)
{
    if (const qint64 number = value.toInteger(-1); number >= 0) {
        return QString::number(number);
    }
    const std::string_view id = value.utf8();
    const bool isDigits = std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isDigits && id.size() <= kLongestId ? value.toString() : QString();
}

Result<List<Pin>> readPins(const QByteArray &body, const QString &subject)
{
    return readList<Pin>(body, [&subject](JsonView object) { return pinIn(object, subject); });
}

Result<List<Board>> readBoards(const QByteArray &body)
{
    return readList<Board>(body, &boardIn);
}

Result<Pin> readPin(const QByteArray &body)
{
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    if (!answer) {
        return Failure(answer.error());
    }
    Pin pin = pinIn(answer->root(), {});
    return pin.id.isEmpty() ? Result<Pin>(malformed(u"the answer names no pin"_s)) : Result<Pin>(pin);
}

Result<TopPins> readTopPins(const QByteArray &body)
{
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    if (!answer) {
        return Failure(answer.error());
    }
    const JsonView root = answer->root();
    const JsonView pins = root["pins"];
    if (!pins.isList()) {
        return malformed(u"pins is not a list"_s);
    }
    TopPins top;
    const JsonView asOf = root["date_availability"]["latest_available_timestamp"];
    top.asOf = instantIn(asOf, TimeFormat::UnixMillis).value_or(Instant());
    for (const JsonView entry : pins) {
        const QString id = idIn(entry["pin_id"]);
        if (!id.isEmpty() && !top.pins.contains(id)) {
            top.pins.append(id);
        }
    }
    return top;
}

Result<AccountAnswer> readAccount(const QByteArray &body)
{
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    if (!answer) {
        return Failure(answer.error());
    }
    const JsonView root = answer->root();
    const QString username = root["username"].toString();
    const QString business = root["business_name"].toString();
    const QString id = idIn(root["id"]);
    if (id.isEmpty() && username.isEmpty()) {
        return malformed(u"the answer names no account"_s);
    }
    return AccountAnswer{
        .profile = {.remoteId = id.isEmpty() ? username : id, // the id is younger than the API
            .handle = username,
            .name = business.isEmpty() ? username : business},
        .followers = countIn(root["follower_count"])};
}

} // namespace fw::pinterest
