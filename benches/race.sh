#!/usr/bin/env bash
# Races wirediff against what a reader would pick instead, on inputs that are the same every
# time, and prints the table of the README: medians in milliseconds, and how many times that of
# git. Wants hyperfine; wdiff, dwdiff, delta and difft take part where they are installed.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release --locked --quiet --bin wirediff --example inputs
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
target/release/examples/inputs race "$folder"
program=$PWD/target/release/wirediff
cd "$folder"

# How each tool is run on the files $1 and $2; git comes first, the others are set against it.
tools=(git wirediff wdiff dwdiff diff delta difft wc)
run() {
  case $1 in
    git) echo "git diff --no-index --word-diff $2 $3" ;;
    wirediff) echo "$program $2 $3" ;;
    diff) echo "diff -y $2 $3" ;;
    wc) echo "wc -w $2 $3" ;;
    *) echo "$1 $2 $3" ;;
  esac
}
for input in article near far reworked; do
  arguments=()
  for tool in "${tools[@]}"; do
    if [[ $tool == wirediff ]] || command -v "$tool" >/dev/null; then
      arguments+=(--command-name "$tool" "$(run "$tool" "$input-a.txt" "$input-b.txt")")
    fi
  done
  # Tools that compare tell by their status that the inputs differ.
  hyperfine --shell=none --ignore-failure --warmup 2 --min-runs 15 \
    --export-csv "$input.csv" "${arguments[@]}" >/dev/null 2>&1
done

awk -F, '
  FNR == 1 { input = FILENAME; sub(/\.csv$/, "", input); first = 0; next }
  !first { first = $4 }
  {
    if (!($1 in seen)) { seen[$1] = 1; order[++count] = $1 }
    cell[$1, input] = sprintf("%.1f ms (%.2f)", $4 * 1000, $4 / first)
  }
  END {
    print "| | two articles, 5 KB each | near, 0.8 MB each | far | reworked |"
    print "|---|--:|--:|--:|--:|"
    for (i = 1; i <= count; i++) {
      tool = order[i]
      printf "| `%s` | %s | %s | %s | %s |\n", tool, cell[tool, "article"], cell[tool, "near"],
        cell[tool, "far"], cell[tool, "reworked"]
    }
  }' article.csv near.csv far.csv reworked.csv
