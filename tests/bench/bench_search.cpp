#include "app/store/search_store.h"
#include "tests/bench/bench.h"
#include "tests/bench/message_desk.h"
#include "tests/bench/or_exit.h"
#include "tests/bench/raw_messages.h"
#include "tests/bench/thread_cpu.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTimeZone>

#include <algorithm>
#include <cstdio>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMessages = 1'000'000;
constexpr int kPage = 100;
constexpr int kRows = 50;
constexpr int kOfEach = 40;
constexpr int kCommon = 25;

/// What somebody looks for, as they type it and as FTS5 takes it.
struct Asked {
    const char *kind = "";
    QString typed = {};
    QByteArray match = {};
};

/// The same messages in both.
struct Shelves {
    explicit Shelves(int messages)
        : corpus(2, messages)
        , desk(folder.filePath(u"desk.db"_s))
        , raw(folder.filePath(u"raw.db"_s))
        , messagesWith(size_t(Corpus::kWords), 0)
    {
        for (int done = 0; done < messages; done += kPage) {
            QList<Line> lines;
            for (int i = 0; i < kPage; ++i) {
                lines.append(corpus.next());
                note(lines.constLast());
                raw.insert(lines.constLast());
            }
            desk.take(pageOf(lines, false), false);
            desk.take(pageOf(lines, true), true);
        }
        desk.finish();
        raw.finish();
    }

    QTemporaryDir folder{};
    Corpus corpus;
    MessageDesk desk;
    RawMessages raw;
    std::vector<int> messagesWith; // by rank
    std::vector<std::vector<int>> texts = {};

private:
    void note(const Line &line)
    {
        std::vector<int> words = line.words;
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
        for (const int word : words) {
            ++messagesWith[size_t(word)];
        }
        if (texts.size() < 4000) {
            texts.push_back(line.words);
        }
    }
};

QString textOf(int rank)
{
    return QString::fromLatin1(Corpus::word(rank));
}

QList<Asked> questions(const Shelves &shelves, int messages)
{
    std::mt19937 random(3);
    QList<Asked> all;
    const auto add = [&all](const char *kind, const QString &typed, const QByteArray &match) {
        all.append({.kind = kind, .typed = typed, .match = match});
    };
    for (int rank = 0; rank < kCommon; ++rank) {
        add("common", textOf(rank), Corpus::word(rank));
    }
    const auto addWords = [&](const char *kind, int least, int most) {
        std::vector<int> fitting;
        for (int rank = 0; rank < Corpus::kWords; ++rank) {
            const double each = shelves.messagesWith[size_t(rank)] * 100'000.0 / messages;
            if (each >= least && each <= most) {
                fitting.push_back(rank);
            }
        }
        std::shuffle(fitting.begin(), fitting.end(), random);
        for (size_t i = 0; i < std::min(size_t(kOfEach), fitting.size()); ++i) {
            add(kind, textOf(fitting[i]), Corpus::word(fitting[i]));
        }
    };
    addWords("middling", 200, 600);
    addWords("rare", 1, 5);
    for (int i = 0; i < kOfEach; ++i) {
        const std::vector<int> &text = shelves.texts[random() % shelves.texts.size()];
        const size_t at = random() % (text.size() - 1);
        const int first = text[at];
        const int second = text[at + 1];
        const int far = text[random() % text.size()];
        add("two words", textOf(first) + u' ' + textOf(far), Corpus::word(first) + ' ' + Corpus::word(far));
        add("phrase", u'"' + textOf(first) + u' ' + textOf(second) + u'"',
            '"' + Corpus::word(first) + ' ' + Corpus::word(second) + '"');
        const QByteArray begin = Corpus::word(100 + int(random() % 9'000)).left(4);
        add("prefix", QString::fromLatin1(begin) + u'*', begin + '*');
    }
    return all;
}

SearchQuery parsed(const Asked &asked)
{
    return valueOrExit(parseSearch(asked.typed, QTimeZone::utc()));
}

/// Milliseconds of the slowest hundredth, and of the middle.
struct Spread {
    QList<double> all = {};
    [[nodiscard]] double at(double share)
    {
        std::sort(all.begin(), all.end());
        return all.isEmpty() ? 0 : all.at(std::min(all.size() - 1, qsizetype(share * double(all.size()))));
    }
};

template <typename Work>
double timed(const Work &work)
{
    const double before = threadCpuMs();
    work();
    return threadCpuMs() - before;
}
} // namespace

QJsonObject benchSearch(const Options &options)
{
    const int messages = std::max(20'000, int(kMessages * options.size));
    Shelves shelves(messages);
    Database &db = shelves.desk.database();
    const QList<Asked> asked = questions(shelves, messages);
    QMap<QString, std::pair<Spread, Spread>> kinds;
    for (int round = 0; round < options.rounds; ++round) {
        for (const Asked &one : asked) {
            const SearchQuery query = parsed(one);
            qsizetype found = 0;
            int plain = 0;
            const double ours = timed([&] {
                db.beginReading();
                found = SearchStore(db).find(query, SearchOrder::Newest, {}, kRows).size();
                db.rollback();
            });
            const double theirs = timed([&] { plain = shelves.raw.find(one.match); });
            if (found != plain) {
                giveUp(u"%1 finds %2, plain SQLite %3"_s.arg(one.typed).arg(found).arg(plain));
            }
            for (const QString &kind : {QString::fromLatin1(one.kind), u"all"_s}) {
                kinds[kind].first.all.append(ours);
                kinds[kind].second.all.append(theirs);
            }
        }
    }
    QJsonArray reports;
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
        const double ours = kind->first.at(0.99);
        const double theirs = kind->second.at(0.99);
        std::printf("%-10s p99 %.2f ms of CPU, plain FTS5 %.2f, ratio %.2f; median %.2f and %.2f\n",
            qPrintable(kind.key()), ours, theirs, theirs > 0 ? ours / theirs : 0, kind->first.at(0.5),
            kind->second.at(0.5));
        reports.append(QJsonObject{{u"kind"_s, kind.key()}, {u"p99_ms"_s, ours}, {u"plain_p99_ms"_s, theirs},
            {u"ratio"_s, theirs > 0 ? ours / theirs : 0}});
    }
    return {{u"messages"_s, messages}, {u"kinds"_s, reports}};
}

QJsonObject benchRelevance(const Options &options)
{
    const int messages = std::max(20'000, int(kMessages * options.size));
    Shelves shelves(messages);
    Database &db = shelves.desk.database();
    Spread spread;
    QString slowest;
    double most = 0;
    for (int round = 0; round < options.rounds; ++round) {
        for (const Asked &one : questions(shelves, messages)) {
            const SearchQuery query = parsed(one);
            const double took = timed([&] {
                db.beginReading();
                Q_UNUSED(SearchStore(db).find(query, SearchOrder::Relevance, {}, kRows))
                db.rollback();
            });
            spread.all.append(took);
            if (took > most) {
                most = took;
                slowest = one.typed;
            }
        }
    }
    std::printf("by relevance among %d: median %.2f ms of CPU, p99 %.2f, most %.2f (%s); aim 100\n", messages,
        spread.at(0.5), spread.at(0.99), most, qPrintable(slowest));
    return {{u"messages"_s, messages}, {u"median_ms"_s, spread.at(0.5)}, {u"p99_ms"_s, spread.at(0.99)},
        {u"most_ms"_s, most}};
}

} // namespace fw::bench
