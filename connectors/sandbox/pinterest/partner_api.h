#pragma once

#include "connectors/sandbox/network_sim.h"
#include "connectors/sandbox/pinterest/pin_state.h"

namespace fw::sandbox::pinterest {

/// A partner's comment interface under /partner/v1, shaped by what the published description still has of it: `feed_type` (recent or ranked),
/// aggregated_pin_data and aggregated_comments. The real contract is not public; this is one that could be. Thread: the sandbox's.
class PartnerApi
{
public:
    explicit PartnerApi(PinState &state) : m_state(state) { }

    [[nodiscard]] HttpAnswer read(const Call &call, const QUrlQuery &query, const Misfortune &misfortune);
    [[nodiscard]] HttpAnswer write(const Call &call, const HttpRequest &request, SeenRequest &seen);

private:
    [[nodiscard]] HttpAnswer comments(
        const QString &aggregated, const QUrlQuery &query, const Misfortune &misfortune);
    [[nodiscard]] HttpAnswer replies(
        const QString &comment, const QUrlQuery &query, const Misfortune &misfortune);
    [[nodiscard]] HttpAnswer create(const QString &aggregated, const HttpRequest &request, SeenRequest &seen);
    [[nodiscard]] HttpAnswer remove(const QString &comment, SeenRequest &seen);
    [[nodiscard]] QJsonObject json(const Comment &comment) const;

    PinState &m_state;
};

} // namespace fw::sandbox::pinterest
