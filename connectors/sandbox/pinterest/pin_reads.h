#pragma once

#include "connectors/sandbox/network_sim.h"
#include "connectors/sandbox/pinterest/pin_pages.h"
#include "connectors/sandbox/pinterest/pin_state.h"

namespace fw::sandbox::pinterest {

/// The public API v5 as far as a care client reads it. Source: OpenAPI 5.23.0 and captured answers, which have `note` and `product_tags`, explicit
/// nulls, and moments without a zone. Thread: the sandbox's.
class PinReads
{
public:
    explicit PinReads(PinState &state) : m_state(state) { }

    [[nodiscard]] HttpAnswer answer(const Call &call, const QUrlQuery &query, const Misfortune &misfortune);

private:
    [[nodiscard]] HttpAnswer account() const;
    [[nodiscard]] HttpAnswer boards(const QUrlQuery &query, const Misfortune &misfortune);
    [[nodiscard]] HttpAnswer boardPins(
        const QString &board, const QUrlQuery &query, const Misfortune &misfortune);
    [[nodiscard]] HttpAnswer ownPins(const QUrlQuery &query, const Misfortune &misfortune);
    [[nodiscard]] HttpAnswer onePin(const QString &id, const QUrlQuery &query) const;
    [[nodiscard]] HttpAnswer topPins(const QUrlQuery &query) const;
    [[nodiscard]] HttpAnswer websites(const QUrlQuery &query, const Misfortune &misfortune);
    [[nodiscard]] HttpAnswer followers(const QUrlQuery &query, const Misfortune &misfortune);
    [[nodiscard]] QJsonObject pinJson(const Pin &pin, bool hasMetrics) const;
    [[nodiscard]] QJsonObject boardJson(const Board &board) const;
    [[nodiscard]] HttpAnswer page(
        const QList<QJsonObject> &entries, const QUrlQuery &query, EndMark end, const Misfortune &misfortune);

    PinState &m_state;
};

/// `2021-10-25T11:17:56.715000`, or without the fraction when it is zero.
[[nodiscard]] QString pinTime(Instant at);

} // namespace fw::sandbox::pinterest
