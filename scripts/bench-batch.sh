#!/usr/bin/env bash
# bench-batch.sh [--records N] [--million N] [--rounds N]
# A batch of letters held against what no program can do without (Benchmarks/floor.c: deflate, hash, create, write and rename the same bytes) and, with
# BENCH_PEERS=FOLDER as for bench.sh, against relatorio and docxtpl: CPU time, on this disk and on tmpfs. Then what two threads bring, and what
# documents cost in runs of growing size, up to a million records. BENCH_DISK=FOLDER is where “this disk” is: a file system
# that nobody else writes to or deletes from gives steadier figures: a sync takes theirs along, and for a minute ext4 tests each number of a deleted
# file before it gives it away again (which multiplied the floor by six here). For the same reason nothing is deleted on the disk before the end.
set -euo pipefail
cd "$(dirname "$0")/.."

records=20000
million=1000000
rounds=3
while (($#)); do
    case $1 in
        --records) records=$2; shift 2 ;;
        --million) million=$2; shift 2 ;;
        --rounds) rounds=$2; shift 2 ;;
        *) echo "bench-batch: unknown option $1" >&2; exit 2 ;;
    esac
done

vanthu=${VANTHU:-$(scripts/build.sh vanthu)}
bench=${VANTHU_BENCH:-$(scripts/build.sh vanthu-bench)}
disk=$(mktemp -d -p "${BENCH_DISK:-$PWD/.build}" batch-bench.XXXXXX)
memory=$(mktemp -d -p /dev/shm batch-bench.XXXXXX 2>/dev/null || mktemp -d)
trap 'rm -rf "$disk" "$memory"' EXIT
cc -O2 Benchmarks/floor.c -o "$memory/floor-program" -lisal -lcrypto -lz

# Letters of the peers' folder where there is one, so that all engines fill the same text.
if [ -n "${BENCH_PEERS:-}" ]; then
    mkdir -p "$memory/templates" "$memory/data"
    cp "$BENCH_PEERS"/templates/letter.* "$memory/templates"
    "$BENCH_PEERS/.venv/bin/python" - "$BENCH_PEERS/data/letter.json" "$records" >"$memory/data/letters.jsonl" <<'PY'
import json, sys
letter = json.load(open(sys.argv[1], encoding="utf-8"))
for number in range(int(sys.argv[2])):
    print(json.dumps({"id": str(number + 1), "nhom": str(number // 1000), **letter}, ensure_ascii=False))
PY
else
    "$bench" --make-records "$memory" "$records"
fi
data=$memory/data/letters.jsonl

# CPU and wall seconds of a command.
timed() {
    local TIMEFORMAT='%U %S %R' times status=0
    times=$({ time "$@" >/dev/null 2>"$memory/errors" || status=$?; ((status == 0)) || { cat "$memory/errors" >&2; exit "$status"; }; } 2>&1)
    awk '{ printf "%.3f %.3f\n", $1 + $2, $3 }' <<<"$times"
}
batch() {
    local format=$1 out=$2
    shift 2
    timed "$vanthu" batch "$memory/templates/letter.dxt.$format" --data "$data" --name "{nhom}/{id}.$format" --quiet -o "$out" "$@"
}
row() { printf '%-44s %9s CPU s %9s wall s %s\n' "$1" "$2" "$3" "${4:-}"; }
over() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }
field() { sed -n "s/.*\"$1\": \([0-9.]*\).*/\1/p"; }

# Takes away what a round has written: at once where that costs the next round nothing.
clear() { if [ "$place" = "$memory" ]; then rm -rf "$place/$1"; else mv "$place/$1" "$disk/old.$((++olds))"; fi; }
olds=0

# The least of each column of a file.
least() { awk '{ for (i = 1; i <= NF; i++) if (NR == 1 || $i < least[i]) least[i] = $i } END { for (i = 1; i <= NF; i++) printf "%s%s", least[i], i < NF ? " " : "\n" }' "$1"; }

printf '%d letters, the least of %d rounds in turn\n' "$records" "$rounds"
for format in odt docx; do
    for place in "$disk" "$memory"; do
        name="$format, $([ "$place" = "$disk" ] && echo disk || echo tmpfs)"
        for file in one two floor peer; do : >"$memory/$file.times"; done
        peer=$([ "$format" = odt ] && echo relatorio:rel || echo docxtpl:jin)
        some=$([ "$format" = odt ] && echo 2000 || echo 300)
        for ((round = 0; round < rounds; round++)); do
            batch "$format" "$place/out" --jobs 1 >>"$memory/one.times"
            mkdir -p "$memory/some" "$place/copies"
            find "$place/out/0" -name "*.$format" | awk 'NR <= 100' | xargs cp -t "$memory/some"
            clear out
            "$memory/floor-program" "$memory/some" "$place/copies" "$records" >"$memory/line"
            echo "$(field cpu_s <"$memory/line") $(field wall_s <"$memory/line")" >>"$memory/floor.times"
            clear copies
            rm -rf "$memory/some"
            batch "$format" "$place/out" --jobs 2 >>"$memory/two.times"
            clear out
            [ -n "${BENCH_PEERS:-}" ] || continue
            mkdir -p "$place/peer"
            "$BENCH_PEERS/.venv/bin/python" Benchmarks/peers.py "${peer%:*}" "$memory/templates/letter.${peer#*:}.$format" "$data" "$place/peer" "$some" >"$memory/line"
            field cpu_s <"$memory/line" >>"$memory/peer.times"
            clear peer
        done
        read -r floor wall < <(least "$memory/floor.times")
        row "floor, $name" "$floor" "$wall"
        read -r cpu wall < <(least "$memory/one.times")
        row "vanthu batch, one thread, $name" "$cpu" "$wall" "$(over "$cpu" "$floor") × the floor (limit 1.5)"
        read -r cpus two < <(least "$memory/two.times")
        row "two threads, $name" "$cpus" "$two" "$(over "$two" "$wall") of one thread's time (limit 0.6)"
        if [ -s "$memory/peer.times" ]; then
            each=$(awk -v cpu="$(least "$memory/peer.times")" -v some="$some" -v all="$records" 'BEGIN { print cpu / some * all }')
            limit=$([ "$format" = docx ] && echo 100 || { [ "$place" = "$disk" ] && echo 6 || echo 15; })
            row "${peer%:*}, $name ($some letters, scaled)" "$(printf '%.3f' "$each")" "" "vanthu is $(over "$each" "$cpu") times as fast (at least $limit)"
            [ "$format" != odt ] || relatorio=$each
        fi
    done
done
for format in odt docx; do
    for file in one two; do : >"$memory/$file.times"; done
    for ((round = 0; round < rounds; round++)); do
        for jobs in one:1 two:2; do
            batch "$format" "$memory/all.zip" --jobs "${jobs#*:}" >>"$memory/${jobs%:*}.times"
            rm "$memory/all.zip" "$memory/all.manifest.jsonl"
        done
    done
    read -r cpu wall < <(least "$memory/one.times")
    row "into one zip, one thread, $format, tmpfs" "$cpu" "$wall" "$([ "$format" != odt ] || echo "${relatorio:+$(over "$relatorio" "$cpu") times relatorio (at least 12)}")"
    read -r cpus two < <(least "$memory/two.times")
    row "into one zip, two threads, $format" "$cpus" "$two" "$(over "$two" "$wall") of one thread's time (limit 0.55)"
done

((million > 0)) || exit 0
# Runs of growing size: what a document costs must not grow with their number, nor the memory.
for count in $((million / 100)) $((million / 10)) "$million"; do
    for old in grown letters; do [ ! -e "$disk/$old" ] || mv "$disk/$old" "$disk/old.$((++olds))"; done
    "$bench" --make-records "$disk/letters" "$count"
    /usr/bin/time -f '%M %U %S %e' -o "$memory/time" "$vanthu" batch "$disk/letters/templates/letter.dxt.odt" --data "$disk/letters/data/letters.jsonl" \
        --name '{nhom}/{id}.odt' --quiet -o "$disk/grown" || { cat "$memory/time" >&2; exit 1; }
    read -r peak user system wall <"$memory/time"
    row "$count records into a folder on disk" "$(awk -v a="$user" -v b="$system" 'BEGIN { printf "%.2f", a + b }')" "$wall" \
        "$(awk -v a="$user" -v b="$system" -v n="$count" 'BEGIN { printf "%.0f µs", (a + b) / n * 1e6 }') a document, $((peak / 1024)) MiB at most (limit 64)"
    printf '%44s %s bytes a document, %s in the manifest\n' '' \
        "$(find "$disk/grown/0" -name '*.odt' -printf '%s\n' | awk '{ n += $1 } END { printf "%.0f", n / NR }')" \
        "$(($(stat -c %s "$disk/grown/manifest.jsonl") / count))"
done
# One record more, behind all that are done.
head -1 "$disk/letters/data/letters.jsonl" | sed 's/"id":"1"/"id":"new"/; s/"nhom":"0"/"nhom":"new"/' >>"$disk/letters/data/letters.jsonl"
start=$EPOCHREALTIME
"$vanthu" batch "$disk/letters/templates/letter.dxt.odt" --data "$disk/letters/data/letters.jsonl" --name '{nhom}/{id}.odt' --quiet -o "$disk/grown" --resume &
job=$!
until [ -e "$disk/grown/new/new.odt" ] || ! kill -0 "$job" 2>/dev/null; do sleep 0.02; done
end=$EPOCHREALTIME
row "resumed: the first new document after" "" "$(awk -v a="$start" -v b="$end" 'BEGIN { printf "%.2f", b - a }')" '(limit 3 s)'
kill "$job" 2>/dev/null || :
