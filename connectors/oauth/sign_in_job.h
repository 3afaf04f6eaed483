#pragma once

#include "connectors/oauth/pkce.h"
#include "connectors/oauth/redirect_listener.h"
#include "connectors/oauth/token_client.h"

namespace fw {

/// One sign-in through the person's own browser: listens, says where to send the browser, takes the redirect, exchanges the code. The code is
/// exchanged as soon as it came (X takes it for 30 seconds only). Nothing is stored here. Destroying it ends everything.
/// Thread: the one that made it, which needs an event loop.
class SignInJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInJob)
public:
    struct Wish {
        QString page = {}; // see CodeGrant
        RedirectPages pages = {};
        milliseconds patience = RedirectListener::kPatience;
    };

    SignInJob(
        SignInPlan plan, QByteArray clientSecret, Wish wish, const Clock &clock, QObject *parent = nullptr);
    ~SignInJob() override;

    /// The address for the browser. Errors: Busy when the redirect's port is taken.
    [[nodiscard]] Result<QUrl> start();

Q_SIGNALS:
    /// Once. Errors: those of codeIn() and exchangeCode(), Timeout.
    void finished(const fw::Result<fw::TokenSet> &tokens);

private:
    void exchange(const QByteArray &code);

    const SignInPlan m_plan;
    QByteArray m_clientSecret;
    const Wish m_wish;
    const Clock &m_clock;
    const Pkce m_pkce;
    RedirectListener m_listener;
    HttpClient m_http;
};

} // namespace fw
