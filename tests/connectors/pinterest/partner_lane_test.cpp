#include "tests/connectors/pinterest/pinterest_fixture.h"

#include <QJsonArray>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using Step = LoopbackServer::Step;
using After = LoopbackServer::After;

namespace {
const QString kComments = u"comments"_s;
const Outgoing kReply{.body = u"Danke & sorry \U0001F600 + mehr"_s, .parentRemoteId = u"501"_s};
const QByteArray kComment = json(
    "{'id':'501','text':'Wo?','created_at':'2025-11-19T13:00:00.250000','is_edited':false,'comment_count':0,"
    "'pin':{'id':'1'},'aggregated_pin_data':{'id':'9001'},'reply_to_comment':null,"
    "'user':{'id':'41','username':'maria','full_name':'Maria K'}}");

QByteArray ownPins(int comments)
{
    return json("{'items':[{'id':'1','is_owner':true,'title':'Table','created_at':'2025-01-01T00:00:00',"
                "'aggregated_pin_data':{'id':'9001'},'pin_metrics':{'lifetime_metrics':{'comment':")
        + QByteArray::number(comments) + json("}}}],'bookmark':null}");
}

QByteArray list(const QList<QByteArray> &items, const QByteArray &bookmark = "null")
{
    return "{\"items\":[" + items.join(',') + "],\"bookmark\":" + bookmark + "}";
}

/// An answer of ours or of somebody else below comment 501.
QByteArray answerBelow(const QByteArray &id, const QByteArray &user, const QByteArray &text,
    const QByteArray &createdAt = "2025-11-19T14:00:00")
{
    return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\",\"created_at\":\"" + createdAt
        + json("','user':{'id':'") + user + json("'},'pin':{'id':'1'},'reply_to_comment':{'id':'501'}}");
}

QJsonObject settings()
{
    return {{u"partner"_s, partnerProfile()}};
}
} // namespace

class PartnerLaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walkBringsCommentsAndReplies()
    {
        PinterestFixture fixture(settings());
        QByteArray asked = kComment;
        asked.replace("\"comment_count\":0", "\"comment_count\":2");
        fixture.byTarget({{"/v5/pins", ownPins(3)}, {"/aggregated_pin_data/9001/comments", list({asked})},
            {"/aggregated_comments/501/replies",
                list({answerBelow("502", "77", "Hier"), answerBelow("503", "41", "Danke")})}});
        const Walked walked = walkStream(*fixture.connector, kComments);
        QCOMPARE(walked.error, u"none"_s);
        QCOMPARE(walked.bodies(), (QStringList{u"Wo?"_s, u"Hier"_s, u"Danke"_s}));
        QCOMPARE(fixture.server.requests().at(1).target,
            QByteArray("/partner/v1/aggregated_pin_data/9001/comments?feed_type=recent&page_size=100"));
        const Post &comment = walked.posts.at(0);
        QVERIFY(comment.kind == MessageKind::Comment);
        QVERIFY(comment.direction == Direction::Inbound);
        QCOMPARE(comment.remoteId, u"501"_s);
        QCOMPARE(comment.thread, u"501"_s);
        QVERIFY(comment.inReplyTo.isEmpty());
        QCOMPARE(comment.author.remoteId, u"41"_s);
        QCOMPARE(comment.author.handle, u"maria"_s);
        QCOMPARE(comment.author.name, u"Maria K"_s);
        QCOMPARE(comment.permalink, u"https://www.pinterest.com/pin/1/"_s);
        QCOMPARE(toIso(comment.postedAt), u"2025-11-19T13:00:00.250Z"_s);
        QVERIFY(comment.traits == Traits({Trait::AddressesUs, Trait::CanRemove}));
        QVERIFY(walked.posts.at(1).direction == Direction::Outbound);
        QVERIFY(walked.posts.at(2).direction == Direction::Inbound);
        QVERIFY(walked.posts.at(2).kind == MessageKind::Reply);
        QCOMPARE(walked.posts.at(2).inReplyTo, u"501"_s);
        QCOMPARE(walked.posts.at(2).thread, u"501"_s);
    }

    void nextWalkAsksOnlyForWhatIsAlive()
    {
        PinterestFixture fixture(settings());
        QByteArray old = kComment;
        old.replace("2025-11-19T13", "2025-11-01T13");
        fixture.byTarget({{"/v5/pins", ownPins(1)}, {"/comments", list({old})}});
        const Walked first = walkStream(*fixture.connector, kComments);
        QCOMPARE(first.posts.size(), 1);
        const Walked quiet = walkStream(*fixture.connector, kComments, first.state);
        QCOMPARE(quiet.pages, 1); // the comments of a quiet pin are left alone
        fixture.byTarget({{"/v5/pins", ownPins(2)}, {"/comments", list({kComment, old})}});
        const Walked changed = walkStream(*fixture.connector, kComments, quiet.state);
        QCOMPARE(changed.pages, 2);
        const Walked lively = walkStream(*fixture.connector, kComments, changed.state);
        QCOMPARE(lively.pages, 2); // somebody spoke within the last days
    }

    void pagesAreReadUntilNothingIsNew()
    {
        PinterestFixture fixture(settings());
        const auto comment = [](int id) {
            QByteArray text = kComment;
            return text.replace("501", QByteArray::number(id));
        };
        fixture.byTarget({{"/v5/pins", ownPins(4)}, {"bookmark=two", list({comment(602), comment(601)})},
            {"/comments", list({comment(604), comment(603)}, "\"two\"")}});
        const Walked first = walkStream(*fixture.connector, kComments);
        QCOMPARE(first.posts.size(), 4);
        const Walked second = walkStream(*fixture.connector, kComments, first.state);
        QCOMPARE(second.pages, 2);
        QCOMPARE(second.posts.size(), 2);
    }

    void oldCommentsAreLeftAlone()
    {
        PinterestFixture fixture(settings());
        QByteArray old = kComment;
        old.replace("2025-11-19T13", "2025-09-19T13");
        fixture.byTarget({{"/v5/pins", ownPins(2)}, {"/comments", list({old}, "\"more\"")}});
        const Walked walked = walkStream(*fixture.connector, kComments);
        QVERIFY(walked.posts.isEmpty());
        QCOMPARE(walked.pages, 2);
    }

    void editedCommentIsANewVersionOfTheSame()
    {
        PinterestFixture fixture(settings());
        QByteArray edited = kComment;
        edited.replace("\"is_edited\":false", "\"is_edited\":true");
        fixture.byTarget({{"/v5/pins", ownPins(1)}, {"/comments", list({edited})}});
        const Walked walked = walkStream(*fixture.connector, kComments);
        QCOMPARE(walked.posts.constFirst().remoteId, u"501"_s);
        QCOMPARE(walked.posts.constFirst().versionId, u"501#1763557200250"_s);
    }

    void wrongPathsAreAnErrorAndNoSilence()
    {
        PinterestFixture fixture(settings());
        QByteArray pins = "{\"items\":[";
        for (int i = 1; i < 6; ++i) {
            const QByteArray id = QByteArray::number(i);
            pins += (i > 1 ? "," : "") + json("{'id':'") + id + json("','aggregated_pin_data':{'id':'90") + id
                + json("'}}");
        }
        fixture.byTarget({{"/v5/pins", pins + "]}"}});
        QCOMPARE(walkStream(*fixture.connector, kComments).error, u"not-found"_s);
    }

    void answerIsWrittenUnderTheComment()
    {
        PinterestFixture fixture(settings());
        fixture.byTarget({{"/v5/pins", ownPins(1)}, {"/9001/comments", list({kComment})},
            {"/9001/comment", answerBelow("777", "77", "x")}});
        (void)walkStream(*fixture.connector, kComments);
        const qsizetype before = fixture.server.requests().size();
        const Outcome outcome = waitFor(fixture.connector->send(kReply));
        QVERIFY(outcome.kind == OutcomeKind::Accepted);
        QCOMPARE(outcome.remoteId, u"777"_s);
        QCOMPARE(fixture.server.requests().size() - before, 1);
        const WireRequest sent = fixture.server.requests().constLast();
        QCOMPARE(sent.method, QByteArray("POST"));
        QCOMPARE(sent.target, QByteArray("/partner/v1/aggregated_pin_data/9001/comment"));
        QCOMPARE(sent.headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
        const QUrlQuery form(QString::fromLatin1(sent.body));
        QCOMPARE(form.queryItemValue(u"text"_s, QUrl::FullyDecoded), kReply.body);
        QCOMPARE(form.queryItemValue(u"pin"_s), u"1"_s);
        QCOMPARE(form.queryItemValue(u"reply_to_comment"_s), u"501"_s);
    }

    void afterARestartTheCommentIsAskedForItsPlace()
    {
        PinterestFixture fixture(settings());
        fixture.byTarget(
            {{"/aggregated_comments/501", kComment}, {"/9001/comment", answerBelow("777", "77", "x")}});
        Outgoing reply = kReply;
        reply.parentRemoteId = u"501#1763557200250"_s; // a version
        const Outcome outcome = waitFor(fixture.connector->send(reply));
        QVERIFY(outcome.kind == OutcomeKind::Accepted);
        QCOMPARE(fixture.server.requests().size(), 2);
        QCOMPARE(fixture.server.requests().at(0).method, QByteArray("GET"));
        QVERIFY(fixture.server.requests().at(1).body.contains("reply_to_comment=501"));
        fixture.make(settings());
        fixture.byTarget({});
        const Outcome gone = waitFor(fixture.connector->send(reply));
        QVERIFY(gone.kind == OutcomeKind::Rejected);
        QCOMPARE(toString(gone.error.code), u"not-found"_s);
    }

    void lostAnswerIsUnknownAndSentOnce()
    {
        PinterestFixture fixture(settings());
        fixture.server.setScript([](const WireRequest &request) {
            return request.method == "POST" ? Step{.after = After::Reset}
                                            : PinterestFixture::step(200, kComment);
        });
        const Outcome outcome = waitFor(fixture.connector->send(kReply));
        QVERIFY(outcome.kind == OutcomeKind::Unknown);
        int posts = 0;
        for (const WireRequest &request : fixture.server.requests()) {
            posts += request.method == "POST" ? 1 : 0;
        }
        QCOMPARE(posts, 1);
    }

    /// A program that has just started does not know where the comment stands.
    void askingWhereACommentStandsIsCountedOnceItIsAsked()
    {
        PinterestFixture fixture(settings());
        fixture.server.setScript([](const WireRequest &request) {
            return PinterestFixture::step(200, request.method == "POST" ? json("{'id':'801'}") : kComment);
        });
        QVERIFY(
            waitFor(fixture.connector->send(kReply)).facts.further == (QList<Operation>{Operation::Lookup}));
        QVERIFY(waitFor(fixture.connector->send(kReply)).facts.further.isEmpty());
    }

    void answerThatNamesNothingIsUnknown()
    {
        PinterestFixture fixture(settings());
        fixture.server.setScript([](const WireRequest &request) {
            return PinterestFixture::step(200, request.method == "POST" ? json("{'ok':true}") : kComment);
        });
        QVERIFY(waitFor(fixture.connector->send(kReply)).kind == OutcomeKind::Unknown);
    }

    void ownAnswerIsFoundAgain()
    {
        PinterestFixture fixture(settings());
        const QByteArray text = "Danke & sorry  \\ud83d\\ude00 + mehr ";
        fixture.byTarget(
            {{"/aggregated_comments/501/replies?bookmark=b2",
                 list({answerBelow("801", "77", text), answerBelow("802", "77", text, "2025-11-19T12:00:00"),
                     answerBelow("803", "41", text)})},
                {"/aggregated_comments/501/replies", list({answerBelow("804", "77", "else")}, "\"b2\"")},
                {"/aggregated_comments/501", kComment}});
        const Instant since = instantFromMs(1'763'560'799'400);
        const auto found = waitFor(fixture.connector->findSent(kReply, since));
        QVERIFY(found.result);
        QCOMPARE(found.result->size(), 1);
        QCOMPARE(found.result->constFirst().remoteId, u"801"_s);
        QVERIFY(found.facts.further == (QList<Operation>({Operation::Lookup, Operation::ReadOwn})));
        fixture.byTarget({{"/replies", list({})}, {"/aggregated_comments/501", kComment}});
        const auto none = waitFor(fixture.connector->findSent(kReply, since));
        QVERIFY(none.result && none.result->isEmpty());
    }

    void searchWithoutEndIsNoProofOfAbsence()
    {
        PinterestFixture fixture(settings());
        int page = 0;
        fixture.server.setScript([&page](const WireRequest &request) {
            return PinterestFixture::step(200,
                request.target.contains("/replies") ? list({}, "\"b" + QByteArray::number(++page) + "\"")
                                                    : kComment);
        });
        QCOMPARE(errorOf(waitFor(fixture.connector->findSent(kReply, {})).result), u"not-found"_s);
        QCOMPARE(page, 32);
    }

    void commentsCanBeLookedUp()
    {
        PinterestFixture fixture(settings());
        fixture.byTarget({{"/aggregated_comments/501", kComment}});
        QVERIFY(waitFor(fixture.connector->lookUp({u"500"_s})).result->isEmpty());
        const auto found = waitFor(fixture.connector->lookUp({u"501"_s}));
        QVERIFY(found.result);
        QCOMPARE(found.result->size(), 1);
        QCOMPARE(found.result->constFirst().body, u"Wo?"_s);
        fixture.always(401, json("{'code':2,'message':'Authentication failed.'}"));
        QCOMPARE(errorOf(waitFor(fixture.connector->lookUp({u"501"_s})).result), u"unauthorised"_s);
    }

    void removingIsDoneOnceAndGoneIsGone()
    {
        PinterestFixture fixture(settings());
        fixture.always(204, "");
        QVERIFY(
            waitFor(fixture.connector->moderate(Moderation::Remove, u"501"_s)).kind == OutcomeKind::Accepted);
        QCOMPARE(fixture.server.requests().size(), 1);
        QCOMPARE(fixture.server.requests().constFirst().method, QByteArray("DELETE"));
        QCOMPARE(fixture.path(0), QByteArray("/partner/v1/aggregated_comments/501"));
        fixture.always(404, json("{'code':404,'message':'Comment not found.'}"));
        QVERIFY(
            waitFor(fixture.connector->moderate(Moderation::Remove, u"501"_s)).kind == OutcomeKind::Accepted);
        fixture.always(403, json("{'code':29,'message':'No.'}"));
        QVERIFY(
            waitFor(fixture.connector->moderate(Moderation::Remove, u"501"_s)).kind == OutcomeKind::Rejected);
        QVERIFY(waitFor(fixture.connector->moderate(Moderation::Hide, u"501"_s)).kind
            == OutcomeKind::NotCarriedOut);
    }

    void idsAndTextsStayWhereTheyBelong()
    {
        QJsonObject profile = partnerProfile();
        profile.insert(u"create_reply"_s,
            jsonObject("{'method':'PUT','path':'/c/{comment}/x','query':{'t':'{comment}'},'format':'json',"
                       "'body':{'text':'{text}','to':'{comment}'}}"));
        PinterestFixture fixture({{u"partner"_s, profile}});
        fixture.always(200, json("{'id':'1'}"));
        Outgoing reply = kReply;
        reply.parentRemoteId = u"../a?b%c"_s;
        reply.body = u"{comment} {pin} \"x\""_s;
        QVERIFY(waitFor(fixture.connector->send(reply)).kind == OutcomeKind::Accepted);
        const WireRequest sent = fixture.server.requests().constLast();
        QCOMPARE(sent.method, QByteArray("PUT"));
        QVERIFY(!sent.target.contains('#'));
        QCOMPARE(sent.target.count('?'), 1);
        QCOMPARE(QJsonDocument::fromJson(sent.body).object().value(u"text"_s).toString(), reply.body);
    }

    void partnerOnAnotherHostGetsItsOwnAddress()
    {
        LoopbackServer partner;
        partner.setScript([](const WireRequest &) { return PinterestFixture::step(200, list({kComment})); });
        QJsonObject profile = partnerProfile();
        profile.insert(u"base_url"_s, partner.url(u"/p/"_s).toString());
        PinterestFixture fixture({{u"partner"_s, profile}});
        fixture.always(200, ownPins(1));
        QCOMPARE(walkStream(*fixture.connector, kComments).posts.size(), 1);
        QCOMPARE(fixture.server.requests().size(), 1);
        QVERIFY(partner.requests().constFirst().target.startsWith("/p/aggregated_pin_data/9001/comments?"));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::PartnerLaneTest)
#include "partner_lane_test.moc"
