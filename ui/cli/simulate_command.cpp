#include "app/core/json_file.h"
#include "ui/cli/command.h"
#include "ui/wiring/simulation.h"

#include <cstdio>
#include <iostream>
#include <string>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Done runLines(const Invocation &call)
{
    const QString folder = call.value(call.value(u"shared"_s).isEmpty() ? u"state"_s : u"shared"_s);
    if (folder.isEmpty()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say where the desk keeps its state: --state DIR, and --shared DIR for all desks of "
                      "the account"_s});
    }
    const auto desk = wiring::DeskOnLines::open(folder);
    if (!desk) {
        return Failure(desk.error());
    }
    std::ios::sync_with_stdio(false);
    std::string line;
    while (std::getline(std::cin, line)) {
        const QByteArray answer
            = (*desk)->answer(QByteArray::fromRawData(line.data(), qsizetype(line.size())));
        std::fwrite(answer.constData(), 1, size_t(answer.size()), stdout);
        if (std::fflush(stdout) != 0) {
            break; // nobody listens any more
        }
    }
    return {};
}

QString spanText(qint64 ms)
{
    const qint64 seconds = (ms + 500) / 1000;
    return u"%1:%2:%3"_s.arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QChar(u'0'))
        .arg(seconds % 60, 2, 10, QChar(u'0'));
}

QString percentText(const QJsonValue &share)
{
    return QString::number(share.toDouble() * 100, 'f', 1) + u" %"_s;
}

/// The first column to the left, the others to the right.
QString row(const QStringList &cells)
{
    QString text = u"  "_s + cells.first().leftJustified(14);
    for (qsizetype i = 1; i < cells.size(); ++i) {
        text += cells[i].rightJustified(12);
    }
    return text;
}

QStringList classRows(const QJsonArray &classes)
{
    QStringList rows{row({u"class"_s, u"replies"_s, u"accepted"_s, u"on time"_s, u"late p50"_s, u"late p90"_s,
        u"late max"_s})};
    for (const QJsonValue &kind : classes) {
        rows.append(row({kind[u"class"_s].toString(), QString::number(kind[u"asked"_s].toInteger()),
            QString::number(kind[u"accepted"_s].toInteger()), percentText(kind[u"on_time_share"_s]),
            spanText(kind[u"lateness_p50_ms"_s].toInteger()),
            spanText(kind[u"lateness_p90_ms"_s].toInteger()),
            spanText(kind[u"lateness_max_ms"_s].toInteger())}));
    }
    return rows;
}

QStringList windowRows(const QJsonArray &windows)
{
    QStringList rows{row({u"window"_s, u"limit"_s, u"most used"_s, u"headroom"_s})};
    for (const QJsonValue &window : windows) {
        rows.append(row({window[u"window"_s].toString(), QString::number(window[u"limit"_s].toInteger()),
            percentText(window[u"most_used_share"_s]), percentText(window[u"headroom_share"_s])}));
    }
    return rows;
}

QString summaryText(const QJsonObject &summary)
{
    QStringList refusals;
    const QJsonObject codes = summary[u"refusals"_s].toObject();
    for (auto code = codes.begin(); code != codes.end(); ++code) {
        refusals.append(u"%1 with code %2"_s.arg(code.value().toInteger()).arg(code.key()));
    }
    const auto number = [&summary](const QString &key) { return summary[key].toInteger(); };
    const QStringList lines = QStringList{u"%1: %2 replies, seed %3"_s.arg(summary[u"trace"_s].toString())
                                              .arg(number(u"replies"_s))
                                              .arg(number(u"seed"_s))}
        + classRows(summary[u"classes"_s].toArray()) + windowRows(summary[u"windows"_s].toArray())
        + QStringList{u"  refused: %1; %2; twice: %3; dropped: %4; never sent: %5; look-ups: %6"_s
                          .arg(refusals.isEmpty() ? u"none"_s : refusals.join(u", "_s),
                              summary[u"locked_out"_s].toBool() ? u"locked out"_s : u"never locked out"_s)
                          .arg(number(u"duplicates"_s))
                          .arg(number(u"dropped"_s))
                          .arg(number(u"never_sent"_s))
                          .arg(number(u"lookups"_s))};
    return lines.join(u'\n');
}

Result<quint64> seedOf(const Invocation &call)
{
    bool isNumber = false;
    const quint64 seed = call.value(u"seed"_s).toULongLong(&isNumber);
    if (!isNumber) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"--seed \"%1\": must be a whole number, 0 or more"_s.arg(call.value(u"seed"_s))});
    }
    return seed;
}

Done runTrace(const Invocation &call, const QString &file)
{
    const auto seed = seedOf(call);
    if (!seed) {
        return Failure(seed.error());
    }
    const auto trace = readJsonFile(file);
    if (!trace) {
        return Failure(trace.error());
    }
    auto replayed = wiring::replay(*trace, *seed);
    if (!replayed) {
        replayed.error().detail = file + u": "_s + replayed.error().detail;
        return Failure(replayed.error());
    }
    if (!call.isJson) {
        for (const QString &line : summaryText(replayed->summary).split(u'\n')) {
            call.terminal.line(line);
        }
        return {};
    }
    for (const QJsonObject &reply : replayed->replies) {
        call.terminal.json(reply);
    }
    call.terminal.json(replayed->summary);
    return {};
}

Done runSimulate(const Invocation &call)
{
    if (call.has(u"stdio"_s)) {
        return runLines(call);
    }
    if (call.words.size() == 1) {
        return runTrace(call, call.words.first());
    }
    return Failure({.code = ErrorCode::Usage,
        .detail
        = u"say who plays the world: a trace, as in floorwalkerctl simulate TRACE, or another program with --stdio"_s});
}
} // namespace

QList<Command> simulateCommands()
{
    return {{.name = u"simulate"_s,
        .arguments = u"TRACE"_s,
        .summary = u"Sends a day through a simulated platform in virtual time."_s,
        .options = {QCommandLineOption(u"seed"_s, u"Same seed, same day."_s, u"N"_s, u"1"_s),
            {u"stdio"_s, u"Another program plays the world, in lines; see docs/simulation.md."_s},
            {u"state"_s, u"With --stdio: where this desk keeps its state."_s, u"DIR"_s},
            {u"shared"_s, u"With --stdio: the folder of all desks of the account."_s, u"DIR"_s}},
        .run = &runSimulate}};
}

} // namespace fw::cli
