#include "connectors/oauth/keychain_vault.h"
#include "tests/support/wait_for.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

/// Runs itself again under a D-Bus session of its own with an unlocked GNOME keyring, so that it never touches the one of whoever runs the tests.
class KeychainVaultTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void secretsGoThroughARealKeychain()
    {
        KeychainVault vault(u"Floorwalker test"_s, milliseconds(20'000));
        const auto state = waitFor(vault.state(), 30'000);
        QVERIFY2(state.has_value(), state ? "" : qPrintable(state.error().detail));
        QVERIFY(*state == TokenVault::State::Ready);
        QVERIFY(waitFor(vault.read(u"a"_s)).error().code == ErrorCode::NotFound);
        const QByteArray odd = QByteArray("planted \xc3\xa9 \x01 ") + QByteArray(4000, 'x');
        QVERIFY(waitFor(vault.write(u"a"_s, odd)).has_value());
        QCOMPARE(waitFor(vault.read(u"a"_s)).value_or("none"), odd);
        QVERIFY(waitFor(vault.write(u"a"_s, "second")).has_value());
        QCOMPARE(waitFor(vault.read(u"a"_s)).value_or("none"), QByteArray("second"));
        QVERIFY(waitFor(vault.remove(u"a"_s)).has_value());
        QVERIFY(waitFor(vault.remove(u"a"_s)).has_value());
        QVERIFY(waitFor(vault.read(u"a"_s)).error().code == ErrorCode::NotFound);
        QVERIFY(vault.unlock({}).error().code == ErrorCode::Usage);
    }
};

/// QtKeychain takes all calls of a process in the thread of the first one, so this is a process of its own.
class KeychainThreadTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keychainWorksInAThreadOfItsOwn()
    {
        Result<QByteArray> read = Failure({.code = ErrorCode::Cancelled});
        const std::unique_ptr<QThread> thread(QThread::create([&read] {
            KeychainVault vault(u"Floorwalker test"_s, milliseconds(20'000));
            if (waitFor(vault.write(u"t"_s, "from a thread"))) {
                read = waitFor(vault.read(u"t"_s));
            }
        }));
        thread->start();
        QTRY_VERIFY_WITH_TIMEOUT(thread->isFinished(), 60'000);
        QCOMPARE(read.value_or("none"), QByteArray("from a thread"));
    }
};

/// Without any keychain.
class NoKeychainTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void missingKeychainIsSaidAndNothingIsWrittenInTheClear()
    {
        KeychainVault vault(u"Floorwalker test"_s, milliseconds(20'000));
        const auto state = waitFor(vault.state(), 30'000);
        QVERIFY(!state && state.error().code == ErrorCode::Offline);
        const Done written = waitFor(vault.write(u"a"_s, "planted-secret"), 30'000);
        QVERIFY(!written && written.error().code == ErrorCode::Offline);
        QVERIFY(waitFor(vault.read(u"a"_s)).error().code == ErrorCode::Offline);
    }
};

namespace {
QString missingProgram()
{
    for (const QString &program : {u"dbus-run-session"_s, u"gnome-keyring-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty()) {
            return program;
        }
    }
    return {};
}
} // namespace

/// Starts this program again, in and outside of a session.
class KeychainSessionsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void realKeychain_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("in the main thread") << u"--in-session"_s;
        QTest::newRow("in another thread") << u"--in-thread"_s;
    }

    void realKeychain()
    {
        QFETCH(const QString, mode);
        if (const QString missing = missingProgram(); !missing.isEmpty()) {
            QSKIP(qPrintable(missing + u" is not installed, so there is no keychain to test with"_s));
        }
        const QString script = u"printf pw | gnome-keyring-daemon --unlock --components=secrets --daemonize"
                               " >/dev/null && exec \"$0\" \"$1\""_s;
        run(u"dbus-run-session"_s,
            {u"--"_s, u"sh"_s, u"-c"_s, script, QCoreApplication::applicationFilePath(), mode}, true);
    }

    void noKeychain() { run(QCoreApplication::applicationFilePath(), {u"--no-session"_s}, false); }

private:
    void run(const QString &program, const QStringList &arguments, bool hasSession)
    {
        const QTemporaryDir home;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, home.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
        environment.insert(u"XDG_DATA_HOME"_s, home.path());
        environment.remove(u"DISPLAY"_s);
        environment.remove(u"WAYLAND_DISPLAY"_s);
        environment.remove(u"QT_NO_GLIB"_s); // libsecret answers in GLib's event loop
        if (!hasSession) {
            environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
        }
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        QVERIFY(process.waitForFinished(90'000));
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
            process.readAll().constData());
    }
};

} // namespace fw::test

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString mode = QCoreApplication::arguments().value(1);
    char *const program[] = {argv[0], nullptr};
    if (mode == QLatin1String("--in-session")) {
        fw::test::KeychainVaultTest test;
        return QTest::qExec(&test, 1, const_cast<char **>(program));
    }
    if (mode == QLatin1String("--in-thread")) {
        fw::test::KeychainThreadTest test;
        return QTest::qExec(&test, 1, const_cast<char **>(program));
    }
    if (mode == QLatin1String("--no-session")) {
        fw::test::NoKeychainTest test;
        return QTest::qExec(&test, 1, const_cast<char **>(program));
    }
    fw::test::KeychainSessionsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "keychain_vault_test.moc"
