#pragma once

#include "app/core/error.h"

#include <QLockFile>

namespace fw::wiring {

/// One process at a time sends for a data folder. The lock of a process that died is taken over at once; that of one that sleeps is not.
class SenderLock final
{
public:
    explicit SenderLock(const QString &folder);

    /// Errors: Busy, naming the process that has it.
    [[nodiscard]] Done take();

private:
    QLockFile m_file;
};

} // namespace fw::wiring
