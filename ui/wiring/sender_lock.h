#pragma once

#include "app/core/error.h"

#include <QLockFile>
#include <QTimer>

namespace fw::wiring {

/// One process at a time sends for a data folder. The place of a process that died is taken at once; that of one that stands still (stopped, or hung)
/// after kLease: somebody else sends in its stead, under a newer epoch of each account's lease, which it meets before it sends anything more.
/// Thread: one with an event loop; isAlone() any.
class SenderLock final
{
public:
    static constexpr std::chrono::seconds kLease{30};

    explicit SenderLock(const QString &folder);

    /// Errors: Busy, naming the process that has it.
    [[nodiscard]] Done take();
    /// We hold the lock, and nobody sends in our stead.
    [[nodiscard]] bool isAlone() const;

private:
    [[nodiscard]] bool standIn();
    void renew();

    QLockFile m_file;
    QLockFile m_standIn;
    QTimer m_renewal; // tells others by the file's time that we are awake
};

} // namespace fw::wiring
