# shellcheck shell=sh
# Runs a PostgreSQL server for one test program, detached from it, so that nobody who ends the test's processes ends this one too.
# The server is stopped and removed when the test's end of standard input closes.
#   pg_guard.sh FOLDER_OF_THE_SERVERS_PROGRAMS FOLDER_FOR_TEMPORARY_FILES
# Prints the folder of the server's socket, or a line that does not begin with a slash.
bin=$1
exec 3<&0
(
    umask 077
    dir=$(mktemp -d "$2/fw-pg.XXXXXX") || { echo "no temporary folder"; exit; }
    server=
    stop() {
        [ -z "$server" ] || { kill -QUIT "$server" && wait "$server"; } 2>/dev/null
        rm -rf "$dir"
    }
    trap stop EXIT
    trap exit INT TERM HUP
    trap '' PIPE # the test may be gone before it is told
    "$bin/initdb" -D "$dir/data" -U desk --auth=trust -E UTF8 --locale=C --no-sync --wal-segsize=1 >"$dir/log" 2>&1 ||
        { echo "initdb: $(tail -n 1 "$dir/log")"; exit; }
    "$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off -c full_page_writes=off -c jit=off \
        -c shared_buffers=16MB -c max_connections=60 3<&- >>"$dir/log" 2>&1 &
    server=$!
    until "$bin/pg_isready" -q -h "$dir" -U desk; do
        kill -0 "$server" 2>/dev/null || { echo "postgres: $(tail -n 1 "$dir/log")"; exit; }
        sleep 0.05
    done
    echo "$dir"
    exec >/dev/null
    cat <&3
) &
