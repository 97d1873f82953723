# SPDX-License-Identifier: GPL-3.0-or-later
# Rscript peer.R PLAN OUT.csv: what a practised R user would write: data.table to read and to sum,
# matrices of series by years for the rest, and no loop over series. Shares and rates of everybody.
#
# OUT.csv: indicator,area,period,statistic,value,lower,upper, named and scaled as in resultater.csv.
source("tests/bench/peer_cells.R")

# --- levels -----------------------------------------------------------------------------------------
z <- qnorm(0.975)
wilson <- function(x, n, side)
  (2 * x + z^2 + side * z * sqrt(z^2 + 4 * x * (1 - x / n))) / (2 * (n + z^2))
garwood <- function(x, n, side)
  (if (side < 0) qchisq(0.025, 2 * x) else qchisq(0.975, 2 * x + 2)) / 2 / n
limit <- function(is_share, x, n, side) {
  limits <- numeric(length(x))
  limits[is_share] <- wilson(x[is_share], n[is_share], side)
  limits[!is_share] <- garwood(x[!is_share], n[!is_share], side)
  limits
}
with_level <- function(table) {
  table[indicators, c("is_share", "factor") := .(i.type == "andel", i.factor), on = c(indicator = "code")]
  table[, value := factor * x / n]
  table[, lower := factor * limit(is_share, x, n, -1)]
  table[, upper := factor * limit(is_share, x, n, 1)]
}
cells <- with_level(cells)
rest <- with_level(rest)

# --- gaps to the rest: Newcombe's method 10 and MOVER -----------------------------------------------
gaps <- rest[cells[role == "område"], on = c(indicator = "indicator", area = "part_of", year = "year"),
             .(indicator, area = i.area, year, value = i.value - value,
               lower = i.value - value - sqrt((i.value - i.lower)^2 + (upper - value)^2),
               upper = i.value - value + sqrt((i.upper - i.value)^2 + (value - lower)^2))]

# --- trends -----------------------------------------------------------------------------------------
as_matrix <- function(table) {
  series <- unique(table[, .(indicator, area)])
  series[, row := .I]
  rows <- series[table, row, on = c("indicator", "area")]
  first <- min(table$year)
  matrix <- matrix(NA_real_, nrow(series), max(table$year) - first + 1)
  matrix[cbind(rows, table$year - first + 1)] <- table$value
  list(series = series[, .(indicator, area)], y = matrix, first = first)
}
line <- function(y) {
  there <- !is.na(y)
  n <- rowSums(there)
  x <- matrix(seq_len(ncol(y)), nrow(y), ncol(y), byrow = TRUE)
  x <- (x - rowSums(x * there) / n) * there
  centred <- y - rowMeans(y, na.rm = TRUE)
  sxx <- rowSums(x^2)
  slope <- rowSums(x * centred, na.rm = TRUE) / sxx
  error <- sqrt(rowSums((centred - slope * x)^2, na.rm = TRUE) / (n - 2) / sxx)
  half <- rep(NA_real_, length(n))
  half[n > 2] <- qt(0.975, n[n > 2] - 2) * error[n > 2]
  data.table(value = fifelse(n >= 2, slope, NA_real_), lower = slope - half, upper = slope + half)
}
pairs_of <- function(y) {
  pairs <- combn(ncol(y), 2)
  list(from = pairs[1, ], to = pairs[2, ])
}
median_slope <- function(y) {
  pairs <- pairs_of(y)
  slopes <- (y[, pairs$to] - y[, pairs$from]) / rep(pairs$to - pairs$from, each = nrow(y))
  table <- data.table(row = rep(seq_len(nrow(y)), length(pairs$to)), slope = as.vector(slopes))
  table <- table[!is.na(slope), .(slope = median(slope)), by = row]
  medians <- rep(NA_real_, nrow(y))
  medians[table$row] <- table$slope
  medians
}
kendall_s <- function(y) {
  y <- round(y, 9)
  s <- numeric(nrow(y))
  for (lag in seq_len(ncol(y) - 1)) {
    later <- y[, (lag + 1):ncol(y), drop = FALSE] - y[, seq_len(ncol(y) - lag), drop = FALSE]
    s <- s + rowSums(sign(later), na.rm = TRUE)
  }
  s[rowSums(!is.na(y)) < 2] <- NA
  s
}
last_of <- function(table, statistic) {
  known <- table[!is.na(value)]
  setorder(known, year)
  known <- unique(known, by = c("indicator", "area"), fromLast = TRUE)
  known[, .(indicator, area, period = as.character(year), statistic = statistic, value, lower, upper)]
}
trends <- function(matrix, statistic, values)
  data.table(matrix$series, period = "", statistic = statistic, values)
point <- function(values) data.table(value = values, lower = NA_real_, upper = NA_real_)
levels <- as_matrix(cells)
gap <- as_matrix(gaps)
found <- rbind(
  last_of(cells, "level"), last_of(gaps, "gap_rest"),
  trends(levels, "level_slope", line(levels$y)), trends(levels, "theil_sen", point(median_slope(levels$y))),
  trends(levels, "level_mann_kendall_s", point(kendall_s(levels$y))),
  trends(gap, "gap_slope", line(gap$y)), trends(gap, "gap_theil_sen", point(median_slope(gap$y))),
  trends(gap, "mann_kendall_s", point(kendall_s(gap$y))))
fwrite(found, arguments[2], quote = FALSE)
