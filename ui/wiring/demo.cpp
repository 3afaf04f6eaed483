#include "ui/wiring/demo.h"

#include "app/core/json_file.h"
#include "app/desk/definitions/definitions.h"
#include "app/store/roster_store.h"
#include "connectors/sandbox/sandbox.h"
#include "connectors/sandbox/shop/shop_day.h"
#include "ui/wiring/accounts.h"
#include "ui/wiring/demo_records.h"
#include "ui/wiring/demo_trainee.h"
#include "ui/wiring/shop_files.h"

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
using namespace std::chrono_literals;

namespace {
// Nobody waits for a demo: look for news every three seconds; on a day that can run at many times its speed less often.
constexpr milliseconds kPullEvery{3000};
constexpr milliseconds kPullEveryOfDay{10'000};
constexpr std::chrono::seconds kTraineeComes = 2h + 30min;
constexpr std::chrono::seconds kTraineeStays = 1h;

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

QJsonObject settingsOf(const DemoAccount &account, milliseconds pullEvery)
{
    QJsonObject settings{{u"pull_every_ms"_s, qint64(pullEvery.count())}};
    if (account.network == "pinterest"_L1) {
        // With a partner's contract, so that comments can be answered. Limits stay those of a real account.
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

DefinitionFile builtIn(const QString &resource)
{
    QFile file(resource);
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    Q_UNUSED(isThere)
    return {.name = resource, .bytes = file.readAll()};
}

DemoDay dayOf(const sandbox::ShopDay &shop, Instant opening)
{
    DemoDay day{.begins = opening, .ends = opening + shop.length};
    day.moments.append({.name = u"trainee"_s,
        .from = opening + kTraineeComes,
        .until = opening + kTraineeComes + kTraineeStays});
    for (const sandbox::ShopMoment &moment : sandbox::shopMoments()) {
        day.moments.append(
            {.name = moment.name, .from = opening + moment.at, .until = opening + moment.at + moment.length});
    }
    return day;
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
    DemoDay day = {};
    std::unique_ptr<DemoTrainee> trainee = {};
    std::unique_ptr<DemoRecords> records = {};

    [[nodiscard]] Done addAccount(
        const DemoAccount &wanted, const QString &tokenFile, milliseconds pullEvery);
    [[nodiscard]] Done setUp(const QString &agent);
};

Done Demo::Parts::addAccount(const DemoAccount &wanted, const QString &tokenFile, milliseconds pullEvery)
{
    const auto account = checkAccount({.network = wanted.network,
        .name = wanted.name,
        .baseUrl = sandbox->url(),
        .tokenFile = tokenFile,
        .settings = settingsOf(wanted, pullEvery)});
    if (!account) {
        return Failure(account.error());
    }
    auto added = wiring::addAccount(workplace->store(), *account);
    added.waitForFinished();
    return added.result().map([](const Account &) {});
}

/// Who works there, what is promised, and words prepared.
Done Demo::Parts::setUp(const QString &agent)
{
    auto set = workplace->store().write([agent](Database &db) {
        RosterStore roster(db);
        roster.import({.agents = {{.name = agent, .languages = {u"en"_s, u"fr"_s}, .isSupervisor = true},
                           {.name = QString::fromLatin1(DemoTrainee::kName),
                               .languages = {u"en"_s, u"fr"_s},
                               .isTrainee = true}}},
            agent);
        const auto online = roster.setState(agent, AgentState::Online, {});
        const Done promised
            = importDefinitions(db, DefinitionKind::Policies, builtIn(u":/demo/policies.json"_s), agent);
        const Done prepared = importDefinitions(
            db, DefinitionKind::SavedReplies, builtIn(u":/demo/saved_replies.json"_s), agent);
        Q_ASSERT(online && promised && prepared); // the files are ours
        Q_UNUSED(online)
        return promised ? prepared : promised;
    });
    set.waitForFinished();
    return set.result();
}

Demo::Demo(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

Demo::~Demo() = default;

Result<std::unique_ptr<Demo>> Demo::open(
    const Clock &clock, const QJsonObject &scenario, quint32 seed, milliseconds pullEvery)
{
    initDemoResource();
    auto parts = std::make_unique<Parts>();
    if (!parts->folder.isValid()) {
        return Failure(
            {.code = ErrorCode::Io, .detail = u"no temporary folder: %1"_s.arg(parts->folder.errorString())});
    }
    auto sandbox = sandbox::Sandbox::start(clock, {.scenario = scenario, .seed = seed});
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
        if (const Done added = parts->addAccount(wanted, *token, pullEvery); !added) {
            return Failure(added.error());
        }
    }
    return std::unique_ptr<Demo>(new Demo(std::move(parts)));
}

Result<std::unique_ptr<Demo>> Demo::start(const Clock &clock, const Day &day)
{
    return open(clock, scenarioOf(day), day.seed, kPullEvery);
}

Result<std::unique_ptr<Demo>> Demo::startShopDay(const Clock &clock, quint32 seed, const QString &agent)
{
    const sandbox::ShopDay shop = sandbox::makeShopDay(seed);
    const Instant opening = clock.now();
    auto demo = open(clock, sandbox::scenarioOf(shop), seed, kPullEveryOfDay);
    if (!demo) {
        return demo;
    }
    Parts &parts = *(*demo)->m_parts;
    parts.day = dayOf(shop, opening);
    if (const Done set = parts.setUp(agent); !set) {
        return Failure(set.error());
    }
    const auto files = writeRecords(shop, opening, parts.folder.filePath(u"records"_s));
    if (!files) {
        return Failure(files.error());
    }
    Store &store = parts.workplace->store();
    parts.records = std::make_unique<DemoRecords>(store, *files);
    const Instant comes = opening + kTraineeComes;
    parts.trainee = std::make_unique<DemoTrainee>(
        store, parts.workplace->outbox(), clock, comes, comes + kTraineeStays);
    return demo;
}

Workplace &Demo::workplace()
{
    return *m_parts->workplace;
}

QString Demo::brand() const
{
    return m_parts->sandbox->brandName();
}

const DemoDay &Demo::day() const
{
    return m_parts->day;
}

Done Demo::waitForRecords()
{
    return m_parts->records ? m_parts->records->wait() : Done();
}

Instant demoOpening()
{
    return instantFromMs(QDateTime(QDate::currentDate(), QTime(8, 0)).toMSecsSinceEpoch());
}

} // namespace fw::wiring
