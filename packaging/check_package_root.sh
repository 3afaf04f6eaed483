#!/bin/bash
# Installs a package in a bare Debian 12 root, starts both programs there, and removes it again; nothing of it may be left. Needs root;
# installs nothing on this machine.
#   packaging/check_package_root.sh DIR FILE.deb
# DIR: as for check_fresh_root.sh.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

if [[ ${1:-} != --inside ]]; then
    [[ $# == 2 && -f $2 ]] || die "usage: packaging/check_package_root.sh DIR FILE.deb"
    ((EUID == 0)) || die "check_package_root: needs root, for chroot and mounts"
    exec unshare --mount --pid --fork --kill-child -- "$0" --inside "$@"
fi
dir=$2
deb=$3

# Waits in the root for a window that calls itself Floorwalker; the demo ends with the shell.
# shellcheck disable=SC2016  # expanded by the shell in the root
demo='
floorwalker --demo >/tmp/demo.log 2>&1 &
for second in $(seq 120); do
    if xwininfo -root -tree 2>/dev/null | grep -q "Floorwalker"; then echo "the window is there after $second s"; exit 0; fi
    kill -0 $! 2>/dev/null || break
    sleep 1
done
cat /tmp/demo.log; exit 1'

# shellcheck disable=SC2016  # dpkg-query's own variables
packages() { in_root dpkg-query -W -f '${Package}\n' | sort; }
ours() { in_root find /usr /etc /var /lib -xdev \( -path /var/cache -o -path /var/log \) -prune -o -iname '*floorwalker*' -print; }

open_root
cp "$deb" "$dir/tmp/floorwalker.deb"
apt_inside=(env DEBIAN_FRONTEND=noninteractive apt-get --yes --no-install-recommends)
step "update package lists in root" "Check the network." in_root "${apt_inside[@]}" update
step "install X server in root" "Check the network." in_root "${apt_inside[@]}" install xvfb xauth x11-utils
before=$(packages)
step "install package in root" "See the log." in_root "${apt_inside[@]}" install /tmp/floorwalker.deb
in_root floorwalkerctl --version
step "start window in root" "The log ends with what the program said." in_root env QT_QPA_PLATFORM=xcb timeout 180 xvfb-run -a sh -c "$demo"
step "remove package in root" "See the log." in_root "${apt_inside[@]}" purge --auto-remove floorwalker
rm -f "$dir/tmp/floorwalker.deb"
left=$(ours)
[[ -z $left ]] || die "check_package_root: left behind: $left"
extra=$(comm -13 <(printf '%s\n' "$before") <(packages))
[[ -z $extra ]] || die "check_package_root: packages left behind: ${extra//$'\n'/ }"
say "installed, started and removed; nothing left"
