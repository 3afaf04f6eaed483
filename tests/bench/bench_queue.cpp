#include "app/core/ids.h"
#include "app/store/conversation_store.h"
#include "app/store/migrations.h"
#include "tests/bench/bench.h"
#include "tests/bench/or_exit.h"
#include "tests/bench/waiting_desk.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kSmall = 10'000;
constexpr int kLarge = 1'000'000;
constexpr int kPagesARound = 400;
constexpr int kRows = 50;

/// A desk where so many wait, of every class, half of them with something due.
class Queue
{
public:
    Queue(const QString &file, int size) : m_ids(m_clock)
    {
        const auto place = DatabasePlace::ofFile(file);
        m_db = valueOrExit(Database::open(place, Database::Access::ReadWrite, m_clock, m_ids));
        doneOrExit(migrate(*m_db));
        fillWithWaiting(*m_db, size, m_random);
    }

    /// Pages from places all over the queue.
    void readPages(int count)
    {
        for (int i = 0; i < count; ++i) {
            const QueueKey after{.classRank = m_random.bounded(3),
                .due = instantFromMs(kDayMs + m_random.bounded(int(kDayMs))),
                .at = instantFromMs(m_random.bounded(int(kDayMs)))};
            m_db->beginReading();
            m_rows += ConversationStore(*m_db).page(View::Waiting, after, kRows).size();
            m_db->rollback();
        }
    }

    void readCounts(int count)
    {
        for (int i = 0; i < count; ++i) {
            m_db->beginReading();
            m_rows += ConversationStore(*m_db).counts().waiting;
            m_db->rollback();
        }
    }

    [[nodiscard]] qint64 rows() const { return m_rows; }

private:
    SystemClock m_clock;
    IdSource m_ids;
    std::unique_ptr<Database> m_db;
    QRandomGenerator m_random{1};
    qint64 m_rows = 0;
};
} // namespace

QJsonObject benchQueue(const Options &options)
{
    const int large = std::max(kSmall, int(kLarge * options.size));
    const int pages = std::max(1, int(kPagesARound * std::min(1.0, options.size * 10)));
    const QTemporaryDir folder;
    Queue small(folder.filePath(u"small.db"_s), kSmall);
    Queue big(folder.filePath(u"large.db"_s), large);
    const Pair page = measure(
        options.rounds, [&] { big.readPages(pages); }, [&] { small.readPages(pages); });
    const Pair counts = measure(
        options.rounds, [&] { big.readCounts(pages / 10 + 1); }, [&] { small.readCounts(pages / 10 + 1); });
    const double each = 1e6 / pages;
    std::printf("a page of %d: %.0f us of CPU among %d, %.0f among %d; ratio %.2f\n", kRows,
        page.subject.median() * each, large, page.reference.median() * each, kSmall, page.ratio());
    std::printf("counts: ratio %.2f\n", counts.ratio());
    QJsonObject report = page.toJson();
    report.insert(u"counts"_s, counts.toJson());
    report.insert(u"conversations"_s, large);
    report.insert(u"rows"_s, big.rows());
    return report;
}

} // namespace fw::bench
