# SPDX-License-Identifier: GPL-3.0-or-later
"""peer_loop.py PLAN OUT.csv [SAMPLE]: the same as peer_pandas.py as most people would write it: one
series at a time with scipy and statsmodels. On a sample of the series (300); prints
`scaled SECONDS CPU SAMPLE SERIES`, the time of reading and summing plus what all series would take, and
likewise of the processor."""
import sys
import time

import numpy
import pandas
from peer_cells import read_plan, with_sums
from scipy.stats import chi2, kendalltau, linregress, theilslopes
from scipy.stats import t as student
from statsmodels.stats.proportion import proportion_confint


def clocks():
    return numpy.array([time.monotonic(), time.process_time()])


def level(x, n, kind, factor):
    if numpy.isnan(x):
        return numpy.nan, numpy.nan, numpy.nan
    if kind == "andel":
        lower, upper = proportion_confint(x, n, method="wilson")
    else:
        lower = chi2.ppf(0.025, 2 * x) / 2 / n if x > 0 else 0
        upper = chi2.ppf(0.975, 2 * x + 2) / 2 / n
    return factor * x / n, factor * lower, factor * upper


def kendall_s(x, y):
    y = numpy.round(y, 9)
    tau = kendalltau(x, y, variant="b").statistic
    pairs = len(y) * (len(y) - 1) / 2
    tied = sum(count * (count - 1) / 2 for count in numpy.unique(y, return_counts=True)[1])
    return 0 if numpy.isnan(tau) else round(tau * numpy.sqrt(pairs * (pairs - tied)))


def trends(one, values, names):
    known = values.notna()
    x, y = one.year[known].to_numpy(), values[known].to_numpy()
    if len(y) < 3:
        return
    fit = linregress(x, y)
    half = student.ppf(0.975, len(y) - 2) * fit.stderr
    yield "", names[0], fit.slope, fit.slope - half, fit.slope + half
    yield "", names[1], theilslopes(y, x).slope, None, None
    yield "", names[2], kendall_s(x, y), None, None


def levels_of(table, definition):
    rows = [level(x, n, definition.type, definition.factor) for x, n in zip(table.x, table.n)]
    return pandas.DataFrame(rows, columns=["value", "lower", "upper"], index=table.year)


def last_of(values, statistic):
    known = values[values.value.notna()]
    if len(known):
        yield (known.index[-1], statistic, *known.iloc[-1])


def one_series(one, rest, definition):
    one = one.sort_values("year").reset_index(drop=True)
    levels = levels_of(one, definition)
    yield from last_of(levels, "level")
    yield from trends(one, levels.value.reset_index(drop=True),
                      ["level_slope", "theil_sen", "level_mann_kendall_s"])
    if one.role[0] != "område":
        return
    others = levels_of(rest.sort_values("year"), definition).reindex(levels.index)
    gap = pandas.DataFrame({"value": levels.value - others.value})
    gap["lower"] = gap.value - numpy.sqrt((levels.value - levels.lower) ** 2 + (others.upper - others.value) ** 2)
    gap["upper"] = gap.value + numpy.sqrt((levels.upper - levels.value) ** 2 + (others.value - others.lower) ** 2)
    yield from last_of(gap, "gap_rest")
    yield from trends(one, gap.value.reset_index(drop=True), ["gap_slope", "gap_theil_sen", "mann_kendall_s"])


def main(plan, out, wanted=300):
    started = clocks()
    indicators, places, cells = read_plan(plan)
    cells, rest = with_sums(places, cells)
    groups = cells.groupby(["indicator", "area"])
    names = list(groups.groups)
    count = min(int(wanted), len(names))
    chosen = [names[i] for i in numpy.unique(numpy.linspace(0, len(names) - 1, count).round().astype(int))]
    rests = rest.groupby(["indicator", "municipality"])
    work = []
    for name in chosen:
        one = groups.get_group(name)
        of_rest = (name[0], one.part_of.iloc[0])
        work.append((name, one, rests.get_group(of_rest) if of_rest in rests.groups else None))
    before = clocks()
    found = [(*name, *row) for name, one, others in work
             for row in one_series(one, others, indicators.loc[name[0]])]
    after = clocks()
    columns = ["indicator", "area", "period", "statistic", "value", "lower", "upper"]
    pandas.DataFrame(found, columns=columns).to_csv(out, index=False)
    seconds, cpu = before - started + (after - before) * len(names) / len(chosen)
    print(f"scaled {seconds:.1f} {cpu:.1f} {len(chosen)} {len(names)}")


main(*sys.argv[1:])
