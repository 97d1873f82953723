-- SPDX-License-Identifier: GPL-3.0-or-later
-- sed 's|@PLAN@|FOLDER|; s|@OUT@|OUT.csv|' peer.sql | duckdb: what peer.R does, in SQL. Shares and
-- rates of everybody. SQL has no quantiles of Student's t or chi-squared, so lines and rates have no
-- limits here.
CREATE TABLE indicators AS
SELECT kode AS indicator, type = 'andel' AS is_share, faktor AS factor
FROM read_csv('@PLAN@/indikatorer.csv', delim = ';', header = true, all_varchar = false, types = {'faktor': 'DOUBLE'})
WHERE type IN ('andel', 'rate');

CREATE TABLE places AS
SELECT kode AS area, rolle AS role, del_af AS part_of
FROM read_csv('@PLAN@/omraader.csv', delim = ';', header = true, quote = '"', all_varchar = true);

CREATE TABLE given AS
SELECT indicator, area, role, part_of, year, x, n
FROM (SELECT indikator AS indicator, "område" AS area, periode AS year, gruppe, "tæller" AS x, "nævner" AS n
      FROM read_csv('@PLAN@/observationer/*.csv', delim = ';', header = true, quote = '"', escape = '"',
                    decimal_separator = ',', all_varchar = false,
                    types = {'indikator': 'VARCHAR', 'område': 'VARCHAR', 'periode': 'INTEGER', 'gruppe': 'VARCHAR',
                             'tæller': 'DOUBLE', 'nævner': 'DOUBLE', 'værdi': 'VARCHAR', 'spredning': 'VARCHAR',
                             'status': 'VARCHAR', 'note': 'VARCHAR', 'svarprocent': 'VARCHAR',
                             'designeffekt': 'VARCHAR', 'population': 'VARCHAR'}))
SEMI JOIN indicators USING (indicator)
JOIN places USING (area)
WHERE gruppe IS NULL;

-- Sections to areas, areas to the rest; a sum with a missing part is missing.
CREATE TABLE sums AS
SELECT indicator, area, 'område' AS role, places.part_of AS part_of, year,
       CASE WHEN given_parts = parts THEN x END AS x, CASE WHEN given_parts = parts THEN n END AS n
FROM (SELECT indicator, part_of AS area, year, sum(x) AS x, sum(n) AS n, count(x) AS given_parts
      FROM given WHERE role = 'afdeling' GROUP BY ALL)
JOIN (SELECT part_of AS area, count(*) AS parts FROM places WHERE role = 'afdeling' GROUP BY ALL) USING (area)
JOIN places USING (area);

CREATE TABLE counts AS
SELECT * FROM given UNION ALL SELECT * FROM sums
UNION ALL
SELECT whole.indicator, whole.area || '/rest', 'rest', whole.area, year, whole.x - inside.x, whole.n - inside.n
FROM given AS whole
JOIN (SELECT indicator, part_of AS area, year, sum(x) AS x, sum(n) AS n, count(x) AS given_parts
      FROM sums GROUP BY ALL) AS inside USING (indicator, area, year)
JOIN (SELECT part_of AS area, count(*) AS parts FROM places WHERE role = 'område' GROUP BY ALL) USING (area)
WHERE given_parts = parts;

CREATE MACRO wilson(x, n, z) AS
    (2 * x + z * z + z * sqrt(z * z + 4 * x * (1 - x / n))) / (2 * (n + z * z));
CREATE TABLE levels AS
SELECT indicator, area, role, part_of, year, factor * x / n AS value,
       CASE WHEN is_share THEN factor * wilson(x, n, -1.959963984540054) END AS lower,
       CASE WHEN is_share THEN factor * wilson(x, n, 1.959963984540054) END AS upper
FROM counts JOIN indicators USING (indicator)
WHERE x IS NOT NULL;

CREATE TABLE gaps AS
SELECT area.indicator, area.area, area.year, area.value - rest.value AS value,
       area.value - rest.value - sqrt((area.value - area.lower) ** 2 + (rest.upper - rest.value) ** 2) AS lower,
       area.value - rest.value + sqrt((area.upper - area.value) ** 2 + (rest.value - rest.lower) ** 2) AS upper
FROM levels AS area
JOIN levels AS rest ON rest.role = 'rest' AND rest.part_of = area.part_of
                   AND rest.indicator = area.indicator AND rest.year = area.year
WHERE area.role = 'område';

CREATE TABLE series AS
SELECT 'level' AS kind, indicator, area, year, value FROM levels WHERE role <> 'rest'
UNION ALL SELECT 'gap', indicator, area, year, value FROM gaps;

CREATE TABLE lines AS
SELECT kind, indicator, area, regr_slope(value, year) AS slope
FROM series GROUP BY ALL HAVING count(*) > 1;

CREATE TABLE ranks AS
SELECT kind, indicator, area, median((b.value - a.value) / (b.year - a.year)) AS slope,
       sum(sign(round(b.value, 9) - round(a.value, 9))) AS s
FROM series AS a JOIN series AS b USING (kind, indicator, area)
WHERE a.year < b.year
GROUP BY ALL;

COPY (
    SELECT indicator, area, max(year) AS period, 'level' AS statistic, arg_max(value, year) AS value,
           arg_max(lower, year) AS lower, arg_max(upper, year) AS upper
    FROM levels WHERE role <> 'rest' GROUP BY indicator, area
    UNION ALL
    SELECT indicator, area, max(year), 'gap_rest', arg_max(value, year), arg_max(lower, year), arg_max(upper, year)
    FROM gaps GROUP BY indicator, area
    UNION ALL SELECT indicator, area, NULL, kind || '_slope', slope, NULL, NULL FROM lines
    UNION ALL SELECT indicator, area, NULL, CASE kind WHEN 'gap' THEN 'gap_theil_sen' ELSE 'theil_sen' END,
                     slope, NULL, NULL FROM ranks
    UNION ALL SELECT indicator, area, NULL, CASE kind WHEN 'gap' THEN '' ELSE 'level_' END || 'mann_kendall_s',
                     s, NULL, NULL FROM ranks
) TO '@OUT@' (HEADER, DELIMITER ',');
