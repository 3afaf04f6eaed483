#include "tests/connectors/facebook/fake_page.h"
#include "tests/connectors/sandbox/facebook/page_client.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const Cursor kComments{.stream = u"comments"_s};
const Cursor kMessages{.stream = u"messages"_s};

/// A connector on the simulated Page, and a hand that steers it.
struct Road {
    explicit Road(const QJsonObject &facebook = {}, const QJsonObject &settings = {}) : page(facebook)
    {
        account
            = {.network = Network::Facebook, .baseUrl = page.client().sandbox().url(), .settings = settings};
        restart();
    }

    void restart()
    {
        connector = makeFacebookConnector(
            account, [] { return Result<QByteArray>(QByteArray("any")); }, page.client().clock());
    }
    [[nodiscard]] Walked walked(const Cursor &from = kComments) { return walk(*connector, from); }
    QString message(const QString &author, const QString &text)
    {
        return page.control(u"messages"_s, {{u"author"_s, author}, {u"text"_s, text}});
    }
    void later(milliseconds span) { page.client().clock().advance(span); }

    PageClient page;
    Account account;
    std::unique_ptr<Connector> connector;
};

Outgoing publicAnswer(const Post &post, const QString &text)
{
    return {.body = text, .parentRemoteId = post.versionId, .thread = post.thread};
}

Outgoing messageTo(const Post &post, const QString &text)
{
    return {.body = text,
        .parentRemoteId = post.versionId,
        .operation = Operation::DirectMessage,
        .thread = post.thread,
        .recipientRemoteId = post.author.remoteId,
        .personActedAt = post.postedAt};
}

Post newest(const Walked &walked, const QString &text)
{
    for (const Post &post : walked.posts) {
        if (post.body == text) {
            return post;
        }
    }
    return {};
}
} // namespace

class FacebookSandboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recommendationIsReadAndAnswered()
    {
        Road road;
        const QString id = road.page.control(u"ratings"_s,
            {{u"author"_s, u"Nina Petrova"_s}, {u"text"_s, u"Waited three weeks"_s}, {u"positive"_s, false}});
        const Walked walked = road.walked({.stream = u"mentions"_s});
        const Post review = newest(walked, u"👎 Waited three weeks"_s);
        QCOMPARE(review.remoteId, id);
        const Outcome outcome = waitFor(road.connector->send(publicAnswer(review, u"We are sorry"_s)));
        QVERIFY(outcome.kind == OutcomeKind::Accepted);
        const auto found = waitFor(road.connector->findSent(publicAnswer(review, u"We are sorry"_s), {}));
        QCOMPARE(found.result->value(0).remoteId, outcome.remoteId);
    }

    void identifiesThePage()
    {
        Road road;
        const auto answer = waitFor(road.connector->identify());
        QCOMPARE(errorOf(answer.result), u"none"_s);
        QCOMPARE(answer.result->remoteId, road.page.page());
        QVERIFY(answer.facts.audience.value_or(0) > 0);
    }

    void commentsOfBothLevelsArriveAndAreAnswered()
    {
        Road road;
        const QString comment = road.page.comment(u"Anna"_s, u"Is it oak?"_s, road.page.newestPost());
        const QString reply = road.page.comment(u"Ben"_s, u"Same question"_s, comment);
        const Walked first = road.walked();
        QVERIFY(!first.error);
        const Post below = *first.byId(reply);
        QVERIFY(first.byId(comment)->kind == MessageKind::Comment && below.kind == MessageKind::Reply);
        QCOMPARE(below.thread, comment);
        QVERIFY(below.traits.testFlag(Trait::CanHide) && below.traits.testFlag(Trait::CanLike));

        road.later(5s);
        const Instant attempt = road.page.client().clock().now();
        const Outcome sent = waitFor(road.connector->send(publicAnswer(below, u"It is oak, both of you"_s)));
        QVERIFY(sent.kind == OutcomeKind::Accepted);
        const auto found
            = waitFor(road.connector->findSent(publicAnswer(below, u"It is oak, both of you"_s), attempt));
        QCOMPARE(errorOf(found.result), u"none"_s);
        QCOMPARE(found.result->size(), 1);
        QCOMPARE(found.result->at(0).remoteId, sent.remoteId);
        QCOMPARE(found.result->at(0).inReplyTo, comment); // where replies to replies go
        road.later(5s);
        const auto ours = road.walked(first.kept).byId(sent.remoteId);
        QVERIFY(ours && ours->direction == Direction::Outbound);
    }

    void everythingSaidIsReadOnceThePageIsQuiet()
    {
        Road road({{u"comment_count"_s, 400}, {u"comment_span_minutes"_s, 600}, {u"short_pages"_s, true}});
        Walked walked = road.walked();
        QVERIFY(!walked.error);
        QSet<QString> seen;
        for (int round = 0; round < 6; ++round) {
            for (const QString &id : walked.ids()) {
                seen.insert(id);
            }
            road.later(50s);
            const QString top
                = road.page.comment(u"Anna"_s, u"Question %1"_s.arg(round), road.page.newestPost());
            (void)road.page.comment(u"Ben"_s, u"Me too %1"_s.arg(round), top);
            if (round == 3) {
                road.restart();
            }
            walked = road.walked(walked.kept);
            QVERIFY(!walked.error);
        }
        for (const QString &id : walked.ids()) {
            seen.insert(id);
        }
        const QJsonArray comments
            = road.page.client().get(u"/sandbox/facebook/objects"_s).body[u"comments"_s].toArray();
        QVERIFY(comments.size() >= 200);
        for (const QJsonValue &comment : comments) {
            QVERIFY2(seen.contains(comment[u"id"_s].toString()), qPrintable(comment[u"text"_s].toString()));
        }
    }

    void editedAndDeletedCommentsShowWhenLookedUp()
    {
        Road road;
        const QString id = road.page.comment(u"Anna"_s, u"Is it oak?"_s, road.page.newestPost());
        (void)road.walked();
        (void)road.page.control(u"objects/"_s + id + u"/edit"_s, {{u"text"_s, u"Is it ash?"_s}});
        const auto edited = waitFor(road.connector->lookUp({id}));
        QCOMPARE(edited.result->at(0).body, u"Is it ash?"_s);
        QVERIFY(edited.result->at(0).versionId.size() > id.size());
        (void)road.page.client().remove(u"/sandbox/facebook/objects/"_s + id);
        QVERIFY(waitFor(road.connector->lookUp({id})).result->isEmpty());
        const Outcome late = waitFor(road.connector->send(publicAnswer(edited.result->at(0), u"Ash"_s)));
        QVERIFY(late.kind == OutcomeKind::Rejected);
        QCOMPARE(toString(late.error.code), u"not-found"_s);
    }

    void hiddenAuthorsAndPhotosKeepTheirPlace()
    {
        Road road;
        (void)road.page.control(u"people/Anna"_s, {{u"hidden"_s, true}});
        (void)road.page.control(u"comments"_s,
            {{u"author"_s, u"Anna"_s}, {u"parent"_s, road.page.newestPost()}, {u"photo"_s, true}});
        bool isThere = false;
        for (const Post &post : road.walked().posts) {
            isThere
                = isThere || (!post.isAuthorAvailable && post.body.isEmpty() && !post.permalink.isEmpty());
        }
        QVERIFY(isThere);
    }

    void moderationIsDone()
    {
        Road road;
        const QString id = road.page.comment(u"Anna"_s, u"Rubbish"_s, road.page.newestPost());
        (void)waitFor(road.connector->identify());
        for (const Moderation what : {Moderation::Hide, Moderation::Hide, Moderation::Like}) {
            QVERIFY(waitFor(road.connector->moderate(what, id)).kind == OutcomeKind::Accepted);
        }
        const auto changed = waitFor(road.connector->lookUp({id}));
        QVERIFY(changed.result->at(0).traits.testFlag(Trait::Hidden));
        QVERIFY(changed.result->at(0).traits.testFlag(Trait::Liked));
        QVERIFY(waitFor(road.connector->moderate(Moderation::Unlike, id)).kind == OutcomeKind::Accepted);
        QVERIFY(waitFor(road.connector->moderate(Moderation::Unhide, id)).kind == OutcomeKind::Accepted);
        QVERIFY(!waitFor(road.connector->lookUp({id})).result->at(0).traits.testFlag(Trait::Hidden));
        QVERIFY(waitFor(road.connector->moderate(Moderation::Remove, id)).kind == OutcomeKind::Accepted);
        QVERIFY(waitFor(road.connector->lookUp({id})).result->isEmpty());
    }

    void messagesArriveAndAreAnsweredWithinTheirWindows()
    {
        Road road({}, {{u"features"_s, QJsonArray{u"human_agent"_s}}});
        (void)road.message(u"Anna"_s, u"Where is my order?"_s);
        const Walked first = road.walked(kMessages);
        QVERIFY(!first.error);
        const Post question = newest(first, u"Where is my order?"_s);
        QVERIFY(question.lane == Lane::Private && question.direction == Direction::Inbound);

        const Instant attempt = road.page.client().clock().now();
        const Outcome sent = waitFor(road.connector->send(messageTo(question, u"On its way"_s)));
        QVERIFY(sent.kind == OutcomeKind::Accepted);
        const auto found = waitFor(road.connector->findSent(messageTo(question, u"On its way"_s), attempt));
        QCOMPARE(found.result->size(), 1);
        QCOMPARE(found.result->at(0).remoteId, sent.remoteId);

        // What a colleague types in Meta's own inbox is imported as ours.
        road.later(60s);
        (void)road.page.control(u"inbox"_s, {{u"author"_s, u"Anna"_s}, {u"text"_s, u"Anything else?"_s}});
        const Walked second = road.walked(first.kept);
        QVERIFY(newest(second, u"Anything else?"_s).direction == Direction::Outbound);
        QCOMPARE(newest(second, u"Anything else?"_s).thread, question.thread);

        road.later(25h);
        const Outcome ungranted = waitFor(road.connector->send(messageTo(question, u"Still there?"_s)));
        QVERIFY(ungranted.kind == OutcomeKind::Rejected); // the settings say granted, the network does not
        (void)road.page.control(u"human_agent"_s, {{u"granted"_s, true}});
        QVERIFY(waitFor(road.connector->send(messageTo(question, u"Still there?"_s))).kind
            == OutcomeKind::Accepted);
        road.later(24h * 6);
        QCOMPARE(toString(waitFor(road.connector->send(messageTo(question, u"Now?"_s))).error.code),
            u"window-closed"_s);
    }

    void windowThatTheNetworkClosesIsToldSo()
    {
        Road road;
        (void)road.message(u"Anna"_s, u"Hello"_s);
        const Post question = newest(road.walked(kMessages), u"Hello"_s);
        road.later(25h);
        Outgoing late = messageTo(question, u"Hi"_s);
        late.personActedAt.reset(); // nobody knows here
        const Outcome outcome = waitFor(road.connector->send(late));
        QVERIFY(outcome.kind == OutcomeKind::Rejected);
        QCOMPARE(toString(outcome.error.code), u"window-closed"_s);
        QVERIFY(road.connector->capabilities().can(Feature::SendMessage));
    }

    void privateAnswerIsGivenOnce()
    {
        Road road;
        const QString id = road.page.comment(u"Anna"_s, u"Order 4711 never came"_s, road.page.newestPost());
        const Post comment = *road.walked().byId(id);
        QVERIFY(comment.traits.testFlag(Trait::CanReplyPrivately));
        const Outgoing reply{.body = u"Let us look into it here"_s,
            .parentRemoteId = id,
            .operation = Operation::PrivateReply,
            .recipientRemoteId = comment.author.remoteId,
            .personActedAt = comment.postedAt};
        const Instant attempt = road.page.client().clock().now();
        QVERIFY(waitFor(road.connector->findSent(reply, attempt)).result->isEmpty());
        const Outcome sent = waitFor(road.connector->send(reply));
        QVERIFY(sent.kind == OutcomeKind::Accepted);
        const auto found = waitFor(road.connector->findSent(reply, attempt));
        QCOMPARE(errorOf(found.result), u"none"_s);
        QCOMPARE(found.result->size(), 1);
        const Outcome again = waitFor(road.connector->send(reply));
        QVERIFY(again.kind == OutcomeKind::Rejected);
        QCOMPARE(toString(again.error.code), u"already-replied"_s);
    }

    void refusalsAreToldApart()
    {
        Road road;
        const QString id = road.page.comment(u"Anna"_s, u"Hello?"_s, road.page.newestPost());
        const Post comment = *road.walked().byId(id);
        QVERIFY(waitFor(road.connector->send(publicAnswer(comment, u"Hi"_s))).kind == OutcomeKind::Accepted);
        QCOMPARE(toString(waitFor(road.connector->send(publicAnswer(comment, u"Hi"_s))).error.code),
            u"duplicate-content"_s);
        (void)road.page.control(u"budget"_s, {{u"of"_s, u"pages"_s}, {u"percent"_s, 100}});
        const Outcome limited = waitFor(road.connector->send(publicAnswer(comment, u"Hi again"_s)));
        QVERIFY(limited.kind == OutcomeKind::NotCarriedOut);
        QCOMPARE(toString(limited.error.code), u"rate-limited"_s);
        QVERIFY(limited.error.retryAfter.value_or(0ms) > 0ms);
        (void)road.page.control(u"budget"_s, {{u"of"_s, u"pages"_s}, {u"percent"_s, 0}});
        (void)road.page.control(u"lock"_s, {{u"minutes"_s, 60}});
        const Outcome spam = waitFor(road.connector->send(publicAnswer(comment, u"Hello there"_s)));
        QVERIFY(spam.kind == OutcomeKind::NotCarriedOut);
        QCOMPARE(toString(spam.error.code), u"spam"_s);
    }

    void missingPermissionLeavesTheOtherStreams()
    {
        Road road;
        (void)road.page.control(u"permissions"_s, {{u"pages_messaging"_s, false}});
        QVERIFY(road.walked(kMessages).error);
        QCOMPARE(road.connector->capabilities().whyNot(Feature::ReadMessages), u"permission"_s);
        QVERIFY(!road.walked().error);
    }

    void personsTokenIsNotTaken()
    {
        Road road({{u"tokens"_s, QJsonArray{u"page"_s}}, {u"user_tokens"_s, QJsonArray{u"any"_s}}});
        const auto answer = waitFor(road.connector->identify());
        QCOMPARE(errorOf(answer.result), u"unauthorised"_s);
        QVERIFY(answer.result.error().detail.contains(u"/me/accounts"_s));
    }

    void visitorsPostsAndTagsArrive()
    {
        Road road;
        const QString post
            = road.page.control(u"visitor_posts"_s, {{u"author"_s, u"Anna"_s}, {u"text"_s, u"Love it"_s}});
        const QString tag
            = road.page.control(u"tags"_s, {{u"author"_s, u"Ben"_s}, {u"text"_s, u"Look at this"_s}});
        const Walked walked = road.walked({.stream = u"mentions"_s});
        QVERIFY(!walked.error);
        QVERIFY(walked.byId(post) && walked.byId(tag));
        QVERIFY(walked.byId(post)->kind == MessageKind::Mention);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::FacebookSandboxTest)
#include "facebook_sandbox_test.moc"
