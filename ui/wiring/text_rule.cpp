#include "ui/wiring/text_rule.h"

#include "connectors/pinterest/pinterest_connector.h"
#include "connectors/twitter/prices.h"
#include "connectors/twitter/text_length.h"

namespace fw::wiring {

namespace {
// A message of Facebook's takes 2,000 characters; how long a comment may be is documented nowhere.
constexpr int kFacebookMessage = 2000;
constexpr int kPinterestComment = 500;

CountedText within(int limit, int length, const QString &text)
{
    const bool hasWords = !text.trimmed().isEmpty();
    return {.length = length, .limit = limit, .isValid = hasWords && (limit == 0 || length <= limit)};
}

CountedText countOnTwitter(Lane lane, const QString &text)
{
    const twitter::TextCount count = twitter::countText(text);
    if (lane == Lane::Private) {
        return within(0, count.length, text);
    }
    return {.length = count.length, .limit = twitter::kTextLimit, .isValid = count.isValid};
}
} // namespace

CountedText countText(Network network, Lane lane, const QString &text)
{
    switch (network) {
    case Network::Twitter:
        return countOnTwitter(lane, text);
    case Network::Facebook:
        return within(lane == Lane::Private ? kFacebookMessage : 0, int(text.toUcs4().size()), text);
    case Network::Pinterest:
        return within(kPinterestComment, pinterest::textLength(text), text);
    }
    Q_UNREACHABLE();
}

std::optional<Charge> replyPrice(const Account &account, const QString &text, bool isSummoned)
{
    if (account.network != Network::Twitter) {
        return std::nullopt;
    }
    const Charge charge = twitter::costOf(twitter::pricesFor(account), text, isSummoned);
    return charge.microUsd > 0 ? std::optional(charge) : std::nullopt;
}

} // namespace fw::wiring
