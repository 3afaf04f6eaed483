#include "ui/wiring/demo.h"

#include "connectors/sandbox/sandbox.h"
#include "ui/wiring/accounts.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
// Nobody waits for a demo: look for news every three seconds.
const QJsonObject &demoSettings()
{
    static const QJsonObject settings{{u"pull_every_ms"_s, 3000}};
    return settings;
}

QJsonObject scenarioOf(const Demo::Day &day)
{
    const QJsonArray arrivals{qint64(day.leastPause.count()), qint64(day.longestPause.count())};
    const QJsonObject people{
        {u"arrivals_s"_s, arrivals}, {u"answers_s"_s, QJsonArray{15, 60}}, {u"answer_share"_s, 0.7}};
    return {{u"people"_s, people}};
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
};

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
    const auto account = checkAccount({.network = u"twitter"_s,
        .name = u"care"_s,
        .baseUrl = parts->sandbox->url(),
        .tokenFile = *token,
        .settings = demoSettings()});
    if (!account) {
        return Failure(account.error());
    }
    auto added = addAccount(parts->workplace->store(), *account);
    added.waitForFinished();
    if (!added.result()) {
        return Failure(added.result().error());
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
