#!/bin/bash
# Builds the Debian package of this clone and prints where it is.
#   packaging/package.sh [-D NAME=VALUE...]      options for CMake, such as FW_MAINTAINER and FW_SITE
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

install_packages run package
configure release
# Again, also without options: what draws the icons may have been installed only now.
step "set options" "See docs/building.md, \"Package\"." cmake "$@" "$FW_ROOT/build/release"
build release floorwalker floorwalkerctl package_files
folder=$FW_ROOT/build/release/deb
rm -rf "$folder"
step "package" "The log names what is missing." cpack --config "$FW_ROOT/build/release/CPackConfig.cmake" -B "$folder"
packages=("$folder"/*.deb)
[[ -f ${packages[0]} ]] || die "package: cpack made no .deb in $folder"
printf '%s\n' "${packages[0]}"
