#include "tests/connectors/pinterest/sandbox_road.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPatienceMs = 110'000; // a busy machine takes long to start a Python

/// Exchanges for the check, one JSON object a line.
class Record
{
public:
    void add(const QByteArray &method, const QString &target, const SandboxRoad::Answer &answer,
        const QByteArray &sent = {}, const QByteArray &contentType = {})
    {
        QJsonObject exchange{{u"method"_s, QString::fromLatin1(method)}, {u"target"_s, target},
            {u"status"_s, answer.status}, {u"body"_s, answer.body}};
        if (!sent.isEmpty()) {
            exchange.insert(u"sent"_s, QString::fromUtf8(sent));
            exchange.insert(u"content_type"_s, QString::fromLatin1(contentType));
        }
        m_lines += QJsonDocument(exchange).toJson(QJsonDocument::Compact) + '\n';
    }

    /// What does not fit; empty when all does.
    [[nodiscard]] QString complaints() const
    {
        QTemporaryFile file;
        if (!file.open() || file.write(m_lines) != m_lines.size() || !file.flush()) {
            return u"no temporary file"_s;
        }
        QProcess check;
        check.setProcessChannelMode(QProcess::MergedChannels);
        check.start(u"python3"_s,
            {QStringLiteral(FW_OPENAPI "/openapi_check.py"),
                QStringLiteral(FW_OPENAPI "/pinterest-v5.23.0.json"), file.fileName(), u"/v5"_s});
        check.waitForFinished(kPatienceMs);
        const bool isClean = check.exitStatus() == QProcess::NormalExit && check.exitCode() == 0;
        return isClean ? QString() : QString::fromUtf8(check.readAll());
    }

private:
    QByteArray m_lines;
};

/// Everything the connector asked of the public API, with the sandbox's answer to the same question.
void addRequests(SandboxRoad &road, Record &record)
{
    const QJsonArray requests = road.control("GET", u"requests"_s).value(u"requests"_s).toArray();
    for (const QJsonValue &entry : requests) {
        const QString target = entry.toObject().value(u"path"_s).toString();
        if (target.startsWith("/v5/"_L1)) {
            record.add("GET", target, road.ask("GET", target));
        }
    }
}
} // namespace

class PinterestOpenapiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QProcess probe;
        probe.start(u"python3"_s, {u"-c"_s, u"import jsonschema"_s});
        probe.waitForFinished(kPatienceMs);
        if (probe.error() == QProcess::FailedToStart || probe.exitCode() != 0) {
            QSKIP("python3-jsonschema is not there");
        }
    }

    void checkNoticesWhatDoesNotFit()
    {
        SandboxRoad road;
        Record wrong;
        wrong.add("GET", u"/v5/pins?page_size=999"_s, road.ask("GET", u"/v5/pins"_s));
        QVERIFY(wrong.complaints().contains(u"page_size"_s));
        Record unknown;
        unknown.add("GET", u"/v5/pins?pages=1"_s, road.ask("GET", u"/v5/pins"_s));
        QVERIFY(unknown.complaints().contains(u"pages: not in the description"_s));
        Record broken;
        broken.add("GET", u"/v5/pins"_s,
            {.status = 200, .body = {{u"items"_s, QJsonArray{QJsonObject{{u"id"_s, 5}}}}}});
        QVERIFY(broken.complaints().contains(u"items/0/id"_s));
        Record elsewhere;
        elsewhere.add("GET", u"/v5/comments"_s, {.status = 200});
        QVERIFY(elsewhere.complaints().contains(u"not in the description"_s));
    }

    void everyRequestAndAnswerFitsTheDescription()
    {
        SandboxRoad road({{u"pin_count"_s, 300}});
        Record record;
        QVERIFY(waitFor(road.connector->identify()).result);
        for (const Stream &stream : road.connector->streams()) {
            QCOMPARE(walkStream(*road.connector, stream.name).error, u"none"_s);
        }
        addRequests(road, record);
        for (const QString &target :
            {u"/v5/user_account/websites"_s, u"/v5/user_account/followers?page_size=2"_s, u"/v5/pins/1"_s,
                u"/v5/pins?pin_metrics=false"_s, u"/v5/boards/1/pins"_s}) {
            record.add("GET", target, road.ask("GET", target));
        }
        const QString complaints = record.complaints();
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints));
    }

    void refusalsFitTheDescription()
    {
        SandboxRoad road({{u"tokens"_s, QJsonArray{u"another"_s}}});
        Record record;
        record.add("GET", u"/v5/pins"_s, road.ask("GET", u"/v5/pins"_s));
        (void)road.control("POST", u"faults"_s,
            {{u"rules"_s, QJsonArray{QJsonObject{{u"kind"_s, u"status"_s}, {u"status"_s, 429}}}}});
        record.add("GET", u"/v5/boards"_s, road.ask("GET", u"/v5/boards"_s));
        const QString complaints = record.complaints();
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints));
    }

    void signInFitsTheDescription()
    {
        SandboxRoad road;
        Record record;
        const auto page = road.ask("GET",
            u"/oauth/?client_id=42&redirect_uri=http%3A%2F%2F127.0.0.1%2Fback&response_type=code&scope=pins%3Aread&state=s"_s);
        QCOMPARE(page.status, 302);
        const QUrl back = QUrl::fromEncoded(page.headers.value("location"));
        const QUrlQuery answer(back);
        QCOMPARE(answer.queryItemValue(u"state"_s), u"s"_s);
        const QByteArray type = "application/x-www-form-urlencoded";
        const QByteArray basic = "Basic " + QByteArray("42:secret").toBase64();
        const QByteArray grant
            = "grant_type=authorization_code&redirect_uri=http%3A%2F%2F127.0.0.1%2Fback&code="
            + answer.queryItemValue(u"code"_s).toLatin1();
        const auto tokens = road.ask("POST", u"/v5/oauth/token"_s, grant, type, basic);
        QCOMPARE(tokens.status, 200);
        record.add("POST", u"/v5/oauth/token"_s, tokens, grant, type);
        QCOMPARE(
            road.ask("POST", u"/v5/oauth/token"_s, grant, type, basic).status, 400); // a code is good once
        const QByteArray renewal = "grant_type=refresh_token&refresh_token="
            + tokens.body.value(u"refresh_token"_s).toString().toLatin1();
        const auto renewed = road.ask("POST", u"/v5/oauth/token"_s, renewal, type, basic);
        record.add("POST", u"/v5/oauth/token"_s, renewed, renewal, type);
        QVERIFY(renewed.body.value(u"refresh_token"_s) != tokens.body.value(u"refresh_token"_s));
        QCOMPARE(road.ask("POST", u"/v5/oauth/token"_s, renewal, type, basic).status, 400);
        QCOMPARE(road.ask("POST", u"/v5/oauth/token"_s, renewal, type).status, 401);
        const QByteArray bearer = "Bearer " + renewed.body.value(u"access_token"_s).toString().toLatin1();
        QCOMPARE(road.ask("GET", u"/v5/user_account"_s, {}, "application/json", bearer).status, 200);
        const QString complaints = record.complaints();
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::PinterestOpenapiTest)
#include "pinterest_openapi_test.moc"
