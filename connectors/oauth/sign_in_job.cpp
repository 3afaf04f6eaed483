#include "connectors/oauth/sign_in_job.h"

#include "app/core/async.h"
#include "connectors/oauth/secret_bytes.h"

namespace fw {

SignInJob::SignInJob(SignInPlan plan, QByteArray clientSecret, Wish wish, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_clientSecret(std::move(clientSecret))
    , m_wish(std::move(wish))
    , m_clock(clock)
    , m_pkce(makePkce())
    , m_listener(m_wish.pages)
{
    connect(&m_listener, &RedirectListener::finished, this, [this](const Result<QByteArray> &code) {
        if (code) {
            exchange(*code);
        } else {
            Q_EMIT finished(Failure(code.error()));
        }
    });
}

SignInJob::~SignInJob()
{
    wipe(m_clientSecret);
}

Result<QUrl> SignInJob::start()
{
    const QByteArray state = randomWord();
    return m_listener.listen(state, m_plan.redirectPort, m_wish.patience).map([this, &state] {
        return authorizeUrl(m_plan, m_listener.redirectUri(), state, m_pkce.challenge);
    });
}

void SignInJob::exchange(const QByteArray &code)
{
    const CodeGrant grant{.code = code,
        .verifier = m_pkce.verifier,
        .redirectUri = m_listener.redirectUri(),
        .page = m_wish.page};
    whenDone(exchangeCode(m_http, m_plan, m_clientSecret, grant, m_clock), this,
        [this](const Result<TokenSet> &tokens) { Q_EMIT finished(tokens); });
}

} // namespace fw
