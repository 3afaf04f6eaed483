#!/bin/bash
# Builds for release and runs every bench; figures go to stdout, and as JSON to build/bench/NAME.json.
#   packaging/bench.sh [NAME...]     all of them unless told
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

install_packages run test
configure release
build release bin/bench
bench=$FW_ROOT/build/release/bin/bench
names=("$@")
if ((${#names[@]} == 0)); then
    mapfile -t names < <("$bench" --list)
fi
mkdir -p "$FW_ROOT/build/bench"
for name in "${names[@]}"; do
    say "bench $name ..."
    "$bench" "$name" --json "$FW_ROOT/build/bench/$name.json"
done
