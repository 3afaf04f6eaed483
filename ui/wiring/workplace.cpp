#include "ui/wiring/workplace.h"

#include "connectors/oauth/desk_vault.h"
#include "connectors/oauth/token_keeper.h"
#include "connectors/oauth/wall_clock.h"
#include "ui/wiring/customer_leaks.h"
#include "ui/wiring/engine.h"
#include "ui/wiring/record_sources.h"
#include "ui/wiring/sender_lock.h"

#include <QDir>
#include <QFile>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
QString databaseIn(const QString &folder)
{
    return folder + u"/desk.db"_s;
}
} // namespace

/// The engine, its thread, and the right to run it.
struct Workplace::Sending {
    Sending(Store &store, const Clock &clock, TokenKeeper &tokens, const QString &folder)
        : lock(folder)
        , engine(std::make_unique<Engine>(
              store, clock, tokens, recordSources(folder), [this] { return lock.isAlone(); }))
    {
    }

    ~Sending()
    {
        if (!thread.isRunning()) {
            return;
        }
        // Connectors and timers belong to the thread, so they end in it.
        QMetaObject::invokeMethod(
            engine.get(), [this] { engine.reset(); }, Qt::BlockingQueuedConnection);
        thread.quit();
        thread.wait();
    }

    SenderLock lock;
    QThread thread;
    std::unique_ptr<Engine> engine;
};

Workplace::Workplace(
    const QString &folder, const Clock &clock, std::unique_ptr<IdSource> ids, std::unique_ptr<Store> store)
    : m_folder(folder)
    , m_clock(clock)
    , m_ids(std::move(ids))
    , m_store(std::move(store))
    , m_outbox(*m_store)
    , m_desk(*m_store)
    , m_wallClock(std::make_unique<WallClock>())
{
    m_outbox.addLeakFinder(&customerLeaks);
}

Workplace::~Workplace() = default;

Result<std::unique_ptr<Workplace>> Workplace::open(const QString &folder, const Clock &clock)
{
    if (!QFile::exists(databaseIn(folder))) {
        return Failure({.code = ErrorCode::NotFound,
            .detail = u"there is no desk in %1; make one with: floorwalkerctl --data %1 init"_s.arg(folder)});
    }
    return create(folder, clock);
}

namespace {
/// Only its owner may look into it.
Done makeFolder(const QString &folder)
{
    const auto onlyOwner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const bool isNew = !QFile::exists(folder);
    if (!QDir().mkpath(folder) || (isNew && !QFile::setPermissions(folder, onlyOwner))) {
        return Failure({.code = ErrorCode::Io,
            .detail = u"cannot create the folder %1; choose another with --data"_s.arg(folder)});
    }
    return {};
}
} // namespace

Result<std::unique_ptr<Workplace>> Workplace::create(const QString &folder, const Clock &clock)
{
    return openAt(DatabasePlace::ofFile(databaseIn(folder)), folder, clock);
}

Result<std::unique_ptr<Workplace>> Workplace::openTeam(
    const DatabasePlace &database, const QString &folder, const Clock &clock)
{
    Q_ASSERT(database.isPostgres());
    return openAt(database, folder, clock);
}

Result<std::unique_ptr<Workplace>> Workplace::openAt(
    const DatabasePlace &database, const QString &folder, const Clock &clock)
{
    if (const Done made = makeFolder(folder); !made) {
        return Failure(made.error());
    }
    auto ids = std::make_unique<IdSource>(clock);
    auto store = Store::open(database, clock, *ids);
    if (!store) {
        return Failure(store.error());
    }
    return std::unique_ptr<Workplace>(new Workplace(folder, clock, std::move(ids), *std::move(store)));
}

TokenKeeper &Workplace::tokens()
{
    if (!m_tokens) {
        auto vault = std::make_unique<DeskVault>(
            m_folder + u"/tokens.vault"_s, m_isVaultFileWanted ? VaultChoice::File : VaultChoice::Usual);
        m_tokens = std::make_unique<TokenKeeper>(std::move(vault), m_folder, *m_wallClock);
        if (m_askPassphrase) {
            m_tokens->setAskPassphrase([ask = m_askPassphrase] {
                return ask().map(
                    [](QByteArray passphrase) { return SecretBytes::take(std::move(passphrase)); });
            });
        }
    }
    return *m_tokens;
}

void Workplace::askPassphrase(AskPassphrase ask, bool isFileWanted)
{
    Q_ASSERT(!m_tokens);
    m_askPassphrase = std::move(ask);
    m_isVaultFileWanted = isFileWanted;
}

Done Workplace::claim()
{
    Q_ASSERT(!m_sending);
    if (isTeam()) {
        return Failure({.code = ErrorCode::Busy,
            .detail
            = u"the service of the team's database reads and sends: floorwalkerctl serve --database %1"_s.arg(
                m_store->place().shown())});
    }
    auto sending = std::make_unique<Sending>(*m_store, m_clock, tokens(), m_folder);
    const Done taken = sending->lock.take();
    if (taken) {
        m_sending = std::move(sending);
    }
    return taken;
}

void Workplace::start()
{
    Q_ASSERT(m_sending && !m_sending->thread.isRunning());
    m_sending->thread.setObjectName(u"engine"_s);
    m_sending->engine->moveToThread(&m_sending->thread);
    m_sending->thread.start();
    QMetaObject::invokeMethod(m_sending->engine.get(), &Engine::start);
}

bool Workplace::pullNow()
{
    if (m_sending) {
        QMetaObject::invokeMethod(m_sending->engine.get(), &Engine::pullNow);
    }
    return m_sending != nullptr;
}

} // namespace fw::wiring
