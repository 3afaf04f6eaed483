#include "app/desk/definitions/definitions.h"
#include "app/dispatch/outbox.h"
#include "app/insight/day_review.h"
#include "app/store/reply_store.h"
#include "tests/support/desk_fixture.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
struct TrainedDesk : DeskFixture {
    Outbox outbox{*store};
    const Instant begun = clock.now();

    TrainedDesk()
    {
        write([](Database &db) {
            return importDefinitions(db, DefinitionKind::Policies,
                {.name = u"policies"_s, .bytes = R"({"policies": [{"name": "all", "first_answer":
                        {"within": "1h", "calendar": "always"}}]})"},
                u"sue"_s);
        });
    }
    template <typename Work>
    void write(Work work)
    {
        const auto done = waitFor(store->write(work));
        QVERIFY(done);
    }
    /// Somebody else each time.
    ConversationId asks(const QString &number)
    {
        clock.advance(1s);
        return keep(mention(number, u"u"_s + number, u"where is parcel "_s + number)).conversation;
    }
    /// However the guards doubt it.
    ReplyId answers(ConversationId conversation, const QString &body)
    {
        const auto pressed = waitFor(
            outbox.press({.conversation = conversation, .body = body, .agent = u"ann"_s, .isSure = true}));
        Q_ASSERT(pressed);
        return pressed->id;
    }
    DayReview review(const TimeSpan &day)
    {
        return *waitFor(
            store->read([day, now = clock.now()](Database &db) { return reviewDay(db, day, now); }));
    }
};
} // namespace

/// What a trainee is shown after a day.
class DayReviewTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatWasLateRepeatedLeakedAndLost();
    void isEmptyOfADayOnWhichNothingHappened();
};

void DayReviewTest::tellsWhatWasLateRepeatedLeakedAndLost()
{
    TrainedDesk desk;
    const ConversationId ana = desk.asks(u"10"_s);
    const ConversationId ben = desk.asks(u"11"_s);
    const ConversationId cat = desk.asks(u"12"_s);
    const ConversationId dan = desk.asks(u"13"_s);
    desk.clock.advance(5min);
    const QString words
        = u"Thank you for telling us; it left the warehouse this morning and comes tomorrow."_s;
    const ReplyId first = desk.answers(ana, words);
    desk.write(
        [first, now = desk.clock.now()](Database &db) { (void)ReplyStore(db).accept(first, u"900"_s, now); });
    desk.answers(ben, words);
    const ReplyId refused = desk.answers(cat, u"Please write to ann.bell@example.org and tell us more."_s);
    desk.write([refused](Database &db) {
        (void)ReplyStore(db).reject(refused, toString(ErrorCode::Forbidden), u"the network's words"_s);
    });
    desk.clock.advance(2h);

    const DayReview review = desk.review({.from = desk.begun, .to = desk.clock.now()});
    QCOMPARE(review.wrote, 4);
    QCOMPARE(review.answered, 1);
    QVERIFY(review.medianFirst && *review.medianFirst >= 5min && *review.medianFirst < 6min);
    QVERIFY(review.late == (QList<ConversationId>{ben, cat, dan}));
    QVERIFY(review.repeated == QList<ConversationId>{ben});
    QVERIFY(review.leaked == QList<ConversationId>{cat});
    QVERIFY(review.lost == QList<ConversationId>{cat});
    QVERIFY(review.waiting == (QList<ConversationId>{ben, cat, dan}));
}

void DayReviewTest::isEmptyOfADayOnWhichNothingHappened()
{
    TrainedDesk desk;
    const ConversationId ana = desk.asks(u"10"_s);
    desk.answers(ana, u"Please write to ann.bell@example.org and tell us more."_s);
    const DayReview review = desk.review({.from = desk.begun - 48h, .to = desk.begun - 24h});
    QVERIFY(review == DayReview{});
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::DayReviewTest)
#include "day_review_test.moc"
