# Answers every rule of a rules file on every row of a CSV, with R alone: the file is read and its
# rules are evaluated as the package validate does it. Arguments: rules, rows, answers.
arguments <- commandArgs(trailingOnly = TRUE)
rules <- yaml::yaml.load_file(arguments[1])$rules
rows <- read.csv(arguments[2], check.names = FALSE, colClasses = "character", na.strings = "")
numbers <- names(rows) != "id"
rows[numbers] <- lapply(rows[numbers], as.numeric)
stopifnot(names(rows) == make.names(names(rows)))
answers <- lapply(rules, function(rule) {
  parsed <- parse(text = rule$expr)
  stopifnot(length(parsed) == 1, all.vars(parsed[[1]]) %in% names(rows))
  said <- eval(parsed[[1]], rows, baseenv())
  stopifnot(is.logical(said), length(said) == nrow(rows))
  data.frame(id = rows$id, rule = rule$name, said = said)
})
write.csv(do.call(rbind, answers), arguments[3], row.names = FALSE, quote = FALSE)
