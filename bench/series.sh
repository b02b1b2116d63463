#!/usr/bin/env bash
# series.sh FOLDER: what it costs to read, group, follow and print all texts of
# a folder, for shares of it that grow, so that the growth can be seen. Sizes
# are spread evenly over the sorted names.
set -euo pipefail
folder=${1:?want a folder of texts}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/reprise" ./cmd/reprise
find "$(cd "$folder" && pwd)" -type f -name '*.txt' | sort > "$work/all"
total=$(wc -l < "$work/all")
for n in 500 1000 2000 "$total"; do
	[ "$n" -le "$total" ] || continue
	mkdir "$work/$n"
	awk -v n="$n" -v t="$total" 'int(NR*n/t) != int((NR-1)*n/t)' "$work/all" | while read -r file; do
		ln -s "$file" "$work/$n/"
	done
	/usr/bin/time -f "$n texts: %e s, of processors %U s, %M KB" "$work/reprise" series "$work/$n" --width 120 > "$work/out"
done
