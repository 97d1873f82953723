/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * make_national DIR [SHAPE] [NAME=NUMBER...]: writes a plan folder of invented figures into DIR, from
 * one plan to every plan in the country. The same arguments give the same bytes on every machine.
 *
 * SHAPE is small, normal (the default), national or tenfold; NAME changes one part of it:
 * municipalities, areas (in each municipality), sections (in each area), indicators, years, ages
 * (age groups beside everybody), files, seed; suppressed (cells in 100,000 that the source
 * withholds), and, 1 or 0: notes (names and notes with separators, in quotes), fractions (counts
 * with decimals), shuffled (rows in no order).
 *
 *   counts      Each section and each municipality's rest has a size; a target group is a part of
 *               it, drifts and wobbles, and is the denominator of all indicators of that group.
 *               Shares and rates vary about a line of each area's own, by year and by chance. With
 *               age groups these are drawn, and everybody is their sum.
 *   sums        Areas have no rows of counts of their own. The municipality is the sum of its
 *               sections and its rest, so municipality minus areas is a count.
 *   the others  The last three indicators, of twelve or more, are a mean, a survey and a value, of
 *               areas and municipality. The municipality's mean comes from sums and sums of squares.
 *
 * Every draw is a hash of what it is for, so rows are made in any order and nothing is remembered;
 * and only + - * / and sqrt are used, which are the same everywhere.
 */
#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

enum { LAST_YEAR = 2024, MIDDLE_YEAR = 2017, FEWEST_WITH_ALL_KINDS = 12 };

/* ---- The shape ----------------------------------------------------------------------------- */

enum part {
    MUNICIPALITIES,
    AREAS,
    SECTIONS,
    INDICATORS,
    YEARS,
    AGES,
    FILES,
    SEED,
    SUPPRESSED,
    NOTES,
    FRACTIONS,
    SHUFFLED,
    N_PARTS
};

static const struct {
    const char *name;
    long least, most;
} parts[N_PARTS] = {
    [MUNICIPALITIES] = {"municipalities", 1, 899},
    [AREAS] = {"areas", 1, 99},
    [SECTIONS] = {"sections", 1, 99},
    [INDICATORS] = {"indicators", 1, 999},
    [YEARS] = {"years", 1, 100},
    [AGES] = {"ages", 0, 20},
    [FILES] = {"files", 1, 999},
    [SEED] = {"seed", 0, 2147483647},
    [SUPPRESSED] = {"suppressed", 0, 100000},
    [NOTES] = {"notes", 0, 1},
    [FRACTIONS] = {"fractions", 0, 1},
    [SHUFFLED] = {"shuffled", 0, 1},
};

struct shape {
    long of[N_PARTS];
};

static const struct {
    const char *name;
    struct shape shape;
} shapes[] = {
    {"small", {{2, 2, 2, 12, 6, 0, 1, 1, 0, 0, 0, 0}}},
    {"normal", {{1, 3, 3, 24, 11, 0, 1, 1, 0, 0, 0, 0}}},
    {"national", {{98, 9, 8, 50, 15, 0, 1, 1, 5, 1, 1, 0}}},
    {"tenfold", {{98, 9, 8, 50, 15, 9, 1, 1, 5, 1, 1, 0}}},
};

/* A municipality's units: itself, then its areas, then the sections of the first area ... */
static long units_in_municipality(const struct shape *shape)
{
    return 1 + shape->of[AREAS] * (1 + shape->of[SECTIONS]);
}

enum role { MUNICIPALITY, AREA, SECTION };

struct unit {
    enum role role;
    long municipality, area, section; /* each from 0; area and section where the role has them */
};

static struct unit unit_at(const struct shape *shape, long municipality, long index)
{
    if (index == 0)
        return (struct unit){MUNICIPALITY, municipality, 0, 0};
    long areas = shape->of[AREAS], sections = shape->of[SECTIONS];
    if (index <= areas)
        return (struct unit){AREA, municipality, index - 1, 0};
    index -= 1 + areas;
    return (struct unit){SECTION, municipality, index / sections, index % sections};
}

/* ---- Indicators ---------------------------------------------------------------------------- */

enum kind { SHARE, RATE, MEAN, SURVEY, VALUE };

static const struct {
    const char *type, *unit, *factor, *code;
} kinds[] = {
    [SHARE] = {"andel", "pct.", "100", "beskaeftigelse"},
    [RATE] = {"rate", "pr. 1.000", "1000", "anmeldelser"},
    [MEAN] = {"gennemsnit", "karakterpoint", "1", "karakterer"},
    [SURVEY] = {"survey", "pct.", "100", "trygge"},
    [VALUE] = {"værdi", "kr.", "1", "indkomst"},
};

static enum kind kind_of(const struct shape *shape, long indicator)
{
    long from_last = shape->of[INDICATORS] - 1 - indicator;
    if (shape->of[INDICATORS] >= FEWEST_WITH_ALL_KINDS && from_last < 3)
        return from_last == 2 ? MEAN : from_last == 1 ? SURVEY : VALUE;
    return indicator % 4 == 3 ? RATE : SHARE;
}

static bool has_counts(enum kind kind)
{
    return kind == SHARE || kind == RATE;
}

static const struct {
    const char *name;
    double share; /* of the residents */
} targets[] = {
    {"Alle beboere", 1.0}, {"18-64-årige", 0.6},  {"15-29-årige", 0.22},
    {"Husstande", 0.47},   {"Under 18 år", 0.20},
};

/* Ages are parts of everybody; no target group holds them all but that. */
static size_t target_of(const struct shape *shape, long indicator)
{
    return shape->of[AGES] ? 0 : (size_t)indicator % COUNT_OF(targets);
}

static bool has_fractions(const struct shape *shape, long indicator)
{
    return shape->of[FRACTIONS] && indicator % 8 == 2;
}

/* ---- Draws --------------------------------------------------------------------------------- */

enum purpose {
    SIZE,
    DRIFT,
    WOBBLE,
    LEVEL,
    OF_AREA,
    SLOPE,
    OF_YEAR,
    CHANCE,
    OF_AGE,
    WITHHELD,
    NOTED
};

static uint64_t mixed(uint64_t x) /* the finaliser of SplitMix64 (Steele, Lea & Flood 2014) */
{
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 31);
}

/* 64 bits for a purpose in a place; `of` and `in` are what the purpose depends on beside it. */
static uint64_t draw(const struct shape *shape, enum purpose purpose, struct unit place, long of,
                     long in)
{
    uint64_t where = (uint64_t)((place.municipality * 100 + place.area) * 100 + place.section) * 4 +
                     (uint64_t)place.role;
    uint64_t what = ((uint64_t)of << 16) + (uint64_t)in;
    uint64_t key = (uint64_t)shape->of[SEED] * 16 + (uint64_t)purpose;
    return mixed(mixed(mixed(key * UINT64_C(0x9e3779b97f4a7c15) + where) + where) ^
                 (what * UINT64_C(0xd1b54a32d192ed03)));
}

static double uniform(uint64_t bits) /* 0 <= u < 1 */
{
    return (double)(bits >> 11) * 0x1p-53;
}

/* Near enough to normal: the sum of four uniforms of 16 bits, with mean 0 and variance 1. */
static double normal(uint64_t bits)
{
    double sum = (double)(bits & 65535) + (double)(bits >> 16 & 65535) +
                 (double)(bits >> 32 & 65535) + (double)(bits >> 48);
    return (sum / 65536.0 - 2.0) * 1.7320508075688772;
}

static long rounded(double x)
{
    return (long)(x + 0.5); /* none is negative */
}

static double between(double low, double x, double high)
{
    return x < low ? low : x > high ? high : x;
}

/* ---- Counts -------------------------------------------------------------------------------- */

/* A numerator in hundredths, so that sums of fractions are exact, and a denominator. */
struct count {
    long hundredths, base;
};

/* One figure of one place: of everybody (age 0) or of the age group `age`. */
struct asked {
    long indicator, year, age;
};

/* The municipality's rest stands in for the municipality where counts are drawn. */
static double residents(const struct shape *shape, struct unit place)
{
    double u = uniform(draw(shape, SIZE, place, 0, 0));
    return place.role == SECTION ? 60 + 340 * u : 20000 + 60000 * u;
}

static long persons(const struct shape *shape, struct unit place, struct asked asked)
{
    size_t target = target_of(shape, asked.indicator);
    double years = (double)(asked.year - MIDDLE_YEAR);
    double drift = 0.008 * (uniform(draw(shape, DRIFT, place, 0, 0)) - 0.5);
    double wobble = 0.004 * normal(draw(shape, WOBBLE, place, (long)target, asked.year));
    double n = residents(shape, place) * targets[target].share * (1 + drift * years + wobble);
    if (shape->of[AGES])
        n *= (0.8 + 0.4 * uniform(draw(shape, OF_AGE, place, 0, asked.age))) /
             (double)shape->of[AGES];
    return n < 3 ? 3 : rounded(n);
}

/* The share or rate that the area's line has in a year, without chance. */
static double underlying(const struct shape *shape, struct unit place, struct asked asked)
{
    struct unit country = {0}, area = place;
    bool is_rest = place.role == MUNICIPALITY;
    area.role = is_rest ? MUNICIPALITY : AREA;
    area.section = 0;
    double level = 0.15 + 0.6 * uniform(draw(shape, LEVEL, country, asked.indicator, 0));
    level += (is_rest ? 0.02 : 0.08) * normal(draw(shape, OF_AREA, area, asked.indicator, 0));
    level += 0.004 * normal(draw(shape, SLOPE, area, asked.indicator, 0)) *
             (double)(asked.year - MIDDLE_YEAR);
    level +=
        (is_rest ? 0.004 : 0.01) * normal(draw(shape, OF_YEAR, area, asked.indicator, asked.year));
    if (asked.age)
        level += 0.05 * normal(draw(shape, OF_AGE, country, asked.indicator, asked.age));
    level = between(0.03, level, 0.97);
    return kind_of(shape, asked.indicator) == RATE ? level * 0.15 : level;
}

static struct count one_count(const struct shape *shape, struct unit place, struct asked asked)
{
    long n = persons(shape, place, asked);
    bool is_share = kind_of(shape, asked.indicator) == SHARE;
    double p = underlying(shape, place, asked);
    double spread = sqrt((double)n * p * (is_share ? 1 - p : 1));
    uint64_t chance = draw(shape, CHANCE, place, asked.indicator, asked.year * 32 + asked.age);
    double x = between(0, (double)n * p + spread * normal(chance), (double)n);
    return (struct count){
        has_fractions(shape, asked.indicator) ? rounded(100 * x) : 100 * rounded(x), n};
}

static struct count sum_of(struct count a, struct count b)
{
    return (struct count){a.hundredths + b.hundredths, a.base + b.base};
}

/* Everybody is the sum of the ages, where there are ages. */
static struct count drawn_count(const struct shape *shape, struct unit place, struct asked asked)
{
    if (asked.age || !shape->of[AGES])
        return one_count(shape, place, asked);
    struct count sum = {0, 0};
    for (asked.age = 1; asked.age <= shape->of[AGES]; asked.age++)
        sum = sum_of(sum, one_count(shape, place, asked));
    return sum;
}

static struct count count_of(const struct shape *shape, struct unit place, struct asked asked)
{
    struct count sum = drawn_count(shape, place, asked);
    if (place.role != MUNICIPALITY)
        return sum;
    for (long area = 0; area < shape->of[AREAS]; area++)
        for (long section = 0; section < shape->of[SECTIONS]; section++) {
            struct unit part = {SECTION, place.municipality, area, section};
            sum = sum_of(sum, drawn_count(shape, part, asked));
        }
    return sum;
}

/* ---- Means, surveys and values ------------------------------------------------------------- */

struct mean {
    double mean, spread;
    long n;
};

/* Sixty pupils or so in an area, some hundreds in the rest, marks about 6. */
static struct mean drawn_mean(const struct shape *shape, struct unit place, struct asked asked)
{
    bool is_rest = place.role == MUNICIPALITY;
    double p = underlying(shape, place, asked);
    uint64_t bits = draw(shape, CHANCE, place, asked.indicator, asked.year * 32);
    struct mean mean = {.spread = 2.2 + 0.6 * uniform(bits), .n = is_rest ? 600 : 60};
    mean.n += (long)(bits >> 59);
    mean.mean = 3.5 + 4 * p + mean.spread * normal(mixed(bits)) / sqrt((double)mean.n);
    return mean;
}

static struct mean mean_of(const struct shape *shape, struct unit place, struct asked asked)
{
    struct mean rest = drawn_mean(shape, place, asked);
    if (place.role != MUNICIPALITY)
        return rest;
    double n = (double)rest.n, sum = n * rest.mean;
    double squares = (n - 1) * rest.spread * rest.spread + n * rest.mean * rest.mean;
    for (long area = 0; area < shape->of[AREAS]; area++) {
        struct mean part =
            drawn_mean(shape, (struct unit){AREA, place.municipality, area, 0}, asked);
        double m = (double)part.n;
        n += m;
        sum += m * part.mean;
        squares += (m - 1) * part.spread * part.spread + m * part.mean * part.mean;
    }
    return (struct mean){sum / n, sqrt((squares - sum * sum / n) / (n - 1)), (long)n};
}

/* ---- Writing ------------------------------------------------------------------------------- */

enum { BUFFER = 1 << 18, LONGEST_ROW = 512 };

struct out {
    FILE *file;
    size_t length;
    char text[BUFFER];
};

static void fail(const char *what)
{
    fprintf(stderr, "make_national: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void flush(struct out *out)
{
    if (fwrite(out->text, 1, out->length, out->file) != out->length)
        fail("write");
    out->length = 0;
}

static void open_out(struct out *out, const char *folder, const char *name)
{
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    if (length < 0 || (size_t)length >= sizeof path) {
        errno = ENAMETOOLONG;
        fail(folder);
    }
    out->length = 0;
    if (!(out->file = fopen(path, "wb")))
        fail(path);
}

static void close_out(struct out *out)
{
    flush(out);
    if (fclose(out->file) != 0)
        fail("close");
}

static void put(struct out *out, const char *text)
{
    size_t length = strlen(text);
    if (length > BUFFER - out->length)
        flush(out);
    memcpy(out->text + out->length, text, length);
    out->length += length;
}

/* put_number(out, n, width): n >= 0 with at least `width` digits. */
static void put_number(struct out *out, long n, int width)
{
    char digits[24], *at = digits + sizeof digits - 1;
    *at = '\0';
    for (int i = 0; i < width || n > 0; i++, n /= 10)
        *--at = (char)('0' + n % 10);
    put(out, at);
}

/* A count of hundredths in Danish: 12, 12,5 and 12,25. */
static void put_hundredths(struct out *out, long hundredths)
{
    put_number(out, hundredths / 100, 1);
    long part = hundredths % 100;
    if (part == 0)
        return;
    put(out, ",");
    put_number(out, part % 10 ? part : part / 10, part % 10 ? 2 : 1);
}

static void put_unit_code(struct out *out, struct unit unit)
{
    put(out, "k");
    put_number(out, unit.municipality + 101, 3);
    if (unit.role == MUNICIPALITY)
        return;
    put(out, "_omr");
    put_number(out, unit.area + 1, 2);
    if (unit.role == AREA)
        return;
    put(out, "_afd");
    put_number(out, unit.section + 1, 2);
}

static void put_indicator_code(struct out *out, const struct shape *shape, long indicator)
{
    put(out, kinds[kind_of(shape, indicator)].code);
    put(out, "_");
    put_number(out, indicator + 1, 3);
}

/* Bands of as many years each from 0; the last has no end. */
static void put_age(struct out *out, const struct shape *shape, long age)
{
    if (age == 0)
        return;
    long width = 90 / shape->of[AGES], first = (age - 1) * width;
    put_number(out, first, 1);
    if (age == shape->of[AGES]) {
        put(out, "+");
        return;
    }
    put(out, "-");
    put_number(out, first + width - 1, 1);
}

/* ---- Rows ---------------------------------------------------------------------------------- */

static const char header[] = "indikator;område;periode;gruppe;tæller;nævner;værdi;spredning;"
                             "status;note;svarprocent;designeffekt;population\n";

static long row_count(const struct shape *shape)
{
    return shape->of[INDICATORS] * shape->of[YEARS] * shape->of[MUNICIPALITIES] *
           units_in_municipality(shape) * (1 + shape->of[AGES]);
}

static void put_count(struct out *out, const struct shape *shape, struct unit unit,
                      struct asked asked)
{
    uint64_t bits = draw(shape, WITHHELD, unit, asked.indicator, asked.year * 32 + asked.age);
    if (unit.role == SECTION && (long)(bits % 100000) < shape->of[SUPPRESSED]) {
        put(out, ";;;;diskret;");
        return;
    }
    struct count count = count_of(shape, unit, asked);
    put_hundredths(out, count.hundredths);
    put(out, ";");
    put_number(out, count.base, 1);
    put(out, ";;;;");
}

static void put_mean(struct out *out, const struct shape *shape, struct unit unit,
                     struct asked asked)
{
    struct mean mean = mean_of(shape, unit, asked);
    put(out, ";");
    put_number(out, mean.n, 1);
    put(out, ";");
    put_hundredths(out, rounded(100 * mean.mean));
    put(out, ";");
    put_hundredths(out, rounded(100 * mean.spread));
    put(out, ";;");
}

/* The share of the answers in per cent with one decimal, as such figures are handed out. */
static void put_survey(struct out *out, const struct shape *shape, struct unit unit,
                       struct asked asked, long *population)
{
    uint64_t bits = draw(shape, CHANCE, unit, asked.indicator, asked.year * 32);
    long answers = (unit.role == MUNICIPALITY ? 450 : 90) + (long)(bits >> 57);
    double p = underlying(shape, unit, asked);
    double share = p + normal(mixed(bits)) * sqrt(p * (1 - p) / (double)answers);
    *population = answers * 7;
    put(out, ";");
    put_number(out, answers, 1);
    put(out, ";");
    put_hundredths(out, 10 * rounded(1000 * between(0, share, 1)));
    put(out, ";;;");
}

static void put_value(struct out *out, const struct shape *shape, struct unit unit,
                      struct asked asked)
{
    put(out, ";;");
    put_number(out, 200000 + 100 * rounded(3000 * underlying(shape, unit, asked)), 1);
    put(out, ";;;");
}

static void put_note(struct out *out, const struct shape *shape, struct unit unit,
                     struct asked asked)
{
    if (!shape->of[NOTES])
        return;
    if (draw(shape, NOTED, unit, asked.indicator, asked.year) % 20 == 0)
        put(out, "\"Udtræk; se \"\"Beboerdata\"\", tabel 3\"");
}

static void put_row(struct out *out, const struct shape *shape, struct unit unit,
                    struct asked asked)
{
    if (LONGEST_ROW > BUFFER - out->length)
        flush(out);
    put_indicator_code(out, shape, asked.indicator);
    put(out, ";");
    put_unit_code(out, unit);
    put(out, ";");
    put_number(out, asked.year, 4);
    put(out, ";");
    put_age(out, shape, asked.age);
    put(out, ";");
    enum kind kind = kind_of(shape, asked.indicator);
    long population = 0;
    if (has_counts(kind))
        put_count(out, shape, unit, asked);
    else if (kind == MEAN)
        put_mean(out, shape, unit, asked);
    else if (kind == SURVEY)
        put_survey(out, shape, unit, asked, &population);
    else
        put_value(out, shape, unit, asked);
    put_note(out, shape, unit, asked);
    if (kind == SURVEY) {
        put(out, ";38,4;1,12;");
        put_number(out, population, 1);
    } else {
        put(out, ";;;");
    }
    put(out, "\n");
}

/* Counts are given for sections and municipality, the others for areas and municipality. */
static void put_row_at(struct out *out, const struct shape *shape, long index)
{
    long ages = 1 + shape->of[AGES], units = units_in_municipality(shape);
    struct asked asked = {.age = index % ages};
    index /= ages;
    long at = index % (shape->of[MUNICIPALITIES] * units);
    index /= shape->of[MUNICIPALITIES] * units;
    struct unit unit = unit_at(shape, at / units, at % units);
    asked.year = LAST_YEAR + 1 - shape->of[YEARS] + index % shape->of[YEARS];
    asked.indicator = index / shape->of[YEARS];
    bool counts = has_counts(kind_of(shape, asked.indicator));
    if (unit.role == (counts ? AREA : SECTION) || (!counts && asked.age))
        return;
    put_row(out, shape, unit, asked);
}

/*
 * Which row comes as number `index`: itself, or by a permutation of 0 .. count - 1 that needs no
 * memory: four rounds of Feistel on the smallest even number of bits that holds them, again until
 * it falls inside (Black & Rogaway 2002).
 */
static long row_in_turn(const struct shape *shape, long index, long count)
{
    if (!shape->of[SHUFFLED])
        return index;
    int half = 1;
    while ((INT64_C(1) << (2 * half)) < count)
        half++;
    uint64_t mask = (UINT64_C(1) << half) - 1, at = (uint64_t)index;
    do {
        uint64_t left = at >> half, right = at & mask;
        for (uint64_t round = 0; round < 4; round++) {
            uint64_t key = (uint64_t)shape->of[SEED] * 4 + round;
            uint64_t next = left ^ (mixed(mixed(key) + right) & mask);
            left = right;
            right = next;
        }
        at = left << half | right;
    } while (at >= (uint64_t)count);
    return (long)at;
}

static void write_observations(struct out *out, const struct shape *shape, const char *folder)
{
    long count = row_count(shape), files = shape->of[FILES];
    for (long file = 0; file < files; file++) {
        char name[64];
        snprintf(name, sizeof name, "observationer/tal_%03ld.csv", file + 1);
        open_out(out, folder, name);
        put(out, header);
        long end = count / files * (file + 1) + (file + 1 == files ? count % files : 0);
        for (long i = count / files * file; i < end; i++)
            put_row_at(out, shape, row_in_turn(shape, i, count));
        close_out(out);
    }
}

/* ---- The other files ----------------------------------------------------------------------- */

static void write_plan(struct out *out, const struct shape *shape, const char *folder)
{
    long baseline = LAST_YEAR - shape->of[YEARS] / 2;
    open_out(out, folder, "plan.csv");
    put(out, "nøgle;værdi\ntitel;Opdigtede tal for mange kommuner\nkommune;");
    if (shape->of[MUNICIPALITIES] == 1)
        put_unit_code(out, (struct unit){0});
    put(out, "\nplanstart;");
    put_number(out, baseline, 4);
    put(out, "-10-01\nplanslut;");
    put_number(out, baseline + 4, 4);
    put(out, "-09-30\nbasisår;");
    put_number(out, baseline, 4);
    put(out, "\nudgave;2025\nillustrativ;ja\n");
    close_out(out);
}

/* put_unit_name(out, shape, unit): in quotes with a separator inside where notes are asked for. */
static void put_unit_name(struct out *out, const struct shape *shape, struct unit unit)
{
    static const char *const words[] = {
        [MUNICIPALITY] = "Kommune ", [AREA] = "Område ", [SECTION] = "Afdeling "};
    const char *quote = shape->of[NOTES] ? "\"" : "";
    put(out, quote);
    put(out, words[unit.role]);
    if (unit.role == SECTION) {
        put_number(out, unit.section + 1, 1);
        put(out, shape->of[NOTES] ? "; område " : " i område ");
    }
    if (unit.role != MUNICIPALITY) {
        put_number(out, unit.area + 1, 1);
        put(out, shape->of[NOTES] ? "; kommune " : " i kommune ");
    }
    put_number(out, unit.municipality + 101, 1);
    put(out, quote);
}

static void write_areas(struct out *out, const struct shape *shape, const char *folder)
{
    static const char *const roles[] = {
        [MUNICIPALITY] = "kommune", [AREA] = "område", [SECTION] = "afdeling"};
    open_out(out, folder, "omraader.csv");
    put(out, "kode;navn;rolle;del_af;fra;til;alias;note\n");
    for (long m = 0; m < shape->of[MUNICIPALITIES]; m++) {
        for (long i = 0; i < units_in_municipality(shape); i++) {
            struct unit unit = unit_at(shape, m, i), above = unit;
            put_unit_code(out, unit);
            put(out, ";");
            put_unit_name(out, shape, unit);
            put(out, ";");
            put(out, roles[unit.role]);
            put(out, ";");
            above.role = unit.role == SECTION ? AREA : MUNICIPALITY;
            if (unit.role != MUNICIPALITY)
                put_unit_code(out, above);
            put(out, ";;;;\n");
        }
    }
    close_out(out);
}

static void write_indicators(struct out *out, const struct shape *shape, const char *folder)
{
    open_out(out, folder, "indikatorer.csv");
    put(out, "kode;navn;kort_navn;mål;indsatsområde;type;enhed;faktor;god_retning;klasse;målgruppe;"
             "opgørelse;kilde;tendens;lbf_nr;mindste_antal;følsom;delta;note\n");
    for (long i = 0; i < shape->of[INDICATORS]; i++) {
        enum kind kind = kind_of(shape, i);
        put_indicator_code(out, shape, i);
        put(out, ";Indikator ");
        put_number(out, i + 1, 1);
        put(out, ";Ind. ");
        put_number(out, i + 1, 1);
        put(out, ";;Beskæftigelse;");
        put(out, kinds[kind].type);
        put(out, ";");
        put(out, kinds[kind].unit);
        put(out, ";");
        put(out, kinds[kind].factor);
        put(out, i % 2 ? ";ned" : ";op");
        put(out, kind == RATE ? ";strøm;" : ";bestand;");
        put(out, targets[target_of(shape, i)].name);
        put(out, kind == RATE ? ";kalenderår" : ";01-01");
        put(out, ";Opdigtede tal;ja;;;;;\n");
    }
    close_out(out);
}

/* ---- Arguments ----------------------------------------------------------------------------- */

static bool set_shape(struct shape *shape, const char *name)
{
    for (size_t i = 0; i < COUNT_OF(shapes); i++) {
        if (strcmp(shapes[i].name, name) == 0) {
            *shape = shapes[i].shape;
            return true;
        }
    }
    return false;
}

static bool set_part(struct shape *shape, const char *argument)
{
    const char *equals = strchr(argument, '=');
    if (!equals)
        return set_shape(shape, argument);
    for (size_t i = 0; i < N_PARTS; i++) {
        size_t length = strlen(parts[i].name);
        if (length != (size_t)(equals - argument) || strncmp(parts[i].name, argument, length) != 0)
            continue;
        char *end;
        long number = strtol(equals + 1, &end, 10);
        shape->of[i] = number;
        return end != equals + 1 && !*end && number >= parts[i].least && number <= parts[i].most;
    }
    return false;
}

static void make_folder(const char *path)
{
    if (mkdir(path, 0777) != 0 && errno != EEXIST)
        fail(path);
}

int main(int argc, char **argv)
{
    struct shape shape;
    set_shape(&shape, "normal");
    for (int i = 2; i < argc; i++) {
        if (!set_part(&shape, argv[i])) {
            fprintf(stderr, "make_national: %s?\n", argv[i]);
            return 2;
        }
    }
    if (argc < 2) {
        fputs("make_national DIR [small|normal|national|tenfold] [NAME=NUMBER...]\n", stderr);
        return 2;
    }
    char observations[4096];
    snprintf(observations, sizeof observations, "%s/observationer", argv[1]);
    make_folder(argv[1]);
    make_folder(observations);
    static struct out out;
    write_plan(&out, &shape, argv[1]);
    write_areas(&out, &shape, argv[1]);
    write_indicators(&out, &shape, argv[1]);
    write_observations(&out, &shape, argv[1]);
    return 0;
}
