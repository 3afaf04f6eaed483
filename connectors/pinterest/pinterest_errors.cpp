#include "connectors/pinterest/pinterest_errors.h"

#include "connectors/pinterest/pinterest_limits.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace fw::pinterest {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMaxDetail = 300;
constexpr qsizetype kQuoteLength = 12; // so many characters in a row of what we sent are a quotation
constexpr milliseconds kPauseOnOneObject = std::chrono::minutes(1);
constexpr int kNotAuthorisedForThing = 7; // 401, but about a board or pin, not about the token

struct Problem {
    int code = 0; // Pinterest's own number, not the HTTP status; 0: not told
    QString message = {};
    QString more = {}; // message_detail

    [[nodiscard]] bool isSpamVerdict() const
    {
        return message.contains("spam"_L1, Qt::CaseInsensitive)
            || more.contains("spam"_L1, Qt::CaseInsensitive);
    }
};

Problem readProblem(const QByteArray &body)
{
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    return {.code = root.value(u"code"_s).toInt(),
        .message = root.value(u"message"_s).toString(),
        .more = root.value(u"message_detail"_s).toString()};
}

ErrorCode codeOf(int status, const Problem &problem)
{
    switch (status) {
    case 400:
    case 422:
        return ErrorCode::BadRequest;
    case 401:
        return problem.code == kNotAuthorisedForThing ? ErrorCode::Forbidden : ErrorCode::Unauthorised;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
    case 410:
        return ErrorCode::NotFound;
    case 409:
        return ErrorCode::Busy; // somebody else has the board at this moment
    case 429:
        // Text decides here and nowhere else: a verdict of spam may come without any code.
        return problem.isSpamVerdict() ? ErrorCode::Spam : ErrorCode::RateLimited;
    default:
        return status >= 500 ? ErrorCode::ServerFault : ErrorCode::MalformedAnswer;
    }
}

bool quotes(const QString &words, const QString &sent)
{
    const QString said = words.simplified().toCaseFolded();
    const QString ours = sent.simplified().toCaseFolded();
    const qsizetype length = std::min(kQuoteLength, ours.size());
    for (qsizetype i = 0; length > 0 && i + length <= ours.size(); ++i) {
        if (said.contains(QStringView(ours).mid(i, length))) {
            return true;
        }
    }
    return false;
}

QString detailFor(int status, const Problem &problem, const QString &sent)
{
    QStringList words{u"status %1"_s.arg(status)};
    if (problem.code != 0 && problem.code != status) {
        words.append(u"code %1"_s.arg(problem.code));
    }
    for (const QString &said : {problem.message.simplified(), problem.more.simplified()}) {
        if (quotes(said, sent)) {
            words.append(u"the network quotes the reply"_s);
        } else if (!said.isEmpty() && !words.contains(said)) {
            words.append(said);
        }
    }
    return words.join(u": "_s).left(kMaxDetail);
}

Error errorIn(const HttpAnswer &answer, const CallFacts &facts, const QString &sent)
{
    const Problem problem = readProblem(answer.body);
    Error error{.code = codeOf(answer.status, problem), .detail = detailFor(answer.status, problem, sent)};
    if (error.code == ErrorCode::RateLimited || error.code == ErrorCode::Busy) {
        error.retryAfter = waitAfter(answer, facts);
    }
    return error;
}

void addVerdict(
    const Error &error, Operation operation, const HttpAnswer &answer, Instant readAt, CallFacts &facts)
{
    if (error.code == ErrorCode::Spam) {
        facts.limitSignals.append({.operation = operation,
            .header = u"spam"_s,
            .kind = LimitKind::Spam,
            .readAt = answer.serverTime.value_or(readAt),
            .evidence = error.detail});
    }
}

OutcomeKind kindOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadRequest:
    case ErrorCode::NotFound:
    case ErrorCode::Forbidden:
        return OutcomeKind::Rejected;
    case ErrorCode::Unauthorised:
    case ErrorCode::RateLimited:
    case ErrorCode::Busy:
    case ErrorCode::Spam:
        return OutcomeKind::NotCarriedOut;
    default:
        return OutcomeKind::Unknown;
    }
}

Outcome withoutAnswer(const Error &error, const CallFacts &facts)
{
    const bool nothingHappened = error.code == ErrorCode::Offline || error.code == ErrorCode::Usage
        || error.code == ErrorCode::Cancelled;
    return {.kind = nothingHappened ? OutcomeKind::NotCarriedOut : OutcomeKind::Unknown,
        .error = error,
        .facts = facts};
}
} // namespace

std::optional<Error> errorOfRead(const HttpAnswer &answer, CallFacts &facts)
{
    if (answer.error) {
        return answer.error;
    }
    if (answer.status == 200) {
        return std::nullopt;
    }
    const Error error = errorIn(answer, facts, {});
    const auto first = facts.limitSignals.isEmpty() ? LimitSignal{} : facts.limitSignals.constFirst();
    addVerdict(error, Operation::Reply, answer, first.readAt, facts);
    return error;
}

std::optional<Outcome> refusalOfWrite(const HttpAnswer &answer, const CallFacts &facts, const QString &sent)
{
    if (answer.error) {
        return withoutAnswer(*answer.error, facts);
    }
    if (answer.status >= 200 && answer.status < 300) {
        return std::nullopt;
    }
    Outcome outcome{.error = errorIn(answer, facts, sent), .facts = facts};
    if (outcome.error.code == ErrorCode::MalformedAnswer) {
        outcome.error.code = ErrorCode::UnknownOutcome;
    }
    outcome.kind = kindOf(outcome.error.code);
    if (outcome.error.code == ErrorCode::RateLimited || outcome.error.code == ErrorCode::Busy) {
        outcome.error.retryAfter = outcome.error.retryAfter.value_or(kPauseOnOneObject);
    }
    addVerdict(outcome.error, Operation::Reply, answer, {}, outcome.facts);
    return outcome;
}

bool isAboutOneThing(const Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::Forbidden;
}

} // namespace fw::pinterest
