#include "tests/house/storey_check.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
QString describe(const QList<Violation> &violations)
{
    QStringList lines;
    for (const Violation &violation : violations) {
        lines.append(violation.toString());
    }
    return lines.join(u'\n');
}

void plant(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(path.section(u'/', 0, -2)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}
} // namespace

class StoreyTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void qtsHeadersAreKnownByModule();
    void everyArrowInTheHouseGoesDown();
    void anIncludeThatGoesUpIsFound_data();
    void anIncludeThatGoesUpIsFound();
    void aPlantedViolationIsFound_data();
    void aPlantedViolationIsFound();
    void whatTheHouseAllowsIsLeftAlone_data();
    void whatTheHouseAllowsIsLeftAlone();
    void aFileThatGrewTooLongIsFound();
    void onlySourcesBelowTheRootAreRead();
};

void StoreyTest::qtsHeadersAreKnownByModule()
{
    QCOMPARE(qtModuleOf(u"QString"_s), u"QtCore"_s);
    QCOMPARE(qtModuleOf(u"QColor"_s), u"QtGui"_s);
    QCOMPARE(qtModuleOf(u"qwidget.h"_s), u"QtWidgets"_s);
    QCOMPARE(qtModuleOf(u"QtNetwork/QTcpServer"_s), u"QtNetwork"_s);
    QCOMPARE(qtModuleOf(u"chrono"_s), QString());
    QCOMPARE(qtModuleOf(u"spdlog/spdlog.h"_s), QString());
}

void StoreyTest::everyArrowInTheHouseGoesDown()
{
    const QList<SourceFile> files = sourceFilesUnder(QStringLiteral(FW_SOURCE_ROOT));
    QVERIFY2(files.size() > 40, "the sources were not found");
    QList<Violation> violations;
    for (const SourceFile &file : files) {
        violations += violationsIn(file);
    }
    QVERIFY2(violations.isEmpty(), qPrintable(u"\n"_s + describe(violations)));
}

void StoreyTest::anIncludeThatGoesUpIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("header");

    const auto includes = [](const char *name, const QString &path, const QString &header) {
        QTest::newRow(name) << path << header;
    };
    includes("core knows model", u"app/core/a.h"_s, u"\"app/model/message.h\""_s);
    includes("model knows network", u"app/model/a.h"_s, u"\"app/network/connector.h\""_s);
    includes("model knows store", u"app/model/a.cpp"_s, u"\"app/store/store.h\""_s);
    includes("network knows store", u"app/network/a.h"_s, u"\"app/store/store.h\""_s);
    includes("store knows network", u"app/store/a.h"_s, u"\"app/network/connector.h\""_s);
    includes("store knows a department", u"app/store/a.h"_s, u"\"app/desk/desk.h\""_s);
    includes("one department knows another", u"app/intake/a.cpp"_s, u"\"app/desk/desk.h\""_s);
    includes("a room nobody knows", u"app/cellar/a.cpp"_s, u"\"app/core/clock.h\""_s);
    includes("app knows connectors", u"app/dispatch/a.cpp"_s, u"\"connectors/http/client.h\""_s);
    includes("app knows ui", u"app/desk/a.cpp"_s, u"\"ui/wiring/workplace.h\""_s);
    includes("connectors know ui", u"connectors/twitter/a.cpp"_s, u"\"ui/wiring/workplace.h\""_s);
    includes("one network knows another", u"connectors/twitter/a.cpp"_s, u"\"connectors/facebook/a.h\""_s);
    includes(
        "a network knows the sandbox", u"connectors/twitter/a.cpp"_s, u"\"connectors/sandbox/sandbox.h\""_s);
    includes("the sandbox knows a network", u"connectors/sandbox/a.cpp"_s, u"\"connectors/twitter/a.h\""_s);
    includes("http knows oauth", u"connectors/http/a.cpp"_s, u"\"connectors/oauth/a.h\""_s);
    includes("the window knows connectors", u"ui/desktop/shell/a.cpp"_s, u"\"connectors/http/client.h\""_s);
    includes("main knows connectors", u"ui/desktop/main.cpp"_s, u"\"connectors/sandbox/sandbox.h\""_s);
    includes("the command line knows the sandbox", u"ui/cli/a.cpp"_s, u"\"connectors/sandbox/sandbox.h\""_s);
    includes("the command line knows the window", u"ui/cli/a.cpp"_s, u"\"ui/desktop/theme/a.h\""_s);
    includes("wiring knows the window", u"ui/wiring/a.cpp"_s, u"\"ui/desktop/theme/a.h\""_s);
    includes("the house knows a test", u"app/core/a.cpp"_s, u"\"tests/support/fake_clock.h\""_s);
    includes("a header not by full path", u"app/core/a.cpp"_s, u"\"clock.h\""_s);
    includes("app knows Qt Gui", u"app/desk/a.cpp"_s, u"<QColor>"_s);
    includes("app knows Qt Widgets", u"app/desk/a.cpp"_s, u"<QtWidgets/QWidget>"_s);
    includes("app knows Qt Network", u"app/network/a.h"_s, u"<QNetworkReply>"_s);
    includes("a department speaks SQL by type", u"app/desk/a.cpp"_s, u"<QSqlQuery>"_s);
    includes("connectors know Qt Gui", u"connectors/http/a.cpp"_s, u"<QImage>"_s);
    includes("spaces in the directive", u"app/core/a.h"_s, u"  \"app/model/message.h\" // why"_s);
}

void StoreyTest::anIncludeThatGoesUpIsFound()
{
    QFETCH(QString, path);
    QFETCH(QString, header);
    const QList<Violation> violations
        = violationsIn({.path = path, .text = u"#pragma once\n\n#include %1\n"_s.arg(header)});
    QCOMPARE(violations.size(), 1);
    QCOMPARE(violations.first().line, 3);
}

void StoreyTest::aPlantedViolationIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");

    QTest::newRow("SQL in a department")
        << u"app/desk/a.cpp"_s << u"f();\nq(u\"SELECT id FROM message\"_s);\n"_s
        << u"app/desk/a.cpp:2: text in SQL (SELECT)"_s;
    QTest::newRow("SQL in a raw string") << u"ui/cli/a.cpp"_s << u"auto s = R\"(\n  DELETE FROM reply)\";\n"_s
                                         << u"ui/cli/a.cpp:2: text in SQL (DELETE)"_s;
    QTest::newRow("the library behind Result")
        << u"ui/cli/a.cpp"_s << u"tl::expected<int, int> f();\n"_s << u"ui/cli/a.cpp:1: only"_s;
    QTest::newRow("its header") << u"tests/app/a.cpp"_s << u"#include <tl/expected.hpp>\n"_s
                                << u"tests/app/a.cpp:1: only"_s;
    QTest::newRow("unfinished work") << u"app/core/a.cpp"_s
                                     << u"\n// TO"
                                        u"DO: later\n"_s
                                     << u"app/core/a.cpp:2: unfinished"_s;
    QTest::newRow("unfinished work in SQL") << u"resources/migrations/0001_a.sql"_s
                                            << u"-- FIX"
                                               u"ME\n"_s
                                            << u"resources/migrations/0001_a.sql:1: unfinished"_s;
}

void StoreyTest::aPlantedViolationIsFound()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, found);
    const QList<Violation> violations = violationsIn({.path = path, .text = text});
    QCOMPARE(violations.size(), 1);
    QVERIFY2(describe(violations).startsWith(found), qPrintable(describe(violations)));
}

void StoreyTest::whatTheHouseAllowsIsLeftAlone_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");

    const auto includes = [](const QString &path, const QString &header) {
        QTest::newRow(qPrintable(path + u' ' + header)) << path << u"#include %1\n"_s.arg(header);
    };
    includes(u"app/model/a.h"_s, u"\"app/core/clock.h\""_s);
    includes(u"app/store/a.h"_s, u"<QSqlQuery>"_s);
    includes(u"app/intake/a.cpp"_s, u"\"app/network/connector.h\""_s);
    includes(u"app/dispatch/a.cpp"_s, u"\"app/dispatch/planner.h\""_s);
    includes(u"connectors/mastodon/a.cpp"_s, u"\"connectors/http/client.h\""_s);
    includes(u"connectors/mastodon/a.cpp"_s, u"\"connectors/oauth/sign_in.h\""_s);
    includes(u"connectors/sandbox/a.cpp"_s, u"\"app/model/message.h\""_s);
    includes(u"connectors/sandbox/a.cpp"_s, u"<QTcpSocket>"_s);
    includes(u"ui/wiring/a.cpp"_s, u"\"connectors/twitter/twitter_connector.h\""_s);
    includes(u"ui/desktop/main.cpp"_s, u"\"ui/wiring/demo.h\""_s);
    includes(u"ui/desktop/queue/a.cpp"_s, u"<QPainter>"_s);
    includes(u"app/core/a.cpp"_s, u"<spdlog/spdlog.h>"_s);
    includes(u"app/core/a.cpp"_s, u"\"a.moc\""_s);
    includes(u"tests/app/a.cpp"_s, u"\"ui/wiring/demo.h\""_s);

    const auto text = [](const char *name, const QString &path, const QString &source) {
        QTest::newRow(name) << path << source;
    };
    text("an include in a comment", u"app/core/a.h"_s, u"/*\n#include \"ui/a.h\"\n*/\n"_s);
    text("SQL in the store", u"app/store/a.cpp"_s, u"q(u\"UPDATE reply SET state = :state\"_s);\n"_s);
    text("SQL in the sandbox", u"connectors/sandbox/a.cpp"_s, u"q(u\"SELECT 1\"_s);\n"_s);
    text("SQL in a comment", u"app/desk/a.cpp"_s, u"// SELECT is the store's\n"_s);
    text("a verb of HTTP", u"connectors/twitter/a.cpp"_s, u"log(\"DELETE /2/tweets\", \"DELETE\");\n"_s);
    text("digits apart and a quote", u"app/desk/a.cpp"_s,
        u"int n = 1'000; char c = '\"'; // SELECT x \"\nint m = 2'000;\n"_s);
    text("a name of which the mark is a part", u"app/core/a.cpp"_s,
        u"int TO"
        u"DOS = 1;\n"_s);
    text("the one place", u"app/core/error.h"_s,
        u"#include <tl/expected.hpp>\nusing F = tl::unexpected<int>;\n"_s);
}

void StoreyTest::whatTheHouseAllowsIsLeftAlone()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QCOMPARE(describe(violationsIn({.path = path, .text = text})), QString());
}

void StoreyTest::aFileThatGrewTooLongIsFound()
{
    const QString full = u"\n"_s.repeated(kMaxLines);
    QCOMPARE(violationsIn({.path = u"app/core/a.cpp"_s, .text = full}).size(), 0);
    QCOMPARE(violationsIn({.path = u"app/core/a.cpp"_s, .text = full + u'\n'}).size(), 1);
    QCOMPARE(violationsIn({.path = u"tests/app/a_test.cpp"_s, .text = full + u'\n'}).size(), 1);
    QCOMPARE(violationsIn({.path = u"docs/a.md"_s, .text = full + u'\n'}).size(), 0);
}

void StoreyTest::onlySourcesBelowTheRootAreRead()
{
    const QTemporaryDir root;
    plant(root.filePath(u"app/core/clock.cpp"_s), "#include \"ui/a.h\"\n");
    plant(root.filePath(u"ui/desktop/theme/light.png"_s), "png");
    plant(root.filePath(u"build/dev/generated.cpp"_s), "#include \"ui/a.h\"\n");
    const QList<SourceFile> files = sourceFilesUnder(root.path());
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.first().path, u"app/core/clock.cpp"_s);
    QCOMPARE(violationsIn(files.first()).size(), 1);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::StoreyTest)
#include "storey_test.moc"
