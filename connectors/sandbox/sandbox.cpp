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
    QHash<QString, Brand> brands = {}; // by network
};

Sandbox::Sandbox(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

Result<std::unique_ptr<Sandbox>> Sandbox::start(const Clock &clock, const Options &options)
{
    // From here on the destructor cleans up, whatever fails.
    std::unique_ptr<Sandbox> sandbox(new Sandbox(std::make_unique<Parts>()));
    Parts &parts = *sandbox->m_parts;
    parts.thread.setObjectName(u"sandbox"_s);
    parts.inThread.moveToThread(&parts.thread);
    parts.thread.start();
    std::optional<Error> unreadable;
    QMetaObject::invokeMethod(
        &parts.inThread,
        [&parts, &clock, &options, &unreadable] {
            auto stage = makeStage(clock, options.scenario, options.seed);
            if (!stage) {
                unreadable = stage.error();
                return;
            }
            parts.server = std::make_unique<Server>(*std::move(stage));
            parts.port = parts.server->open(options.port);
            for (const NetworkKind &kind : networkKinds()) {
                parts.brands.insert(kind.name, parts.server->brand(kind.name));
            }
        },
        Qt::BlockingQueuedConnection);
    if (unreadable) {
        return Failure(*unreadable);
    }
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

QStringList Sandbox::networks()
{
    QStringList names;
    for (const NetworkKind &kind : networkKinds()) {
        names.append(kind.name);
    }
    return names;
}

QString Sandbox::brandId(const QString &network) const
{
    return m_parts->brands.value(network).id;
}

QString Sandbox::brandHandle(const QString &network) const
{
    return m_parts->brands.value(network).handle;
}

QString Sandbox::brandName(const QString &network) const
{
    return m_parts->brands.value(network).name;
}

} // namespace fw::sandbox
