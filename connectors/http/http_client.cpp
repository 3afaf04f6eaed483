#include "connectors/http/http_client.h"

#include "app/core/async.h"
#include "app/core/drawing_thread.h"
#include "connectors/http/http_job.h"
#include "connectors/http/http_wire.h"

#include <QNetworkProxyFactory>

namespace fw {

namespace {
using namespace Qt::StringLiterals;

/// The system's proxies, but never for this machine.
class Proxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isThisMachine(query.peerHostName())) {
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        }
        return systemProxyForQuery(query);
    }
};

std::unique_ptr<QNetworkAccessManager> makeManager()
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setProxyFactory(new Proxies); // the manager owns it
    manager->setAutoDeleteReplies(false);
    return manager;
}
} // namespace

struct HttpClient::Parts {
    ConnectionUse writes = ConnectionUse::Fresh;
    std::unique_ptr<QNetworkAccessManager> shared = makeManager();
    std::function<void(const RawAnswer &)> rawSink;
    QObject jobs; // parent of what is under way; goes before the manager it uses
};

HttpClient::HttpClient(ConnectionUse writes) : m_parts(std::make_unique<Parts>())
{
    m_parts->writes = writes;
}

HttpClient::~HttpClient() = default;

QFuture<HttpAnswer> HttpClient::get(HttpRequest request)
{
    mustNotDraw("a request");
    request.method = "GET";
    if (const auto why = refusalOf(request)) {
        return ready(HttpAnswer{.error = why});
    }
    auto *job = new HttpJob(std::move(request), *m_parts->shared, m_parts->rawSink, &m_parts->jobs);
    const QFuture<HttpAnswer> future = job->future();
    job->start();
    return future;
}

QFuture<HttpAnswer> HttpClient::write(HttpRequest request)
{
    mustNotDraw("a request");
    if (const auto why = refusalOf(request)) {
        return ready(HttpAnswer{.error = why});
    }
    if (request.method != "POST" && request.method != "PUT" && request.method != "DELETE") {
        return ready(HttpAnswer{
            .error = Error{.code = ErrorCode::Usage, .detail = u"a write is POST, PUT or DELETE"_s}});
    }
    std::unique_ptr<QNetworkAccessManager> own
        = m_parts->writes == ConnectionUse::Fresh ? makeManager() : nullptr;
    QNetworkAccessManager &manager = own ? *own : *m_parts->shared;
    auto *job = new HttpJob(std::move(request), manager, std::move(own), m_parts->rawSink, &m_parts->jobs);
    const QFuture<HttpAnswer> future = job->future();
    job->start();
    return future;
}

void HttpClient::setRawSink(std::function<void(const RawAnswer &)> sink)
{
    m_parts->rawSink = std::move(sink);
}

} // namespace fw
