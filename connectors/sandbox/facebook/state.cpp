#include "connectors/sandbox/facebook/state.h"

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;

State::State(Simulation &shared, const Scenario &fromScenario, quint32 seed)
    : simulation(shared)
    , scenario(fromScenario)
    , world(makeWorld(scenario, shared.time.now()))
    , usage(scenario.engagedUsers, scenario.appUsers)
    , tokens(scenario.tokens, scenario.userTokens)
    , people(world, shared.schedule, scenario, seed)
{
    people.begin(shared.time.now());
}

QString graphTime(Instant at)
{
    return toDateTime(at).toUTC().toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u"+0000"_s;
}

std::optional<Instant> instantFromGraph(const QString &text)
{
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber) {
        return instantFromMs(seconds * 1000);
    }
    QString iso = text;
    iso.replace(u' ', u'+'); // a plus that came unescaped in a query
    if (iso.endsWith("+0000"_L1)) {
        iso = iso.chopped(5) + u'Z';
    }
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    return time.isValid() ? std::optional(instantFromMs(time.toMSecsSinceEpoch())) : std::nullopt;
}

} // namespace fw::sandbox::facebook
