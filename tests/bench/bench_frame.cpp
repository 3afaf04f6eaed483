#include "app/store/migrations.h"
#include "app/store/store.h"
#include "tests/bench/bench.h"
#include "tests/bench/or_exit.h"
#include "tests/bench/plain_cards.h"
#include "tests/bench/thread_cpu.h"
#include "tests/bench/waiting_desk.h"
#include "ui/desktop/queue/queue_pane.h"
#include "ui/desktop/shell/sources.h"
#include "ui/desktop/theme/theme.h"

#include <QApplication>
#include <QEventLoop>
#include <QListView>
#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kRows = 100'000;
constexpr int kFrames = 600; // of each, in a round
constexpr int kScrolledRows = 3;
constexpr QSize kSize(1600, 900);

/// The product's queue on a real store with all of its rows read.
class LiveQueue
{
public:
    LiveQueue(const QString &file, int rows) : m_ids(m_clock)
    {
        const auto place = DatabasePlace::ofFile(file);
        {
            const auto db = valueOrExit(Database::open(place, Database::Access::ReadWrite, m_clock, m_ids));
            doneOrExit(migrate(*db));
            fillWithWaiting(*db, rows, m_random);
        }
        m_store = valueOrExit(Store::open(place, m_clock, m_ids));
        m_pane = std::make_unique<ui::QueuePane>(ui::queueFrom(*m_store), m_theme, m_clock, View::Waiting);
        m_pane->resize(kSize);
        m_pane->show();
        readAll(rows);
    }

    [[nodiscard]] QListView &list() { return *m_pane->findChild<QListView *>(); }
    /// Somebody whose row is there already writes again.
    void messageArrives()
    {
        m_arrived = m_pane->model().idAt(m_random.bounded(m_pane->model().rowCount()));
        const auto written = m_store->write([id = m_arrived, count = ++m_messages](Database &db) {
            db.exec(u"UPDATE conversation SET unanswered_count = unanswered_count + 1, preview = ?,"
                    " last_message_at_ms = last_message_at_ms + 1 WHERE id = ?"_s,
                {u"And another question, number %1"_s.arg(count), id.value});
        });
        while (!written.isFinished()) {
            QThread::yieldCurrentThread();
        }
    }
    /// The window hears of it.
    void tell() { m_pane->model().refresh({m_arrived}); }

private:
    void readAll(int rows)
    {
        ui::QueueModel &model = m_pane->model();
        while (model.rowCount() < rows) {
            model.fetchMore({});
            if (model.isLoading()) {
                QEventLoop loop;
                QObject::connect(&model, &ui::QueueModel::pageLoaded, &loop, &QEventLoop::quit);
                QObject::connect(&model, &ui::QueueModel::readFailed, &loop,
                    [](const Error &error) { giveUp(error.detail); });
                loop.exec();
            }
        }
    }

    SystemClock m_clock;
    IdSource m_ids;
    QRandomGenerator m_random{1};
    std::unique_ptr<Store> m_store;
    ui::Theme m_theme{ui::ThemeMode::Light};
    std::unique_ptr<ui::QueuePane> m_pane;
    ConversationId m_arrived = {};
    int m_messages = 0;
};

/// CPU milliseconds of single frames.
struct Frames {
    QList<double> ms = {};

    [[nodiscard]] double at(double share) const
    {
        QList<double> sorted = ms;
        std::sort(sorted.begin(), sorted.end());
        return sorted.at(std::min(sorted.size() - 1, qsizetype(double(sorted.size()) * share)));
    }
};

/// By turns somewhere else and three rows further; what it takes to be painted there.
void drawFrame(QListView &list, int frame, int row)
{
    if (frame % 2 == 0) {
        list.scrollTo(list.model()->index(row, 0), QAbstractItemView::PositionAtTop);
    } else {
        QScrollBar *bar = list.verticalScrollBar();
        bar->setValue(bar->value() + kScrolledRows * list.sizeHintForRow(0));
    }
    list.viewport()->repaint();
}
} // namespace

QJsonObject benchFrame(const Options &options)
{
    const int rows = std::max(1'000, int(kRows * options.size));
    const int frames = std::max(20, int(kFrames * options.rounds * std::min(1.0, options.size)));
    const QTemporaryDir folder;
    LiveQueue queue(folder.filePath(u"desk.db"_s), rows);
    QListView &list = queue.list();
    PlainCards cards(rows, list.sizeHintForRow(0));
    cards.resize(list.size());
    cards.show();
    QApplication::processEvents();
    QRandomGenerator random(2);
    Frames subject;
    Frames reference;
    for (int frame = 0; frame < frames; ++frame) {
        const int row = random.bounded(rows);
        queue.messageArrives();
        const double begun = threadCpuMs();
        queue.tell();
        QApplication::processEvents();
        drawFrame(list, frame, row);
        const double drawn = threadCpuMs();
        drawFrame(cards, frame, row);
        subject.ms.append(drawn - begun);
        reference.ms.append(threadCpuMs() - drawn);
    }
    constexpr double kLate = 0.99;
    const double ratio = subject.at(kLate) / std::max(reference.at(kLate), 1e-9);
    std::printf(
        "%d frames of %dx%d with %d rows, a message before each: %.2f ms of CPU at the 99th percentile (half "
        "under %.2f); plain cards %.2f (%.2f); ratio %.2f\n",
        frames, list.viewport()->width(), list.viewport()->height(), rows, subject.at(kLate), subject.at(0.5),
        reference.at(kLate), reference.at(0.5), ratio);
    return {{u"rows"_s, rows}, {u"frames"_s, frames}, {u"p99_ms"_s, subject.at(kLate)},
        {u"p50_ms"_s, subject.at(0.5)}, {u"plain_p99_ms"_s, reference.at(kLate)},
        {u"plain_p50_ms"_s, reference.at(0.5)}, {u"ratio"_s, ratio}};
}

} // namespace fw::bench
