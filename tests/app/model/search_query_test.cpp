#include "app/model/search_query.h"
#include "tests/support/seed.h"

#include <QTimeZone>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
Result<SearchQuery> parsed(const QString &typed)
{
    return parseSearch(typed, QTimeZone("Europe/Paris"));
}

QString refusal(const QString &typed)
{
    const auto query = parsed(typed);
    return query ? u"taken"_s : query.error().detail;
}

Instant at(const QString &iso)
{
    return instantFromMs(QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch());
}
} // namespace

class SearchQueryTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsRowsAndBeginnings()
    {
        const auto query = parsed(u"  late   parcel \"not  here\" ret* \"out of st\"* "_s);
        const QList<SearchTerm> expected{{.text = u"late"_s}, {.text = u"parcel"_s}, {.text = u"not here"_s},
            {.text = u"ret"_s, .isPrefix = true}, {.text = u"out of st"_s, .isPrefix = true}};
        QVERIFY(query->terms == expected);
    }

    void orderNumbersAndAddressesAreWords()
    {
        const auto query = parsed(u"#A-1234 https://shop.example/x note:yes"_s);
        const QList<SearchTerm> expected{
            {.text = u"#A-1234"_s}, {.text = u"https //shop.example/x"_s}, {.text = u"note yes"_s}};
        QVERIFY(query->terms == expected);
    }

    void everyOperator()
    {
        const auto query = parsed(u"from:@jreyes from:\"Ann Lee\" tag:VIP network:Twitter account:care"
                                  " lane:private is:snoozed is:failed is:leaving is:theirs"
                                  " before:2026-11-22 after:2026-11-01"_s);
        QVERIFY(query.has_value());
        QCOMPARE(query->from, (QStringList{u"jreyes"_s, u"Ann Lee"_s}));
        QCOMPARE(query->tags, QStringList{u"vip"_s});
        QVERIFY(query->network == Network::Twitter);
        QCOMPARE(query->account, u"care"_s);
        QVERIFY(query->lane == Lane::Private);
        QVERIFY(query->state == ConversationState::Snoozed);
        QVERIFY(query->isFailed && query->isLeaving);
        QVERIFY(query->direction == Direction::Inbound);
        // Whole days in the zone of who asks.
        QVERIFY(query->before == at(u"2026-11-21T23:00:00Z"_s));
        QVERIFY(query->since == at(u"2026-11-01T23:00:00Z"_s));
        QVERIFY(query->terms.isEmpty());
    }

    void whatCannotBeReadIsToldWithItsPlace()
    {
        QCOMPARE(refusal(u"parcel before:soon"_s), u"before:soon (at 8): say a day, like 2026-11-22"_s);
        QCOMPARE(
            refusal(u"network:myspace"_s), u"network:myspace (at 1): say twitter, facebook or pinterest"_s);
        QVERIFY(refusal(u"is:happy"_s).startsWith(u"is:happy (at 1): say waiting"_s));
        QVERIFY(refusal(u"lane:side"_s).endsWith(u"say public or private"_s));
        QCOMPARE(refusal(u"from: ann"_s), u"from: (at 1): say what, right after the colon"_s);
        QVERIFY(refusal(u"  ?! * \"\" "_s).startsWith(u"say what to look for"_s));
    }

    void whateverIsTypedIsReadOrRefused()
    {
        QRandomGenerator random(printedSeed());
        const QString letters = u"ab:\"* #-@\t\u00E9\u00A0\u3042"_s;
        for (int i = 0; i < 20'000; ++i) {
            QString typed;
            for (int length = random.bounded(12); length > 0; --length) {
                typed += random.bounded(8) == 0 ? u"is:"_s
                                                : QString(letters[random.bounded(int(letters.size()))]);
            }
            const auto query = parsed(typed);
            QVERIFY(query ? *query != SearchQuery() : query.error().code == ErrorCode::Usage);
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SearchQueryTest)
#include "search_query_test.moc"
