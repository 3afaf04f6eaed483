#include "connectors/facebook/walk_place.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace fw::facebook {

namespace {
using namespace Qt::StringLiterals;

constexpr int kFormat = 1; // of tokens and states

QJsonObject toJson(const KnownBranches &branches)
{
    QJsonObject json;
    for (auto entry = branches.begin(); entry != branches.end(); ++entry) {
        json.insert(entry.key(), QJsonArray{entry->stamp, toMs(entry->completeTo)});
    }
    return json;
}

KnownBranches branchesIn(const QJsonObject &json)
{
    KnownBranches branches;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        const QJsonArray told = entry->toArray();
        branches.insert(entry.key(),
            {.stamp = told.at(0).toString(), .completeTo = instantFromMs(told.at(1).toInteger())});
    }
    return branches;
}

QJsonArray toJson(const QList<Pending> &pending)
{
    QJsonArray json;
    for (const Pending &entry : pending) {
        json.append(QJsonArray{entry.id, entry.stamp, toMs(entry.since), entry.permalink});
    }
    return json;
}

QList<Pending> pendingIn(const QJsonArray &json)
{
    QList<Pending> pending;
    for (const QJsonValue &value : json) {
        const QJsonArray entry = value.toArray();
        pending.append({.id = entry.at(0).toString(),
            .stamp = entry.at(1).toString(),
            .since = instantFromMs(entry.at(2).toInteger()),
            .permalink = entry.at(3).toString()});
    }
    return pending;
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

bool isOurs(const QJsonObject &json)
{
    return json.value(u"v"_s).toInt() == kFormat;
}
} // namespace

QByteArray stateOf(const KnownBranches &branches)
{
    return compact({{u"v"_s, kFormat}, {u"known"_s, toJson(branches)}});
}

KnownBranches branchesIn(const QByteArray &state)
{
    const QJsonObject json = QJsonDocument::fromJson(state).object();
    return isOurs(json) ? branchesIn(json.value(u"known"_s).toObject()) : KnownBranches();
}

QString tokenOf(const WalkPlace &place)
{
    const QJsonObject json{{u"v"_s, kFormat}, {u"started"_s, toMs(place.startedAt)}, {u"edge"_s, place.edge},
        {u"refused"_s, place.refused}, {u"next"_s, place.next}, {u"done"_s, place.isListDone},
        {u"pending"_s, toJson(place.pending)}, {u"below"_s, place.nextBelow},
        {u"known"_s, toJson(place.known)}};
    return QString::fromLatin1(
        compact(json).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

WalkPlace placeIn(const QString &token)
{
    const QByteArray bytes = QByteArray::fromBase64(token.toLatin1(), QByteArray::Base64UrlEncoding);
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (!isOurs(json)) {
        return {};
    }
    return {.startedAt = instantFromMs(json.value(u"started"_s).toInteger()),
        .edge = json.value(u"edge"_s).toInt(),
        .refused = json.value(u"refused"_s).toInt(),
        .next = json.value(u"next"_s).toString(),
        .isListDone = json.value(u"done"_s).toBool(),
        .pending = pendingIn(json.value(u"pending"_s).toArray()),
        .nextBelow = json.value(u"below"_s).toString(),
        .known = branchesIn(json.value(u"known"_s).toObject())};
}

} // namespace fw::facebook
