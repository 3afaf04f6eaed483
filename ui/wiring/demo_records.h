#pragma once

#include "app/store/store.h"

#include <QStringList>

#include <future>
#include <thread>

namespace fw::wiring {

/// Imports the shop's own files in a thread of its own, so that the window is there at once. Ends the import when it is destroyed. Thread: the owner's.
class DemoRecords final
{
    Q_DISABLE_COPY_MOVE(DemoRecords)
public:
    /// `files`: KIND.csv, in the order in which they can be imported.
    DemoRecords(Store &store, const QStringList &files);

    /// Waits for the end. Errors: those of Importer::run().
    [[nodiscard]] Done wait() const { return m_done.get(); }

private:
    std::shared_future<Done> m_done;
    std::jthread m_thread;
};

} // namespace fw::wiring
