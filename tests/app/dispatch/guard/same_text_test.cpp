#include "app/dispatch/guard/guard.h"
#include "app/dispatch/guard/likeness.h"
#include "app/store/journal_store.h"
#include "app/store/message_store.h"
#include "app/store/shape_store.h"
#include "tests/app/dispatch/lanes_fixture.h"

#include <QElapsedTimer>
#include <QtTest>

namespace fw::test {

namespace {
const QString kFound = u"Hi Anna, your parcel %1 was found in Lyon and will be with you on Friday."_s;

/// A desk with questions by several people.
struct Shop : Lanes {
    Shop() : outbox(*store)
    {
        for (int i = 0; i < 30; ++i) {
            questions.append(keep(mention(QString::number(500 + i), QString::number(50 + i))));
        }
    }

    Result<Reply> answer(int asked, const QString &text, bool isSure = false)
    {
        return waitFor(
            outbox.press({.parent = questions[asked].id, .body = text, .agent = u"ann"_s, .isSure = isSure}));
    }

    QList<GuardFinding> check(int asked, const QString &text, std::optional<Lane> lane = {})
    {
        return *waitFor(outbox.check({.parent = questions[asked].id, .lane = lane, .body = text}));
    }

    QList<Fact> facts(const QString &name)
    {
        QList<Fact> all
            = *waitFor(store->read([](Database &db) { return JournalStore(db).after({}, 10'000); }));
        all.removeIf([&name](const Fact &fact) { return fact.fact != name; });
        return all;
    }

    Outbox outbox;
    QList<Message> questions;
};
} // namespace

class SameTextTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTextThatWasSaidToSomebodyElseIsAskedAbout()
    {
        Shop shop;
        const auto first = shop.answer(0, kFound.arg(12345));
        QVERIFY(first.has_value());
        const QList<GuardFinding> findings = shop.check(1, kFound.arg(99));
        QCOMPARE(findings.size(), 1);
        QVERIFY(findings[0].code == ErrorCode::SameText);
        QCOMPARE(findings[0].count, 1);
        const guard::SimilarReply &other = findings[0].others.first();
        QCOMPARE(other.reply, first->id);
        QCOMPARE(other.text, kFound.arg(12345));
        QCOMPARE(other.to.remoteId, u"50"_s);
        QVERIFY(other.state == ReplyState::Queued);
        QVERIFY(other.at == shop.clock.now());

        const auto second = shop.answer(1, kFound.arg(99));
        QVERIFY(second.error().code == ErrorCode::SameText);
        QVERIFY(second.error().detail.contains(first->id.toString()));
        QVERIFY(!second.error().detail.contains(u"parcel"_s)); // no text of a message
        QCOMPARE(waitFor(shop.outbox.entries(100))->size(), 1);
    }

    void whoIsSureIsNotAskedAndItIsWrittenDown()
    {
        Shop shop;
        QVERIFY(shop.answer(0, kFound.arg(1)).has_value());
        QVERIFY(shop.facts(u"guard-overruled"_s).isEmpty());
        const auto second = shop.answer(1, kFound.arg(2), true);
        QVERIFY(second.has_value());
        const QList<Fact> overruled = shop.facts(u"guard-overruled"_s);
        QCOMPARE(overruled.size(), 1);
        QCOMPARE(overruled[0].reply, second->id);
        QCOMPARE(overruled[0].agent, u"ann"_s);
        QCOMPARE(overruled[0].detail[u"guards"_s][0].toString(), u"same-text"_s);
        QCOMPARE(shop.check(2, kFound.arg(3))[0].count, 2);
        // Nothing to overrule, nothing written.
        QVERIFY(shop.answer(3, u"Something quite different about opening hours today"_s, true).has_value());
        QCOMPARE(shop.facts(u"guard-overruled"_s).size(), 1);
    }

    void whatDidNotLeaveOrIsLongAgoDoesNotCount()
    {
        Shop shop;
        const auto withdrawn = shop.answer(0, kFound.arg(1));
        QVERIFY(*waitFor(shop.outbox.withdraw(withdrawn->id)));
        QVERIFY(shop.check(1, kFound.arg(2)).isEmpty());
        QVERIFY(shop.answer(1, kFound.arg(2)).has_value());
        QCOMPARE(shop.check(2, kFound.arg(3)).size(), 1);
        shop.clock.advance(24h + 1s);
        QVERIFY(shop.check(2, kFound.arg(3)).isEmpty());
    }

    void courtesiesMayBeSaidOften()
    {
        Shop shop;
        const int courtesies = shop.limits().sameText.courtesies;
        for (int i = 0; i < courtesies; ++i) {
            QVERIFY(shop.answer(i, u"Thank you!"_s).has_value());
        }
        QVERIFY(shop.answer(courtesies, u"thank you 🙂"_s).error().code == ErrorCode::SameText);
        QVERIFY(shop.answer(courtesies, u"You're welcome!"_s).has_value());
    }

    void inPrivateOnlyTheSameToTheSamePersonCounts()
    {
        Shop shop;
        const auto say = [&shop](const QString &text) {
            return shop.tryPress({.parent = shop.privately.id, .body = text});
        };
        const auto first = say(kFound.arg(1));
        QVERIFY2(first.has_value(), qPrintable(first ? QString() : first.error().detail));
        QVERIFY(say(kFound.arg(2)).has_value());
        QVERIFY(say(kFound.arg(1)).error().code == ErrorCode::SameText);
        QVERIFY(shop.answer(0, kFound.arg(1)).has_value()); // in public it is the first
        QVERIFY(say(u"my number is +33 6 12 34 56 78"_s).has_value());
    }

    void aLeakIsAskedAboutInPublic()
    {
        Shop shop;
        const QString text = u"We will call you on +33 6 12 34 56 78 today"_s;
        const auto findings = shop.check(0, text);
        QCOMPARE(findings.size(), 1);
        QVERIFY(findings[0].code == ErrorCode::PublicLeak);
        QCOMPARE(text.mid(findings[0].spans[0].start, findings[0].spans[0].length), u"+33 6 12 34 56 78"_s);
        const auto refused = shop.answer(0, text);
        QVERIFY(refused.error().code == ErrorCode::PublicLeak);
        QVERIFY(!refused.error().detail.contains(u"12 34"_s));
        QVERIFY(shop.answer(0, text, true).has_value());
        QCOMPARE(shop.facts(u"guard-overruled"_s)[0].detail[u"guards"_s][0].toString(), u"public-leak"_s);
    }

    void othersMayLookForLeaksToo()
    {
        Shop shop;
        shop.outbox.addLeakFinder([](Database &, const guard::PublicDraft &draft) {
            const qsizetype at = draft.text.indexOf(u"Elm Street"_s);
            return at < 0
                ? QList<guard::LeakSpan>()
                : QList<guard::LeakSpan>{{.start = at, .length = 10, .what = u"the customer's address"_s},
                    {.start = 0, .length = 3, .what = u"overlaps"_s}};
        });
        const auto findings = shop.check(0, u"It went to Elm Street, ann@mail.example"_s);
        QCOMPARE(findings[0].spans.size(), 3);
        QCOMPARE(findings[0].spans[1].what, u"the customer's address"_s);
        QVERIFY(shop.check(0, u"It went out today"_s).isEmpty());
        QVERIFY(shop.answer(0, u"It went to Elm Street"_s)
                    .error()
                    .detail.contains(u"customer's address at 12-21"_s));
    }

    void settingsOfTheAccountDecide()
    {
        Shop shop;
        QVERIFY(shop.answer(0, kFound.arg(1)).has_value());
        Account account = shop.account;
        const auto told = [&account](const QJsonObject &terms) {
            account.settings = {{u"limits"_s, QJsonObject{{u"same_text"_s, terms}}}};
            return limitTableFor(account);
        };
        const guard::Draft draft{.account = account.id, .text = kFound.arg(2)};
        const auto isTold = [&](const LimitTable &limits) {
            return waitFor(shop.store->read([&](Database &db) {
                guard::KnownShapes shapes;
                return guard::similarReplies(db, draft, limits.sameText, shapes);
            }))->isTold;
        };
        QCOMPARE(shop.limits().sameText.likeness, guard::kAlike);
        QVERIFY(isTold(*told({})));
        QVERIFY(!isTold(*told({{u"within_s"_s, 0}})));
        QVERIFY(!isTold(*told({{u"others"_s, 2}})));
        QVERIFY(told({{u"likeness"_s, 0}}).error().code == ErrorCode::Usage);
        QVERIFY(told({{u"others"_s, 0}}).error().code == ErrorCode::Usage);
    }

    void aRefusedPressLeavesNothing()
    {
        Shop shop;
        QVERIFY(shop.answer(0, kFound.arg(1)).has_value());
        const qsizetype before = shop.facts(u"reply-queued"_s).size();
        QVERIFY(!shop.answer(1, kFound.arg(2)));
        QCOMPARE(shop.facts(u"reply-queued"_s).size(), before);
        const auto kept = *waitFor(shop.store->read([&](Database &db) {
            return ShapeStore(db).changedSince(shop.account.id, 0, shop.clock.now() - 1h);
        }));
        QCOMPARE(kept.shapes.size(), 1);
    }

    void aDayOfTenThousandRepliesIsComparedWith()
    {
        if (TestDatabase::isOnPostgres()) {
            QSKIP("what it compares in memory does not depend on the engine");
        }
        Shop shop;
        QVERIFY(waitFor(shop.store->write([&](Database &db) {
            ReplyStore replies(db);
            db.exec(u"INSERT INTO outbox_revision (account_id, revision) VALUES (?, 1)"_s,
                {shop.account.id.value});
            for (int i = 0; i < 10'000; ++i) {
                const Reply reply{.id = db.newId<ReplyId>(),
                    .account = shop.account.id,
                    .conversation = shop.question.conversation,
                    .parent = shop.question.id,
                    .body
                    = u"w%1 x%2 y%3 is about number%4 and something else again that nobody said before"_s
                          .arg(i)
                          .arg(i % 7)
                          .arg(i % 13)
                          .arg(i)};
                db.exec(
                    u"INSERT INTO reply (id, account_id, conversation_id, parent_id, parent_remote_id, lane, "
                    u"body, agent,"
                    " state, created_at_ms, not_before_ms, covers_up_to) VALUES (?, ?, ?, ?, '', 'public', ?, 'ann', 'accepted', ?, 0, 0)"_s,
                    {reply.id.value, reply.account.value, reply.conversation.value, reply.parent.value,
                        reply.body, toMs(db.now())});
                ShapeStore(db).add({.reply = reply.id,
                    .account = reply.account,
                    .at = db.now(),
                    .shape = guard::shapeOf(reply.body)});
            }
        })));
        const guard::Draft draft{.account = shop.account.id, .text = kFound.arg(1)};
        QElapsedTimer timer;
        const auto found = *waitFor(shop.store->read([&](Database &db) {
            guard::KnownShapes shapes;
            (void)guard::similarReplies(db, draft, shop.limits().sameText, shapes);
            timer.start();
            auto similar = guard::similarReplies(db, draft, shop.limits().sameText, shapes);
            qInfo("compared with 10,000 replies in %.1f ms", double(timer.nsecsElapsed()) / 1e6);
            return similar;
        }));
        QCOMPARE(found.count, 0);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::SameTextTest)
#include "same_text_test.moc"
