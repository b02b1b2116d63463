#!/usr/bin/env bash
# Draws the pictures of the README from the specimen series: every form of a
# comparison, and the evolution table. Needs chromium, LibreOffice (Writer and
# Calc), pdftoppm, pandoc, python3 and ImageMagick.
#
#   docs/img/draw.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
old=testdata/specimen/A_RES_204_52.txt
new=testdata/specimen/A_RES_206_47.md

go build -o "$scratch/reprise" ./cmd/reprise
"$scratch/reprise" compare "$old" "$new" -o "$scratch/page.html" -o "$scratch/redline.docx" -o "$scratch/sheet.csv" -o "$scratch/memo.md" -o "$scratch/data.json"
"$scratch/reprise" compare "$old" "$new" --view table -o "$scratch/table.docx"

shoot() { # NAME WIDTH HEIGHT FILE
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-color-profile=srgb --user-data-dir="$scratch/browser" \
		--disable-background-networking --window-size="$2,$3" --screenshot="$PWD/docs/img/$1.png" "file://$4" 2>/dev/null >&2
}

# The terminal's colours as a page: each escape sequence opens or closes a span.
terminal() { # COMMAND...
	printf '<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#fcfcfa;color:#1c1e21}pre{margin:24px 28px;font:15px/1.45 "DejaVu Sans Mono",monospace}</style><pre>'
	FORCE_COLOR=1 "$@" | sed -e 's/&/\&amp;/g; s/</\&lt;/g' -e 's/\x1b\[\(0\(;[0-9]*\)*\|2[2-9]\)m/<\/span>/g' \
		-e 's/\x1b\[32;4m/<span style="color:#0b5d3b;text-decoration:underline">/g' -e 's/\x1b\[31;9m/<span style="color:#9b1c31;text-decoration:line-through">/g' \
		-e 's/\x1b\[32;1m/<span style="color:#0b5d3b;font-weight:bold">/g' -e 's/\x1b\[31;1m/<span style="color:#9b1c31;font-weight:bold">/g' \
		-e 's/\x1b\[35;1m/<span style="color:#5b3a9e;font-weight:bold">/g' -e 's/\x1b\[36;1m/<span style="color:#0a5c99;font-weight:bold">/g' \
		-e 's/\x1b\[33m/<span style="color:#8a4b00">/g' -e 's/\x1b\[1m/<span style="font-weight:bold">/g' \
		-e 's/\x1b\[2m/<span style="color:#5a6068">/g' -e 's/\x1b\[3m/<span style="font-style:italic">/g'
	printf '</pre>'
}
terminal "$scratch/reprise" compare --width 88 "$old" "$new" >"$scratch/terminal.html"
terminal "$scratch/reprise" series testdata/specimen/*.md >"$scratch/series.html"
shoot terminal 880 1250 "$scratch/terminal.html"
shoot series 760 1110 "$scratch/series.html"
shoot page 1240 1000 "$scratch/page.html"

# The Markdown as a forge shows it, and the JSON of one change.
{
	printf '<!doctype html><meta charset="utf-8"><style>body{margin:24px 28px;background:#fff;color:#1c1e21;font:15px/1.5 system-ui,sans-serif}table{border-collapse:collapse}td,th{border:1px solid #d0d4d9;padding:6px 10px;text-align:start;vertical-align:top}</style>'
	pandoc -f gfm -t html "$scratch/memo.md"
} >"$scratch/memo.html"
{
	printf '<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#fcfcfa;color:#1c1e21}pre{margin:20px 24px;white-space:pre-wrap;font:14px/1.4 "DejaVu Sans Mono",monospace}</style><pre>'
	python3 -c 'import json,sys; print(json.dumps(next(c for c in json.load(sys.stdin)["changes"] if c["new"]==["pp2"]), indent=1, ensure_ascii=False))' <"$scratch/data.json" | sed 's/&/\&amp;/g; s/</\&lt;/g'
	printf '</pre>'
} >"$scratch/data.html"
shoot markdown 1000 900 "$scratch/memo.html"
shoot json 620 800 "$scratch/data.html"

# LibreOffice shows tracked changes in a PDF when it is told to. A sheet goes
# on one wide page.
office() { # FORMAT FILE [FLAG...]
	soffice --headless --norestore "-env:UserInstallation=file://$scratch/office" "${@:3}" --convert-to "$1" --outdir "$scratch" "$2" >/dev/null 2>&1
}
office pdf "$scratch/redline.docx"
office pdf "$scratch/table.docx"
office fods "$scratch/sheet.csv" --infilter=CSV:44,34,76
sed -i -e 's/style:print="[^"]*"//g' -e 's/<style:page-layout-properties /&style:print="grid headers" fo:page-width="52cm" fo:page-height="26cm" fo:margin="5mm" /g; s/column-width="\([3-9]\|[0-9][0-9]\)\.[0-9]*in"/column-width="3.6in"/g' "$scratch/sheet.fods"
office pdf "$scratch/sheet.fods"
pdftoppm -r 90 -f 1 -l 1 -png -singlefile "$scratch/redline.pdf" docs/img/word
pdftoppm -r 80 -f 1 -l 1 -png -singlefile "$scratch/table.pdf" docs/img/table
pdftoppm -r 72 -f 1 -l 1 -png -singlefile "$scratch/sheet.pdf" docs/img/csv

# Few colours are enough, and half the bytes.
for picture in docs/img/*.png; do
	convert "$picture" -strip +dither -colors 64 -define png:compression-level=9 "png8:$scratch/small.png"
	cp "$scratch/small.png" "$picture"
done
ls -l docs/img/*.png
