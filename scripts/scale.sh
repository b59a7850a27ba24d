#!/usr/bin/env bash
# scale.sh [--records N] [--kills N] [parallel] [slurm] [spark] [kill] [disk]
# The recipes of docs/scale, run here, each held against an undisturbed batch of the same records: the same files with the same hashes. One whose engine
# is not installed is skipped, aloud. Without names: all of them.
#   parallel   GNU parallel, four processes
#   slurm      an array of two tasks on a cluster of this one machine, which is set up and taken down again (root only)
#   spark      a standalone master and two workers on loopback, one of which is killed half-way; PYSPARK=PYTHON has pyspark
#   kill       batches killed at random moments of their whole length and resumed each time
#   disk       a batch on a small tmpfs that fills up and is then enlarged (root only)
set -euo pipefail
cd "$(dirname "$0")/.."

records=20000
kills=50
wanted=()
while (($#)); do
    case $1 in
        --records) records=$2; shift 2 ;;
        --kills) kills=$2; shift 2 ;;
        parallel | slurm | spark | kill | disk) wanted+=("$1"); shift ;;
        *) echo "scale: unknown word $1" >&2; exit 2 ;;
    esac
done
((${#wanted[@]})) || wanted=(parallel slurm spark kill disk)

vanthu=${VANTHU:-$(scripts/build.sh vanthu)}
bench=${VANTHU_BENCH:-$(scripts/build.sh vanthu-bench)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$bench" --make-records "$work" "$records"
template=$work/templates/letter.dxt.odt
data=$work/data/letters.jsonl
pattern='{nhom}/{id}.odt'

say() { printf 'scale: %s\n' "$*"; }
skip() { printf 'scale: SKIPPED %s\n' "$*"; }
batch() { "$vanthu" batch "$template" --data "$data" --name "$pattern" --quiet "$@"; }

# The documents of a folder with their hashes.
sums() { (cd "$1" && find . -name '*.odt' -not -path './.vanthu/*' -print0 | sort -z | xargs -0 sha256sum); }
same() {
    sums "$2" >"$work/sums"
    if ! cmp -s "$work/expected" "$work/sums"; then
        diff "$work/expected" "$work/sums" | head -5 >&2
        echo "scale: $1: other documents than those of an undisturbed batch" >&2
        exit 1
    fi
    say "$1: the same $records documents"
}

batch -o "$work/undisturbed"
sums "$work/undisturbed" >"$work/expected"
[ "$(wc -l <"$work/expected")" = "$records" ] || { echo 'scale: the undisturbed batch is not whole' >&2; exit 1; }

with_parallel() {
    command -v parallel >/dev/null || { skip 'parallel: GNU parallel is not installed'; return; }
    parallel --will-cite --pipepart -a "$data" --block -1 -j 4 \
        "$vanthu" batch "$template" --data - --manifest - --name "'$pattern'" -o "$work/parallel" --jobs 1 --quiet >"$work/parallel.jsonl"
    same parallel "$work/parallel"
    [ "$(grep -c '"status":"done"' "$work/parallel.jsonl")" = "$records" ]
}

with_kills() {
    local out=$work/killed times=0 batches=0 pid status start length
    # How long the whole takes: kills come at random moments of that.
    start=$EPOCHREALTIME
    batch -o "$out"
    length=$(awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }')
    while ((times < kills)); do
        # Begun anew, killed and resumed until a run ends before its kill comes.
        rm -rf "$out"
        batches=$((batches + 1))
        while :; do
            # Not by a function, whose shell would be killed in its stead.
            "$vanthu" batch "$template" --data "$data" --name "$pattern" --quiet -o "$out" --resume 2>/dev/null &
            pid=$!
            sleep "$(awk -v seed="$RANDOM$RANDOM" -v whole="$length" 'BEGIN { srand(seed); printf "%.3f", rand() * whole }')"
            kill -KILL "$pid" 2>/dev/null || :
            status=0
            wait "$pid" 2>/dev/null || status=$?
            ((status == 137)) || break
            times=$((times + 1))
        done
        ((status == 0)) || { echo "scale: kill: status $status" >&2; exit 1; }
        same "batch $batches, killed $times times so far" "$out"
    done
    batch -o "$out" --resume --verify
    same 'verified afterwards' "$out"
}

with_full_disk() {
    [ "$(id -u)" = 0 ] || { skip 'disk: only root can mount a file system'; return; }
    local disk=$work/disk status=0
    mkdir "$disk"
    mount -t tmpfs -o size=$((records * 2))k,nr_inodes=0 none "$disk" 2>/dev/null || { skip 'disk: no file system can be mounted here'; return; }
    batch -o "$disk/out" 2>"$work/errors" || status=$?
    grep -q 'system.disk-full' "$work/errors" && [ "$status" = 3 ] || { cat "$work/errors" >&2; echo "scale: disk: status $status" >&2; umount "$disk"; exit 1; }
    say "disk: full after $(find "$disk/out" -name '*.odt' | wc -l) documents"
    mount -o remount,size=$((records * 16))k "$disk"
    batch -o "$disk/out" --resume
    same 'disk, enlarged' "$disk/out"
    umount "$disk"
}

with_slurm() {
    command -v sbatch >/dev/null && command -v slurmctld >/dev/null || { skip 'slurm: Slurm is not installed'; return; }
    [ "$(id -u)" = 0 ] || { skip 'slurm: only root can set the cluster up'; return; }
    local etc=$work/slurm host daemons=()
    host=$(hostname -s)
    mkdir -p "$etc/state" "$etc/spool" /run/munge
    chown munge /run/munge
    [ -s /etc/munge/munge.key ] || { dd if=/dev/urandom of=/etc/munge/munge.key bs=1024 count=1 status=none; chown munge /etc/munge/munge.key; chmod 400 /etc/munge/munge.key; }
    cat >"$etc/slurm.conf" <<CONF
ClusterName=here
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmctldPort=16817
SlurmdPort=16818
AuthType=auth/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
StateSaveLocation=$etc/state
SlurmdSpoolDir=$etc/spool
SlurmctldPidFile=$etc/slurmctld.pid
SlurmdPidFile=$etc/slurmd.pid
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
    export SLURM_CONF=$etc/slurm.conf
    setpriv --reuid=munge --clear-groups munged --foreground >/dev/null 2>&1 &
    daemons+=($!)
    sleep 1
    slurmctld -D >"$etc/slurmctld.log" 2>&1 &
    daemons+=($!)
    slurmd -D >"$etc/slurmd.log" 2>&1 &
    daemons+=($!)
    local _
    for _ in $(seq 50); do sinfo -h -o %T 2>/dev/null | grep -q idle && break; sleep 0.2; done
    cat >"$etc/job.sh" <<JOB
#!/bin/sh
exec "$vanthu" batch "$template" --data "$data" --name "$pattern" -o "$work/slurm-out" --shard "\$SLURM_ARRAY_TASK_ID/2" --jobs 1 --quiet --resume
JOB
    local status=0
    sbatch --wait --array=1-2 --output="$etc/%a.log" "$etc/job.sh" || status=$?
    kill "${daemons[@]}" 2>/dev/null || :
    wait "${daemons[@]}" 2>/dev/null || :
    ((status == 0)) || { cat "$etc"/*.log >&2; exit 1; }
    same 'slurm, two tasks of an array' "$work/slurm-out"
    say "slurm: shards of $(for n in 1 2; do grep -c '"status":"done"' "$work/slurm-out/manifest-$n-2.jsonl"; done | paste -sd+) documents"
}

# Waits, two minutes at most, until a log has a line.
appears() {
    local _
    for _ in $(seq 600); do grep -q "$2" "$1" 2>/dev/null && return; sleep 0.2; done
    tail -5 "$1" >&2
    echo "scale: “$2” has not come" >&2
    return 1
}

with_spark() {
    local python=${PYSPARK:-python3}
    "$python" -c 'import pyspark' 2>/dev/null || { skip "spark: $python has no pyspark (PYSPARK=PYTHON names one that has)"; return; }
    command -v java >/dev/null || { skip 'spark: Java is not installed'; return; }
    local home daemons=() logs=$work/spark-logs number
    home=$("$python" -c 'import pyspark, os; print(os.path.dirname(pyspark.__file__))')
    mkdir -p "$logs"
    export SPARK_HOME=$home SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON=$python SPARK_WORKER_DIR=$work/spark-work SPARK_LOCAL_DIRS=$work/spark-local
    "$home/bin/spark-class" org.apache.spark.deploy.master.Master -h 127.0.0.1 -p 17077 --webui-port 17080 >"$logs/master" 2>&1 &
    daemons+=($!)
    appears "$logs/master" 'I have been elected leader'
    for number in 1 2; do
        "$home/bin/spark-class" org.apache.spark.deploy.worker.Worker -h 127.0.0.1 -c 1 -m 1g --webui-port $((17080 + number)) \
            spark://127.0.0.1:17077 >"$logs/worker$number" 2>&1 &
        daemons+=($!)
        appears "$logs/worker$number" 'Successfully registered'
    done
    "$home/bin/spark-submit" --master spark://127.0.0.1:17077 --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 \
        --conf spark.driver.bindAddress=127.0.0.1 --conf spark.executor.memory=512m --conf spark.executor.cores=1 \
        scripts/spark-batch.py --vanthu "${SPARK_VANTHU:-$vanthu}" --template "$template" --data "$data" --name "$pattern" --output "$work/spark-out" \
        --manifests "$work/spark-manifests" --partitions 16 >"$logs/driver" 2>&1 &
    local driver=$! status=0 executor
    # Half-way: an executor and what it runs go at once.
    while kill -0 "$driver" 2>/dev/null; do
        if [ "$(find "$work/spark-out" -name '*.odt' 2>/dev/null | wc -l)" -ge $((records / 2)) ]; then
            executor=$(pgrep -P "${daemons[2]}" -f CoarseGrainedExecutorBackend | head -1 || :)
            if [ -n "$executor" ]; then
                kill -KILL "$executor" && say "spark: executor $executor killed after $(find "$work/spark-out" -name '*.odt' | wc -l) documents"
            fi
            break
        fi
        sleep 0.05
    done
    wait "$driver" || status=$?
    kill "${daemons[@]}" 2>/dev/null || :
    wait "${daemons[@]}" 2>/dev/null || :
    grep '^vanthu:' "$logs/driver" || :
    grep -oE 'Lost executor [0-9]+|lost task [0-9.]+' "$logs/driver" | sort | uniq -c | head -4 || :
    ((status == 0)) || { tail -30 "$logs/driver" >&2; exit 1; }
    same 'spark, two workers, one executor killed' "$work/spark-out"
    [ "$(cat "$work"/spark-manifests/part-* | grep -c '"status":"done"')" = "$records" ]
}

for name in "${wanted[@]}"; do
    case $name in
        parallel) with_parallel ;;
        slurm) with_slurm ;;
        spark) with_spark ;;
        kill) with_kills ;;
        disk) with_full_disk ;;
    esac
done
