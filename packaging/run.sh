#!/bin/bash
# Builds what is not built yet and starts the demo: the window, or without a display the demo day in the terminal.
#   packaging/run.sh [--terminal] [-- ARGUMENTS FOR THE PROGRAM]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=packaging/lib.sh
source "$here/lib.sh"

in_terminal=false
while (($# > 0)); do
    case $1 in
    --terminal) in_terminal=true ;;
    --)
        shift
        break
        ;;
    *) die "usage: packaging/run.sh [--terminal] [-- ARGUMENTS FOR THE PROGRAM]" ;;
    esac
    shift
done

# Is somebody listening at DISPLAY? It is often set where no X server can be reached (ssh, sudo, containers).
x_display_answers() {
    local display=${DISPLAY:-} host number
    [[ $display == *:* ]] || return 1
    host=${display%:*}
    number=${display##*:}
    number=${number%%.*}
    [[ $number =~ ^[0-9]+$ ]] || return 1
    if [[ -z $host || $host == unix ]]; then
        [[ -S /tmp/.X11-unix/X$number ]] || grep -q "@/tmp/.X11-unix/X$number\$" /proc/net/unix
    else
        # shellcheck disable=SC2016  # expanded by the inner shell, whose $0 is the host
        timeout 3 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$host" "$((6000 + number))" 2>/dev/null
    fi
}

wayland_display_answers() {
    local display=${WAYLAND_DISPLAY:-}
    [[ -n $display ]] || return 1
    [[ $display == /* ]] || display=${XDG_RUNTIME_DIR:-}/$display
    [[ -S $display ]] && compgen -G '/usr/lib/*/qt6/plugins/platforms/libqwayland*.so' >/dev/null
}

"$here/setup.sh" run

bin=$FW_ROOT/build/release/bin
if ! $in_terminal && { x_display_answers || wayland_display_answers; }; then
    say "Starting the demo in a window."
    exec "$bin/floorwalker" --demo "$@"
fi
say "Starting the demo day in the terminal${DISPLAY:+ (display $DISPLAY does not answer)}."
exec "$bin/floorwalkerctl" demo "$@"
