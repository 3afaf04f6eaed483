#include "app/store/account_store.h"
#include "app/store/migrations.h"
#include "ui/cli/command.h"
#include "ui/wiring/accounts.h"

#include <QFileInfo>
#include <QSslSocket>

#include <filesystem>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

enum class Verdict { Good, Warning, Bad };

struct Finding {
    QString check = {};
    Verdict verdict = Verdict::Good;
    QString detail = {}; // what was found, and what to do about it
};

QString toString(Verdict verdict)
{
    return verdict == Verdict::Good ? u"ok"_s : verdict == Verdict::Warning ? u"warning"_s : u"bad"_s;
}

Finding checkPrivate(const QString &what, const QString &path)
{
    const auto open = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if ((QFileInfo(path).permissions() & open) == 0) {
        return {.check = what, .detail = u"only you can read it"_s};
    }
    return {.check = what,
        .verdict = Verdict::Warning,
        .detail = u"others can read it; run: chmod go-rwx %1"_s.arg(path)};
}

Finding checkDisk(const QString &folder)
{
    std::error_code failure;
    const auto space = std::filesystem::space(folder.toStdString(), failure);
    if (failure) {
        return {.check = u"disk space"_s,
            .verdict = Verdict::Warning,
            .detail = u"cannot be told: %1"_s.arg(QString::fromStdString(failure.message()))};
    }
    const qint64 freeMb = qint64(space.available / (1024 * 1024));
    return {.check = u"disk space"_s,
        .verdict = freeMb < 200 ? Verdict::Bad : Verdict::Good,
        .detail = freeMb < 200 ? u"%1 MB left; free some space"_s.arg(freeMb) : u"%1 MB left"_s.arg(freeMb)};
}

Finding checkTls()
{
    if (QSslSocket::supportsSsl()) {
        return {.check = u"TLS"_s, .detail = QSslSocket::sslLibraryVersionString()};
    }
    return {.check = u"TLS"_s, .verdict = Verdict::Bad, .detail = u"not available; install libssl3"_s};
}

Finding checkDatabase(wiring::Workplace &workplace)
{
    const auto sound = await(workplace.store().read([](Database &db) { return quickCheck(db); }));
    if (sound && *sound == "ok"_L1) {
        return {.check = u"database"_s, .detail = u"sound, schema %1"_s.arg(newestSchema())};
    }
    return {.check = u"database"_s,
        .verdict = Verdict::Bad,
        .detail = (sound ? *sound : sound.error().detail)
            + u"; stop Floorwalker and restore the database from a backup"_s};
}

Finding checkPause(const Account &account)
{
    const QString what = u"account "_s + account.name;
    if (account.isPaused()) {
        return {.check = what,
            .verdict = Verdict::Bad,
            .detail = u"paused (%1: %2); then: floorwalkerctl --data DIR account resume --account %3"_s.arg(
                account.pausedReason, account.pausedDetail, account.name)};
    }
    return {.check = what, .detail = u"not paused"_s};
}

Finding checkAccount(const Invocation &call, wiring::Workplace &workplace, const Account &account)
{
    const QString what = u"account "_s + account.name;
    if (Finding pause = checkPause(account); pause.verdict == Verdict::Bad) {
        return pause;
    }
    const auto connector = wiring::makeConnector(account, call.clock, &workplace.tokens());
    if (!connector) {
        return {.check = what, .verdict = Verdict::Bad, .detail = connector.error().detail};
    }
    const Answer<Profile> answer = await((*connector)->identify());
    if (!answer.result) {
        return {.check = what, .verdict = Verdict::Bad, .detail = answer.result.error().detail};
    }
    const milliseconds skew
        = answer.facts.serverTime ? *answer.facts.serverTime - call.clock.now() : milliseconds(0);
    if (std::chrono::abs(skew) > std::chrono::minutes(2)) {
        return {.check = what,
            .verdict = Verdict::Warning,
            .detail
            = u"signed in as @%1, but this computer's clock is %2 s off; Floorwalker allows for it, waiting times may look odd"_s
                  .arg(answer.result->handle)
                  .arg(std::chrono::duration_cast<std::chrono::seconds>(skew).count())};
    }
    return {.check = what, .detail = u"signed in as @%1"_s.arg(answer.result->handle)};
}

Done runDoctor(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto accounts
        = await((*workplace)->store().read([](Database &db) { return AccountStore(db).all(); }));
    if (!accounts) {
        return Failure(accounts.error());
    }
    QList<Finding> findings{checkPrivate(u"folder"_s, (*workplace)->folder()),
        checkDisk((*workplace)->folder()), checkTls(), checkDatabase(**workplace)};
    if (!call.isTeam()) {
        findings.append(checkPrivate(u"database file"_s, (*workplace)->store().place().file));
    }
    for (const Account &account : *accounts) {
        if (call.isTeam()) { // the tokens are where the service is
            findings.append(checkPause(account));
            continue;
        }
        if (!account.tokenFile.isEmpty()) {
            findings.append(checkPrivate(u"token of "_s + account.name, account.tokenFile));
        }
        findings.append(checkAccount(call, **workplace, account));
    }
    QJsonArray array;
    int bad = 0;
    for (const Finding &finding : findings) {
        bad += finding.verdict == Verdict::Bad ? 1 : 0;
        array.append(QJsonObject{{u"check"_s, finding.check}, {u"verdict"_s, toString(finding.verdict)},
            {u"detail"_s, finding.detail}});
        if (!call.isJson) {
            call.terminal.line(u"%1  %2: %3"_s.arg(
                toString(finding.verdict).leftJustified(7), finding.check, finding.detail));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    }
    return bad > 0
        ? Done(Failure({.code = ErrorCode::Io,
            .detail = u"%1 of %2 checks failed; each says above what to do"_s.arg(bad).arg(findings.size())}))
        : Done();
}
} // namespace

QList<Command> doctorCommands()
{
    return {{.name = u"doctor"_s,
        .summary = u"Checks folder, database, accounts and clock, and says what to do."_s,
        .run = &runDoctor}};
}

} // namespace fw::cli
