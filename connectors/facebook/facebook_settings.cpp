#include "connectors/facebook/facebook_settings.h"

#include "connectors/facebook/facebook_connector.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace fw {

namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int kMostDays = 3650;
const QString kHumanAgent = u"human_agent"_s;

// Some of them are not offered on this network, and switching those off is no mistake.
const QList<Feature> kNamedFeatures = {Feature::ReadMentions, Feature::ReadComments, Feature::ReadMessages,
    Feature::ReadSignals, Feature::ReplyPublic, Feature::ReplyPrivate, Feature::SendMessage, Feature::Hide,
    Feature::Like, Feature::Remove};

bool isVersion(const QString &text)
{
    static const QRegularExpression version(u"\\Av\\d{1,3}\\.\\d{1,2}\\z"_s);
    return version.match(text).hasMatch();
}

std::optional<Feature> featureNamed(const QString &name)
{
    for (const Feature feature : kNamedFeatures) {
        if (toString(feature) == name) {
            return feature;
        }
    }
    return std::nullopt;
}

Failure usage(const QString &detail)
{
    return Failure({.code = ErrorCode::Usage, .detail = detail});
}
} // namespace

facebook::Settings facebook::settingsOf(const Account &account)
{
    const QJsonObject &json = account.settings;
    Settings settings{
        .isHumanAgentGranted = json.value(u"features"_s).toArray().contains(QJsonValue(kHumanAgent))};
    if (const QString version = json.value(u"graph_version"_s).toString(); isVersion(version)) {
        settings.graphVersion = version;
    }
    for (const QJsonValue &name : json.value(u"off"_s).toArray()) {
        if (const auto feature = featureNamed(name.toString())) {
            settings.off.append(*feature);
        }
    }
    if (const int days = json.value(u"history_days"_s).toInt(); days >= 1 && days <= kMostDays) {
        settings.history = 24h * days;
    }
    if (const qint64 ms = json.value(u"deadline_ms"_s).toInteger(); ms > 0) {
        settings.deadline = milliseconds(ms);
    }
    return settings;
}

Done checkFacebookSettings(const QJsonObject &settings)
{
    const QJsonValue version = settings.value(u"graph_version"_s);
    if (!version.isUndefined() && !isVersion(version.toString())) {
        return usage(u"graph_version: a version of the Graph API, like v25.0"_s);
    }
    if (settings.contains(u"app_secret"_s)) {
        return usage(
            u"app_secret: the secret itself does not belong here; give it with --client-secret-file FILE"_s);
    }
    if (const QString file = settings.value(u"app_secret_file"_s).toString(); !file.isEmpty()) {
        const auto secret = tokenFromFile(file)();
        if (!secret) {
            return usage(u"app_secret_file: "_s + secret.error().detail);
        }
    }
    for (const QJsonValue &name : settings.value(u"features"_s).toArray()) {
        if (name.toString() != kHumanAgent) {
            return usage(u"features: \"%1\" is unknown; known is human_agent"_s.arg(name.toString()));
        }
    }
    for (const QJsonValue &name : settings.value(u"off"_s).toArray()) {
        if (!featureNamed(name.toString())) {
            return usage(u"off: \"%1\" is no feature, like read-messages"_s.arg(name.toString()));
        }
    }
    const QJsonValue days = settings.value(u"history_days"_s);
    if (!days.isUndefined() && (days.toInt() < 1 || days.toInt() > kMostDays)) {
        return usage(u"history_days: a number from 1 to %1"_s.arg(kMostDays));
    }
    return {};
}

} // namespace fw
