#include "app/dispatch/guard/known_shapes.h"
#include "app/dispatch/guard/likeness.h"
#include "tests/app/dispatch/lanes_fixture.h"
#include "tests/support/seed.h"

#include <QtTest>

namespace fw::test {

namespace {
constexpr int kRuns = 4;
constexpr int kSteps = 150;
constexpr milliseconds kWithin = 6h;

/// One of a few sentences with some words changed, so that many texts are alike.
QString someText(QRandomGenerator &random)
{
    static const QList<QStringList> sentences{
        u"we have found the parcel and it will be with you on friday"_s.split(u' '),
        u"please send it back to the shop and we pay the money back"_s.split(u' '),
        u"the black one in your size is out of stock until next week"_s.split(u' '), {u"thanks"_s}};
    QStringList text = sentences[random.bounded(int(sentences.size()))];
    for (int changes = random.bounded(6); changes > 0; --changes) {
        text[random.bounded(int(text.size()))] = sentences[random.bounded(3)][random.bounded(12)];
    }
    return text.join(u' ');
}

struct Desk : Lanes {
    Desk() : outbox(*store)
    {
        for (int i = 0; i < 20; ++i) {
            questions.append(keep(mention(QString::number(500 + i), QString::number(50 + i))));
        }
    }

    void press(QRandomGenerator &random)
    {
        const auto reply = waitFor(outbox.press({.parent = questions[random.bounded(20)].id,
            .body = someText(random),
            .agent = u"ann"_s,
            .isSure = true}));
        QVERIFY(reply.has_value());
        pressed.append(reply->id);
    }

    [[nodiscard]] QList<ReplyId> known(guard::KnownShapes &shapes, const QString &text, double likeness)
    {
        return *waitFor(store->read([&](Database &db) {
            QList<ReplyId> found;
            for (const auto &alike :
                shapes.alike(db, account.id, guard::shapeOf(text), db.now() - kWithin, likeness)) {
                found.append(alike.reply);
            }
            return found;
        }));
    }

    /// Compared with every one.
    [[nodiscard]] QList<ReplyId> compared(const QString &text, double likeness)
    {
        return *waitFor(store->read([&](Database &db) {
            QList<ReplyId> found;
            const QByteArray shape = guard::shapeOf(text);
            for (const ReplyShape &other :
                ShapeStore(db).changedSince(account.id, 0, db.now() - kWithin).shapes) {
                if (other.isOut && guard::likeness(shape, other.shape) >= likeness) {
                    found.prepend(other.reply);
                }
            }
            return found;
        }));
    }

    Outbox outbox;
    QList<Message> questions;
    QList<ReplyId> pressed;
};
} // namespace

class KnownShapesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textsThatAreAlikeShareATellingMark()
    {
        QRandomGenerator random(printedSeed());
        for (const double atLeast : {0.3, 0.5, 0.8, 1.0}) {
            for (int i = 0; i < 5'000; ++i) {
                const QByteArray a = guard::shapeOf(someText(random));
                const QByteArray b = guard::shapeOf(someText(random));
                const auto ofA = guard::tellingMarks(a, atLeast);
                const auto ofB = guard::tellingMarks(b, atLeast);
                const bool isShared = std::any_of(
                    ofA.begin(), ofA.end(), [&ofB](quint32 mark) { return ofB.contains(mark); });
                QVERIFY(isShared || guard::likeness(a, b) < atLeast);
            }
        }
    }

    void itFindsWhatComparingWithEveryOneFinds()
    {
        QRandomGenerator random(printedSeed());
        for (int run = 0; run < kRuns; ++run) {
            Desk desk;
            guard::KnownShapes shapes;
            int found = 0;
            for (int step = 0; step < kSteps; ++step) {
                switch (random.bounded(4)) {
                case 0:
                    desk.clock.advance(milliseconds(random.bounded(30 * 60'000)));
                    break;
                case 1:
                    if (!desk.pressed.isEmpty()) {
                        const ReplyId any = desk.pressed[random.bounded(int(desk.pressed.size()))];
                        QVERIFY(waitFor(desk.outbox.withdraw(any)).has_value());
                    }
                    break;
                default:
                    desk.press(random);
                }
                const QString text = someText(random);
                const double likeness = random.bounded(20) == 0 ? 0.8 : 0.5;
                const QList<ReplyId> expected = desk.compared(text, likeness);
                QCOMPARE(desk.known(shapes, text, likeness), expected);
                found += int(expected.size());
            }
            QVERIFY(found > 0);
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::KnownShapesTest)
#include "known_shapes_test.moc"
