#pragma once

#include "app/core/clock.h"
#include "app/core/error.h"

#include <QJsonObject>
#include <QStringList>

#include <memory>

namespace fw::sandbox {
class Sandbox;
}

namespace fw::wiring {

/// The brand's account on one simulated network.
struct SandboxBrand {
    QString network = {}; // "twitter"
    QString id = {};
    QString handle = {};
    QString name = {};
};

struct SandboxFacts {
    QString url = {}; // "http://127.0.0.1:PORT", the same for all
    QList<SandboxBrand> brands = {};
};

/// The simulated networks for those who may not know them: the command line. Thread: main.
class SandboxHost final
{
    Q_DISABLE_COPY_MOVE(SandboxHost)
public:
    /// Errors: Usage (the scenario), Io (the port is taken).
    [[nodiscard]] static Result<std::unique_ptr<SandboxHost>> start(
        const Clock &clock, quint16 port, const QJsonObject &scenario, quint32 seed);
    ~SandboxHost();

    [[nodiscard]] SandboxFacts facts() const;

private:
    explicit SandboxHost(std::unique_ptr<sandbox::Sandbox> sandbox);
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
};

/// The scenario of the department store's day (docs/sandbox.md); the same for the same seed.
[[nodiscard]] QJsonObject shopDayScenario(quint32 seed);

/// Writes the store's records of that day into `folder`, which is made when it is not there: KIND.csv for each kind there is to import. `opening`: when the day
/// begins. Returns the files in the order in which they can be imported. Errors: Io.
[[nodiscard]] Result<QStringList> writeShopRecords(quint32 seed, Instant opening, const QString &folder);

} // namespace fw::wiring
