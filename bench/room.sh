#!/usr/bin/env bash
# Loads the team's room on loopback: fifty people who read, twenty marks a second, and a
# thousand open streams of events, with vegeta as the load generator. Shows the 95th
# percentile of a page and of a mark, and what memory the server took.
#
#   bench/room.sh [SECONDS]          30 where none are named
#
# STREAMS=0 leaves the streams out. OLD and NEW name two files to compare; without them
# a text of a hundred clauses is made up.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-30} streams=${STREAMS:-1000}
scratch=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || :; rm -rf "$scratch"' EXIT
vegeta=${VEGETA:-go run github.com/tsenart/vegeta/v12@v12.13.0}

[ -x "${REPRISE:-}" ] || { REPRISE=$scratch/reprise; CGO_ENABLED=0 go build -o "$REPRISE" ./cmd/reprise; }
# Behind a proxy, which here is the load generator: each request says who comes.
XDG_DATA_HOME=$scratch "$REPRISE" serve --offline --listen 127.0.0.1:0 --sign-in header=X-User >"$scratch/address" 2>"$scratch/notes" &
server=$!
for _ in $(seq 100); do [ -s "$scratch/address" ] && break; sleep 0.1; done
address=$(cat "$scratch/address")

python3 - "$scratch" <<'PY'
import sys
head = "A/C.9/211/L.4\n\nKeeping of lighthouses\n\nThe General Assembly,\n\n"
def text(word):
    lines = [f"{n}. Requests the keepers of the {n}th lighthouse to keep it lit {word if n % 3 == 0 else 'daily'} from dusk until dawn and to publish the hours at which lamp number {n * 7} is trimmed;\n\n" for n in range(1, 101)]
    return head + "".join(lines) + "101. Decides to remain seized of the matter.\n"
open(sys.argv[1] + "/old.txt", "w").write(text("every evening"))
open(sys.argv[1] + "/new.txt", "w").write(text("each and every night"))
PY
first=$(curl -s -o /dev/null -w '%{time_total} %header{location}' -H 'X-User: host' -F "old-file=@${OLD:-$scratch/old.txt}" -F "new-file=@${NEW:-$scratch/new.txt}" "$address/texts")
pair=${first#*/compare}
echo "two files brought: $(cut -d' ' -f1 <<<"$first") s"
echo "first opening: $(curl -s -o "$scratch/page" -w '%{time_total}' -H 'X-User: host' "$address/compare$pair") s, $(stat -c %s "$scratch/page") bytes"

python3 - "$address" "$pair" "$seconds" "$scratch" <<'PY'
import base64, json, sys, secrets
address, pair, seconds, scratch = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
with open(scratch + "/pages", "w") as f:
    for n in range(50):
        f.write(json.dumps({"method": "GET", "url": address + "/compare" + pair, "header": {"X-User": [f"p{n}"]}}) + "\n")
page = open(scratch + "/page").read()
old, new = (page.split(f'data-{side}-version="')[1].split('"')[0] for side in ("old", "new"))
with open(scratch + "/marks", "w") as f:
    for n in range(20 * seconds + 50):
        body = [{"id": secrets.token_hex(16), "kind": "mark", "visibility": "everyone", "oldVersion": old, "newVersion": new, "old": ["op3"], "new": ["op3"], "name": "OP3", "verdict": "agreed", "text": f"note {n}"}]
        f.write(json.dumps({"method": "POST", "url": address + "/room/open/entries", "header": {"X-User": [f"p{n % 50}"], "Content-Type": ["application/json"]}, "body": base64.b64encode(json.dumps(body).encode()).decode()}) + "\n")
PY
cat >"$scratch/streams.py" <<'PY'
import asyncio, sys, urllib.parse
address, pair, count, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
u = urllib.parse.urlparse(address)
got = 0
async def one(n):
    global got
    r, w = await asyncio.open_connection(u.hostname, u.port)
    w.write(f"GET /room/open/events{pair} HTTP/1.1\r\nHost: {u.netloc}\r\nX-User: s{n}\r\n\r\n".encode())
    await w.drain()
    while chunk := await r.read(65536):
        got += chunk.count(b"event: item")
async def main():
    tasks = [asyncio.create_task(one(n)) for n in range(count)]
    await asyncio.sleep(seconds)
    print(f"{count} streams were sent {got} items")
    for t in tasks: t.cancel()
asyncio.run(main())
PY
memory() { awk '/VmRSS/ {printf "%d MB\n", $2 / 1024}' "/proc/$server/status"; }
used() { awk '{print ($14 + $15) / 100}' "/proc/$server/stat"; }
echo "memory at the start: $(memory)"
ulimit -n 8192
if [ "$streams" -gt 0 ]; then
	python3 "$scratch/streams.py" "$address" "$pair" "$streams" "$((seconds + 8))" &
	listeners=$!
	sleep 5
	echo "memory with $streams streams: $(memory)"
fi
before=$(used)
$vegeta attack -format json -targets "$scratch/pages" -rate 10/s -duration "${seconds}s" -timeout 10s >"$scratch/pages.bin" &
pages=$!
$vegeta attack -format json -targets "$scratch/marks" -rate 20/s -duration "${seconds}s" -timeout 10s >"$scratch/marks.bin"
wait "$pages"
echo "pages, ten a second by fifty people:"; $vegeta report "$scratch/pages.bin" | grep -E '^(Latencies|Success|Status)'
echo "marks, twenty a second:"; $vegeta report "$scratch/marks.bin" | grep -E '^(Latencies|Success|Status)'
echo "memory under load: $(memory); processor time: $before s before, $(used) s after"
[ "$streams" -eq 0 ] || wait "$listeners"
cat "$scratch/notes"
