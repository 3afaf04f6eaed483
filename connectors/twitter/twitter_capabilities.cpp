#include "connectors/twitter/twitter_capabilities.h"

#include "connectors/twitter/text_length.h"
#include "connectors/twitter/twitter_reads.h"

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

Capability on(Feature feature)
{
    return {.feature = feature, .isOn = true};
}

Capability off(Feature feature, const QString &whyNot)
{
    return {.feature = feature, .whyNot = whyNot};
}

Capability unless(const QString &whyNot, Feature feature)
{
    return whyNot.isEmpty() ? on(feature) : off(feature, whyNot);
}
} // namespace

Capabilities capabilitiesOf(const Account &account, bool mayReadMessages)
{
    const bool isEnterprise = account.settings.value(u"access"_s) == "enterprise"_L1;
    const bool isSwitchedOff = !account.settings.value(u"messages"_s).toBool(true);
    const QString noMessages = isSwitchedOff ? u"off"_s : mayReadMessages ? QString() : u"permission"_s;
    return {.table = {on(Feature::ReadMentions), off(Feature::ReadComments, u"network"_s),
                unless(noMessages, Feature::ReadMessages), off(Feature::ReadSignals, u"network"_s),
                on(Feature::ReplyPublic), off(Feature::ReplyPrivate, u"network"_s),
                unless(noMessages, Feature::SendMessage), on(Feature::Hide),
                unless(isEnterprise ? QString() : u"access"_s, Feature::Like), on(Feature::Remove)},
        .replyLimit = kTextLimit,
        .needsSummons = !isEnterprise,
        .idsPerLookUp = kIdsPerLookUp};
}

} // namespace fw::twitter
