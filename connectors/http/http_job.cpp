#include "connectors/http/http_job.h"

#include "app/core/boot_time.h"
#include "app/core/crash_point.h"
#include "app/core/log.h"
#include "connectors/http/http_client.h"
#include "connectors/http/http_date.h"
#include "connectors/http/http_wire.h"

#include <QRandomGenerator>
#include <QSslError>

namespace fw {

namespace {
using namespace Qt::StringLiterals;

constexpr milliseconds kFirstPause{200};
constexpr int kPauseGrowth = 3;
constexpr qint64 kChunk = 64 * 1024;
constexpr qint64 kReadAhead = 512 * 1024; // unpacked bytes Qt may hold before they are taken

/// Whether Qt takes an answer with this Content-Encoding out of it.
bool isUnpacked(const QByteArray &encoding)
{
    const QByteArray name = encoding.trimmed().toLower();
    return name.isEmpty() || name == "identity" || name == "gzip" || name == "deflate" || name == "br"
        || name == "zstd";
}
} // namespace

HttpJob::HttpJob(HttpRequest request, QNetworkAccessManager &manager, const RawSink &sink, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_manager(manager)
    , m_rawSink(sink)
{
}

HttpJob::HttpJob(HttpRequest request, QNetworkAccessManager &manager,
    std::unique_ptr<QNetworkAccessManager> own, const RawSink &sink, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_ownManager(std::move(own))
    , m_manager(manager)
    , m_rawSink(sink)
    , m_isWrite(true)
{
}

HttpJob::~HttpJob()
{
    if (m_isDone) {
        return;
    }
    const bool mayHaveLeft = m_isWrite && m_reply && !certainlyNothingLeft();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    m_answer.error = mayHaveLeft
        ? Error{.code = ErrorCode::UnknownOutcome, .detail = u"given up while under way"_s}
        : Error{.code = ErrorCode::Cancelled, .detail = u"given up before anything was sent"_s};
    m_promise.addResult(m_answer);
    m_promise.finish();
}

void HttpJob::start()
{
    m_promise.start();
    m_elapsed.start();
    m_deadline.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
        [this] { stop({.code = ErrorCode::Timeout, .detail = u"no whole answer in time"_s}); });
    connect(&m_pause, &QTimer::timeout, this, &HttpJob::call);
    m_deadline.start(
        m_request.deadline.value_or(m_isWrite ? HttpClient::kWriteDeadline : HttpClient::kReadDeadline));
    call();
}

void HttpJob::call()
{
    ++m_attempts;
    m_answer = {};
    m_tlsErrors.clear();
    if (m_isWrite) {
        auto body = std::make_unique<OneShotBody>(
            m_request.body, sinceBoot() + m_deadline.remainingTimeAsDuration());
        m_body = body.get();
        m_reply.reset(
            m_manager.sendCustomRequest(networkRequest(m_request, true), m_request.method, body.get()));
        body.release()->setParent(m_reply.get());
        reached(CrashPoint::Connecting);
        if constexpr (kHasCrashPoints) {
            connect(
                m_reply.get(), &QNetworkReply::requestSent, this, [] { reached(CrashPoint::RequestLeft); });
        }
    } else {
        m_reply.reset(m_manager.get(networkRequest(m_request, false)));
    }
    m_reply->setReadBufferSize(kReadAhead);
    connect(m_reply.get(), &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors) { // to be told, never to be ignored
            m_tlsErrors.append(error.errorString());
        }
    });
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &HttpJob::takeHeaders);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &HttpJob::takeBytes);
    connect(m_reply.get(), &QNetworkReply::finished, this, &HttpJob::replyFinished);
    // Where unpacking fails in the middle, Qt 6.4.2 tells of the error and then says no more.
    connect(
        m_reply.get(), &QNetworkReply::errorOccurred, this,
        [this, reply = m_reply.get()] {
            if (reply == m_reply.get() && !reply->isFinished()
                && reply->error() == QNetworkReply::UnknownContentError && m_answer.status < 300) {
                stop(brokenAnswer(u"the answer cannot be unpacked"_s));
            }
        },
        Qt::QueuedConnection);
}

void HttpJob::takeHeaders()
{
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_answer.headers.clear();
    qint64 size = 0;
    for (const auto &[name, value] : m_reply->rawHeaderPairs()) {
        size += name.size() + value.size();
        m_answer.headers.insert(name.toLower(), value);
    }
    m_answer.serverTime = instantFromHttpDate(m_answer.headers.value("date"));
    if (size > HttpClient::kMaxHeaders) {
        stop(brokenAnswer(u"the answer's headers are too large"_s));
    } else if (!isUnpacked(m_answer.headers.value("content-encoding"))) {
        stop(brokenAnswer(u"the answer is packed in a way nobody asked for"_s));
    }
}

void HttpJob::takeBytes()
{
    while (!m_isDone && !m_stoppedFor && m_reply->bytesAvailable() > 0) {
        const QByteArray bytes = m_reply->read(kChunk);
        if (bytes.isEmpty()) {
            return;
        }
        if (m_answer.body.size() + bytes.size() > HttpClient::kMaxBody) {
            stop(brokenAnswer(
                u"the answer is larger than %1 MiB"_s.arg(HttpClient::kMaxBody / (1024 * 1024))));
            return;
        }
        m_answer.body += bytes;
    }
}

void HttpJob::stop(const Error &why)
{
    if (m_isDone || m_stoppedFor) {
        return;
    }
    m_stoppedFor = why;
    if (m_reply && !m_reply->isFinished()) {
        m_reply->abort(); // ends in replyFinished
    } else {
        finish();
    }
}

void HttpJob::replyFinished()
{
    if (m_isDone) {
        return;
    }
    takeHeaders();
    takeBytes();
    if (m_isDone) {
        return;
    }
    m_answer.error = transportError();
    m_answer.isUnchanged = !m_answer.error && m_answer.status == 304;
    if (m_rawSink && m_answer.status != 0) {
        m_rawSink(rawAnswerOf(m_request, m_answer));
    }
    if (isWorthAnotherAttempt()) {
        const milliseconds pause = nextPause();
        if (pause < m_deadline.remainingTimeAsDuration()) {
            m_pause.start(pause);
            return;
        }
    }
    finish();
}

bool HttpJob::isWorthAnotherAttempt() const
{
    if (m_isWrite || m_stoppedFor || m_attempts >= HttpClient::kReadAttempts) {
        return false;
    }
    const bool isLost = m_answer.error
        && (m_answer.status == 0 ? m_answer.error->code == ErrorCode::ServerFault
                                 : m_reply->error() == QNetworkReply::RemoteHostClosedError);
    return isLost || (!m_answer.error && m_answer.status >= 500);
}

/// Half to one and a half times as long as the pauses grow, so that many readers do not come back in step.
milliseconds HttpJob::nextPause() const
{
    milliseconds pause = kFirstPause;
    for (int attempt = 1; attempt < m_attempts; ++attempt) {
        pause *= kPauseGrowth;
    }
    return pause / 2 + milliseconds(QRandomGenerator::global()->bounded(qint64(pause.count()) + 1));
}

void HttpJob::finish()
{
    m_isDone = true;
    m_deadline.stop();
    m_pause.stop();
    if (m_stoppedFor) {
        m_answer.error = transportError();
    }
    const log::SafeText outcome{m_answer.error ? toString(m_answer.error->code) : u"answered"_s};
    log::debug(log::Area::Http, "request",
        {{"method", log::SafeText{QString::fromLatin1(m_request.method)}},
            {"host", log::SafeText{m_request.url.host()}},
            {"path", log::SafeText{m_request.url.path(QUrl::FullyEncoded)}}, {"status", m_answer.status},
            {"ms", m_elapsed.elapsed()},
            {"request_id", log::SafeText{QString::fromLatin1(requestIdOf(m_answer))}}, {"outcome", outcome}});
    m_promise.addResult(m_answer);
    m_promise.finish();
    deleteLater();
}

/// Proof, not a guess: a body of which no byte was ever asked for cannot have left, and without it the server has no whole request. A request
/// with nothing in its body gives no such sign (Qt 6.4.2 does not report requestSent for it either), so only errors of connecting count.
bool HttpJob::certainlyNothingLeft() const
{
    if (m_answer.status != 0 || (m_body && m_body->wasRead())) {
        return false;
    }
    if (m_body && !m_request.body.isEmpty()) {
        return true;
    }
    switch (m_reply ? m_reply->error() : QNetworkReply::NoError) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
        return true;
    case QNetworkReply::UnknownNetworkError: // no route; for a write it might also have come later
    case QNetworkReply::TemporaryNetworkFailureError:
        return !m_isWrite;
    default:
        return false;
    }
}

std::optional<Error> HttpJob::transportError() const
{
    if (m_stoppedFor) {
        if (m_stoppedFor->code == ErrorCode::Timeout && m_isWrite && certainlyNothingLeft()) {
            return Error{.code = ErrorCode::Offline, .detail = u"no connection in time"_s};
        }
        return m_stoppedFor;
    }
    const QNetworkReply::NetworkError error = m_reply->error();
    if (error == QNetworkReply::NoError || isStatusInOtherWords(error, m_answer.status)) {
        if (m_answer.status == 304 && !m_isWrite && !m_request.etag.isEmpty()) {
            return std::nullopt;
        }
        if (m_answer.status >= 300 && m_answer.status < 400) {
            return brokenAnswer(
                u"the answer is a redirect (%1), which is not followed"_s.arg(m_answer.status));
        }
        return m_answer.status == 0 ? std::optional(lostConnection()) : std::nullopt;
    }
    if (certainlyNothingLeft()) {
        return Error{.code = ErrorCode::Offline, .detail = connectionWords(error, m_tlsErrors)};
    }
    return m_answer.status != 0 ? brokenAnswer(u"the answer is cut short"_s) : lostConnection();
}

Error HttpJob::brokenAnswer(const QString &words) const
{
    return {.code = m_isWrite ? ErrorCode::UnknownOutcome : ErrorCode::MalformedAnswer, .detail = words};
}

Error HttpJob::lostConnection() const
{
    return {.code = m_isWrite ? ErrorCode::UnknownOutcome : ErrorCode::ServerFault,
        .detail = u"the connection was lost before an answer came"_s};
}

} // namespace fw
