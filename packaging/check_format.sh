#!/bin/bash
# Fails when a C++ file of the repository is not laid out as .clang-format says. Changes nothing.
#   packaging/check_format.sh [FILE...]
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

if ! command -v clang-format-14 >/dev/null; then
    say "check_format: skipped, clang-format-14 is not installed"
    exit 0
fi
cd "$FW_ROOT"
files=("$@")
if ((${#files[@]} == 0)); then
    mapfile -t files < <(git ls-files -- '*.h' '*.cpp' 2>/dev/null)
fi
if ((${#files[@]} == 0)); then
    say "check_format: skipped, git lists no files here"
    exit 0
fi
mapfile -t wrong < <(printf '%s\0' "${files[@]}" | xargs -0 -n 20 -P "$(nproc)" clang-format-14 --dry-run -Werror 2>&1 \
    | sed -n 's/:[0-9]*:[0-9]*: error: code should be clang-formatted.*//p' | sort -u)
if ((${#wrong[@]} > 0)); then
    printf '  %s\n' "${wrong[@]}" >&2
    die "check_format: ${#wrong[@]} of ${#files[@]} files are not laid out as .clang-format says. Put them right with: clang-format-14 -i FILE"
fi
say "check_format: ${#files[@]} files are as .clang-format says"
