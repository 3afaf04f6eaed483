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

Store::Store(const DatabasePlace &place, const Clock &clock, IdSource &ids)
    : m_place(place)
    , m_clock(clock)
    , m_ids(ids)
{
    m_writing.moveToThread(&m_writingThread);
    m_reading.moveToThread(&m_readingThread);
    m_studying.moveToThread(&m_studyingThread);
    m_listening.moveToThread(&m_listeningThread);
    m_writingThread.setObjectName(QLatin1String("store-writer"));
    m_readingThread.setObjectName(QLatin1String("store-reader"));
    m_studyingThread.setObjectName(QLatin1String("store-studier"));
    m_listeningThread.setObjectName(QLatin1String("store-listener"));
    m_writingThread.start();
    m_readingThread.start();
    m_studyingThread.start();
    if (place.isPostgres()) {
        m_listeningThread.start();
    }
}

Result<std::unique_ptr<Store>> Store::open(const DatabasePlace &place, const Clock &clock, IdSource &ids)
{
    std::unique_ptr<Store> store(new Store(place, clock, ids));
    if (const Done opened = store->connectAll(); !opened) {
        return Failure(opened.error());
    }
    return store;
}

Done Store::connectAll()
{
    if (Done opened = openIn(m_writing, m_writer, Database::Access::ReadWrite); !opened) {
        return opened;
    }
    Done migrated;
    callIn(m_writing, [&] { migrated = migrate(*m_writer); });
    if (!migrated) {
        return migrated;
    }
    if (Done opened = openIn(m_reading, m_reader, Database::Access::ReadOnly); !opened) {
        return opened;
    }
    if (m_place.isPostgres()) {
        listen();
    }
    return {};
}

Done Store::openIn(QObject &context, std::unique_ptr<Database> &into, Database::Access access)
{
    Done opened;
    // A QSqlDatabase belongs to the thread that opened it.
    callIn(context, [&] {
        auto database = Database::open(m_place, access, m_clock, m_ids);
        if (database) {
            into = *std::move(database);
        } else {
            opened = Failure(database.error());
        }
    });
    return opened;
}

/// In the studying thread.
void Store::connectStudier()
{
    if (m_studier) {
        return;
    }
    auto database = Database::open(m_place, Database::Access::ReadOnly, m_clock, m_ids);
    if (database) {
        m_studier = *std::move(database);
    } else {
        m_studyProblem = database.error();
    }
}

void Store::listen()
{
    callIn(m_listening, [&] {
        m_listener = std::make_unique<ChangeListener>(m_place, m_clock, m_ids);
        connect(m_listener.get(), &ChangeListener::committedSomewhere, this, &Store::committedSomewhere,
            Qt::DirectConnection);
        connect(
            m_listener.get(), &ChangeListener::hearingChanged, this,
            [this](bool hears) {
                m_isListening = hears;
                Q_EMIT listeningChanged(hears);
            },
            Qt::DirectConnection);
        m_listener->start();
    });
}

Store::~Store()
{
    // Posted work runs before these, because each thread takes its events in order.
    if (m_listeningThread.isRunning()) {
        callIn(m_listening, [this] { m_listener.reset(); });
    }
    callIn(m_studying, [this] { m_studier.reset(); });
    callIn(m_reading, [this] { m_reader.reset(); });
    callIn(m_writing, [this] { m_writer.reset(); });
    for (QThread *thread : {&m_listeningThread, &m_studyingThread, &m_readingThread, &m_writingThread}) {
        thread->quit();
        thread->wait();
    }
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
