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

make_root() {
    local mirror
    command -v debootstrap >/dev/null || die "check_fresh_root: $dir is empty and debootstrap is not installed"
    # shellcheck disable=SC2016  # apt-get's own variables
    mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE)' | awk '$2 == "bookworm" { print $1; exit }')
    [[ -n $mirror ]] || die "check_fresh_root: apt on this machine has no source of bookworm; make $dir with debootstrap yourself"
    step "debootstrap" "See the log; remove $dir and try again." debootstrap --variant=minbase bookworm "$dir" "$mirror"
}

# Names, proxies and clock checks as on this machine; which packages there are is the root's own business.
enter_network() {
    cp --remove-destination "$(readlink -f /etc/resolv.conf)" "$dir/etc/resolv.conf"
    apt-config dump | grep -E '^Acquire::(http|https|Check-[A-Za-z-]+)(::Proxy)? ' >"$dir/etc/apt/apt.conf.d/90host" || true
}

mount_kernel() {
    mount -t proc proc "$dir/proc"
    mount -t tmpfs tmpfs "$dir/dev"
    local node
    for node in null zero full random urandom tty; do
        touch "$dir/dev/$node"
        mount --bind "/dev/$node" "$dir/dev/$node"
    done
    mkdir "$dir/dev/shm" "$dir/dev/pts"
    mount -t tmpfs tmpfs "$dir/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$dir/dev/pts"
    ln -s pts/ptmx "$dir/dev/ptmx"
    ln -s /proc/self/fd "$dir/dev/fd"
}

in_root() {
    chroot "$dir" /usr/bin/env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TERM=dumb \
        ${CI:+CI="$CI"} "$@"
}

if [[ ! -d $dir || -z $(ls -A "$dir") ]]; then
    make_root
fi
dir=$(cd "$dir" && pwd -P)
[[ -x $dir/usr/bin/dpkg ]] || die "check_fresh_root: $dir is not a Debian root"
enter_network
mount_kernel
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
