#!/bin/bash
# Microbenchmarks: what a packet costs at each step, with JMH.
#
#   bench/micro.sh                      all of them, a minute and a half
#   bench/micro.sh dissect -prof gc     a part of their names, and JMH's own options
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mvn -q -B -ntp -pl decoder,bench package -DskipTests
# The Java that the launcher found.
java=$(ROAMSCOPE_JAVA_OPTS=-XshowSettings:properties ./roamscope --version 2>&1 | sed -n 's/^ *java.home = //p')
exec "$java/bin/java" -Droamscope.root="$PWD" -cp 'bench/target/classes:bench/target/lib/*' org.openjdk.jmh.Main "$@"
