/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * make_plan FIRST COUNT /DIR: random plan folders DIR/SEED/plan, one a seed, with invented figures.
 * Every third seed also gets an earlier edition's plan, DIR/SEED/earlier, which the plan names as
 * published in DIR/SEED/earlier_out; every tenth has no small count at all.
 *
 * Sizes are those of real housing: sections of 16 to 700 persons, areas of 100 to 2,500, a
 * municipality of 4,000 to 80,000, sometimes of a few hundred. Counts are drawn small on purpose.
 * Everything is drawn for the smallest pieces (a section and an age band), and all else is their
 * sum, so that every row agrees with every other one.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "chance.h"

enum { MOST_AREAS = 4, MOST_SECTIONS = 4, MOST_PERIODS = 8, BANDS = 3, MOST_INDICATORS = 3 };
/* Places: sections of each area, or the area itself as its only piece; then twin and the others. */
enum { PIECES = MOST_AREAS * MOST_SECTIONS, TWIN = PIECES, OTHERS, PLACES };
enum kind { SHARE, RATE, MEAN, SURVEY };
enum rows { SECTIONS_ONLY, AREAS_ONLY, BOTH };

struct piece {
    long persons, tenths; /* counts in tenths of a person */
};

struct indicator {
    enum kind kind;
    long threshold;
    bool has_threshold, sensitive, fractional;
    int smallness;   /* per cent of pieces with a small count */
    int bands;       /* 1, or BANDS with subgroups */
    unsigned groups; /* which of the labels have rows */
    enum rows rows;
    bool has_total_rows;
    struct piece pieces[MOST_PERIODS][PLACES][BANDS];
};

struct maker {
    struct chance chance;
    long seed;
    int areas, sections[MOST_AREAS], periods, indicators;
    bool roomy, tiny, has_twin, has_total, has_threshold;
    long threshold;
    int joins_area, joins_section, joins_year; /* a section that belongs to its area from a year */
    struct indicator list[MOST_INDICATORS];
    unsigned char gaps[MOST_INDICATORS][MOST_PERIODS][PLACES]; /* 1 withheld, 2 missing, 3 no row */
    unsigned char area_gaps[MOST_INDICATORS][MOST_PERIODS][MOST_AREAS];
};

/* What a group's label covers of the three bands 15-17, 18-29 and 30-64. */
static const struct {
    const char *label;
    int first, last;
} groups[] = {{"", 0, 2},      {"15-17", 0, 0}, {"18-29", 1, 1},
              {"30-64", 2, 2}, {"15-29", 0, 1}, {"18-64", 1, 2}};
enum { GROUPS = sizeof groups / sizeof *groups };

static long between(struct maker *maker, long low, long high)
{
    return low < high ? chance_between(&maker->chance, low, high) : low;
}

static bool percent(struct maker *maker, int chance)
{
    return chance_percent(&maker->chance, chance);
}

static bool exists(const struct maker *maker, int place)
{
    if (place == TWIN)
        return maker->has_twin;
    if (place == OTHERS)
        return true;
    int area = place / MOST_SECTIONS, section = place % MOST_SECTIONS;
    int pieces = maker->sections[area] ? maker->sections[area] : 1;
    return area < maker->areas && section < pieces;
}

static bool is_there(const struct maker *maker, int place, int period)
{
    bool joins = place < PIECES && place / MOST_SECTIONS == maker->joins_area &&
                 place % MOST_SECTIONS == maker->joins_section;
    return exists(maker, place) && (!joins || period >= maker->joins_year);
}

static long size_of_place(struct maker *maker, const struct indicator *indicator, int place)
{
    if (indicator->kind == MEAN)
        return place == OTHERS ? between(maker, 300, 900) : between(maker, 3, 60);
    if (maker->roomy)
        return place == OTHERS ? between(maker, 20000, 60000) : between(maker, 600, 1200);
    if (place == OTHERS)
        return maker->tiny ? between(maker, 100, 600) : between(maker, 4000, 80000);
    if (place == TWIN)
        return maker->tiny ? between(maker, 30, 200) : between(maker, 100, 2500);
    bool section = maker->sections[place / MOST_SECTIONS] > 0;
    return section ? between(maker, 16, percent(maker, 50) ? 120 : 700)
                   : between(maker, 100, percent(maker, 50) ? 300 : 2500);
}

/*
 * A count in tenths; small, or all but a small one, as often as the indicator says. A municipality
 * has many, unless it is tiny.
 */
static long draw_count(struct maker *maker, const struct indicator *indicator, int place,
                       long persons)
{
    long small = persons < indicator->threshold ? persons : indicator->threshold;
    long count;
    if (maker->roomy || (place == OTHERS && !maker->tiny))
        count = persons * between(maker, maker->roomy ? 20 : 1, 60) / 100;
    else if (percent(maker, indicator->smallness))
        count = percent(maker, 35) ? 0 : between(maker, 1, small);
    else if (indicator->kind == SHARE && percent(maker, 5))
        count = persons - between(maker, 0, small);
    else
        count = persons * between(maker, 3, 45) / 100;
    if (count > persons)
        count = persons;
    bool fraction = indicator->fractional && count < persons && percent(maker, 60);
    return 10 * count + (fraction ? between(maker, 0, 9) : 0);
}

static void draw_pieces(struct maker *maker, struct indicator *indicator)
{
    for (int place = 0; place < PLACES; place++) {
        long size = size_of_place(maker, indicator, place);
        for (int period = 0; period < maker->periods; period++) {
            if (!is_there(maker, place, period))
                continue;
            size += between(maker, -size / 30, size / 30);
            for (int band = 0; band < indicator->bands; band++) {
                struct piece *piece = &indicator->pieces[period][place][band];
                piece->persons = indicator->bands == 1 ? size
                                 : band == 0           ? size / 10
                                 : band == 1           ? size / 3
                                                       : size - size / 10 - size / 3;
                piece->tenths = draw_count(maker, indicator, place, piece->persons);
            }
        }
    }
}

static void draw_indicator(struct maker *maker, struct indicator *indicator)
{
    int kind = (int)between(maker, 0, 9);
    indicator->kind = kind < 6 ? SHARE : kind < 8 ? RATE : kind == 8 ? MEAN : SURVEY;
    indicator->has_threshold = percent(maker, 40);
    indicator->threshold = indicator->has_threshold ? between(maker, 3, 10) : maker->threshold;
    indicator->sensitive = !maker->roomy && percent(maker, 25);
    bool counted = indicator->kind == SHARE || indicator->kind == RATE;
    indicator->fractional = counted && percent(maker, 15);
    indicator->smallness = (int)between(maker, 0, 3) * 20 + 5;
    indicator->bands = counted && !maker->roomy && percent(maker, 40) ? BANDS : 1;
    indicator->groups = (unsigned)between(maker, 1, (1 << (GROUPS - 1)) - 1) << 1;
    indicator->rows = (enum rows)between(maker, SECTIONS_ONLY, BOTH);
    if (indicator->kind == MEAN && indicator->rows == BOTH)
        indicator->rows = SECTIONS_ONLY;
    indicator->has_total_rows = counted && maker->has_total && percent(maker, 50);
    draw_pieces(maker, indicator);
}

static void draw_gaps(struct maker *maker)
{
    for (int i = 0; i < maker->indicators && !maker->roomy; i++)
        for (int period = 0; period < maker->periods; period++) {
            for (int place = 0; place < PIECES; place++)
                if (percent(maker, 4))
                    maker->gaps[i][period][place] = (unsigned char)between(maker, 1, 3);
            for (int area = 0; area < maker->areas; area++)
                if (percent(maker, 2))
                    maker->area_gaps[i][period][area] = (unsigned char)between(maker, 1, 3);
        }
}

static void draw(struct maker *maker)
{
    maker->roomy = maker->seed % 10 == 7;
    maker->tiny = !maker->roomy && percent(maker, 15);
    maker->areas = (int)between(maker, 1, MOST_AREAS);
    for (int area = 0; area < maker->areas; area++)
        maker->sections[area] = (int)between(maker, 0, MOST_SECTIONS);
    maker->periods = (int)between(maker, 3, MOST_PERIODS);
    maker->has_twin = percent(maker, 15);
    maker->has_total = maker->areas > 1 && percent(maker, 50);
    maker->has_threshold = percent(maker, 50);
    maker->threshold = maker->has_threshold ? between(maker, 3, 8) : 5;
    maker->indicators = (int)between(maker, 1, MOST_INDICATORS);
    maker->joins_area = maker->joins_section = -1;
    if (!maker->roomy && percent(maker, 10) && maker->sections[0] > 1) {
        maker->joins_area = maker->joins_section = 0;
        maker->joins_year = 1 + (int)between(maker, 0, 1);
    }
    for (int i = 0; i < maker->indicators; i++)
        draw_indicator(maker, &maker->list[i]);
    draw_gaps(maker);
}

/* The piece as an earlier edition had it: a few persons more or fewer, or a miscount. */
static void revise_piece(struct maker *maker, struct piece *piece, bool persons_too)
{
    long moved = between(maker, 1, 30), counted = between(maker, 0, moved < 3 ? moved : 3);
    if (!persons_too) {
        moved = 0;
        counted = between(maker, 1, 3);
    }
    long persons = piece->persons - moved, tenths = piece->tenths - 10 * counted;
    if (persons > 0 && tenths >= 0 && tenths <= 10 * persons)
        *piece = (struct piece){persons, tenths};
}

/*
 * One piece of an indicator and period is revised, so that what an area gained is what its piece
 * gained; the others of the municipality are revised with it, as they always are.
 */
static void make_earlier(struct maker *maker)
{
    maker->periods--;
    for (int i = 0; i < maker->indicators; i++)
        for (int period = 0; period < maker->periods; period++) {
            struct indicator *indicator = &maker->list[i];
            int place = (int)between(maker, 0, PIECES - 1);
            int band = (int)between(maker, 0, indicator->bands - 1);
            bool persons_too = percent(maker, 50);
            if (!percent(maker, 50) || !is_there(maker, place, period) || indicator->kind >= MEAN)
                continue;
            revise_piece(maker, &indicator->pieces[period][place][band], persons_too);
            revise_piece(maker, &indicator->pieces[period][OTHERS][band], true);
        }
}

/* --- writing ------------------------------------------------------------------------------------
 */

static FILE *open_file(const char *folder, const char *name)
{
    char path[PATH_MAX + 64];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        exit(6);
    }
    return file;
}

static void write_settings(const struct maker *maker, const char *folder, const char *earlier)
{
    FILE *file = open_file(folder, "plan.csv");
    fprintf(file, "nøgle;værdi\ntitel;Opdigtet plan %ld\nkommune;kommunen\n", maker->seed);
    fputs("planstart;2016-10-01\nplanslut;2025-09-30\nbasisår;2016\nudgave;2025\n", file);
    fputs("illustrativ;ja\n", file);
    if (maker->has_threshold)
        fprintf(file, "tærskel;%ld\n", maker->threshold);
    if (earlier)
        fprintf(file, "tidligere_udgave;%s\n", earlier);
    fclose(file);
}

static void write_areas(const struct maker *maker, const char *folder)
{
    FILE *file = open_file(folder, "omraader.csv");
    fputs("kode;navn;rolle;del_af;fra;til\nkommunen;Hele Kommunen;kommune;;;\n", file);
    if (maker->has_total)
        fputs("samlet;Alle områder;samlet;kommunen;;\n", file);
    for (int area = 0; area < maker->areas; area++)
        fprintf(file, "omr_%c;Område %c;område;kommunen;;\n", 'a' + area, 'A' + area);
    for (int area = 0; area < maker->areas; area++)
        for (int section = 0; section < maker->sections[area]; section++) {
            bool joins = area == maker->joins_area && section == maker->joins_section;
            fprintf(file, "afd_%c%d;Afdeling %c%d;afdeling;omr_%c;", 'a' + area, section + 1,
                    'A' + area, section + 1, 'a' + area);
            if (joins)
                fprintf(file, "%d-01-01", 2016 + maker->joins_year);
            fputs(";\n", file);
        }
    if (maker->has_twin)
        fputs("tvillingen;Tvillingen;tvilling;kommunen;;\n", file);
    fclose(file);
}

static void write_indicators(const struct maker *maker, const char *folder)
{
    static const char *const rows[] = {"andel;pct.;100", "rate;pr. 1.000;1000",
                                       "gennemsnit;karakterpoint;1", "survey;pct.;100"};
    FILE *file = open_file(folder, "indikatorer.csv");
    fputs("kode;navn;type;enhed;faktor;god_retning;opgørelse;kilde;mindste_antal;følsom\n", file);
    for (int i = 0; i < maker->indicators; i++) {
        const struct indicator *indicator = &maker->list[i];
        fprintf(file, "tal_%c;Opdigtet tal %c;%s;ned;kalenderår;Opdigtet;", 'a' + i, 'A' + i,
                rows[indicator->kind]);
        if (indicator->has_threshold)
            fprintf(file, "%ld", indicator->threshold);
        fprintf(file, ";%s\n", indicator->sensitive ? "ja" : "");
    }
    fclose(file);
}

struct row {
    FILE *file;
    const struct maker *maker;
    int indicator, period;
};

static void start_row(const struct row *row, const char *area, const char *group)
{
    fprintf(row->file, "tal_%c;%s;%d;%s;", 'a' + row->indicator, area, 2016 + row->period, group);
}

/* A mean, a survey or a gap: what has no count. Its figures come from its place and its persons. */
static void write_other(const struct row *row, const char *area, long persons, unsigned char gap)
{
    const struct indicator *indicator = &row->maker->list[row->indicator];
    long mix = (persons * 7919 + row->period * 31 + (long)strlen(area) * 17) % 60;
    start_row(row, area, "");
    if (gap)
        fprintf(row->file, ";;;;%s;;\n", gap == 1 ? "diskret" : "mangler");
    else if (indicator->kind == MEAN)
        fprintf(row->file, ";%ld;%ld,%ld;2,%ld;;;\n", persons, 3 + mix / 10, mix % 10, mix % 10);
    else
        fprintf(row->file, ";%ld;%ld,%ld;;;%ld;%ld\n", persons / 3 + 1, 20 + mix, mix % 10,
                30 + mix % 30, persons);
}

static void write_counts(const struct row *row, const char *area, const struct piece *bands,
                         unsigned char gap)
{
    const struct indicator *indicator = &row->maker->list[row->indicator];
    struct piece sum = {0, 0};
    for (int band = 0; band < indicator->bands; band++)
        sum = (struct piece){sum.persons + bands[band].persons, sum.tenths + bands[band].tenths};
    if (gap == 3 || sum.persons == 0)
        return;
    if (gap || indicator->kind >= MEAN) {
        write_other(row, area, sum.persons, gap);
        return;
    }
    for (int group = 0; group < GROUPS; group++) {
        struct piece part = {0, 0};
        if (group && (indicator->bands == 1 || !(indicator->groups >> group & 1)))
            continue;
        for (int band = groups[group].first; band <= groups[group].last; band++)
            if (band < indicator->bands)
                part = (struct piece){part.persons + bands[band].persons,
                                      part.tenths + bands[band].tenths};
        start_row(row, area, groups[group].label);
        fprintf(row->file, "%ld", part.tenths / 10);
        if (part.tenths % 10)
            fprintf(row->file, ",%ld", part.tenths % 10);
        fprintf(row->file, ";%ld;;;;;\n", part.persons);
    }
}

static void add(struct piece *sum, const struct piece *bands)
{
    for (int band = 0; band < BANDS; band++) {
        sum[band].persons += bands[band].persons;
        sum[band].tenths += bands[band].tenths;
    }
}

static void write_area(const struct row *row, int area, struct piece *everywhere)
{
    const struct maker *maker = row->maker;
    const struct indicator *indicator = &maker->list[row->indicator];
    struct piece sum[BANDS] = {{0, 0}};
    char code[16];
    for (int section = 0; section < MOST_SECTIONS; section++) {
        int place = area * MOST_SECTIONS + section;
        if (!is_there(maker, place, row->period))
            continue;
        const struct piece *bands = indicator->pieces[row->period][place];
        add(sum, bands);
        snprintf(code, sizeof code, "afd_%c%d", 'a' + area, section + 1);
        if (maker->sections[area] && indicator->rows != AREAS_ONLY && indicator->kind != SURVEY)
            write_counts(row, code, bands, maker->gaps[row->indicator][row->period][place]);
    }
    add(everywhere, sum);
    snprintf(code, sizeof code, "omr_%c", 'a' + area);
    if (!maker->sections[area] || indicator->rows != SECTIONS_ONLY || indicator->kind == SURVEY)
        write_counts(row, code, sum, maker->area_gaps[row->indicator][row->period][area]);
}

static void write_observations(const struct maker *maker, const char *folder)
{
    FILE *file = open_file(folder, "observationer/antal.csv");
    fputs("indikator;område;periode;gruppe;tæller;nævner;værdi;spredning;status;svarprocent;"
          "population\n",
          file);
    for (int i = 0; i < maker->indicators; i++)
        for (int period = 0; period < maker->periods; period++) {
            const struct indicator *indicator = &maker->list[i];
            struct row row = {file, maker, i, period};
            struct piece sum[BANDS] = {{0, 0}};
            for (int area = 0; area < maker->areas; area++)
                write_area(&row, area, sum);
            if (indicator->has_total_rows)
                write_counts(&row, "samlet", sum, 0);
            if (maker->has_twin)
                write_counts(&row, "tvillingen", indicator->pieces[period][TWIN], 0);
            add(sum, indicator->pieces[period][TWIN]);
            add(sum, indicator->pieces[period][OTHERS]);
            write_counts(&row, "kommunen", sum, 0);
        }
    fclose(file);
}

static void write_plan(const struct maker *maker, const char *folder, const char *earlier)
{
    char observations[PATH_MAX + 64];
    snprintf(observations, sizeof observations, "%s/observationer", folder);
    mkdir(folder, 0777);
    mkdir(observations, 0777);
    write_settings(maker, folder, earlier);
    write_areas(maker, folder);
    write_indicators(maker, folder);
    write_observations(maker, folder);
}

int main(int argc, char **argv)
{
    static struct maker maker;
    char base[PATH_MAX + 32], folder[PATH_MAX + 64], earlier[PATH_MAX + 64];
    if (argc != 4 || argv[3][0] != '/') {
        fputs("usage: make_plan FIRST COUNT /DIR\n", stderr);
        return 2;
    }
    long first = strtol(argv[1], NULL, 10), count = strtol(argv[2], NULL, 10);
    for (long seed = first; seed < first + count; seed++) {
        bool has_earlier = seed % 3 == 0;
        maker = (struct maker){.chance = {(uint64_t)seed}, .seed = seed};
        draw(&maker);
        snprintf(base, sizeof base, "%s/%ld", argv[3], seed);
        snprintf(folder, sizeof folder, "%s/plan", base);
        snprintf(earlier, sizeof earlier, "%s/earlier_out", base);
        mkdir(base, 0777);
        write_plan(&maker, folder, has_earlier ? earlier : NULL);
        if (has_earlier) {
            make_earlier(&maker);
            snprintf(folder, sizeof folder, "%s/earlier", base);
            write_plan(&maker, folder, NULL);
        }
    }
    return 0;
}
