#include "tests/bench/own_policy.h"

#include "app/dispatch/simulated_desk.h"

#include <QTemporaryDir>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
/// What stays of a desk when its process is killed: the folder.
class OwnDesk final : public WorldDesk
{
public:
    /// Shared: the folder goes when the last desk does.
    explicit OwnDesk(std::shared_ptr<QTemporaryDir> folder) : m_folder(std::move(folder)) { }

    bool begin(qint64 mono, qint64 wall, const WorldInfo &info) override
    {
        m_desk.reset();
        auto store = SimulationStore::open(m_folder->path());
        m_desk = std::make_unique<SimulatedDesk>(
            store ? *std::move(store) : std::unique_ptr<SimulationStore>());
        return m_desk->begin(mono, wall, info);
    }

    WorldStep advance(qint64 until, qint64 wall, const QList<WorldEvent> &events) override
    {
        return m_desk->advance(until, wall, events);
    }

private:
    std::shared_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SimulatedDesk> m_desk;
};
} // namespace

world::Policy ownPolicy()
{
    return {.name = u"floorwalker"_s, .make = [](int count) {
                const auto folder = std::make_shared<QTemporaryDir>();
                world::Desks desks;
                for (int i = 0; i < count; ++i) {
                    desks.push_back(std::make_unique<OwnDesk>(folder));
                }
                return desks;
            }};
}

} // namespace fw::bench
