#include "app/store/conversation_store.h"
#include "app/store/message_store.h"
#include "ui/cli/command.h"
#include "ui/cli/demo_agent.h"
#include "ui/cli/json_output.h"
#include "ui/wiring/demo.h"

#include <QTimer>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A morning in the shop, in about a minute.
constexpr double kSpeed = 90;
constexpr milliseconds kDay = 90min;

QString progressLine(const DayCount &count, Instant now, Instant end)
{
    const auto left = std::chrono::duration_cast<std::chrono::minutes>(end - now).count();
    return u"%1  waiting %2 · leaving %3 · answered %4 · not sent %5 · %6 min to go"_s
        .arg(toDateTime(now).toLocalTime().toString(u"HH:mm"_s))
        .arg(count.queue.waiting)
        .arg(count.queue.leaving)
        .arg(count.accepted)
        .arg(count.queue.failed)
        .arg(std::max<qint64>(0, left));
}

QJsonObject toJson(const DayCount &count)
{
    return {{u"type"_s, u"report"_s}, {u"messages"_s, count.messages},
        {u"replies_accepted"_s, count.accepted}, {u"replies_not_sent"_s, count.queue.failed},
        {u"replies_leaving"_s, count.queue.leaving}, {u"still_waiting"_s, count.queue.waiting},
        {u"median_wait_s"_s,
            qint64(std::chrono::duration_cast<std::chrono::seconds>(count.medianWait).count())},
        {u"refused_for_limits"_s, count.limited}};
}

void printReport(Terminal &terminal, const DayCount &count, const QString &brand)
{
    terminal.line(u"The demo day at %1 is over."_s.arg(brand));
    terminal.line(u"  %1 messages read, each stored once"_s.arg(count.messages));
    terminal.line(u"  %1 replies accepted by the (simulated) network, %2 on their way, %3 not sent"_s
                      .arg(count.accepted)
                      .arg(count.queue.leaving)
                      .arg(count.queue.failed));
    terminal.line(u"  half of the people had their answer within %1 s; %2 still wait"_s
                      .arg(std::chrono::duration_cast<std::chrono::seconds>(count.medianWait).count())
                      .arg(count.queue.waiting));
    terminal.line(u"  %1 calls refused for a limit; the account was never locked"_s.arg(count.limited));
    terminal.line(
        u"Nothing left this computer. With a display, floorwalker --demo shows the same in a window."_s);
}

Done runDemo(const Invocation &call)
{
    const FastClock clock(call.clock.now(), kSpeed);
    const auto demo = wiring::Demo::start(
        clock, {.seed = call.value(u"seed"_s).toUInt(), .leastPause = 60s, .longestPause = 150s});
    if (!demo) {
        return Failure(demo.error());
    }
    wiring::Workplace &workplace = (*demo)->workplace();
    if (const Done claimed = workplace.claim(); !claimed) {
        return claimed;
    }
    workplace.start();
    const Instant end = clock.now() + kDay;
    DemoAgent agent(workplace);
    QEventLoop loop;
    QTimer tick;
    DayCount count;
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        if (clock.now() >= end) {
            loop.quit();
            return;
        }
        agent.answerSome();
    });
    QObject::connect(&agent, &DemoAgent::counted, &loop, [&](const DayCount &now) {
        count = now;
        if (!call.isJson) {
            call.terminal.progress(progressLine(count, clock.now(), end));
        }
    });
    tick.start(clock.realTime(30s));
    loop.exec();
    call.terminal.endProgress();
    const auto last = await(agent.count());
    if (!last) {
        return Failure(last.error());
    }
    if (call.isJson) {
        call.terminal.json(toJson(*last));
    } else {
        printReport(call.terminal, *last, (*demo)->brand());
    }
    return {};
}
} // namespace

QList<Command> demoCommands()
{
    return {{.name = u"demo"_s,
        .summary = u"Runs a demo day in the terminal, a minute long."_s,
        .options = {QCommandLineOption(u"seed"_s, u"Same seed, same customers."_s, u"N"_s, u"1"_s)},
        .run = &runDemo}};
}

} // namespace fw::cli
