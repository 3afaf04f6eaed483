#include "connectors/twitter/twitter_problem.h"

#include "connectors/http/json_body.h"

#include <QJsonArray>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

// Codes of the older shape of errors, as docs.x.com and public issues quote them.
constexpr int kBadCredentials = 32;
constexpr int kSuspended = 64;
constexpr int kOverRateLimit = 88;
constexpr int kBadToken = 89;
constexpr int kOverDailyPosts = 185;
constexpr int kDuplicate = 187;
constexpr int kLooksAutomated = 226;
constexpr int kLocked = 326;
constexpr int kParentGone = 385;

void readNested(const QJsonArray &errors, Problem &problem)
{
    for (const QJsonValue &entry : errors) {
        const QJsonObject error = entry.toObject();
        problem.codes.append(error.value(u"code"_s).toInt());
        const QString message = error.value(u"message"_s).toString(error.value(u"detail"_s).toString());
        if (problem.detail.isEmpty()) {
            problem.detail = message;
        }
        if (problem.type.isEmpty()) {
            problem.type = error.value(u"type"_s).toString().section(u'/', -1);
        }
        problem.allWords += u'\n' + message + u'\n' + error.value(u"parameter"_s).toString();
        for (const QString &parameter : error.value(u"parameters"_s).toObject().keys()) {
            problem.allWords += u'\n' + parameter;
        }
    }
}

bool isSpam(const Problem &problem)
{
    return problem.hasCode(kLooksAutomated) || problem.says(u"might be automated"_s)
        || problem.says(u"looks like spam"_s) || problem.says(u"spammy"_s);
}

/// What the words say whatever the status; nothing when the status decides.
std::optional<ErrorCode> codeByName(int status, const Problem &problem)
{
    if (problem.hasCode(kBadToken) || problem.hasCode(kBadCredentials)) {
        return ErrorCode::Unauthorised;
    }
    if (problem.hasCode(kDuplicate) || (status == 403 && problem.says(u"duplicate content"_s))) {
        return ErrorCode::DuplicateContent;
    }
    if (isSpam(problem)) {
        return ErrorCode::Spam;
    }
    if (problem.type == "usage-capped"_L1 || problem.title == "UsageCapExceeded"_L1) {
        return ErrorCode::CapReached;
    }
    if (problem.hasCode(kOverDailyPosts) || problem.hasCode(kOverRateLimit)
        || problem.type == "rate-limit-exceeded"_L1 || problem.says(u"over daily status update limit"_s)) {
        return ErrorCode::RateLimited;
    }
    if (problem.type == "credits"_L1 || problem.title == "CreditsDepleted"_L1) {
        return ErrorCode::CreditsDepleted;
    }
    if (status == 403 && problem.says(u"reply to this conversation is not allowed"_s)) {
        return ErrorCode::NotSummoned;
    }
    if (problem.type == "resource-not-found"_L1 || problem.hasCode(kParentGone)
        || problem.says(u"deleted or not visible"_s)) {
        return ErrorCode::NotFound; // about the parent, not about the account
    }
    if (problem.type == "not-authorized-for-resource"_L1 || problem.type == "disallowed-resource"_L1
        || problem.type == "resource-unavailable"_L1) {
        return ErrorCode::Forbidden;
    }
    return std::nullopt;
}

ErrorCode codeByStatus(int status)
{
    switch (status) {
    case 400:
        return ErrorCode::BadRequest;
    case 401:
        return ErrorCode::Unauthorised;
    case 402:
        return ErrorCode::CreditsDepleted;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
    case 410:
        return ErrorCode::NotFound;
    case 429:
        return ErrorCode::RateLimited;
    default:
        return status >= 500 ? ErrorCode::ServerFault : ErrorCode::MalformedAnswer;
    }
}
} // namespace

bool Problem::says(const QString &words) const
{
    return allWords.contains(words, Qt::CaseInsensitive);
}

QString Problem::words() const
{
    return detail.isEmpty() || detail == title ? title : title.isEmpty() ? detail : title + u": "_s + detail;
}

QString Problem::name(int status) const
{
    for (const int code : codes) {
        if (code > 0) {
            return u"code %1"_s.arg(code);
        }
    }
    return type.isEmpty() || type == "about:blank"_L1 ? QString::number(status) : type;
}

Problem readProblem(const QByteArray &body)
{
    const QJsonObject root = jsonObjectIn(body).value_or(QJsonObject());
    Problem problem{.type = root.value(u"type"_s).toString().section(u'/', -1),
        .title = root.value(u"title"_s).toString(),
        .detail = root.value(u"detail"_s).toString(),
        .reason = root.value(u"reason"_s).toString(),
        .period = root.value(u"period"_s).toString(),
        .scope = root.value(u"scope"_s).toString()};
    problem.allWords = problem.title + u'\n' + problem.detail + u'\n' + root.value(u"parameter"_s).toString();
    readNested(root.value(u"errors"_s).toArray(), problem);
    return problem;
}

ErrorCode codeOf(int status, const Problem &problem)
{
    return codeByName(status, problem).value_or(codeByStatus(status));
}

bool isLock(const Problem &problem)
{
    return problem.hasCode(kLocked) || problem.hasCode(kSuspended);
}

bool isAboutUs(const Problem &problem)
{
    return isLock(problem) || problem.type == "client-forbidden"_L1
        || problem.type == "unsupported-authentication"_L1 || problem.type == "oauth1-permissions"_L1
        || problem.reason == "client-not-enrolled"_L1 || problem.reason == "official-client-forbidden"_L1;
}

} // namespace fw::twitter
