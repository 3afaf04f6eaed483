#pragma once

#include "connectors/sandbox/selection.h"
#include "connectors/sandbox/simulation.h"
#include "connectors/sandbox/timeline.h"

namespace fw::sandbox {

/// The reading endpoints. They never change anything. Thread: the sandbox's.
class Reads
{
public:
    explicit Reads(Simulation &simulation) : m_simulation(simulation) { }

    [[nodiscard]] HttpAnswer me(const QUrlQuery &query) const;
    [[nodiscard]] HttpAnswer userByHandle(const QString &handle, const QUrlQuery &query) const;
    [[nodiscard]] HttpAnswer mentions(
        const QString &userId, const QUrlQuery &query, const PageFault &fault) const;
    [[nodiscard]] HttpAnswer timeline(
        const QString &userId, const QUrlQuery &query, const PageFault &fault) const;
    [[nodiscard]] HttpAnswer posts(const QUrlQuery &query) const;
    [[nodiscard]] HttpAnswer post(const QString &id, const QUrlQuery &query) const;

private:
    [[nodiscard]] HttpAnswer page(const QList<const Post *> &newestFirst, const TimelineQuery &timeline,
        const Selection &selection, const PageFault &fault) const;
    [[nodiscard]] const Person *owner(const QString &userId, QList<BadParameter> &bad) const;

    Simulation &m_simulation;
};

/// `^[0-9]{1,19}$`, the only ids the network knows (docs.x.com OpenAPI 2.167).
[[nodiscard]] bool isRemoteId(const QString &text);

} // namespace fw::sandbox
