#include "tests/connectors/sandbox/sandbox_client.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>
#include <QtEndian>

#include <cerrno>
#include <cstring>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// What the other end of a bare TCP connection sees: QNetworkAccessManager would send some requests again by itself.
struct Heard {
    QByteArray bytes = {};
    bool isClosed = false;
    bool isReset = false;
};

QByteArray createRequest(const QString &text, const QString &parent)
{
    const QByteArray body = QJsonDocument(
        QJsonObject{{u"text"_s, text}, {u"reply"_s, QJsonObject{{u"in_reply_to_tweet_id"_s, parent}}}})
                                .toJson(QJsonDocument::Compact);
    return "POST /2/tweets HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\nContent-Type: "
           "application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray getRequest(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n\r\n";
}

/// Listens until the connection ends, or is silent for `patience` before or `kSilence` after `wanted` answers have begun. The socket is
/// the system's own: Qt's does not tell a reset from an orderly end.
Heard talk(
    const SandboxClient &client, const QByteArray &request, int wanted = 1, milliseconds patience = 10s)
{
    constexpr milliseconds kSilence = 150ms;
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = qToBigEndian(client.sandbox().port());
    address.sin_addr.s_addr = qToBigEndian<quint32>(INADDR_LOOPBACK);
    sockaddr general{};
    static_assert(sizeof general == sizeof address);
    std::memcpy(&general, &address, sizeof address);
    Heard heard;
    if (::connect(socket, &general, sizeof general) != 0
        || ::send(socket, request.constData(), static_cast<size_t>(request.size()), 0) < 0) {
        return heard;
    }
    while (!heard.isClosed) {
        pollfd waiting{.fd = socket, .events = POLLIN, .revents = 0};
        const milliseconds span = heard.bytes.count("\r\n\r\n") < wanted ? patience : kSilence;
        if (::poll(&waiting, 1, static_cast<int>(span.count())) != 1) {
            break;
        }
        QByteArray part(65536, Qt::Uninitialized);
        const auto length = ::recv(socket, part.data(), static_cast<size_t>(part.size()), 0);
        heard.isReset = length < 0 && errno == ECONNRESET;
        heard.isClosed = length <= 0;
        heard.bytes += part.left(std::max<qsizetype>(0, length));
    }
    ::close(socket);
    return heard;
}

int statusOf(const Heard &heard)
{
    return heard.bytes.mid(9, 3).toInt();
}

QByteArray bodyOf(const Heard &heard)
{
    return heard.bytes.mid(heard.bytes.indexOf("\r\n\r\n") + 4);
}
} // namespace

/// Each misfortune on demand: what the client sees, and what really happened.
class SandboxFaultsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void disturbsAWrite_data();
    void disturbsAWrite();
    void strikesAsOftenAsToldAndOnlyItsOperation();
    void carriesALateWriteOutLater();
    void breaksBodies();
    void repeatsItemsOfThePageBefore();
    void repeatsAPageAndLetsTheWalkGoOn();
    void reordersAPage();
    void answersLate();
    void strikesWithAShareTheSameWayForTheSameSeed();
    void refusesRulesThatMakeNoSense();
    void answersPipelinedRequestsInOrder();
    void closesWhenTheClientAsksForIt();
    void endsWhileAnswersAreStillOwed();
};

void SandboxFaultsTest::disturbsAWrite_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("status"); // 0: no answer
    QTest::addColumn<bool>("isCarriedOut");
    QTest::addColumn<bool>("isClosed");
    QTest::addColumn<bool>("isReset");
    QTest::newRow("status") << u"status"_s << 503 << false << false << false;
    QTest::newRow("status after write") << u"status_after_write"_s << 503 << true << false << false;
    QTest::newRow("time-out") << u"timeout"_s << 0 << false << false << false;
    QTest::newRow("time-out after write") << u"timeout_after_write"_s << 0 << true << false << false;
    QTest::newRow("drop") << u"drop"_s << 0 << false << true << false;
    QTest::newRow("drop after write") << u"drop_after_write"_s << 0 << true << true << false;
    QTest::newRow("reset") << u"reset"_s << 0 << false << true << true;
    QTest::newRow("reset after write") << u"reset_after_write"_s << 0 << true << true << true;
    QTest::newRow("malformed") << u"malformed"_s << 201 << true << false << false;
    QTest::newRow("truncated") << u"truncated"_s << 201 << true << true << false;
    QTest::newRow("late write") << u"late_write"_s << 0 << false << true << false;
}

void SandboxFaultsTest::disturbsAWrite()
{
    QFETCH(QString, kind);
    QFETCH(int, status);
    QFETCH(bool, isCarriedOut);
    QFETCH(bool, isClosed);
    QFETCH(bool, isReset);
    SandboxClient client;
    const QString parent = idsOf(client.get(client.mentionsPath())).constFirst();
    client.setFault({{u"kind"_s, kind}, {u"operation"_s, u"create"_s}, {u"count"_s, 1}});

    const Heard heard
        = talk(client, createRequest(u"Hello"_s, parent), 1, status == 0 && !isClosed ? 300ms : 10s);
    QCOMPARE(statusOf(heard), status);
    QCOMPARE(heard.isClosed, isClosed);
    QCOMPARE(heard.isReset, isReset);
    QCOMPARE(client.brandPosts().size(), isCarriedOut ? 1 : 0);
    const QJsonValue seen = client.requests().last();
    QCOMPARE(seen[u"carried_out"_s].toBool(), isCarriedOut);
    QCOMPARE(seen[u"status"_s], status == 0 ? QJsonValue(u"none"_s) : QJsonValue(status));
    QCOMPARE(seen[u"fault"_s].toString(), kind);
    QCOMPARE(client.requests().size(), 2);

    // It struck once: the next one goes through, or is the duplicate of one that did.
    QCOMPARE(client.reply(u"Hello"_s, parent).status, isCarriedOut ? 403 : 201);
}

void SandboxFaultsTest::strikesAsOftenAsToldAndOnlyItsOperation()
{
    SandboxClient client({{u"faults"_s,
        QJsonArray{QJsonObject{
            {u"kind"_s, u"status"_s}, {u"status"_s, 502}, {u"operation"_s, u"me"_s}, {u"count"_s, 2}}}}});
    QCOMPARE(client.get(client.mentionsPath()).status, 200);
    QCOMPARE(client.get(u"/2/users/me"_s).status, 502);
    QCOMPARE(client.get(u"/2/users/me"_s).body[u"title"_s].toString(), u"Bad Gateway"_s);
    QCOMPARE(client.get(u"/2/users/me"_s).status, 200);
    client.setFault({{u"kind"_s, u"status"_s}}); // any operation, without end
    QCOMPARE(client.get(u"/2/users/me"_s).status, 503);
    QCOMPARE(client.get(client.mentionsPath()).status, 503);
    QCOMPARE(client.remove(u"/sandbox/faults"_s).status, 200);
    QCOMPARE(client.get(u"/2/users/me"_s).status, 200);
}

void SandboxFaultsTest::carriesALateWriteOutLater()
{
    SandboxClient client;
    const QString parent = idsOf(client.get(client.mentionsPath())).constFirst();
    client.setFault({{u"kind"_s, u"late_write"_s}, {u"operation"_s, u"create"_s}, {u"count"_s, 1},
        {u"delay_ms"_s, 8000}});
    QVERIFY(talk(client, createRequest(u"Hello"_s, parent)).isClosed);
    client.clock().advance(7999ms);
    QCOMPARE(client.brandPosts().size(), 0);
    client.clock().advance(1ms);
    QCOMPARE(client.brandPosts().size(), 1);
    QCOMPARE(client.requests().last()[u"carried_out"_s].toBool(), true);
    QCOMPARE(client.requests().last()[u"status"_s].toString(), u"none"_s);
}

void SandboxFaultsTest::breaksBodies()
{
    SandboxClient client;
    const QByteArray request = getRequest(client.mentionsPath().toLatin1());
    client.setFault({{u"kind"_s, u"malformed"_s}, {u"count"_s, 1}});
    const Heard malformed = talk(client, request);
    QCOMPARE(statusOf(malformed), 200);
    QVERIFY(!bodyOf(malformed).isEmpty());
    QVERIFY(QJsonDocument::fromJson(bodyOf(malformed)).isNull());
    client.setFault({{u"kind"_s, u"truncated"_s}, {u"count"_s, 1}});
    const Heard truncated = talk(client, request);
    QCOMPARE(statusOf(truncated), 200);
    QVERIFY(truncated.isClosed);
    const qsizetype at = truncated.bytes.indexOf("content-length: ") + 16;
    const qsizetype declared = truncated.bytes.mid(at, truncated.bytes.indexOf("\r\n", at) - at).toLongLong();
    QVERIFY(bodyOf(truncated).size() < declared);
    QVERIFY(!bodyOf(truncated).isEmpty());
}

void SandboxFaultsTest::repeatsItemsOfThePageBefore()
{
    SandboxClient client;
    const ClientAnswer first = client.get(client.mentionsPath(u"?max_results=5"_s));
    client.setFault({{u"kind"_s, u"repeated_items"_s}, {u"items"_s, 2}, {u"count"_s, 1}});
    const QString token = first.body[u"meta"_s][u"next_token"_s].toString();
    const ClientAnswer second
        = client.get(client.mentionsPath(u"?max_results=5&pagination_token="_s + token));
    QCOMPARE(idsOf(second).size(), 7);
    QCOMPARE(idsOf(second).mid(0, 2), idsOf(first).mid(3));
    const ClientAnswer again = client.get(client.mentionsPath(u"?max_results=5&pagination_token="_s + token));
    QCOMPARE(idsOf(again), idsOf(second).mid(2));
    QCOMPARE(again.body[u"meta"_s][u"next_token"_s], second.body[u"meta"_s][u"next_token"_s]);
}

void SandboxFaultsTest::repeatsAPageAndLetsTheWalkGoOn()
{
    SandboxClient client;
    const ClientAnswer first = client.get(client.mentionsPath(u"?max_results=5"_s));
    client.setFault({{u"kind"_s, u"repeated_page"_s}, {u"count"_s, 1}});
    const QString token = first.body[u"meta"_s][u"next_token"_s].toString();
    const ClientAnswer repeated
        = client.get(client.mentionsPath(u"?max_results=5&pagination_token="_s + token));
    QCOMPARE(idsOf(repeated), idsOf(first));
    QCOMPARE(repeated.body[u"meta"_s][u"next_token"_s].toString(), token);
    const ClientAnswer second
        = client.get(client.mentionsPath(u"?max_results=5&pagination_token="_s + token));
    QVERIFY(idsOf(second) != idsOf(first));
}

void SandboxFaultsTest::reordersAPage()
{
    SandboxClient client;
    const ClientAnswer inOrder = client.get(client.mentionsPath(u"?max_results=20"_s));
    client.setFault({{u"kind"_s, u"reordered"_s}, {u"count"_s, 1}});
    const ClientAnswer shuffled = client.get(client.mentionsPath(u"?max_results=20"_s));
    QVERIFY(idsOf(shuffled) != idsOf(inOrder));
    QStringList sorted = idsOf(shuffled);
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    QCOMPARE(sorted, idsOf(inOrder));
    QCOMPARE(shuffled.body[u"meta"_s], inOrder.body[u"meta"_s]);
}

void SandboxFaultsTest::answersLate()
{
    SandboxClient client;
    client.setFault(
        {{u"kind"_s, u"latency"_s}, {u"operation"_s, u"me"_s}, {u"min_ms"_s, 300}, {u"max_ms"_s, 310}});
    QElapsedTimer timer;
    timer.start();
    const ClientAnswer late = client.get(u"/2/users/me"_s);
    QCOMPARE(late.status, 200);
    QVERIFY(timer.elapsed() >= 295);
    QVERIFY(late.headers.value("x-response-time").toInt() >= 300);
}

void SandboxFaultsTest::strikesWithAShareTheSameWayForTheSameSeed()
{
    const QJsonObject scenario{
        {u"faults"_s, QJsonArray{QJsonObject{{u"kind"_s, u"status"_s}, {u"share"_s, 0.4}}}}};
    const auto pattern = [&scenario](quint32 seed) {
        SandboxClient client(scenario, seed);
        QString struck;
        for (int i = 0; i < 40; ++i) {
            struck += client.get(u"/2/users/me"_s).status == 200 ? u'.' : u'x';
        }
        return struck;
    };
    const QString first = pattern(7);
    QCOMPARE(pattern(7), first);
    QVERIFY(pattern(8) != first);
    QVERIFY(first.count(u'x') > 5 && first.count(u'x') < 30);
}

void SandboxFaultsTest::refusesRulesThatMakeNoSense()
{
    SandboxClient client;
    const auto complaint = [&client](const QJsonObject &rule) {
        return client.post(u"/sandbox/faults"_s, {{u"rules"_s, QJsonArray{rule}}})
            .body[u"error"_s]
            .toString();
    };
    QVERIFY(complaint({{u"kind"_s, u"earthquake"_s}})
                .startsWith(u"rules[0].kind: must be one of latency, status"_s));
    QVERIFY(complaint({{u"kind"_s, u"status"_s}, {u"share"_s, 2}})
                .startsWith(u"rules[0].share: must be a number from 0 to 1"_s));
    QVERIFY(
        complaint({{u"kind"_s, u"status"_s}, {u"times"_s, 2}}).startsWith(u"rules[0].times: unknown key"_s));
}

void SandboxFaultsTest::answersPipelinedRequestsInOrder()
{
    SandboxClient client;
    client.setFault({{u"kind"_s, u"latency"_s}, {u"count"_s, 1}, {u"min_ms"_s, 150}, {u"max_ms"_s, 150}});
    const Heard heard = talk(client, getRequest("/2/users/me") + getRequest("/2/tweets/12345"), 2);
    QVERIFY(heard.bytes.indexOf("\"username\"") > 0);
    QVERIFY(heard.bytes.indexOf("Could not find") > heard.bytes.indexOf("\"username\""));
    const QJsonArray seen = client.requests();
    QCOMPARE(seen.size(), 2);
    QCOMPARE(seen.at(0)[u"connection"_s], seen.at(1)[u"connection"_s]);
}

void SandboxFaultsTest::closesWhenTheClientAsksForIt()
{
    SandboxClient client;
    const Heard heard = talk(client,
        "GET /2/users/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\nConnection: close\r\n\r\n");
    QCOMPARE(statusOf(heard), 200);
    QVERIFY(heard.isClosed);
}

void SandboxFaultsTest::endsWhileAnswersAreStillOwed()
{
    auto client = std::make_unique<SandboxClient>();
    client->setFault({{u"kind"_s, u"latency"_s}, {u"min_ms"_s, 60'000}, {u"max_ms"_s, 60'000}});
    QTcpSocket socket; // stays connected
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), client->sandbox().port());
    socket.write(getRequest("/2/users/me"));
    QTRY_COMPARE(client->requests().size(), 1);
    client.reset();
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().isEmpty());
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SandboxFaultsTest)
#include "sandbox_faults_test.moc"
