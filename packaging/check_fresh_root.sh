#!/bin/bash
# Proves the README's two commands on a machine where nothing of ours is installed: clones HEAD into a bare Debian 12 root and runs
# them there, each twice (the second call has nothing left to do), with their times. Needs root; installs nothing on this machine.
#   packaging/check_fresh_root.sh DIR [run|test]
# DIR: a root made by debootstrap --variant=minbase bookworm; made here, from the mirror apt uses, when it is missing or empty.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

if [[ ${1:-} != --inside ]]; then
    (($# == 1 || $# == 2)) || die "usage: packaging/check_fresh_root.sh DIR [run|test]"
    ((EUID == 0)) || die "check_fresh_root: needs root, for chroot and mounts"
    # What is mounted and started below is gone with the namespaces, whatever happens.
    exec unshare --mount --pid --fork --kill-child -- "$0" --inside "$@"
fi
dir=$2
commands=("${3:-run}")
(($# == 3)) || commands=(run test)
clone='/root/a fresh clone'

open_root
rm -rf "${dir:?}$clone"
git clone --quiet --no-hardlinks "$FW_ROOT" "$dir$clone"
say "packages before: $(in_root dpkg-query -W | wc -l); commit $(git -C "$dir$clone" rev-parse --short HEAD)"

for command in "${commands[@]}"; do
    for call in first second; do
        say "== packaging/$command.sh, $call call"
        begun=$SECONDS
        status=0
        in_root "$clone/packaging/$command.sh" </dev/null || status=$?
        say "== packaging/$command.sh, $call call: exit status $status after $((SECONDS - begun)) s"
        ((status == 0)) || exit "$status"
    done
done
say "packages after: $(in_root dpkg-query -W | wc -l)"
