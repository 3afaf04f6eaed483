#pragma once

#include "app/desk/desk.h"
#include "app/dispatch/outbox.h"
#include "app/store/store.h"

namespace fw {
class TokenKeeper;
class WallClock;
}

namespace fw::wiring {

/// One desk: its store, what people do with it, and (after start) a thread that reads and sends. The store is a file of the desk's folder, or a team's
/// database; then the folder holds only what is local (the window's state, tokens where the service runs), and the team's service reads and sends.
/// Destroyed in reverse order of use. Thread: GUI or main.
class Workplace final
{
    Q_DISABLE_COPY_MOVE(Workplace)
public:
    /// Opens DIR/desk.db. Errors: NotFound when `folder` was never initialised, Storage, StorageNewer.
    [[nodiscard]] static Result<std::unique_ptr<Workplace>> open(const QString &folder, const Clock &clock);
    /// Creates the folder (0700) and the database (0600) if they are not there; then open().
    [[nodiscard]] static Result<std::unique_ptr<Workplace>> create(const QString &folder, const Clock &clock);
    /// Opens a team's database; `folder` is made if it is not there. Errors: Storage, StorageNewer, Io.
    [[nodiscard]] static Result<std::unique_ptr<Workplace>> openTeam(
        const DatabasePlace &database, const QString &folder, const Clock &clock);
    ~Workplace();

    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] Outbox &outbox() { return m_outbox; }
    [[nodiscard]] Desk &desk() { return m_desk; }
    /// The tokens of accounts without a token file, out of the system's keychain or DIR/tokens.vault.
    [[nodiscard]] TokenKeeper &tokens();
    using AskPassphrase = std::function<Result<QByteArray>()>;
    /// Whom to ask when DIR/tokens.vault is locked, in the thread of whoever wants a token. With `isFileWanted` the tokens go into that file even
    /// where there is a keychain. Call before anybody asks for tokens().
    void askPassphrase(AskPassphrase ask, bool isFileWanted);
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] bool isTeam() const { return m_store->place().isPostgres(); }

    /// Takes the right to read and send for this folder. Errors: Busy when another process has it, as a team's service always does; the desk can then
    /// still be used, and that process sends what is queued here.
    [[nodiscard]] Done claim();
    /// Starts intake and dispatch of every account in a thread of their own. Once, after claim().
    void start();
    /// Walks every account now instead of when the next walk is due. false: another process does that.
    bool pullNow();

private:
    struct Sending;

    [[nodiscard]] static Result<std::unique_ptr<Workplace>> openAt(
        const DatabasePlace &database, const QString &folder, const Clock &clock);
    Workplace(const QString &folder, const Clock &clock, std::unique_ptr<IdSource> ids,
        std::unique_ptr<Store> store);

    QString m_folder;
    const Clock &m_clock;
    std::unique_ptr<IdSource> m_ids;
    std::unique_ptr<Store> m_store;
    Outbox m_outbox;
    Desk m_desk;
    std::unique_ptr<WallClock> m_wallClock;
    AskPassphrase m_askPassphrase;
    bool m_isVaultFileWanted = false;
    std::unique_ptr<TokenKeeper> m_tokens;
    std::unique_ptr<Sending> m_sending; // first to go: it uses all of the above
};

} // namespace fw::wiring
