#pragma once

#include "connectors/sandbox/http.h"
#include "connectors/sandbox/twitter/selection.h"
#include "connectors/sandbox/twitter/state.h"
#include "connectors/sandbox/twitter/timeline.h"

namespace fw::sandbox::twitter {

/// The reading endpoints. They never change anything. Thread: the sandbox's.
class Reads
{
public:
    explicit Reads(State &state) : m_state(state) { }

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

    State &m_state;
};

/// `^[0-9]{1,19}$`, the only ids the network knows (docs.x.com OpenAPI 2.167).
[[nodiscard]] bool isRemoteId(const QString &text);

} // namespace fw::sandbox::twitter
