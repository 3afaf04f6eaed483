#include "connectors/http/redact.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// With " for every '.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QList<QPair<QString, QByteArray>> payloads()
{
    QList<QPair<QString, QByteArray>> found;
    for (const char *network : {"twitter", "facebook", "pinterest"}) {
        QDirIterator walk(
            QStringLiteral(FW_CONNECTOR_TESTS) + u'/' + QString::fromLatin1(network) + u"/payloads"_s,
            {u"*.json"_s}, QDir::Files);
        while (walk.hasNext()) {
            QFile file(walk.next());
            if (file.open(QIODevice::ReadOnly)) {
                found.append({QString::fromLatin1(network) + u'/' + walk.fileName(), file.readAll()});
            }
        }
    }
    return found;
}

/// Words of at least four letters in the strings that are values, in lower case.
void collectWords(const QJsonValue &value, QSet<QString> &words)
{
    if (value.isString()) {
        static const QRegularExpression word(u"[\\p{L}]{4,}"_s);
        for (auto matches = word.globalMatch(value.toString()); matches.hasNext();) {
            words.insert(matches.next().captured().toLower());
        }
    }
    for (const QJsonValue &entry : value.toArray()) {
        collectWords(entry, words);
    }
    const QJsonObject object = value.toObject();
    for (const QJsonValue &member : object) {
        collectWords(member, words);
    }
}

/// Of the members; not those that nobody would choose in a program, nor what became of them.
void collectNames(const QJsonValue &value, QStringList &names)
{
    for (const QJsonValue &entry : value.toArray()) {
        collectNames(entry, names);
    }
    const QJsonObject object = value.toObject();
    static const QRegularExpression plain(u"^[\\w-]{1,40}$"_s);
    static const QRegularExpression masked(u"^[^1-9A-Za-wyz]*$"_s);
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (plain.match(member.key()).hasMatch() && !masked.match(member.key()).hasMatch()) {
            names.append(member.key());
        }
        collectNames(member.value(), names);
    }
}

QJsonValue rootOf(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}
} // namespace

class RedactTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheShapeAndNotTheWords_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("redacted");
        const auto row = [](const char *name, const char *body, const char *redacted) {
            QTest::newRow(name) << json(body) << json(redacted);
        };
        row("post", "{'id':'1594','text':'Hi @bob, order 4711!'}",
            "{'id':'1594','text':'xx @xxx, xxxxx 0000!'}");
        row("numbers", "{ 'a' : [1, -2.5e+3, true, false, null] }\n",
            "{ 'a' : [1, -2.5e+3, true, false, null] }\n");
        row("time", "{'created_at':'2022-10-07T22:43:18.000Z','x':'2017-05-19T18:31:19+0000'}",
            "{'created_at':'2022-10-07T22:43:18.000Z','x':'2017-05-19T18:31:19+0000'}");
        row("birthday", "{'born':'1980-01-31'}", "{'born':'0000-00-00'}");
        row("ids in a list", "{'edit_history_tweet_ids':['12','34'],'tags':['56']}",
            "{'edit_history_tweet_ids':['12','34'],'tags':['00']}");
        row("Facebook's id", "{'id':'123_456','post_id':'7_8'}", "{'id':'123_456','post_id':'7_8'}");
        row("a card number is no id", "{'text':'4111111111111111'}", "{'text':'0000000000000000'}");
        row("a name under id", "{'id':'bob77'}", "{'id':'xxx00'}");
        row("token", "{'access_token':'EAAB12-z','expires_in':5184000}",
            "{'access_token':'xxxx00-x','expires_in':5184000}");
        row("mail", "{'m':'bob@shop.example'}", "{'m':'xxx@xxxx.xxxxxxx'}");
        row("escapes", "{'t':'a\\n\\'b\\'\\\\ \\u00e9\\ud83d\\ude00\\u0041\\u0037\\u000a\\/'}",
            "{'t':'x\\n\\'x\\'\\\\ \\u00d7\\ud835\\udc31\\u0078\\u0030\\u000a\\/'}");
        row("half a pair", "{'t':'\\ud83d and \\ude00'}", "{'t':'\\ud835 xxx \\udc31'}");
        row("wrong escapes", "{'t':'\\q\\u12g\\'}'", "{'t':'\\x\\u00x\\'}'");
        row("somebody's words as a name", "{'Bob Miller':1,'bob@x.y':2}", "{'xxx xxxxxx':1,'xxx@x.x':2}");
        row("cut in a text", "{'text':'Bob sa", "{'text':'xxx xx");
        row("cut in an escape", "{'text':'Bob\\u00", "{'text':'xxx\\u00");
        row("a quote is missing", "{'text':'Bob said, 'who':'Alice','n':12}",
            "{'text':'xxx xxxx, 'xxx':'xxxxx','x':00}");
        row("names seen before a fault are kept", "[{'who':'A','n':1},{'who':'B',,'n':2,'Bob':'who'}]",
            "[{'who':'x','n':1},{'who':'x',,'n':0,'xxx':'xxx'}]");
        row("a quote too many", "{'text':'he said 'hello': bob','id':'5'}",
            "{'text':'xx xxxx 'xxxxx': xxx','xx':'0'}");
        row("a page", "<h1>Sorry, Bob</h1> 0170 123", "<x0>xxxxx, xxx</x0> 0000 000");
        row("a form", "access_token=EAAB12&user=bob", "xxxxxx_xxxxx=xxxx00&xxxx=xxx");
        row("one document after another", "{'id':'1'}\r\n{'id':'2'}", "{'id':'1'}\r\n{'id':'2'}");
        row("nothing", "", "");
    }

    void keepsTheShapeAndNotTheWords()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, redacted);
        QCOMPARE(redactBody(body), redacted);
    }

    void severalBytesStaySeveralBytes()
    {
        QCOMPARE(redactBody("{\"t\":\"Jos\u00e9 \u20ac \U0001F600\"}"),
            QByteArray("{\"t\":\"xxx\u00d7 \u2715 \U0001d431\"}"));
        QCOMPARE(redactBody("{\"t\":\"Jos\xe9 \xc3\"}"), QByteArray("{\"t\":\"xxx\xff \xff\"}"));
    }

    void everyPayloadKeepsItsShape()
    {
        const auto all = payloads();
        QVERIFY2(all.size() > 30, "the payloads were not found");
        for (const auto &[name, body] : all) {
            const QByteArray redacted = redactBody(body);
            QCOMPARE(redacted.size(), body.size());
            QStringList before;
            QStringList after;
            collectNames(rootOf(body), before);
            collectNames(rootOf(redacted), after);
            before.sort();
            after.sort();
            QVERIFY2(before == after, qPrintable(name));
            QCOMPARE(redactBody(redacted), redacted);
        }
    }

    /// Whole, and cut at many places, and with a byte lost at many places.
    void noWordOfAPayloadSurvives()
    {
        QRandomGenerator random(1);
        for (const auto &[name, body] : payloads()) {
            QSet<QString> words;
            collectWords(rootOf(body), words);
            QStringList names;
            collectNames(rootOf(body), names);
            const QString known = names.join(u' ').toLower() + u" true false null"_s;
            for (int round = 0; round < 60; ++round) {
                QByteArray damaged = body;
                if (round % 2 == 1) {
                    damaged.truncate(random.bounded(int(body.size())));
                } else if (round > 0) {
                    damaged.remove(random.bounded(int(body.size())), 1);
                }
                const QString shown = QString::fromUtf8(redactBody(damaged)).toLower();
                for (const QString &word : std::as_const(words)) {
                    QVERIFY2(
                        known.contains(word) || !shown.contains(word), qPrintable(name + u": "_s + word));
                }
            }
        }
    }

    /// Words planted as values all over an answer of each network, one byte of which is then changed, whichever.
    void plantedWordsDoNotSurviveAnyFault()
    {
        const QByteArray answer = json("{'data':[{'id':'77','text':'zanzibar \\'quokka\\' "
                                       "8675309','author':{'username':'walrus','name':'Zed Zulu'},"
                                       "'email':'narwhal@zebra.example','phone':'+49 "
                                       "8675309','entities':{'urls':[{'url':'https://t.co/gizmo'}]}}],"
                                       "'error':{'message':'zucchini','fbtrace_id':'Zq1'},'access_token':'"
                                       "EAABzephyr8675309','bookmark':'wombat=='}");
        const char *const planted[] = {"zanzibar", "quokka", "8675309", "walrus", "zulu", "narwhal", "zebra",
            "gizmo", "zucchini", "zephyr", "wombat"};
        for (qsizetype at = 0; at < answer.size(); ++at) {
            for (const char byte : {'"', '\\', '{', ',', ':', 'a', '\n', '\xff'}) {
                QByteArray damaged = answer;
                damaged[at] = byte;
                const QByteArray shown = redactBody(damaged).toLower();
                QCOMPARE(shown.size(), answer.size());
                for (const char *word : planted) {
                    QVERIFY2(!shown.contains(word), shown.constData());
                }
            }
        }
    }

    void deepNestingIsNoTrouble()
    {
        const QByteArray deep = QByteArray(1'000'000, '[') + "\"walrus\"";
        QCOMPARE(redactBody(deep), QByteArray(1'000'000, '[') + "\"xxxxxx\"");
    }

    void headersAboutLimitsStay()
    {
        const auto redacted = redactHeaders({{"x-rate-limit-reset", "1665182598"},
            {"date", "Fri, 07 Oct 2022"}, {"x-business-use-case-usage", json("{'1':[{'type':'pages'}]}")},
            {"set-cookie", "walrus=1"}, {"x-connection-hash", "ab12"}});
        QCOMPARE(redacted.value("x-rate-limit-reset"), QByteArray("1665182598"));
        QCOMPARE(redacted.value("date"), QByteArray("Fri, 07 Oct 2022"));
        QCOMPARE(redacted.value("x-business-use-case-usage"), json("{'1':[{'type':'pages'}]}"));
        QCOMPARE(redacted.value("set-cookie"), QByteArray("xxxxxx=0"));
        QCOMPARE(redacted.value("x-connection-hash"), QByteArray("xx00"));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::RedactTest)
#include "redact_test.moc"
