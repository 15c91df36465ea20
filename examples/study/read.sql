-- The median time to collapse against n, over the seeds, and where the numbers come from.
select estimator, samples, median("median"), min("median"), max("median"), count("median")
from 'results/times.parquet'
group by all
order by all;

select decode(value) as citation
from parquet_kv_metadata('results/times.parquet')
where decode(key) = 'lethe.citation';
