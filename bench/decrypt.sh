#!/bin/bash
# Decryption of a large ESP capture: this program against tshark, whole processes, the same file and keys.
#
#   bench/decrypt.sh [PACKETS [RUNS]]     500000 packets, 7 runs of each
#
# The capture is made once and kept in target/bench: mobile nodes under AES-CBC with HMAC-SHA1 and under AES-GCM,
# payloads of 512 octets, Binding Updates and Acknowledgements among them. Runs alternate, so that whatever else the
# machine does meets all of them. Prints medians, and tshark's time over ours.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

packets=${1:-500000}
runs=${2:-7}
work=target/bench/esp-$packets
fields=(-Y mipv6 -T fields -e frame.number -e ipv6.src -e mip6.mhtype -e mip6.bu.k_flag -e mip6.ba.status)

command -v tshark >/dev/null || {
  echo "bench/decrypt.sh: tshark is not installed: nothing to compare with" >&2
  exit 2
}

./roamscope --version # builds what is missing
# The Java that the launcher found.
java=$(ROAMSCOPE_JAVA_OPTS=-XshowSettings:properties ./roamscope --version 2>&1 | sed -n 's/^ *java.home = //p')
if [[ ! -f $work/done ]]; then
  mvn -q -B -pl decoder,samples test-compile
  "$java/bin/java" -cp samples/target/test-classes:cli/target/roamscope.jar \
    org.roamscope.samples.decrypt.EspBenchMain "$work" "$packets" 1
  chmod 600 "$work"/keys/*
  : >"$work/done"
fi

decode() { ./roamscope decode -r "$work/esp.pcapng" --keys "$work/keys" "${fields[@]}" >"$work/decode.txt"; }
audit() { ./roamscope audit --keys "$work/keys" "$work/esp.pcapng" >"$work/audit.txt" 2>"$work/audit.err"; }
tshark_decode() {
  WIRESHARK_CONFIG_DIR=$work/keys tshark -n -r "$work/esp.pcapng" "${fields[@]}" >"$work/tshark.txt" 2>"$work/tshark.err"
}

# The file into the page cache, and both programs' own files with it.
cat "$work/esp.pcapng" >/dev/null
for one in decode audit tshark_decode; do "$one"; done
cmp "$work/decode.txt" "$work/tshark.txt"
echo "the same $(wc -l <"$work/decode.txt") lines from both; $(stat -c %s "$work/esp.pcapng") octets of capture"

TIMEFORMAT='%R %U %S'
for one in decode audit tshark_decode; do : >"$work/$one.times"; done
for ((run = 1; run <= runs; run++)); do
  for one in decode audit tshark_decode; do
    { time "$one"; } 2>>"$work/$one.times"
  done
done

# Median of a column: 1 is wall time, 2 processor time.
median() { awk '{ print $1, $2 + $3 }' "$1" | cut -d' ' -f"$2" | sort -n | sed -n "$(((runs + 1) / 2))p"; }
peer_wall=$(median "$work/tshark_decode.times" 1)
peer_cpu=$(median "$work/tshark_decode.times" 2)
printf '%-8s %8s %8s %12s %12s\n' what wall/s CPU/s 'tshark wall' 'tshark CPU'
for one in decode audit; do
  wall=$(median "$work/$one.times" 1)
  cpu=$(median "$work/$one.times" 2)
  awk -v one="$one" -v w="$wall" -v c="$cpu" -v pw="$peer_wall" -v pc="$peer_cpu" \
    'BEGIN { printf "%-8s %8.2f %8.2f %11.2fx %11.2fx\n", one, w, c, pw / w, pc / c }'
done
printf '%-8s %8.2f %8.2f\n' tshark "$peer_wall" "$peer_cpu"
