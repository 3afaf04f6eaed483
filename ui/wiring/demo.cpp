#include "ui/wiring/demo.h"

#include "app/core/json_file.h"
#include "connectors/sandbox/sandbox.h"
#include "ui/wiring/accounts.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

// Must stand outside any namespace.
static void initDemoResource()
{
    Q_INIT_RESOURCE(demo);
}

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
struct DemoAccount {
    QString network = {};
    QString name = {};
};

const QList<DemoAccount> &demoAccounts()
{
    static const QList<DemoAccount> accounts{
        {u"twitter"_s, u"care"_s}, {u"facebook"_s, u"page"_s}, {u"pinterest"_s, u"pins"_s}};
    return accounts;
}

QJsonObject settingsOf(const DemoAccount &account)
{
    // Nobody waits for a demo: look for news every three seconds.
    QJsonObject settings{{u"pull_every_ms"_s, 3000}};
    if (account.network == "pinterest"_L1) {
        // With a partner's contract, so that comments can be answered. Limits stay those of a real account.
        initDemoResource();
        const auto profile = readJsonFile(u":/demo/pinterest_partner.json"_s);
        Q_ASSERT(profile); // it is built in
        settings.insert(u"partner"_s, *profile);
        settings.insert(u"every_s"_s, QJsonObject{{u"comments"_s, 15}});
    }
    return settings;
}

QJsonObject scenarioOf(const Demo::Day &day)
{
    const QJsonArray arrivals{qint64(day.leastPause.count()), qint64(day.longestPause.count())};
    const QJsonObject people{
        {u"arrivals_s"_s, arrivals}, {u"answers_s"_s, QJsonArray{15, 60}}, {u"answer_share"_s, 0.7}};
    QJsonObject scenario{{u"people"_s, people}};
    for (const QString &network : sandbox::Sandbox::networks()) {
        if (network != "twitter"_L1) { // its keys stand at the top
            scenario.insert(network, QJsonObject{{u"people"_s, people}});
        }
    }
    return scenario;
}

Result<QString> writeToken(const QString &folder)
{
    const QString file = folder + u"/token"_s;
    QFile token(file);
    // Nothing secret: the sandbox takes any token.
    if (!token.open(QIODevice::WriteOnly) || !token.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || token.write("demo\n") < 0) {
        return Failure(
            {.code = ErrorCode::Io, .detail = u"cannot write %1: %2"_s.arg(file, token.errorString())});
    }
    return file;
}
} // namespace

struct Demo::Parts {
    QTemporaryDir folder{};
    std::unique_ptr<sandbox::Sandbox> sandbox = {};
    std::unique_ptr<Workplace> workplace = {}; // last in, first out: it talks to the sandbox

    [[nodiscard]] Done addAccount(const DemoAccount &wanted, const QString &tokenFile);
};

Done Demo::Parts::addAccount(const DemoAccount &wanted, const QString &tokenFile)
{
    const auto account = checkAccount({.network = wanted.network,
        .name = wanted.name,
        .baseUrl = sandbox->url(),
        .tokenFile = tokenFile,
        .settings = settingsOf(wanted)});
    if (!account) {
        return Failure(account.error());
    }
    auto added = wiring::addAccount(workplace->store(), *account);
    added.waitForFinished();
    return added.result().map([](const Account &) {});
}

Demo::Demo(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

Demo::~Demo() = default;

Result<std::unique_ptr<Demo>> Demo::start(const Clock &clock, const Day &day)
{
    auto parts = std::make_unique<Parts>();
    if (!parts->folder.isValid()) {
        return Failure(
            {.code = ErrorCode::Io, .detail = u"no temporary folder: %1"_s.arg(parts->folder.errorString())});
    }
    auto sandbox = sandbox::Sandbox::start(clock, {.scenario = scenarioOf(day), .seed = day.seed});
    if (!sandbox) {
        return Failure(sandbox.error());
    }
    parts->sandbox = *std::move(sandbox);
    auto workplace = Workplace::create(parts->folder.filePath(u"desk"_s), clock);
    if (!workplace) {
        return Failure(workplace.error());
    }
    parts->workplace = *std::move(workplace);
    const auto token = writeToken(parts->folder.path());
    if (!token) {
        return Failure(token.error());
    }
    for (const DemoAccount &wanted : demoAccounts()) {
        if (const Done added = parts->addAccount(wanted, *token); !added) {
            return Failure(added.error());
        }
    }
    return std::unique_ptr<Demo>(new Demo(std::move(parts)));
}

Workplace &Demo::workplace()
{
    return *m_parts->workplace;
}

QString Demo::brand() const
{
    return m_parts->sandbox->brandName();
}

} // namespace fw::wiring
