#pragma once

#include "app/core/error.h"

#include <QJsonObject>

#include <memory>

namespace fw::sandbox {

struct Options {
    quint16 port = 0;          // 0: any free port
    QJsonObject scenario = {}; // empty: the built-in cast; keys: docs/sandbox.md
    quint32 seed = 1;          // same seed, same requests at the same virtual times: same answers
};

/// The simulated networks on 127.0.0.1: their wire formats over HTTP, with people, limits and faults. They run in a thread of their own
/// from start() to the destructor. `clock` is its virtual time (Clock::realTime() scales latencies) and must outlive it.
/// What it serves, the scenario's keys and the control endpoints under /sandbox/: docs/sandbox.md.
/// Thread: start and destroy in one thread; the getters from any.
class Sandbox final
{
    Q_DISABLE_COPY_MOVE(Sandbox)
public:
    /// Errors: Usage (a scenario key that makes no sense, named in the detail), Io (the port is taken).
    [[nodiscard]] static Result<std::unique_ptr<Sandbox>> start(const Clock &clock, const Options &options);
    ~Sandbox();

    [[nodiscard]] QString url() const; // "http://127.0.0.1:PORT", without a slash at the end
    [[nodiscard]] quint16 port() const;
    /// "twitter" ...: all are served on the one port.
    [[nodiscard]] static QStringList networks();
    [[nodiscard]] QString brandId(const QString &network = QStringLiteral("twitter")) const;
    [[nodiscard]] QString brandHandle(const QString &network = QStringLiteral("twitter")) const; // without @
    [[nodiscard]] QString brandName(const QString &network = QStringLiteral("twitter")) const;

private:
    struct Parts;
    explicit Sandbox(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace fw::sandbox
