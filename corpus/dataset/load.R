# 用法：setwd("数据集"); source("gouji.R", encoding = "UTF-8")
# 得到 reports（宽表，数值列）、states（同样的行和列，每格的状态）、cells、report_rates、units、files、findings。
# 只用基础 R。装有 haven 时，gouji_haven(reports, states) 把缺失原因做成 tagged_na，可存为 .dta。
# Usage: setwd() to this folder, then source this file. reports has the numbers, states why there is none:
# mean(reports$applications.total.total, na.rm = TRUE); table(states$applications.total.total)

gouji_read <- function(name, folder = ".") {
  rows <- read.csv(file.path(folder, paste0(name, ".csv")), colClasses = "character", check.names = FALSE,
                   na.strings = character(), encoding = "UTF-8", stringsAsFactors = FALSE)
  names(rows)[1] <- sub("^\xef\xbb\xbf", "", names(rows)[1], useBytes = TRUE)  # --bom
  columns <- gouji_columns[[name]]
  for (column in names(columns)) rows[[column]] <- gouji_column(rows[[column]], columns[[column]])
  rows
}

gouji_column <- function(words, about) {
  words[words == ""] <- NA
  value <- switch(about$kind, integer = , number = as.numeric(words), boolean = words == "true", words)
  if (!is.null(about$values)) value <- structure(factor(words, levels = names(about$values)), labels = about$values)
  attr(value, "label") <- about$label
  value
}

# gouji_state says of each cell whether it has a sure number, and else why not.
gouji_state <- function(words) {
  state <- ifelse(words %in% names(gouji_missing), words, "number")
  factor(state, levels = c("number", names(gouji_missing)))
}

gouji_wide <- function(folder = ".") {
  figures <- gouji_read("figures", folder)
  reports <- gouji_read("reports", folder)
  states <- reports["report_id"]
  for (i in seq_len(nrow(figures))) {
    figure <- figures$figure[i]
    states[[figure]] <- gouji_state(reports[[figure]])
    value <- rep(NA_real_, nrow(reports))
    there <- states[[figure]] == "number"
    value[there] <- as.numeric(reports[[figure]][there])
    reports[[figure]] <- structure(value, label = figures$label_zh[i])
  }
  list(reports = reports, states = states)
}

# gouji_haven tags the missing values of reports: .a blank, .b dash …, in the order of gouji_missing.
gouji_haven <- function(reports, states) {
  figures <- setdiff(names(states), "report_id")
  labels <- stats::setNames(haven::tagged_na(letters[seq_along(gouji_missing)]), gouji_missing)
  for (figure in figures) {
    value <- as.numeric(reports[[figure]])
    for (i in seq_along(gouji_missing)) {
      value[states[[figure]] == names(gouji_missing)[i]] <- haven::tagged_na(letters[i])
    }
    reports[[figure]] <- haven::labelled(value, labels = labels, label = attr(reports[[figure]], "label"))
  }
  reports
}

gouji_all <- gouji_wide()
reports <- gouji_all$reports
states <- gouji_all$states
rm(gouji_all)
cells <- gouji_read("cells")
report_rates <- gouji_read("report_rates")
units <- gouji_read("units")
files <- gouji_read("files")
findings <- gouji_read("findings")
