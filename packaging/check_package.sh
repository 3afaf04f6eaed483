#!/bin/bash
# Has lintian and the validators look at a package, and says what they found. Changes nothing.
#   packaging/check_package.sh FILE.deb
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

[[ $# == 1 && -f $1 ]] || die "usage: packaging/check_package.sh FILE.deb"
deb=$1
install_packages package
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
dpkg-deb --extract "$deb" "$tree"
failed=0

# check NAME COMMAND...: silence and exit status 0 are a pass.
check() {
    local name=$1 said status=0
    shift
    said=$("$@" 2>&1) || status=$?
    if ((status == 0)) && [[ -z $said ]]; then
        say "ok    $name"
    else
        say "FOUND $name (exit status $status)"
        say "$said"
        failed=1
    fi
}

for side in 16 22 24 32 48 64 128 256 512; do
    check "icon $side" test -s "$tree/usr/share/icons/hicolor/${side}x$side/apps/floorwalker.png"
done
check lintian lintian --no-tag-display-limit --fail-on error,warning "$deb"
for file in "$tree"/usr/share/applications/*.desktop; do
    check "${file##*/}" desktop-file-validate "$file"
done
for file in "$tree"/usr/share/metainfo/*.xml; do
    # It says "successful" on success, so only its exit status counts.
    # shellcheck disable=SC2016  # expanded by the inner shell
    check "${file##*/}" bash -c 'said=$(appstreamcli validate --no-net --no-color "$1" 2>&1) || { echo "$said"; exit 1; }' bash "$file"
done
for file in "$tree"/usr/share/man/man1/*.gz; do
    # shellcheck disable=SC2016
    check "${file##*/}" bash -c 'LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 "$1" 2>&1 >/dev/null' bash "$file"
done
for file in "$tree"/usr/share/bash-completion/completions/*; do
    check "${file##*/} (bash)" bash -n "$file"
done
exit "$failed"
