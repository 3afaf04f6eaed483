#include "app/dispatch/guard/brakes.h"
#include "app/dispatch/guard/slow_release.h"
#include "app/dispatch/moderation.h"
#include "app/dispatch/moderation_step.h"
#include "app/store/journal_store.h"
#include "app/store/tag_store.h"
#include "tests/app/dispatch/lanes_fixture.h"
#include "tests/support/seed.h"

#include <QtTest>

namespace fw::test {

namespace {
/// A full queue, and people who brake.
struct Rush : Lanes {
    explicit Rush(int replies = 40) : brakes(*store)
    {
        for (int i = 0; i < replies; ++i) {
            const Message asked = keep(mention(QString::number(500 + i), QString::number(50 + i)));
            conversations.append(asked.conversation);
            queued.append(tryPress({.parent = asked.id, .body = u"answer %1"_s.arg(i)})->reply.id);
        }
    }

    Brake set(const QString &tag = {})
    {
        return *waitFor(brakes.set({.account = tag.isEmpty() ? account.id : AccountId{},
            .tag = tag,
            .agent = u"sue"_s,
            .why = u"wrong price in the answers"_s}));
    }

    Result<Brake> release(milliseconds over, const QString &tag = {})
    {
        return waitFor(brakes.release(tag.isEmpty() ? account.id : AccountId{}, tag, over, u"sue"_s));
    }

    void mark(ConversationId conversation, const QString &tag)
    {
        QVERIFY(*waitFor(
            store->write([=](Database &db) { return TagStore(db).add(conversation, tag, u"ann"_s); })));
    }

    /// Sends as the account's sender does until `end`; when each reply left.
    QList<Instant> sendUntil(Instant end)
    {
        QList<Instant> left;
        while (clock.now() < end) {
            const Decision decision = decide();
            if (decision.kind == Decision::Kind::Send) {
                const auto attempt = begin(decision.reply.id);
                Q_ASSERT(attempt);
                record(*attempt,
                    {.kind = OutcomeKind::Accepted,
                        .remoteId = QString::number(++lastId),
                        .facts = {.httpStatus = 201}});
                left.append(clock.now());
            } else if (decision.kind == Decision::Kind::Wait) {
                clock.set(std::min(end, decision.until));
            } else {
                last = decision;
                return left;
            }
        }
        return left;
    }

    QList<Forecast> forecasts()
    {
        QList<Forecast> all;
        const auto entries = waitFor(Outbox(*store).entries(1000));
        for (const OutboxEntry &entry : *entries) {
            all.append(entry.forecast.value_or(Forecast{}));
        }
        return all;
    }

    Brakes brakes;
    QList<ConversationId> conversations;
    QList<ReplyId> queued;
    Decision last;
    int lastId = 9000;
};
} // namespace

class BrakeTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theGapShrinksToTheUsualOne()
    {
        const guard::Release release{.from = instantFromMs(1'000'000), .over = 15min};
        QCOMPARE(guard::gapFactor(release.from, release), guard::kFirstGaps);
        QCOMPARE(guard::gapFactor(release.from - 1h, release), guard::kFirstGaps);
        QCOMPARE(guard::gapFactor(release.from + 15min, release), 1.0);
        QCOMPARE(guard::gapFactor(release.from, {.from = release.from}), 1.0);
        double before = guard::kFirstGaps;
        for (milliseconds at = 1s; at < 15min; at += 1s) {
            const double now = guard::gapFactor(release.from + at, release);
            QVERIFY(now < before && now > 1);
            before = now;
        }
        QVERIFY(guard::stretchedGap(0ms, release.from, release) >= 20s);
        QVERIFY(guard::stretchedGap(5s, release.from + 1h, release) == 5s);
    }

    void nothingLeavesABrakedAccount()
    {
        Rush rush;
        const qsizetype sent = rush.sendUntil(rush.clock.now() + 10s).size();
        QVERIFY(sent > 0 && sent < 40);
        rush.set();
        QVERIFY(rush.sendUntil(rush.clock.now() + 24h).isEmpty());
        QVERIFY(rush.last.kind == Decision::Kind::Stop);
        QVERIFY(rush.last.error.code == ErrorCode::Braked);
        QVERIFY(rush.last.error.detail.contains(u"wrong price"_s));
        QCOMPARE(rush.calls(), int(sent));
        int waiting = 0;
        for (const Forecast &forecast : rush.forecasts()) {
            waiting += forecast.waitsFor == u"brake"_s && forecast.isNever() ? 1 : 0;
        }
        QCOMPARE(waiting, 40 - int(sent));
        QVERIFY(rush.release(0ms).has_value());
        QCOMPARE(rush.sendUntil(rush.clock.now() + 24h).size(), 40 - sent);
    }

    void whatWasDecidedBeforeTheBrakeDoesNotBegin()
    {
        Rush rush(2);
        const Decision decision = rush.decide();
        QVERIFY(decision.kind == Decision::Kind::Send);
        rush.set();
        QVERIFY(!rush.begin(decision.reply.id));
        QCOMPARE(rush.calls(), 0);
        QVERIFY(rush.reply(decision.reply.id).state == ReplyState::Queued);
    }

    void whatHadBegunIsNotUndone()
    {
        Rush rush(2);
        const auto attempt = rush.begin(rush.queued[0]);
        rush.set();
        QCOMPARE(rush.record(*attempt, kAccepted).outcome, u"accepted"_s);
        QVERIFY(rush.reply(rush.queued[0]).state == ReplyState::Accepted);
    }

    void aLostAnswerIsLookedUpWhileBraked()
    {
        Rush rush(2);
        rush.record(*rush.begin(rush.queued[0]), kLost);
        rush.set();
        rush.clock.advance(1min);
        QVERIFY(rush.decide().kind == Decision::Kind::LookUp);
    }

    void theReleaseIsSlow()
    {
        Rush rush;
        rush.set();
        rush.clock.advance(1h);
        QVERIFY(rush.release(15min).has_value());
        const Instant from = rush.clock.now();
        const QList<Instant> sent = rush.sendUntil(from + 24h);
        QCOMPARE(sent.size(), 40);
        const auto until = [&](milliseconds span) {
            return std::count_if(sent.begin(), sent.end(), [&](Instant at) { return at <= from + span; });
        };
        // One at once, then one in about half a minute; without the release it would be all 40 in two minutes.
        QVERIFY2(until(1min) <= 3, qPrintable(QString::number(until(1min))));
        QVERIFY2(until(5min) <= 15, qPrintable(QString::number(until(5min))));
        for (qsizetype i = 1; i < sent.size(); ++i) {
            const milliseconds least
                = guard::stretchedGap(rush.limits().gap, sent[i], {.from = from, .over = 15min});
            QVERIFY(sent[i] - sent[i - 1] >= least);
        }
        QVERIFY(sent.last() - from <= 20min);
    }

    void aTagStopsItsConversationsOnly()
    {
        Rush rush(6);
        rush.mark(rush.conversations[1], u"recall"_s);
        rush.mark(rush.conversations[4], u"recall"_s);
        rush.set(u"recall"_s);
        QCOMPARE(rush.sendUntil(rush.clock.now() + 1h).size(), 4);
        QVERIFY(rush.last.kind == Decision::Kind::Stop);
        QVERIFY(rush.reply(rush.queued[1]).state == ReplyState::Queued);
        QVERIFY(!rush.begin(rush.queued[1]));
        QVERIFY(waitFor(Outbox(*rush.store).forecastNext(rush.account.id, rush.conversations[1], 0ms))
                    ->isNever());
        QVERIFY(!waitFor(Outbox(*rush.store).forecastNext(rush.account.id, rush.conversations[0], 0ms))
                     ->isNever());
        QVERIFY(rush.release(1min, u"recall"_s).has_value());
        QCOMPARE(rush.sendUntil(rush.clock.now() + 1h).size(), 2);
    }

    void hidingWaitsForTheBrakeToo()
    {
        Rush rush(0);
        const auto asked
            = waitFor(Moderations(*rush.store).ask(rush.question.id, Moderation::Hide, u"ann"_s));
        if (!asked) {
            Post post = rush.mention(u"77"_s, u"7"_s);
            post.traits = Traits({Trait::AddressesUs, Trait::CanHide});
            QVERIFY(waitFor(Moderations(*rush.store).ask(rush.keep(post).id, Moderation::Hide, u"ann"_s))
                        .has_value());
        }
        QVERIFY(rush.decide().kind == Decision::Kind::Moderate);
        const ModerationId id = rush.decide().moderation.id;
        rush.set();
        QVERIFY(rush.decide().kind == Decision::Kind::Stop);
        QVERIFY(!*waitFor(rush.store->write(
            [&](Database &db) { return beginModeration(db, rush.account, id, rush.epoch).has_value(); })));
    }

    void aTagStopsWhatIsDoneToItsMessages()
    {
        Rush rush(0);
        Post post = rush.mention(u"77"_s, u"7"_s);
        post.traits = Traits({Trait::AddressesUs, Trait::CanHide});
        const Message braked = rush.keep(post);
        post.remoteId = post.versionId = post.thread = u"78"_s;
        post.author.remoteId = u"8"_s;
        const Message free = rush.keep(post);
        QVERIFY(braked.conversation != free.conversation);
        for (const MessageId id : {braked.id, free.id}) {
            QVERIFY(waitFor(Moderations(*rush.store).ask(id, Moderation::Hide, u"ann"_s)).has_value());
        }
        rush.mark(braked.conversation, u"recall"_s);
        const ModerationId first = rush.decide().moderation.id;
        QCOMPARE(rush.decide().moderation.message, braked.id);
        rush.set(u"recall"_s);
        QVERIFY(rush.decide().kind == Decision::Kind::Moderate);
        QCOMPARE(rush.decide().moderation.message, free.id);
        QVERIFY(!*waitFor(rush.store->write(
            [&](Database &db) { return beginModeration(db, rush.account, first, rush.epoch).has_value(); })));
        QVERIFY(rush.release(1min, u"recall"_s).has_value());
        QCOMPARE(rush.decide().moderation.message, braked.id);
    }

    void brakesAreOnRecord()
    {
        Rush rush(1);
        const Brake brake = rush.set();
        QCOMPARE(rush.set().id, brake.id); // one holds at a time
        QCOMPARE(waitFor(rush.brakes.current())->size(), 1);
        QVERIFY(rush.release(15min).has_value());
        QVERIFY(rush.release(15min).error().code == ErrorCode::NotFound);
        QCOMPARE(waitFor(rush.brakes.current())->size(), 1); // its release is not over
        rush.clock.advance(16min);
        QCOMPARE(waitFor(rush.brakes.current())->size(), 0);
        QStringList told;
        const auto facts
            = waitFor(rush.store->read([](Database &db) { return JournalStore(db).after({}, 1000); }));
        for (const Fact &fact : *facts) {
            if (fact.fact.startsWith(u"brake-"_s)) {
                told.append(fact.fact + u' ' + fact.agent);
            }
        }
        QCOMPARE(told, QStringList({u"brake-set sue"_s, u"brake-released sue"_s}));
        QVERIFY(
            waitFor(rush.brakes.set({.agent = u"sue"_s, .why = u"x"_s})).error().code == ErrorCode::Usage);
        QVERIFY(
            waitFor(rush.brakes.set({.tag = u"x"_s, .agent = u"sue"_s})).error().code == ErrorCode::Usage);
    }

    void tagsAreOneWordInLowerCase()
    {
        QCOMPARE(*TagStore::normalised(u" #Recall "_s), u"recall"_s);
        for (const QString &bad : {u""_s, u"#"_s, u"two words"_s, QString(41, u'x')}) {
            QVERIFY(TagStore::normalised(bad).error().code == ErrorCode::Usage);
        }
        Rush rush(1);
        rush.mark(rush.conversations[0], u"b"_s);
        rush.mark(rush.conversations[0], u"a"_s);
        const auto tags = [&rush] {
            return *waitFor(
                rush.store->read([&](Database &db) { return TagStore(db).of(rush.conversations[0]); }));
        };
        QCOMPARE(tags(), QStringList({u"a"_s, u"b"_s}));
        QVERIFY(*waitFor(rush.store->write(
            [&](Database &db) { return TagStore(db).remove(rush.conversations[0], u"a"_s, u"ann"_s); })));
        QCOMPARE(tags(), QStringList({u"b"_s}));
    }

    void randomBrakesNeverLetAnythingThrough()
    {
        QRandomGenerator random(printedSeed());
        Rush rush(40);
        bool isBraked = false;
        for (int i = 0; i < 60; ++i) {
            if (random.bounded(3) == 0) {
                isBraked = !isBraked;
                if (isBraked) {
                    rush.set();
                } else {
                    QVERIFY(rush.release(milliseconds(random.bounded(120'000))).has_value());
                }
            }
            const auto sent = rush.sendUntil(rush.clock.now() + milliseconds(random.bounded(20'000)));
            QVERIFY(!isBraked || sent.isEmpty());
            rush.clock.advance(1ms);
        }
        if (isBraked) {
            QVERIFY(rush.release(1min).has_value());
        }
        rush.sendUntil(rush.clock.now() + 24h);
        QCOMPARE(rush.calls(), 40);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::BrakeTest)
#include "brake_test.moc"
