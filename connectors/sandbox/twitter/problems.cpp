#include "connectors/sandbox/twitter/problems.h"

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;

namespace {
constexpr auto kProblems = "https://api.twitter.com/2/problems/"_L1;
constexpr auto kNewProblems = "https://api.x.com/2/problems/"_L1; // OpenAPI 2.167

QString titleOf(int status)
{
    switch (status) {
    case 400:
        return u"Bad Request"_s;
    case 401:
        return u"Unauthorized"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"Not Found"_s;
    case 405:
        return u"Method Not Allowed"_s;
    case 429:
        return u"Too Many Requests"_s;
    case 500:
        return u"Internal Server Error"_s;
    case 502:
        return u"Bad Gateway"_s;
    case 503:
        return u"Service Unavailable"_s;
    case 504:
        return u"Gateway Timeout"_s;
    default:
        return u"Error"_s;
    }
}
} // namespace

HttpAnswer problem(int status, const QString &detail)
{
    if (status == 402) {
        return {.status = 402,
            .body = {{u"title"_s, u"CreditsDepleted"_s},
                {u"detail"_s,
                    detail.isEmpty()
                        ? u"Your enrolled account does not have any credits to fulfill this request."_s
                        : detail},
                {u"type"_s, u"https://api.x.com/2/problems/credits"_s}}};
    }
    return {.status = status,
        .body = {{u"title"_s, titleOf(status)}, {u"detail"_s, detail.isEmpty() ? titleOf(status) : detail},
            {u"type"_s, u"about:blank"_s}, {u"status"_s, status}}};
}

HttpAnswer capped(const QString &period, const QString &scope)
{
    constexpr qint64 kAccount = 1'481'719'842'498'109'440;
    return {.status = 429,
        .body = {{u"account_id"_s, kAccount}, {u"product_name"_s, u"standard-basic"_s},
            {u"title"_s, u"UsageCapExceeded"_s}, {u"period"_s, period}, {u"scope"_s, scope},
            {u"detail"_s, u"Usage cap exceeded: %1 product cap"_s.arg(period)},
            {u"type"_s, kProblems + u"usage-capped"_s}}};
}

HttpAnswer refusedWithCode(int code)
{
    const QString message = code == 226
        ? u"This request looks like it might be automated. To protect our users from spam and other malicious activity, we can't complete this action right now."_s
        : code == 326
        ? u"To protect our users from spam and other malicious activity, this account is temporarily locked."_s
        : u"User is over daily status update limit."_s;
    return {.status = 403,
        .body = {{u"errors"_s, QJsonArray{QJsonObject{{u"code"_s, code}, {u"message"_s, message}}}}}};
}

HttpAnswer invalidRequest(const QList<BadParameter> &parameters)
{
    QJsonArray errors;
    for (const BadParameter &parameter : parameters) {
        QJsonObject named;
        if (!parameter.name.isEmpty()) {
            named.insert(parameter.name, QJsonArray{parameter.value});
        }
        errors.append(QJsonObject{{u"parameters"_s, named}, {u"message"_s, parameter.message}});
    }
    return {.status = 400,
        .body = {{u"errors"_s, errors}, {u"title"_s, u"Invalid Request"_s},
            {u"detail"_s, u"One or more parameters to your request was invalid."_s},
            {u"type"_s, kProblems + u"invalid-request"_s}}};
}

QJsonObject notFound(
    const QString &resource, const QString &parameter, const QString &value, bool usesPostNames)
{
    const QString type
        = (usesPostNames ? QString(kNewProblems) : QString(kProblems)) + u"resource-not-found"_s;
    return {{u"value"_s, value},
        {u"detail"_s, u"Could not find %1 with %2: [%3]."_s.arg(resource, parameter, value)},
        {u"title"_s, u"Not Found Error"_s}, {u"resource_type"_s, resource}, {u"parameter"_s, parameter},
        {u"resource_id"_s, value}, {u"type"_s, type}};
}

} // namespace fw::sandbox::twitter
