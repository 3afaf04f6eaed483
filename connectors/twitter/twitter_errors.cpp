#include "connectors/twitter/twitter_errors.h"

#include "connectors/twitter/twitter_limits.h"
#include "connectors/twitter/twitter_parse.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

constexpr qsizetype kMaxDetail = 300;
constexpr qsizetype kQuoteLength = 12; // so many characters in a row of what we sent are a quotation

/// A problem body, RFC 7807 or the older list of codes.
struct Problem {
    QString type = {}; // last path segment: the host differs between versions
    QString title = {};
    QString detail = {};
    QString reason = {};
    QList<int> codes = {}; // of the older shape
    QString allWords = {}; // every message and parameter name, to look for names in

    [[nodiscard]] bool hasCode(int code) const { return codes.contains(code); }
    [[nodiscard]] bool says(const QString &words) const
    {
        return allWords.contains(words, Qt::CaseInsensitive);
    }
    [[nodiscard]] QString words() const
    {
        return detail.isEmpty() || detail == title ? title
            : title.isEmpty()                      ? detail
                                                   : title + u": "_s + detail;
    }
};

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

Problem readProblem(const QByteArray &body)
{
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    Problem problem{.type = root.value(u"type"_s).toString().section(u'/', -1),
        .title = root.value(u"title"_s).toString(),
        .detail = root.value(u"detail"_s).toString(),
        .reason = root.value(u"reason"_s).toString()};
    problem.allWords = problem.title + u'\n' + problem.detail + u'\n' + root.value(u"parameter"_s).toString();
    readNested(root.value(u"errors"_s).toArray(), problem);
    return problem;
}

/// What a refusal is. The network tells some of them apart only by the sentence in `detail`, so here, and nowhere else, text decides.
ErrorCode codeOf(int status, const Problem &problem)
{
    if (problem.hasCode(89) || problem.hasCode(32)) {
        return ErrorCode::Unauthorised;
    }
    if (problem.hasCode(187) || (status == 403 && problem.says(u"duplicate content"_s))) {
        return ErrorCode::DuplicateContent;
    }
    if (problem.type == u"usage-capped"_s || problem.title == u"UsageCapExceeded"_s) {
        return ErrorCode::CapReached;
    }
    if (problem.hasCode(185) || problem.hasCode(88) || problem.type == u"rate-limit-exceeded"_s
        || problem.says(u"over daily status update limit"_s)) {
        return ErrorCode::RateLimited;
    }
    if (problem.type == u"credits"_s || problem.title == u"CreditsDepleted"_s) {
        return ErrorCode::CreditsDepleted;
    }
    if (status == 403 && problem.says(u"reply to this conversation is not allowed"_s)) {
        return ErrorCode::NotSummoned;
    }
    if (problem.type == u"resource-not-found"_s || problem.hasCode(385)
        || problem.says(u"deleted or not visible"_s)) {
        return ErrorCode::NotFound; // about the parent, not about the account
    }
    if (problem.type == u"not-authorized-for-resource"_s || problem.type == u"disallowed-resource"_s) {
        return ErrorCode::Forbidden;
    }
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

/// About the app's set-up or a locked account, not about this reply: the same reply may leave once it is put right.
bool isAboutUs(const Problem &problem)
{
    return problem.hasCode(326) || problem.hasCode(64) || problem.type == u"client-forbidden"_s
        || problem.type == u"unsupported-authentication"_s || problem.type == u"oauth1-permissions"_s
        || problem.reason == u"client-not-enrolled"_s || problem.reason == u"official-client-forbidden"_s;
}

OutcomeKind kindOf(ErrorCode code, const Problem &problem)
{
    switch (code) {
    case ErrorCode::BadRequest:
    case ErrorCode::DuplicateContent:
    case ErrorCode::NotSummoned:
    case ErrorCode::NotFound:
        return OutcomeKind::Rejected;
    case ErrorCode::Forbidden:
        return isAboutUs(problem) ? OutcomeKind::NotCarriedOut : OutcomeKind::Rejected;
    case ErrorCode::Unauthorised:
    case ErrorCode::CreditsDepleted:
    case ErrorCode::RateLimited:
    case ErrorCode::CapReached:
        return OutcomeKind::NotCarriedOut;
    default:
        return OutcomeKind::Unknown;
    }
}

QString foldedForComparison(const QString &text)
{
    return decodeEntities(text).simplified().toCaseFolded();
}

/// Whether `words` repeat `sent`, whole or in part.
bool quotes(const QString &words, const QString &sent)
{
    const QString said = foldedForComparison(words);
    const QString ours = foldedForComparison(sent);
    if (ours.isEmpty()) {
        return false;
    }
    const qsizetype length = std::min(kQuoteLength, ours.size());
    for (qsizetype i = 0; i + length <= ours.size(); ++i) {
        if (said.contains(QStringView(ours).mid(i, length))) {
            return true;
        }
    }
    return false;
}

QString detailFor(int status, const Problem &problem, const QString &sent)
{
    const QString words = problem.words().simplified();
    if (words.isEmpty()) {
        return u"status %1"_s.arg(status);
    }
    if (!quotes(words, sent)) {
        return words.left(kMaxDetail);
    }
    return quotes(problem.title, sent) || problem.title.isEmpty()
        ? u"status %1; the network quotes the reply"_s.arg(status)
        : problem.title.simplified().left(kMaxDetail);
}

bool isRefusal(int status)
{
    return status == 400 || status == 401 || status == 402 || status == 403 || status == 404 || status == 410
        || status == 429;
}
} // namespace

Error errorOfProblem(int status, const QByteArray &body)
{
    const Problem problem = readProblem(body);
    return {.code = codeOf(status, problem), .detail = detailFor(status, problem, {})};
}

std::optional<Error> errorOfRead(const HttpAnswer &answer, const CallFacts &facts)
{
    if (answer.error) {
        return answer.error;
    }
    if (answer.status == 200) {
        return std::nullopt;
    }
    Error error = errorOfProblem(answer.status, answer.body);
    if (error.code == ErrorCode::RateLimited) {
        error.retryAfter = waitAfter(facts);
    }
    return error;
}

Outcome outcomeOfReply(const HttpAnswer &answer, const CallFacts &facts, const QString &sent)
{
    Outcome outcome{.facts = facts};
    if (answer.error) {
        const ErrorCode code = answer.error->code;
        const bool nothingHappened
            = code == ErrorCode::Offline || code == ErrorCode::Usage || code == ErrorCode::Cancelled;
        outcome.kind = nothingHappened ? OutcomeKind::NotCarriedOut : OutcomeKind::Unknown;
        outcome.error = *answer.error;
        return outcome;
    }
    if (answer.status == 201 || answer.status == 200) {
        outcome.remoteId = readCreatedId(answer.body);
        outcome.kind = outcome.remoteId.isEmpty() ? OutcomeKind::Unknown : OutcomeKind::Accepted;
        outcome.error
            = {.code = ErrorCode::UnknownOutcome, .detail = u"the answer does not name the new post"_s};
        return outcome;
    }
    const Problem problem = readProblem(answer.body);
    outcome.error.detail = detailFor(answer.status, problem, sent);
    if (!isRefusal(answer.status)) {
        outcome.error.code = answer.status >= 500 ? ErrorCode::ServerFault : ErrorCode::UnknownOutcome;
        return outcome;
    }
    outcome.error.code = codeOf(answer.status, problem);
    outcome.kind = kindOf(outcome.error.code, problem);
    if (outcome.error.code == ErrorCode::RateLimited) {
        outcome.error.retryAfter = waitAfter(facts);
    }
    return outcome;
}

bool refusesSelector(const HttpAnswer &answer)
{
    if (answer.error || answer.status != 400) {
        return false;
    }
    const Problem problem = readProblem(answer.body);
    return problem.says(u"tweet.fields"_s) || problem.says(u"post.fields"_s) || problem.says(u"expansions"_s);
}

} // namespace fw::twitter
