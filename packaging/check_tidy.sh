#!/bin/bash
# clang-tidy on the C++ files that changed since BASE: the branch point with the main branch, else the last commit.
#   packaging/check_tidy.sh [BASE]
# At most FW_TIDY_FILES files (20) and FW_TIDY_SECONDS seconds (420): it takes about 20 CPU seconds a file.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
max_files=${FW_TIDY_FILES:-20}
max_seconds=${FW_TIDY_SECONDS:-420}

skip() {
    say "check_tidy: skipped, $*"
    exit 0
}

command -v clang-tidy-14 >/dev/null || skip "clang-tidy-14 is not installed"
cd "$FW_ROOT"
head=$(git rev-parse --verify --quiet HEAD) || skip "this is not a git checkout"

base=${1:-}
if [[ -z $base ]]; then
    for branch in origin/HEAD origin/main main; do
        base=$(git merge-base "$branch" HEAD 2>/dev/null) && [[ $base != "$head" ]] && break
        base=
    done
    base=${base:-$(git rev-parse --verify --quiet HEAD~1)} || skip "there is no earlier commit to compare with"
fi

database=
for preset in "$(test_preset)" dev release; do
    if [[ -f build/$preset/compile_commands.json ]]; then
        database=build/$preset
        break
    fi
done
[[ -n $database ]] || skip "nothing is configured (cmake --preset dev)"

# Changed sources, and the sources of changed headers, as far as the build knows them.
mapfile -t changed < <(git diff --name-only --diff-filter=d "$base" -- '*.cpp' '*.h' | sed 's/\.h$/.cpp/' | sort -u)
files=()
for file in "${changed[@]}"; do
    if [[ -f $file ]] && grep -qF "/$file\"" "$database/compile_commands.json"; then
        files+=("$file")
    fi
done
((${#files[@]} > 0)) || skip "no source changed since $base"
if ((${#files[@]} > max_files)); then
    say "check_tidy: ${#files[@]} files changed, looking at $max_files of them (FW_TIDY_FILES)"
    mapfile -t files < <(printf '%s\n' "${files[@]}" | shuf -n "$max_files" --random-source=<(yes "$head"))
fi

mkdir -p "$FW_LOGS"
status=0
printf '%s\0' "${files[@]}" | timeout "$max_seconds" xargs -0 -n 1 -P "$(nproc)" clang-tidy-14 -p "$database" --quiet \
    --extra-arg=-Wno-unknown-warning-option \
    >"$FW_LOGS/check_tidy.log" 2>/dev/null || status=$?
if ((status == 124)); then
    say "check_tidy: stopped after $max_seconds s (FW_TIDY_SECONDS); what it had found by then is below"
fi
if grep -E '(warning|error): ' "$FW_LOGS/check_tidy.log" | sort -u >&2; then
    die "check_tidy: see $FW_LOGS/check_tidy.log"
fi
if ((status != 0 && status != 124)); then
    die "check_tidy: clang-tidy-14 ended with status $status; see $FW_LOGS/check_tidy.log"
fi
say "check_tidy: ${#files[@]} files, nothing found"
