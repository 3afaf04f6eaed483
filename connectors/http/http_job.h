#pragma once

#include "connectors/http/http_types.h"
#include "connectors/http/one_shot_body.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <functional>
#include <memory>

namespace fw {

/// One call of QNetworkAccessManager, from the request to the finished promise. Deletes itself when done. Thread: the client's.
class HttpJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpJob)
public:
    using RawSink = std::function<void(const RawAnswer &)>;

    /// For a read: over `manager`, which outlives the job, as does `sink`.
    HttpJob(HttpRequest request, QNetworkAccessManager &manager, const RawSink &sink, QObject *parent);
    /// For a write: over `manager`, once. `own` is the manager when it belongs to this write alone.
    HttpJob(HttpRequest request, QNetworkAccessManager &manager, std::unique_ptr<QNetworkAccessManager> own,
        const RawSink &sink, QObject *parent);
    ~HttpJob() override;

    [[nodiscard]] QFuture<HttpAnswer> future() const { return m_promise.future(); }
    void start();

private:
    void call();
    void takeHeaders();
    void takeBytes();
    void stop(const Error &why);
    void replyFinished();
    [[nodiscard]] bool isWorthAnotherAttempt() const;
    [[nodiscard]] milliseconds nextPause() const;
    void finish();
    [[nodiscard]] std::optional<Error> transportError() const;
    [[nodiscard]] Error brokenAnswer(const QString &words) const;
    [[nodiscard]] Error lostConnection() const;
    [[nodiscard]] bool certainlyNothingLeft() const;

    HttpRequest m_request;
    std::unique_ptr<QNetworkAccessManager> m_ownManager;
    QNetworkAccessManager &m_manager;
    const RawSink &m_rawSink;
    bool m_isWrite = false;
    int m_attempts = 0; // made so far
    QPromise<HttpAnswer> m_promise;
    HttpAnswer m_answer;
    std::optional<Error> m_stoppedFor;
    QStringList m_tlsErrors;      // why the certificate was refused
    QPointer<OneShotBody> m_body; // belongs to the reply, which may read it until it is gone
    std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater> m_reply;
    QTimer m_deadline;
    QTimer m_pause;
    QElapsedTimer m_elapsed;
    bool m_isDone = false;
};

} // namespace fw
