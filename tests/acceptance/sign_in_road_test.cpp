#include "tests/acceptance/programs.h"
#include "tests/acceptance/road.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
const auto kPassphrase = "a passphrase nobody guesses"_ba;
const auto kAppSecret = "an-apps-secret"_ba;

/// The address behind `word` on a page that asks.
QUrl linkTo(const QByteArray &page, const QString &word, const QString &host)
{
    static const QRegularExpression link(u"<a href=\"([^\"]+)\">([^<]+)</a>"_s);
    for (auto matches = link.globalMatch(QString::fromUtf8(page)); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (match.captured(2) == word) {
            return QUrl(host + match.captured(1).replace(u"&amp;"_s, u"&"_s));
        }
    }
    return {};
}
} // namespace

/// Signing in as a person does it: the real floorwalkerctl, a browser, and the sandbox's own OAuth.
class SignInRoadTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_sandbox = std::make_unique<SandboxProgram>();
        keep(u"passphrase"_s, kPassphrase);
        keep(u"secret"_s, kAppSecret);
        QCOMPARE(on({u"init"_s}).status, 0);
    }

    void everyNetworkIsSignedInToThroughTheBrowser_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<bool>("hasSecret");
        QTest::addColumn<QString>("client");
        QTest::newRow("x, public client") << u"twitter"_s << false << u"client-1"_s;
        QTest::newRow("x, confidential client") << u"twitter"_s << true << u"client-1"_s;
        // Giving its secret makes this app one that has to prove it with every call.
        QTest::newRow("facebook") << u"facebook"_s << true << u"774411002233"_s;
        QTest::newRow("pinterest") << u"pinterest"_s << true << u"client-1"_s;
    }

    void everyNetworkIsSignedInToThroughTheBrowser()
    {
        QFETCH(const QString, network);
        QFETCH(const bool, hasSecret);
        QFETCH(const QString, client);
        const QString secret = QString::fromUtf8(kAppSecret);
        QVERIFY(m_sandbox->start(
            {{u"client_secret"_s, secret}, {u"facebook"_s, QJsonObject{{u"app_secret"_s, secret}}}}));
        QVERIFY(add(network, client, hasSecret));
        QCOMPARE(on({u"account"_s, u"test"_s}).status, 1); // nobody is signed in yet

        const Ran connected = connectAccount();
        QVERIFY2(connected.status == 0, connected.error.constData());
        QCOMPARE(connected.lines.size(), 2);
        QVERIFY(connected.lines.last()[u"connected"_s].toBool());
        QVERIFY(!connected.lines.last()[u"remote_id"_s].toString().isEmpty());
        QVERIFY2(m_page.contains("You can close this page"), m_page.constData());

        const Ran tested = on({u"account"_s, u"test"_s, u"--json"_s});
        QVERIFY2(tested.lines.value(0)[u"ok"_s].toBool(), tested.output.constData());
        const Ran pulled = on({u"pull"_s, u"--json"_s});
        QVERIFY2(pulled.status == 0, pulled.error.constData());
        QVERIFY(pulled.lines.last()[u"complete"_s].toBool());
    }

    void whoeverSaysNoInTheBrowserChangesNothing()
    {
        QVERIFY(m_sandbox->start({{u"auto_approve"_s, false}}));
        QVERIFY(add(u"twitter"_s, u"client-1"_s, false));
        const Ran denied = connectAccount(u"Deny"_s);
        QCOMPARE(denied.status, 1);
        QCOMPARE(denied.error.count('\n'), 1);
        QVERIFY(m_page.contains("sign in again"));
        const Ran allowed = connectAccount(u"Allow"_s);
        QVERIFY2(allowed.status == 0, allowed.error.constData());
        QCOMPARE(on({u"pull"_s}).status, 0);
    }

    void wrongPassphraseIsSaidBeforeTheBrowserOpens()
    {
        QVERIFY(m_sandbox->start());
        QVERIFY(add(u"twitter"_s, u"client-1"_s, false));
        QCOMPARE(connectAccount().status, 0);
        keep(u"passphrase"_s, "another one");
        const Ran refused = on({u"account"_s, u"connect"_s, u"care"_s, u"--json"_s});
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.output.isEmpty());
        QVERIFY2(refused.error.contains("passphrase"), refused.error.constData());
    }

    void signedOutAccountKeepsItsRepliesAndGoesOnOnceConnectedAgain()
    {
        QVERIFY(m_sandbox->start());
        QVERIFY(add(u"twitter"_s, u"client-1"_s, false));
        QCOMPARE(connectAccount().status, 0);
        const QString asked = on({u"pull"_s, u"--json"_s}).lines.value(0)[u"remote_id"_s].toString();
        const Ran gone = on({u"account"_s, u"disconnect"_s, u"care"_s, u"--json"_s});
        QCOMPARE(gone.status, 0);
        QVERIFY(gone.lines.value(0)[u"revoked"_s].toBool());

        QCOMPARE(on({u"reply"_s, u"--message"_s, asked, u"--text"_s, u"On its way"_s}).status, 0);
        const Ran stopped = on({u"dispatch"_s, u"--json"_s});
        QCOMPARE(stopped.status, 1);
        QVERIFY(stopped.error.contains("connect"));
        QCOMPARE(stopped.lines.last()[u"queued"_s].toInt(), 1);
        QVERIFY(!on({u"account"_s, u"list"_s, u"--json"_s}).output.contains("\"paused\":null"));

        QCOMPARE(connectAccount().status, 0);
        const Ran sent = on({u"dispatch"_s, u"--until-empty"_s, u"--json"_s});
        QCOMPARE(sent.status, 0);
        QCOMPARE(sent.lines.last()[u"accepted"_s].toInt(), 1);
    }

private:
    [[nodiscard]] QStringList line(const QStringList &arguments) const
    {
        return QStringList{u"--data"_s, m_folder->filePath(u"desk"_s), u"--passphrase-file"_s,
                   m_folder->filePath(u"passphrase"_s)}
        + arguments;
    }

    [[nodiscard]] Ran on(const QStringList &arguments) const { return runCtl(line(arguments)); }

    void keep(const QString &name, const QByteArray &secret) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(secret + '\n') > 0);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }

    [[nodiscard]] bool add(const QString &network, const QString &client, bool hasSecret) const
    {
        // Any free port: other programs of this computer may be signing in.
        QStringList words{u"account"_s, u"add"_s, network, u"--name"_s, u"care"_s, u"--base-url"_s,
            m_sandbox->url(), u"--client-id"_s, client, u"--settings"_s,
            uR"({"oauth":{"redirect_port":0}})"_s};
        if (hasSecret) {
            words += {u"--client-secret-file"_s, m_folder->filePath(u"secret"_s)};
        }
        return on(words).status == 0;
    }

    /// Opens the address that is printed and, on a page that asks, takes the link with `choice`.
    [[nodiscard]] Ran connectAccount(const QString &choice = {})
    {
        const auto process = startCtl(line({u"account"_s, u"connect"_s, u"care"_s, u"--json"_s}));
        while (!process->canReadLine() && process->waitForReadyRead(20'000)) { }
        const QByteArray said = process->readLine();
        m_page = browse(QUrl(QJsonDocument::fromJson(said).object()[u"open"_s].toString()));
        if (!choice.isEmpty()) {
            m_page = browse(linkTo(m_page, choice, m_sandbox->url()));
        }
        return ended(*process, said);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxProgram> m_sandbox;
    QByteArray m_page; // what the browser showed at last
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SignInRoadTest)
#include "sign_in_road_test.moc"
