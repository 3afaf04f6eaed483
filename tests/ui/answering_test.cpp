#include "tests/ui/staffed_desk.h"
#include "ui/desktop/composer/composer.h"
#include "ui/desktop/composer/reply_edit.h"
#include "ui/desktop/conversation/conversation_pane.h"
#include "ui/desktop/conversation/message_actions.h"
#include "ui/desktop/conversation/moderation_desk.h"
#include "ui/desktop/shell/sources.h"
#include "ui/desktop/theme/theme.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;
using namespace std::chrono_literals;

namespace {
Capabilities abilities(const QList<Feature> &features)
{
    Capabilities can{.replyLimit = 280, .messageLimit = 2000, .privateReplyWindow = 7 * 24h};
    for (const Feature feature : features) {
        can.table.append({.feature = feature, .isOn = true});
    }
    return can;
}

Account accountThat(const Capabilities &can, Network network = Network::Twitter)
{
    return {.network = network, .capabilities = toJson(can)};
}

const QString kPage = u"https://example.org/1"_s;

/// A conversation pane on a real desk, with a customer's message in it.
struct Bench {
    StaffedDesk desk;
    Theme theme{ThemeMode::Light};
    ConversationPane pane{conversationFrom(*desk.store, desk.outbox),
        {.agent = QString::fromLatin1(StaffedDesk::kAgent)}, *desk.store, desk.outbox, desk.clock, theme};
    Conversation conversation = desk.customerWrites(u"jreyes"_s, u"Where is it?"_s);

    Bench()
    {
        pane.resize(900, 600);
        pane.show();
        pane.open(conversation);
        [&] { QTRY_VERIFY(pane.model().newestInbound().has_value()); }();
    }
    void account(const Capabilities &can)
    {
        Account known = desk.account;
        known.capabilities = toJson(can);
        pane.setAccount(known, {});
    }
    /// The message as the network told it, in the composer's eyes.
    void parent(Traits traits)
    {
        Message message = *pane.model().newestInbound();
        message.traits = traits;
        message.permalink = kPage;
        pane.composer().setParentMessage(message);
    }
    [[nodiscard]] QPushButton *buttonNamed(const QString &text)
    {
        for (QPushButton *button : pane.composer().findChildren<QPushButton *>()) {
            if (button->text().startsWith(text) && button->isVisible()) {
                return button;
            }
        }
        return nullptr;
    }
};

QList<LineAction> kinds(const QList<std::pair<LineAction, QString>> &actions)
{
    QList<LineAction> found;
    for (const auto &entry : actions) {
        found << entry.first;
    }
    return found;
}
} // namespace

class AnsweringTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void waysAreThoseTheNetworkTakes()
    {
        const Instant now = instantFromMs(1'800'000'000'000);
        Message message{.postedAt = now - 1h,
            .permalink = kPage,
            .traits = Traits({Trait::AddressesUs, Trait::CanReplyPrivately})};
        const Account account = accountThat(abilities({Feature::ReplyPublic, Feature::ReplyPrivate}));
        const AnswerWays ways = answerWays(account, message, 0, now);
        QCOMPARE(ways.ways.size(), 2);
        QVERIFY(ways.ways.first().lane == Lane::Public && ways.ways.first().textLimit == 280);
        QVERIFY(ways.ways.last().lane == Lane::Private && ways.ways.last().textLimit == 2000);
        QVERIFY(ways.ways.last().until == message.postedAt + 7 * 24h);
        message.traits.setFlag(Trait::Removed);
        const AnswerWays none = answerWays(account, message, 0, now);
        QVERIFY(none.ways.isEmpty());
        QCOMPARE(none.whyNone, u"removed"_s);
        QCOMPARE(answerWays({}, message, 40, now).ways.first().textLimit, 40); // nothing published yet
    }

    void onlyWebAddressesAreOpened()
    {
        QVERIFY(isWebAddress(u"https://x.com/a/status/1"_s));
        for (const QString &link : {u""_s, u"http://x.com/1"_s, u"file:///etc/passwd"_s,
                 u"javascript:alert(1)"_s, u"https://"_s, u"https://user@x.com/1"_s, u"x.com/1"_s}) {
            QVERIFY2(!isWebAddress(link), qPrintable(link));
        }
    }

    void aMenuOffersWhatMayBeDoneAndItsOpposite()
    {
        const Account account = accountThat(abilities({Feature::Hide, Feature::Like, Feature::Remove}));
        Message message{.traits = Traits({Trait::CanHide, Trait::CanLike})};
        QCOMPARE(kinds(messageActions(account, message, {})), QList({LineAction::Like, LineAction::Hide}));
        message.traits = Traits({Trait::Hidden, Trait::Liked}); // not told any more that it may be done
        message.permalink = kPage;
        QCOMPARE(kinds(messageActions(account, message, {})),
            QList({LineAction::Open, LineAction::Unlike, LineAction::Unhide}));
        QVERIFY(messageActions({}, Message{}, {}).isEmpty());
    }

    void theChosenLaneIsTheOneThatIsSent()
    {
        Bench bench;
        bench.account(abilities({Feature::ReplyPublic, Feature::ReplyPrivate}));
        bench.parent(Traits({Trait::AddressesUs, Trait::CanReplyPrivately}));
        QTRY_VERIFY(bench.buttonNamed(u"Public reply"_s) && bench.buttonNamed(u"Private reply"_s));
        QVERIFY(bench.buttonNamed(u"Public reply"_s)->isChecked());
        bench.pane.composer().chooseNextLane();
        QVERIFY(bench.buttonNamed(u"Private reply"_s)->isChecked());
        bench.pane.findChild<ReplyEdit *>()->insertPlainText(u"Your parcel number"_s);
        bench.pane.composer().send();
        QTRY_COMPARE(bench.desk.replies(bench.conversation.id).size(), 1);
        const Reply reply = bench.desk.replies(bench.conversation.id).first();
        QVERIFY(reply.lane == Lane::Private && reply.operation == Operation::PrivateReply);
    }

    void whatCannotBeAnsweredHereIsOpenedThere()
    {
        Bench bench;
        Capabilities can = abilities({Feature::ReplyPublic});
        can.needsSummons = true;
        bench.account(can);
        bench.parent({});
        QVERIFY(bench.pane.findChild<ReplyEdit *>()->isHidden());
        QPushButton *open = bench.buttonNamed(u"Open on X"_s);
        QVERIFY(open && open->isEnabled() && !bench.buttonNamed(u"Send"_s));
        bench.pane.activateWindow();
        bench.pane.composer().focusText();
        QCOMPARE(bench.pane.focusWidget(), open);
        bench.pane.composer().disconnect(SIGNAL(openAsked(QString))); // no browser in a test
        QSignalSpy asked(&bench.pane.composer(), &Composer::openAsked);
        open->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), kPage);
        bench.parent(Trait::AddressesUs);
        QVERIFY(!bench.pane.findChild<ReplyEdit *>()->isHidden());
    }

    void whatWasAskedForCanBeTakenBackBeforeItLeaves()
    {
        Bench bench;
        QSignalSpy asked(&bench.pane, &ConversationPane::moderationAsked);
        QSignalSpy said(&bench.pane, &ConversationPane::said);
        bench.pane.moderation().ask(*bench.pane.model().newestInbound(), Moderation::Hide);
        QTRY_COMPARE(asked.size(), 1);
        Moderations moderations(*bench.desk.store);
        QCOMPARE(waitFor(moderations.open())->size(), 1);
        bench.pane.moderation().undo();
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(waitFor(moderations.open())->isEmpty());
        // Nothing of it is hidden, so there is nothing to show again.
        bench.pane.moderation().ask(*bench.pane.model().newestInbound(), Moderation::Unhide);
        QTRY_COMPARE(said.size(), 2);
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::AnsweringTest)
#include "answering_test.moc"
