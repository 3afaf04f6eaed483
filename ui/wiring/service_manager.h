#pragma once

#include "app/core/error.h"

#include <QObject>

class QSocketNotifier;

namespace fw::wiring {

/// Tells the service manager (systemd) how we are: `READY=1`, `STOPPING=1`, `WATCHDOG=1`, `STATUS=…`; nothing where none asked (NOTIFY_SOCKET).
/// Source: sd_notify(3), "datagram to the socket named in $NOTIFY_SOCKET; @ begins an abstract name".
void tellServiceManager(const QByteArray &state);
/// How often it wants to hear WATCHDOG=1: half of what it waits for. Nothing: it does not. Source: sd_watchdog_enabled(3).
[[nodiscard]] std::optional<milliseconds> watchdogInterval();

/// SIGTERM and SIGINT as an event, for one object at a time. Thread: one with an event loop.
class StopSignal final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StopSignal)
public:
    StopSignal();
    /// The signals end the program again.
    ~StopSignal() override;

Q_SIGNALS:
    void came();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace fw::wiring
