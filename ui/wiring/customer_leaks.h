#pragma once

#include "app/dispatch/guard/leak.h"

namespace fw::wiring {

/// What of the linked customer's record stands in a public draft: a guard::LeakFinder.
[[nodiscard]] QList<guard::LeakSpan> customerLeaks(Database &db, const guard::PublicDraft &draft);

} // namespace fw::wiring
