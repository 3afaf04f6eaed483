#include "app/store/database.h"
#include "connectors/sandbox/sign_in_page.h"
#include "tests/acceptance/programs.h"
#include "tests/acceptance/road.h"
#include "tests/support/fake_clock.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QtTest>

#include <csignal>
#include <cstring>
#include <elf.h>
#include <sys/resource.h>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
struct Planted {
    QString name = {};
    QByteArray word = {};
};

/// What the sandbox's X gives: the same texts in the same order.
QByteArray given(const QString &what, int number)
{
    return sandbox::opaqueText(u"twitter "_s + what, number).toUtf8();
}

QByteArray bytesOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The memory in a core dump. The other part, the registers of a program stopped by root, may hold what it was just copying.
QByteArray memoryIn(const QByteArray &core)
{
    QByteArray memory;
    Elf64_Ehdr head{};
    if (core.size() < qsizetype(sizeof head)) {
        return memory;
    }
    std::memcpy(&head, core.constData(), sizeof head);
    for (int i = 0; i < head.e_phnum; ++i) {
        Elf64_Phdr part{};
        std::memcpy(&part, core.constData() + head.e_phoff + size_t(i) * sizeof part, sizeof part);
        if (part.p_type == PT_LOAD) {
            memory += core.mid(qsizetype(part.p_offset), qsizetype(part.p_filesz));
        }
    }
    return memory;
}

/// Programs started from now on may dump core as far as we are concerned.
void allowCoreDumps()
{
    rlimit limit{};
    getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_CORE, &limit);
}
} // namespace

/// Known secrets go through every program that touches them, and are then looked for wherever they must not be.
class SecretsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        allowCoreDumps();
        QVERIFY(m_sandbox.start({{u"client_secret"_s, QString::fromUtf8(kAppSecret)}}));
        QVERIFY(QDir(m_folder.path()).mkdir(u"kept"_s));
        plant(u"passphrase"_s, kPassphrase);
        plant(u"secret"_s, kAppSecret);
        run({u"init"_s});
        run({u"account"_s, u"add"_s, u"twitter"_s, u"--name"_s, u"care"_s, u"--base-url"_s, m_sandbox.url(),
            u"--client-id"_s, u"client-1"_s, u"--client-secret-file"_s, kept(u"secret"_s), u"--settings"_s,
            uR"({"oauth":{"redirect_port":0}})"_s});
        connectAccount();
    }

    /// Each step is a real program, looked at while it runs.
    void wholeRoadLeavesNoneOfThem()
    {
        const Ran pulled
            = watched({u"pull"_s, u"--json"_s, u"--save-raw"_s, m_folder.filePath(u"raw"_s)}, u"mentions"_s);
        QCOMPARE(pulled.status, 0);
        const QString asked = pulled.lines.value(0)[u"remote_id"_s].toString();
        run({u"reply"_s, u"--message"_s, asked, u"--text"_s, u"On its way"_s});
        const Ran sent = watched({u"dispatch"_s, u"--until-empty"_s, u"--json"_s}, u"create"_s);
        QCOMPARE(sent.lines.last()[u"accepted"_s].toInt(), 1);
        run({u"doctor"_s});
        run({u"status"_s, u"--json"_s});
        backUp();
        run({u"account"_s, u"disconnect"_s, u"care"_s});
        connectAccount(); // a second pair of tokens, while the first is dead
        searchFiles();
    }

    void abortedProgramLeavesNoCoreDump()
    {
        const QByteArray pattern = bytesOf(u"/proc/sys/kernel/core_pattern"_s).trimmed();
        if (pattern != "core") {
            QSKIP(qPrintable(u"core dumps of this computer go to \"%1\", where a test cannot look"_s.arg(
                QString::fromUtf8(pattern))));
        }
        rlimit limit{};
        getrlimit(RLIMIT_CORE, &limit);
        if (limit.rlim_cur == 0) {
            QSKIP("nobody may dump core here, so that none is found proves nothing");
        }
        const QString place = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder.path()));
        slowDown(u"mentions"_s);
        const auto process = startCtl(line({u"pull"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(isAsked(u"mentions"_s), 20'000);
        ::kill(pid_t(process->processId()), SIGABRT);
        QCOMPARE(ended(*process).status, 128 + SIGABRT);
        QDir::setCurrent(place);
        QVERIFY(QDir(m_folder.path()).entryList({u"core*"_s}, QDir::Files).isEmpty());
        searchFiles();
    }

    /// Root may stop and dump any program. Ours asks the kernel to leave its memory out, and debuggers keep to that.
    void debuggersDumpHoldsNoneOfThem()
    {
        const QString gcore = QStandardPaths::findExecutable(u"gcore"_s);
        if (gcore.isEmpty()) {
            QSKIP("gcore (package gdb) is not installed");
        }
        slowDown(u"mentions"_s);
        const auto process = startCtl(line({u"pull"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(isAsked(u"mentions"_s), 20'000);
        const QString id = QString::number(process->processId());
        QProcess debugger;
        debugger.setWorkingDirectory(m_folder.path());
        debugger.start(gcore, {u"-o"_s, m_folder.filePath(u"dumped"_s), id});
        QVERIFY(debugger.waitForFinished(60'000));
        process->kill();
        process->waitForFinished();
        const QString name = m_folder.filePath(u"dumped."_s + id);
        const QByteArray core = bytesOf(name);
        QFile::remove(name);
        if (core.isEmpty()) {
            qInfo("the debugger may not look into the program at all: %s",
                debugger.readAllStandardError().constData());
            return;
        }
        const QByteArray memory = memoryIn(core);
        QVERIFY(!memory.isEmpty());
        qInfo("a dump of %d bytes, of which %d are memory", int(core.size()), int(memory.size()));
        search(u"the debugger's dump"_s, memory);
    }

private:
    [[nodiscard]] QString kept(const QString &name) const { return m_folder.filePath(u"kept/"_s + name); }

    void plant(const QString &name, const QByteArray &secret) const
    {
        QFile file(kept(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(secret + '\n') > 0);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }

    [[nodiscard]] QStringList line(const QStringList &arguments) const
    {
        return QStringList{u"--data"_s, m_folder.filePath(u"desk"_s), u"--log"_s, u"debug"_s,
                   u"--passphrase-file"_s, kept(u"passphrase"_s)}
        + arguments;
    }

    void searchOutput(const Ran &ran)
    {
        search(u"standard output"_s, ran.output);
        search(u"standard error and log"_s, ran.error);
    }

    void run(const QStringList &arguments)
    {
        const Ran ran = runCtl(line(arguments));
        QVERIFY2(ran.status == 0, ran.error.constData());
        searchOutput(ran);
    }

    /// What everybody on this computer, or the same user, can read of a running program.
    void searchProcess(const QProcess &process)
    {
        const QString folder = u"/proc/%1/"_s.arg(process.processId());
        const QByteArray words = bytesOf(folder + u"cmdline"_s);
        QVERIFY(words.contains("--data"));
        search(u"the process list"_s, words);
        search(u"the environment"_s, bytesOf(folder + u"environ"_s));
    }

    void slowDown(const QString &operation)
    {
        SandboxControl control(m_sandbox.url());
        QVERIFY(control.setFaults({QJsonObject{{u"kind"_s, u"latency"_s}, {u"operation"_s, operation},
            {u"min_ms"_s, 3000}, {u"max_ms"_s, 3000}}}));
        m_requests = countOf(operation);
    }

    int countOf(const QString &operation)
    {
        SandboxControl control(m_sandbox.url());
        int count = 0;
        for (const QJsonValue &request : control.get(u"/sandbox/requests"_s)[u"requests"_s].toArray()) {
            count += request[u"operation"_s] == operation ? 1 : 0;
        }
        return count;
    }

    bool isAsked(const QString &operation) { return countOf(operation) > m_requests; }

    /// A program, looked at while it waits for the network's answer.
    Ran watched(const QStringList &arguments, const QString &operation)
    {
        slowDown(operation);
        const auto process = startCtl(line(arguments));
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(isAsked(operation), 20'000);
            searchProcess(*process);
        }();
        const Ran ran = ended(*process);
        SandboxControl(m_sandbox.url()).clearFaults();
        searchOutput(ran);
        return ran;
    }

    void connectAccount()
    {
        const auto process = startCtl(line({u"account"_s, u"connect"_s, u"care"_s, u"--json"_s}));
        while (!process->canReadLine() && process->waitForReadyRead(20'000)) { }
        const QByteArray said = process->readLine();
        searchProcess(*process);
        search(u"the browser's page"_s,
            browse(QUrl(QJsonDocument::fromJson(said).object()[u"open"_s].toString())));
        const Ran ran = ended(*process, said);
        QVERIFY2(ran.status == 0, ran.error.constData());
        searchOutput(ran);
    }

    /// As a migration does before it begins.
    void backUp()
    {
        const FakeClock clock;
        IdSource ids(clock);
        const auto database = Database::open(DatabasePlace::ofFile(m_folder.filePath(u"desk/desk.db"_s)),
            Database::Access::ReadWrite, clock, ids);
        QVERIFY(database.has_value());
        (*database)->exec(u"VACUUM INTO ?"_s, {m_folder.filePath(u"desk/desk.db.before-99"_s)});
        QVERIFY(!(*database)->error());
    }

    void searchFiles()
    {
        int files = 0;
        for (QDirIterator each(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             each.hasNext();) {
            const QString name = each.next();
            if (name.startsWith(kept({}))) {
                continue; // where they were planted
            }
            search(name, bytesOf(name));
            ++files;
        }
        qInfo("%d files searched for %d secrets", files, int(words().size()));
        QVERIFY(files >= 3); // database, vault, raw answers
    }

    static QList<Planted> words()
    {
        return {{u"passphrase"_s, kPassphrase}, {u"app secret"_s, kAppSecret},
            {u"first access token"_s, given(u"access"_s, 1)},
            {u"first refresh token"_s, given(u"refresh"_s, 1)},
            {u"second access token"_s, given(u"access"_s, 2)},
            {u"second refresh token"_s, given(u"refresh"_s, 2)}};
    }

    static void search(const QString &place, const QByteArray &bytes)
    {
        for (const Planted &planted : words()) {
            const QByteArray utf16(reinterpret_cast<const char *>(QString::fromUtf8(planted.word).utf16()),
                planted.word.size() * 2);
            for (const QByteArray &form : {planted.word, planted.word.toBase64(), utf16}) {
                if (bytes.contains(form)) {
                    QTest::qFail(
                        qPrintable(u"the %1 is in %2"_s.arg(planted.name, place)), __FILE__, __LINE__);
                }
            }
        }
    }

    static constexpr auto kPassphrase = "planted-passphrase-7d1f";
    static constexpr auto kAppSecret = "planted-app-secret-52c0";

    QTemporaryDir m_folder;
    SandboxProgram m_sandbox;
    int m_requests = 0; // of the operation that is slow, before it was
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SecretsTest)
#include "secrets_test.moc"
