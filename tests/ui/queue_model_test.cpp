#include "ui/desktop/queue/queue_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;
using namespace std::chrono_literals;

namespace {
constexpr Instant kStart{milliseconds(1'763'560'800'000)}; // 2025-11-19T14:00:00Z

ConversationId id(qint64 value)
{
    return {value};
}

/// Conversation `number`, waiting since `number` minutes after the start unless it waits for nothing.
Conversation waiting(qint64 number)
{
    const Instant at = kStart + number * 1min;
    return {.id = id(number),
        .customer = {.handle = u"c%1"_s.arg(number), .name = u"Customer %1"_s.arg(number)},
        .waitingSince = at,
        .lastMessageAt = at,
        .preview = u"question %1"_s.arg(number),
        .unansweredCount = 1};
}

Conversation answered(qint64 number)
{
    Conversation conversation = waiting(number);
    conversation.state = ConversationState::WaitingForCustomer;
    conversation.waitingSince.reset();
    conversation.unansweredCount = 0;
    return conversation;
}

/// What a store would answer, in the order of the store's own functions.
struct FakeDesk {
    QHash<ConversationId, Conversation> all;
    int pages = 0;
    bool isBroken = false;

    void put(const Conversation &conversation) { all.insert(conversation.id, conversation); }

    QueueSource source()
    {
        return {.page =
                    [this](View view, std::optional<QueueKey> after, int limit) {
                        ++pages;
                        return isBroken
                            ? ready<Result<QList<Conversation>>>(Failure({.code = ErrorCode::Storage}))
                            : ready<Result<QList<Conversation>>>(page(view, after, limit));
                    },
            .byIds =
                [this](const QList<ConversationId> &ids) {
                    QList<Conversation> found;
                    for (const ConversationId wanted : ids) {
                        if (all.contains(wanted)) {
                            found.append(all.value(wanted));
                        }
                    }
                    return ready<Result<QList<Conversation>>>(found);
                }};
    }

    QList<Conversation> page(View view, const std::optional<QueueKey> &after, int limit) const
    {
        QList<Conversation> rows;
        for (const Conversation &conversation : all) {
            if (isInView(view, conversation)
                && (!after || comesBefore(view, *after, keyIn(view, conversation)))) {
                rows.append(conversation);
            }
        }
        std::sort(rows.begin(), rows.end(), [view](const Conversation &a, const Conversation &b) {
            return comesBefore(view, keyIn(view, a), keyIn(view, b));
        });
        return rows.mid(0, limit);
    }
};

QList<qint64> numbersOf(const QueueModel &model)
{
    QList<qint64> numbers;
    for (int row = 0; row < model.rowCount(); ++row) {
        numbers.append(model.idAt(row).value);
    }
    return numbers;
}
} // namespace

class QueueModelTest : public QObject
{
    Q_OBJECT

    struct Bench {
        FakeDesk desk;
        QueueModel model{desk.source(), View::Waiting};
        std::optional<QAbstractItemModelTester> tester;
        QSignalSpy resets{&model, &QAbstractItemModel::modelReset};

        void load(std::initializer_list<qint64> numbers)
        {
            for (const qint64 number : numbers) {
                desk.put(waiting(number));
            }
            QSignalSpy loaded(&model, &QueueModel::pageLoaded);
            model.fetchMore({});
            QTRY_VERIFY(!loaded.isEmpty());
            watch();
        }
        /// After the first page, because the tester asks for pages itself.
        void watch() { tester.emplace(&model, QAbstractItemModelTester::FailureReportingMode::QtTest); }
        void change(const Conversation &conversation)
        {
            desk.put(conversation);
            model.refresh({conversation.id});
        }
    };

private Q_SLOTS:
    void loadsPageByPage()
    {
        Bench bench;
        for (qint64 number = 1; number <= 120; ++number) {
            bench.desk.put(waiting(number));
        }
        bench.model.fetchMore({});
        QTRY_COMPARE(bench.model.rowCount(), 50);
        QVERIFY(bench.model.canFetchMore({}));
        bench.model.fetchMore({});
        QTRY_COMPARE(bench.model.rowCount(), 100);
        bench.model.fetchMore({});
        QTRY_COMPARE(bench.model.rowCount(), 120);
        bench.watch();
        QVERIFY(!bench.model.canFetchMore({}));
        QCOMPARE(bench.desk.pages, 3);
        QCOMPARE(bench.model.idAt(0), id(1));
        QCOMPARE(bench.model.idAt(119), id(120));
        QCOMPARE(bench.resets.size(), 0);
    }

    void insertsMovesAndRemovesSingleRows()
    {
        Bench bench;
        bench.load({10, 20, 30});
        bench.change(waiting(15));
        QTRY_COMPARE(numbersOf(bench.model), (QList<qint64>{10, 15, 20, 30}));
        bench.change(waiting(40));
        QTRY_COMPARE(numbersOf(bench.model), (QList<qint64>{10, 15, 20, 30, 40}));

        Conversation later = waiting(10);
        later.waitingSince = kStart + 35min; // answered, then wrote again
        QSignalSpy moved(&bench.model, &QAbstractItemModel::rowsMoved);
        bench.change(later);
        QTRY_COMPARE(numbersOf(bench.model), (QList<qint64>{15, 20, 30, 10, 40}));
        QCOMPARE(moved.size(), 1);

        bench.change(answered(20));
        QTRY_COMPARE(numbersOf(bench.model), (QList<qint64>{15, 30, 10, 40}));
        QCOMPARE(bench.resets.size(), 0);
    }

    void aNewWordChangesTheRowWhereItIs()
    {
        Bench bench;
        bench.load({10, 20});
        QSignalSpy changed(&bench.model, &QAbstractItemModel::dataChanged);
        Conversation more = waiting(10);
        more.preview = u"are you there?"_s;
        more.unansweredCount = 2;
        bench.change(more);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(bench.model.index(0).data(QueueModel::ConversationRole).value<Conversation>().preview,
            u"are you there?"_s);
        QCOMPARE(bench.resets.size(), 0);
    }

    void thePinnedRowStaysUntilAnotherIsPinned()
    {
        Bench bench;
        bench.load({10, 20, 30});
        bench.model.setPinned(id(20));
        bench.change(answered(20));
        QTRY_VERIFY(bench.model.index(1).data(QueueModel::IsSettledRole).toBool());
        QCOMPARE(numbersOf(bench.model), (QList<qint64>{10, 20, 30}));
        bench.change(waiting(5));
        QTRY_COMPARE(numbersOf(bench.model), (QList<qint64>{5, 10, 20, 30}));
        bench.model.setPinned(id(30));
        QTRY_COMPARE(numbersOf(bench.model), (QList<qint64>{5, 10, 30}));
        QCOMPARE(bench.resets.size(), 0);
    }

    void arrivalsWaitWhileHeldAndEndsGrow()
    {
        Bench bench;
        bench.load({10, 20, 30});
        QSignalSpy held(&bench.model, &QueueModel::heldChanged);
        bench.model.setHold(fw::ui::Hold::Pointer);
        bench.change(waiting(5));
        QTRY_VERIFY(!held.isEmpty() && held.last().first().toInt() == 1);
        bench.change(waiting(40)); // below everything: nothing moves
        QTRY_COMPARE(numbersOf(bench.model), (QList<qint64>{10, 20, 30, 40}));
        bench.change(answered(20));
        QTRY_VERIFY(bench.model.index(1).data(QueueModel::IsSettledRole).toBool());
        QCOMPARE(numbersOf(bench.model), (QList<qint64>{10, 20, 30, 40}));

        bench.model.setHold(fw::ui::Hold::None);
        QCOMPARE(numbersOf(bench.model), (QList<qint64>{5, 10, 30, 40}));
        QCOMPARE(held.last().first().toInt(), 0);
        QCOMPARE(bench.resets.size(), 0);
    }

    void choosingAnotherRowUnderThePointerMovesNothing()
    {
        Bench bench;
        bench.load({10, 20, 30});
        bench.model.setHold(fw::ui::Hold::Pointer);
        bench.model.setPinned(id(10));
        bench.change(answered(10));
        QTRY_VERIFY(bench.model.index(0).data(QueueModel::IsSettledRole).toBool());
        bench.model.setPinned(id(20));
        QCoreApplication::processEvents();
        QCOMPARE(numbersOf(bench.model), (QList<qint64>{10, 20, 30}));
        bench.model.setHold(fw::ui::Hold::None);
        QCOMPARE(numbersOf(bench.model), (QList<qint64>{20, 30}));
    }

    void anArrivalBeyondTheLoadedPageWaitsForItsPage()
    {
        Bench bench;
        for (qint64 number = 1; number <= 60; ++number) {
            bench.desk.put(waiting(number));
        }
        bench.model.fetchMore({});
        QTRY_COMPARE(bench.model.rowCount(), 50);
        bench.change(waiting(70));
        bench.change(waiting(0));
        QTRY_COMPARE(bench.model.rowCount(), 51); // only the one before the end
        bench.model.fetchMore({});
        QTRY_COMPARE(bench.model.rowCount(), 62);
        QCOMPARE(bench.model.rowOf(id(70)), 61);
        QCOMPARE(bench.resets.size(), 0);
    }

    void switchingTheViewForgetsAnswersOfTheOldOne()
    {
        Bench bench;
        bench.desk.put(waiting(1));
        bench.desk.put(answered(2));
        bench.model.fetchMore({}); // still on its way when the view is switched
        bench.model.setView(View::Answered);
        QTRY_COMPARE(numbersOf(bench.model), (QList<qint64>{2}));
        QCoreApplication::processEvents();
        QCOMPARE(numbersOf(bench.model), (QList<qint64>{2}));
        QCOMPARE(bench.resets.size(), 1);
    }

    void draftsMarkTheirRows()
    {
        Bench bench;
        bench.load({10, 20});
        QSignalSpy changed(&bench.model, &QAbstractItemModel::dataChanged);
        bench.model.setDrafts({id(20), id(99)});
        QCOMPARE(changed.size(), 1);
        QVERIFY(bench.model.index(1).data(QueueModel::HasDraftRole).toBool());
        QVERIFY(!bench.model.index(0).data(QueueModel::HasDraftRole).toBool());
    }

    void aFailedPageIsToldAndCanBeAskedForAgain()
    {
        Bench bench;
        bench.desk.put(waiting(1));
        bench.desk.isBroken = true;
        QSignalSpy failed(&bench.model, &QueueModel::readFailed);
        bench.model.fetchMore({});
        QTRY_COMPARE(failed.size(), 1);
        bench.desk.isBroken = false;
        QVERIFY(bench.model.canFetchMore({}));
        bench.model.fetchMore({});
        QTRY_COMPARE(bench.model.rowCount(), 1);
    }

    void rowsSpeakToScreenReaders()
    {
        Bench bench;
        bench.load({10});
        QCOMPARE(bench.model.index(0).data(Qt::AccessibleTextRole).toString(),
            u"Customer 10, Twitter mention: question 10"_s);
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::QueueModelTest)
#include "queue_model_test.moc"
