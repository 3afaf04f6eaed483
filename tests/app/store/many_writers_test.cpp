// Several programs write to one desk at the same time. On SQLite they take turns; on PostgreSQL they do not.
#include "app/intake/keep_post.h"
#include "app/store/journal_store.h"
#include "app/store/lease_store.h"
#include "app/store/reply_store.h"
#include "tests/support/desk_fixture.h"

#include <QtTest>

#include <algorithm>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// A desk, and a second program at the same one.
struct TwoPrograms {
    DeskFixture desk = {};
    IdSource otherIds{desk.clock};
    std::unique_ptr<Store> other = *Store::open(desk.place(), desk.clock, otherIds);

    [[nodiscard]] Store &store(int which) { return which % 2 == 0 ? *desk.store : *other; }
    [[nodiscard]] qint64 number(const QString &sql)
    {
        return *waitFor(desk.store->read([sql](Database &db) { return db.number(sql); }));
    }
    void report() const
    {
        qInfo("units of work run again: %lld and %lld", desk.store->repetitions(), other->repetitions());
    }

    QList<ReplyId> queueReplies(int count)
    {
        const Message parent = desk.keep(desk.mention(u"10"_s, u"5"_s));
        return *waitFor(desk.store->write([parent, count](Database &db) {
            QList<ReplyId> queued;
            for (int i = 0; i < count; ++i) {
                queued << db.newId<ReplyId>();
                ReplyStore(db).insert({.id = queued.last(),
                    .account = parent.account,
                    .conversation = parent.conversation,
                    .parent = parent.id,
                    .parentRemoteId = parent.remoteId,
                    .body = u"hello"_s,
                    .agent = u"ann"_s,
                    .createdAt = db.now(),
                    .notBefore = db.now()});
            }
            return queued;
        }));
    }
};

bool start(Database &db, ReplyId reply, qint64 epoch)
{
    return ReplyStore(db).startSending(
        {.id = db.newId<AttemptId>(), .reply = reply, .number = 1, .epoch = epoch, .startedAt = db.now()});
}
} // namespace

class ManyWritersTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void messageFetchedByBothIsStoredOnce() // I1
    {
        constexpr int kPosts = 120;
        constexpr int kPeople = 15;
        TwoPrograms two;
        QList<QFuture<Result<Kept>>> kept;
        for (int i = 0; i < kPosts; ++i) {
            for (int which = 0; which < 2; ++which) {
                const int post = which == 0 ? i : (i + kPosts / 10) % kPosts; // one is a little ahead
                kept << two.store(which).write([account = two.desk.account,
                                                   written = two.desk.mention(QString::number(100 + post),
                                                       QString::number(5 + post % kPeople))](Database &db) {
                    return keepPost(db, account, written).kept;
                });
            }
        }
        int stored = 0;
        for (const auto &future : kept) {
            const Result<Kept> outcome = waitFor(future);
            QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().detail));
            stored += *outcome == Kept::Stored ? 1 : 0;
        }
        two.report();
        QCOMPARE(stored, kPosts);
        QCOMPARE(two.number(u"SELECT count(*) FROM message"_s), kPosts);
        QCOMPARE(two.number(u"SELECT count(*) FROM journal WHERE fact = 'message-stored'"_s), kPosts);
        QCOMPARE(two.number(u"SELECT count(*) FROM conversation"_s), kPeople);
        QCOMPARE(two.number(u"SELECT sum(unanswered_count) FROM conversation"_s), kPosts);
    }

    void replyIsBegunByOneOfThem() // I2
    {
        constexpr int kReplies = 60;
        TwoPrograms two;
        const QList<ReplyId> replies = two.queueReplies(kReplies);
        const qint64 epoch = *waitFor(two.desk.store->write(
            [id = two.desk.account.id](Database &db) { return LeaseStore(db).take(id); }));
        QList<QFuture<Result<bool>>> begun;
        for (const ReplyId reply : replies) {
            for (int which = 0; which < 2; ++which) {
                begun << two.store(which).write(
                    [reply, epoch](Database &db) { return start(db, reply, epoch); });
            }
        }
        for (qsizetype i = 0; i < begun.size(); i += 2) {
            const Result<bool> one = waitFor(begun[i]);
            const Result<bool> another = waitFor(begun[i + 1]);
            QVERIFY(one && another);
            QVERIFY(*one != *another);
        }
        two.report();
        QCOMPARE(two.number(u"SELECT count(*) FROM attempt"_s), kReplies);
        QCOMPARE(two.number(u"SELECT count(*) FROM journal WHERE fact = 'reply-sending'"_s), kReplies);
    }

    void whoTakesOverSeesEverythingItsPredecessorBegan() // I2
    {
        struct Taken {
            qint64 epoch = 0;
            qint64 begun = 0;
        };
        constexpr int kReplies = 80;
        TwoPrograms two;
        const AccountId account = two.desk.account.id;
        const QList<ReplyId> replies = two.queueReplies(kReplies);
        QList<QFuture<Result<bool>>> begun;
        QList<QFuture<Result<Taken>>> taken;
        for (const ReplyId reply : replies) {
            begun << two.store(0).write([reply, account](Database &db) {
                const qint64 epoch
                    = db.number(u"SELECT epoch FROM lease WHERE account_id = ?"_s, {account.value});
                return start(db, reply, epoch);
            });
            taken << two.store(1).write([account](Database &db) {
                const qint64 seen = db.number(u"SELECT count(*) FROM attempt"_s);
                return Taken{.epoch = LeaseStore(db).take(account), .begun = seen};
            });
        }
        for (const auto &future : begun) {
            QVERIFY(waitFor(future).has_value());
        }
        QSet<qint64> epochs;
        for (const auto &future : taken) {
            const Result<Taken> take = waitFor(future);
            QVERIFY(take.has_value());
            epochs.insert(take->epoch);
            QCOMPARE(
                two.number(u"SELECT count(*) FROM attempt WHERE epoch < %1"_s.arg(take->epoch)), take->begun);
        }
        two.report();
        QCOMPARE(epochs.size(), kReplies);
    }

    void changesOfAnOutboxAreCountedOneByOne()
    {
        constexpr int kReplies = 60;
        TwoPrograms two;
        const QList<ReplyId> replies = two.queueReplies(kReplies);
        QList<QFuture<Result<bool>>> withdrawn;
        for (qsizetype i = 0; i < replies.size(); ++i) {
            withdrawn << two.store(int(i)).write(
                [reply = replies[i]](Database &db) { return ReplyStore(db).withdraw(reply); });
        }
        for (const auto &future : withdrawn) {
            const Result<bool> done = waitFor(future);
            QVERIFY(done && *done);
        }
        two.report();
        QCOMPARE(two.number(u"SELECT revision FROM outbox_revision"_s), 2 * kReplies);
        QCOMPARE(two.number(u"SELECT count(DISTINCT revision) FROM reply"_s), kReplies);
        QCOMPARE(two.number(u"SELECT pending_replies FROM conversation"_s), 0);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::ManyWritersTest)
#include "many_writers_test.moc"
