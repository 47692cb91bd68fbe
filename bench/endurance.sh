#!/bin/bash
# roamscope watch for a long time at a steady rate, in a network namespace of its own: memory over time, and drops.
#
#   bench/endurance.sh [KIND]    kind of bench/traces.c: signalling (every packet is judged) or mixed (each 50th is)
#   SECONDS_LONG=3600            how long
#   RATE=20000                   packets a second
#   UES=10000                    mobile nodes
#   WATCH='--no-dumpcap'         further options of watch
#
# Prints a line a minute: seconds, resident memory of analyzer and capturing process in MB, heap of the analyzer after
# its last collection in MB. At the end what watch says of drops; ends with 1 if there were any.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

kind=${1:-signalling}
long=${SECONDS_LONG:-3600}
rate=${RATE:-20000}
ues=${UES:-10000}
options=${WATCH:---no-dumpcap}

if [[ ${IN_NAMESPACE:-} != yes ]]; then
  for tool in gcc unshare ip; do
    command -v "$tool" >/dev/null || {
      echo "bench/endurance.sh: $tool is not installed" >&2
      exit 2
    }
  done
  version=$(./roamscope --version) # builds what is missing
  echo "$version, $(nproc) processors, $(uname -sm); $kind, $rate packets a second, $ues UEs, $long s"
  IN_NAMESPACE=yes exec unshare -rn "$0" "$kind"
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/roamscope-endurance.XXXXXX")
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
gcc -O2 -Wall -Wextra -Werror -o "$work/traces" bench/traces.c
gcc -O2 -Wall -Wextra -Werror -o "$work/send" bench/send.c
ip link add from type veth peer name to
ip link set from up
ip link set to up

mkfifo "$work/lines"
wc -l <"$work/lines" >"$work/count" &
# shellcheck disable=SC2086
ROAMSCOPE_JAVA_OPTS="${ROAMSCOPE_JAVA_OPTS:-} -Xlog:gc:file=$work/gc:uptime" \
  ./roamscope watch -i to $options >"$work/lines" 2>"$work/said" &
watch=$!
sleep 5
"$work/traces" "$kind" $((long * rate)) "$ues" | "$work/send" from "$rate" 2>"$work/sent" &
sender=$!

resident() { # PID...
  local pid all=0
  for pid in "$@"; do
    all=$((all + $(awk '/^VmRSS/ { print $2 }' "/proc/$pid/status" 2>/dev/null || echo 0)))
  done
  echo $((all / 1024))
}

echo 'seconds analyzer capture heap'
while kill -0 "$sender" 2>/dev/null; do
  for ((i = 0; i < 60; i++)); do
    kill -0 "$sender" 2>/dev/null || break
    sleep 1
  done
  children=$(cat /proc/"$watch"/task/*/children)
  # shellcheck disable=SC2086
  echo "$SECONDS $(resident "$watch") $(resident $children) $(grep -o -- '->[0-9]*M' "$work/gc" | tail -n 1 | tr -dc 0-9)"
done
wait "$sender" || echo "the sender did not hold the rate" >&2
cat "$work/sent"
sleep 15 # what is told late is told
kill -TERM "$watch"
wait "$watch" || true
cat "$work/said"
echo "$(cat "$work/count") lines told"
! grep -q dropped "$work/said"
