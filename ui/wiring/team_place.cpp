#include "ui/wiring/team_place.h"

#include "app/core/async.h"
#include "app/store/database.h"

#include <QPromise>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
Failure usage(const QString &detail)
{
    return Failure({.code = ErrorCode::Usage, .detail = detail});
}
} // namespace

Result<DatabasePlace> teamPlace(const QString &url)
{
    auto place = DatabasePlace::parse(url);
    if (!place) {
        return place;
    }
    if (!place->isPostgres()) {
        return usage(
            u"--database names a team's database, postgresql://user@host/database; for a desk of your own: --data DIR"_s);
    }
    if (!place->password.isEmpty()) {
        return usage(
            u"a password in a URL can be read by everybody on this computer; put it into ~/.pgpass (PGPASSFILE) or a service file, and leave it out here"_s);
    }
    const bool hasService = std::any_of(place->options.begin(), place->options.end(),
        [](const auto &option) { return option.first == "service"_L1; });
    if (place->user.isEmpty() && (hasService || qEnvironmentVariableIsSet("PGSERVICE"))) {
        return usage(
            u"who you are would stand in the service file only, and nobody could say who did what; name the login here as well: postgresql://LOGIN@/database?service=…"_s);
    }
    return place;
}

QFuture<Done> reachTeam(const QString &url)
{
    const auto place = teamPlace(url);
    if (!place) {
        return ready(Done(Failure(place.error())));
    }
    auto promise = std::make_shared<QPromise<Done>>();
    promise->start();
    auto *thread = QThread::create([promise, place = *place] {
        const SystemClock clock;
        IdSource ids(clock);
        const auto database = Database::open(place, Database::Access::ReadOnly, clock, ids);
        promise->addResult(database ? Done() : Done(Failure(database.error())));
        promise->finish();
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    return promise->future();
}

QString databaseOfEnvironment()
{
    return qEnvironmentVariable("FW_DATABASE");
}

QString loginAt(const DatabasePlace &place)
{
    if (!place.user.isEmpty()) {
        return place.user;
    }
    return qEnvironmentVariable("PGUSER", qEnvironmentVariable("USER", u"desk"_s));
}

QString localFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/floorwalker"_s;
}

} // namespace fw::wiring
