#pragma once

#include "app/intake/keep_post.h"
#include "app/network/connector.h"
#include "app/network/limit_table.h"
#include "app/store/store.h"

#include <functional>

namespace fw {

/// What one walk did.
struct WalkReport {
    AccountId account = {};
    int pages = 0;
    int stored = 0;
    int repeated = 0;
    int edited = 0;
    int unreadable = 0;
    std::optional<Error> error = {}; // the walk was cut; what had arrived is stored, the cursor did not move
};

/// One walk over every stream of an account: page by page, each page in its own transaction, and a stream's cursor moves only when all its
/// pages are stored. Finishes once, then deletes nothing: the owner does. Thread: the connector's.
class AccountWalk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountWalk)
public:
    AccountWalk(
        Store &store, Connector &connector, const Clock &clock, AccountId account, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void messageStored(const fw::Message &message);
    void finished(const fw::WalkReport &report);

private:
    /// Counts the call and asks whether it may be made now; then `call`, or the end of the walk.
    void whenAllowed(Operation operation, std::function<void()> call);
    void identify();
    void nextStream();
    void nextPage();
    void storePage(const PostPage &page, const CallFacts &facts);
    void tell(const QList<KeptPost> &page);
    void goOn(const QString &nextPageToken);
    void completeStream();
    void fail(Operation operation, const Error &error, const CallFacts &facts);
    void finish(const std::optional<Error> &error);

    Store &m_store;
    Connector &m_connector;
    const Clock &m_clock;
    Account m_account;
    WalkReport m_report;
    QList<Stream> m_streams;
    Stream m_stream;
    Cursor m_cursor;
    QString m_newest;
    Instant m_streamStart = {};
};

} // namespace fw
