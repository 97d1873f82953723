# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan folder as tables for peer_pandas.py and peer_loop.py: sections, areas and municipalities
with x and n, and the rest of each municipality. Shares and rates of everybody."""
import glob

import pandas


def read(path, columns, **options):
    table = pandas.read_csv(path, sep=";", decimal=",", encoding="utf-8-sig", header=0,
                            usecols=list(columns.values()), **options)
    table.columns = sorted(columns, key=columns.get)
    return table


def read_plan(plan):
    indicators = read(plan + "/indikatorer.csv", {"indicator": 0, "type": 5, "factor": 7})
    indicators = indicators[indicators.type.isin(["andel", "rate"])].set_index("indicator")
    places = read(plan + "/omraader.csv", {"area": 0, "role": 2, "part_of": 3}).set_index("area")
    columns = {"indicator": 0, "area": 1, "year": 2, "group": 3, "x": 4, "n": 5}
    types = {0: str, 1: str, 3: str}
    cells = pandas.concat([read(path, columns, dtype=types)
                           for path in sorted(glob.glob(plan + "/observationer/*.csv"))])
    cells = cells[cells.group.isna() & cells.indicator.isin(indicators.index)].drop(columns="group")
    return indicators, places, cells.join(places, on="area")


def complete_sums(cells, role, parts_of):
    """Sums of the parts of each area, missing where a part is."""
    parts = cells[cells.role == role]
    sums = parts.groupby(["indicator", "part_of", "year"], sort=False)[["x", "n"]].agg(["sum", "count"])
    sums.columns = ["x", "given", "n", "given_n"]
    expected = sums.index.get_level_values("part_of").map(parts_of)
    return sums[["x", "n"]].where(sums.given == expected).reset_index()


def with_sums(places, cells):
    """All cells with the areas' sums, and the rest of each municipality."""
    sections = places[places.role == "afdeling"].groupby("part_of").size()
    areas = complete_sums(cells, "afdeling", sections).rename(columns={"part_of": "area"})
    areas = areas.join(places, on="area")
    inside = complete_sums(areas, "område", places[places.role == "område"].groupby("part_of").size())
    whole = cells[cells.role == "kommune"].rename(columns={"area": "municipality"})
    rest = whole.merge(inside.rename(columns={"part_of": "municipality"}),
                       on=["indicator", "municipality", "year"], suffixes=("", "_inside"))
    rest["x"] -= rest.x_inside
    rest["n"] -= rest.n_inside
    rest = rest[["indicator", "municipality", "year", "x", "n"]]
    return pandas.concat([cells, areas], ignore_index=True), rest
