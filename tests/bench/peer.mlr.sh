#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# peer.mlr.sh PLAN OUT.csv: what peer.R does, in Miller's own language. Shares and rates of
# everybody. It has no quantiles of Student's t or chi-squared, so lines and rates have no limits.
# shellcheck disable=SC2016 # the dollars are Miller's
exec mlr --icsv --ifs ';' --ocsv put -q '
    func wilson(num x, num n, num side): num {
        num z = 1.959963984540054;
        return (2 * x + z ** 2 + side * z * sqrt(z ** 2 + 4 * x * (1 - x / n))) / (2 * (n + z ** 2))
    }
    func level(str indicator, num x, num n): map {
        num factor = @factor[indicator];
        map found = {"value": factor * x / n};
        if (@type[indicator] == "andel") {
            found["lower"] = factor * wilson(x, n, -1);
            found["upper"] = factor * wilson(x, n, 1);
        }
        return found
    }
    func median(arr values): num {
        arr sorted = sort(values);
        int n = length(sorted);
        return n % 2 == 1 ? sorted[n // 2 + 1] : (sorted[n // 2] + sorted[n // 2 + 1]) / 2
    }
    subr row(str indicator, str area, var period, str statistic, map found) {
        map found_row = {"indicator": indicator, "area": area, "period": period, "statistic": statistic,
                         "value": found["value"], "lower": "", "upper": ""};
        if (is_present(found["lower"])) {
            found_row["lower"] = found["lower"];
            found_row["upper"] = found["upper"];
        }
        emit found_row
    }
    # The last level, the line, the median slope and S of a series of levels by year.
    subr series(str indicator, str area, map levels, str last, arr names) {
        arr x = [];
        arr y = [];
        num sum_x = 0;
        num sum_y = 0;
        for (year in sort(get_keys(levels))) {
            x[length(x) + 1] = int(year);
            y[length(y) + 1] = levels[year]["value"];
            sum_x += int(year);
            sum_y += levels[year]["value"];
        }
        int n = length(x);
        if (n > 0) {
            call row(indicator, area, x[n], last, levels[x[n]]);
        }
        if (n > 1) {
            num sxx = 0;
            num sxy = 0;
            num s = 0;
            arr slopes = [];
            for (int j = 1; j <= n; j += 1) {
                sxx += (x[j] - sum_x / n) ** 2;
                sxy += (x[j] - sum_x / n) * (y[j] - sum_y / n);
                for (int i = 1; i < j; i += 1) {
                    slopes[length(slopes) + 1] = (y[j] - y[i]) / (x[j] - x[i]);
                    s += sgn(roundm(y[j], 0.000000001) - roundm(y[i], 0.000000001));
                }
            }
            call row(indicator, area, "", names[1], {"value": sxy / sxx});
            call row(indicator, area, "", names[2], {"value": median(slopes)});
            call row(indicator, area, "", names[3], {"value": s});
        }
    }
    subr gaps(str indicator, str area, map levels, map others) {
        map found = {};
        for (year, a in levels) {
            if (is_present(others[year])) {
                map r = others[year];
                map gap = {"value": a["value"] - r["value"]};
                if (is_present(a["lower"])) {
                    gap["lower"] = gap["value"] - sqrt((a["value"] - a["lower"]) ** 2 + (r["upper"] - r["value"]) ** 2);
                    gap["upper"] = gap["value"] + sqrt((a["upper"] - a["value"]) ** 2 + (r["value"] - r["lower"]) ** 2);
                }
                found[year] = gap;
            }
        }
        call series(indicator, area, found, "gap_rest", ["gap_slope", "gap_theil_sen", "mann_kendall_s"]);
    }

    if (is_present($faktor)) {
        if ($type == "andel" || $type == "rate") {
            @type[$kode] = $type;
            @factor[$kode] = $faktor;
        }
    } elif (is_present($rolle)) {
        @role[$kode] = $rolle;
        if (is_not_empty($del_af)) {
            @part_of[$kode] = $del_af;
            @parts[$del_af] = is_present(@parts[$del_af]) ? @parts[$del_af] + 1 : 1;
        }
    } elif (is_empty($gruppe) && is_present(@factor[$indikator]) && is_not_empty($*["tæller"])) {
        num x = float(gsub(string($*["tæller"]), ",", "."));
        @x[$indikator][$periode][$*["område"]] = x;
        @n[$indikator][$periode][$*["område"]] = $*["nævner"];
    }
    end {
        for (indicator, periods in @x) {
            map levels = {};
            map rests = {};
            for (year, x in periods) {
                map n = @n[indicator][year];
                # Sections to areas, areas to the municipality; a sum with a missing part is missing.
                for (role in ["afdeling", "område"]) {
                    map sum_x = {};
                    map sum_n = {};
                    map given = {};
                    for (area, count in x) {
                        if (@role[area] == role) {
                            str above = @part_of[area];
                            sum_x[above] = (is_present(sum_x[above]) ? sum_x[above] : 0) + count;
                            sum_n[above] = (is_present(sum_n[above]) ? sum_n[above] : 0) + n[area];
                            given[above] = (is_present(given[above]) ? given[above] : 0) + 1;
                        }
                    }
                    for (above, parts in given) {
                        if (parts == @parts[above]) {
                            if (role == "afdeling") {
                                x[above] = sum_x[above];
                                n[above] = sum_n[above];
                            } elif (is_present(x[above])) {
                                rests[above][year] = level(indicator, x[above] - sum_x[above], n[above] - sum_n[above]);
                            }
                        }
                    }
                }
                for (area, count in x) {
                    levels[area][year] = level(indicator, count, n[area]);
                }
            }
            for (area, of_area in levels) {
                call series(indicator, area, of_area, "level", ["level_slope", "theil_sen", "level_mann_kendall_s"]);
                if (@role[area] == "område" && is_present(rests[@part_of[area]])) {
                    call gaps(indicator, area, of_area, rests[@part_of[area]]);
                }
            }
        }
    }' "$1/indikatorer.csv" "$1/omraader.csv" "$1"/observationer/*.csv >"$2"
