#include "connectors/records/record_address.h"
#include "tests/support/loopback_server.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using Step = LoopbackServer::Step;

namespace {
struct Fixture {
    void answers(int status, const QByteArray &body)
    {
        server.setScript([status, body](const WireRequest &) {
            return Step{.bytes = LoopbackServer::answer(status, body)};
        });
    }
    [[nodiscard]] Result<QJsonValue> ask(const QString &key = u"17"_s) const
    {
        RefreshSource source;
        source.url = server.url().toString() + u"/customers/{key}?full=1"_s;
        source.timeout = milliseconds(500);
        return askAddress(source, key, folder.path());
    }
    void token(const QByteArray &bytes, QFile::Permissions permissions) const
    {
        QFile file(folder.filePath(u"127.0.0.1.token"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.setPermissions(permissions));
        file.write(bytes);
    }

    LoopbackServer server;
    QTemporaryDir folder;
};

QString errorOf(const Result<QJsonValue> &answer)
{
    return answer ? u"none"_s : toString(answer.error().code);
}
} // namespace

class RecordAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForOneCustomer()
    {
        Fixture fixture;
        fixture.answers(200, R"({"key": "17", "name": "Ana"})");
        const auto answer = fixture.ask(u"a/b?c #ü"_s);
        QCOMPARE(errorOf(answer), u"none"_s);
        QCOMPARE(answer->toObject()[u"name"_s].toString(), u"Ana"_s);
        const WireRequest &request = fixture.server.requests().constFirst();
        QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.target, QByteArray("/customers/a%2Fb%3Fc%20%23%C3%BC?full=1"));
        QVERIFY(!request.headers.contains("authorization"));
    }

    void aListIsAnAnswerToo()
    {
        Fixture fixture;
        fixture.answers(200, R"([{"key": "17"}, {"key": "18"}])");
        QCOMPARE(fixture.ask()->toArray().size(), 2);
    }

    void theTokenIsForItsHostAlone()
    {
        Fixture fixture;
        fixture.answers(200, "{}");
        fixture.token("secret\n", QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(errorOf(fixture.ask()), u"none"_s);
        QCOMPARE(fixture.server.requests().constLast().headers.value("authorization"),
            QByteArray("Bearer secret"));
        QVERIFY(QFile::rename(
            fixture.folder.filePath(u"127.0.0.1.token"_s), fixture.folder.filePath(u"crm.example.token"_s)));
        QCOMPARE(errorOf(fixture.ask()), u"none"_s);
        QVERIFY(!fixture.server.requests().constLast().headers.contains("authorization"));
    }

    void aTokenOthersCanReadIsNotSent()
    {
        Fixture fixture;
        fixture.answers(200, "{}");
        fixture.token("secret", QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        const auto answer = fixture.ask();
        QCOMPARE(errorOf(answer), u"unauthorised"_s);
        QVERIFY(answer.error().detail.contains("chmod 600"_L1));
        QVERIFY(fixture.server.requests().isEmpty());
    }

    void whatIsNoAnswerIsSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("error");
        QTest::newRow("not known") << 404 << QByteArray("{}") << u"not-found"_s;
        QTest::newRow("gone") << 410 << QByteArray("{}") << u"not-found"_s;
        QTest::newRow("token refused") << 401 << QByteArray("{}") << u"unauthorised"_s;
        QTest::newRow("forbidden") << 403 << QByteArray("{}") << u"forbidden"_s;
        QTest::newRow("too many") << 429 << QByteArray("{}") << u"rate-limited"_s;
        QTest::newRow("bad") << 400 << QByteArray("{}") << u"bad-request"_s;
        QTest::newRow("broken") << 500 << QByteArray("{}") << u"server-fault"_s;
        QTest::newRow("elsewhere") << 302 << QByteArray("{}") << u"malformed-answer"_s;
        QTest::newRow("no JSON") << 200 << QByteArray("<html>Ana</html>") << u"malformed-answer"_s;
        QTest::newRow("a number") << 200 << QByteArray("17") << u"malformed-answer"_s;
        QTest::newRow("cut off") << 200 << QByteArray(R"({"name": "Ana)") << u"malformed-answer"_s;
        QTest::newRow("too deep") << 200 << QByteArray(5000, '[') << u"malformed-answer"_s;
        QTest::newRow("empty") << 200 << QByteArray() << u"malformed-answer"_s;
    }

    void whatIsNoAnswerIsSaid()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, error);
        Fixture fixture;
        fixture.answers(status, body);
        const auto answer = fixture.ask();
        QCOMPARE(errorOf(answer), error);
        QVERIFY(!answer.error().detail.isEmpty());
        QVERIFY(!answer.error().detail.contains("Ana"_L1));
    }

    void whoeverDoesNotAnswerIsLeft()
    {
        Fixture fixture;
        fixture.server.setScript([](const WireRequest &) { return Step{}; });
        QCOMPARE(errorOf(fixture.ask()), u"timeout"_s);
        fixture.server.close();
        QVERIFY(QStringList({u"offline"_s, u"timeout"_s}).contains(errorOf(fixture.ask())));
    }

    void nothingLeavesThisMachineUnencrypted()
    {
        RefreshSource source;
        source.url = u"http://crm.example/{key}"_s;
        source.timeout = milliseconds(500);
        QCOMPARE(errorOf(askAddress(source, u"17"_s, {})), u"usage"_s);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::RecordAddressTest)
#include "record_address_test.moc"
