#!/bin/bash
# Builds everything that is not built yet and runs the tests without a display; ctest's closing line is the last one on stdout.
#   packaging/test.sh [-- ARGUMENTS FOR CTEST]
# With CI set: the ci preset (warnings are errors), and the checks of format and code.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=packaging/lib.sh
source "$here/lib.sh"

if (($# > 0)); then
    [[ $1 == -- ]] || die "usage: packaging/test.sh [-- ARGUMENTS FOR CTEST]"
    shift
fi

"$here/setup.sh" test
preset=$(test_preset)
failed=()
"$here/check_format.sh" || failed+=("check_format.sh")
if [[ -n ${CI:-} ]]; then
    "$here/check_tidy.sh" || failed+=("check_tidy.sh")
fi

say "tests ..."
mkdir -p "$FW_LOGS"
# What the desktop session of whoever calls this offers must not decide what the tests see.
unset DISPLAY WAYLAND_DISPLAY
export QT_QPA_PLATFORM=offscreen CTEST_PARALLEL_LEVEL="${CTEST_PARALLEL_LEVEL:-$(nproc)}"
ctest --test-dir "$FW_ROOT/build/$preset" --output-on-failure --no-tests=error "$@" | tee "$FW_LOGS/tests.log" || failed+=("ctest")
if ((${#failed[@]} > 0)); then
    say "Failed: ${failed[*]}. Tests: $FW_LOGS/tests.log, and one again with: ctest --test-dir $FW_ROOT/build/$preset -V -R NAME"
    exit 1
fi
