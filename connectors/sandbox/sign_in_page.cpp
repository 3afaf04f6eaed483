#include "connectors/sandbox/sign_in_page.h"

#include <QCryptographicHash>
#include <QUrl>

namespace fw::sandbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto kCodeLife = 10min;

HttpAnswer redirect(const QString &uri, const QList<QPair<QString, QString>> &parameters)
{
    QUrl url(uri);
    QUrlQuery query(url);
    for (const auto &[name, value] : parameters) {
        if (!value.isEmpty()) {
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
    }
    url.setQuery(query);
    return {.status = 302, .headers = {{"location", url.toEncoded()}}, .bytes = QByteArray()};
}

HttpAnswer page(int status, const QString &html)
{
    return {.status = status,
        .headers = {{"content-type", "text/html; charset=utf-8"}},
        .bytes = (u"<!doctype html><title>Sandbox</title>"_s + html).toUtf8()};
}

HttpAnswer question(const HttpRequest &request)
{
    const QString again
        = request.path.toHtmlEscaped() + u'?' + request.query.toString(QUrl::FullyEncoded).toHtmlEscaped();
    return page(200,
        u"<p>An app asks to act for the account.</p><p><a href=\"%1&amp;sandbox=allow\">Allow</a> "
        "<a href=\"%1&amp;sandbox=deny\">Deny</a></p>"_s.arg(again));
}
} // namespace

QString opaqueText(const QString &name, int number)
{
    const QByteArray hash = QCryptographicHash::hash(
        name.toUtf8() + ' ' + QByteArray::number(number), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

bool isVerified(const Consent &consent, const QString &verifier)
{
    if (consent.challenge.isEmpty()) {
        return true;
    }
    const QByteArray hash = QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256);
    const QString hashed
        = QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    return consent.challenge == (consent.challengeMethod == "S256"_L1 ? hashed : verifier);
}

HttpAnswer SignInPage::show(const HttpRequest &request, Instant now)
{
    const Params params(request.query);
    const QString uri = params.value(u"redirect_uri"_s);
    if (params.value(u"client_id"_s).isEmpty() || !QUrl(uri, QUrl::StrictMode).isValid() || uri.isEmpty()
        || params.value(u"response_type"_s, u"code"_s) != "code"_L1) {
        return page(400, u"<p>Something went wrong: client_id, redirect_uri or response_type.</p>"_s);
    }
    const QString choice = params.value(u"sandbox"_s);
    if (choice == "deny"_L1) {
        return redirect(uri, {{u"error"_s, u"access_denied"_s}, {u"state"_s, params.value(u"state"_s)}});
    }
    if (!m_isAutomatic && choice != "allow"_L1) {
        return question(request);
    }
    const QString code = opaqueText(m_name + u" code"_s, ++m_given);
    m_consents.insert(code,
        {.client = params.value(u"client_id"_s),
            .redirectUri = uri,
            .scope = params.value(u"scope"_s),
            .challenge = params.value(u"code_challenge"_s),
            .challengeMethod = params.value(u"code_challenge_method"_s, u"plain"_s),
            .givenAt = now});
    return redirect(uri, {{u"code"_s, code}, {u"state"_s, params.value(u"state"_s)}});
}

std::optional<Consent> SignInPage::take(const QString &code, Instant now)
{
    if (!m_consents.contains(code)) {
        return std::nullopt;
    }
    Consent consent = m_consents.take(code);
    return now < consent.givenAt + kCodeLife ? std::optional(std::move(consent)) : std::nullopt;
}

} // namespace fw::sandbox
