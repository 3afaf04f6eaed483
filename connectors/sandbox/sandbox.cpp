#include "connectors/sandbox/sandbox.h"

#include "connectors/sandbox/server.h"

#include <QThread>

namespace fw::sandbox {

using namespace Qt::StringLiterals;

struct Sandbox::Parts {
    QThread thread;
    QObject inThread;                    // what calls into the thread go through
    std::unique_ptr<Server> server = {}; // lives in the thread
    quint16 port = 0;
    Person brand = {};
};

Sandbox::Sandbox(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

Result<std::unique_ptr<Sandbox>> Sandbox::start(const Clock &clock, const Options &options)
{
    const auto scenario = readScenario(options.scenario, options.seed);
    if (!scenario) {
        return Failure(scenario.error());
    }
    // From here on the destructor cleans up, whatever fails.
    std::unique_ptr<Sandbox> sandbox(new Sandbox(std::make_unique<Parts>()));
    Parts &parts = *sandbox->m_parts;
    parts.thread.setObjectName(u"sandbox"_s);
    parts.inThread.moveToThread(&parts.thread);
    parts.thread.start();
    QMetaObject::invokeMethod(
        &parts.inThread,
        [&parts, &clock, &scenario, &options] {
            parts.server = std::make_unique<Server>(clock, *scenario, options.seed);
            parts.port = parts.server->open(options.port);
            parts.brand = parts.server->brand();
        },
        Qt::BlockingQueuedConnection);
    if (parts.port == 0) {
        return Failure({.code = ErrorCode::Io,
            .detail
            = u"cannot listen on 127.0.0.1:%1: choose another port, or 0 for any"_s.arg(options.port)});
    }
    return sandbox;
}

Sandbox::~Sandbox()
{
    QMetaObject::invokeMethod(
        &m_parts->inThread, [this] { m_parts->server.reset(); }, Qt::BlockingQueuedConnection);
    m_parts->thread.quit();
    m_parts->thread.wait();
}

QString Sandbox::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_parts->port);
}

quint16 Sandbox::port() const
{
    return m_parts->port;
}

QString Sandbox::brandId() const
{
    return QString::number(m_parts->brand.id);
}

QString Sandbox::brandHandle() const
{
    return m_parts->brand.handle;
}

QString Sandbox::brandName() const
{
    return m_parts->brand.name;
}

} // namespace fw::sandbox
