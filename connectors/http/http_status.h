#pragma once

#include "app/core/error.h"

namespace fw {

/// What a status that is no success means where the answer's body says nothing more of it. Pure.
[[nodiscard]] ErrorCode codeOfStatus(int status);

} // namespace fw
