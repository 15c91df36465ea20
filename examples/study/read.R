# The median time to collapse against n, over the seeds, and where the numbers come from.
library(arrow)

times <- read_parquet("results/times.parquet")
spread <- function(x) c(median = median(x), min = min(x), max = max(x), count = length(x))
print(aggregate(median ~ samples + estimator, times, spread))

origin <- read_parquet("results/times.parquet", as_data_frame = FALSE)$metadata
cat(origin$lethe.citation, "\n")
