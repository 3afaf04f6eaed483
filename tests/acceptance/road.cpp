#include "tests/acceptance/road.h"

#include "app/intake/account_walk.h"
#include "app/store/message_store.h"
#include "ui/wiring/accounts.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkReply>

namespace fw::test {

using namespace Qt::StringLiterals;

QJsonObject SandboxControl::call(const QByteArray &method, const QString &path, const QByteArray &body)
{
    QNetworkRequest request(QUrl(m_url + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = m_network.sendCustomRequest(request, method, body);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished()) {
        loop.exec();
    }
    reply->deleteLater();
    return QJsonDocument::fromJson(reply->readAll()).object();
}

QJsonObject SandboxControl::get(const QString &path)
{
    return call("GET", path, {});
}

QJsonObject SandboxControl::post(const QString &path, const QJsonObject &body)
{
    return call("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

void SandboxControl::clearFaults()
{
    call("DELETE", u"/sandbox/faults"_s, {});
}

bool SandboxControl::setFaults(const QJsonArray &rules)
{
    return post(u"/sandbox/faults"_s, {{u"rules"_s, rules}})[u"ok"_s].toBool();
}

QJsonArray SandboxControl::posts(bool byBrand)
{
    QJsonArray wanted;
    for (const QJsonValue &value : get(u"/sandbox/posts"_s).value(u"posts"_s).toArray()) {
        const QJsonObject post = value.toObject();
        if (post.value(u"by_brand"_s).toBool() == byBrand && !post.value(u"deleted"_s).toBool()) {
            wanted.append(post);
        }
    }
    return wanted;
}

QString SandboxControl::write(const QString &author, const QString &text, const QString &parent)
{
    QJsonObject body{{u"author"_s, author}, {u"text"_s, text}};
    if (!parent.isEmpty()) {
        body.insert(u"in_reply_to"_s, parent);
    }
    return post(u"/sandbox/posts"_s, body).value(u"id"_s).toString();
}

namespace {
constexpr int kPlenty = 1'000'000;
} // namespace

QJsonArray roomyWindows()
{
    QJsonArray windows;
    for (const QString &operation :
        {u"me"_s, u"mentions"_s, u"own"_s, u"lookup"_s, u"messages"_s, u"create"_s}) {
        windows.append(QJsonObject{{u"name"_s, u"15 min"_s}, {u"operation"_s, operation},
            {u"limit"_s, kPlenty}, {u"header"_s, u"x-rate-limit"_s}});
    }
    return windows;
}

QJsonObject hurriedSettings()
{
    const QJsonObject quarter{{u"15 min"_s, kPlenty}};
    const QJsonObject replies{{u"15 min"_s, kPlenty}, {u"30 min"_s, kPlenty}, {u"3 h"_s, kPlenty},
        {u"24 h"_s, kPlenty}, {u"24 h, app"_s, kPlenty}};
    const QJsonObject windows{{u"reply"_s, replies}, {u"read-mentions"_s, quarter}, {u"read-own"_s, quarter},
        {u"read-messages"_s, quarter}, {u"lookup"_s, quarter}, {u"identify"_s, quarter}};
    return {{u"limits"_s,
        QJsonObject{{u"gap_ms"_s, 0}, {u"jitter_ms"_s, 0}, {u"settle_ms"_s, 1500},
            {u"lookups_ms"_s, QJsonArray{50, 500, 1500}}, {u"backoff_ms"_s, 20},
            {u"longest_backoff_ms"_s, 100}, {u"attempts"_s, 1000}, {u"windows"_s, windows}}}};
}

Account addAccount(
    wiring::Workplace &workplace, const QString &folder, const QString &url, const QJsonObject &settings)
{
    QFile token(folder + u"/token"_s);
    const bool isWritten = token.open(QIODevice::WriteOnly) && token.write("test") == 4;
    Q_ASSERT(isWritten);
    Q_UNUSED(isWritten)
    token.close();
    const auto account = wiring::checkAccount({.network = u"twitter"_s,
        .name = u"care"_s,
        .baseUrl = url,
        .tokenFile = token.fileName(),
        .settings = settings});
    return *waitFor(wiring::addAccount(workplace.store(), *account));
}

std::optional<Error> pullOnce(wiring::Workplace &workplace, const Account &account)
{
    const auto connector = wiring::makeConnector(account, workplace.clock());
    AccountWalk walk(
        workplace.store(), **connector, workplace.clock(), account.id, AccountWalk::Streams::All);
    QEventLoop loop;
    std::optional<Error> error;
    QObject::connect(&walk, &AccountWalk::finished, &loop, [&](const WalkReport &report) {
        error = report.error;
        loop.quit();
    });
    walk.start();
    loop.exec();
    return error;
}

QList<Message> inboundMessages(wiring::Workplace &workplace)
{
    return *waitFor(workplace.store().read([](Database &db) {
        QList<Message> messages;
        const QStringList ids = db.list(u"SELECT remote_id FROM message WHERE direction = 'inbound'"_s, {},
            [](const QSqlQuery &row) { return row.value(0).toString(); });
        for (const QString &id : ids) {
            messages += MessageStore(db).byRemoteId(id);
        }
        return messages;
    }));
}

QList<Message> answerable(wiring::Workplace &workplace)
{
    QList<Message> messages = inboundMessages(workplace);
    messages.removeIf([](const Message &message) { return !message.isAuthorAvailable; });
    return messages;
}

} // namespace fw::test
