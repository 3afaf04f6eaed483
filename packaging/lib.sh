# shellcheck shell=bash
# What run.sh, test.sh and setup.sh share. To be sourced; the caller has set -euo pipefail.
# Progress goes to stderr, so that stdout belongs to the program or the tests; the whole output of a step goes to build/log.

FW_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
FW_LOGS=$FW_ROOT/build/log

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$@"
    exit 1
}

# Copies stdin to a log file and shows how far a step is: on a terminal one line that is written over, else a line every 20 s.
show_progress() {
    local log=$1 line status shown=$SECONDS
    while IFS= read -r line || [[ -n $line ]]; do
        printf '%s\n' "$line" >>"$log"
        case $line in
        \[*/*\]*) status=${line%%]*}] ;;
        Get:* | Unpacking* | Setting\ up*) status=${line%%(*} ;;
        *) continue ;;
        esac
        if [[ -t 2 ]]; then
            printf '\r\033[K  %.70s' "$status" >&2
        elif ((SECONDS - shown >= 20)); then
            printf '  %.70s\n' "$status" >&2
            shown=$SECONDS
        fi
    done
    if [[ -t 2 ]]; then
        printf '\r\033[K' >&2
    fi
}

# step NAME ADVICE COMMAND...: runs a command with its output in build/log/NAME.log; a failure ends the script and says what to do.
step() {
    local name=$1 advice=$2 log status=0 begun=$SECONDS
    shift 2
    log=$FW_LOGS/${name// /-}.log
    mkdir -p "$FW_LOGS" || die "Step '$name' failed: cannot write to $FW_LOGS. Make the clone writable for $(id -un)."
    say "$name ..."
    printf '%q ' "$@" >"$log"
    printf '\n' >>"$log"
    "$@" < /dev/null 2>&1 | show_progress "$log" || status=$?
    if ((status != 0)); then
        tail -n 25 "$log" >&2
        say "Step '$name' failed (exit status $status). Log: $log"
        say "$advice"
        exit "$status"
    fi
    say "$name: done in $((SECONDS - begun)) s"
}

# The packages named in the lists given, one a line.
wanted_packages() {
    local list
    for list in "$@"; do
        sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$FW_ROOT/packaging/packages/$list.txt"
    done
}

missing_packages() {
    local wanted installed
    wanted=$(wanted_packages "$@" | sort -u)
    # shellcheck disable=SC2086  # package names have no spaces
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p' | sort -u) || true
    comm -23 <(printf '%s\n' "$wanted") <(printf '%s\n' "$installed")
}

as_root() {
    if ((EUID == 0)); then
        "$@"
    else
        sudo -- "$@"
    fi
}

apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@"; }

# install_packages LIST...: what the lists name and Debian has not installed yet. Asks no package server when nothing is missing.
install_packages() {
    local missing
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is not Debian: nothing is installed. docs/dependencies.md names what has to be there."
        return
    fi
    mapfile -t missing < <(missing_packages "$@")
    if ((${#missing[@]} == 0)); then
        return
    fi
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        say "Step 'install packages' failed: ${#missing[@]} packages are missing and there is no sudo. As root, run"
        say "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
        die "and then this script again."
    fi
    say "missing packages (${#missing[@]}): ${missing[*]}"
    step "update package lists" "Check the network and /etc/apt (the archive of Debian 12 is needed), then try again." \
        apt_get update
    step "install packages" "Check the network and /etc/apt (the archive of Debian 12 is needed), or try 'apt-get --fix-broken install' as root; then this script again." \
        apt_get install --yes --no-install-recommends "${missing[@]}"
}

# The preset the tests are built with: in CI warnings are errors and no precompiled header hides a missing include.
test_preset() {
    if [[ -n ${CI:-} ]]; then
        echo ci
    else
        echo release
    fi
}

# As many compilers as there are cores, but no more than memory has room for (about 1 GB each).
job_count() {
    local cores available
    cores=$(nproc)
    available=$(awk '/^MemAvailable:/ { print int($2 / 1000000) }' /proc/meminfo 2>/dev/null || echo "$cores")
    ((available >= 1)) || available=1
    echo $((cores < available ? cores : available))
}

# configure PRESET: makes build/PRESET. Ninja itself looks after changed CMake files later on, all but the presets.
configure() {
    local preset=$1 folder=$FW_ROOT/build/$1 options=()
    local cache=$folder/CMakeCache.txt
    if [[ -f $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$FW_ROOT" "$cache"; then
        options+=(--fresh) # the clone was moved
    elif [[ -f $folder/build.ninja && ! $FW_ROOT/CMakePresets.json -nt $folder/build.ninja ]]; then
        return
    fi
    if command -v ccache >/dev/null; then
        options+=(-D CMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    step "configure $preset" "If a package is missing, see docs/dependencies.md; if '$folder' is half made, remove it and try again." \
        cmake -S "$FW_ROOT" --preset "$preset" "${options[@]}"
}

# build PRESET [TARGET...]
build() {
    local preset=$1
    shift
    # Without these two, precompiled headers and other checkouts would miss in ccache.
    export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros} CCACHE_PCH_EXTSUM=1
    export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$FW_ROOT} CCACHE_NOHASHDIR=1
    step "build $preset" "The log's end names the file; with little memory try again with FW_JOBS=1." \
        ninja -C "$FW_ROOT/build/$preset" -j "${FW_JOBS:-$(job_count)}" "$@"
}

# A bare Debian in the folder $dir, for the scripts that try things there. They run in namespaces of their own, where mounts end with them.

make_root() {
    local mirror
    command -v debootstrap >/dev/null || die "bare root: $dir is empty and debootstrap is not installed"
    # shellcheck disable=SC2016  # apt-get's own variables
    mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE)' | awk '$2 == "bookworm" { print $1; exit }')
    [[ -n $mirror ]] || die "bare root: apt on this machine has no source of bookworm; make $dir with debootstrap yourself"
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

# Makes the root in $dir when it is missing or empty, and gets it ready for in_root. $dir is absolute afterwards.
open_root() {
    if [[ ! -d $dir || -z $(ls -A "$dir") ]]; then
        make_root
    fi
    dir=$(cd "$dir" && pwd -P)
    [[ -x $dir/usr/bin/dpkg ]] || die "bare root: $dir is not a Debian root"
    enter_network
    mount_kernel
}
