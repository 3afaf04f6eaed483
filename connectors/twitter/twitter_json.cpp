#include "connectors/twitter/twitter_json.h"

#include "connectors/twitter/twitter_ids.h"

#include <QJsonArray>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

constexpr milliseconds kPlausibleLead = std::chrono::hours(24);
} // namespace

QJsonValue eitherOf(const QJsonObject &object, const QString &oldName, const QString &newName)
{
    const QJsonValue old = object.value(oldName);
    return old.isUndefined() ? object.value(newName) : old;
}

Identity readUser(const QJsonObject &user)
{
    return {.network = Network::Twitter,
        .remoteId = idIn(user.value(u"id"_s)),
        .handle = user.value(u"username"_s).toString(),
        .name = user.value(u"name"_s).toString(),
        .followers = user.value(u"public_metrics"_s).toObject().value(u"followers_count"_s).toInteger(-1)};
}

People readPeople(const QJsonObject &root)
{
    People people;
    const QJsonArray users = root.value(u"includes"_s).toObject().value(u"users"_s).toArray();
    for (const QJsonValue &entry : users) {
        const Identity person = readUser(entry.toObject());
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

Instant postedAtIn(const QJsonObject &object, const QString &id, Instant serverTime)
{
    if (const auto told = instantFromIso(object.value(u"created_at"_s).toString())) {
        return *told;
    }
    const auto derived = instantInId(id);
    return derived && *derived <= serverTime + kPlausibleLead ? *derived : serverTime;
}

QString decodeEntities(const QString &text)
{
    if (!text.contains(u'&')) {
        return text;
    }
    QString decoded;
    decoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const QStringView rest = QStringView(text).mid(i);
        if (rest.startsWith(u"&amp;"_s)) {
            decoded += u'&';
            i += 5;
        } else if (rest.startsWith(u"&lt;"_s) || rest.startsWith(u"&gt;"_s)) {
            decoded += rest.at(1) == u'l' ? u'<' : u'>';
            i += 4;
        } else {
            decoded += text.at(i++);
        }
    }
    return decoded;
}

} // namespace fw::twitter
