#include "tests/support/pg_cluster.h"

#include "app/store/database.h"

#include <QDir>
#include <QFile>

#include <array>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
QString binFolder()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    for (const QString &version :
        versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
        const QString bin = versions.filePath(version + u"/bin"_s);
        if (QFile::exists(bin + u"/initdb"_s) && QFile::exists(bin + u"/pg_isready"_s)) {
            return bin;
        }
    }
    return {};
}

QString firstLineOf(int descriptor)
{
    QByteArray line;
    char next = 0;
    while (::read(descriptor, &next, 1) == 1 && next != '\n') {
        line += next;
    }
    return QString::fromUtf8(line);
}

/// The guard's answer.
QString startGuard(const QString &bin)
{
    std::array<int, 2> toGuard{};
    std::array<int, 2> fromGuard{};
    if (::pipe2(toGuard.data(), O_CLOEXEC) != 0 || ::pipe2(fromGuard.data(), O_CLOEXEC) != 0) {
        return u"no pipe"_s;
    }
    QFile script(QStringLiteral(FW_PG_GUARD));
    if (!script.open(QIODevice::ReadOnly)) {
        return script.errorString();
    }
    // PostgreSQL refuses to run as root, and its user may not be able to read the source tree.
    const bool isRoot = ::geteuid() == 0;
    QByteArrayList words;
    if (isRoot) {
        words = QByteArrayLiteral("setpriv --reuid=postgres --regid=postgres --clear-groups").split(' ');
    }
    words << "sh"
          << "-c" << script.readAll() << "pg_guard.sh" << bin.toLocal8Bit()
          << (isRoot ? QByteArrayLiteral("/tmp") : QDir::tempPath().toLocal8Bit());
    std::vector<char *> arguments;
    for (QByteArray &word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, toGuard[0], 0);
    posix_spawn_file_actions_adddup2(&actions, fromGuard[1], 1);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addchdir_np(&actions, "/");
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID); // out of reach of who ends the test's group
    pid_t shell = 0;
    const int failed = ::posix_spawnp(&shell, arguments[0], &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    ::close(toGuard[0]); // the other end stays open until this program ends
    ::close(fromGuard[1]);
    const QString answer = failed == 0 ? firstLineOf(fromGuard[0]) : QString();
    ::close(fromGuard[0]);
    if (failed == 0) {
        ::waitpid(shell, nullptr, 0);
    }
    return answer.isEmpty() ? u"the server cannot be started"_s : answer;
}

/// The folder of the server's socket, or why there is none.
const QString &cluster()
{
    static const QString answer = [] {
        const QString bin = binFolder();
        return bin.isEmpty() ? u"PostgreSQL is not installed"_s : startGuard(bin);
    }();
    return answer;
}

/// Never closed: the server goes with the program.
Database &administrator()
{
    static const SystemClock clock;
    static IdSource ids(clock);
    static Database *const database = [] {
        auto opened
            = Database::open(PgCluster::database(u"postgres"_s), Database::Access::ReadWrite, clock, ids);
        return opened ? opened->release() : nullptr;
    }();
    return *database;
}

void run(const QString &sql)
{
    administrator().script({sql});
    if (const auto error = administrator().error()) {
        qFatal("%s", qPrintable(error->detail));
    }
}
} // namespace

QString PgCluster::whyNot()
{
    return cluster().startsWith(u'/') ? QString() : cluster();
}

DatabasePlace PgCluster::database(const QString &name)
{
    return {
        .engine = DatabasePlace::Engine::Postgres, .host = cluster(), .user = u"desk"_s, .database = name};
}

DatabasePlace PgCluster::makeDatabase()
{
    static int made = 0;
    const DatabasePlace place = database(u"desk%1"_s.arg(++made));
    run(u"CREATE DATABASE "_s + place.database);
    return place;
}

void PgCluster::dropDatabase(const DatabasePlace &place)
{
    run(u"DROP DATABASE "_s + place.database + u" WITH (FORCE)"_s);
}

void PgCluster::disconnectAll(const DatabasePlace &place)
{
    run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"_s + place.database
        + u'\'');
}

void PgCluster::setReachable(const DatabasePlace &place, bool isReachable)
{
    run(u"ALTER DATABASE %1 WITH ALLOW_CONNECTIONS %2"_s.arg(
        place.database, isReachable ? u"true"_s : u"false"_s));
    if (!isReachable) {
        disconnectAll(place);
    }
}

void PgCluster::setReachable(const QString &login, bool isReachable)
{
    run(u"ALTER ROLE %1 %2"_s.arg(login, isReachable ? u"LOGIN"_s : u"NOLOGIN"_s));
    if (!isReachable) {
        run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '"_s + login + u'\'');
    }
}

void PgCluster::makeLogin(const QString &login)
{
    run(u"CREATE ROLE %1 LOGIN SUPERUSER"_s.arg(login));
}

void PgCluster::askPasswordOf(const QString &login)
{
    // The first line that fits counts.
    run(u"COPY (SELECT unnest(ARRAY['local all %1 scram-sha-256', 'local all all trust'])) TO '%2/data/pg_hba.conf'"_s
            .arg(login, cluster()));
    run(u"SELECT pg_reload_conf()"_s);
}

} // namespace fw::test
