#!/bin/bash
# Writes what is told about floorwalkerctl by floorwalkerctl itself, so that it cannot go stale: its manual page and bash completion.
#   packaging/describe.sh FLOORWALKERCTL FOLDER
set -euo pipefail
(($# == 2)) || { echo "usage: packaging/describe.sh FLOORWALKERCTL FOLDER" >&2; exit 2; }
program=$1 folder=$2
export LC_ALL=C.UTF-8
mkdir -p "$folder"
help=$("$program" --help)

quoted() { sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^\\([.']\\)/\\\\\\&\\1/"; }

{
    cat <<'MAN'
.TH FLOORWALKERCTL 1 "" "Floorwalker" "User Commands"
.SH NAME
floorwalkerctl \- everything of Floorwalker without a window
.SH SYNOPSIS
.B floorwalkerctl
.RB [ \-\-data
.IR DIR ]
.I COMMAND
.RI [ OPTION ...]
.RB [ \-\-json ]
.SH DESCRIPTION
Works on a desk's folder beside the window or without it.
.B \-\-help
after a command lists its options.
.SH COMMANDS
.nf
MAN
    sed -n '/^  [a-z]/ { /^  floorwalkerctl/d; s/^  //; p }' <<<"$help" | quoted
    cat <<'MAN'
.fi
.SH EXIT STATUS
.TP
0
done
.TP
1
it did not work; one line on standard error says why and what to do
.TP
2
it was called wrongly; the line says how
.SH SEE ALSO
.BR floorwalker (1)
MAN
} >"$folder/floorwalkerctl.1"

first_words=$(sed -n '/^  floorwalkerctl/d; s/^  \([a-z][a-z0-9-]*\).*/\1/p' <<<"$help" | sort -u | tr '\n' ' ')
[[ -n $first_words ]] || { echo "describe: $program --help names no command" >&2; exit 1; }
{
    echo '# bash completion for floorwalkerctl'
    echo '_floorwalkerctl() {'
    # shellcheck disable=SC2016  # written out as it stands
    echo '    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}'
    # shellcheck disable=SC2016
    echo '    case $prev in --data|--*file) compopt -o default; COMPREPLY=(); return ;; esac'
    # shellcheck disable=SC2016
    echo '    case $cur in -*) mapfile -t COMPREPLY < <(compgen -W "--help --version --data --json --passphrase-file --log" -- "$cur"); return ;; esac'
    # shellcheck disable=SC2016
    printf '    mapfile -t COMPREPLY < <(compgen -W "%s" -- "$cur")\n' "${first_words% }"
    echo '}'
    echo 'complete -F _floorwalkerctl floorwalkerctl'
} >"$folder/floorwalkerctl.bash"
