#include "app/dispatch/guard/leak.h"
#include "tests/support/seed.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
struct Planted {
    QString text = {};
    QString what = {};
};

QString number(QRandomGenerator &random, int digits)
{
    QString text = QString::number(random.bounded(1, 10));
    while (text.size() < digits) {
        text += QString::number(random.bounded(10));
    }
    return text;
}

/// A number of `digits` digits that passes the check of payment cards.
QString card(QRandomGenerator &random, int digits)
{
    const QString start = u"4"_s + number(random, digits - 2);
    for (int last = 0; last < 10; ++last) {
        int sum = 0;
        const QString whole = start + QString::number(last);
        for (qsizetype i = 0; i < whole.size(); ++i) {
            const int digit = whole[whole.size() - 1 - i].digitValue() * (i % 2 == 0 ? 1 : 2);
            sum += digit / 10 + digit % 10;
        }
        if (sum % 10 == 0) {
            return whole;
        }
    }
    return {};
}

QString grouped(const QString &digits, int size, QChar separator)
{
    QString text;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        text += i > 0 && i % size == 0 ? QString(separator) : QString();
        text += digits[i];
    }
    return text;
}

Planted planted(QRandomGenerator &random)
{
    switch (random.bounded(7)) {
    case 0:
        return {card(random, random.bounded(13, 20)), u"card"_s};
    case 1:
        return {grouped(card(random, 16), 4, random.bounded(2) == 0 ? u' ' : u'-'), u"card"_s};
    case 2:
        return {u"ann.%1+x@mail-%2.example"_s.arg(number(random, 2), number(random, 1)), u"email"_s};
    case 3:
        return {u"+"_s + number(random, random.bounded(8, 16)), u"phone"_s};
    case 4:
        return {u"+44 "_s + grouped(number(random, 9), 3, u' '), u"phone"_s};
    case 5:
        return {u"0"_s + grouped(number(random, 9), 2, u'.'), u"phone"_s};
    default:
        return {u"(0%1) %2-%3"_s.arg(number(random, 3), number(random, 3), number(random, 4)), u"phone"_s};
    }
}

QString harmless(QRandomGenerator &random)
{
    const QStringList words{u"please"_s, u"@jreyes"_s, u"@user_123456789"_s,
        u"order %1"_s.arg(number(random, 6)), u"#%1"_s.arg(number(random, 8)),
        u"HV-%1"_s.arg(number(random, 8)), u"€%1.99"_s.arg(number(random, 3)), u"1 234 567,00 €"_s,
        u"$1,299.00"_s, u"2026-11-%1"_s.arg(number(random, 2)), u"22.11.2026"_s, u"5/6/26"_s, u"14:30"_s,
        u"https://hv.example/t/%1?id=%2"_s.arg(number(random, 16), number(random, 12)),
        u"www.hv.example/%1"_s.arg(card(random, 16)), u"è più tardi"_s, u"🙂"_s, u"9-18 h"_s, u"24/7"_s,
        u"100 %"_s};
    return words[random.bounded(int(words.size()))];
}

/// Words around it end with one, so that two numbers never become one.
QString text(QRandomGenerator &random)
{
    QStringList words;
    for (int i = random.bounded(8); i >= 0; --i) {
        words.append(harmless(random));
    }
    return words.join(u", "_s) + u" and "_s;
}
} // namespace

class LeakTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSomebodysOwnIsFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *name, const QString &text, const QString &found,
                             const QString &what) { QTest::newRow(name) << text << found << what; };
        row("card", u"your card 4111 1111 1111 1111 was charged"_s, u"4111 1111 1111 1111"_s, u"card"_s);
        row("card of 15", u"378282246310005"_s, u"378282246310005"_s, u"card"_s);
        row("e-mail", u"we wrote to ann.lee@mail.example."_s, u"ann.lee@mail.example"_s, u"email"_s);
        row("e-mail in brackets", u"(ann@mail.example)"_s, u"ann@mail.example"_s, u"email"_s);
        row("international", u"we call +33 6 12 34 56 78 now"_s, u"+33 6 12 34 56 78"_s, u"phone"_s);
        row("with 00", u"0044 20 7946 0958"_s, u"0044 20 7946 0958"_s, u"phone"_s);
        row("national", u"is 06 12 34 56 78 still right?"_s, u"06 12 34 56 78"_s, u"phone"_s);
        row("with brackets", u"call (020) 7946 0958!"_s, u"(020) 7946 0958"_s, u"phone"_s);
        row("digits of another script", u"٠٦١٢٣٤٥٦٧٨"_s, u"٠٦١٢٣٤٥٦٧٨"_s, u"phone"_s);
    }

    void whatIsSomebodysOwnIsFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, found);
        QFETCH(QString, what);
        const QList<guard::LeakSpan> spans = guard::personalMarks(text);
        QCOMPARE(spans.size(), 1);
        QCOMPARE(text.mid(spans[0].start, spans[0].length), found);
        QCOMPARE(spans[0].what, what);
    }

    void everydayTextsRaiseNoAlarm_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"@ann_1234567890 thanks!"_s, u"It costs 1 234 567,00 € or $12,345.67"_s,
                 u"order 12345678"_s, u"order #1234567890123"_s, u"order HV-123456789"_s,
                 u"on 2026-11-22 at 14:30"_s, u"22.11.2026 14:30 - 23.11.2026 18:00"_s,
                 u"from 22.11.2026 to 24.11.2026"_s, u"https://track.example/4111111111111111"_s,
                 u"www.hv.example/p/0612345678"_s, u"open 9-18, 24/7"_s, u"1111111111111111111111"_s,
                 u"a@b"_s, u""_s, u"size 38/40, 120 x 80 x 45 cm"_s}) {
            QTest::newRow(qPrintable(text)) << text;
        }
    }

    void everydayTextsRaiseNoAlarm()
    {
        QFETCH(QString, text);
        QCOMPARE(guard::personalMarks(text).size(), 0);
    }

    void randomHarmlessTextsRaiseNoAlarm()
    {
        QRandomGenerator random(printedSeed());
        for (int i = 0; i < 3000; ++i) {
            const QString draft = text(random);
            const auto spans = guard::personalMarks(draft);
            QVERIFY2(spans.isEmpty(), qPrintable(draft));
        }
    }

    void whatIsPlantedIsFoundWhereItStands()
    {
        QRandomGenerator random(printedSeed());
        for (int i = 0; i < 3000; ++i) {
            const QString before = text(random);
            const Planted secret = planted(random);
            const QString draft = before + secret.text + u" and "_s + text(random);
            const auto spans = guard::personalMarks(draft);
            QVERIFY2(spans.size() == 1, qPrintable(draft));
            QCOMPARE(draft.mid(spans[0].start, spans[0].length), secret.text);
            QVERIFY2(spans[0].what == secret.what, qPrintable(draft));
        }
    }

    void theBrandsOwnContactsMayBePublished()
    {
        const QStringList own{u"Care@Shop.example"_s, u"@help.shop.example"_s, u"+44 20 7946 0000"_s};
        for (const QString &text : {u"write to care@shop.example"_s, u"ann@help.shop.example"_s,
                 u"call 020 7946 0000"_s, u"call +44 (0)20 7946 0000"_s, u"call 0044 2079460000"_s}) {
            QVERIFY2(!guard::personalMarks(text).isEmpty(), qPrintable(text));
            QVERIFY2(guard::personalMarks(text, own).isEmpty(), qPrintable(text));
        }
        for (const QString &text : {u"write to ann@shop.example"_s, u"x@nothelp.shop.example"_s,
                 u"call 020 7946 0001"_s, u"your card 4111 1111 1111 1111"_s}) {
            QCOMPARE(guard::personalMarks(text, own).size(), 1);
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::LeakTest)
#include "leak_test.moc"
