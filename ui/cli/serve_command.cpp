#include "ui/cli/attempt_output.h"
#include "ui/cli/command.h"
#include "ui/cli/json_output.h"
#include "ui/wiring/service_manager.h"
#include "ui/wiring/service_pages.h"

#include <QTimer>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

constexpr int kShortestTermS = 2; // three turns of it must be longer than a busy database takes

Result<std::chrono::seconds> termOf(const Invocation &call)
{
    bool isNumber = false;
    const qint64 seconds = call.value(u"lease"_s).toLongLong(&isNumber);
    if (!isNumber || seconds < kShortestTermS || seconds > 3600) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"--lease takes seconds, from %1 to 3600"_s.arg(kShortestTermS)});
    }
    return std::chrono::seconds(seconds);
}

/// Says what the service does.
class Reporter
{
public:
    Reporter(const Invocation &call, wiring::Service &service) : m_call(call), m_service(service) { }

    void ready(const QString &monitor)
    {
        wiring::tellServiceManager("READY=1");
        say({{u"type"_s, u"ready"_s}, {u"service"_s, m_service.name()}, {u"monitor"_s, monitor}},
            u"%1 reads and sends%2"_s.arg(
                m_service.name(), monitor.isEmpty() ? QString() : u"; figures at "_s + monitor));
    }

    void accounts(const QList<AccountId> &accounts)
    {
        wiring::tellServiceManager("STATUS=works for " + QByteArray::number(accounts.size()) + " accounts");
        QJsonArray ids;
        for (const AccountId account : accounts) {
            ids.append(account.toString());
        }
        say({{u"type"_s, u"accounts"_s}, {u"accounts"_s, ids}},
            u"works for %1 accounts"_s.arg(accounts.size()));
    }

    void attempted(const AttemptReport &report) { say(toJson(report), describe(report)); }

    void stopped(AccountId account, const Error &error)
    {
        say({{u"type"_s, u"stopped"_s}, {u"account"_s, account.toString()},
                {u"reason"_s, toString(error.code)}, {u"detail"_s, error.detail}},
            u"account %1: nothing is sent (%2: %3)"_s.arg(
                account.toString(), toString(error.code), error.detail));
    }

    void cutOff(const Error &error)
    {
        wiring::tellServiceManager("STATUS=cut off from the database");
        say({{u"type"_s, u"cut-off"_s}, {u"detail"_s, error.detail}},
            u"cut off from the database; it is tried again: %1"_s.arg(error.detail));
    }

    void stopping()
    {
        wiring::tellServiceManager("STOPPING=1");
        say({{u"type"_s, u"stopping"_s}}, u"stopping"_s);
    }

private:
    void say(const QJsonObject &object, const QString &line)
    {
        if (m_call.isJson) {
            m_call.terminal.json(object);
        } else {
            m_call.terminal.line(line);
        }
    }

    const Invocation &m_call;
    wiring::Service &m_service;
};

void connectReporter(wiring::Service &service, Reporter &reporter, const QString &monitor, QObject *context)
{
    using wiring::Service;
    QObject::connect(&service, &Service::ready, context, [&reporter, monitor] { reporter.ready(monitor); });
    QObject::connect(&service, &Service::accountsChanged, context,
        [&reporter](const QList<AccountId> &accounts) { reporter.accounts(accounts); });
    QObject::connect(&service, &Service::attempted, context,
        [&reporter](AccountId, const AttemptReport &report) { reporter.attempted(report); });
    QObject::connect(&service, &Service::stopped, context,
        [&reporter](AccountId account, const Error &error) { reporter.stopped(account, error); });
    QObject::connect(
        &service, &Service::cutOff, context, [&reporter](const Error &error) { reporter.cutOff(error); });
}

Done runServe(const Invocation &call)
{
    const auto term = termOf(call);
    const auto place = call.teamPlace();
    if (!term || !place) {
        return Failure(term ? place.error() : term.error());
    }
    wiring::TeamClock clock(call.clock);
    const Invocation timed{.options = call.options,
        .words = call.words,
        .clock = clock,
        .terminal = call.terminal,
        .isJson = call.isJson};
    const auto workplace = timed.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    wiring::Service service(**workplace, clock, *term);
    wiring::MonitorServer monitor(wiring::servicePages(service, **workplace));
    if (call.has(u"metrics"_s)) {
        if (const Done listening = monitor.listen(call.value(u"metrics"_s)); !listening) {
            return listening;
        }
    }
    QEventLoop loop;
    Reporter reporter(call, service);
    connectReporter(service, reporter, call.has(u"metrics"_s) ? monitor.url() : QString(), &loop);
    QObject::connect(&service, &wiring::Service::finished, &loop, &QEventLoop::quit);
    wiring::StopSignal stop;
    QObject::connect(&stop, &wiring::StopSignal::came, &loop, [&] {
        reporter.stopping();
        service.stop();
    });
    QTimer watchdog;
    QObject::connect(&watchdog, &QTimer::timeout, &loop, [] { wiring::tellServiceManager("WATCHDOG=1"); });
    if (const auto interval = wiring::watchdogInterval()) {
        watchdog.start(*interval);
    }
    service.start();
    loop.exec();
    return {};
}
} // namespace

QList<Command> serveCommands()
{
    return {{.name = u"serve"_s,
        .summary = u"Reads and sends for a team's database, until it is told to stop."_s,
        .options
        = {{u"metrics"_s, u"Health and figures over HTTP, on this computer only."_s, u"ADDRESS:PORT"_s},
            {u"lease"_s, u"How long an account stays with a service that is not heard of."_s, u"SECONDS"_s,
                u"30"_s}},
        .run = &runServe}};
}

} // namespace fw::cli
