#include "connectors/twitter/text_length.h"

#include <QElapsedTimer>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

class TextLengthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAsTheNetworkDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("length");
        QTest::newRow("nothing") << QString() << 0;
        QTest::newRow("letters and spaces") << u"Thanks, looking into it"_s << 23;
        QTest::newRow("line break") << u"a\nb"_s << 3;
        QTest::newRow("composed accent") << u"caf\u00e9"_s << 4;
        QTest::newRow("decomposed accent") << u"cafe\u0301"_s << 4;
        QTest::newRow("Cyrillic, Hebrew, Arabic") << u"\u041f\u05d0\u0628"_s << 3;
        QTest::newRow("Devanagari syllable, every part") << u"\u0928\u093f"_s << 2;
        QTest::newRow("last light letter") << u"\u10ff"_s << 1;
        QTest::newRow("first heavy letter") << u"\u1100"_s << 2;
        QTest::newRow("Chinese") << u"\u4f60\u597d"_s << 4;
        QTest::newRow("Hangul") << u"\uac00"_s << 2;
        QTest::newRow("typographic quotes and dash") << u"\u201ca\u2014b\u201d"_s << 5;
        QTest::newRow("ellipsis is heavy") << u"\u2026"_s << 2;
        QTest::newRow("euro sign is heavy") << u"\u20ac"_s << 2;
        QTest::newRow("zero width joiner alone") << u"a\u200db"_s << 3;
        QTest::newRow("emoji") << u"\U0001F621"_s << 2;
        QTest::newRow("emoji with skin tone") << u"\U0001F44B\U0001F3FD"_s << 2;
        QTest::newRow("family joined")
            << u"\U0001F468\u200d\U0001F469\u200d\U0001F467\u200d\U0001F466"_s << 2;
        QTest::newRow("flag") << u"\U0001F1E9\U0001F1EA"_s << 2;
        QTest::newRow("two flags") << u"\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7"_s << 4;
        QTest::newRow("flag of England, by tags")
            << u"\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"_s << 2;
        QTest::newRow("heart in emoji style") << u"\u2764\ufe0f"_s << 2;
        QTest::newRow("copyright sign") << u"\u00a9"_s << 1;
        QTest::newRow("keycap") << u"1\ufe0f\u20e3"_s << 2;
        QTest::newRow("two emoji") << u"\U0001F600\U0001F600"_s << 4;
        QTest::newRow("short address") << u"http://a.co"_s << 23;
        QTest::newRow("long address") << u"https://example.com/"_s + QString(400, u'a') << 23;
        QTest::newRow("address in a sentence") << u"See https://example.com/a?b=1."_s << 4 + 23 + 1;
        QTest::newRow("address in brackets") << u"(https://example.com/a)"_s << 25;
        QTest::newRow("brackets in the address") << u"https://example.com/a_(b)"_s << 23;
        QTest::newRow("two addresses") << u"https://a.com https://b.com"_s << 47;
        QTest::newRow("upper-case scheme") << u"HTTPS://EXAMPLE.COM"_s << 23;
        QTest::newRow("bare domain") << u"see example.com/returns"_s << 4 + 23;
        QTest::newRow("mail address is none") << u"help@example.com"_s << 16;
        QTest::newRow("missing space is none") << u"Thanks.We will"_s << 14;
        QTest::newRow("no host") << u"http://"_s << 7;
        QTest::newRow("text in another script after the address")
            << u"https://t.co/abc\u3067\u3059"_s << 23 + 4;
        QTest::newRow("lone surrogate") << QString(QChar(0xD83D)) << 2;
    }

    void countsAsTheNetworkDoes()
    {
        QFETCH(const QString, text);
        QFETCH(const int, length);
        QCOMPARE(twitter::textLength(text), length);
    }

    void staysFastOnHostileText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("labels") << u"http://"_s + u"a."_s.repeated(5000) + u"!"_s;
        QTest::newRow("foreign labels") << u"http://"_s + u"\u3042."_s.repeated(5000) + u"!"_s;
        QTest::newRow("bare labels") << u"a."_s.repeated(5000) + u"!"_s;
        QTest::newRow("brackets") << u"http://a.com/"_s + u"("_s.repeated(10'000);
        QTest::newRow("punctuation") << u"http://a.com/"_s + u"."_s.repeated(10'000);
        QTest::newRow("hyphens") << u"http://"_s + u"a-"_s.repeated(5000);
        QTest::newRow("joiners") << u"\U0001F468\u200d"_s.repeated(3000);
    }

    void staysFastOnHostileText()
    {
        QFETCH(const QString, text);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(twitter::textLength(text) > 0);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::TextLengthTest)
#include "text_length_test.moc"
