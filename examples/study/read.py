# The median time to collapse against n, over the seeds, and where the numbers come from.
import pandas as pd
import pyarrow.parquet as pq

times = pd.read_parquet("results/times.parquet")
print(times.groupby(["estimator", "samples"])["median"].agg(["median", "min", "max", "count"]))

origin = pq.read_schema("results/times.parquet").metadata
print(origin[b"lethe.citation"].decode())
