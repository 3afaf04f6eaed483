#include "connectors/http/http_client.h"
#include "tests/connectors/http/packing.h"
#include "tests/support/wait_for.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

#include <malloc.h>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMiB = 1024 * 1024;
#ifdef __SANITIZE_ADDRESS__
constexpr qint64 kRoomKb = 512 * 1024; // the sanitizer keeps what was freed for a while
#else
constexpr qint64 kRoomKb = 64 * 1024;
#endif
constexpr qint64 kEndless = 1024 * kMiB; // sent at most

QString errorOf(const HttpAnswer &answer)
{
    return answer.error ? toString(answer.error->code) : u"none"_s;
}

/// What this process has had in memory at most since forgetPeak(), in kB.
qint64 peakKb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf("VmHWM:") + 6, 20).simplified().split(' ').value(0).toLongLong();
}

bool forgetPeak()
{
    malloc_trim(0); // what is only kept for later would hide what is taken next
    QFile refs(u"/proc/self/clear_refs"_s);
    return refs.open(QIODevice::WriteOnly) && refs.write("5") == 1;
}

QByteArray certificateFile(const QString &name)
{
    QFile file(QStringLiteral(FW_CERTIFICATES) + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Over TLS, as every network: answers every request with `head`, then `part` again and again, as long as somebody reads; holds little of it in memory itself.
class Hose final : public QTcpServer
{
public:
    Hose(QByteArray head, QByteArray part, qint64 atMost)
        : m_head(std::move(head))
        , m_part(std::move(part))
        , m_atMost(atMost)
    {
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"https://127.0.0.1:%1/"_s.arg(serverPort())); }
    [[nodiscard]] int requests() const { return m_requests; }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            socket->readAll();
            ++m_requests;
            m_left = m_atMost;
            socket->write(m_head);
            pour(socket);
        });
        connect(socket, &QSslSocket::encryptedBytesWritten, this, [this, socket] { pour(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        socket->setLocalCertificate(QSslCertificate(certificateFile(u"good.pem"_s), QSsl::Pem));
        socket->setPrivateKey(QSslKey(certificateFile(u"server.key"_s), QSsl::Ec));
        socket->startServerEncryption();
    }

private:
    void pour(QSslSocket *socket)
    {
        while (!m_part.isEmpty() && m_left > 0
            && socket->bytesToWrite() + socket->encryptedBytesToWrite() < 256 * 1024
            && socket->state() == QAbstractSocket::ConnectedState) {
            socket->write(m_part);
            m_left -= m_part.size();
        }
    }

    QByteArray m_head;
    QByteArray m_part;
    qint64 m_atMost;
    qint64 m_left = 0;
    int m_requests = 0;
};

QByteArray head(const QByteArray &headers)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + headers + "\r\n";
}

QByteArray packed(const QByteArray &encoding, const QByteArray &bytes)
{
    return head("Content-Encoding: " + encoding + "\r\nContent-Length: " + QByteArray::number(bytes.size())
               + "\r\n")
        + bytes;
}

QByteArray asChunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

/// A zstd frame of `count` blocks of 128 KiB zeros, four bytes each (RFC 8878, 3.1.1).
QByteArray zstdZeros(int count)
{
    QByteArray frame = QByteArray::fromHex("28b52ffd0058");
    for (int i = 0; i < count; ++i) {
        const quint32 header = (i == count - 1 ? 1U : 0U) | (1U << 1) | (quint32(128 * 1024) << 3);
        frame += char(header & 0xffU);
        frame += char((header >> 8) & 0xffU);
        frame += char((header >> 16) & 0xffU);
        frame += '\0';
    }
    return frame;
}

/// Eight bytes that cannot be packed in every 160, so that the whole is not suspiciously small.
QByteArray hardlyPackable(qint64 size)
{
    QByteArray bytes(size, ' ');
    quint64 state = 88172645463325252ULL;
    for (qint64 at = 0; at + 8 <= size; at += 160) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        memcpy(bytes.data() + at, &state, 8);
    }
    return bytes;
}
} // namespace

/// Answers made to fill the memory of whoever reads them.
class BombTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.addCaCertificates(QSslCertificate::fromData(certificateFile(u"authority.pem"_s)));
        QSslConfiguration::setDefaultConfiguration(trusting);
    }

    void bombIsRefusedAndTakesLittleMemory_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("part");
        const QByteArray zeros(24 * kMiB, '0');
        const QByteArray none;
        QTest::newRow("gzip") << packed("gzip", gzipPacked(zeros)) << none;
        QTest::newRow("gzip, many members")
            << packed("gzip", gzipPacked(QByteArray(kMiB, '0')).repeated(48)) << none;
        QTest::newRow("deflate") << packed("deflate", zlibPacked(zeros)) << none;
        QTest::newRow("gzip, not suspiciously small")
            << packed("gzip", gzipPacked(hardlyPackable(24 * kMiB))) << none;
        QTest::newRow("zstd") << packed("zstd", zstdZeros(8 * 1024)) << none;
        QTest::newRow("brotli") << packed("br", QByteArray::fromBase64(kBrotli)) << none;
        QTest::newRow("gzip in gzip") << packed("gzip, gzip", gzipPacked(gzipPacked(zeros))) << none;
        QTest::newRow("gzip in chunks")
            << head("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n") + asChunk(gzipPacked(zeros))
            << none;
        QTest::newRow("never ends") << head("") << QByteArray(64 * 1024, '0');
        QTest::newRow("a terabyte") << head("Content-Length: 1099511627776\r\n")
                                    << QByteArray(64 * 1024, '0');
        QTest::newRow("chunks never end")
            << head("Transfer-Encoding: chunked\r\n") << asChunk(QByteArray(32 * 1024, '0'));
        QTest::newRow("tiny chunks never end")
            << head("Transfer-Encoding: chunked\r\n") << asChunk("0").repeated(8 * 1024);
        QTest::newRow("one huge chunk") << head("Transfer-Encoding: chunked\r\n") + "7fffffffffffffff\r\n"
                                        << QByteArray(64 * 1024, '0');
        QTest::newRow("nothing but preliminaries")
            << QByteArray() << QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(2048);
    }

    void bombIsRefusedAndTakesLittleMemory()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const QByteArray, part);
        Hose server(head, part, kEndless);
        HttpClient client;
        if (!forgetPeak()) {
            QSKIP("this system does not tell the peak of memory");
        }
        const qint64 before = peakKb();
        const HttpAnswer answer = waitFor(client.get({.url = server.url(), .deadline = milliseconds(3000)}));
        const qint64 grown = peakKb() - before;
        qInfo("%s, memory grew by %lld kB", qPrintable(errorOf(answer)), grown);
        QVERIFY(answer.error);
        QVERIFY(toString(answer.error->code) != u"offline"_s);
        QVERIFY(answer.body.size() <= HttpClient::kMaxBody);
        QVERIFY2(grown < kRoomKb, qPrintable(u"memory grew by %1 kB"_s.arg(grown)));
        QCOMPARE(server.requests(), 1);
    }

    void endlessHeadIsEndedByTheDeadline_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("headers never end") << QByteArray(
            "HTTP/1.1 200 OK\r\n") << QByteArray("X-Long: abcdefghijklmnopqrstuvwxyz\r\n").repeated(2048);
        QTest::newRow("a header never ends")
            << QByteArray("HTTP/1.1 200 OK\r\nX-Long: ") << QByteArray(64 * 1024, 'x');
        QTest::newRow("length of a chunk never ends")
            << head("Transfer-Encoding: chunked\r\n") + "1;" << QByteArray(64 * 1024, 'x');
        QTest::newRow("status line never ends") << QByteArray("HTTP/1.1 200 ") << QByteArray(64 * 1024, 'x');
    }

    /// Qt 6.4.2 reads a head to its end before it shows any of it, so nothing but the deadline bounds what a sender this fast can fill.
    void endlessHeadIsEndedByTheDeadline()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const QByteArray, part);
        Hose server(head, part, kEndless);
        HttpClient client;
        const HttpAnswer answer = waitFor(client.get({.url = server.url(), .deadline = milliseconds(500)}));
        QCOMPARE(errorOf(answer), u"timeout"_s);
        QVERIFY(answer.body.isEmpty());
    }

    /// Nobody waits for headers that come after the body.
    void whatFollowsTheBodyIsNotRead()
    {
        Hose server(head("Transfer-Encoding: chunked\r\n") + "2\r\n{}\r\n0\r\n",
            QByteArray("X-Long: abcdefghijklmnopqrstuvwxyz\r\n").repeated(2048), kEndless);
        HttpClient client;
        const HttpAnswer answer = waitFor(client.get({.url = server.url()}));
        QVERIFY(!answer.error);
        QCOMPARE(answer.body, QByteArray("{}"));
    }

private:
    // 200 MiB of zeros, packed by brotli to 317 bytes.
    static constexpr char kBrotli[]
        = "y///PwAkAOKxQHLv//j//weABEAcFoDu/R////8AkACIwwLQvf/j//8fABIAcVgAuvd//P//A0ACIA4LQPf+j///fwBIAMRh"
          "Aeje//H//w8ACYA4LADd+z/+//8BIAEQhwWge//H//8/ACQA4rAAdO//+P//B4AEQBwWgO79H////wCQAIjDAtC9/+P//x8A"
          "EgBxWAC693/8//8DQAIgDgtA9/6P//9/AEgAxGEB6N7/8f//DwAJgDgsAN37P/7//wEgARCHBaB7/8f//z8AJADisAB07//4"
          "//8HgARAHBaA7v0f////AJAAiMMC0L3/4///HwASAHFYALr3f/z//wNAAiAOC0D3/o///38ASADEYQHo3v/x//8PAAmAOCwA"
          "3fs//v//ASABEIcFoHv/l///fwAkAOKwAHTv/wA=";
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::BombTest)
#include "bomb_test.moc"
