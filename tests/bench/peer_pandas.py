# SPDX-License-Identifier: GPL-3.0-or-later
"""peer_pandas.py PLAN OUT.csv: what peer.R does, with pandas to read and to sum and numpy for the
rest, without a loop over series. Without scipy there are no limits but those of shares."""
import itertools
import sys

import numpy
import pandas
from peer_cells import read_plan, with_sums

try:
    from scipy.stats import chi2, t as student
except ImportError:
    chi2 = student = None

Z = 1.959963984540054


def levels_of(indicators, table):
    table = table.join(indicators, on="indicator")
    x, n, factor = table.x.to_numpy(float), table.n.to_numpy(float), table.factor.to_numpy(float)
    share = (table.type == "andel").to_numpy()
    limits = numpy.full((2, len(table)), numpy.nan)
    for row, side in ((0, -1), (1, 1)):
        root = numpy.sqrt(Z**2 + 4 * x[share] * (1 - x[share] / n[share]))
        limits[row, share] = (2 * x[share] + Z**2 + side * Z * root) / (2 * (n[share] + Z**2))
    if chi2:
        events, base = x[~share], n[~share]
        lower = chi2.ppf(0.025, 2 * numpy.where(events > 0, events, 1)) / 2 / base
        limits[0, ~share] = numpy.where(events > 0, lower, 0 * events)
        limits[1, ~share] = chi2.ppf(0.975, 2 * events + 2) / 2 / base
    table["value"] = factor * x / n
    table["lower"], table["upper"] = factor * limits
    return table


def gaps_of(cells, rest):
    areas = cells[cells.role == "område"].rename(columns={"part_of": "municipality"})
    both = areas.merge(rest, on=["indicator", "municipality", "year"], suffixes=("", "_rest"))
    gap = both.value - both.value_rest
    down = numpy.sqrt((both.value - both.lower) ** 2 + (both.upper_rest - both.value_rest) ** 2)
    up = numpy.sqrt((both.upper - both.value) ** 2 + (both.value_rest - both.lower_rest) ** 2)
    found = both[["indicator", "area", "year"]].copy()
    found["value"], found["lower"], found["upper"] = gap, gap - down, gap + up
    return found


def as_matrix(table):
    series = table.set_index(["indicator", "area"]).index
    codes, names = pandas.factorize(series)
    years = table.year.to_numpy()
    y = numpy.full((len(names), years.max() - years.min() + 1), numpy.nan)
    y[codes, years - years.min()] = table.value
    return pandas.DataFrame(list(names), columns=["indicator", "area"]), y


def line(y):
    there = ~numpy.isnan(y)
    n = there.sum(1)
    x = numpy.arange(y.shape[1]) * there
    x = (numpy.arange(y.shape[1]) - (x.sum(1) / n)[:, None]) * there
    centred = y - numpy.nanmean(y, axis=1)[:, None]
    sxx = (x**2).sum(1)
    slope = numpy.nansum(x * centred, axis=1) / sxx
    residual = numpy.nansum((centred - slope[:, None] * x) ** 2, axis=1)
    half = numpy.full(len(n), numpy.nan)
    if student:
        enough = n > 2
        half[enough] = student.ppf(0.975, n[enough] - 2) * numpy.sqrt(residual / (n - 2) / sxx)[enough]
    return slope, slope - half, slope + half


def median_slope(y):
    pairs = numpy.array(list(itertools.combinations(range(y.shape[1]), 2)))
    slopes = (y[:, pairs[:, 1]] - y[:, pairs[:, 0]]) / (pairs[:, 1] - pairs[:, 0])
    return numpy.nanmedian(slopes, axis=1)


def kendall_s(y):
    y = numpy.round(y, 9)
    s = numpy.zeros(len(y))
    for lag in range(1, y.shape[1]):
        s += numpy.nansum(numpy.sign(y[:, lag:] - y[:, :-lag]), axis=1)
    s[(~numpy.isnan(y)).sum(1) < 2] = numpy.nan
    return s


def last_of(table, statistic):
    known = table[table.value.notna()].sort_values("year").drop_duplicates(["indicator", "area"], keep="last")
    return known.assign(period=known.year, statistic=statistic)


def trends_of(table, names):
    series, y = as_matrix(table)
    slope, lower, upper = line(y)
    yield series.assign(statistic=names[0], value=slope, lower=lower, upper=upper)
    yield series.assign(statistic=names[1], value=median_slope(y))
    yield series.assign(statistic=names[2], value=kendall_s(y))


def main(plan, out):
    numpy.seterr(all="ignore")
    indicators, places, cells = read_plan(plan)
    cells, rest = with_sums(places, cells)
    cells, rest = levels_of(indicators, cells), levels_of(indicators, rest)
    gaps = gaps_of(cells, rest)
    found = pandas.concat([last_of(cells, "level"), last_of(gaps, "gap_rest"),
                           *trends_of(cells, ["level_slope", "theil_sen", "level_mann_kendall_s"]),
                           *trends_of(gaps, ["gap_slope", "gap_theil_sen", "mann_kendall_s"])])
    found["period"] = found.period.astype("Int64")
    found.to_csv(out, index=False, columns=["indicator", "area", "period", "statistic", "value", "lower", "upper"])


main(*sys.argv[1:])
