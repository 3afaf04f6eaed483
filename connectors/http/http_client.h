#pragma once

#include "connectors/http/http_types.h"

#include <QFuture>

#include <functional>
#include <memory>

namespace fw {

/// Over which connection a write goes.
enum class ConnectionUse {
    Fresh,  // its own: a stale kept-alive connection cannot swallow the answer
    Reused, // the one reads keep alive
};

/// The one HTTP client. Follows no redirect, keeps no cookie, asks nobody for a password, checks certificates against the system's
/// authorities (TLS 1.2 or newer; there is no way to make it overlook an error), speaks HTTP/1.1, and reads at most kMaxHeaders and kMaxBody
/// bytes of an answer, counted unpacked. (A head that never ends is ended by the deadline: Qt shows none of it before its end.)
/// Thread: all calls in the thread that made it, which must have an event loop; futures finish there.
class HttpClient final
{
    Q_DISABLE_COPY_MOVE(HttpClient)
public:
    static constexpr qint64 kMaxBody = 16 * 1024 * 1024;
    static constexpr qint64 kMaxHeaders = 64 * 1024;
    static constexpr milliseconds kReadDeadline{20'000};
    static constexpr milliseconds kWriteDeadline{15'000};

    static constexpr int kReadAttempts = 3;

    explicit HttpClient(ConnectionUse writes = ConnectionUse::Fresh);
    /// Requests under way end now: their futures finish with Cancelled, writes of which a byte may have left with UnknownOutcome.
    ~HttpClient();

    /// A read. Asked again after a 5xx or a lost connection, kReadAttempts times in all, after pauses that grow and vary, within its deadline.
    [[nodiscard]] QFuture<HttpAnswer> get(HttpRequest request);
    /// POST, PUT or DELETE. The request leaves this machine at most once, whatever happens to the connection.
    [[nodiscard]] QFuture<HttpAnswer> write(HttpRequest request);

    /// From now on `sink` is shown every answer of the network, also those that cannot be trusted, before the future finishes.
    void setRawSink(std::function<void(const RawAnswer &)> sink);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace fw
