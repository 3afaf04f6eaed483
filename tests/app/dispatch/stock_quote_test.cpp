#include "app/dispatch/approvals.h"
#include "app/model/stock_quote.h"
#include "app/store/hold_store.h"
#include "app/store/journal_store.h"
#include "app/store/quote_store.h"
#include "tests/app/customers/people_desk.h"
#include "tests/app/dispatch/sender_fixture.h"

#include <QJsonArray>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QString kText = u"We have {stock:KL-204/42@Baixa} left in Baixa"_s;

/// A desk whose brand sells boots.
struct Shop : Sender {
    Shop() { level(3); }

    void level(int quantity, const QString &place = u"Baixa"_s)
    {
        clock.advance(1s);
        putRow(*store, ImportKind::Stock,
            {{u"product"_s, u"KL-204"_s}, {u"variant"_s, u"42"_s}, {u"title"_s, u"Boots"_s},
                {u"place"_s, place}, {u"place_kind"_s, u"store"_s}, {u"quantity"_s, quantity},
                {u"as_of"_s, toMs(clock.now())}});
    }

    CustomerId customer(const QString &key)
    {
        putRow(*store, ImportKind::Customers, {{u"key"_s, key}});
        return waitFor(store->read([key](Database &db) { return CustomerStore(db).byKey(u"crm"_s, key); }))
            ->value_or(Customer{})
            .id;
    }

    void hold(CustomerId customer, int quantity)
    {
        const auto held = waitFor(store->write([=, this](Database &db) {
            return HoldStore(db).add({.product = u"KL-204"_s,
                .variant = u"42"_s,
                .place = u"Baixa"_s,
                .quantity = quantity,
                .customer = customer,
                .agent = u"ann"_s,
                .until = clock.now() + 1h});
        }));
        QVERIFY(held);
    }

    OutboxEntry entry(ReplyId id) { return *waitFor(Outbox(*store).entry(id)); }
    QList<Fact> facts(const QString &name)
    {
        QList<Fact> all
            = *waitFor(store->read([](Database &db) { return JournalStore(db).after({}, 1000); }));
        all.removeIf([&name](const Fact &fact) { return fact.fact != name; });
        return all;
    }
};
} // namespace

/// What a reply says of stock is looked at again before it leaves.
class StockQuoteTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fieldsAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        QTest::newRow("variant") << u"a {stock:KL-204/42@Baixa} b"_s << u"KL-204|42|Baixa"_s;
        QTest::newRow("no variant") << u"{stock:KL 204@Porto Centro}"_s << u"KL 204||Porto Centro"_s;
        QTest::newRow("slash in the variant") << u"{stock:KL/M/L@Baixa}"_s << u"KL|M/L|Baixa"_s;
        QTest::newRow("at in the place") << u"{stock:KL@Shop@Home}"_s << u"KL||Shop@Home"_s;
        QTest::newRow("no place") << u"{stock:KL}"_s << u""_s;
        QTest::newRow("not ended") << u"{stock:KL@Baixa"_s << u""_s;
        QTest::newRow("another field") << u"{customer.name}"_s << u""_s;
    }

    void fieldsAreReadAsTheyAreWritten()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, read);
        QStringList found;
        for (const StockField &field : stockFieldsIn(text)) {
            found << field.product + u'|' + field.variant + u'|' + field.place;
            QVERIFY(text.contains(stockField(field.product, field.variant, field.place)));
        }
        QCOMPARE(found.join(u' '), read);
        QCOMPARE(withoutStockFields(text).size(), text.size());
    }

    void aCodeThatWouldEndTheFieldHasNone()
    {
        QVERIFY(stockField(u"KL/204"_s, {}, u"Baixa"_s).isEmpty());
        QVERIFY(stockField(u"KL"_s, u"a@b"_s, u"Baixa"_s).isEmpty());
        QVERIFY(stockField(u"KL"_s, {}, u"{Baixa}"_s).isEmpty());
        QVERIFY(stockField(u"KL"_s, {}, {}).isEmpty());
        QCOMPARE(stockField(u"KL"_s, u"42"_s, u"Baixa"_s), u"{stock:KL/42@Baixa}"_s);
    }

    void aTextComesBackAsItWasWritten()
    {
        const QString text = u"{stock:A@X} and {stock:B/1@Y}, not {stock:C@Z}"_s;
        const auto source = [](const StockField &field) -> std::optional<LiveStock> {
            return field.product == "C"_L1 ? std::nullopt
                                           : std::optional(LiveStock{.product = field.product,
                                               .variant = field.variant,
                                               .place = field.place,
                                               .free = field.product == "A"_L1 ? 12 : -2});
        };
        const QuotedText quoted = quoteStock(text, source);
        QCOMPARE(quoted.text, u"12 and 0, not {stock:C@Z}"_s);
        QCOMPARE(quoted.unknown, QStringList{u"{stock:C@Z}"_s});
        QCOMPARE(withStockFields(quoted.text, quoted.quotes), text);
        QCOMPARE(withStockFields(u"emptied"_s, quoted.quotes), u"emptied"_s);
        const StandIns standIns(text, quoted.quotes);
        QCOMPARE(standIns.asRead(standIns.text()), quoted.text);
        QCOMPARE(standIns.asWritten(standIns.text()), text);
    }

    void whatIsSaidIsFilledInAtThePressAndKept()
    {
        Shop shop;
        const OutboxEntry entry = *shop.tryPress({.body = kText});
        QCOMPARE(entry.reply.body, u"We have 3 left in Baixa"_s);
        QCOMPARE(entry.quotes.size(), 1);
        QCOMPARE(entry.quotes.first().said, 3);
        QVERIFY(entry.quotes.first().asOf == shop.clock.now());
        const auto facts = shop.facts(u"stock-quoted"_s);
        QCOMPARE(facts.size(), 1);
        QCOMPARE(facts.first().detail.value(u"said"_s).toInt(), 3);
    }

    void whatNobodyKnowsIsNotQueued()
    {
        Shop shop;
        for (const QString &text :
            {u"{stock:KL-204@Baixa}"_s, u"{stock:KL-204/42@Mars}"_s, u"{stock:KL-204/42"_s}) {
            const auto refused = shop.tryPress({.body = text});
            QVERIFY(!refused && refused.error().code == ErrorCode::Usage);
        }
        QVERIFY(shop.facts(u"reply-queued"_s).isEmpty());
    }

    void whatIsStillTrueLeaves_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::addColumn<bool>("leaves");
        QTest::newRow("the same") << 3 << 3 << true;
        QTest::newRow("more") << 3 << 8 << true;
        QTest::newRow("fewer") << 3 << 2 << false;
        QTest::newRow("none") << 3 << 0 << false;
        QTest::newRow("still none") << 0 << 0 << true;
        QTest::newRow("there are some again") << 0 << 1 << false;
    }

    void whatIsStillTrueLeaves()
    {
        QFETCH(const int, before);
        QFETCH(const int, after);
        QFETCH(const bool, leaves);
        Shop shop;
        shop.level(before);
        const ReplyId id = shop.press(kText);
        shop.level(after);
        QCOMPARE(shop.begin(id).has_value(), leaves);
        QCOMPARE(shop.calls(), leaves ? 1 : 0);
        QVERIFY((shop.reply(id).hold == Hold::StockChanged) != leaves);
    }

    void aStoppedReplySaysWhatChanged()
    {
        Shop shop;
        const ReplyId id = shop.press(kText);
        shop.level(0);
        QVERIFY(!shop.begin(id));
        QVERIFY(shop.reply(id).state == ReplyState::Queued);
        QVERIFY(shop.decide().kind == Decision::Kind::Nothing);
        QCOMPARE(shop.entry(id).quotes.first().found.value_or(-1), 0);
        QCOMPARE(waitFor(Outbox(*shop.store).entries(10))->first().quotes.size(), 1);
        const auto facts = shop.facts(u"reply-held"_s);
        QCOMPARE(facts.size(), 1);
        const QJsonObject changed = facts.first().detail.value(u"stock"_s).toArray().first().toObject();
        QCOMPARE(changed.value(u"said"_s).toInt(), 3);
        QCOMPARE(changed.value(u"now"_s).toInt(), 0);
    }

    void letGoAllTheSameItLeavesUnlessItGetsWorse()
    {
        Shop shop;
        const ReplyId id = shop.press(kText);
        shop.level(2);
        QVERIFY(!shop.begin(id));
        QVERIFY(*waitFor(Outbox(*shop.store).release(id)));
        shop.level(1);
        QVERIFY(!shop.begin(id));
        QVERIFY(*waitFor(Outbox(*shop.store).release(id)));
        QVERIFY(shop.begin(id));
    }

    void pressedAgainItSaysWhatThereIs()
    {
        Shop shop;
        const ReplyId id = shop.press(kText);
        shop.level(1);
        QVERIFY(!shop.begin(id));
        const OutboxEntry held = shop.entry(id);
        QCOMPARE(withStockFields(held.reply.body, held.quotes), kText); // what goes back into the composer
        QVERIFY(*waitFor(Outbox(*shop.store).withdraw(id)));
        const ReplyId again = shop.press(kText);
        QCOMPARE(shop.reply(again).body, u"We have 1 left in Baixa"_s);
        QVERIFY(shop.begin(again));
    }

    void itIsLookedAtBeforeEveryAttempt()
    {
        Shop shop;
        const ReplyId id = shop.press(kText);
        shop.record(*shop.begin(id), notCarriedOut(ErrorCode::Offline));
        shop.level(0);
        shop.clock.advance(1h);
        QVERIFY(!shop.begin(id));
        QVERIFY(shop.reply(id).hold == Hold::StockChanged);
    }

    void whatIsHeldForTheCustomerIsTheirs()
    {
        Shop shop;
        const CustomerId ana = shop.customer(u"c1"_s);
        const CustomerId ben = shop.customer(u"c2"_s);
        QVERIFY(waitFor(Customers(*shop.store)
                            .link({.identity = shop.question.author.id,
                                .customer = ana,
                                .agent = u"ann"_s,
                                .reason = u"she says so"_s,
                                .statement = u"she says so"_s})));
        const ReplyId id = shop.press(kText);
        shop.hold(ana, 2);
        QVERIFY(shop.begin(id));
        const ReplyId next = shop.press(u"Again: {stock:KL-204/42@Baixa}"_s);
        shop.hold(ben, 1);
        QVERIFY(!shop.begin(next));
        QCOMPARE(shop.entry(next).quotes.first().found.value_or(-1), 2);
        shop.clock.advance(1h); // the hold is over
        QVERIFY(*waitFor(Outbox(*shop.store).release(next)));
        QVERIFY(shop.begin(next));
    }

    void aLaterPartThatIsWrongStopsTheWholeText()
    {
        Shop shop;
        const auto first
            = shop.tryPress({.body = u"Good news (1/2)"_s, .furtherParts = {kText + u" (2/2)"_s}});
        QVERIFY(first);
        shop.level(0);
        QVERIFY(!shop.begin(first->reply.id));
        QVERIFY(shop.reply(first->reply.id).hold == Hold::StockChanged);
        QCOMPARE(shop.calls(), 0);
    }

    void aPartThatTurnsWrongAfterTheFirstIsOutIsHeld()
    {
        Shop shop;
        const auto first
            = shop.tryPress({.body = u"Good news (1/2)"_s, .furtherParts = {kText + u" (2/2)"_s}});
        shop.record(*shop.begin(first->reply.id), kAccepted);
        shop.level(0);
        const auto parts = *waitFor(Outbox(*shop.store).ofConversation(shop.question.conversation));
        QCOMPARE(parts.size(), 2);
        QVERIFY(!shop.begin(parts.last().reply.id));
        QVERIFY(shop.reply(parts.last().reply.id).hold == Hold::StockChanged);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::StockQuoteTest)
#include "stock_quote_test.moc"
