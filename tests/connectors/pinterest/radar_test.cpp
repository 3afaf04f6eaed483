#include "tests/connectors/pinterest/pinterest_fixture.h"

#include <QJsonArray>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using Step = LoopbackServer::Step;

namespace {
const QString kComments = u"comments-radar"_s;
const QString kDomain = u"domain-radar"_s;
const QString kShared = u"collaborators"_s;

/// A pin of ours with so many comments; -1: no numbers.
QJsonObject pin(int id, int comments, const QString &title = u"Walnut table"_s,
    const QString &createdAt = u"2025-01-01T00:00:00"_s)
{
    const QJsonObject lifetime{{u"comment"_s, comments}, {u"reaction"_s, 1}};
    return {{u"id"_s, QString::number(id)}, {u"title"_s, title}, {u"created_at"_s, createdAt},
        {u"is_owner"_s, true},
        {u"pin_metrics"_s,
            comments < 0 ? QJsonValue(QJsonValue::Null)
                         : QJsonValue(QJsonObject{{u"lifetime_metrics"_s, lifetime}})}};
}

QByteArray page(const QList<QJsonObject> &pins, const QString &bookmark = {})
{
    QJsonArray items;
    for (const QJsonObject &entry : pins) {
        items.append(entry);
    }
    return QJsonDocument(QJsonObject{{u"items"_s, items},
                             {u"bookmark"_s, bookmark.isEmpty() ? QJsonValue(QJsonValue::Null) : bookmark}})
        .toJson(QJsonDocument::Compact);
}

QByteArray top(const QStringList &ids)
{
    QJsonArray pins;
    for (const QString &id : ids) {
        pins.append(QJsonObject{{u"pin_id"_s, id}});
    }
    return QJsonDocument(QJsonObject{{u"pins"_s, pins}}).toJson();
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}
} // namespace

class RadarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysPlainlyWhatAnAccountWithoutAContractCannotDo()
    {
        const PinterestFixture fixture;
        const Capabilities can = fixture.connector->capabilities();
        QVERIFY(can.can(Feature::ReadSignals));
        for (const Feature feature : {Feature::ReadComments, Feature::ReplyPublic, Feature::Remove}) {
            QVERIFY(!can.can(feature));
            QCOMPARE(can.whyNot(feature), u"contract"_s);
        }
        QCOMPARE(can.whyNot(Feature::SendMessage), u"network"_s);
        QCOMPARE(can.replyLimit, 0);
        QStringList names;
        for (const Stream &stream : fixture.connector->streams()) {
            names.append(stream.name);
            QVERIFY(stream.every > milliseconds::zero());
        }
        QCOMPARE(names, (QStringList{kComments, kShared, kDomain}));
    }

    void nothingIsSentWithoutAContract()
    {
        const PinterestFixture fixture;
        const Outgoing reply{.body = u"hello"_s, .parentRemoteId = u"comments:1:2"_s};
        QCOMPARE(errorOf(waitFor(fixture.connector->findSent(reply, {})).result), u"not-offered"_s);
        QCOMPARE(errorOf(waitFor(fixture.connector->lookUp({u"1"_s})).result), u"not-offered"_s);
        for (const Outcome &outcome : {waitFor(fixture.connector->send(reply)),
                 waitFor(fixture.connector->moderate(Moderation::Remove, u"1"_s))}) {
            QVERIFY(outcome.kind == OutcomeKind::NotCarriedOut);
            QCOMPARE(toString(outcome.error.code), u"not-offered"_s);
        }
        QCOMPARE(fixture.server.requests().size(), 0);
    }

    void asksForOurPinsWithTheirNumbers()
    {
        PinterestFixture fixture;
        fixture.always(200, page({}));
        (void)walkStream(*fixture.connector, kComments);
        QCOMPARE(fixture.server.requests().size(), 1);
        QCOMPARE(fixture.path(0), QByteArray("/v5/pins"));
        QCOMPARE(fixture.asked(0, "pin_metrics"), u"true"_s);
        QCOMPARE(fixture.asked(0, "page_size"), u"250"_s);
        QVERIFY(!fixture.server.requests().at(0).target.contains("bookmark"));
        QCOMPARE(fixture.server.requests().at(0).headers.value("authorization"), QByteArray("Bearer secret"));
    }

    void firstWalkLearnsInSilence()
    {
        PinterestFixture fixture;
        fixture.always(200, page({pin(1, 40), pin(2, 0, u"New"_s, u"2025-11-19T13:00:00"_s), pin(3, 7)}));
        const Walked first = walkStream(*fixture.connector, kComments);
        QVERIFY(first.posts.isEmpty());
        QVERIFY(!first.state.isEmpty());
        const Walked second = walkStream(*fixture.connector, kComments, first.state);
        QVERIFY(second.posts.isEmpty());
    }

    void riseIsASignalWithAPlaceToGo()
    {
        PinterestFixture fixture;
        fixture.always(200, page({pin(1, 2), pin(2, 5, u"Lamp"_s)}));
        const Walked first = walkStream(*fixture.connector, kComments);
        fixture.always(200, page({pin(1, 5), pin(2, 6, u"Lamp"_s)}));
        const Walked second = walkStream(*fixture.connector, kComments, first.state);
        QCOMPARE(second.bodies(),
            (QStringList{
                u"3 new comments on “Walnut table” (5 in all)"_s, u"1 new comment on “Lamp” (6 in all)"_s}));
        const Post &signal = second.posts.constFirst();
        QVERIFY(signal.kind == MessageKind::Signal);
        QVERIFY(signal.lane == Lane::Public);
        QVERIFY(signal.direction == Direction::Inbound);
        QVERIFY(!signal.isAuthorAvailable);
        QCOMPARE(signal.author.name, u"Walnut table"_s); // the pin, and nobody
        QVERIFY(signal.author.handle.isEmpty());
        QCOMPARE(signal.remoteId, u"comments:1:5"_s);
        const SignalFacts facts{
            .kind = SignalKind::NewComments, .count = 3, .total = 5, .subject = u"“Walnut table”"_s};
        QVERIFY(signal.signal == facts);
        QCOMPARE(signal.permalink, u"https://www.pinterest.com/pin/1/"_s);
        QCOMPARE(toIso(signal.postedAt), u"2025-11-19T14:00:00.000Z"_s);
        const Message message{.kind = signal.kind, .lane = signal.lane, .traits = signal.traits};
        for (const Offer &offer : offersFor(fixture.connector->capabilities(), message, {})) {
            QVERIFY(!offer.isOffered);
        }
    }

    void fallIsNotedAndNoWork()
    {
        PinterestFixture fixture;
        fixture.always(200, page({pin(1, 5)}));
        const Walked first = walkStream(*fixture.connector, kComments);
        fixture.always(200, page({pin(1, 3)}));
        const Walked fallen = walkStream(*fixture.connector, kComments, first.state);
        QVERIFY(fallen.posts.isEmpty());
        fixture.always(200, page({pin(1, 4)}));
        const Walked risen = walkStream(*fixture.connector, kComments, fallen.state);
        QCOMPARE(risen.bodies(), QStringList{u"1 new comment on “Walnut table” (4 in all)"_s});
        fixture.always(200, page({pin(1, 5)}));
        const Walked again = walkStream(*fixture.connector, kComments, risen.state);
        QCOMPARE(again.posts.size(), 1);
        QVERIFY(again.posts.constFirst().remoteId != risen.posts.constFirst().remoteId);
        QVERIFY(
            again.posts.constFirst().remoteId != u"comments:1:5"_s); // which an earlier rise could have had
    }

    void restartGoesOnFromTheKeptState()
    {
        PinterestFixture fixture;
        fixture.always(200, page({pin(1, 5)}));
        const Walked first = walkStream(*fixture.connector, kComments);
        fixture.make({});
        fixture.always(200, page({pin(1, 6)}));
        const Walked second = walkStream(*fixture.connector, kComments, first.state);
        QCOMPARE(second.posts.size(), 1);
        QCOMPARE(second.posts.constFirst().remoteId, u"comments:1:6"_s);
    }

    void walkThatWasCutFindsTheSameSignalsAgain()
    {
        PinterestFixture fixture;
        fixture.always(200, page({pin(1, 1), pin(2, 1)}));
        const Walked first = walkStream(*fixture.connector, kComments);
        fixture.server.setScript([](const WireRequest &request) {
            return request.target.contains("bookmark")
                ? PinterestFixture::step(500, "{}")
                : PinterestFixture::step(200, page({pin(1, 2)}, u"next"_s));
        });
        const Walked cut = walkStream(*fixture.connector, kComments, first.state);
        QCOMPARE(cut.error, u"server-fault"_s);
        QCOMPARE(cut.posts.size(), 1);
        QCOMPARE(cut.state, first.state);
        fixture.always(200, page({pin(1, 2), pin(2, 3)}));
        const Walked whole = walkStream(*fixture.connector, kComments, cut.state);
        QCOMPARE(whole.posts.size(), 2);
        QCOMPARE(whole.posts.constFirst().remoteId, cut.posts.constFirst().remoteId);
    }

    void threeHundredPinsOverPagesWithDuplicatesAndInAnyOrder()
    {
        PinterestFixture fixture;
        bool hasRisen = false;
        fixture.server.setScript([&hasRisen](const WireRequest &request) {
            const QUrlQuery query(QUrl::fromEncoded(request.target));
            const int from
                = query.queryItemValue(u"bookmark"_s, QUrl::FullyDecoded).remove(u"from+"_s).toInt();
            QList<QJsonObject> pins;
            for (int id = std::max(0, from - 3); id < std::min(from + 100, 300); ++id) {
                pins.prepend(pin(1000 + id, hasRisen && id % 10 == 0 ? 9 : 8));
            }
            return PinterestFixture::step(
                200, page(pins, from < 200 ? u"from+%1"_s.arg(from + 100) : QString()));
        });
        const Walked first = walkStream(*fixture.connector, kComments);
        QCOMPARE(first.pages, 3);
        QVERIFY(first.posts.isEmpty());
        QVERIFY(fixture.server.requests().at(1).target.contains("bookmark=from%2B100"));
        hasRisen = true;
        const Walked second = walkStream(*fixture.connector, kComments, first.state);
        QSet<QString> ids;
        for (const Post &post : second.posts) {
            ids.insert(post.remoteId);
        }
        QCOMPARE(second.posts.size(), 30);
        QCOMPARE(ids.size(), 30);
        QVERIFY2(second.state.size() < 6000, qPrintable(QString::number(second.state.size())));
    }

    void newPinSpeaksOfAllItsCommentsAnOldOneNot()
    {
        PinterestFixture fixture;
        fixture.always(200, page({pin(1, 1)}));
        const Walked first = walkStream(*fixture.connector, kComments);
        fixture.always(200,
            page({pin(1, 1), pin(2, 2, u"Fresh"_s, u"2025-11-19T13:00:00"_s),
                pin(3, 8, u"Shown again"_s, u"2024-02-02T00:00:00"_s), pin(4, -1)}));
        const Walked second = walkStream(*fixture.connector, kComments, first.state);
        QCOMPARE(second.bodies(), QStringList{u"2 new comments on “Fresh”"_s});
    }

    void pinThatWasMissingOnceIsNotForgotten()
    {
        PinterestFixture fixture;
        fixture.always(200, page({pin(1, 5), pin(2, 1)}));
        const Walked first = walkStream(*fixture.connector, kComments);
        fixture.always(200, page({pin(2, 1)}));
        const Walked second = walkStream(*fixture.connector, kComments, first.state);
        fixture.always(200, page({pin(1, 7), pin(2, 1)}));
        const Walked third = walkStream(*fixture.connector, kComments, second.state);
        QCOMPARE(third.bodies(), QStringList{u"2 new comments on “Walnut table” (7 in all)"_s});
    }

    void pageThatNamesItselfAsTheNextIsRefused()
    {
        PinterestFixture fixture;
        fixture.always(200, page({pin(1, 5)}, u"again"_s));
        QCOMPARE(walkStream(*fixture.connector, kComments).error, u"malformed-answer"_s);
        QCOMPARE(fixture.server.requests().size(), 2);
    }

    void domainRadarTellsNewPinsFromOurWebsite()
    {
        PinterestFixture fixture;
        const QJsonObject old{{u"id"_s, u"11"_s}, {u"title"_s, u"Old"_s},
            {u"created_at"_s, u"2025-11-01T00:00:00"_s},
            {u"board_owner"_s, QJsonObject{{u"username"_s, u"lena"_s}}}, {u"is_owner"_s, false}};
        QJsonObject made = old;
        made.insert(u"id"_s, u"12"_s);
        made.insert(u"title"_s, u"Found"_s);
        fixture.byTarget({{"top_pins", top({u"11"_s})}, {"/pins/11", bytes(old)}});
        const Walked first = walkStream(*fixture.connector, kDomain);
        QVERIFY(first.posts.isEmpty());
        QCOMPARE(fixture.path(0), QByteArray("/v5/user_account/analytics/top_pins"));
        QCOMPARE(fixture.asked(0, "source"), u"OTHER_PINS"_s);
        QCOMPARE(fixture.asked(0, "from_claimed_content"), u"CLAIMED"_s);
        QCOMPARE(fixture.asked(0, "created_in_last_n_days"), u"30"_s);
        QCOMPARE(fixture.asked(0, "start_date"), u"2025-10-20"_s);
        QCOMPARE(fixture.asked(0, "end_date"), u"2025-11-19"_s);
        fixture.byTarget({{"top_pins", top({u"11"_s, u"13"_s, u"12"_s})}, {"/pins/12", bytes(made)}});
        const qsizetype before = fixture.server.requests().size();
        const Walked second = walkStream(*fixture.connector, kDomain, first.state);
        QCOMPARE(second.error, u"none"_s); // 13 is gone, which is nothing to stop for
        QCOMPARE(second.bodies(), QStringList{u"New pin from your website on a board of lena: “Found”"_s});
        QCOMPARE(second.posts.constFirst().author.handle, u"lena"_s);
        QVERIFY(second.posts.constFirst().kind == MessageKind::Signal);
        QCOMPARE(fixture.server.requests().size() - before, 3); // the known one is not asked for again
        QVERIFY(walkStream(*fixture.connector, kDomain, second.state).posts.isEmpty());
    }

    void domainRadarWithoutPermissionStaysQuiet()
    {
        PinterestFixture fixture;
        fixture.always(
            403, json("{'code':403,'message':'Not authorized to access the user account analytics.'}"));
        const Walked walked = walkStream(*fixture.connector, kDomain);
        QCOMPARE(walked.error, u"none"_s);
        QVERIFY(walked.posts.isEmpty());
    }

    void collaboratorsPinsOnSharedBoards()
    {
        PinterestFixture fixture;
        const QByteArray us = json("{'id':'77','username':'shop','follower_count':4321}");
        const QByteArray boards
            = json("{'items':[{'id':'1','name':'Ours','owner':{'username':'Shop'},'collaborator_count':0},"
                   "{'id':'2','name':'Shared','owner':{'username':'shop'},'collaborator_count':2},"
                   "{'id':'3','name':'Theirs','owner':{'username':'arne'}}],'bookmark':''}");
        const QByteArray shared
            = json("{'items':[{'id':'21','is_owner':true},{'id':'22','is_owner':false,'title':'A',"
                   "'created_at':'2025-01-01T00:00:00'}]}");
        fixture.byTarget({{"user_account", us}, {"/boards?", boards}, {"/boards/2/", shared},
            {"/boards/3/", json("{'items':[],'bookmark':null}")}});
        const Walked first = walkStream(*fixture.connector, kShared);
        QCOMPARE(first.error, u"none"_s);
        QVERIFY(first.posts.isEmpty());
        QVERIFY(first.audience == std::optional<qint64>(4321));
        QCOMPARE(
            fixture.server.requests().size(), 4); // ourselves, the boards, and the two that others may pin on
        const QByteArray grown
            = json("{'items':[{'id':'23','is_owner':false,'title':'B'},{'id':'22','is_owner':false}]}");
        fixture.byTarget(
            {{"user_account", us}, {"/boards?", boards}, {"/boards/2/", grown}, {"/boards/3/", shared}});
        const Walked second = walkStream(*fixture.connector, kShared, first.state);
        QCOMPARE(second.bodies(), QStringList{u"New pin by somebody else on the board “Shared”: “B”"_s});
        QCOMPARE(second.posts.constFirst().remoteId, u"pin:23"_s);
    }

    void streamsCanBeSlowedAndSwitchedOff()
    {
        const PinterestFixture fixture(
            jsonObject("{'every_s':{'domain-radar':false,'collaborators':5,'comments-radar':0}}"));
        const QList<Stream> streams = fixture.connector->streams();
        QCOMPARE(streams.size(), 2);
        QVERIFY(streams.at(0).every == milliseconds::zero());
        QVERIFY(streams.at(1).every == milliseconds(5000));
        QCOMPARE(errorOf(waitFor(fixture.connector->fetch({.stream = kDomain})).result), u"usage"_s);
    }

    void identifiesTheAccountAndItsAudience()
    {
        PinterestFixture fixture;
        fixture.always(200,
            json("{'id':'2783','username':'shop','business_name':'The Shop','follower_count':10}"),
            {{"x-ratelimit-limit", "1000"}, {"x-ratelimit-remaining", "999"}, {"x-ratelimit-reset", "60"}});
        const auto answer = waitFor(fixture.connector->identify());
        QVERIFY(answer.result);
        QCOMPARE(answer.result->remoteId, u"2783"_s);
        QCOMPARE(answer.result->name, u"The Shop"_s);
        QVERIFY(answer.facts.audience == std::optional<qint64>(10));
        QCOMPARE(answer.facts.limitSignals.size(), 2); // identify and the radars share the category
        QCOMPARE(answer.facts.limitSignals.constFirst().header, u"x-ratelimit org_read"_s);
        QVERIFY(answer.facts.limitSignals.constFirst().resetAt
            == instantFromMs(1'763'560'800'000) + std::chrono::seconds(60));
    }

    void baseUrlMayEndInTheVersion()
    {
        PinterestFixture fixture;
        fixture.always(200, json("{'username':'shop'}"));
        const Account account{
            .network = Network::Pinterest, .baseUrl = fixture.server.url(u"/gateway/v5/"_s).toString()};
        const auto token = [] { return Result<QByteArray>(QByteArray("secret")); };
        fixture.connector = makePinterestConnector(account, token, fixture.clock);
        QVERIFY(waitFor(fixture.connector->identify()).result);
        QCOMPARE(fixture.path(0), QByteArray("/gateway/v5/user_account"));
    }

    void connectorDestroyedUnderWayEndsTheCall()
    {
        PinterestFixture fixture;
        fixture.server.setScript([](const WireRequest &) { return Step{}; });
        const auto reading = fixture.connector->fetch({.stream = kComments});
        QTRY_COMPARE(fixture.server.requests().size(), 1);
        fixture.connector.reset();
        QVERIFY(reading.isFinished());
        QCOMPARE(errorOf(reading.result().result), u"cancelled"_s);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::RadarTest)
#include "radar_test.moc"
