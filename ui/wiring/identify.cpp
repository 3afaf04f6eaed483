#include "app/store/account_store.h"
#include "app/store/journal_store.h"
#include "app/store/ledger_store.h"
#include "ui/wiring/sign_in.h"

#include <QPromise>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
enum class Pauses { Refusals, All };

void note(Database &db, const Account &account, const Answer<Profile> &answer, Pauses ended)
{
    LedgerStore(db).note(account, answer.facts);
    if (!answer.result) {
        return;
    }
    AccountStore accounts(db);
    accounts.setProfile(account.id, answer.result->remoteId, answer.result->handle, answer.result->name);
    accounts.learn(account.id, answer.result->learned);
    const auto now = accounts.byId(account.id);
    if (now && now->isPaused()
        && (ended == Pauses::All || now->pausedReason == toString(ErrorCode::Unauthorised))) {
        accounts.resume(account.id);
        LedgerStore(db).clearBlock(account.id, Operation::Reply);
        JournalStore(db).add({.fact = u"account-resumed"_s, .account = account.id});
    }
}

/// One question. It outlives the connector's own callbacks, and so the connector may go with it. Deletes itself when done.
class Question final : public QObject
{
public:
    Question(Store &store, std::unique_ptr<Connector> connector, Account account, Pauses ended)
        : m_store(store)
        , m_connector(std::move(connector))
        , m_account(std::move(account))
        , m_ended(ended)
    {
    }

    QFuture<Result<Profile>> ask()
    {
        m_promise.start();
        const auto future = m_promise.future();
        whenDone(m_connector->identify(), this, [this](const Answer<Profile> &answer) { keep(answer); });
        return future;
    }

private:
    void keep(const Answer<Profile> &answer)
    {
        const auto noted = m_store.write([account = m_account, answer, ended = m_ended](
                                             Database &db) { note(db, account, answer, ended); });
        whenDone(noted, this, [this, answer](const Done &done) {
            m_promise.addResult(done ? answer.result : Result<Profile>(Failure(done.error())));
            m_promise.finish();
            deleteLater();
        });
    }

    Store &m_store;
    std::unique_ptr<Connector> m_connector;
    const Account m_account;
    const Pauses m_ended; // by the network's knowing us
    QPromise<Result<Profile>> m_promise;
};

QFuture<Result<Profile>> askWho(Workplace &workplace, const Account &account, Pauses ended)
{
    auto connector = makeConnector(account, workplace.clock(), &workplace.tokens());
    if (!connector) {
        return ready(Result<Profile>(Failure(connector.error())));
    }
    return (new Question(workplace.store(), *std::move(connector), account, ended))->ask();
}
} // namespace

QFuture<Result<Profile>> identify(Workplace &workplace, const Account &account)
{
    return askWho(workplace, account, Pauses::Refusals);
}

QFuture<Result<Profile>> resume(Workplace &workplace, const Account &account)
{
    return askWho(workplace, account, Pauses::All);
}

} // namespace fw::wiring
