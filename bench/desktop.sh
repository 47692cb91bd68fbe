#!/bin/bash
# The desktop on very large captures, drawn into memory: how long each step takes, for how long its window does not
# answer, and its memory; beside tshark's time for reading the same file.
#
#   bench/desktop.sh              all of it: 7 GB below TMPDIR, a quarter of an hour
#   bench/desktop.sh compare      two million packets, of which every 50th is signalling, and tshark over the same file
#   bench/desktop.sh packets      the same with ten million, in 1 GB of heap; tshark would take 25 GB
#   bench/desktop.sh ues          a Binding Update and an acknowledgement of each of a million UEs, in 4 GB of heap
#   PACKETS=10000000 UES=1000000 COMPARE=2000000  how many
#
# tshark reads the file in two passes (-2), as Wireshark does for its list, and prints the number of each frame. The
# captures are made with a fixed seed, are in the page cache when they are measured, and are removed at the end.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

packets=${PACKETS:-10000000}
ues=${UES:-1000000}
parts=("$@")
((${#parts[@]})) || parts=(compare packets ues)
work=$(mktemp -d "${TMPDIR:-/tmp}/roamscope-desktop.XXXXXX")
trap 'rm -rf "$work"' EXIT

for tool in gcc tshark mvn /usr/bin/time; do
  command -v "$tool" >/dev/null || {
    echo "bench/desktop.sh: $tool is not installed" >&2
    exit 2
  }
done
gcc -O2 -Wall -Wextra -Werror -o "$work/traces" bench/traces.c
mvn -q -B -ntp -pl decoder,gui -DskipTests package
# The Java that the launcher found.
java=$(ROAMSCOPE_JAVA_OPTS=-XshowSettings:properties ./roamscope --version 2>&1 | sed -n 's/^ *java.home = //p')
# In the launcher's order, with ours last: else its archive does not fit.
modules=
classes=$PWD/gui/target/roamscope-gui.jar
for jar in "$PWD"/gui/target/lib/*.jar; do
  case $jar in
  */javafx-*) modules=$modules${modules:+:}$jar ;;
  *) classes=$classes:$jar ;;
  esac
done
"$java/bin/jar" --create --file "$work/bench.jar" -C gui/target/test-classes .
classes=$classes:$work/bench.jar
echo "$(./roamscope --version), $(tshark -v 2>/dev/null | head -n 1), $(nproc) processors, $(uname -sm)"

# Quick starts as the launcher has them, which makes them here.
./roamscope gui samples/captures/needless-rerun-after.pcapng --snapshot "$work/pictures"
cache=$(find gui/target -name "roamscope-gui-${java##*/}.aot" -size +1M)

measure() { # HEAP FILE FILTER...
  local file=$2
  cat "$file" >/dev/null
  echo "$(stat -c %s "$file") octets, $1 of heap"
  "$java/bin/java" -XX:AOTCache="$cache" -XX:+UseG1GC @gui/desktop.options -Xmx"$1" \
    -Dglass.platform=Headless -Dprism.order=sw -Djavafx.cachedir="$work/fx" \
    -p "$modules" --add-modules javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED -cp "$classes" \
    org.roamscope.gui.app.DesktopBenchMain "${@:2}" 2>"$work/err" | tee "$work/out"
}

compare() { # FILE
  local file=$1
  /usr/bin/time -q -f '%e %M' -o "$work/time" tshark -n -2 -r "$file" -T fields -e frame.number >/dev/null 2>&1
  awk 'FNR == NR { wall = $1; memory = $2 / 1024; next }
    /^all packets/ { rows = $3 } /^audit/ { audit = $2 } /^resident/ { mine = $4 }
    END {
      printf "tshark reads it in %.1f s with %d MB: %.1f times as long as the list, %.1f times as long as list and audit, %.1f times the memory\n",
        wall, memory, wall / rows, wall / audit, memory / mine
    }' "$work/time" "$work/out"
}

for part in "${parts[@]}"; do
  case $part in
  compare)
    "$work/traces" mixed "${COMPARE:-2000000}" 2000 >"$work/compare.pcap"
    measure 1g "$work/compare.pcap" mipv6 'frame.len > 1000'
    compare "$work/compare.pcap"
    rm "$work/compare.pcap"
    ;;
  packets)
    "$work/traces" mixed "$packets" 2000 >"$work/packets.pcap"
    measure 1g "$work/packets.pcap" mipv6 'frame.len > 1000'
    rm "$work/packets.pcap"
    ;;
  ues)
    "$work/traces" bindings $((2 * ues)) "$ues" >"$work/ues.pcap"
    measure 4g "$work/ues.pcap" mipv6
    rm "$work/ues.pcap"
    ;;
  *)
    echo "bench/desktop.sh: no part $part" >&2
    exit 2
    ;;
  esac
done
