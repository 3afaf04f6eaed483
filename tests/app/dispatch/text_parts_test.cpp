#include "app/dispatch/text_parts.h"
#include "tests/support/seed.h"

#include <QTextBoundaryFinder>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
std::function<bool(const QString &)> atMost(qsizetype limit)
{
    return [limit](const QString &text) { return text.size() <= limit; };
}

QString withoutSpace(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text;
}
} // namespace

class TextPartsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatFitsStaysWhole()
    {
        QCOMPARE(*partsOf(u" Thank you! "_s, atMost(20)), QStringList{u"Thank you!"_s});
        QCOMPARE(withoutPartMark(u"Your order (1/2)"_s, 1, 1), u"Your order (1/2)"_s);
    }

    void cutBetweenSentences()
    {
        QCOMPARE(*partsOf(u"We found your parcel. It leaves today."_s, atMost(30)),
            QStringList({u"We found your parcel. (1/2)"_s, u"It leaves today. (2/2)"_s}));
    }

    void cutBetweenParagraphsBeforeSentences()
    {
        QCOMPARE(*partsOf(u"Hello Ann.\nWe looked. It is here.\nBye."_s, atMost(34)),
            QStringList({u"Hello Ann.\nWe looked. (1/2)"_s, u"It is here.\nBye. (2/2)"_s}));
    }

    void wordWithoutAnEndIsCutBetweenCharacters()
    {
        const QString family = u"👨‍👩‍👧"_s; // several code points, one character
        const auto parts = partsOf(family.repeated(6), atMost(family.size() * 3 + 6));
        QVERIFY(parts);
        QCOMPARE(*parts, QStringList({family.repeated(3) + u" (1/2)"_s, family.repeated(3) + u" (2/2)"_s}));
    }

    void tooLongForAnyNumberOfPartsIsTold()
    {
        const auto parts = partsOf(u"word "_s.repeated(100), atMost(20));
        QVERIFY(!parts && parts.error().code == ErrorCode::Usage);
        QVERIFY(!partsOf(u"abc def"_s, atMost(3)));
    }

    void everyTextComesBackFromItsParts()
    {
        QRandomGenerator random(printedSeed());
        const auto between = [&random](int least, int most) { return random.bounded(least, most + 1); };
        for (int round = 0; round < 400; ++round) {
            QString text;
            for (int words = between(1, 60); words > 0; --words) {
                text += QString(between(1, 14), QChar(u'a' + between(0, 25)))
                    + QStringList{u" "_s, u". "_s, u"\n"_s, u", "_s}.at(between(0, 3));
            }
            const qsizetype limit = between(40, 140);
            const auto parts = partsOf(text, atMost(limit));
            if (!parts) {
                continue;
            }
            QString whole;
            for (int part = 1; part <= parts->size(); ++part) {
                QVERIFY2(parts->at(part - 1).size() <= limit, qPrintable(parts->at(part - 1)));
                whole += withoutPartMark(parts->at(part - 1), part, int(parts->size()));
            }
            QCOMPARE(withoutSpace(whole), withoutSpace(text));
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::TextPartsTest)
#include "text_parts_test.moc"
