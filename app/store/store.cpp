#include "app/store/store.h"

#include "app/core/crash_point.h"
#include "app/store/migrations.h"

namespace fw {

namespace {
/// Runs `work` in `context`'s thread and waits for it.
template <typename Work>
void callIn(QObject &context, Work work)
{
    QMetaObject::invokeMethod(&context, work, Qt::BlockingQueuedConnection);
}
} // namespace

Store::Store(const QString &file, const Clock &clock) : m_file(file), m_clock(clock)
{
    m_writing.moveToThread(&m_writingThread);
    m_reading.moveToThread(&m_readingThread);
    m_writingThread.setObjectName(QLatin1String("store-writer"));
    m_readingThread.setObjectName(QLatin1String("store-reader"));
    m_writingThread.start();
    m_readingThread.start();
}

Result<std::unique_ptr<Store>> Store::open(const QString &file, const Clock &clock, IdSource &ids)
{
    std::unique_ptr<Store> store(new Store(file, clock));
    Done opened;
    // A QSqlDatabase belongs to the thread that opened it.
    callIn(store->m_writing, [&] {
        auto database = Database::open(file, Database::Access::ReadWrite, clock, ids);
        if (!database) {
            opened = Failure(database.error());
            return;
        }
        store->m_writer = std::move(*database);
        opened = migrate(*store->m_writer, file);
    });
    if (!opened) {
        return Failure(opened.error());
    }
    callIn(store->m_reading, [&] {
        auto database = Database::open(file, Database::Access::ReadOnly, clock, ids);
        if (database) {
            store->m_reader = std::move(*database);
        } else {
            opened = Failure(database.error());
        }
    });
    if (!opened) {
        return Failure(opened.error());
    }
    return store;
}

Store::~Store()
{
    // Posted work runs before these, because each thread takes its events in order.
    callIn(m_reading, [this] { m_reader.reset(); });
    callIn(m_writing, [this] { m_writer.reset(); });
    m_readingThread.quit();
    m_writingThread.quit();
    m_readingThread.wait();
    m_writingThread.wait();
}

void Store::begin(Database &database, bool isWriting)
{
    database.clearError();
    if (isWriting) {
        database.beginWriting();
    } else {
        database.beginReading();
    }
}

Done Store::end(Database &database, bool isWriting)
{
    const Done done = database.commit();
    if (done && isWriting) {
        reachedCommitted();
        Q_EMIT committed();
    }
    return done;
}

} // namespace fw
