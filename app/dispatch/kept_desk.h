#pragma once

#include "app/dispatch/world.h"
#include "app/store/simulation_store.h"

namespace fw {

class SimulatedDesk;

/// A simulated desk on a folder. begin() is what starting its process again is: everything is forgotten but what the folder keeps. Desks of one
/// account meet in one folder. Thread: the caller's.
class KeptDesk final : public WorldDesk
{
public:
    /// Makes the folder (0700) when it is not there. Errors: Io, Storage.
    [[nodiscard]] static Result<std::unique_ptr<KeptDesk>> open(const QString &folder);
    ~KeptDesk() override;

    bool begin(qint64 mono, qint64 wall, const WorldInfo &info) override;
    WorldStep advance(qint64 until, qint64 wall, const QList<WorldEvent> &events) override;
    [[nodiscard]] bool hasBegun() const { return m_desk != nullptr; }
    /// The folder does not take what it should keep; what was asked for last was not done.
    [[nodiscard]] std::optional<Error> error() const;

private:
    KeptDesk(const QString &folder, std::unique_ptr<SimulationStore> store);

    QString m_folder;
    std::unique_ptr<SimulationStore> m_store; // until the first begin()
    std::unique_ptr<SimulatedDesk> m_desk;
    std::optional<Error> m_error = {}; // of opening again
};

} // namespace fw
