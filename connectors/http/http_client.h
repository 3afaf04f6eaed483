#pragma once

#include "connectors/http/http_types.h"

#include <QFuture>

#include <memory>

namespace fw {

/// Over which connection a write goes.
enum class ConnectionUse {
    Fresh,  // its own: a stale kept-alive connection cannot swallow the answer
    Reused, // the one reads keep alive
};

/// The one HTTP client. Follows no redirect, keeps no cookie, asks nobody for a password, checks certificates against the system's
/// authorities (TLS 1.2 or newer), speaks HTTP/1.1, and reads at most kMaxBody bytes of an answer, counted unpacked.
/// Thread: all calls in the thread that made it, which must have an event loop; futures finish there.
class HttpClient final
{
    Q_DISABLE_COPY_MOVE(HttpClient)
public:
    static constexpr qint64 kMaxBody = 16 * 1024 * 1024;
    static constexpr qint64 kMaxHeaders = 64 * 1024;
    static constexpr milliseconds kReadDeadline{20'000};
    static constexpr milliseconds kWriteDeadline{15'000};

    explicit HttpClient(ConnectionUse writes = ConnectionUse::Fresh);
    /// Requests under way end now: their futures finish with Cancelled, writes of which a byte may have left with UnknownOutcome.
    ~HttpClient();

    /// A read. Asked once more after a 5xx; a connection lost before the answer is tried again by Qt itself.
    [[nodiscard]] QFuture<HttpAnswer> get(HttpRequest request);
    /// POST, PUT or DELETE. The request leaves this machine at most once, whatever happens to the connection.
    [[nodiscard]] QFuture<HttpAnswer> write(HttpRequest request);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace fw
