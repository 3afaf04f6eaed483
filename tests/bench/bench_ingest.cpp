#include "tests/bench/bench.h"
#include "tests/bench/message_desk.h"
#include "tests/bench/raw_messages.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMessages = 100'000;
constexpr int kPage = 100;

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

/// CPU of what was done between two questions.
class Meter
{
public:
    template <typename Work>
    void add(const Work &work)
    {
        const double before = cpuSeconds();
        work();
        m_seconds += cpuSeconds() - before;
    }
    [[nodiscard]] double seconds() const { return m_seconds; }

private:
    double m_seconds = 0;
};

struct Round {
    double desk = 0;
    double raw = 0;
    double json = 0; // QJsonDocument alone, on the same pages
    qint64 stored = 0;
    qint64 deskBytes = 0;
    qint64 rawBytes = 0;
};

/// Both fill an empty file, page by page in turns.
Round fill(int messages)
{
    const QTemporaryDir folder;
    const QString deskFile = folder.filePath(u"desk.db"_s);
    const QString rawFile = folder.filePath(u"raw.db"_s);
    Round round;
    {
        Corpus corpus(1, messages);
        MessageDesk desk(deskFile);
        RawMessages raw(rawFile);
        Meter ofDesk;
        Meter ofRaw;
        Meter ofJson;
        qsizetype read = 0;
        for (int done = 0; done < messages; done += kPage) {
            QList<Line> lines;
            for (int i = 0; i < kPage; ++i) {
                lines.append(corpus.next());
            }
            const QByteArray twitter = pageOf(lines, false);
            const QByteArray facebook = pageOf(lines, true);
            ofDesk.add([&] {
                desk.take(twitter, false);
                desk.take(facebook, true);
            });
            ofRaw.add([&] {
                for (const Line &line : std::as_const(lines)) {
                    raw.insert(line);
                }
            });
            ofJson.add([&] {
                read += QJsonDocument::fromJson(twitter).object().size();
                read += QJsonDocument::fromJson(facebook).object().size();
            });
        }
        ofDesk.add([&] { desk.finish(); });
        ofRaw.add([&] { raw.finish(); });
        round = {.desk = ofDesk.seconds(),
            .raw = ofRaw.seconds(),
            .json = read > 0 ? ofJson.seconds() : 0,
            .stored = desk.stored()};
    }
    round.deskBytes = QFileInfo(deskFile).size();
    round.rawBytes = QFileInfo(rawFile).size();
    return round;
}

int messagesOf(const Options &options)
{
    return std::max(kPage, int(kMessages * options.size));
}
} // namespace

QJsonObject benchIngest(const Options &options)
{
    const int messages = messagesOf(options);
    Pair pair;
    double json = 0;
    qint64 stored = 0;
    for (int i = 0; i < options.rounds; ++i) {
        const Round round = fill(messages);
        pair.subject.seconds.append(round.desk);
        pair.reference.seconds.append(round.raw);
        json = round.json;
        stored = round.stored;
    }
    std::sort(pair.subject.seconds.begin(), pair.subject.seconds.end());
    std::sort(pair.reference.seconds.begin(), pair.reference.seconds.end());
    const double rate = pair.ratio() > 0 ? 1 / pair.ratio() : 0;
    std::printf("%d messages of which %lld are new: %.0f a CPU second; plain SQLite %.0f; %.2f of its rate"
                " (QJsonDocument alone %.0f)\n",
        messages, stored, messages / std::max(pair.subject.median(), 1e-9),
        messages / std::max(pair.reference.median(), 1e-9), rate, messages / std::max(json, 1e-9));
    QJsonObject report = pair.toJson();
    report.insert(u"messages"_s, messages);
    report.insert(u"stored"_s, stored);
    report.insert(u"share_of_plain_rate"_s, rate);
    return report;
}

QJsonObject benchStoreSize(const Options &options)
{
    const Round round = fill(messagesOf(options));
    const auto each
        = [&round](qint64 bytes) { return double(bytes) / double(std::max<qint64>(1, round.stored)); };
    const double ratio = double(round.deskBytes) / double(std::max<qint64>(1, round.rawBytes));
    std::printf("%lld messages: %.0f bytes each; plain SQLite %.0f; ratio %.2f\n", round.stored,
        each(round.deskBytes), each(round.rawBytes), ratio);
    return {{u"messages"_s, round.stored}, {u"bytes"_s, round.deskBytes}, {u"plain_bytes"_s, round.rawBytes},
        {u"ratio"_s, ratio}};
}

} // namespace fw::bench
