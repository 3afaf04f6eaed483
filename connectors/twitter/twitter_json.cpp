#include "connectors/twitter/twitter_json.h"

#include "connectors/http/plain_iso.h"
#include "connectors/twitter/twitter_ids.h"

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

constexpr milliseconds kPlausibleLead = std::chrono::hours(24);

struct Entity {
    QLatin1StringView written = {};
    QChar means = {};
};
constexpr Entity kEntities[] = {{"&amp;"_L1, u'&'}, {"&lt;"_L1, u'<'}, {"&gt;"_L1, u'>'}};
} // namespace

JsonView eitherOf(JsonView object, std::string_view oldName, std::string_view newName)
{
    const JsonView old = object[oldName];
    return old.isMissing() ? object[newName] : old;
}

Identity readUser(JsonView user)
{
    return {.network = Network::Twitter,
        .remoteId = idIn(user["id"]),
        .handle = user["username"].toString(),
        .name = user["name"].toString(),
        .followers = user["public_metrics"]["followers_count"].toInteger(-1)};
}

People readPeople(JsonView root)
{
    People people;
    const JsonView users = root["includes"]["users"];
    for (const JsonView entry : users) {
        const Identity person = readUser(entry);
        if (!person.remoteId.isEmpty()) {
            people.insert(person.remoteId, person);
        }
    }
    return people;
}

KnownPerson personWith(const QString &id, const People &people, const Account &account)
{
    const auto known = people.constFind(id);
    if (known != people.constEnd()) {
        return {.identity = *known};
    }
    if (!id.isEmpty() && id == account.remoteId) {
        return {.identity = {.network = Network::Twitter,
                    .remoteId = id,
                    .handle = account.handle,
                    .name = account.displayName}};
    }
    return {.identity = {.network = Network::Twitter, .remoteId = id}, .isAvailable = false};
}

Instant postedAtIn(JsonView object, const QString &id, Instant serverTime)
{
    const JsonView created = object["created_at"];
    if (const auto plain = instantFromPlainIso(created.utf8())) {
        return *plain;
    }
    if (const auto told = instantFromIso(created.toString())) {
        return *told;
    }
    const auto derived = instantInId(id);
    return derived && *derived <= serverTime + kPlausibleLead ? *derived : serverTime;
}

QString decodeEntities(const QString &text)
{
    qsizetype mark = text.indexOf(u'&');
    if (mark < 0) {
        return text;
    }
    QString decoded;
    decoded.reserve(text.size());
    qsizetype taken = 0;
    for (; mark >= 0; mark = text.indexOf(u'&', mark + 1)) {
        const QStringView rest = QStringView(text).mid(mark);
        for (const Entity &entity : kEntities) {
            if (rest.startsWith(entity.written)) {
                decoded += QStringView(text).mid(taken, mark - taken);
                decoded += entity.means;
                taken = mark + entity.written.size();
            }
        }
    }
    return decoded += QStringView(text).mid(taken);
}

} // namespace fw::twitter
