#include "tests/support/fake_clock.h"
#include "ui/desktop/conversation/bubble.h"
#include "ui/desktop/conversation/message_delegate.h"
#include "ui/desktop/conversation/message_model.h"
#include "ui/desktop/conversation/message_view.h"
#include "ui/desktop/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QFontMetrics>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;
using namespace std::chrono_literals;

namespace {
constexpr Instant kStart{milliseconds(1'763'560'800'000)}; // 2025-11-19T14:00:00Z

Message message(qint64 number, Direction direction = Direction::Inbound)
{
    return {.id = {number},
        .conversation = {1},
        .author = {.handle = u"jreyes"_s, .name = u"Jonas Reyes"_s},
        .remoteId = u"r%1"_s.arg(number),
        .direction = direction,
        .body = u"text %1"_s.arg(number),
        .postedAt = kStart + number * 1min};
}

OutboxEntry reply(qint64 number, ReplyState state)
{
    return {.reply = {.id = {number},
                .conversation = {1},
                .body = u"answer %1"_s.arg(number),
                .agent = u"Mina"_s,
                .state = state,
                .createdAt = kStart + number * 1min,
                .remoteId = state == ReplyState::Accepted ? u"r%1"_s.arg(number) : QString()},
        .forecast
        = Forecast{.leavesAt = kStart + number * 1min + 20min, .ahead = 3, .waitsFor = u"15 min"_s}};
}

struct FakeThread {
    QList<Message> messages; // oldest first
    QList<OutboxEntry> replies;

    ConversationSource source()
    {
        return {.older
            =
                [this](ConversationId, MessageId before, int limit) {
                    QList<Message> page;
                    for (auto it = messages.rbegin(); it != messages.rend() && page.size() < limit; ++it) {
                        if (before.isNull() || it->id < before) {
                            page.append(*it);
                        }
                    }
                    return ready<Result<QList<Message>>>(page);
                },
            .newer =
                [this](ConversationId, const QSet<MessageId> &) {
                    return ready<Result<QList<Message>>>(
                        QList<Message>(messages.rbegin(), messages.rend()).mid(0, 50));
                },
            .replies = [this](ConversationId) { return ready<Result<QList<OutboxEntry>>>(replies); }};
    }
};
} // namespace

class MessageModelTest : public QObject
{
    Q_OBJECT

    struct Bench {
        FakeThread thread;
        MessageModel model{thread.source()};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        QSignalSpy resets{&model, &QAbstractItemModel::modelReset};

        void open()
        {
            QSignalSpy opened(&model, &MessageModel::opened);
            model.open({1});
            QTRY_COMPARE(opened.size(), 1);
            resets.clear();
        }
        [[nodiscard]] QStringList bodies() const
        {
            QStringList all;
            for (int row = 0; row < model.rowCount(); ++row) {
                all.append(model.index(row).data().toString());
            }
            return all;
        }
    };

private Q_SLOTS:
    void opensTheNewestPageAndLoadsThePastAbove()
    {
        Bench bench;
        for (qint64 number = 1; number <= 120; ++number) {
            bench.thread.messages.append(message(number));
        }
        bench.open();
        QCOMPARE(bench.model.rowCount(), 50);
        QCOMPARE(bench.bodies().first(), u"text 71"_s);
        QSignalSpy inserted(&bench.model, &QAbstractItemModel::rowsInserted);
        bench.model.loadOlder();
        bench.model.loadOlder(); // while the first is under way: no second question
        QTRY_COMPARE(bench.model.rowCount(), 100);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 0);
        bench.model.loadOlder();
        QTRY_COMPARE(bench.model.rowCount(), 120);
        QVERIFY(!bench.model.canLoadOlder());
        QCOMPARE(bench.bodies().first(), u"text 1"_s);
        QCOMPARE(bench.resets.size(), 0);
    }

    void newsComeRowByRow()
    {
        Bench bench;
        bench.thread.messages = {message(1), message(5)};
        bench.open();
        bench.thread.messages = {message(1), message(3), message(5), message(6)};
        bench.model.refresh();
        QTRY_COMPARE(bench.bodies(), (QStringList{u"text 1"_s, u"text 3"_s, u"text 5"_s, u"text 6"_s}));
        bench.thread.messages[2].body = u"edited"_s;
        bench.model.refresh();
        QTRY_COMPARE(bench.bodies().at(2), u"edited"_s);
        QCOMPARE(bench.model.newestInbound()->id, MessageId{6});
        QCOMPARE(bench.resets.size(), 0);
    }

    void aReplyIsShownOnceThroughItsWholeLife()
    {
        Bench bench;
        bench.thread.messages = {message(1)};
        bench.open();
        bench.thread.replies = {reply(2, ReplyState::Queued)};
        bench.model.refresh();
        QTRY_COMPARE(bench.bodies(), (QStringList{u"text 1"_s, u"answer 2"_s}));
        QVERIFY(bench.model.newestQueued().has_value());
        for (const ReplyState state : {ReplyState::Sending, ReplyState::Unknown, ReplyState::Accepted}) {
            bench.thread.replies = {reply(2, state)};
            bench.model.refresh();
            QTRY_VERIFY(bench.model.lineAt(1).reply->reply.state == state);
            QCOMPARE(bench.model.rowCount(), 2);
            QVERIFY(!bench.model.newestQueued());
        }
        Message ours = message(2, Direction::Outbound);
        ours.body = u"answer 2"_s;
        bench.thread.messages.append(ours);
        bench.model.refresh();
        QTRY_VERIFY(bench.model.rowCount() == 2 && bench.model.lineAt(1).message.has_value());
        QCOMPARE(bench.model.lineAt(1).reply->reply.agent, u"Mina"_s);
        QCOMPARE(bench.resets.size(), 0);
    }

    void withdrawnAndSettledRepliesGo()
    {
        Bench bench;
        bench.thread.messages = {message(1)};
        bench.thread.replies
            = {reply(2, ReplyState::Queued), reply(3, ReplyState::Rejected), reply(4, ReplyState::Queued)};
        bench.open();
        QTRY_COMPARE(bench.model.rowCount(), 4);
        QCOMPARE(bench.model.newestQueued()->id, ReplyId{4});
        bench.thread.replies[0].reply.state = ReplyState::Withdrawn;
        bench.thread.replies[1].reply.isHandled = true;
        bench.model.refresh();
        QTRY_COMPARE(bench.bodies(), (QStringList{u"text 1"_s, u"answer 4"_s}));
        QCOMPARE(bench.resets.size(), 0);
    }

    void onlyTheFirstLineOfADayBeginsIt()
    {
        Bench bench;
        Message yesterday = message(1);
        yesterday.postedAt = kStart - 24h;
        bench.thread.messages = {message(2), message(3)};
        bench.open();
        QVERIFY(bench.model.lineAt(0).startsDay);
        QVERIFY(!bench.model.lineAt(1).startsDay);
        QSignalSpy changed(&bench.model, &QAbstractItemModel::dataChanged);
        bench.thread.messages = {yesterday, message(2), message(3)};
        bench.thread.messages[0].id = {4};
        bench.model.refresh();
        QTRY_COMPARE(bench.model.rowCount(), 3);
        QVERIFY(bench.model.lineAt(0).startsDay);
        QVERIFY(bench.model.lineAt(1).startsDay);
        QVERIFY(!changed.isEmpty()); // its height may have changed
    }

    void switchingForgetsAnswersOfTheOldConversation()
    {
        Bench bench;
        bench.thread.messages = {message(1)};
        bench.model.open({1});
        bench.model.open({});
        QCoreApplication::processEvents();
        QCOMPARE(bench.model.rowCount(), 0);
    }

    void theLineBeingReadStaysWhereItIsWhilePagesComeAboveAndNewsBelow()
    {
        Bench bench;
        for (qint64 number = 1; number <= 120; ++number) {
            bench.thread.messages.append(message(number));
        }
        Theme theme(ThemeMode::Light);
        FakeClock clock;
        MessageDelegate delegate(theme, clock, u"Mina"_s);
        MessageView view(bench.model, delegate);
        view.resize(600, 400);
        view.show();
        bench.open();
        QScrollBar *bar = view.verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 400 && bar->value() == bar->maximum()); // opens at the newest

        bar->setValue(250); // near the top: the page before is asked for
        const QPersistentModelIndex read = view.indexAt({300, 1});
        const int top = view.visualRect(read).top();
        QTRY_COMPARE(bench.model.rowCount(), 100);
        QTRY_VERIFY(bar->value() > 1000);
        QCOMPARE(view.visualRect(read).top(), top);

        bench.thread.messages.append(message(121));
        bench.model.refresh();
        QTRY_COMPARE(bench.model.rowCount(), 101);
        QCoreApplication::processEvents();
        QCOMPARE(view.visualRect(read).top(), top);

        view.scrollToNewest();
        bench.thread.messages.append(message(122));
        bench.model.refresh();
        QTRY_COMPARE(bench.model.rowCount(), 102);
        QTRY_COMPARE(bar->value(), bar->maximum()); // who reads the newest goes on reading the newest
    }

    void aBodyIsMeasuredAsTheTextItIs()
    {
        const Fonts fonts{QFont()};
        Line line{.message = message(1)};
        line.message->body = u"<img src='http://127.0.0.1/x.png'><b>hi</b>"_s;
        const BubbleLayout layout = Bubble::layout(line, {}, 1200, fonts);
        QVERIFY(layout.body.width() >= QFontMetrics(fonts.body).horizontalAdvance(line.message->body));
    }

    void whatIsSaidUnderAReply_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("meta");
        QTest::addColumn<int>("actions");
        QTest::newRow("queued") << int(ReplyState::Queued) << u"You · leaves about 14:22, 3 ahead"_s << 1;
        QTest::newRow("sending") << int(ReplyState::Sending) << u"You · sending…"_s << 0;
        QTest::newRow("unknown") << int(ReplyState::Unknown) << u"You · checking whether it arrived…"_s << 0;
        QTest::newRow("rejected") << int(ReplyState::Rejected) << u"You · not sent: The post is gone"_s << 2;
        QTest::newRow("accepted") << int(ReplyState::Accepted) << u"You · sent 14:02"_s << 0;
    }

    void whatIsSaidUnderAReply()
    {
        QFETCH(int, state);
        QFETCH(QString, meta);
        QFETCH(int, actions);
        Line line{.reply = reply(2, ReplyState(state))};
        line.reply->reply.reason = toString(ErrorCode::NotFound);
        const BubbleWords words = Bubble::words(line, Network::Twitter, u"Mina"_s, kStart);
        QCOMPARE(words.meta, meta);
        QCOMPARE(words.actions.size(), actions);
        QVERIFY(Bubble::words(line, Network::Twitter, u"Tom"_s, kStart).meta.startsWith(u"Mina"_s));
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::MessageModelTest)
#include "message_model_test.moc"
