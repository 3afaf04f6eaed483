#include "app/intake/account_walk.h"

#include "app/core/clock_timer.h"
#include "app/core/log.h"
#include "app/intake/call_permit.h"
#include "app/intake/keep_page.h"
#include "app/store/ledger_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMaxPages = 1000; // of one stream
constexpr milliseconds kShortWait = std::chrono::seconds(5);
constexpr milliseconds kTick{10}; // so that the window is over when it is asked again

/// Whether the other streams of the account may fare better.
bool isAboutThisStream(const Error &error)
{
    switch (error.code) {
    case ErrorCode::RateLimited:
    case ErrorCode::CapReached:
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
    case ErrorCode::BadRequest:
    case ErrorCode::MalformedAnswer:
    case ErrorCode::ServerFault:
        return true;
    default:
        return false;
    }
}
} // namespace

AccountWalk::AccountWalk(Store &store, Connector &connector, const Clock &clock, AccountId account,
    Streams streams, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_connector(connector)
    , m_clock(clock)
    , m_which(streams)
    , m_account{.id = account}
    , m_report{.account = account}
{
}

void AccountWalk::start()
{
    const auto found = m_store.write(
        [id = m_account.id, can = toJson(m_connector.capabilities())](Database &db) -> Result<Account> {
            AccountStore accounts(db);
            accounts.publish(id, can);
            const auto account = accounts.byId(id);
            return account ? Result<Account>(*account)
                           : Failure({.code = ErrorCode::NotFound, .detail = u"the account is gone"_s});
        });
    whenDone(found, this, [this](const Result<Account> &account) {
        if (!account) {
            m_report.error = account.error();
            finish();
            return;
        }
        m_account = *account;
        m_streams = m_connector.streams();
        if (m_account.remoteId.isEmpty()) {
            m_stream = m_streams.value(0); // what is wrong now is wrong for the first stream
            m_cursor = {.stream = m_stream.name};
            whenAllowed(Operation::Identify, [this] { identify(); });
        } else {
            nextStream();
        }
    });
}

void AccountWalk::whenAllowed(Operation operation, std::function<void()> call)
{
    const auto reserved = m_store.write(
        [account = m_account, operation](Database &db) { return reserve(db, account, operation); });
    whenDone(reserved, this, [this, operation, call = std::move(call)](const Done &allowed) {
        if (allowed) {
            call();
        } else if (const auto wait = allowed.error().retryAfter; wait && *wait <= kShortWait) {
            // A window of a second or two is a pace, not a limit worth cutting the walk for.
            auto *soon = new ClockTimer(m_clock, this);
            connect(soon, &ClockTimer::due, this, [this, soon, operation, call] {
                soon->deleteLater();
                whenAllowed(operation, call);
            });
            soon->start(*wait + kTick);
        } else {
            cutStream(allowed.error());
        }
    });
}

void AccountWalk::identify()
{
    whenDone(m_connector.identify(), this, [this](const Answer<Profile> &answer) {
        if (!answer.result) {
            m_streams.clear(); // nothing can be read as nobody
            fail(Operation::Identify, answer.result.error(), answer.facts);
            return;
        }
        m_account.remoteId = answer.result->remoteId;
        const auto saved = m_store.write([account = m_account, profile = *answer.result, facts = answer.facts,
                                             can = toJson(m_connector.capabilities())](Database &db) {
            AccountStore accounts(db);
            accounts.setProfile(account.id, profile.remoteId, profile.handle, profile.name);
            accounts.learn(account.id, profile.learned);
            accounts.publish(account.id, can);
            LedgerStore(db).note(account, facts);
        });
        whenDone(saved, this, [this](const Done &done) {
            if (done) {
                m_streams = m_connector.streams();
                nextStream();
            } else {
                cutStream(done.error());
            }
        });
    });
}

void AccountWalk::nextStream()
{
    if (m_streams.isEmpty()) {
        finish();
        return;
    }
    m_stream = m_streams.takeFirst();
    const auto progress = m_store.read([id = m_account.id, stream = m_stream.name](
                                           Database &db) { return AccountStore(db).progressOf(id, stream); });
    whenDone(progress, this, [this](const Result<StreamProgress> &from) {
        if (from) {
            beginStream(*from);
        } else {
            cutStream(from.error());
        }
    });
}

void AccountWalk::beginStream(const StreamProgress &progress)
{
    const bool isFresh = !progress.failedAt && progress.completeUpTo
        && *progress.completeUpTo + m_stream.every > m_clock.now();
    if (m_which == Streams::Due && isFresh) {
        nextStream();
        return;
    }
    m_cursor = {.stream = m_stream.name, .watermark = progress.watermark, .state = progress.state};
    m_progress = {.stream = m_stream.name, .watermark = progress.watermark, .completeUpTo = m_clock.now()};
    nextPage();
}

void AccountWalk::nextPage()
{
    whenAllowed(m_stream.operation, [this] {
        whenDone(m_connector.fetch(m_cursor), this, [this](const Answer<PostPage> &answer) {
            if (answer.result) {
                storePage(*answer.result, answer.facts);
            } else {
                fail(m_stream.operation, answer.result.error(), answer.facts);
            }
        });
    });
}

void AccountWalk::storePage(const PostPage &page, const CallFacts &facts)
{
    ++m_report.pages;
    m_report.unreadable += page.unreadable;
    if (isNewer(page.newestWatermark, m_progress.watermark)) {
        m_progress.watermark = page.newestWatermark;
    }
    if (!page.newState.isEmpty()) {
        m_progress.state = page.newState;
    }
    const auto stored
        = m_store.write([account = m_account, stream = m_stream.name, page, facts](Database &db) {
              LedgerStore(db).note(account, facts);
              return keepPage(db, account, stream, page);
          });
    whenDone(stored, this, [this, next = page.nextPageToken](const Result<KeptPage> &kept) {
        if (!kept) {
            cutStream(kept.error());
            return;
        }
        tell(kept->posts);
        if (kept->unknown.isEmpty()) {
            goOn(next);
        } else {
            m_unknown = kept->unknown;
            lookUpMissing(next);
        }
    });
}

/// As many at a time as the network takes in one call, and each call counted before it is made.
void AccountWalk::lookUpMissing(const QString &nextPageToken)
{
    const QStringList unknown = m_unknown.mid(0, m_connector.capabilities().idsPerLookUp);
    const auto reserved = m_store.write(
        [account = m_account](Database &db) { return reserve(db, account, Operation::Lookup); });
    whenDone(reserved, this, [this, unknown, nextPageToken](const Done &allowed) {
        if (!allowed) { // a message without its parent is better than no message
            storeLookedUp(m_unknown, {.result = Failure(allowed.error())}, nextPageToken);
            return;
        }
        whenDone(m_connector.lookUp(unknown), this,
            [this, unknown, nextPageToken](
                const Answer<QList<Post>> &answer) { storeLookedUp(unknown, answer, nextPageToken); });
    });
}

void AccountWalk::storeLookedUp(
    const QStringList &asked, const Answer<QList<Post>> &answer, const QString &nextPageToken)
{
    // When it fails for some it is not tried for the others: they are missing as well.
    const qsizetype decided = answer.result ? asked.size() : m_unknown.size();
    m_unknown = m_unknown.mid(decided);
    const auto stored
        = m_store.write([account = m_account, stream = m_stream.name, decided, answer](Database &db) {
              LedgerStore(db).note(account, answer.facts);
              if (!answer.result && answer.facts.httpStatus != 0) {
                  noteFailure(db, account, Operation::Lookup, answer.result.error());
              }
              const QList<KeptPost> kept = keepInOrder(db, account, answer.result.value_or(QList<Post>()));
              AccountStore(db).countPage(
                  account.id, stream, {.missing = int(std::max<qsizetype>(0, decided - kept.size()))});
          });
    whenDone(stored, this, [this, nextPageToken](const Done &done) {
        if (!done) {
            cutStream(done.error());
        } else if (m_unknown.isEmpty()) {
            goOn(nextPageToken);
        } else {
            lookUpMissing(nextPageToken);
        }
    });
}

void AccountWalk::tell(const QList<KeptPost> &page)
{
    for (const KeptPost &entry : page) {
        m_report.stored += entry.kept == Kept::Stored ? 1 : 0;
        m_report.repeated += entry.kept == Kept::Repeated ? 1 : 0;
        m_report.edited += entry.kept == Kept::Edited ? 1 : 0;
        if (entry.kept == Kept::Stored) {
            Q_EMIT messageStored(entry.message);
        }
    }
}

void AccountWalk::goOn(const QString &nextPageToken)
{
    const bool isLoop = !nextPageToken.isEmpty() && nextPageToken == m_cursor.pageToken;
    if (isLoop || m_report.pages >= kMaxPages) {
        fail(m_stream.operation,
            {.code = ErrorCode::MalformedAnswer,
                .detail = u"the network keeps giving the same page; the walk was ended"_s},
            {});
    } else if (nextPageToken.isEmpty()) {
        completeStream();
    } else {
        m_cursor.pageToken = nextPageToken;
        nextPage();
    }
}

void AccountWalk::completeStream()
{
    const auto saved = m_store.write([id = m_account.id, progress = m_progress](Database &db) {
        AccountStore accounts(db);
        accounts.walkCompleted(id, progress);
        // The token works (again), which is all this pause was about.
        if (const auto account = accounts.byId(id);
            account && account->pausedReason == toString(ErrorCode::Unauthorised)) {
            accounts.resume(id);
        }
    });
    whenDone(saved, this, [this](const Done &done) {
        if (done) {
            ++m_report.completedStreams;
            nextStream();
        } else {
            cutStream(done.error());
        }
    });
}

void AccountWalk::fail(Operation operation, const Error &error, const CallFacts &facts)
{
    log::warn(log::Area::Intake, "walk cut",
        {{"account", m_account.id.value}, {"status", facts.httpStatus},
            {"code", log::SafeText{toString(error.code)}}});
    const auto noted
        = m_store.write([account = m_account, operation, error, facts, stream = m_stream.name](Database &db) {
              LedgerStore(db).note(account, facts);
              noteFailure(db, account, operation, error);
              AccountStore(db).walkFailed(account.id, stream, error);
          });
    whenDone(noted, this, [this, error](const Done &) { cutStream(error); });
}

void AccountWalk::cutStream(const Error &error)
{
    if (!m_report.error) {
        m_report.error = error;
    }
    if (isAboutThisStream(error)) {
        nextStream();
    } else {
        finish();
    }
}

void AccountWalk::finish()
{
    // What the connector learned on the way, such as a permission the token lacks, is told at once.
    const auto published = m_store.write([id = m_account.id, can = toJson(m_connector.capabilities())](
                                             Database &db) { AccountStore(db).publish(id, can); });
    whenDone(published, this, [this](const Done &) { Q_EMIT finished(m_report); });
}

} // namespace fw
