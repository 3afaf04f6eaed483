#include "connectors/sandbox/facebook/budgets.h"

#include "connectors/sandbox/facebook/operations.h"

#include <QUrl>

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto kConversationsBucket = "facebook.conversations-api"_L1;

bool isMessenger(const QString &operation)
{
    return operation == kConversations || operation == kMessages || operation == kMessage
        || operation == kPrivateReply;
}

/// Time is used up somewhat slower than calls are.
QJsonObject usageJson(int percent)
{
    return {{u"call_count"_s, percent}, {u"total_cputime"_s, percent * 2 / 5},
        {u"total_time"_s, percent * 3 / 5}};
}
} // namespace

QList<WindowRule> documentedWindows()
{
    return {
        {.name = u"1 s"_s,
            .operation = kConversationsBucket,
            .kind = WindowKind::Rolling,
            .length = 1s,
            .limit = 2},
        {.name = u"1 s"_s, .operation = kMessage, .kind = WindowKind::Rolling, .length = 1s, .limit = 300},
        {.name = u"1 h"_s,
            .operation = kPrivateReply,
            .kind = WindowKind::Rolling,
            .length = 1h,
            .limit = 750},
    };
}

QString bucketOf(const QString &operation)
{
    return operation == kConversations || operation == kMessages ? QString(kConversationsBucket) : operation;
}

Budget budgetOf(const QString &operation, TokenKind kind)
{
    if (kind != TokenKind::Page) {
        return Budget::App;
    }
    return isMessenger(operation) ? Budget::Messenger : Budget::Pages;
}

int throttleCode(const QString &operation, TokenKind kind)
{
    if (kind != TokenKind::Page) {
        return operation == kAccounts ? 4 : 32; // page calls with a user token have a code of their own
    }
    return isMessenger(operation) ? 80006 : 80001;
}

HeaderLines usageHeaders(State &state, const QString &operation, TokenKind kind)
{
    const Budget budget = budgetOf(operation, kind);
    const int percent = state.usage.percent(budget, state.now());
    if (percent < state.scenario.usageShownFrom) {
        return {};
    }
    QJsonObject usage = usageJson(percent);
    if (kind != TokenKind::Page) {
        return {{"x-app-usage", compactJson(usage)}};
    }
    usage.insert(u"type"_s, budget == Budget::Messenger ? u"messenger"_s : u"pages"_s);
    usage.insert(u"estimated_time_to_regain_access"_s, state.usage.minutesToRegain(budget, state.now()));
    const int app = state.usage.percent(Budget::App, state.now());
    return {{"x-app-usage", compactJson(usageJson(app))},
        {"x-business-use-case-usage", compactJson({{state.world.page().id, QJsonArray{usage}}})}};
}

HttpRequest memberRequest(
    const QJsonObject &member, const HttpRequest &whole, const QString &token, const Params &shared)
{
    const QUrl url(u"/"_s + member.value(u"relative_url"_s).toString());
    QUrlQuery query(url);
    const auto hand = [&](const QString &name, const QString &value) {
        if (!query.hasQueryItem(name) && !value.isEmpty()) {
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
    };
    hand(u"access_token"_s, token);
    hand(u"appsecret_proof"_s, shared.value(u"appsecret_proof"_s));
    hand(u"appsecret_proof_time"_s, shared.value(u"appsecret_proof_time"_s));
    return {.method = member.value(u"method"_s).toString(u"GET"_s).toUpper().toLatin1(),
        .path = url.path(),
        .query = query,
        .headers
        = {{"host", whole.headers.value("host")}, {"content-type", "application/x-www-form-urlencoded"}},
        .body = member.value(u"body"_s).toString().toUtf8(),
        .connection = whole.connection};
}

QJsonObject memberAnswer(const HttpAnswer &answer, const HeaderLines &headers)
{
    QJsonArray lines;
    for (const auto &[name, value] : headers) {
        lines.append(
            QJsonObject{{u"name"_s, QString::fromLatin1(name)}, {u"value"_s, QString::fromUtf8(value)}});
    }
    return {
        {u"code"_s, answer.status}, {u"headers"_s, lines}, {u"body"_s, QString::fromUtf8(bodyBytes(answer))}};
}

} // namespace fw::sandbox::facebook
