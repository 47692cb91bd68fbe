#!/bin/bash
# The audit of large captures: this program against tshark, tcpdump and a bare scan, whole processes, the same files.
#
#   bench/compare.sh             all of it: needs 2.5 GB below TMPDIR and half an hour
#   bench/compare.sh PART...     some of: captures growth ues collisions flood start
#   RUNS=3                       runs of each program that are not tshark's; the middle one counts
#   UPDATES=100000000            Binding Updates of the flood
#
# The captures are made with a fixed seed and removed at the end. They are in the page cache when they are measured.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

runs=${RUNS:-3}
updates=${UPDATES:-100000000}
parts=("$@")
((${#parts[@]})) || parts=(captures growth ues collisions flood start)
work=$(mktemp -d "${TMPDIR:-/tmp}/roamscope-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT

for tool in gcc tshark tcpdump /usr/bin/time; do
  command -v "$tool" >/dev/null || {
    echo "bench/compare.sh: $tool is not installed" >&2
    exit 2
  }
done
gcc -O2 -Wall -Wextra -Werror -o "$work/traces" bench/traces.c
gcc -O2 -Wall -Wextra -Werror -o "$work/scan" bench/scan.c
version=$(./roamscope --version) # builds what is missing
echo "$version, $(tshark -v 2>/dev/null | head -n 1), $(nproc) processors, $(uname -sm)"

make() {
  "$work/traces" "${@:2}" >"$work/$1.pcap"
  cat "$work/$1.pcap" >/dev/null
}

fields=(-T fields -e frame.number -e ipv6.src -e mip6.mhtype -e mip6.bu.k_flag -e isakmp.exchangetype -e isakmp.ispi)
filter='ip6 proto 135 or ip6 proto 60 or ip6 proto 43 or port 500 or port 4500 or port 4191'

# Seconds of wall time, of processor time, and the peak of memory in MB: of the run in the middle by wall time.
# An audit that reaches a limit ends with 3, which is no failure here.
measure() { # RUNS COMMAND...
  local run times=$1
  shift
  for ((run = 0; run < times; run++)); do
    /usr/bin/time -q -f '%e %U %S %M' -o "$work/time" "$@" >"$work/out" 2>"$work/err" || (($? == 3 || $? == 1))
    tail -n 1 "$work/time"
  done | sort -n | sed -n "$(((times + 1) / 2))p" | awk '{ printf "%.2f %.2f %.0f\n", $1, $2 + $3, $4 / 1024 }'
}

row() { # NAME WALL CPU MB OUR-WALL OUR-CPU OUR-MB
  awk -v name="$1" -v w="$2" -v c="$3" -v m="$4" -v ow="$5" -v oc="$6" -v om="$7" \
    'BEGIN { printf "  %-16s %8.2f s %8.2f s %7d MB   x %6.2f wall %6.2f CPU %5.2f memory\n", name, w, c, m, w / ow, c / oc, m / om }'
}

compare() { # FILE
  local file=$work/$1.pcap ours other
  echo "$1: $(stat -c %s "$file") octets; last columns: the other program over this one"
  ours=$(measure "$runs" ./roamscope audit "$file")
  row roamscope $ours $ours
  other=$(measure 1 tshark -n -r "$file" -Y 'mipv6 || isakmp' "${fields[@]}")
  row tshark $other $ours
  other=$(measure "$runs" tcpdump -n -r "$file" "$filter")
  row tcpdump $other $ours
  other=$(measure "$runs" "$work/scan" "$file")
  row 'bare scan' $other $ours
}

captures() {
  make signalling signalling 1000000 2000
  compare signalling
  rm "$work/signalling.pcap"
  make mixed mixed 2000000 2000
  compare mixed
  rm "$work/mixed.pcap"
  make million bindings 2000000 1000000
  compare million
  rm "$work/million.pcap"
}

# Packets of the same 2000 mobile nodes: the time should grow as they do.
growth() {
  local times one=
  echo 'growth with packets (signalling, 2000 mobile nodes)'
  for times in 1 2 4 8; do
    make growth signalling $((times * 250000)) 2000
    report "$((times * 250000)) packets"
  done
}

# The same number of packets, of more and more mobile nodes.
ues() {
  local count one=
  echo 'growth with mobile nodes (bindings, 2,000,000 packets)'
  for count in 1000 10000 100000 1000000; do
    make growth bindings 2000000 "$count"
    report "$count mobile nodes"
  done
}

report() { # WHAT, uses and sets `one`
  local now
  now=$(measure "$runs" ./roamscope audit "$work/growth.pcap")
  one=${one:-$now}
  echo "$1 $now $one" | awk '{ printf "  %8d %-14s %8.2f s %8.2f s CPU %6d MB   x %5.2f wall %5.2f CPU\n",
    $1, $2 ($3 ~ /^[a-z]/ ? " " $3 : ""), $(NF - 5), $(NF - 4), $(NF - 3), $(NF - 5) / $(NF - 2), $(NF - 4) / $(NF - 1) }'
  rm "$work/growth.pcap"
}

# Home addresses made so that their Java hash codes are one.
collisions() {
  local kind one=
  echo 'chosen addresses (32,768 mobile nodes)'
  for kind in ordinary collide; do
    make growth $kind 32768
    report "32768 $kind"
  done
}

# The handovers of the ten mobile nodes that move must not depend on the others; little memory, through a pipe.
flood() {
  echo "flood: $updates made-up Binding Updates through standard input, -Xmx512m"
  "$work/traces" flood 400 >"$work/small.pcap"
  handovers "$work/small.pcap" <"$work/small.pcap" >"$work/before"
  "$work/traces" flood "$updates" | handovers - >"$work/after"
  tail -n 1 "$work/time" | awk '{ printf "  %.1f s, %.1f s CPU, peak %.0f MB, exit code %d\n", $1, $2 + $3, $4 / 1024, $5 }'
  cmp "$work/before" "$work/after" && echo "  the same $(wc -l <"$work/before") lines on the handovers of the ten"
}

handovers() {
  ROAMSCOPE_JAVA_OPTS=-Xmx512m /usr/bin/time -q -f '%e %U %S %M %x' -o "$work/time" \
    ./roamscope handovers --format csv "$1" 2>"$work/err" | cut -d, -f1-4,9-16 || (($? == 3)) # without times and frames
}

start() {
  local sample=samples/captures/needless-rerun-after.pcapng
  echo 'start'
  echo "  roamscope --version: $(measure 9 ./roamscope --version) (s, s of CPU, MB)"
  echo "  tshark -v:           $(measure 9 tshark -v)"
  echo "  roamscope audit of $(./roamscope decode "$sample" | wc -l) packets: $(measure 9 ./roamscope audit "$sample")"
  echo "  tshark -r:           $(measure 9 tshark -n -r "$sample")"
}

for part in "${parts[@]}"; do
  case $part in
  captures | growth | ues | collisions | flood | start) "$part" ;;
  *)
    echo "bench/compare.sh: no part '$part'; there are captures, growth, ues, collisions, flood and start" >&2
    exit 2
    ;;
  esac
done
