#pragma once

#include "app/model/message.h"
#include "ui/cli/terminal.h"
#include "ui/wiring/workplace.h"

#include <QCommandLineParser>
#include <QEventLoop>

namespace fw::cli {

/// What a command was called with.
struct Invocation {
    const QCommandLineParser &options;
    QStringList words = {}; // positional arguments after the command's own name
    const Clock &clock;
    Terminal &terminal;
    bool isJson = false;

    /// Of --agent on a team's database, where nobody is named: the login.
    [[nodiscard]] QString value(const QString &option) const;
    [[nodiscard]] bool has(const QString &option) const { return options.isSet(option); }
    /// The URL of --database, else of FW_DATABASE; empty: a desk of its own, also where --data is given without --database.
    [[nodiscard]] QString database() const;
    [[nodiscard]] bool isTeam() const { return !database().isEmpty(); }
    /// The desk of --data, or on the team's database. Errors: Usage without both, NotFound, Storage, StorageNewer.
    [[nodiscard]] Result<std::unique_ptr<wiring::Workplace>> workplace() const;
    /// For what only the program that reads and sends does. Errors: Usage on a team's database, where that is the service.
    [[nodiscard]] Done notOnTeam() const;
    /// The team's database. Errors: Usage when none is named.
    [[nodiscard]] Result<DatabasePlace> teamPlace() const;
};

/// One word on the command line.
struct Command {
    QString name = {};      // "account add"
    QString arguments = {}; // as in the help
    QString summary = {};
    QList<QCommandLineOption> options = {};
    Done (*run)(const Invocation &)
        = nullptr; // an error is printed in one line and makes the exit status 1 (Usage: 2)
};

// The commands, one list per file.
[[nodiscard]] QList<Command> accountCommands();
[[nodiscard]] QList<Command> accountShowCommands();
[[nodiscard]] QList<Command> signInCommands(); // account connect, disconnect, paste-token
[[nodiscard]] QList<Command> deskCommands();   // init, show, status
[[nodiscard]] QList<Command> replyCommands();
[[nodiscard]] QList<Command> outboxCommands(); // outbox, withdraw, release, retry, handled
[[nodiscard]] QList<Command> guardCommands();  // brake, tag, check
[[nodiscard]] QList<Command> stateCommands();  // snooze, resolve, merge, undo, bulk, next, …
[[nodiscard]] QList<Command> noteCommands();   // note, follow, notices
[[nodiscard]] QList<Command> viewCommands();   // queue, views, rules
[[nodiscard]] QList<Command> policyCommands(); // calendar and policy import, list, show; policy explain
[[nodiscard]] QList<Command> claimCommands();
[[nodiscard]] QList<Command> rosterCommands(); // agent import, list, show, state; team list
[[nodiscard]] QList<Command> loginCommands();  // team init, team login add, remove, list
[[nodiscard]] QList<Command> assignCommands(); // assign, escalate, handover
[[nodiscard]] QList<Command> auditCommands();
[[nodiscard]] QList<Command> statsCommands();
[[nodiscard]] QList<Command> whatIfCommands();
[[nodiscard]] QList<Command> forecastCommands(); // forecast, erlang
[[nodiscard]] QList<Command> customerCommands(); // who is who, and what may be shown
[[nodiscard]] QList<Command> nextBestCommands(); // customer next
[[nodiscard]] QList<Command> consentCommands();
[[nodiscard]] QList<Command> importCommands(); // import, import map, import maps, import watch, stock import
[[nodiscard]] QList<Command> orderCommands();  // order formats
[[nodiscard]] QList<Command> stockCommands();
[[nodiscard]] QList<Command> erasureCommands();      // customer erase
[[nodiscard]] QList<Command> personExportCommands(); // customer export
[[nodiscard]] QList<Command> retentionCommands();    // retention set, show, preview, run
[[nodiscard]] QList<Command> refreshCommands();      // refresh set, show, test, remove
[[nodiscard]] QList<Command> savedReplyCommands();   // saved-reply import, export, list, use
[[nodiscard]] QList<Command> proposalCommands();     // proposals, approve, return
[[nodiscard]] QList<Command> arrivalRuleCommands();  // arrival-rules import, list, show, dry-run
[[nodiscard]] QList<Command> macroCommands();        // macro import, list, run, undo
[[nodiscard]] QList<Command> moderateCommands();
[[nodiscard]] QList<Command> countCommands();
[[nodiscard]] QList<Command> budgetCommands();
[[nodiscard]] QList<Command> pullCommands();
[[nodiscard]] QList<Command> dispatchCommands();
[[nodiscard]] QList<Command> serveCommands();
[[nodiscard]] QList<Command> doctorCommands();
[[nodiscard]] QList<Command> sandboxCommands();
[[nodiscard]] QList<Command> demoCommands();
[[nodiscard]] QList<Command> simulateCommands();
[[nodiscard]] QList<Command> searchCommands();

/// Runs the event loop until `future` is finished. For programs without a window.
template <typename T>
[[nodiscard]] T await(const QFuture<T> &future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished()) {
        loop.exec();
    }
    return future.resultCount() > 0 ? future.result() : CancelledValue<T>::make();
}

/// The account named by --account, or the only one there is. Errors: Usage, NotFound.
[[nodiscard]] Result<Account> chosenAccount(const Invocation &call, wiring::Workplace &workplace);
/// The desk of --data together with the accounts meant by an optional --account. Errors: as workplace() and chosenAccounts().
struct Desk {
    std::unique_ptr<wiring::Workplace> workplace = {};
    QList<Account> accounts = {};
};
[[nodiscard]] Result<Desk> openDesk(const Invocation &call);
/// The accounts meant by an optional --account: that one, or all. Errors: as chosenAccount, Usage when there is none at all.
[[nodiscard]] Result<QList<Account>> chosenAccounts(const Invocation &call, wiring::Workplace &workplace);

/// "@jreyes", else the name, else what stands for nobody: for a line on the terminal.
[[nodiscard]] QString nameOf(const Identity &person);

/// The message named by --message and, where needed, --account. Errors: NotFound, Usage.
[[nodiscard]] Result<Message> chosenMessage(const Invocation &call, wiring::Workplace &workplace);

/// --agent: who acts. Whoever runs the command, unless it says otherwise.
[[nodiscard]] QCommandLineOption agentOption(const QString &summary);

/// Makes the token vault ready, asking for its passphrase where it needs one. Errors: Usage, Forbidden (wrong passphrase), Storage, Io.
[[nodiscard]] Done openVault(const Invocation &call, wiring::Workplace &workplace);
/// From --passphrase-file, else typed; twice when `isNew`. Errors: Usage when there is nobody to type it, Io.
[[nodiscard]] Result<QByteArray> passphraseOf(const Invocation &call, bool isNew);

} // namespace fw::cli
