#!/usr/bin/env bash
# Runs wirediff on the worst inputs that we know and on ever longer ones, and prints the seconds
# and the memory of each run. Ends with 1 if a hostile one takes 5 seconds, or 500 MB, or more.
# Wants GNU time.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release --locked --quiet --bin wirediff --example inputs
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
target/release/examples/inputs hostile "$folder"
program=$PWD/target/release/wirediff
cd "$folder"

failed=0
measure() { # name, most seconds, most kilobytes, arguments
  local name=$1 seconds=$2 memory=$3 took
  shift 3
  command time --quiet -f '%e %M' -o figures "$program" "$@" >view || failed=1
  took=$(tail -n 1 figures)
  printf '%-24s %6.2f s %8.1f MB\n' "$name" "${took% *}" "$(awk -v kb="${took#* }" 'BEGIN { print kb / 1024 }')"
  awk -v took="$took" -v s="$seconds" -v m="$memory" \
    'BEGIN { split(took, f, " "); exit f[1] >= s || f[2] >= m }' || failed=1
}
for first in *-a.txt; do
  name=${first%-a.txt}
  measure "$name" 5 512000 "$first" "$name-b.txt"
done
for name in long-word tiny-sentences; do
  measure "$name, width 1" 5 512000 --width 1 "$name-a.txt" "$name-b.txt"
done
for name in stock no-stops four-words unspaced; do
  measure "check, $name" 5 512000 check --max-reuse 100 --against "$name-a.txt" "$name-b.txt"
done
measure "50 articles" 5 512000 many-*.txt

rm ./*.txt
"${program%/wirediff}/examples/inputs" growth .
for kind in near far; do
  for sentences in 5000 50000 500000; do
    measure "$kind, 2 x $sentences" 999 99999999 "$kind-$sentences-a.txt" "$kind-$sentences-b.txt"
  done
done
exit "$failed"
