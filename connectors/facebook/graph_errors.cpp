#include "connectors/facebook/graph_errors.h"

#include "connectors/facebook/graph_ids.h"
#include "connectors/facebook/graph_limits.h"
#include "connectors/http/http_status.h"
#include "connectors/http/json_answer.h"
#include "connectors/http/quoted_text.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace fw::facebook {

namespace {
using namespace Qt::StringLiterals;

constexpr qsizetype kMaxDetail = 300;

struct Meaning {
    int code;
    int subcode; // 0: any
    ErrorCode means;
};
// The first that fits counts.
constexpr std::array kMeanings = {
    Meaning{10, 2018278, ErrorCode::WindowClosed},
    Meaning{10, 2534022, ErrorCode::WindowClosed},
    Meaning{10, 1545041, ErrorCode::WindowClosed},
    Meaning{10, 1893063, ErrorCode::Spam}, // the Page is restricted from sending for a while
    Meaning{10, 10900, ErrorCode::AlreadyReplied},
    Meaning{10, 10903, ErrorCode::PersonUnreachable},
    Meaning{100, 33, ErrorCode::NotFound},
    Meaning{100, 2018278, ErrorCode::WindowClosed},
    Meaning{100, 10900, ErrorCode::AlreadyReplied},
    Meaning{1545041, 0, ErrorCode::WindowClosed},
    Meaning{10900, 0, ErrorCode::AlreadyReplied},
    Meaning{551, 0, ErrorCode::PersonUnreachable},
    Meaning{10903, 0, ErrorCode::PersonUnreachable},
    Meaning{368, 0, ErrorCode::Spam},
    Meaning{1893063, 0, ErrorCode::Spam},
    Meaning{506, 0, ErrorCode::DuplicateContent},
    Meaning{4, 0, ErrorCode::RateLimited},
    Meaning{17, 0, ErrorCode::RateLimited},
    Meaning{32, 0, ErrorCode::RateLimited},
    Meaning{341, 0, ErrorCode::RateLimited},
    Meaning{613, 0, ErrorCode::RateLimited},
    Meaning{102, 0, ErrorCode::Unauthorised},
    Meaning{190, 0, ErrorCode::Unauthorised},
    Meaning{3, 0, ErrorCode::Forbidden},
    Meaning{10, 0, ErrorCode::Forbidden},
    Meaning{100, 0, ErrorCode::BadRequest},
    Meaning{1, 0, ErrorCode::ServerFault},
    Meaning{2, 0, ErrorCode::ServerFault},
};

/// Which budget an error's code is about; its own number where no header reports it.
QString headerOf(int code)
{
    switch (code) {
    case 4:
    case 17: // a person's token: the hour of that person, over all apps
    case 341:
        return headerOf(Budget::App);
    case 32:
    case 80001:
        return headerOf(Budget::Pages);
    case 80006:
        return headerOf(Budget::Messenger);
    default:
        return QString::number(code);
    }
}

/// "API calls from the server require an appsecret_proof argument", or the one sent is wrong. No code of its own tells it from another bad
/// parameter, and taking it for one would reject every reply of the account.
bool refusesProof(const GraphError &error)
{
    return error.code == 100 && error.message.contains("appsecret_proof"_L1);
}

/// The network repeats a token it cannot read.
QString withoutTokens(QString words)
{
    static const QRegularExpression longWord(u"[A-Za-z0-9_|-]{24,}"_s);
    return words.replace(longWord, u"…"_s);
}

QString hintFor(const GraphError &error)
{
    if (error.code == 32) {
        return u" This is a person's token, or counts as one: give the Page's own (GET /me/accounts names it)."_s;
    }
    return refusesProof(error)
        ? u" The app's secret is missing or wrong: account add --client-secret-file, or beside a token file the setting app_secret_file."_s
        : QString();
}

QString detailFor(int status, const std::optional<GraphError> &error, const QString &sent)
{
    if (!error) {
        return u"status %1"_s.arg(status);
    }
    const bool isQuoting = quotesText(error->message, sent);
    const QString words
        = isQuoting ? u"the network quotes the reply"_s : withoutTokens(error->message.simplified());
    const QString codes = error->subcode == 0 ? QString::number(error->code)
                                              : u"%1/%2"_s.arg(error->code).arg(error->subcode);
    const QString trace = error->trace.isEmpty() ? QString() : u", trace "_s + error->trace;
    return words.left(kMaxDetail) + u" (code "_s + codes + trace + u')' + hintFor(*error);
}

QString plainTrace(const QString &trace)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_-]{1,64}\\z"_s);
    return plain.match(trace).hasMatch() ? trace : QString();
}

Error errorOf(const HttpAnswer &answer, const std::optional<GraphError> &told, CallFacts &facts,
    const CallContext &context)
{
    Error error{.code = told ? errorCodeOf(*told, answer.status) : codeOfStatus(answer.status),
        .detail = detailFor(answer.status, told, context.sent)};
    if (error.code == ErrorCode::RateLimited) {
        if (told) {
            noteUsedUp(
                facts, context.operation, headerOf(told->code), LimitKind::Window, told->code, context.now);
        }
        error.retryAfter = waitAfter(facts, context.operation);
    } else if (error.code == ErrorCode::Spam && told) {
        const int code = told->code == 10 ? told->subcode : told->code;
        noteUsedUp(facts, context.operation, QString::number(code), LimitKind::Spam, code, context.now);
    }
    return error;
}

OutcomeKind kindOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unauthorised:
    case ErrorCode::RateLimited:
    case ErrorCode::Spam:
        return OutcomeKind::NotCarriedOut;
    case ErrorCode::ServerFault:
    case ErrorCode::MalformedAnswer:
        return OutcomeKind::Unknown;
    default:
        return OutcomeKind::Rejected;
    }
}

bool isSuccess(const HttpAnswer &answer)
{
    return answer.status >= 200 && answer.status < 300;
}

Outcome outcomeOfSuccess(
    const HttpAnswer &answer, const CallFacts &facts, const QString &idMember, const QString &target)
{
    const Result<JsonAnswer> told = JsonAnswer::read(answer.body);
    Outcome outcome{.kind = OutcomeKind::Unknown,
        .error = {.code = ErrorCode::UnknownOutcome, .detail = u"the answer does not say that it was done"_s},
        .facts = facts};
    if (!told) {
        return outcome;
    }
    const JsonView root = told->root();
    const JsonView success = root["success"];
    if (!idMember.isEmpty()) {
        outcome.remoteId = idIn(root[idMember.toStdString()]);
    } else if (success.toBool() || !idIn(root["id"]).isEmpty()) {
        outcome.remoteId = target;
    } else if (success.isBool()) {
        outcome.kind = OutcomeKind::Rejected;
        outcome.error = {.code = ErrorCode::Forbidden, .detail = u"the network says that it was not done"_s};
        return outcome;
    }
    outcome.kind = outcome.remoteId.isEmpty() ? OutcomeKind::Unknown : OutcomeKind::Accepted;
    return outcome;
}
} // namespace

std::optional<GraphError> graphErrorIn(const QByteArray &body)
{
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    if (!answer) {
        return std::nullopt;
    }
    const JsonView root = answer->root();
    const JsonView error = root["error"];
    if (error.hasMembers()) {
        return GraphError{.code = error["code"].toInt(),
            .subcode = error["error_subcode"].toInt(),
            .message = error["message"].toString(),
            .trace = plainTrace(error["fbtrace_id"].toString()),
            .isTransient = error["is_transient"].toBool()};
    }
    if (!root["error_message"].isMissing()) {
        return GraphError{.code = root["code"].toInt(), .message = root["error_message"].toString()};
    }
    return std::nullopt;
}

ErrorCode errorCodeOf(const GraphError &error, int status)
{
    if (refusesProof(error)) {
        return ErrorCode::Unauthorised;
    }
    const auto *const known
        = std::find_if(kMeanings.begin(), kMeanings.end(), [&error](const Meaning &entry) {
              return entry.code == error.code && (entry.subcode == 0 || entry.subcode == error.subcode);
          });
    if (known != kMeanings.end()) {
        return known->means;
    }
    if (error.code >= 80000 && error.code <= 80099) {
        return ErrorCode::RateLimited; // 80001 Pages, 80006 Messenger; the others are other products' budgets
    }
    if (error.code >= 200 && error.code <= 299) {
        return ErrorCode::Forbidden;
    }
    return error.isTransient ? ErrorCode::ServerFault : codeOfStatus(status);
}

std::optional<Error> errorOfRead(const HttpAnswer &answer, CallFacts &facts, const CallContext &context)
{
    if (answer.error) {
        return answer.error;
    }
    const auto told = graphErrorIn(answer.body);
    if (isSuccess(answer) && !told) {
        return std::nullopt;
    }
    return errorOf(answer, told, facts, context);
}

Outcome outcomeOfWrite(const HttpAnswer &answer, const CallFacts &facts, const CallContext &context,
    const QString &idMember, const QString &target)
{
    if (answer.error) {
        const ErrorCode code = answer.error->code;
        const bool nothingHappened
            = code == ErrorCode::Offline || code == ErrorCode::Usage || code == ErrorCode::Cancelled;
        return {.kind = nothingHappened ? OutcomeKind::NotCarriedOut : OutcomeKind::Unknown,
            .error = *answer.error,
            .facts = facts};
    }
    const auto told = graphErrorIn(answer.body);
    if (isSuccess(answer) && !told) {
        return outcomeOfSuccess(answer, facts, idMember, target);
    }
    Outcome outcome{.facts = facts};
    outcome.error = errorOf(answer, told, outcome.facts, context);
    outcome.kind = kindOf(outcome.error.code);
    return outcome;
}

bool refusesFields(const HttpAnswer &answer)
{
    const auto told = answer.error ? std::nullopt : graphErrorIn(answer.body);
    return told && told->code == 100 && errorCodeOf(*told, answer.status) == ErrorCode::BadRequest;
}

bool lacksPermission(const HttpAnswer &answer)
{
    const auto told = answer.error ? std::nullopt : graphErrorIn(answer.body);
    return told && errorCodeOf(*told, answer.status) == ErrorCode::Forbidden;
}

} // namespace fw::facebook
