#include "app/dispatch/account_sender.h"
#include "app/dispatch/outbox.h"
#include "app/intake/keep_post.h"
#include "app/store/account_store.h"
#include "tests/bench/bench.h"
#include "tests/bench/null_network.h"
#include "tests/bench/or_exit.h"
#include "tests/bench/raw_outbox.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
using namespace std::chrono_literals;

constexpr int kBacklog = 10'000;
constexpr int kCyclesARound = 2'000;
constexpr int kAPage = 100; // questions kept in one transaction
constexpr int kWordsAnAnswer = 15;
constexpr int kLettersAWord = 5;
constexpr int kAlphabet = 26;

template <typename T>
T awaited(const QFuture<Result<T>> &future)
{
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished()) {
        loop.exec();
    }
    return valueOrExit(future.result());
}

/// The product's own outbox and sender on a real file, with limits so wide that only they cost anything.
class Product
{
public:
    explicit Product(const QString &file)
        : m_ids(m_clock)
        , m_store(*Store::open(DatabasePlace::ofFile(file), m_clock, m_ids))
        , m_outbox(*m_store)
        , m_account(addAccount())
        , m_sender(*m_store, m_network, m_clock, m_account.id)
    {
        m_network.whenWaiting([this] { leaveWhenDone(); });
        QObject::connect(&m_sender, &AccountSender::attempted, &m_loop,
            [this](const AttemptReport &report) { count(report); });
        QObject::connect(&m_sender, &AccountSender::stopped, &m_loop,
            [](const Error &error) { giveUp(u"the sender stopped: "_s + error.detail); });
    }

    /// What is asked is there before anything is measured.
    void ask(int count)
    {
        while (count > 0) {
            m_questions += awaited(
                m_store->write([this, from = m_last, size = std::min(count, kAPage)](Database &db) {
                    QList<Message> kept;
                    for (int i = 1; i <= size; ++i) {
                        kept += keepPost(db, m_account, question(QString::number(from + i))).message;
                    }
                    return kept;
                }));
            count -= kAPage;
            m_last += kAPage;
        }
    }

    void fill(int backlog)
    {
        for (int i = 0; i < backlog; ++i) {
            awaited(press());
        }
        m_sender.start();
    }

    /// So many replies leave, and for each that leaves another one is pressed.
    void cycle(int count)
    {
        m_left = count;
        m_toSend = count;
        m_network.setOpen(true);
        m_loop.exec();
    }

private:
    Account addAccount()
    {
        return awaited(m_store->write([](Database &db) -> Result<Account> {
            const QJsonObject windows{{u"reply"_s,
                QJsonObject{{u"15 min"_s, 100'000'000}, {u"30 min"_s, 100'000'000}, {u"3 h"_s, 100'000'000},
                    {u"24 h"_s, 100'000'000}}}};
            AccountStore accounts(db);
            const auto added = accounts.add({.name = u"care"_s,
                .baseUrl = u"http://127.0.0.1:1"_s,
                .tokenFile = u"/nowhere"_s,
                .settings = {{u"limits"_s,
                    QJsonObject{{u"gap_ms"_s, 0}, {u"jitter_ms"_s, 0}, {u"windows"_s, windows}}}}});
            if (!added) {
                return added;
            }
            accounts.setProfile(added->id, u"1"_s, u"brand"_s, u"Brand"_s);
            return *accounts.byId(added->id);
        }));
    }

    [[nodiscard]] Post question(const QString &number) const
    {
        return {.author = {.remoteId = u"9"_s + number, .name = u"Somebody"_s},
            .remoteId = number,
            .versionId = number,
            .body = u"Where is my parcel?"_s,
            .postedAt = m_clock.now(),
            .thread = number};
    }

    /// An answer to somebody nobody has answered, in words of its own: answers that are alike would be asked about.
    QFuture<Result<Reply>> press()
    {
        const Message asked = m_questions.takeFirst();
        return m_outbox.press({.conversation = asked.conversation,
            .parent = asked.id,
            .body = someWords(kWordsAnAnswer),
            .agent = u"ann"_s});
    }

    QString someWords(int count)
    {
        QStringList words;
        for (int i = 0; i < count; ++i) {
            QString word;
            for (int letter = 0; letter < kLettersAWord; ++letter) {
                word += QLatin1Char(char('a' + m_random.bounded(kAlphabet)));
            }
            words.append(word);
        }
        return words.join(u' ');
    }

    void count(const AttemptReport &report)
    {
        if (report.outcome != "accepted"_L1) {
            giveUp(u"a reply was "_s + report.outcome);
        }
        whenDone(press(), &m_loop, [this](const Result<Reply> &) {
            --m_left;
            leaveWhenDone();
        });
        if (--m_toSend == 0) {
            m_network.setOpen(false);
        }
    }

    /// Not between an attempt and its call: a sender whose program stands still there sends nothing.
    void leaveWhenDone()
    {
        if (m_left == 0 && m_network.isWaiting()) {
            m_loop.quit();
        }
    }

    SystemClock m_clock;
    IdSource m_ids;
    std::unique_ptr<Store> m_store;
    Outbox m_outbox;
    Account m_account;
    NullNetwork m_network;
    AccountSender m_sender;
    QEventLoop m_loop;
    QRandomGenerator m_random{1};
    QList<Message> m_questions;
    int m_last = 0;
    int m_left = 0;   // presses of the round
    int m_toSend = 0; // replies of the round
};
} // namespace

QJsonObject benchOutbox(const Options &options)
{
    const int cycles = std::max(1, int(kCyclesARound * options.size));
    const int backlog = std::max(1, int(kBacklog * options.size));
    const QTemporaryDir folder;
    Product product(folder.filePath(u"desk.db"_s));
    product.ask(backlog + (options.rounds + 1) * cycles);
    product.fill(backlog);
    RawOutbox raw(folder.filePath(u"raw.db"_s), backlog);
    const Pair pair = measure(
        options.rounds, [&] { product.cycle(cycles); },
        [&] {
            for (int i = 0; i < cycles; ++i) {
                raw.cycle();
            }
        });
    const double each = 1e6 / cycles;
    std::printf("%d waiting: %.0f us of CPU a reply (%.0f..%.0f); plain SQLite %.0f us; %.2f of its rate\n",
        backlog, pair.subject.median() * each, pair.subject.seconds.first() * each,
        pair.subject.seconds.last() * each, pair.reference.median() * each, 1 / pair.ratio());
    QJsonObject report = pair.toJson();
    report.insert(u"waiting"_s, backlog);
    report.insert(u"replies"_s, cycles);
    return report;
}

} // namespace fw::bench
