#!/bin/bash
# Installs what is missing from Debian, configures and builds; starts nothing.
#   packaging/setup.sh [run|test]     run: the two programs (build/release/bin); test: everything, with the tests
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

case ${1:-run} in
run)
    install_packages run
    configure release
    build release bin/floorwalker bin/floorwalkerctl
    ;;
test)
    lists=(run test)
    if [[ -n ${CI:-} ]]; then
        lists+=(lint)
    fi
    install_packages "${lists[@]}"
    configure "$(test_preset)"
    build "$(test_preset)" all
    ;;
*)
    die "usage: packaging/setup.sh [run|test]"
    ;;
esac
