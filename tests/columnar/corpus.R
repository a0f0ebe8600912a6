# Takes a corpus of gxstats as R takes an Arrow table, tells what it holds, and hands it back.
# Rscript corpus.R PARQUET TOLD BACK
suppressMessages({
  library(reticulate)
  library(arrow)
})
given <- commandArgs(trailingOnly = TRUE)
columnar <- import("gxstats.columnar", convert = FALSE)

corpus <- columnar$read_parquet(given[[1]])
taken <- as_arrow_table(corpus)

counts <- Filter(function(name) taken$schema[[name]]$type == int64(), names(taken))
amounts <- Filter(function(name) inherits(taken$schema[[name]]$type, "Decimal128Type"), names(taken))
plain <- taken[, c("form", "organ_name", counts, amounts)]
for (name in amounts) plain[[name]] <- plain[[name]]$cast(utf8())
write_csv_arrow(plain, given[[2]])

write_parquet(as_arrow_table(columnar$outcomes(taken |> r_to_py())), given[[3]])
