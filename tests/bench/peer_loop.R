# SPDX-License-Identifier: GPL-3.0-or-later
# Rscript peer_loop.R PLAN OUT.csv [SAMPLE]: the same as peer.R as most people would write it: one
# series at a time with the functions that R has. On a sample of the series (300); prints
# `scaled SECONDS CPU SAMPLE SERIES`, the time of reading and summing plus what all series would take,
# and likewise of the processor.
clocks <- function() {
  times <- proc.time()
  c(times[["elapsed"]], times[["user.self"]] + times[["sys.self"]])
}
started <- clocks()
source("tests/bench/peer_cells.R")
wanted <- if (length(arguments) > 2) as.integer(arguments[3]) else 300

level <- function(x, n, type, factor) {
  if (is.na(x)) return(c(NA, NA, NA))
  limits <- if (type == "andel") suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int
            else poisson.test(round(x), n)$conf.int
  factor * c(x / n, limits)
}
trend <- function(y, t) {
  fit <- lm(y ~ t)
  c(coef(fit)[["t"]], suppressWarnings(confint(fit, "t")))
}
theil_sen <- function(y, t) {
  slopes <- outer(y, y, "-") / outer(t, t, "-")
  median(slopes[lower.tri(slopes)])
}
kendall <- function(y) {
  y <- round(y, 9)
  sum(sign(outer(y, y, "-"))[lower.tri(diag(length(y)))])
}
row <- function(one, period, statistic, values)
  data.frame(indicator = one$indicator[1], area = one$area[1], period = period, statistic = statistic,
             value = values[1], lower = values[2], upper = values[3])
trends_of <- function(one, y, t, names) {
  if (length(y) < 3) return(NULL)
  rbind(row(one, "", names[1], trend(y, t)), row(one, "", names[2], c(theil_sen(y, t), NA, NA)),
        row(one, "", names[3], c(kendall(y), NA, NA)))
}

one_series <- function(one, rest) {
  one <- one[order(one$year), ]
  definition <- indicators[indicators$code == one$indicator[1], ]
  levels <- t(mapply(level, one$x, one$n, definition$type, definition$factor))
  known <- which(!is.na(levels[, 1]))
  if (length(known) == 0) return(NULL)
  last <- max(known)
  found <- rbind(row(one, one$year[last], "level", levels[last, ]),
                 trends_of(one, levels[known, 1], one$year[known],
                           c("level_slope", "theil_sen", "level_mann_kendall_s")))
  if (one$role[1] != "område") return(found)

  rest <- rest[order(rest$year), ]
  rest <- rest[match(one$year, rest$year), ]
  others <- t(mapply(level, rest$x, rest$n, definition$type, definition$factor))
  gap <- levels[, 1] - others[, 1]
  known <- which(!is.na(gap))
  if (length(known) == 0) return(found)
  last <- max(known)
  a <- levels[last, ]
  r <- others[last, ]
  limits <- gap[last] + c(-sqrt((a[1] - a[2])^2 + (r[3] - r[1])^2), sqrt((a[3] - a[1])^2 + (r[1] - r[2])^2))
  rbind(found, row(one, one$year[last], "gap_rest", c(gap[last], limits)),
        trends_of(one, gap[known], one$year[known], c("gap_slope", "gap_theil_sen", "mann_kendall_s")))
}

series <- unique(cells[, .(indicator, area, part_of)])
chosen <- unique(round(seq(1, nrow(series), length.out = min(wanted, nrow(series)))))
sample <- lapply(chosen, function(i) as.data.frame(cells[series[i], on = c("indicator", "area")]))
rests <- lapply(chosen, function(i)
  as.data.frame(rest[.(series$indicator[i], series$part_of[i]), on = c("indicator", "area")]))
before <- clocks()
found <- do.call(rbind, suppressWarnings(Map(one_series, sample, rests)))
after <- clocks()
fwrite(found, arguments[2], quote = FALSE)
taken <- before - started + (after - before) * nrow(series) / length(chosen)
cat(sprintf("scaled %.1f %.1f %d %d\n", taken[1], taken[2], length(chosen), nrow(series)))
