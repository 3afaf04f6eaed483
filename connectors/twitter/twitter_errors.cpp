#include "connectors/twitter/twitter_errors.h"

#include "connectors/twitter/twitter_json.h"
#include "connectors/twitter/twitter_limits.h"
#include "connectors/twitter/twitter_problem.h"

#include <algorithm>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

constexpr qsizetype kMaxDetail = 300;
constexpr qsizetype kQuoteLength = 12; // so many characters in a row of what we sent are a quotation

OutcomeKind kindOf(ErrorCode code, const Problem &problem)
{
    switch (code) {
    case ErrorCode::BadRequest:
    case ErrorCode::DuplicateContent:
    case ErrorCode::NotSummoned:
    case ErrorCode::PersonUnreachable:
    case ErrorCode::NotFound:
        return OutcomeKind::Rejected;
    case ErrorCode::Forbidden:
        return isAboutUs(problem) ? OutcomeKind::NotCarriedOut : OutcomeKind::Rejected;
    case ErrorCode::Unauthorised:
    case ErrorCode::CreditsDepleted:
    case ErrorCode::RateLimited:
    case ErrorCode::CapReached:
    case ErrorCode::Spam:
        return OutcomeKind::NotCarriedOut;
    default:
        return OutcomeKind::Unknown;
    }
}

/// The network refuses a message with a plain 403 when its recipient takes none from us (docs.x.com/x-api/direct-messages/manage).
ErrorCode codeFor(const Write &write, int status, const Problem &problem)
{
    const ErrorCode code = codeOf(status, problem);
    const bool isAboutPerson
        = write.operation == Operation::DirectMessage && code == ErrorCode::Forbidden && !isAboutUs(problem);
    return isAboutPerson ? ErrorCode::PersonUnreachable : code;
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

Outcome outcomeOf(const HttpAnswer &answer, const CallFacts &facts, const Write &write)
{
    Outcome outcome{.facts = facts};
    if (answer.error) {
        const ErrorCode code = answer.error->code;
        // Io and Unauthorised without an answer are about our own token: there was none to send with.
        const bool nothingHappened = code == ErrorCode::Offline || code == ErrorCode::Usage
            || code == ErrorCode::Cancelled || code == ErrorCode::Io || code == ErrorCode::Unauthorised;
        outcome.kind = nothingHappened ? OutcomeKind::NotCarriedOut : OutcomeKind::Unknown;
        outcome.error = *answer.error;
        return outcome;
    }
    if (answer.status == 201 || answer.status == 200) {
        outcome.remoteId = write.remoteIdIn(answer.body);
        outcome.thread = write.threadIn ? write.threadIn(answer.body) : QString();
        outcome.kind = outcome.remoteId.isEmpty() ? OutcomeKind::Unknown : OutcomeKind::Accepted;
        outcome.error = {.code = ErrorCode::UnknownOutcome,
            .detail = u"the answer does not say that it was carried out"_s};
        return outcome;
    }
    const Problem problem = readProblem(answer.body);
    outcome.error.detail = detailFor(answer.status, problem, write.text);
    if (!isRefusal(answer.status)) {
        outcome.error.code = answer.status >= 500 ? ErrorCode::ServerFault : ErrorCode::UnknownOutcome;
        return outcome;
    }
    outcome.error.code = codeFor(write, answer.status, problem);
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
    return problem.says(u"tweet.fields"_s) || problem.says(u"post.fields"_s)
        || problem.says(u"dm_event.fields"_s) || problem.says(u"expansions"_s);
}

} // namespace fw::twitter
