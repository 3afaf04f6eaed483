#include "connectors/sandbox/facebook/facebook_sim.h"
#include "connectors/sandbox/network_sim.h"
#include "connectors/sandbox/pinterest/pinterest_sim.h"
#include "connectors/sandbox/twitter/twitter_sim.h"

namespace fw::sandbox {

const QList<NetworkKind> &networkKinds()
{
    static const QList<NetworkKind> kinds{
        twitter::kind(), pinterest::kind(),
        facebook::kind(), // last: it takes every path no other has
    };
    return kinds;
}

} // namespace fw::sandbox
