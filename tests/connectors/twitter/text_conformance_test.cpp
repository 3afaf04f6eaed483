#include "connectors/twitter/names_in_text.h"
#include "connectors/twitter/text_length.h"
#include "connectors/twitter/urls_in_text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::twitter;

namespace {
QJsonObject fileOf(const char *name)
{
    QFile file(QStringLiteral(FW_TWITTER_TEXT "/%1.json").arg(QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QJsonArray suite(const QString &name)
{
    static const QJsonObject suites = fileOf("conformance").value(u"tests"_s).toObject();
    return suites.value(name).toArray();
}

/// One row for each case of a suite: its text, and what is expected.
void addCases(const QString &name)
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonValue>("expected");
    QVERIFY2(!suite(name).isEmpty(), qPrintable(name));
    int number = 0;
    for (const QJsonValue &entry : suite(name)) {
        const QJsonObject test = entry.toObject();
        const QString title = test.value(u"description"_s).toString().left(80);
        QTest::addRow("%d %s", ++number, qPrintable(title))
            << test.value(u"text"_s).toString() << test.value(u"expected"_s);
    }
}

/// Offsets in the suites count characters, not UTF-16 units.
qsizetype characters(const QString &text, qsizetype end)
{
    return QStringView(text).left(end).toUcs4().size();
}

QJsonArray range(const QString &text, qsizetype start, qsizetype length)
{
    return {qint64(characters(text, start)), qint64(characters(text, start + length))};
}

/// In version 2 of the configuration an emoji of several characters weighs as much as all of them; this is the only difference to version 3.
bool isCountedAlikeInVersion2(const QString &text)
{
    return std::none_of(
        text.begin(), text.end(), [](QChar c) { return c.unicode() == 0x200D || c.unicode() == 0xD83C; });
}

void checkCount(const QString &text, const QJsonObject &expected)
{
    const TextCount count = countText(text);
    QCOMPARE(count.length, expected.value(u"weightedLength"_s).toInt());
    QCOMPARE(count.isValid, expected.value(u"valid"_s).toBool());
    QCOMPARE(count.permillage, expected.value(u"permillage"_s).toInt());
    QCOMPARE(qint64(text.size() - 1), expected.value(u"displayRangeEnd"_s).toInteger());
    QCOMPARE(qint64(count.fitting - 1), expected.value(u"validRangeEnd"_s).toInteger());
}
} // namespace

/// The network's own test cases of its way to read a text (twitter_text/SOURCES.md).
class TextConformanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheConfiguration()
    {
        const QJsonObject config = fileOf("config_v3");
        QCOMPARE(config.value(u"version"_s).toInt(), 3);
        QCOMPARE(config.value(u"maxWeightedTweetLength"_s).toInt(), kTextLimit);
        for (const QJsonValue &entry : config.value(u"ranges"_s).toArray()) {
            const QJsonObject light = entry.toObject();
            for (const char *edge : {"start", "end"}) {
                const char32_t character = char32_t(light.value(QString::fromLatin1(edge)).toInt());
                const QString around = u"a"_s + QString::fromUcs4(&character, 1) + u"a"_s;
                QCOMPARE(textLength(around), 2 + light.value(u"weight"_s).toInt() / 100);
            }
        }
    }

    void countsWithVersion3_data() { addCases(u"validate.WeightedTweetsWithDiscountedEmojiCounterTest"_s); }
    void countsWithVersion3()
    {
        QFETCH(const QString, text);
        QFETCH(const QJsonValue, expected);
        checkCount(text, expected.toObject());
    }

    void countsDirectionalMarkers_data() { addCases(u"validate.UnicodeDirectionalMarkerCounterTest"_s); }
    void countsDirectionalMarkers()
    {
        QFETCH(const QString, text);
        QFETCH(const QJsonValue, expected);
        checkCount(text, expected.toObject());
    }

    void countsWithVersion2WhereItIsTheSame_data() { addCases(u"validate.WeightedTweetsCounterTest"_s); }
    void countsWithVersion2WhereItIsTheSame()
    {
        QFETCH(const QString, text);
        QFETCH(const QJsonValue, expected);
        if (isCountedAlikeInVersion2(text)) {
            checkCount(text, expected.toObject());
        }
    }

    void findsUrls_data() { addCases(u"extract.urls"_s); }
    void findsUrls()
    {
        QFETCH(const QString, text);
        QFETCH(const QJsonValue, expected);
        QJsonArray found;
        for (const TextUrl &url : urlsIn(text, Domains::AlsoBare)) {
            found.append(text.mid(url.start, url.length));
        }
        QCOMPARE(found, expected.toArray());
    }

    void findsUrlsWhereTheyAre_data() { addCases(u"extract.urls_with_indices"_s); }
    void findsUrlsWhereTheyAre()
    {
        QFETCH(const QString, text);
        QFETCH(const QJsonValue, expected);
        QJsonArray found;
        for (const TextUrl &url : urlsIn(text, Domains::AlsoBare)) {
            found.append(QJsonObject{{u"url"_s, text.mid(url.start, url.length)},
                {u"indices"_s, range(text, url.start, url.length)}});
        }
        QCOMPARE(found, expected.toArray());
    }

    void findsUrlsBesideDirectionalMarkers_data() { addCases(u"extract.urls_with_directional_markers"_s); }
    void findsUrlsBesideDirectionalMarkers() { findsUrlsWhereTheyAre(); }

    void findsBareDomains_data() { addCases(u"validate.urls_without_protocol"_s); }
    void findsBareDomains()
    {
        QFETCH(const QString, text);
        const TextUrl whole{.length = text.size()};
        QVERIFY(urlsIn(text, Domains::AlsoBare) == QList<TextUrl>{whole});
    }

    void findsNames_data() { addCases(u"extract.mentions"_s); }
    void findsNames()
    {
        QFETCH(const QString, text);
        QFETCH(const QJsonValue, expected);
        QJsonArray found;
        for (const TextName &name : namesIn(text)) {
            found.append(name.handle);
        }
        QCOMPARE(found, expected.toArray());
    }

    void findsNamesWhereTheyAre_data() { addCases(u"extract.mentions_with_indices"_s); }
    void findsNamesWhereTheyAre()
    {
        QFETCH(const QString, text);
        QFETCH(const QJsonValue, expected);
        QJsonArray found;
        for (const TextName &name : namesIn(text)) {
            found.append(QJsonObject{
                {u"screen_name"_s, name.handle}, {u"indices"_s, range(text, name.start, name.length)}});
        }
        QCOMPARE(found, expected.toArray());
    }

    void findsNamesBesideLists_data() { addCases(u"extract.mentions_or_lists_with_indices"_s); }
    void findsNamesBesideLists()
    {
        QFETCH(const QString, text);
        QFETCH(const QJsonValue, expected);
        const QList<TextName> names = namesIn(text);
        QCOMPARE(names.size(), expected.toArray().size());
        for (qsizetype i = 0; i < names.size(); ++i) {
            QCOMPARE(names.at(i).handle, expected.toArray().at(i)[u"screen_name"_s].toString());
        }
    }

    void findsTheNameARepliesBeginsWith_data() { addCases(u"extract.replies"_s); }
    void findsTheNameARepliesBeginsWith()
    {
        QFETCH(const QString, text);
        QFETCH(const QJsonValue, expected);
        const QList<TextName> names = namesIn(text);
        const bool beginsWithName
            = !names.isEmpty() && text.left(names.constFirst().start).trimmed().isEmpty();
        QCOMPARE(
            beginsWithName ? QJsonValue(names.constFirst().handle) : QJsonValue(QJsonValue::Null), expected);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::TextConformanceTest)
#include "text_conformance_test.moc"
