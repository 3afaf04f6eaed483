#include "app/network/capabilities.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr Instant kNow = Instant(1'800'000'000'000ms);
constexpr milliseconds kDay = 24h;

Capabilities everything()
{
    Capabilities can{
        .replyLimit = 280, .messageLimit = 2000, .messageWindow = kDay, .privateReplyWindow = 7 * kDay};
    for (const Feature feature : {Feature::ReplyPublic, Feature::ReplyPrivate, Feature::SendMessage,
             Feature::Hide, Feature::Like, Feature::Remove}) {
        can.table.append({.feature = feature, .isOn = true});
    }
    return can;
}

Message comment(Traits traits = Traits({Trait::AddressesUs, Trait::CanReplyPrivately}))
{
    return {.kind = MessageKind::Comment, .postedAt = kNow - 1h, .traits = traits};
}

QString whyNot(Feature feature, const Capabilities &can, const Message &message, OfferFacts facts = {})
{
    facts.now = kNow;
    const Offer offer = offerOf(feature, can, message, facts);
    return offer.isOffered ? u"offered"_s : offer.whyNot;
}
} // namespace

class OffersTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheAccountCannotDoIsNotOfferedAndSaysWhy()
    {
        Capabilities can;
        QCOMPARE(whyNot(Feature::ReplyPublic, can, comment()), u"network"_s);
        can.table = {{.feature = Feature::ReplyPublic, .isOn = false, .whyNot = u"contract"_s}};
        QCOMPARE(whyNot(Feature::ReplyPublic, can, comment()), u"contract"_s);
        QCOMPARE(whyNot(Feature::ReplyPublic, everything(), comment()), u"offered"_s);
    }

    void repliesNeedASummonsWhereTheNetworkAsksForOne()
    {
        Capabilities can = everything();
        const Message bystander = comment({});
        QCOMPARE(whyNot(Feature::ReplyPublic, can, bystander), u"offered"_s);
        can.needsSummons = true;
        QCOMPARE(whyNot(Feature::ReplyPublic, can, bystander), u"not-summoned"_s);
        QCOMPARE(whyNot(Feature::ReplyPublic, can, comment()), u"offered"_s);
    }

    void aCommentTakesOnePrivateReplyWithinItsWindow()
    {
        const Capabilities can = everything();
        Message message = comment();
        QCOMPARE(whyNot(Feature::ReplyPrivate, can, message), u"offered"_s);
        QCOMPARE(
            whyNot(Feature::ReplyPrivate, can, message, {.isRepliedPrivately = true}), u"already-replied"_s);
        message.postedAt = kNow - 7 * kDay;
        QCOMPARE(whyNot(Feature::ReplyPrivate, can, message), u"window-closed"_s);
        message.postedAt += 1ms;
        QCOMPARE(whyNot(Feature::ReplyPrivate, can, message), u"offered"_s);
        QCOMPARE(whyNot(Feature::ReplyPrivate, can, comment(Trait::AddressesUs)), u"message"_s);
    }

    void aMessageMayFollowThePersonsLastActionForAWhile()
    {
        Capabilities can = everything();
        Message message{
            .kind = MessageKind::DirectMessage, .lane = Lane::Private, .postedAt = kNow - 2 * kDay};
        QCOMPARE(whyNot(Feature::SendMessage, can, message), u"window-closed"_s);
        QCOMPARE(whyNot(Feature::SendMessage, can, message, {.personActedAt = kNow - 1h}), u"offered"_s);
        can.humanAgentWindow = 7 * kDay;
        const Offer offer = offerOf(Feature::SendMessage, can, message, {.now = kNow});
        QVERIFY(offer.isOffered);
        QVERIFY(offer.until == kNow + 5 * kDay);
        QCOMPARE(whyNot(Feature::ReplyPublic, can, message), u"message"_s);
    }

    void signalsOurOwnPostsAndGonePostsTakeNoReply()
    {
        const Capabilities can = everything();
        Message message = comment();
        message.kind = MessageKind::Signal;
        QCOMPARE(whyNot(Feature::ReplyPublic, can, message), u"message"_s);
        message = comment();
        message.direction = Direction::Outbound;
        QCOMPARE(whyNot(Feature::ReplyPublic, can, message), u"ours"_s);
        QCOMPARE(
            whyNot(Feature::ReplyPublic, can, comment({Trait::AddressesUs, Trait::Removed})), u"removed"_s);
    }

    void moderationIsOfferedAsTheNetworkToldForTheMessage()
    {
        const Capabilities can = everything();
        QCOMPARE(whyNot(Feature::Hide, can, comment()), u"message"_s);
        QCOMPARE(whyNot(Feature::Hide, can, comment(Trait::CanHide)), u"offered"_s);
        QCOMPARE(whyNot(Feature::Like, can, comment(Trait::CanLike)), u"offered"_s);
        QCOMPARE(whyNot(Feature::Remove, can, comment(Trait::CanRemove)), u"offered"_s);
        QCOMPARE(whyNot(Feature::Remove, can, comment(Trait::CanRemove), {.isPaused = true}), u"paused"_s);
    }

    void theTableSurvivesTheStore()
    {
        Capabilities can = everything();
        can.table.append({.feature = Feature::ReadMessages, .isOn = false, .whyNot = u"permission"_s});
        const Capabilities again = capabilitiesFromJson(toJson(can));
        QVERIFY(toJson(again) == toJson(can));
        QCOMPARE(again.whyNot(Feature::ReadMessages), u"permission"_s);
        QVERIFY(again.messageWindow == kDay && again.can(Feature::Like));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::OffersTest)
#include "offers_test.moc"
