#!/usr/bin/env python3
"""spark-batch.py   Makes a document of each record of a JSON Lines or Parquet data set with Apache Spark.

    spark-submit scripts/spark-batch.py --template thu.odt --data thu.jsonl --name '{so}.odt' --output /shared/thu --manifests /shared/thu-manifests

Every partition goes through one process of vanthu (`--data - --manifest -`). The documents are written to a folder that all executors see; the lines of
the manifest become a data set. A document is a function of template and record, so a task that is done again writes the same bytes again.
"""
import argparse
import json
import shlex
import sys

from pyspark.sql import SparkSession


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vanthu", default="vanthu", help="the program, on every executor")
    parser.add_argument("--template", action="append", required=True)
    parser.add_argument("--data", required=True, help="JSON Lines, or Parquet where the name ends in .parquet")
    parser.add_argument("--name", required=True, help="the pattern of the names")
    parser.add_argument("--output", required=True, help="a folder that all executors see")
    parser.add_argument("--manifests", required=True, help="where the manifest goes, as a data set of text")
    parser.add_argument("--partitions", type=int, default=0)
    return parser.parse_args()


def numbered(pair):
    """The record with its number in the whole data set."""
    line, index = pair
    text = line.strip()
    if not text.startswith("{"):
        return json.dumps({"$record": index + 1, "$line": line}, ensure_ascii=False, separators=(",", ":"))
    rest = text[1:].lstrip()
    return '{"$record":%d%s%s' % (index + 1, "" if rest.startswith("}") else ",", rest)


def main():
    given = arguments()
    session = SparkSession.builder.appName("vanthu batch").getOrCreate()
    if given.data.endswith(".parquet"):
        lines = session.read.parquet(given.data).toJSON()
    else:
        lines = session.sparkContext.textFile(given.data).filter(lambda line: line.strip())
    if given.partitions:
        lines = lines.coalesce(given.partitions) if lines.getNumPartitions() > given.partitions else lines.repartition(given.partitions)
    words = [given.vanthu, "batch", *given.template, "--data", "-", "--manifest", "-", "--name", given.name]
    words += ["-o", given.output, "--jobs", "1", "--quiet"]
    # Status 1 means that some records are wrong, which the manifest says; anything else is worth another try.
    command = shlex.join(["sh", "-c", '"$@"; status=$?; [ $status -le 1 ] || exit $status', "sh", *words])
    manifest = lines.zipWithIndex().map(numbered).pipe(command, checkCode=True)
    manifest.saveAsTextFile(given.manifests)
    lines = session.sparkContext.textFile(given.manifests)
    failed = lines.filter(lambda line: json.loads(line)["status"] != "done").count()
    print("vanthu: %d lines in the manifest, %d records failed" % (lines.count(), failed))
    session.stop()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
