#pragma once

#include "app/intake/keep_post.h"
#include "app/network/connector.h"
#include "app/network/limit_table.h"
#include "app/store/account_store.h"
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
    int completedStreams = 0;
    std::optional<Error> error
        = {}; // of the first stream that was cut; what had arrived is stored, its cursor did not move
};

/// One walk over the streams of an account: page by page, each page in its own transaction, and a stream's cursor moves only when all its
/// pages are stored. A stream that is limited or refused leaves the others their turn. Finishes once, then deletes nothing: the owner does.
/// Thread: the connector's.
class AccountWalk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountWalk)
public:
    enum class Streams { Due, All }; // due: those whose Stream::every has passed

    AccountWalk(Store &store, Connector &connector, const Clock &clock, AccountId account, Streams streams,
        QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void messageStored(const fw::Message &message);
    void finished(const fw::WalkReport &report);

private:
    /// Counts the call and asks whether it may be made now; then `call`, at once or after a short wait, or the end of the stream.
    void whenAllowed(Operation operation, std::function<void()> call);
    void identify();
    void nextStream();
    void beginStream(const StreamProgress &progress);
    void nextPage();
    void storePage(const PostPage &page, const CallFacts &facts);
    void lookUpMissing(const QString &nextPageToken);
    void storeLookedUp(
        const QStringList &asked, const Answer<QList<Post>> &answer, const QString &nextPageToken);
    void tell(const QList<KeptPost> &page);
    void goOn(const QString &nextPageToken);
    void completeStream();
    void fail(Operation operation, const Error &error, const CallFacts &facts);
    void cutStream(const Error &error);
    void finish();

    Store &m_store;
    Connector &m_connector;
    const Clock &m_clock;
    Streams m_which;
    Account m_account;
    WalkReport m_report;
    QList<Stream> m_streams;
    Stream m_stream;
    Cursor m_cursor;
    QStringList m_unknown;     // of the page just stored: referred to, and to be looked up
    StreamProgress m_progress; // as it will be when the walk of this stream is whole
};

} // namespace fw
