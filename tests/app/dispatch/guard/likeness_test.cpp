#include "app/dispatch/guard/likeness.h"
#include "app/dispatch/guard/text_pieces.h"

#include <QElapsedTimer>
#include <QFile>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
struct Pair {
    bool areAlike = false;
    QString kind = {};
    QString language = {};
    QString one = {};
    QString other = {};
};

QList<Pair> corpus()
{
    QList<Pair> pairs;
    QFile file(QStringLiteral(FW_CORPUS));
    if (!file.open(QIODevice::ReadOnly)) {
        return pairs;
    }
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList fields = line.split(u'\t');
        if (fields.size() == 5) {
            pairs.append({.areAlike = fields[0] == "alike"_L1,
                .kind = fields[1],
                .language = fields[2],
                .one = fields[3],
                .other = fields[4]});
        }
    }
    return pairs;
}

double likenessOf(const QString &a, const QString &b)
{
    return guard::likeness(guard::shapeOf(a), guard::shapeOf(b));
}

struct Measured {
    int found = 0;  // alike, and taken for alike
    int missed = 0; // alike, and not
    int wrong = 0;  // not alike, and taken for alike

    [[nodiscard]] double precision() const { return double(found) / (found + wrong); }
    [[nodiscard]] double recall() const { return double(found) / (found + missed); }
};

Measured measure(const QList<Pair> &pairs, const QString &language)
{
    Measured measured;
    for (const Pair &pair : pairs) {
        const double like = likenessOf(pair.one, pair.other);
        const bool isTaken = like >= guard::kAlike;
        if (!language.isEmpty() && pair.language != language) {
            continue;
        }
        measured.found += isTaken && pair.areAlike ? 1 : 0;
        measured.missed += !isTaken && pair.areAlike ? 1 : 0;
        measured.wrong += isTaken && !pair.areAlike ? 1 : 0;
        if (isTaken != pair.areAlike && language.isEmpty()) {
            qInfo("%.2f %s: %s | %s", like, qPrintable(pair.kind), qPrintable(pair.one),
                qPrintable(pair.other));
        }
    }
    return measured;
}
} // namespace

class LikenessTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCorpusIsToldApart()
    {
        const QList<Pair> pairs = corpus();
        QVERIFY(pairs.size() >= 300);
        for (const QString &language : {QString(), u"en"_s, u"fr"_s}) {
            const Measured measured = measure(pairs, language);
            qInfo("%s: precision %.3f, recall %.3f (%d found, %d missed, %d wrong)",
                language.isEmpty() ? "both" : qPrintable(language), measured.precision(), measured.recall(),
                measured.found, measured.missed, measured.wrong);
            QVERIFY(measured.precision() >= 0.95);
            QVERIFY(measured.recall() >= 0.95);
        }
    }

    void whatDiffersFromUseToUseMakesNoDifference_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        const QString plain = u"We have found your parcel 12345 and it is on its way to you"_s;
        QTest::newRow("order") << plain
                               << u"We have found your parcel HV-2231-B and it is on its way to you"_s;
        QTest::newRow("split number")
            << plain << u"We have found your parcel 12 345 and it is on its way to you"_s;
        QTest::newRow("case") << plain << plain.toUpper();
        QTest::newRow("handles") << plain << u"@ann @b_c2 "_s + plain;
        QTest::newRow("initials") << plain << plain + u" ^AB"_s;
        QTest::newRow("slash initials") << plain << plain + u". /JD"_s;
        QTest::newRow("first name") << plain << plain + u" — Ann"_s;
        QTest::newRow("emoji") << plain << plain + u" 🙂🎉"_s;
        QTest::newRow("marks") << plain
                               << u"We have found your parcel (12345), and it is on its way to you!!"_s;
        QTest::newRow("name") << plain
                              << u"We have found your parcel 12345, Priya, and it is on its way to you"_s;
        QTest::newRow("accents") << u"Votre colis a été retrouvé à l'entrepôt"_s
                                 << u"votre colis a ete retrouve a l’entrepot"_s;
        QTest::newRow("wide letters") << u"We are open until ten"_s << u"ＷＥ are open until ten"_s;
        QTest::newRow("invisible") << u"We are open until ten"_s << u"We are op\u200Ben until ten\uFEFF"_s;
        QTest::newRow("links") << u"You can follow your parcel here: https://hv.example/1"_s
                               << u"You can follow your parcel here: https://hv.example/2?x=y"_s;
    }

    void whatDiffersFromUseToUseMakesNoDifference()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QCOMPARE(guard::piecesOf(one).words, guard::piecesOf(other).words);
        QCOMPARE(likenessOf(one, other), 1.0);
    }

    void shortTextsAreAlikeOnlyWhenTheyAreTheSame()
    {
        QVERIFY(guard::isShort(guard::shapeOf(u"Thank you!"_s)));
        QVERIFY(!guard::isShort(guard::shapeOf(u"Thank you for the photo, we are on it"_s)));
        QCOMPARE(likenessOf(u"Thank you!"_s, u"thank you 🙂"_s), 1.0);
        QCOMPARE(likenessOf(u"Thank you!"_s, u"Thank you, Anna!"_s), 1.0);
        QCOMPARE(likenessOf(u"Thank you!"_s, u"Thank you for the photo, we are on it"_s), 0.0);
        QCOMPARE(likenessOf(u"At 5 pm"_s, u"At 7 pm"_s), 0.0);
    }

    void scriptsWithoutSpacesAreComparedByCharacter()
    {
        QVERIFY(likenessOf(u"ご注文の商品は本日発送いたしました"_s, u"ご注文の商品は昨日発送いたしました"_s)
            >= guard::kAlike);
        QVERIFY(likenessOf(u"ご注文の商品は本日発送いたしました"_s, u"店舗は日曜日も営業しております"_s)
            < guard::kAlike);
    }

    void nothingAndRubbishAreLikeNothing()
    {
        const QByteArray shape = guard::shapeOf(u"We have found your parcel and it is on its way"_s);
        for (const QByteArray &rubbish : {QByteArray(), QByteArray("x"), QByteArray(7, '\2')}) {
            QCOMPARE(guard::likeness(shape, rubbish), 0.0);
            QCOMPARE(guard::likeness(rubbish, rubbish), 0.0);
        }
        QCOMPARE(likenessOf({}, {}), 0.0);
        QCOMPARE(likenessOf(u"🙂"_s, u"🎉"_s), 0.0);
    }

    void likenessIsMutualAndBounded()
    {
        for (const Pair &pair : corpus()) {
            const double there = likenessOf(pair.one, pair.other);
            QCOMPARE(there, likenessOf(pair.other, pair.one));
            QVERIFY(there >= 0 && there <= 1);
            QCOMPARE(likenessOf(pair.one, pair.one), 1.0);
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::LikenessTest)
#include "likeness_test.moc"
