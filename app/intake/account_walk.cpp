#include "app/intake/account_walk.h"

#include "app/core/log.h"
#include "app/intake/keep_post.h"
#include "app/network/allowance.h"
#include "app/store/account_store.h"
#include "app/store/ledger_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMaxPages = 1000;

Error limitedUntil(const Account &account, Instant until, Instant now)
{
    const QString when = toDateTime(until - account.clockOffset).toLocalTime().toString(u"HH:mm:ss"_s);
    return {.code = ErrorCode::RateLimited,
        .detail = u"%1 allows no more reading until %2; the walk goes on from the same point then"_s.arg(
            toString(account.network), when),
        .retryAfter = until - now};
}

/// Writes the call into the ledger, or says why it must not be made.
Done reserve(Database &db, const Account &account, Operation operation)
{
    const auto limits = limitTableFor(account);
    if (!limits) {
        return Failure(limits.error());
    }
    LedgerStore ledger(db);
    const Instant now = db.now() + account.clockOffset;
    if (const auto block = ledger.block(account.id, operation); block && block->until > now) {
        return Failure(limitedUntil(account, block->until, now));
    }
    const QList<Window> windows = limits->windowsOf(operation);
    const QList<Instant> calls = ledger.callsSince(account.id, operation, now - longest(windows));
    const Allowance allowance
        = earliestCall(withReadings(windows, ledger.limitSignals(account.id, operation)), calls, now);
    if (allowance.at > now) {
        return Failure(limitedUntil(account, allowance.at, now));
    }
    ledger.add(account.id, operation, now, db.newId<AttemptId>());
    return {};
}

/// Pages come newest first; conversations are easier followed in the order people wrote.
QList<KeptPost> keepPage(Database &db, const Account &account, QList<Post> posts)
{
    std::stable_sort(
        posts.begin(), posts.end(), [](const Post &a, const Post &b) { return a.postedAt < b.postedAt; });
    QList<KeptPost> kept;
    for (const Post &post : posts) {
        kept.append(keepPost(db, account, post));
    }
    return kept;
}

/// A refusal for a limit keeps us away; a refused token or empty balance pauses the account until somebody looks.
void noteFailure(Database &db, const Account &account, Operation operation, const Error &error)
{
    using namespace std::chrono_literals;
    switch (error.code) {
    case ErrorCode::RateLimited:
        LedgerStore(db).saveBlock(account.id,
            {.operation = operation,
                .until = db.now() + account.clockOffset + error.retryAfter.value_or(15min),
                .reason = toString(error.code)});
        break;
    case ErrorCode::Unauthorised:
    case ErrorCode::CreditsDepleted:
        AccountStore(db).pause(account.id, toString(error.code), error.detail);
        break;
    default:
        break;
    }
}
} // namespace

AccountWalk::AccountWalk(
    Store &store, Connector &connector, const Clock &clock, AccountId account, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_connector(connector)
    , m_clock(clock)
    , m_account{.id = account}
    , m_report{.account = account}
{
}

void AccountWalk::start()
{
    const auto found = m_store.read([id = m_account.id](Database &db) { return AccountStore(db).byId(id); });
    whenDone(found, this, [this](const Result<std::optional<Account>> &account) {
        if (!account || !*account) {
            finish(account ? Error{.code = ErrorCode::NotFound, .detail = u"the account is gone"_s}
                           : account.error());
            return;
        }
        m_account = **account;
        m_streams = m_connector.streams();
        if (m_account.remoteId.isEmpty()) {
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
    whenDone(reserved, this, [this, call = std::move(call)](const Done &allowed) {
        if (allowed) {
            call();
        } else {
            finish(allowed.error());
        }
    });
}

void AccountWalk::identify()
{
    whenDone(m_connector.identify(), this, [this](const Answer<Profile> &answer) {
        if (!answer.result) {
            fail(Operation::Identify, answer.result.error(), answer.facts);
            return;
        }
        m_account.remoteId = answer.result->remoteId;
        const auto saved = m_store.write(
            [account = m_account, profile = *answer.result, facts = answer.facts](Database &db) {
                AccountStore(db).setProfile(account.id, profile.remoteId, profile.handle, profile.name);
                LedgerStore(db).note(account, facts);
            });
        whenDone(saved, this, [this](const Done &done) {
            if (done) {
                nextStream();
            } else {
                finish(done.error());
            }
        });
    });
}

void AccountWalk::nextStream()
{
    if (m_streams.isEmpty()) {
        finish({});
        return;
    }
    m_stream = m_streams.takeFirst();
    m_cursor = {.stream = m_stream.name};
    m_newest.clear();
    const auto watermark = m_store.read([id = m_account.id, stream = m_cursor.stream](
                                            Database &db) { return AccountStore(db).watermark(id, stream); });
    whenDone(watermark, this, [this](const Result<QString> &from) {
        if (!from) {
            finish(from.error());
            return;
        }
        m_cursor.watermark = *from;
        m_newest = *from;
        m_streamStart = m_clock.now();
        nextPage();
    });
}

void AccountWalk::nextPage()
{
    const Operation operation = m_stream.operation;
    whenAllowed(operation, [this, operation] {
        whenDone(m_connector.fetch(m_cursor), this, [this, operation](const Answer<PostPage> &answer) {
            if (answer.result) {
                storePage(*answer.result, answer.facts);
            } else {
                fail(operation, answer.result.error(), answer.facts);
            }
        });
    });
}

void AccountWalk::storePage(const PostPage &page, const CallFacts &facts)
{
    ++m_report.pages;
    m_report.unreadable += page.unreadable;
    if (isNewer(page.newestWatermark, m_newest)) {
        m_newest = page.newestWatermark;
    }
    const auto stored = m_store.write([account = m_account, posts = page.posts, facts](Database &db) {
        LedgerStore(db).note(account, facts);
        return keepPage(db, account, posts);
    });
    whenDone(stored, this, [this, next = page.nextPageToken](const Result<QList<KeptPost>> &kept) {
        if (!kept) {
            finish(kept.error());
            return;
        }
        tell(*kept);
        goOn(next);
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
    const auto saved = m_store.write(
        [id = m_account.id, cursor = m_cursor, newest = m_newest, since = m_streamStart](Database &db) {
            AccountStore accounts(db);
            accounts.walkCompleted(id, cursor.stream, newest, since);
            // The token works (again), which is all this pause was about.
            if (const auto account = accounts.byId(id);
                account && account->pausedReason == toString(ErrorCode::Unauthorised)) {
                accounts.resume(id);
            }
        });
    whenDone(saved, this, [this](const Done &done) {
        if (done) {
            nextStream();
        } else {
            finish(done.error());
        }
    });
}

void AccountWalk::fail(Operation operation, const Error &error, const CallFacts &facts)
{
    log::warn(log::Area::Intake, "walk cut",
        {{"account", m_account.id.value}, {"status", facts.httpStatus},
            {"code", log::SafeText{toString(error.code)}}});
    const QString stream = m_cursor.stream.isEmpty() ? m_connector.streams().value(0).name : m_cursor.stream;
    const auto noted = m_store.write([account = m_account, operation, error, facts, stream](Database &db) {
        LedgerStore(db).note(account, facts);
        noteFailure(db, account, operation, error);
        AccountStore(db).walkFailed(account.id, stream, error);
    });
    whenDone(noted, this, [this, error](const Done &) { finish(error); });
}

void AccountWalk::finish(const std::optional<Error> &error)
{
    m_report.error = error;
    Q_EMIT finished(m_report);
}

} // namespace fw
