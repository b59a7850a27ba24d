#!/usr/bin/env bash
# bench-batch.sh [--records N]
# A batch of letters held against what no program can do without (Benchmarks/floor.c: deflate, hash, create, write and rename the same bytes) and, with
# BENCH_PEERS=FOLDER as for bench.sh, against relatorio and docxtpl: CPU time of one run each, on this disk and on tmpfs. Then what two threads bring, and
# the memory that a million records need.
set -euo pipefail
cd "$(dirname "$0")/.."

records=20000
million=1000000
while (($#)); do
    case $1 in
        --records) records=$2; shift 2 ;;
        --million) million=$2; shift 2 ;;
        *) echo "bench-batch: unknown option $1" >&2; exit 2 ;;
    esac
done

vanthu=${VANTHU:-$(scripts/build.sh vanthu)}
bench=${VANTHU_BENCH:-$(scripts/build.sh vanthu-bench)}
disk=$(mktemp -d -p "$PWD/.build" batch-bench.XXXXXX)
memory=$(mktemp -d -p /dev/shm batch-bench.XXXXXX 2>/dev/null || mktemp -d)
trap 'rm -rf "$disk" "$memory"' EXIT
cc -O2 Benchmarks/floor.c -o "$memory/floor" -lisal -lcrypto -lz

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

printf '%d letters\n' "$records"
for format in odt docx; do
    for place in "$disk" "$memory"; do
        name="$format, $([ "$place" = "$disk" ] && echo disk || echo tmpfs)"
        read -r cpu wall < <(batch "$format" "$place/out" --jobs 1)
        mkdir -p "$memory/some" "$place/floor"
        find "$place/out/0" -name "*.$format" | head -100 | xargs cp -t "$memory/some"
        "$memory/floor" "$memory/some" "$place/floor" "$records" >"$memory/line"
        floor=$(field cpu_s <"$memory/line")
        row "floor, $name" "$floor" "$(field wall_s <"$memory/line")"
        row "vanthu batch, one thread, $name" "$cpu" "$wall" "$(over "$cpu" "$floor") × the floor (limit 1.5)"
        rm -rf "$place/floor" "$memory/some"
        if [ -n "${BENCH_PEERS:-}" ]; then
            peer=$([ "$format" = odt ] && echo relatorio:rel || echo docxtpl:jin)
            some=$([ "$format" = odt ] && echo 2000 || echo 300)
            mkdir -p "$place/peer"
            "$BENCH_PEERS/.venv/bin/python" Benchmarks/peers.py "${peer%:*}" "$memory/templates/letter.${peer#*:}.$format" "$data" "$place/peer" "$some" >"$memory/line"
            each=$(awk -v cpu="$(field cpu_s <"$memory/line")" -v some="$some" -v all="$records" 'BEGIN { print cpu / some * all }')
            row "${peer%:*}, $name ($some letters, scaled)" "$(printf '%.3f' "$each")" "" "vanthu is $(over "$each" "$cpu") times as fast"
            [ "$format" != odt ] || relatorio=$each
            rm -rf "$place/peer"
        fi
        read -r _ two < <(batch "$format" "$place/two" --jobs 2)
        row "two threads, $name" "" "$two" "$(over "$two" "$wall") of one thread's time (limit 0.6)"
        rm -rf "$place/out" "$place/two"
    done
done
read -r cpu wall < <(batch odt "$memory/one.zip" --jobs 1)
row 'into one zip, one thread, odt, tmpfs' "$cpu" "$wall" "${relatorio:+$(over "$relatorio" "$cpu") times relatorio (limit 12)}"
read -r _ two < <(batch odt "$memory/two.zip" --jobs 2)
row 'into one zip, two threads' "" "$two" "$(over "$two" "$wall") of one thread's time (limit 0.55)"

((million > 0)) || exit 0
"$bench" --make-records "$disk/million" "$million"
/usr/bin/time -f '%M %U %S %e' -o "$memory/time" "$vanthu" batch "$disk/million/templates/letter.dxt.odt" --data "$disk/million/data/letters.jsonl" \
    --name '{nhom}/{id}.odt' --quiet -o "$memory/million" ||
    { cat "$memory/time" >&2; exit 1; }
read -r peak user system wall <"$memory/time"
row "$million records into a folder on tmpfs" "$(awk -v a="$user" -v b="$system" 'BEGIN { print a + b }')" "$wall" "$((peak / 1024)) MiB at most (limit 64)"
tail -n +1 "$disk/million/data/letters.jsonl" | head -1 | sed 's/"id":"1"/"id":"new"/; s/"nhom":"0"/"nhom":"new"/' >>"$disk/million/data/letters.jsonl"
start=$EPOCHREALTIME
"$vanthu" batch "$disk/million/templates/letter.dxt.odt" --data "$disk/million/data/letters.jsonl" --name '{nhom}/{id}.odt' --quiet -o "$memory/million" --resume &
job=$!
until [ -e "$memory/million/new/new.odt" ] || ! kill -0 "$job" 2>/dev/null; do sleep 0.02; done
end=$EPOCHREALTIME
row "resumed: the first new document after" "" "$(awk -v a="$start" -v b="$end" 'BEGIN { printf "%.2f", b - a }')" '(limit 3 s)'
kill "$job" 2>/dev/null || :
