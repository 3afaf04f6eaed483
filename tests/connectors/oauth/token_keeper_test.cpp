#include "app/core/log.h"
#include "connectors/oauth/desk_vault.h"
#include "connectors/oauth/token_keeper.h"
#include "connectors/oauth/token_renewal.h"
#include "connectors/oauth/wall_clock.h"
#include "tests/connectors/oauth/authority.h"
#include "tests/support/fake_clock.h"
#include "tests/support/wait_for.h"

#include <QProcess>
#include <QPromise>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>
#include <unistd.h>
#include <vector>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Asks in a thread of its own, as the engine does, while this one serves.
QFuture<Result<QByteArray>> askBeside(const TokenSource &source, std::vector<std::thread> &threads)
{
    auto promise = std::make_shared<QPromise<Result<QByteArray>>>(); // outlives this call in its thread
    promise->start();
    threads.emplace_back([promise, source] {
        promise->addResult(source());
        promise->finish();
    });
    return promise->future();
}

Result<QByteArray> ask(const TokenSource &source)
{
    std::vector<std::thread> threads;
    const auto answer = waitFor(askBeside(source, threads), 40'000);
    threads.front().join();
    return answer;
}

TokenSet signedIn(Authority &authority, Instant at)
{
    authority.refresh.insert("refresh-secret-0");
    return {.access = "access-secret-0",
        .refresh = "refresh-secret-0",
        .issuedAt = at,
        .expiresAt = at + std::chrono::seconds(authority.lifeS)};
}

/// A keeper over a vault in memory, signed in.
struct Desk {
    QTemporaryDir folder = {};
    FakeClock clock = FakeClock();
    Authority authority = {};
    Account account = authority.account(Network::Twitter);
    std::shared_ptr<MemoryVault::Disk> disk = std::make_shared<MemoryVault::Disk>();
    std::unique_ptr<TokenKeeper> keeper = make();

    [[nodiscard]] std::unique_ptr<TokenKeeper> make()
    {
        return std::make_unique<TokenKeeper>(std::make_unique<MemoryVault>(disk), folder.path(), clock);
    }
    Desk() { disk->secrets.insert(vaultName(account.id), toBytes(signedIn(authority, clock.now()))); }

    [[nodiscard]] TokenSet kept() const
    {
        const std::lock_guard lock(disk->mutex);
        return tokenSetFrom(disk->secrets.value(vaultName(account.id))).value_or(TokenSet());
    }
    [[nodiscard]] int renewals() const { return authority.count("/2/oauth2/token"); }
};

enum class Dies { BeforeStoring, AfterStoring };

/// The encrypted file, in a process that is killed beside a write.
class DyingVault final : public TokenVault
{
public:
    DyingVault(const QString &file, Dies when) : m_file(file, SealEffort::Least), m_when(when)
    {
        [[maybe_unused]] const Done done = m_file.unlock(SecretBytes::take("correct horse"));
    }
    [[nodiscard]] QFuture<Result<State>> state() override { return m_file.state(); }
    [[nodiscard]] Done unlock(SecretBytes) override { return {}; }
    [[nodiscard]] QFuture<Result<QByteArray>> read(const QString &name) override { return m_file.read(name); }
    [[nodiscard]] QFuture<Done> write(const QString &name, const QByteArray &secret) override
    {
        if (m_when == Dies::AfterStoring) {
            [[maybe_unused]] const auto done = m_file.write(name, secret);
        }
        ::kill(::getpid(), SIGKILL);
        return m_file.write(name, secret);
    }
    [[nodiscard]] QFuture<Done> remove(const QString &name) override { return m_file.remove(name); }

private:
    FileVault m_file;
    const Dies m_when;
};

/// What the killed process does: uses the account once.
int runChild(const QStringList &words)
{
    const Account account{.id = {42},
        .name = u"care"_s,
        .network = Network::Twitter,
        .baseUrl = words.at(3),
        .settings = {{u"oauth"_s, QJsonObject{{u"client_id"_s, u"client-1"_s}}}}};
    const WallClock clock;
    const Dies when = words.at(4) == u"before"_s ? Dies::BeforeStoring : Dies::AfterStoring;
    TokenKeeper keeper(
        std::make_unique<DyingVault>(words.at(2) + u"/tokens.vault"_s, when), words.at(2), clock);
    const auto token = keeper.sourceFor(account)();
    return token ? 0 : 1; // not reached
}
} // namespace

class TokenKeeperTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { log::start(u"debug"_s, m_folder.filePath(u"log"_s)); }

    void cleanupTestCase()
    {
        QFile written(m_folder.filePath(u"log"_s));
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray text = written.readAll();
        QVERIFY(text.contains("renewed"));
        QVERIFY(!text.contains("secret"));
    }

    void goodTokenIsGivenWithoutACall()
    {
        Desk desk;
        QCOMPARE(ask(desk.keeper->sourceFor(desk.account)).value_or("none"), QByteArray("access-secret-0"));
        desk.clock.advance(95min);
        QCOMPARE(ask(desk.keeper->sourceFor(desk.account)).value_or("none"), QByteArray("access-secret-0"));
        QCOMPARE(desk.authority.server.requests().size(), 0);
    }

    void dueTokenIsRenewedBesideItsUse()
    {
        Desk desk;
        const TokenSource source = desk.keeper->sourceFor(desk.account);
        QVERIFY(ask(source).has_value());
        desk.clock.advance(97min);
        QCOMPARE(ask(source).value_or("none"), QByteArray("access-secret-0")); // good for 23 minutes yet
        QTRY_COMPARE(ask(source).value_or("none"), QByteArray("access-secret-1"));
        QCOMPARE(desk.renewals(), 1);
        QCOMPARE(desk.kept().refresh, QByteArray("refresh-secret-1"));
    }

    void expiredTokenIsRenewedOnceForManyReaders()
    {
        Desk desk;
        desk.clock.advance(3h);
        const TokenSource source = desk.keeper->sourceFor(desk.account);
        std::vector<std::thread> threads;
        QList<QFuture<Result<QByteArray>>> answers;
        for (int i = 0; i < 8; ++i) {
            answers.append(askBeside(source, threads));
        }
        for (const auto &answer : answers) {
            QCOMPARE(waitFor(answer).value_or("none"), QByteArray("access-secret-1"));
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        QCOMPARE(desk.renewals(), 1);
    }

    void twoProgramsRenewOnce()
    {
        Desk desk;
        desk.clock.advance(3h);
        const auto other = desk.make();
        std::vector<std::thread> threads;
        const auto first = askBeside(desk.keeper->sourceFor(desk.account), threads);
        const auto second = askBeside(other->sourceFor(desk.account), threads);
        QCOMPARE(waitFor(first).value_or("none"), QByteArray("access-secret-1"));
        QCOMPARE(waitFor(second).value_or("none"), QByteArray("access-secret-1"));
        threads[0].join();
        threads[1].join();
        QCOMPARE(desk.renewals(), 1);
    }

    void newTokenIsStoredBeforeItIsUsed()
    {
        Desk desk;
        desk.disk->failingWrites = 2;
        desk.clock.advance(3h);
        QCOMPARE(ask(desk.keeper->sourceFor(desk.account)).value_or("none"), QByteArray("access-secret-1"));
        QCOMPARE(desk.kept().access, QByteArray("access-secret-1"));
        QCOMPARE(desk.kept().refresh, QByteArray("refresh-secret-1"));
        QCOMPARE(desk.disk->failingWrites, 0);
        QCOMPARE(desk.renewals(), 1); // storing was repeated, asking was not
    }

    void silentNetworkLeavesAGoodTokenInUse()
    {
        Desk desk;
        desk.authority.failing = LoopbackServer::answer(503, "{}");
        desk.clock.advance(100min);
        const TokenSource source = desk.keeper->sourceFor(desk.account);
        QCOMPARE(ask(source).value_or("none"), QByteArray("access-secret-0"));
        const auto asked = desk.authority.server.requests().size();
        QCOMPARE(ask(source).value_or("none"), QByteArray("access-secret-0"));
        QCOMPARE(desk.authority.server.requests().size(), asked); // not at every call
        desk.clock.advance(21min);
        const auto late = ask(source);
        QVERIFY(!late);
        QCOMPARE(toString(late.error().code), toString(ErrorCode::ServerFault));
        QVERIFY(late.error().isTransient());
        desk.authority.failing.clear();
        desk.clock.advance(1min);
        QCOMPARE(ask(source).value_or("none"), QByteArray("access-secret-1"));
    }

    void revokedSignInIsSaidAndNotAskedAgain()
    {
        Desk desk;
        desk.authority.isRevoked = true;
        desk.clock.advance(3h);
        const TokenSource source = desk.keeper->sourceFor(desk.account);
        for (int i = 0; i < 3; ++i) {
            const auto refused = ask(source);
            QVERIFY(!refused && refused.error().code == ErrorCode::Unauthorised);
            QVERIFY(refused.error().detail.contains(u"account connect care"_s));
            desk.clock.advance(1h);
        }
        QCOMPARE(desk.renewals(), 1);
        // Signing in again heals it, from here and from another program.
        desk.authority.isRevoked = false;
        QVERIFY(waitFor(desk.keeper->keep(desk.account.id, signedIn(desk.authority, desk.clock.now())))
                    .has_value());
        QCOMPARE(ask(source).value_or("none"), QByteArray("access-secret-0"));
        QVERIFY(waitFor(desk.keeper->forget(desk.account.id)).has_value());
        QVERIFY(ask(source).error().code == ErrorCode::Unauthorised);
        const auto other = desk.make();
        QVERIFY(
            waitFor(other->keep(desk.account.id, signedIn(desk.authority, desk.clock.now()))).has_value());
        QVERIFY(ask(source).error().code == ErrorCode::Unauthorised);
        desk.keeper->reload();
        QCOMPARE(ask(source).value_or("none"), QByteArray("access-secret-0"));
    }

    void tokenWithoutEndIsNeverRenewed()
    {
        Desk desk;
        QVERIFY(waitFor(
            desk.keeper->keep(desk.account.id, {.access = "pasted-secret", .clientSecret = "app-secret"}))
                    .has_value());
        desk.clock.advance(24h * 400);
        QCOMPARE(ask(desk.keeper->sourceFor(desk.account)).value_or("none"), QByteArray("pasted-secret"));
        QCOMPARE(ask(desk.keeper->appSecretFor(desk.account)).value_or("none"), QByteArray("app-secret"));
        QCOMPARE(desk.authority.server.requests().size(), 0);
    }

    void endedTokenWithoutRenewalAsksForThePerson()
    {
        Desk desk;
        TokenSet tokens = signedIn(desk.authority, desk.clock.now());
        tokens.refresh.clear();
        QVERIFY(waitFor(desk.keeper->keep(desk.account.id, tokens)).has_value());
        desk.clock.advance(3h);
        QVERIFY(ask(desk.keeper->sourceFor(desk.account)).error().code == ErrorCode::Unauthorised);
    }

    void lockedVaultPausesNobody()
    {
        const QTemporaryDir folder;
        const FakeClock clock;
        Authority authority;
        const Account account = authority.account(Network::Twitter);
        const QString file = folder.filePath(u"tokens.vault"_s);
        {
            FileVault vault(file, SealEffort::Least);
            QVERIFY(vault.unlock(SecretBytes::take("correct horse")).has_value());
            QVERIFY(vault.write(vaultName(account.id), toBytes(signedIn(authority, clock.now())))
                        .result()
                        .has_value());
        }
        TokenKeeper keeper(
            std::make_unique<DeskVault>(file, VaultChoice::Usual, SealEffort::Least), folder.path(), clock);
        const TokenSource source = keeper.sourceFor(account);
        const auto locked = ask(source);
        QVERIFY(!locked && locked.error().code == ErrorCode::Locked && locked.error().isTransient());
        QVERIFY(waitFor(keeper.unlock(SecretBytes::take("wrong"))).error().code == ErrorCode::Forbidden);
        QVERIFY(waitFor(keeper.unlock(SecretBytes::take("correct horse"))).has_value());
        QCOMPARE(ask(source).value_or("none"), QByteArray("access-secret-0"));
        TokenKeeper asking(
            std::make_unique<DeskVault>(file, VaultChoice::Usual, SealEffort::Least), folder.path(), clock);
        asking.setAskPassphrase([] { return Result<SecretBytes>(SecretBytes::take("correct horse")); });
        QCOMPARE(ask(asking.sourceFor(account)).value_or("none"), QByteArray("access-secret-0"));
    }

    void killBesideStoringIsSurvived_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<bool>("isRotating");
        QTest::addColumn<QByteArray>("token"); // empty: the person has to sign in again
        QTest::newRow("stored, not yet used") << u"after"_s << true << QByteArray("access-secret-1");
        QTest::newRow("not stored, old one still good")
            << u"before"_s << false << QByteArray("access-secret-2");
        QTest::newRow("not stored, old one used up") << u"before"_s << true << QByteArray();
    }

    void killBesideStoringIsSurvived()
    {
        QFETCH(const QString, when);
        QFETCH(const bool, isRotating);
        QFETCH(const QByteArray, token);
        const QTemporaryDir folder;
        const WallClock clock;
        Authority authority;
        authority.isRotating = isRotating;
        const Account account = authority.account(Network::Twitter);
        auto vault = std::make_unique<FileVault>(folder.filePath(u"tokens.vault"_s), SealEffort::Least);
        QVERIFY(vault->unlock(SecretBytes::take("correct horse")).has_value());
        QVERIFY(vault->write(vaultName(account.id), toBytes(signedIn(authority, clock.now() - 3h)))
                    .result()
                    .has_value());

        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
            {u"--child"_s, folder.path(), authority.server.url().toString(), when});
        QTRY_VERIFY_WITH_TIMEOUT(child.state() == QProcess::NotRunning, 60'000);
        QVERIFY(child.exitStatus() == QProcess::CrashExit);
        QCOMPARE(authority.count("/2/oauth2/token"), 1);

        TokenKeeper keeper(std::move(vault), folder.path(), clock);
        const TokenSource source = keeper.sourceFor(account);
        const auto answer = ask(source);
        if (!token.isEmpty()) {
            QCOMPARE(answer.value_or("none"), token);
            return;
        }
        QVERIFY(!answer);
        QCOMPARE(toString(answer.error().code), toString(ErrorCode::Unauthorised));
        QVERIFY(waitFor(keeper.keep(account.id, signedIn(authority, clock.now()))).has_value());
        QCOMPARE(ask(source).value_or("none"), QByteArray("access-secret-0"));
    }

private:
    QTemporaryDir m_folder;
};

} // namespace fw::test

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 5 && words.at(1) == QLatin1String("--child")) {
        return fw::test::runChild(words);
    }
    fw::test::TokenKeeperTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "token_keeper_test.moc"
