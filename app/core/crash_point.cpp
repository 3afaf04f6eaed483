#include "app/core/crash_point.h"

#include <QByteArray>
#include <QList>
#include <QtGlobal>

#include <atomic>
#include <csignal>
#include <optional>
#include <utility>

#include <unistd.h>

namespace fw {

namespace {
/// What an environment variable armed: a point, and how often it is passed before.
struct Armed {
    explicit Armed(const char *variable)
    {
        const QList<QByteArray> words = qgetenv(variable).split(':');
        for (const CrashPointName &known : kCrashPoints) {
            if (words.first() == known.name) {
                point = known.point;
            }
        }
        passes = words.size() > 1 ? words[1].toInt() : 1;
    }

    bool isNow(CrashPoint reachedPoint) { return point == reachedPoint && --passes == 0; }

    std::optional<CrashPoint> point = {};
    std::atomic<int> passes = 0;
};

thread_local std::optional<CrashPoint> afterCommit;
} // namespace

void reached(CrashPoint point)
{
    static Armed crash("FW_CRASH_AT");
    static Armed stop("FW_STOP_AT");
    if (crash.isNow(point)) {
        ::kill(::getpid(), SIGKILL);
        for (;;) { // the signal may take a moment, and not one more instruction of ours may run
            ::pause();
        }
    }
    if (stop.isNow(point)) {
        std::raise(SIGSTOP);
    }
}

void reachedAtCommit(CrashPoint before, CrashPoint after)
{
    reached(before);
    afterCommit = after;
}

void reachedCommitted()
{
    if (const auto point = std::exchange(afterCommit, std::nullopt)) {
        reached(*point);
    }
}

} // namespace fw
