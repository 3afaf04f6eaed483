#include "app/store/simulation_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
using namespace std::chrono_literals;

const Instant kNow = instantFromMs(1'790'000'000'000);

std::unique_ptr<SimulationStore> opened(const QTemporaryDir &folder)
{
    auto store = SimulationStore::open(folder.path());
    return store ? std::move(*store) : nullptr;
}

KeptReply replyOf(int agent, qint64 job, const QString &state)
{
    return {.agent = agent, .job = job, .weight = 3, .due = kNow + 1h, .text = u"text"_s, .state = state};
}

KeptChanges newsOf(SimulationStore &store, int agent)
{
    store.begin();
    KeptChanges news = store.news(agent);
    return store.commit() ? news : KeptChanges{};
}
} // namespace

class SimulationStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatWasCommittedAndNothingElse()
    {
        const QTemporaryDir folder;
        {
            auto store = opened(folder);
            store->begin();
            store->save(replyOf(0, 1, u"queued"_s));
            QVERIFY(store->commit());
            store->begin();
            store->save(replyOf(0, 2, u"queued"_s)); // killed before the commit
        }
        auto store = opened(folder);
        const KeptChanges news = newsOf(*store, 0);
        QCOMPARE(news.replies.size(), 1);
        QCOMPARE(news.replies.first().job, 1);
        QVERIFY(news.replies.first().due == kNow + 1h);
    }

    void tellsEachDeskWhatTheOthersDidOnce()
    {
        const QTemporaryDir folder;
        auto first = opened(folder);
        auto second = opened(folder);
        (void)newsOf(*first, 0);
        (void)newsOf(*second, 1);
        first->begin();
        first->save(replyOf(0, 1, u"sending"_s));
        const qint64 call = first->save(KeptCall{.agent = 0, .startedAt = kNow});
        QVERIFY(first->commit());
        const KeptChanges news = newsOf(*second, 1);
        QCOMPARE(news.replies.size(), 1);
        QCOMPARE(news.calls.size(), 1);
        QCOMPARE(news.calls.first().id, call);
        QVERIFY(!news.calls.first().endedAt);
        QVERIFY(newsOf(*second, 1).calls.isEmpty());
        QVERIFY(newsOf(*first, 0).replies.isEmpty()); // its own
    }

    void aCallLeftUnderWayEndsWithTheNextLife()
    {
        const QTemporaryDir folder;
        auto store = opened(folder);
        store->begin();
        store->save(KeptCall{.agent = 0, .startedAt = kNow});
        store->save(KeptCall{.agent = 1, .startedAt = kNow});
        store->endAll(0, kNow + 5s);
        QVERIFY(store->commit());
        const KeptChanges news = newsOf(*store, 0);
        QVERIFY(news.calls[0].endedAt == kNow + 5s);
        QVERIFY(!news.calls[1].endedAt);
    }

    void anOlderAnswerAndAShorterBlockDoNotReplaceWhatIsKnown()
    {
        const QTemporaryDir folder;
        auto store = opened(folder);
        store->begin();
        store->save(KeptWindow{.name = u"15m"_s, .limit = 50, .remaining = 3, .startedAt = kNow});
        store->save(KeptWindow{.name = u"15m"_s, .limit = 50, .remaining = 9, .startedAt = kNow - 1s});
        store->saveBlock(kNow + 6h, u"locked"_s);
        store->saveBlock(kNow + 1min, u"limited"_s);
        store->saveSeen(kNow);
        store->saveSeen(kNow - 1h);
        QVERIFY(store->seen() == kNow);
        QVERIFY(store->commit());
        const KeptChanges news = newsOf(*store, 0);
        QCOMPARE(news.windows.first().remaining, 3);
        QCOMPARE(news.blockReason, u"locked"_s);
        QVERIFY(news.blockedUntil == kNow + 6h);
    }

    void aDamagedFileIsAnErrorAndNotOverwritten()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"simulation.db"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray damaged(8192, 'x');
        file.write(damaged);
        file.close();
        const auto store = SimulationStore::open(folder.path());
        QVERIFY(!store);
        QVERIFY(store.error().code == ErrorCode::Storage);
        QVERIFY(!store.error().detail.isEmpty());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == damaged);
    }

    void aFolderThatIsNotThereIsAnError()
    {
        const QTemporaryDir folder;
        const auto store = SimulationStore::open(folder.filePath(u"not/there"_s));
        QVERIFY(!store);
        QVERIFY(store.error().code == ErrorCode::Storage);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SimulationStoreTest)
#include "simulation_store_test.moc"
