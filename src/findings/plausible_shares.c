/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_shares.h"

#include <math.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/findings/remark_places.h"

#define MOST_OF_WIDER 1.02 /* reference days differ: 2 per cent ... */
#define MORE_PERSONS 3     /* ... and so many persons */
#define OLDEST_WRITTEN 150
#define PERCENT 100
#define PER_THOUSAND 1000

/* --- reading ages ------------------------------------------------------------------------ */
/* Takes `word` off the front of the text, and a blank after it. */
static bool take(const char **text, const char *word)
{
    size_t length = strlen(word);
    if (strncmp(*text, word, length) != 0)
        return false;
    *text += length;
    while (**text == ' ')
        (*text)++;
    return true;
}

static bool take_age(const char **text, int *age)
{
    const char *start = *text;
    for (*age = 0; **text >= '0' && **text <= '9' && *age <= OLDEST_WRITTEN; (*text)++)
        *age = *age * 10 + (**text - '0');
    return *text > start && *age <= OLDEST_WRITTEN;
}

/* A hyphen or dash, blanks around it or none. */
static bool take_dash(const char **text)
{
    while (**text == ' ')
        (*text)++;
    return take(text, "-") || take(text, "–");
}

static bool take_years(const char **text)
{
    take_dash(text);
    return take(text, "aarige") || take(text, "aar");
}

/* `15-29-årige`, `over 18 år`, `under 18 år` at the front of a folded text, and nothing vaguer. */
static struct target_ages take_ages(const char **text)
{
    struct target_ages ages = {.band.to = AGE_BAND_OLDEST};
    struct age_band *band = &ages.band;
    if (take(text, "over "))
        ages.known = take_age(text, &band->from) && take_years(text);
    else if (take(text, "under "))
        ages.known = take_age(text, &band->to) && band->to-- > 0 && take_years(text);
    else
        ages.known = take_age(text, &band->from) && take_dash(text) && take_age(text, &band->to) &&
                     band->from <= band->to && take_years(text);
    return ages;
}

static struct target_ages ages_of_group(const char *group)
{
    static const char *const words[] = {"alle ",     "beboere ", "borgere ",
                                        "personer ", "boern ",   "unge "};
    if (strcmp(group, "alle beboere") == 0 || strcmp(group, "alle borgere") == 0)
        return (struct target_ages){true, true, {0, AGE_BAND_OLDEST}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        take(&group, words[i]);
    struct target_ages ages = take_ages(&group);
    ages.known = ages.known && *group == '\0';
    ages.whole = ages.known;
    return ages;
}

/* What follows in a name may narrow the group: `Andel 18-29-årige mænd`. */
static struct target_ages ages_of_name(const char *name)
{
    struct target_ages none = {.known = false};
    if (!take(&name, "andel "))
        return none;
    struct target_ages ages = take_ages(&name);
    ages.whole = ages.known && *name == ',';
    return ages;
}

struct target_ages target_ages_of(struct arena *arena, const struct indicator *indicator)
{
    const char *group = text_fold(arena, indicator->target_group);
    return *group ? ages_of_group(group) : ages_of_name(text_fold(arena, indicator->name));
}

/* --- names, units and factors ----------------------------------------------------------------- */
static bool is_one_of(const char *text, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(text, *names) == 0)
            return true;
    return false;
}

static bool is_percent(const struct indicator *indicator)
{
    static const char *const names[] = {"pct.", "pct", "%", "procent", NULL};
    return is_one_of(indicator->unit, names);
}

static bool is_per_thousand(const struct indicator *indicator)
{
    static const char *const names[] = {"promille", "‰",          "pr. 1.000",
                                        "pr. 1000", "pr. tusind", NULL};
    return is_one_of(indicator->unit, names);
}

static void check_name(struct diagnostics *diagnostics, const struct indicator *indicator)
{
    const char *name = text_fold(diagnostics->arena, indicator->name);
    bool counts = indicator->measure != MEASURE_VALUE && indicator->measure != MEASURE_MEAN;
    if (take(&name, "andel ")) {
        if (indicator->measure == MEASURE_RATE || indicator->measure == MEASURE_MEAN)
            diagnostics_report(diagnostics, PROBLEM_REMARK, indicator->at,
                               "»%s« hedder en andel, men typen er en anden · vælg typen andel "
                               "eller survey, eller ret navnet",
                               "»%s« is called a share, but the type is another · choose the type "
                               "andel or survey, or mend the name",
                               indicator->code);
        if (!is_percent(indicator) && !is_per_thousand(indicator))
            diagnostics_report(diagnostics, PROBLEM_REMARK, indicator->at,
                               "»%s« hedder en andel, men enheden er hverken pct. eller promille · "
                               "ret enheden eller navnet",
                               "»%s« is called a share, but the unit is neither per cent nor per "
                               "thousand · mend the unit or the name",
                               indicator->code);
    }
    double factor = is_percent(indicator)        ? PERCENT
                    : is_per_thousand(indicator) ? PER_THOUSAND
                                                 : indicator->factor;
    if (counts && (indicator->factor < factor || indicator->factor > factor))
        diagnostics_report(diagnostics, PROBLEM_REMARK, indicator->at,
                           "»%s«: faktoren giver ikke enheden · pct. har faktoren 100, promille "
                           "og pr. 1.000 har 1000",
                           "»%s«: the factor does not give the unit · pct. has the factor 100, "
                           "promille and pr. 1.000 have 1000",
                           indicator->code);
}

/* --- figures ---------------------------------------------------------------------------------- */
static void check_percentages(struct diagnostics *diagnostics, const struct released_table *table,
                              const struct indicator *indicator)
{
    struct remark_places places = {0};
    char text[PERIOD_TEXT];
    if (indicator->measure != MEASURE_VALUE || !is_percent(indicator))
        return;
    for (size_t i = 0; i < table->catalogue->area_count; i++) {
        const struct area *area = &table->catalogue->areas[i];
        struct released_series series = released_series(table, indicator, area);
        for (size_t j = 0; j < series.count; j++) {
            const struct released_cell *cell = &series.cells[j];
            if (cell->release == RELEASE_OPEN && (cell->value < 0 || cell->value > PERCENT))
                remark_places_add(&places, diagnostics->arena,
                                  arena_copy(diagnostics->arena, period_text(text, cell->period)),
                                  area);
        }
    }
    for (size_t i = 0; i < places.count; i++)
        diagnostics_report(diagnostics, PROBLEM_REMARK, indicator->at,
                           "»%s« i %s for %s ligger uden for 0 til 100 pct. · ret tallet; er det "
                           "en ændring og ikke en andel, så sig det i enheden",
                           "»%s« in %s for %s lies outside 0 to 100 per cent · mend the figure; if "
                           "it is a change and not a share, say so in the unit",
                           indicator->code, places.items[i].areas, places.items[i].what);
}

/* Whether the open figures are all from 0 to 1, and not only whole: 0.215 for 21.5 pct. */
static bool are_fractions(const struct released_table *table, const struct indicator *indicator)
{
    bool has_fraction = false;
    for (size_t i = 0; i < table->count; i++) {
        const struct released_cell *cell = &table->cells[i];
        if (cell->indicator != indicator || cell->release != RELEASE_OPEN)
            continue;
        if (cell->value < 0 || cell->value > 1)
            return false;
        has_fraction = has_fraction || (cell->value > 0 && cell->value < 1);
    }
    return has_fraction;
}

static void check_fractions(struct diagnostics *diagnostics, const struct released_table *table,
                            const struct indicator *indicator)
{
    if (indicator->measure == MEASURE_VALUE && is_percent(indicator) &&
        are_fractions(table, indicator))
        diagnostics_report(diagnostics, PROBLEM_REMARK, indicator->at,
                           "»%s« er i pct., men alle tal ligger mellem 0 og 1, som 0,215 for 21,5 "
                           "pct. · gang tallene med 100, eller ret enheden",
                           "»%s« is in per cent, but all figures lie from 0 to 1, like 0.215 for "
                           "21.5 per cent · multiply the figures by 100, or mend the unit",
                           indicator->code);
}

static double most_of(double wider)
{
    return MOST_OF_WIDER * wider + MORE_PERSONS;
}

/* The first open period in which `narrow` has more persons than `wide`; NULL for none. */
static const struct released_cell *exceeds(const struct released_table *table,
                                           const struct indicator *narrow,
                                           const struct indicator *wide, const struct area *area)
{
    struct released_series series = released_series(table, narrow, area);
    for (size_t i = 0; i < series.count; i++) {
        const struct released_cell *cell = series.cells + i;
        const struct released_cell *other = released_cell(table, wide, area, cell->period);
        if (cell->release == RELEASE_OPEN && cell->period.kind != PERIOD_UNKNOWN && other &&
            other->release == RELEASE_OPEN && cell->denominator > most_of(other->denominator))
            return cell;
    }
    return NULL;
}

/* Between how many persons an indicator has in an area; the fewest are infinite where none are. */
struct extent {
    double fewest, most;
};

/* Of each area. */
static const struct extent *extents_of(struct arena *arena, const struct released_table *table,
                                       const struct indicator *indicator)
{
    size_t count = table->catalogue->area_count;
    struct extent *extents = arena_alloc(arena, count, sizeof *extents);
    for (size_t i = 0; i < count; i++) {
        struct released_series series =
            released_series(table, indicator, &table->catalogue->areas[i]);
        extents[i] = (struct extent){HUGE_VAL, -HUGE_VAL};
        for (size_t j = 0; j < series.count; j++) {
            double persons = series.cells[j].denominator;
            if (series.cells[j].release != RELEASE_OPEN)
                continue;
            extents[i].fewest = persons < extents[i].fewest ? persons : extents[i].fewest;
            extents[i].most = persons > extents[i].most ? persons : extents[i].most;
        }
    }
    return extents;
}

/* An indicator that counts persons, their ages, and how many they are. */
struct population {
    const struct indicator *indicator;
    struct target_ages ages;
    const struct extent *extents;
};

static bool is_within(const struct target_ages *narrow, const struct target_ages *wide)
{
    bool same = narrow->band.from == wide->band.from && narrow->band.to == wide->band.to;
    return wide->whole && !same && narrow->band.from >= wide->band.from &&
           narrow->band.to <= wide->band.to;
}

/* How many areas have figures of it that are not derived. */
static size_t areas_with(const struct released_table *table, const struct indicator *indicator)
{
    size_t count = 0;
    for (size_t i = 0; i < table->catalogue->area_count; i++) {
        const struct area *area = &table->catalogue->areas[i];
        count += released_series(table, indicator, area).count > 0 &&
                 !remark_place_is_derived(table, indicator, area);
    }
    return count;
}

static void compare_bands(struct diagnostics *diagnostics, const struct released_table *table,
                          const struct population *some, const struct population *everybody)
{
    struct arena *arena = diagnostics->arena;
    const struct indicator *narrow = some->indicator, *wide = everybody->indicator;
    struct remark_places places = {0};
    char text[PERIOD_TEXT];
    for (size_t i = 0; i < table->catalogue->area_count; i++) {
        const struct area *area = &table->catalogue->areas[i];
        if (!(some->extents[i].most > most_of(everybody->extents[i].fewest)) ||
            remark_place_is_derived(table, narrow, area))
            continue;
        const struct released_cell *cell = exceeds(table, narrow, wide, area);
        if (cell)
            remark_places_add(&places, arena, arena_copy(arena, period_text(text, cell->period)),
                              area);
    }
    size_t all = places.count ? areas_with(table, narrow) : 0;
    for (size_t i = 0; i < places.count; i++)
        diagnostics_report(
            diagnostics, PROBLEM_REMARK, narrow->at,
            "»%s« har flere personer end »%s« %s for %s, men dens aldersgruppe er en del af den "
            "anden · ret nævnerne eller målgrupperne",
            "»%s« has more persons than »%s« %s for %s, but its ages are some of the other's · "
            "mend the denominators or the target groups",
            narrow->code, wide->code,
            remark_place_text(arena, diagnostics->language, &places.items[i], all),
            places.items[i].what);
}

void plausible_shares_remark(struct diagnostics *diagnostics, const struct released_table *table)
{
    const struct catalogue *catalogue = table->catalogue;
    struct arena *arena = diagnostics->arena;
    size_t count = 0;
    struct population *populations =
        arena_alloc(arena, catalogue->indicator_count, sizeof *populations);
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const struct indicator *indicator = &catalogue->indicators[i];
        if (indicator->left_out)
            continue;
        struct target_ages ages = target_ages_of(arena, indicator);
        if (measure_has_counts(indicator->measure) && ages.known)
            populations[count++] =
                (struct population){indicator, ages, extents_of(arena, table, indicator)};
        check_name(diagnostics, indicator);
        check_percentages(diagnostics, table, indicator);
        check_fractions(diagnostics, table, indicator);
    }
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++)
            if (is_within(&populations[i].ages, &populations[j].ages))
                compare_bands(diagnostics, table, &populations[i], &populations[j]);
}
