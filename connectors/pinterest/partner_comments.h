#pragma once

#include "connectors/pinterest/partner_calls.h"
#include "connectors/pinterest/stream_walk.h"

#include <memory>

namespace fw::pinterest {

constexpr auto kPartnerComments = "comments";

/// Places of comments met lately, so that an answer need not ask for them. Bounded.
class Places
{
public:
    void keep(const Place &place);
    [[nodiscard]] std::optional<Place> of(const QString &comment) const;

private:
    QHash<QString, Place> m_known;
};

/// Comments and replies through a partner's interface. A walk lists our pins, and asks for the comments of those whose number changed, that are
/// talked about (a comment in the last 3 days, or a week old at most), or that were not read as a whole for 6 hours; of the first two kinds
/// only until a page holds nothing new. Replies are asked for when their number changed. The arguments outlive it.
[[nodiscard]] std::unique_ptr<StreamWalk> makePartnerComments(
    const Account &account, const PartnerProfile &profile, Places &places, milliseconds every);

} // namespace fw::pinterest
