#include "connectors/pinterest/pinterest_session.h"

#include "app/core/async.h"
#include "app/core/log.h"
#include "connectors/pinterest/radars.h"

namespace fw::pinterest {

using namespace Qt::StringLiterals;

namespace {
/// Whatever can be done without the profile goes on.
Settings settingsOf(const Account &account)
{
    if (auto settings = readSettings(account.settings)) {
        return *settings;
    }
    log::warn(log::Area::Intake, "pinterest settings not understood", {{"account", account.id.value}});
    QJsonObject others = account.settings;
    others.remove(u"partner"_s);
    return readSettings(others).value_or(*readSettings({}));
}
} // namespace

Session::Session(const Account &forAccount, TokenSource source, const Clock &time)
    : account(forAccount)
    , token(std::move(source))
    , clock(time)
    , settings(settingsOf(forAccount))
{
    const auto every = [this](const char *stream) {
        const auto found = settings.every.constFind(QString::fromLatin1(stream));
        return found == settings.every.constEnd() ? std::nullopt : std::optional(*found);
    };
    if (settings.partner) {
        if (const auto pace = every(kPartnerComments)) {
            walks.push_back(makePartnerComments(account, *settings.partner, places, *pace));
        }
    } else if (const auto pace = every(kCommentRadar)) {
        walks.push_back(makeCommentRadar(account, *pace));
    }
    if (const auto pace = every(kCollaborators)) {
        walks.push_back(makeCollaborators(account, *pace));
    }
    if (const auto pace = every(kDomainRadar)) {
        walks.push_back(makeDomainRadar(account, *pace));
    }
}

QFuture<HttpAnswer> Session::read(const QUrl &url)
{
    const Result<QByteArray> bearer = token();
    return bearer ? http.get({.url = url, .bearer = *bearer, .deadline = settings.deadline})
                  : ready(HttpAnswer{.error = bearer.error()});
}

CallFacts Session::facts(const HttpAnswer &answer, const QString &category) const
{
    Quota quota{.category = category};
    if (category == "org_read"_L1) {
        quota.operations = {Operation::Identify, Operation::ReadMetrics};
    } else if (category == "org_analytics"_L1) {
        quota.operations = {Operation::ReadMetrics};
    }
    if (settings.partner && category == settings.partner->readCategory) {
        quota.operations += {Operation::ReadComments, Operation::Lookup};
    }
    if (settings.partner && category == settings.partner->writeCategory) {
        quota.operations += {Operation::Reply, Operation::Remove};
    }
    return factsOf(answer, quota, now());
}

StreamWalk *Session::walkOf(const QString &stream) const
{
    for (const auto &walk : walks) {
        if (walk->stream().name == stream) {
            return walk.get();
        }
    }
    return nullptr;
}

} // namespace fw::pinterest
