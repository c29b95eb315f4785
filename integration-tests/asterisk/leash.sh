#!/usr/bin/env bash
# Runs a command for as long as somebody holds the other end of standard input: however the one who
# started it ends, by a signal that cannot be caught included, the command ends with it.
#
#   usage: leash.sh COMMAND [ARGUMENT...]
exec 3<&0
"$@" </dev/null 3<&- &
command=$!
cat <&3 >/dev/null &
holder=$!
wait -n "$command" "$holder"
kill -KILL "$command" "$holder" 2>/dev/null
wait "$command" 2>/dev/null
