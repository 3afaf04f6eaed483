#include "connectors/twitter/same_text.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

class SameTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognisesWhatTheNetworkMadeOfIt_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("seen");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("same") << u"Thanks!"_s << u"Thanks!"_s << true;
        QTest::newRow("other") << u"Thanks!"_s << u"Thanks."_s << false;
        QTest::newRow("other case") << u"thanks"_s << u"Thanks"_s << false;
        QTest::newRow("beginning only") << u"Thanks, Anna"_s << u"Thanks"_s << false;
        QTest::newRow("empty and not") << QString() << u"Thanks"_s << false;
        QTest::newRow("wrapped address")
            << u"See https://example.com/a?b=1 please"_s << u"See https://t.co/AbC123xyZ0 please"_s << true;
        QTest::newRow("wrapped at the end of a sentence")
            << u"See https://example.com/a."_s << u"See https://t.co/AbC123xyZ0."_s << true;
        QTest::newRow("wrapped in brackets")
            << u"(https://example.com/a)"_s << u"(https://t.co/AbC123xyZ0)"_s << true;
        QTest::newRow("wrapped before another script")
            << u"https://example.com/a\u3067\u3059"_s << u"https://t.co/AbC\u3067\u3059"_s << true;
        QTest::newRow("two wrapped") << u"https://a.com or https://b.com/x"_s
                                     << u"https://t.co/1 or https://t.co/2"_s << true;
        QTest::newRow("one address less") << u"https://a.com https://b.com"_s << u"https://t.co/1"_s << false;
        QTest::newRow("bare domain wrapped")
            << u"See example.com/returns"_s << u"See https://t.co/AbC123xyZ0"_s << true;
        QTest::newRow("bare domains that differ") << u"See example.com"_s << u"See example.org"_s << false;
        QTest::newRow("text around differs")
            << u"See https://a.com now"_s << u"See https://t.co/1 then"_s << false;
        QTest::newRow("escaped") << u"Tom & Jerry <3 >"_s << u"Tom &amp; Jerry &lt;3 &gt;"_s << true;
        QTest::newRow("composed") << u"cafe\u0301"_s << u"caf\u00e9"_s << true;
        QTest::newRow("white space") << u"  Thanks,\n\n  Anna "_s << u"Thanks, Anna"_s << true;
        QTest::newRow("no-break and ideographic space") << u"a\u00a0b\u3000c"_s << u"a b c"_s << true;
        QTest::newRow("names put before") << u"Thanks"_s << u"@anna @tom_2 Thanks"_s << true;
        QTest::newRow("name typed and put before") << u"@anna Thanks"_s << u"@tom @anna Thanks"_s << true;
        QTest::newRow("name inside differs") << u"Thanks @anna"_s << u"Thanks @tom"_s << false;
        QTest::newRow("emoji style dropped") << u"\u2764\ufe0f"_s << u"\u2764"_s << true;
        QTest::newRow("emoji differ") << u"\U0001F600"_s << u"\U0001F601"_s << false;
        QTest::newRow("invisible characters") << u"a\u200bb\ufeff"_s << u"ab"_s << true;
    }

    void recognisesWhatTheNetworkMadeOfIt()
    {
        QFETCH(const QString, sent);
        QFETCH(const QString, seen);
        QFETCH(const bool, isSame);
        QCOMPARE(twitter::sameText(sent, seen), isSame);
        QCOMPARE(twitter::sameText(seen, sent), isSame);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SameTextTest)
#include "same_text_test.moc"
