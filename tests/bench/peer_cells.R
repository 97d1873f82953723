# SPDX-License-Identifier: GPL-3.0-or-later
# The plan folder as tables for peer.R and peer_loop.R: `cells` with x and n of sections, areas and
# municipalities, and `rest` of each municipality. Shares and rates of everybody.
suppressMessages(library(data.table))
arguments <- commandArgs(trailingOnly = TRUE)
plan <- arguments[1]

read <- function(name, columns, ...)
  setnames(fread(file.path(plan, name), sep = ";", dec = ",", quote = '"', encoding = "UTF-8",
                 select = unname(columns), na.strings = "", showProgress = FALSE, ...), names(columns))
indicators <- read("indikatorer.csv", c(code = 1, type = 6, factor = 8))[type %in% c("andel", "rate")]
places <- read("omraader.csv", c(code = 1, role = 3, part_of = 4))
files <- file.path("observationer", list.files(file.path(plan, "observationer"), "[.]csv$"))
cells <- rbindlist(lapply(files, read,
                          c(indicator = 1, area = 2, year = 3, group = 4, x = 5, n = 6),
                          colClasses = list(character = c(1, 2, 4), integer = 3, double = 5:6)))
cells <- cells[is.na(group) & indicator %chin% indicators$code][, group := NULL]

# --- sections to areas, areas to the rest; a sum with a missing part is missing ---------------------
cells[places, c("role", "part_of") := .(i.role, i.part_of), on = c(area = "code")]
sections <- places[role == "afdeling", .(parts = .N), by = .(area = part_of)]
sums <- cells[role == "afdeling", .(x = sum(x), n = sum(n), given = .N),
              by = .(indicator, area = part_of, year)]
sums[sections, parts := i.parts, on = "area"]
sums[given < parts, c("x", "n") := NA_real_]
sums[places, part_of := i.part_of, on = c(area = "code")]
sums[, role := "område"]
inside <- places[role == "område", .(parts = .N), by = .(area = part_of)]
rest <- sums[, .(inside_x = sum(x), inside_n = sum(n), given = .N), by = .(indicator, area = part_of, year)]
rest[inside, parts := i.parts, on = "area"]
rest[given < parts, c("inside_x", "inside_n") := NA_real_]
rest[cells[role == "kommune"], c("x", "n") := .(i.x - inside_x, i.n - inside_n),
     on = c("indicator", "area", "year")]
cells <- rbind(cells, sums[, .(indicator, area, year, x, n, role, part_of)])
