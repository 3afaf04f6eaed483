#include "tests/bench/bench.h"
#include "tests/bench/corpus.h"
#include "tests/bench/message_desk.h"
#include "tests/bench/or_exit.h"
#include "tests/bench/window_process.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMessages = 100'000;
constexpr int kPage = 100;
constexpr int kIdleSeconds = 60;

void fill(const QString &file, int messages)
{
    Corpus corpus(3, messages);
    MessageDesk desk(file);
    for (int done = 0; done < messages; done += kPage) {
        QList<Line> lines;
        for (int i = 0; i < kPage; ++i) {
            lines.append(corpus.next());
        }
        desk.take(pageOf(lines, false), false);
        desk.take(pageOf(lines, true), true);
    }
    desk.finish();
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

/// What one program took in every round.
struct Rounds {
    QList<double> cpu = {};
    QList<double> rss = {};
    QList<double> pss = {};

    void add(const Taken &taken)
    {
        cpu.append(taken.cpuMs);
        rss.append(taken.rssMb);
        pss.append(taken.pssMb);
    }
};

/// Share of one processor, over so long.
double idleShare(WindowProcess &window, int seconds)
{
    const double before = window.taken().cpuMs;
    QElapsedTimer timer;
    timer.start();
    QThread::sleep(ulong(seconds));
    return (window.taken().cpuMs - before) / double(timer.elapsed());
}
} // namespace

QJsonObject benchStart(const Options &options)
{
    const int messages = std::max(1'000, int(kMessages * options.size));
    const int idleSeconds = std::max(1, int(kIdleSeconds * options.size));
    const QTemporaryDir folder;
    const QString home = folder.filePath(u"home"_s);
    QDir(folder.path()).mkdir(u"home"_s);
    QFile::setPermissions(home, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    fill(folder.filePath(u"desk.db"_s), messages);
    Rounds product;
    Rounds bare;
    double idle = 0;
    for (int round = 0; round < options.rounds; ++round) {
        WindowProcess window(
            QStringLiteral(FW_WINDOW), {u"--data"_s, folder.path(), u"--agent"_s, u"bench"_s}, home);
        product.add(window.settled());
        if (round == options.rounds - 1) {
            idle = idleShare(window, idleSeconds);
        }
        WindowProcess plain(QStringLiteral(FW_BARE_WINDOW), {}, home);
        bare.add(plain.settled());
    }
    const double cpu = median(product.cpu) / std::max(median(bare.cpu), 1e-9);
    const double rss = median(product.rss) / std::max(median(bare.rss), 1e-9);
    std::printf(
        "start with %d messages until there is nothing left to do: %.0f ms of CPU, a bare window %.0f; ratio "
        "%.1f\n",
        messages, median(product.cpu), median(bare.cpu), cpu);
    std::printf("memory then: %.0f MB resident (%.0f as its share), a bare window %.0f (%.0f); ratio %.1f; "
                "idle %.2f %% "
                "of a processor over %d s\n",
        median(product.rss), median(product.pss), median(bare.rss), median(bare.pss), rss, idle * 100,
        idleSeconds);
    return {{u"messages"_s, messages}, {u"cpu_ms"_s, median(product.cpu)},
        {u"bare_cpu_ms"_s, median(bare.cpu)}, {u"ratio"_s, cpu}, {u"rss_mb"_s, median(product.rss)},
        {u"pss_mb"_s, median(product.pss)}, {u"bare_rss_mb"_s, median(bare.rss)},
        {u"bare_pss_mb"_s, median(bare.pss)}, {u"rss_ratio"_s, rss}, {u"idle_share"_s, idle}};
}

} // namespace fw::bench
