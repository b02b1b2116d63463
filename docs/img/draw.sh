#!/usr/bin/env bash
# Draws the pictures of the README from the specimen series: the terminal, the
# page, the Word file, the evolution table. Needs chromium, LibreOffice and
# pdftoppm.
#
#   docs/img/draw.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
old=testdata/specimen/A_RES_204_52.txt
new=testdata/specimen/A_RES_206_47.md

go build -o "$scratch/reprise" ./cmd/reprise
"$scratch/reprise" compare "$old" "$new" -o "$scratch/page.html" -o "$scratch/redline.docx"

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

# LibreOffice shows tracked changes in a PDF when it is told to.
soffice --headless --norestore "-env:UserInstallation=file://$scratch/office" --convert-to pdf --outdir "$scratch" "$scratch/redline.docx" >/dev/null 2>&1
pdftoppm -r 90 -f 1 -l 1 -png -singlefile "$scratch/redline.pdf" docs/img/word
ls -l docs/img/*.png
