/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For tests of sentences and headlines: a catalogue with an indicator of each kind, findings made
 * by hand for it, and verdicts. In expected texts `~` stands for a no-break space.
 */
#ifndef PEJLING_TESTS_SENTENCE_WORLD_H
#define PEJLING_TESTS_SENTENCE_WORLD_H

#include "plan_folder.h"

#include "pejling/present/sentence.h"

#define MOST_ROWS 400
#define MOST_VERDICTS 100
#define YEAR(number) ((struct period){PERIOD_YEAR, number, 0, 0})

#define WORLD_INDICATORS                                                                           \
    "kode;navn;kort_navn;type;enhed;faktor;god_retning;opgørelse;kilde;lbf_nr\n"                  \
    "ned;Andel uden job;Uden job;andel;pct.;100;ned;kalenderår;K;1\n"                             \
    "op;Andel i job;I job;andel;pct.;100;op;kalenderår;K;2\n"                                     \
    "neutral;Andel børn;Børn;andel;pct.;100;neutral;kalenderår;K;3\n"                           \
    "raten;Sigtede;Sigtede;rate;pr. 1.000;1000;ned;kalenderår;K;\n"                               \
    "snittet;Karakterer;Karakterer;gennemsnit;karakterpoint;1;op;skoleår;K;\n"                    \
    "svarene;Trygge;Trygge;survey;pct.;100;op;dato;K;\n"                                           \
    "kroner;Indkomst;Indkomst;værdi;kr.;1;op;kalenderår;K;\n"                                    \
    "antallet;Boliger;Boliger;værdi;antal;1;neutral;kvartal;K;\n"                                 \
    "folk;Beboere;Beboere;værdi;personer;1;neutral;kalenderår;K;\n"                              \
    "tallet;Indeks;Indeks;værdi;point;1;op;kalenderår;K;\n"

struct world {
    struct plan_folder *folder;
    struct released_table table;
    struct finding rows[MOST_ROWS];
    size_t count;
    struct gap_verdict *verdicts[MOST_VERDICTS];
    size_t verdict_count;
    struct findings findings;
    struct speaker speaker;
};

/* world_new(folder): no findings yet, and no figures but those the folder has. */
static inline struct world *world_new(struct plan_folder *folder)
{
    struct world *world = arena_alloc(folder->arena, 1, sizeof *world);
    plan_folder_write(folder, "indikatorer.csv", WORLD_INDICATORS);
    plan_folder_remove(folder, FIGURES_FILE);
    plan_folder_figures(folder, "ned;by;2020;;500;1000;;;\n");
    world->folder = folder;
    world->table = plan_folder_release(folder, EDITION_SHARED);
    return world;
}

/* The areas by code, and `rest` and `samlet` by role: they have no code of their own in the plan. */
static inline const struct area *world_area(struct world *world, const char *code)
{
    const struct catalogue *catalogue = &world->folder->catalogue;
    enum area_role role = strcmp(code, "rest") == 0     ? AREA_REST
                          : strcmp(code, "samlet") == 0 ? AREA_TOTAL
                                                        : AREA_ESTATE;
    for (size_t i = 0; role != AREA_ESTATE && i < catalogue->area_count; i++)
        if (catalogue->areas[i].role == role)
            return &catalogue->areas[i];
    return area_of(world->folder, code);
}

static inline struct estimate between(double value, double lower, double upper)
{
    return estimate_interval(METHOD_WILSON, value, lower, upper);
}

static inline struct estimate point(double value)
{
    return estimate_point(METHOD_GIVEN, value, REASON_NO_COUNTS);
}

/* One finding of a place like `ned/nord`, against the rest unless it is a level's. */
static inline struct finding *add_span(struct world *world, const char *place,
                                       enum statistic statistic, struct period from,
                                       struct period to, struct estimate estimate)
{
    const char *slash = strchr(place, '/');
    const char *code = arena_text(world->folder->arena, place, (size_t)(slash - place));
    struct finding *row = &world->rows[world->count++];
    assert_true(world->count <= MOST_ROWS);
    *row = (struct finding){.indicator = indicator_of(world->folder, code),
                            .area = world_area(world, slash + 1),
                            .statistic = statistic,
                            .from = from,
                            .to = to,
                            .periods = 1,
                            .estimate = estimate};
    bool alone = statistic == STATISTIC_LEVEL || statistic == STATISTIC_LEVEL_CHANGE ||
                 statistic == STATISTIC_LEVEL_SLOPE;
    if (!alone)
        row->comparator = world_area(world, statistic == STATISTIC_GAP ? "by" : "rest");
    return row;
}

static inline struct finding *add(struct world *world, const char *place, enum statistic statistic,
                                  short year, struct estimate estimate)
{
    return add_span(world, place, statistic, YEAR(year), YEAR(year), estimate);
}

/* What a verdict is made of; the rest of it follows. */
struct verdict_case {
    const char *place;
    enum verdict verdict;
    enum verdict_strength strength;
    enum verdict_direction direction;
    struct estimate slope;
    double first, last; /* the fitted gap */
    enum reason reason;
    enum verdict_line line;
    size_t figures;
    int determinable; /* year, or 0 */
};

static inline void add_verdict_rows(struct world *world, const struct verdict_case *given)
{
    static const enum statistic statistics[] = {
        STATISTIC_VERDICT_SLOPE, STATISTIC_VERDICT, STATISTIC_VERDICT_STRENGTH,
        STATISTIC_VERDICT_DIRECTION, STATISTIC_DETERMINABLE_YEAR};
    for (size_t i = 0; i < sizeof statistics / sizeof *statistics; i++) {
        struct finding *row = add_span(world, given->place, statistics[i], YEAR(2014), YEAR(2024),
                                       estimate_undefined(given->reason));
        row->periods = given->figures;
        if (statistics[i] == STATISTIC_VERDICT_SLOPE)
            row->estimate = given->slope;
        if (statistics[i] == STATISTIC_VERDICT)
            row->text = verdict_code(given->verdict);
        if (statistics[i] == STATISTIC_VERDICT_STRENGTH)
            row->text = verdict_strength_code(given->strength);
        if (statistics[i] == STATISTIC_VERDICT_DIRECTION)
            row->text = verdict_direction_code(given->direction);
        if (statistics[i] == STATISTIC_DETERMINABLE_YEAR && given->determinable)
            row->estimate =
                estimate_point(METHOD_NONCENTRAL_T, given->determinable, REASON_NOT_APPLICABLE);
    }
}

static inline struct gap_verdict *add_verdict(struct world *world, struct verdict_case given)
{
    struct gap_verdict *verdict = arena_alloc(world->folder->arena, 1, sizeof *verdict);
    struct gap_series *series = arena_alloc(world->folder->arena, 1, sizeof *series);
    add_verdict_rows(world, &given);
    const struct finding *row = &world->rows[world->count - 1];
    series->indicator = row->indicator;
    series->area = row->area;
    series->comparator = world_area(world, "rest");
    series->points.n = given.figures;
    verdict->series = series;
    verdict->verdict = given.verdict;
    verdict->strength = given.strength;
    verdict->direction = given.direction;
    verdict->reason = given.reason;
    verdict->line = given.line;
    verdict->a.available = given.slope.state == ESTIMATE_INTERVAL;
    verdict->a.slope = given.slope;
    verdict->a.first = given.first;
    verdict->a.last = given.last;
    verdict->a.judgement.crossed = given.first * given.last < 0;
    verdict->decides = verdict->a.available ? &verdict->a : NULL;
    assert_true(world->verdict_count < MOST_VERDICTS);
    world->verdicts[world->verdict_count++] = verdict;
    return verdict;
}

/* world_speaker(world, language): the findings put in order, and who speaks of them. */
static inline const struct speaker *world_speaker(struct world *world, enum language language)
{
    struct arena *arena = world->folder->arena;
    const struct catalogue *catalogue = &world->folder->catalogue;
    size_t slots = catalogue->indicator_count * catalogue->area_count, at = 0;
    size_t *starts = arena_alloc(arena, slots + 1, sizeof *starts);
    struct finding *rows = arena_alloc(arena, world->count + 1, sizeof *rows);
    struct gap_verdict **items = arena_alloc(arena, slots, sizeof *items);
    for (size_t slot = 0; slot < slots; slot++) {
        for (size_t i = 0; i < world->count; i++)
            if (world->rows[i].indicator->index * catalogue->area_count +
                    world->rows[i].area->index ==
                slot)
                rows[at++] = world->rows[i];
        starts[slot + 1] = at;
    }
    for (size_t i = 0; i < world->verdict_count; i++) {
        const struct gap_series *series = world->verdicts[i]->series;
        items[series->indicator->index * catalogue->area_count + series->area->index] =
            world->verdicts[i];
    }
    world->findings = (struct findings){.table = &world->table,
                                        .confidence = 0.95,
                                        .verdicts = {.catalogue = catalogue, .items = items},
                                        .rows = rows,
                                        .count = world->count,
                                        .starts = starts};
    world->speaker = (struct speaker){arena, language, &world->findings};
    return &world->speaker;
}

/* The text with `~` for each no-break space, to be held against an expected one. */
static inline const char *visible(struct arena *arena, const char *text)
{
    char *copy = arena_copy(arena, text), *out = copy;
    for (const char *c = text; *c; c++) {
        if ((unsigned char)c[0] == 0xC2 && (unsigned char)c[1] == 0xA0) {
            *out++ = '~';
            c++;
        } else
            *out++ = *c;
    }
    *out = '\0';
    return copy;
}

/* Whether a sentence quotes that statistic of a place. */
static inline bool quotes(const struct sentence *sentence, const char *area,
                          enum statistic statistic)
{
    for (size_t i = 0; i < sentence->count; i++)
        if (sentence->quoted[i]->statistic == statistic &&
            strcmp(sentence->quoted[i]->area->code, area) == 0)
            return true;
    return false;
}

#endif
