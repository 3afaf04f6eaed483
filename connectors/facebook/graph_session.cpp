#include "connectors/facebook/graph_session.h"

#include "app/core/async.h"
#include "app/network/call_facts.h"
#include "connectors/facebook/graph_ids.h"
#include "connectors/facebook/graph_limits.h"
#include "connectors/http/form_body.h"
#include "connectors/oauth/app_secret_proof.h"

namespace fw::facebook {

namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr milliseconds kForbiddenFor = 1h; // then it is tried again: somebody may have granted it
} // namespace

Session::Session(const Account &account, TokenSource token, const Clock &clock, TokenSource appSecret)
    : m_account(account)
    , m_settings(settingsOf(account))
    , m_token(std::move(token))
    , m_appSecret(std::move(appSecret))
    , m_clock(clock)
{
}

Result<Session::Credentials> Session::credentials() const
{
    const Result<QByteArray> bearer = m_token();
    if (!bearer) {
        return Failure(bearer.error());
    }
    Credentials credentials{.bearer = *bearer};
    if (m_appSecret) {
        const Result<QByteArray> secret = m_appSecret();
        if (!secret) {
            return Failure({.code = secret.error().code,
                .detail = u"the app's secret, for appsecret_proof: "_s + secret.error().detail});
        }
        credentials.proof = secret->isEmpty() ? QByteArray() : appSecretProof(*bearer, *secret);
    }
    return credentials;
}

QUrl Session::urlOf(const QString &path, QUrlQuery query, const QByteArray &proof) const
{
    QUrl url(m_account.baseUrl.trimmed());
    QString base = url.path();
    while (base.endsWith(u'/')) {
        base.chop(1);
    }
    url.setPath(base + u'/' + m_settings.graphVersion + u'/' + path);
    if (!proof.isEmpty()) {
        query.addQueryItem(u"appsecret_proof"_s, QString::fromLatin1(proof));
    }
    url.setQuery(query);
    url.setFragment(QString());
    return url;
}

QFuture<HttpAnswer> Session::get(const Ask &ask, bool isCoreOnly)
{
    const Result<Credentials> allowed = credentials();
    if (!allowed) {
        return ready(HttpAnswer{.error = allowed.error()});
    }
    QUrlQuery query = ask.query;
    query.addQueryItem(
        u"fields"_s, QString::fromLatin1(QUrl::toPercentEncoding(fieldsOf(ask.fields, isCoreOnly))));
    return m_http.get({.url = urlOf(ask.path, query, allowed->proof),
        .bearer = allowed->bearer,
        .deadline = m_settings.deadline});
}

AskAnswer Session::judged(const HttpAnswer &answer, const Ask &ask)
{
    AskAnswer read{.http = answer, .facts = factsOf(answer, m_account.remoteId, now())};
    read.error = errorOfRead(answer, read.facts, {.operation = ask.operation, .now = now()});
    if (!ask.isAboutOne) {
        notePermission(ask.operation, answer);
    }
    return read;
}

QFuture<AskAnswer> Session::read(const Ask &ask)
{
    const bool isCoreOnly = m_coreOnly.count(ask.fields) > 0;
    return get(ask, isCoreOnly)
        .then([shared = weak_from_this(), ask, isCoreOnly](const HttpAnswer &first) {
            const auto alive = shared.lock();
            if (!alive) {
                return ready(AskAnswer{.error = Error{.code = ErrorCode::Cancelled}});
            }
            if (isCoreOnly || !refusesFields(first)) {
                return ready(alive->judged(first, ask));
            }
            const CallFacts facts = factsOf(first, alive->m_account.remoteId, alive->now());
            return alive->get(ask, true).then([shared, ask, facts](const HttpAnswer &second) {
                const auto stillAlive = shared.lock();
                if (!stillAlive) {
                    return AskAnswer{.error = Error{.code = ErrorCode::Cancelled}};
                }
                AskAnswer read = stillAlive->judged(second, ask);
                read.facts = followedBy(facts, ask.operation, read.facts);
                if (!read.error) {
                    stillAlive->m_coreOnly.insert(ask.fields);
                }
                return read;
            });
        })
        .unwrap();
}

QFuture<Outcome> Session::write(const Deed &deed)
{
    const Result<Credentials> allowed = credentials();
    if (!allowed) {
        return ready(Outcome{.kind = OutcomeKind::NotCarriedOut, .error = allowed.error()});
    }
    const bool isForm = deed.json.isEmpty();
    HttpRequest request{.method = deed.method,
        .url = urlOf(deed.path, {}, allowed->proof),
        .body = isForm ? formBody(deed.form) : deed.json,
        .contentType = isForm ? QByteArray(kFormContentType) : QByteArray("application/json"),
        .bearer = allowed->bearer,
        .deadline = m_settings.deadline};
    return m_http.write(std::move(request))
        .then([shared = weak_from_this(), deed, page = m_account.remoteId, sentAt = now()](
                  const HttpAnswer &answer) {
            if (const auto alive = shared.lock()) {
                alive->notePermission(deed.context.operation, answer);
            }
            CallContext context = deed.context;
            context.now = sentAt;
            return outcomeOfWrite(answer, factsOf(answer, page, sentAt), context, deed.idMember, deed.target);
        });
}

QFuture<Answer<Profile>> Session::identify()
{
    return read({.path = u"me"_s, .fields = FieldList::Page, .operation = Operation::Identify})
        .then([shared = weak_from_this()](const AskAnswer &read) {
            const auto alive = shared.lock();
            return alive ? alive->profileIn(read) : Answer<Profile>{};
        });
}

Answer<Profile> Session::profileIn(const AskAnswer &read)
{
    Answer<Profile> known{.facts = read.facts};
    if (read.error) {
        known.result = Failure(*read.error);
        if (refusesFields(read.http)) {
            // Lists of a Page would come back empty, not as errors, so it must be said here.
            known.result = Failure({.code = ErrorCode::Unauthorised,
                .detail
                = u"the token is not a Page's; with a person's token, GET /me/accounts names the Page's own. "
                  "The network says: "_s
                    + read.error->detail});
        }
        return known;
    }
    const Result<ReadProfile> profile = readProfile(read.http.body);
    if (!profile) {
        known.result = Failure(profile.error());
        return known;
    }
    if (!m_account.remoteId.isEmpty() && profile->profile.remoteId != m_account.remoteId) {
        known.result = Failure({.code = ErrorCode::Unauthorised,
            .detail = u"the token belongs to %1, this account is Page %2"_s.arg(
                profile->profile.remoteId, m_account.remoteId)});
        return known;
    }
    m_account.remoteId = profile->profile.remoteId;
    m_isPagesToken = true;
    known.result = profile->profile;
    known.facts.audience = profile->audience;
    return known;
}

void Session::notePermission(Operation operation, const HttpAnswer &answer)
{
    if (lacksPermission(answer)) {
        noteForbidden(operation);
    } else if (!answer.error && answer.status == 200) {
        m_forbidden.erase(operation);
    }
}

void Session::noteForbidden(Operation operation)
{
    m_forbidden[operation] = now() + kForbiddenFor;
}

bool Session::isForbidden(Operation operation) const
{
    const auto until = m_forbidden.find(operation);
    return until != m_forbidden.end() && until->second > now();
}

Reading readingOf(const Session &session, const HttpAnswer &answer)
{
    return {.account = session.account(), .serverTime = answer.serverTime.value_or(session.now())};
}

} // namespace fw::facebook
