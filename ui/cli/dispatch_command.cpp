#include "ui/cli/attempt_output.h"
#include "ui/cli/command.h"
#include "ui/cli/json_output.h"
#include "ui/wiring/dispatch_run.h"

#include <QTimer>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

struct Tally {
    QHash<QString, int> outcomes = {};
    std::optional<Error> error = {};
};

/// What to do about an account that sends nothing more.
QString wayOut(const QString &account, const Error &error)
{
    if (error.code == ErrorCode::Braked) {
        return u"See: floorwalkerctl --data DIR brake --list; let it go again with brake %1 --release, or brake --tag TAG --release"_s
            .arg(account);
    }
    return error.code == ErrorCode::Unauthorised
        ? u"Sign it in: floorwalkerctl --data DIR account connect %1 (or give its token file a new token, then: account resume --account %1)"_s
              .arg(account)
        : u"Put it right, then: floorwalkerctl --data DIR account resume --account %1"_s.arg(account);
}

void connectRun(wiring::DispatchRun &run, QEventLoop &loop, const Invocation &call, Tally &tally)
{
    QObject::connect(&run, &wiring::DispatchRun::attempted, &loop, [&](const AttemptReport &report) {
        ++tally.outcomes[report.outcome];
        if (call.isJson) {
            call.terminal.json(toJson(report));
        } else {
            call.terminal.line(describe(report));
        }
    });
    QObject::connect(&run, &wiring::DispatchRun::moderated, &loop, [&](const ModerationReport &report) {
        if (call.isJson) {
            call.terminal.json(toJson(report));
        } else {
            call.terminal.line(describe(report));
        }
    });
    QObject::connect(&run, &wiring::DispatchRun::waiting, &loop,
        [&](const QString &account, Instant until, const QString &reason) {
            call.terminal.progress(u"%1: next at %2 (%3)"_s.arg(
                account, toDateTime(until).toLocalTime().toString(u"HH:mm:ss"_s), reason));
        });
    QObject::connect(
        &run, &wiring::DispatchRun::stopped, &loop, [&](const QString &account, const Error &error) {
            if (!tally.error) {
                tally.error = error;
                tally.error->detail = u"%1: nothing more is sent (%2: %3). %4"_s.arg(
                    account, toString(error.code), error.detail, wayOut(account, error));
            }
        });
    QObject::connect(&run, &wiring::DispatchRun::finished, &loop, &QEventLoop::quit);
}

Result<QJsonObject> summary(wiring::Workplace &workplace, const Tally &tally)
{
    const auto entries = await(workplace.outbox().entries(0));
    if (!entries) {
        return Failure(entries.error());
    }
    QHash<ReplyState, int> states;
    int held = 0;
    for (const OutboxEntry &entry : *entries) {
        ++(entry.reply.hold ? held : states[entry.reply.state]);
    }
    return QJsonObject{{u"type"_s, u"summary"_s},
        {u"accepted"_s, tally.outcomes.value(u"accepted"_s) + tally.outcomes.value(u"found"_s)},
        {u"rejected"_s, states.value(ReplyState::Rejected)},
        {u"unknown"_s, states.value(ReplyState::Unknown)}, {u"queued"_s, states.value(ReplyState::Queued)},
        {u"held"_s, held}};
}

Result<std::chrono::seconds> longestWait(const Invocation &call)
{
    bool isNumber = true;
    const qint64 seconds = call.has(u"max-wait"_s) ? call.value(u"max-wait"_s).toLongLong(&isNumber) : 0;
    if (!isNumber || seconds < 0) {
        return Failure({.code = ErrorCode::Usage, .detail = u"--max-wait takes a whole number of seconds"_s});
    }
    return std::chrono::seconds(seconds);
}

Done runDispatch(const Invocation &call)
{
    if (const Done own = call.notOnTeam(); !own) {
        return own;
    }
    const auto patience = longestWait(call);
    if (!patience) {
        return Failure(patience.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto accounts = chosenAccounts(call, **workplace);
    if (!accounts) {
        return Failure(accounts.error());
    }
    using Until = wiring::DispatchRun::Until;
    Tally tally;
    QEventLoop loop;
    wiring::DispatchRun run(**workplace, call.has(u"until-empty"_s) ? Until::Empty : Until::NothingDue);
    connectRun(run, loop, call, tally);
    if (const Done started = run.start(*accounts); !started) {
        return started;
    }
    if (patience->count() > 0) {
        QTimer::singleShot(*patience, &loop, &QEventLoop::quit);
    }
    loop.exec();
    call.terminal.endProgress();
    const auto ended = summary(**workplace, tally);
    if (!ended) {
        return Failure(ended.error());
    }
    if (call.isJson) {
        call.terminal.json(*ended);
    } else {
        call.terminal.line(u"%1 accepted, %2 not sent, %3 being looked up, %4 still queued, %5 held"_s
                               .arg(ended->value(u"accepted"_s).toInt())
                               .arg(ended->value(u"rejected"_s).toInt())
                               .arg(ended->value(u"unknown"_s).toInt())
                               .arg(ended->value(u"queued"_s).toInt())
                               .arg(ended->value(u"held"_s).toInt()));
    }
    return tally.error ? Done(Failure(*tally.error)) : Done();
}
} // namespace

QList<Command> dispatchCommands()
{
    return {{.name = u"dispatch"_s,
        .summary = u"Sends what is due."_s,
        .options = {{u"account"_s, u"Only this account."_s, u"NAME"_s},
            {u"until-empty"_s,
                u"Wait for what is not due yet, until nothing is queued or being looked up."_s},
            {u"max-wait"_s, u"Stop after this time at the latest."_s, u"SECONDS"_s}},
        .run = &runDispatch}};
}

} // namespace fw::cli
