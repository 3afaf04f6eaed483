#include "app/network/call_facts.h"

namespace fw {

CallFacts followedBy(CallFacts first, Operation operation, const CallFacts &second)
{
    CallFacts both = std::move(first);
    both.httpStatus = second.httpStatus;
    both.serverTime = second.serverTime ? second.serverTime : both.serverTime;
    both.audience = second.audience ? second.audience : both.audience;
    both.limitSignals
        += second.limitSignals; // of the same limit the later one counts, because it is kept later
    both.charges += second.charges;
    both.further.append(operation);
    both.further += second.further;
    return both;
}

} // namespace fw
