#include "app/insight/report_csv.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

class ReportCsvTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFieldCannotBecomeAFormula_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("written");
        QTest::newRow("plain") << u"ann"_s << u"\"ann\""_s;
        QTest::newRow("empty") << QString() << u"\"\""_s;
        QTest::newRow("quote") << u"a \"b\", c"_s << u"\"a \"\"b\"\", c\""_s;
        QTest::newRow("equals") << u"=1+1"_s << u"\"'=1+1\""_s;
        QTest::newRow("plus") << u"+1"_s << u"\"'+1\""_s;
        QTest::newRow("minus") << u"-1"_s << u"\"'-1\""_s;
        QTest::newRow("at") << u"@SUM(A1)"_s << u"\"'@SUM(A1)\""_s;
        QTest::newRow("tab") << u"\t=1"_s << u"\"'\t=1\""_s;
        QTest::newRow("line feed") << u"\n=1"_s << u"\"'\n=1\""_s;
        QTest::newRow("inside") << u"a=1"_s << u"\"a=1\""_s;
    }
    void aFieldCannotBecomeAFormula()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, written);
        QCOMPARE(csvRecord({field}), written);
    }

    void aReportSaysItsZoneDefinitionAndGroups()
    {
        Question question{.figures = {Figure::Reopen}};
        question.terms.zone = QTimeZone("Europe/Paris");
        const QList<FigureAnswer> answers{{.figure = Figure::Reopen,
            .groups
            = {{.key = u"=ann"_s, .count = 3, .conversations = 2, .customers = 1, .hits = 2, .running = 4}}}};
        const QStringList lines = QString::fromUtf8(csvOf(question, answers)).split(u'\n');
        QVERIFY(lines.contains(u"\"zone\",\"Europe/Paris\""_s));
        QVERIFY(lines.contains(csvRecord({u"reopen"_s, definitionOf(Figure::Reopen)})));
        QVERIFY(lines.contains(u"\"calendar\",\"none: no business hours\""_s));
        QCOMPARE(lines.last(), QString());
        const QString record = lines.at(lines.size() - 2);
        QVERIFY2(record.startsWith(u"\"reopen\",\"'=ann\",\"3\",\"2\",\"1\","_s), qPrintable(record));
        QVERIFY2(record.endsWith(u"\"2\",\"66.7\",\"4\""_s), qPrintable(record));
    }

    void everyRecordHasAsManyFieldsAsNames()
    {
        const Question question;
        const auto fieldsOf = [](const QString &line) { return line.count(u"\",\""_s) + 1; };
        QStringList lines = QString::fromUtf8(
            csvOf(question, QList<FigureAnswer>{{.figure = Figure::Waiting, .groups = {{.key = u"09"_s}}}}))
                                .split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.at(lines.size() - 2).startsWith(u"\"figure\",\"group\""_s));
        QCOMPARE(fieldsOf(lines.last()), fieldsOf(lines.at(lines.size() - 2)));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::ReportCsvTest)
#include "report_csv_test.moc"
