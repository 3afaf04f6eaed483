#include "tests/bench/own_policy.h"

#include "app/dispatch/kept_desk.h"

#include <QTemporaryDir>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
/// A desk that holds on to the folder, which goes when the last desk of its day does.
class OwnDesk final : public WorldDesk
{
public:
    explicit OwnDesk(std::shared_ptr<QTemporaryDir> folder)
        : m_folder(std::move(folder))
        , m_desk(KeptDesk::open(m_folder->path()).value_or(nullptr))
    {
    }

    bool begin(qint64 mono, qint64 wall, const WorldInfo &info) override
    {
        return m_desk && m_desk->begin(mono, wall, info);
    }
    WorldStep advance(qint64 until, qint64 wall, const QList<WorldEvent> &events) override
    {
        return m_desk ? m_desk->advance(until, wall, events) : WorldStep{.at = until};
    }

private:
    std::shared_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KeptDesk> m_desk;
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
