#include "tests/app/dispatch/sender_fixture.h"

#include <QtTest>

namespace fw::test {

namespace {
const Outcome kRefusedForALimit{.kind = OutcomeKind::NotCarriedOut,
    .error = {.code = ErrorCode::RateLimited, .detail = u"slow down"_s},
    .facts = {.httpStatus = 429}};
constexpr int kLetThrough = 30;

/// An account that has sent for a quarter of an hour, and whose network told nothing about limits.
struct Learner : Sender {
    Learner()
    {
        account.settings.insert(u"limits"_s, QJsonObject{{u"gap_ms"_s, 0}, {u"jitter_ms"_s, 0}});
        waitingFor = press();
        QVERIFY(decide().kind == Decision::Kind::Send);
        for (int i = 0; i < kLetThrough; ++i) {
            QVERIFY(waitFor(store->write([this](Database &db) {
                LedgerStore(db).add(account.id, Operation::Reply, db.now(), db.newId<AttemptId>());
            })));
            clock.advance(30s);
        }
    }

    /// The reply is tried and refused, and the sender decides again.
    void refuse()
    {
        const auto attempt = begin(waitingFor);
        QVERIFY(attempt.has_value());
        QCOMPARE(record(*attempt, kRefusedForALimit).outcome, u"limited"_s);
        QVERIFY(decide().kind == Decision::Kind::Wait);
    }

    [[nodiscard]] QHash<QString, int> lessons()
    {
        QHash<QString, int> byWindow;
        const QList<LearnedLimit> lessons = *waitFor(store->read(
            [this](Database &db) { return LedgerStore(db).learnedLimits(account.id, Operation::Reply); }));
        for (const LearnedLimit &lesson : lessons) {
            byWindow.insert(lesson.window, lesson.limit);
        }
        return byWindow;
    }

    ReplyId waitingFor;
};
} // namespace

class LessonsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRefusalThatNoHeaderExplainsLowersTheFullestWindow()
    {
        Learner desk;
        desk.refuse();
        QCOMPARE(desk.lessons(), (QHash<QString, int>{{u"30 min"_s, kLetThrough}}));
        // Half the window's length, or a little more until what was counted leaves it.
        const milliseconds pause = desk.decide().until - desk.clock.now();
        QVERIFY2(pause >= 15min && pause <= 16min, qPrintable(QString::number(pause.count())));
    }

    void aCallLetThroughEndsIt()
    {
        Learner desk;
        desk.refuse();
        desk.clock.advance(31min);
        QVERIFY(desk.decide().kind == Decision::Kind::Send);
        QCOMPARE(desk.record(*desk.begin(desk.waitingFor), kAccepted).outcome, u"accepted"_s);
        QVERIFY(!desk.order.isRefused(Operation::Reply));
        QCOMPARE(desk.lessons().keys(), QStringList{u"30 min"_s});
    }

    void aWindowThatMustHaveOpenedIsClearedAndItsLessonForgotten()
    {
        Learner desk;
        desk.refuse();
        const Instant first = desk.clock.now();
        int refusals = 1;
        while (desk.clock.now() <= first + 31min) {
            desk.clock.advance(desk.decide().until - desk.clock.now() + 1s);
            desk.refuse();
            ++refusals;
        }
        QVERIFY2(refusals <= 5, qPrintable(QString::number(refusals)));
        const auto lessons = desk.lessons();
        QVERIFY(!lessons.contains(u"30 min"_s));
        QCOMPARE(lessons.size(), 1);
    }

    void whatAHeaderExplainsTeachesNothing()
    {
        Learner desk;
        QVERIFY(waitFor(desk.store->write([&desk](Database &db) {
            LedgerStore(db).note(desk.account,
                {.limitSignals = {{.header = u"x-rate-limit"_s,
                     .limit = 100,
                     .remaining = 0,
                     .percent = -1,
                     .resetAt = desk.clock.now() + 10min}}});
        })));
        desk.refuse();
        QVERIFY(desk.lessons().isEmpty());
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::LessonsTest)
#include "lessons_test.moc"
