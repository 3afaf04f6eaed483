#include "ui/wiring/service_manager.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace fw::wiring {

namespace {
// Written to by the signal's handler, which may do nothing else.
std::array<int, 2> signalPipe{-1, -1};

void onSignal(int)
{
    const int before = errno;
    const char byte = 1;
    const ssize_t written = ::write(signalPipe[1], &byte, 1);
    static_cast<void>(written);
    errno = before;
}

void listenFor(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigaction(signal, &action, nullptr);
}
} // namespace

void tellServiceManager(const QByteArray &state)
{
    const QByteArray name = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address = {};
    if ((!name.startsWith('/') && !name.startsWith('@')) || size_t(name.size()) >= sizeof(address.sun_path)) {
        return;
    }
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    if (name.startsWith('@')) { // an abstract name
        address.sun_path[0] = '\0';
    }
    const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) {
        return;
    }
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(name.size()));
    // The manager may be gone; there is nobody to tell.
    ::sendto(descriptor, state.constData(), size_t(state.size()), MSG_NOSIGNAL,
        reinterpret_cast<const sockaddr *>(&address), length);
    ::close(descriptor);
}

std::optional<milliseconds> watchdogInterval()
{
    bool isNumber = false;
    const qint64 microseconds = qEnvironmentVariable("WATCHDOG_USEC").toLongLong(&isNumber);
    const QByteArray process = qgetenv("WATCHDOG_PID");
    const bool isForUs = process.isEmpty() || process.toLongLong() == ::getpid();
    if (!isNumber || microseconds <= 0 || !isForUs) {
        return {};
    }
    return std::max(milliseconds(1), milliseconds(microseconds / 2000));
}

StopSignal::StopSignal()
{
    Q_ASSERT(signalPipe[0] < 0);
    if (::pipe2(signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return; // the signals end the program at once, as a power cut would
    }
    m_notifier = std::make_unique<QSocketNotifier>(signalPipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        std::array<char, 16> bytes{};
        while (::read(signalPipe[0], bytes.data(), bytes.size()) > 0) { }
        Q_EMIT came();
    });
    listenFor(SIGTERM, &onSignal);
    listenFor(SIGINT, &onSignal);
}

StopSignal::~StopSignal()
{
    if (!m_notifier) {
        return;
    }
    listenFor(SIGTERM, SIG_DFL);
    listenFor(SIGINT, SIG_DFL);
    m_notifier.reset();
    ::close(signalPipe[0]);
    ::close(signalPipe[1]);
    signalPipe = {-1, -1};
}

} // namespace fw::wiring
