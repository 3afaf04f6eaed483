#!/bin/bash
# Feeds the readers of every network's answers with damaged ones, under address and undefined-behaviour sanitizers.
#   packaging/fuzz.sh [RUNS]     RUNS of each fuzzer; 20000 unless told
# Needs clang 14, which is installed when it is missing. New inputs are kept in build/fuzz/found; a crash ends the script with its input.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

runs=${1:-20000}
[[ $runs =~ ^[0-9]+$ && $# -le 1 ]] || die "usage: packaging/fuzz.sh [RUNS]"

install_packages run fuzz
configure fuzz
targets=(twitter facebook pinterest redaction json import)
build fuzz "${targets[@]/#/fuzz_}"

tests=$FW_ROOT/tests
for target in "${targets[@]}"; do
    payloads=$target
    [[ $target == redaction || $target == json || $target == import ]] && payloads=twitter
    found=$FW_ROOT/build/fuzz/found/$target
    mkdir -p "$found"
    say "fuzz $target: $runs runs ..."
    log=$FW_LOGS/fuzz-$target.log
    if ! "$FW_ROOT/build/fuzz/bin/fuzz_$target" -runs="$runs" -max_len=4096 -timeout=25 -rss_limit_mb=2048 \
        -artifact_prefix="$found/" "$found" "$tests/fuzz/corpus/$target" "$tests/connectors/$payloads/payloads" >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        die "fuzz_$target found something. The input is the newest crash-* in $found; log: $log"
    fi
    tail -n 1 "$log"
done
