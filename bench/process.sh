#!/usr/bin/env bash
# Times the whole process of reprise against wdiff, dwdiff, git's word diff and
# jsdiff on the same two files, in turn, and shows the ratios to wdiff. Tools
# that are not installed are named and left out.
#
#   bench/process.sh [OLD NEW]
#
# Without arguments: 73/58 against 75/67 of the shared series where it lies
# beside the project (or where REPRISE_SHARED points), and two specimens always.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
runs=${RUNS:-40}

CGO_ENABLED=0 go build -o "$scratch/reprise" ./cmd/reprise
CGO_ENABLED=0 go build -o "$scratch/paired" ./bench/paired
if command -v npm >/dev/null && (cd "$scratch" && npm install --silent --no-audit --no-fund diff@8 >/dev/null 2>&1); then
	cat >"$scratch/jsdiff.js" <<'JS'
const fs = require("fs"), { diffWords } = require("diff");
const [, , a, b] = process.argv;
process.stdout.write(diffWords(fs.readFileSync(a, "utf8"), fs.readFileSync(b, "utf8")).map((p) => (p.added ? "+" : p.removed ? "-" : "") + p.value).join(""));
JS
fi

pair() {
	local old=$1 new=$2 contestants=()
	echo "== $(basename "$old") against $(basename "$new")"
	add() { # NAME PROGRAM COMMAND
		if command -v "$2" >/dev/null; then contestants+=("$1" "$3"); else echo "   $1: not installed, left out"; fi
	}
	add wdiff wdiff "wdiff $old $new"
	contestants+=(reprise "$scratch/reprise compare --color never $old $new")
	add dwdiff dwdiff "dwdiff $old $new"
	add git git "git --no-pager diff --no-index --word-diff $old $new"
	if [ -f "$scratch/jsdiff.js" ]; then contestants+=(jsdiff "node $scratch/jsdiff.js $old $new"); else echo "   jsdiff: not to be had, left out"; fi
	"$scratch/paired" -n "$runs" "${contestants[@]}"
}

if [ $# -eq 2 ]; then
	pair "$1" "$2"
	exit
fi
shared=${REPRISE_SHARED:-$root/../shared}
series=$shared/resolutions/series/ga-nwfz-central-asia
if [ -d "$series" ]; then
	pair "$series/A_RES_73_58.txt" "$series/A_RES_75_67.md"
else
	echo "73/58 against 75/67: skipped, the shared resolutions are not there (REPRISE_SHARED names their folder)"
fi
pair testdata/specimen/A_RES_200_41.txt testdata/specimen/A_RES_202_38.md
