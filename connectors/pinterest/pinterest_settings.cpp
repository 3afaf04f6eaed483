#include "connectors/pinterest/pinterest_settings.h"

#include "connectors/pinterest/partner_comments.h"
#include "connectors/pinterest/pinterest_connector.h"
#include "connectors/pinterest/radars.h"

namespace fw {

namespace pinterest {

using namespace Qt::StringLiterals;

namespace {
using std::chrono::seconds;

constexpr double kMostSeconds = 7 * 86400;

QMap<QString, milliseconds> usualPace()
{
    return {{QString::fromLatin1(kPartnerComments), seconds(60)},
        {QString::fromLatin1(kCommentRadar), seconds(15 * 60)},
        {QString::fromLatin1(kDomainRadar), seconds(6 * 3600)},
        {QString::fromLatin1(kCollaborators), seconds(3600)}};
}

Failure usage(const QString &detail)
{
    return Failure({.code = ErrorCode::Usage, .detail = detail});
}

Result<QMap<QString, milliseconds>> readPace(const QJsonValue &json)
{
    QMap<QString, milliseconds> every = usualPace();
    const QStringList known = every.keys();
    if (!json.isUndefined() && !json.isObject()) {
        return usage(u"every_s: must be an object, like {\"comments-radar\": 900}"_s);
    }
    const QJsonObject entries = json.toObject();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        if (!known.contains(entry.key())) {
            return usage(u"every_s.%1: unknown stream; there are %2"_s.arg(entry.key(), known.join(u", "_s)));
        }
        const double given = entry.value().toDouble(-1);
        if (entry.value().isBool() && !entry.value().toBool()) {
            every.remove(entry.key());
        } else if (given >= 0 && given <= kMostSeconds) {
            every.insert(entry.key(), milliseconds(qint64(given * 1000)));
        } else {
            return usage(
                u"every_s.%1: must be seconds from 0 to %2, or false to switch it off"_s.arg(entry.key())
                    .arg(qint64(kMostSeconds)));
        }
    }
    return every;
}
} // namespace

Result<Settings> readSettings(const QJsonObject &json)
{
    Settings settings;
    const QJsonValue access = json.value(u"access"_s);
    if (!access.isUndefined() && access != u"trial"_s && access != u"standard"_s) {
        return usage(u"access: must be \"trial\" or \"standard\""_s);
    }
    const auto every = readPace(json.value(u"every_s"_s));
    if (!every) {
        return Failure(every.error());
    }
    settings.every = *every;
    if (const qint64 ms = json.value(u"deadline_ms"_s).toInteger(); ms > 0) {
        settings.deadline = milliseconds(ms);
    }
    const QJsonValue partner = json.value(u"partner"_s);
    if (partner.isUndefined() || partner.isNull()) {
        return settings;
    }
    if (!partner.isObject()) {
        return usage(u"partner: must be an object; docs/pinterest.md describes it"_s);
    }
    return readPartnerProfile(partner.toObject()).map([&settings](const PartnerProfile &profile) {
        settings.partner = profile;
        return settings;
    });
}

int textLength(const QString &text)
{
    return int(text.toUcs4().size());
}
} // namespace pinterest

Done checkPinterestSettings(const QJsonObject &settings)
{
    return pinterest::readSettings(settings).map([](const pinterest::Settings &) {});
}

} // namespace fw
