#pragma once

#include "connectors/sandbox/faults.h"
#include "connectors/sandbox/http.h"

#include <QJsonArray>

namespace fw::sandbox::pinterest {

/// How a list says that it is over. The network does all three.
enum class EndMark { Null, Blank, Missing };

/// One page of `entries` as {"items","bookmark"}. `bookmark` goes on after a place in the list, so that lists must only grow at the end that was
/// read first, which is why `size` entries are counted from the end. 400 for a page size that is not 1 to `most`, or a bookmark not given out.
/// Page faults of `misfortune` are carried out here.
[[nodiscard]] HttpAnswer pageOf(const QList<QJsonObject> &entries, const QUrlQuery &query, int most,
    EndMark end, const Misfortune &misfortune, QRandomGenerator &random);

} // namespace fw::sandbox::pinterest
