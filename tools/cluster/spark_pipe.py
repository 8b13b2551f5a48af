"""pressgraph over NDJSON in Spark: one process a partition, records joined back by id.

usage: spark-submit tools/cluster/spark_pipe.py INPUT.ndjson OUTPUT [PRESSGRAPH]

Writes OUTPUT/statements, a table of who said what with the article's own columns. Spark
feeds each partition to `pressgraph --from ndjson -t json` line by line; `--errors warn`
keeps one bad article from failing its partition (its record has an `error`).
"""
import json
import shlex
import sys

from pyspark.sql import Row, SparkSession


def rows(line):
    record = json.loads(line)
    for s in record.get("statements", []):
        yield Row(id=record["article"]["source_id"], form=s["form"], speaker=s["speaker_name"],
                  text=s["text"], countries=s["countries"], score=float(s["score"]))


def main(source, target, program="pressgraph"):
    spark = SparkSession.builder.appName("pressgraph").getOrCreate()
    articles = spark.read.json(source)
    command = f"{shlex.quote(program)} -q -j 1 --errors warn --from ndjson -t json -"
    records = spark.sparkContext.textFile(source).pipe(command).cache()
    schema = "id string, form string, speaker string, text string, countries array<string>, score double"
    statements = spark.createDataFrame(records.flatMap(rows), schema)
    joined = articles.drop("text").join(statements, "id")
    joined.write.mode("overwrite").json(f"{target}/statements")
    records.saveAsTextFile(f"{target}/records")
    print(f"{joined.count()} statements")
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
