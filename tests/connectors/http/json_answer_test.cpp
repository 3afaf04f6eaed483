#include "connectors/http/json_answer.h"

#include "connectors/http/json_body.h"
#include "tests/connectors/http/same_json.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// With " for every '.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QByteArray nested(int depth, const QByteArray &innermost)
{
    return "{\"a\":" + QByteArray(depth, '[') + innermost + QByteArray(depth, ']') + "}";
}

QList<QByteArray> recordedAnswers()
{
    QList<QByteArray> answers;
    QDirIterator walk(
        QStringLiteral(FW_CONNECTOR_TESTS), {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly) && file.size() < 100'000) {
            answers.append(file.readAll());
        }
    }
    return answers;
}
} // namespace

class JsonAnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatQtSays_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *text) { QTest::newRow(name) << json(text); };
        row("every type",
            " {'o':{'a':{}},'l':[1,[],{},'x',null,true,false],'s':'','n':null,'t':true,'f':false} ");
        row("whole numbers", "{'l':[0,-0,1,-1,2147483647,2147483648,-2147483649,9007199254740993]}");
        row("big numbers",
            "{'l':[9223372036854775807,-9223372036854775808,9223372036854775808,1e18,1e19,-1e19]}");
        row("beyond 64 bits", "{'l':[18446744073709551615,18446744073709551616,-9223372036854775809,1e300]}");
        row("fractions", "{'l':[1.0,1.5,-0.0,1e3,1.5e3,1E-2,4.0e9]}");
        row("escapes", "{'s':'\\u00e9\\ud83d\\ude00\\n\\\\u\\\\\\/\\'','\\u0061':1}");
        row("a zero in a text", "{'s':'a\\u0000b'}");
        row("many scripts", "{'s':'caf\xc3\xa9 \xe6\x97\xa5\xe6\x9c\xac \xf0\x9f\x98\x80'}");
        row("a name twice", "{'a':1,'b':{'c':1,'c':[2]},'a':'last'}");
        row("a mark of byte order", "\xef\xbb\xbf{'a':1}");
        row("a bare control character", "{'a':'x\ty','b':'\x01'}");
        row("no character", "{'a':'\xef\xbf\xbf'}");
        QTest::newRow("as deep as may be") << nested(63, "1");
        QTest::newRow("as deep as may be, empty") << nested(63, "");
        const QList<QByteArray> recorded = recordedAnswers();
        QVERIFY(recorded.size() > 30);
        for (const QByteArray &answer : recorded) {
            QTest::addRow("recorded %lld", qint64(answer.size())) << answer;
        }
    }

    void saysWhatQtSays()
    {
        QFETCH(const QByteArray, body);
        const auto answer = JsonAnswer::read(body);
        const Result<QJsonObject> object = jsonObjectIn(body);
        QCOMPARE(answer.has_value(), object.has_value());
        QVERIFY(!answer || saysTheSame(answer->root(), *object));
        QVERIFY(answer || answer.error() == object.error());
    }

    void whatCannotBeReadIsToldAsByQt()
    {
        const QByteArray whole = json("{'data':[{'id':'1\\u00e9','n':-1.5e3,'b':true}],'x':null}");
        QList<QByteArray> broken{"", "1", "[1]", "{}{}", "<html>", "{\"a\":01}", "{\"a\":1e999}",
            "{\"a\":\"\xff\"}", "{\"a\":\"\xed\xa0\x80\"}", nested(64, {}), nested(64, "1"),
            nested(100'000, {}), QByteArray("{\"a\":").repeated(100'000), QByteArray("{\"a\":").repeated(63)};
        for (qsizetype length = 0; length < whole.size(); ++length) {
            broken.append(whole.left(length));
        }
        for (const QByteArray &body : broken) {
            const auto answer = JsonAnswer::read(body);
            const Result<QJsonObject> object = jsonObjectIn(body);
            QVERIFY2(!answer && !object, body.left(40).constData());
            QVERIFY(answer.error().code == ErrorCode::MalformedAnswer);
            QCOMPARE(answer.error().detail, object.error().detail);
        }
    }

    void halfASurrogatePairIsShownAsUnreadable()
    {
        const auto answer
            = JsonAnswer::read(json("{'a':'x\\ud83d','b':'\\ude00y','c':'\\\\ud83d','d':'\\ud83d\\ude00'}"));
        QVERIFY(answer);
        QCOMPARE(answer->root()["a"].toString(), u"x\ufffd"_s);
        QCOMPARE(answer->root()["b"].toString(), u"\ufffdy"_s);
        QCOMPARE(answer->root()["c"].toString(), u"\\ud83d"_s);
        QCOMPARE(answer->root()["d"].toString(), u"\U0001F600"_s);
    }

    void whatIsNotThereHasNothing()
    {
        const auto answer = JsonAnswer::read(json("{'n':null,'s':'text','o':{'a':1},'l':[1,2]}"));
        QVERIFY(answer);
        const JsonView root = answer->root();
        for (const JsonView &view : {JsonView(), root["x"], root["x"]["y"], root["s"]["a"], root["l"]["a"],
                 root["o"].at(0), root["l"].at(2), root["l"].at(-1)}) {
            QVERIFY(view.isMissing() && !view.isNull() && view.isEmpty() && !view.hasMembers());
            QVERIFY(view.begin() == view.end());
            QCOMPARE(view.toInteger(5), 5);
            QVERIFY(view.toString().isNull() && view.utf8().empty());
        }
        QVERIFY(!root["n"].isMissing() && root["n"].isNull() && !root["n"].toBool());
        QVERIFY(root["o"].begin() == root["o"].end() && root["o"].isEmpty() && root["o"].hasMembers());
        QCOMPARE(root["l"].at(1).toInteger(), 2);
    }

    void answersDoNotDisturbEachOther()
    {
        auto first = JsonAnswer::read(json("{'a':'first'}"));
        QVERIFY(first);
        const JsonView kept = first->root()["a"];
        for (int i = 0; i < 3; ++i) {
            const auto second = JsonAnswer::read(json("{'a':'second','b':[1,2,3]}"));
            QVERIFY(second && second->root()["a"].utf8() == "second");
            QVERIFY(kept.utf8() == "first");
        }
        const Result<JsonAnswer> moved = std::move(first);
        QVERIFY(kept.utf8() == "first" && moved->root()["a"].utf8() == "first");
    }

    void aLongAnswerIsReadBetweenShortOnes()
    {
        const QByteArray entry = json("{'id':'12345678901234567','text':'something'},");
        const QByteArray list = entry.repeated(100'000).chopped(1);
        for (const auto &body :
            {QByteArray("{\"l\":[]}"), "{\"l\":[" + list + "]}", QByteArray("{\"l\":[7]}")}) {
            const auto answer = JsonAnswer::read(body);
            QVERIFY(answer);
            QCOMPARE(answer->root()["l"].size(), body.size() > 1000 ? 100'000 : body.size() - 8);
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::JsonAnswerTest)
#include "json_answer_test.moc"
