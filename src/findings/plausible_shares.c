/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_shares.h"

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
            other->release == RELEASE_OPEN &&
            cell->denominator > MOST_OF_WIDER * other->denominator + MORE_PERSONS)
            return cell;
    }
    return NULL;
}

static void compare_bands(struct diagnostics *diagnostics, const struct released_table *table,
                          const struct indicator *narrow, const struct indicator *wide)
{
    struct arena *arena = diagnostics->arena;
    struct remark_places places = {0};
    char text[PERIOD_TEXT];
    size_t all = 0;
    for (size_t i = 0; i < table->catalogue->area_count; i++) {
        const struct area *area = &table->catalogue->areas[i];
        if (remark_place_is_derived(table, narrow, area))
            continue;
        const struct released_cell *cell = exceeds(table, narrow, wide, area);
        all += released_series(table, narrow, area).count > 0;
        if (cell)
            remark_places_add(&places, arena, arena_copy(arena, period_text(text, cell->period)),
                              area);
    }
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

static bool is_within(const struct target_ages *narrow, const struct target_ages *wide)
{
    bool same = narrow->band.from == wide->band.from && narrow->band.to == wide->band.to;
    return narrow->known && wide->known && wide->whole && !same &&
           narrow->band.from >= wide->band.from && narrow->band.to <= wide->band.to;
}

void plausible_shares_remark(struct diagnostics *diagnostics, const struct released_table *table)
{
    const struct catalogue *catalogue = table->catalogue;
    size_t count = catalogue->indicator_count;
    struct target_ages *ages = arena_alloc(diagnostics->arena, count + 1, sizeof *ages);
    for (size_t i = 0; i < count; i++) {
        const struct indicator *indicator = &catalogue->indicators[i];
        if (indicator->left_out)
            continue;
        if (measure_has_counts(indicator->measure))
            ages[i] = target_ages_of(diagnostics->arena, indicator);
        check_name(diagnostics, indicator);
        check_percentages(diagnostics, table, indicator);
        check_fractions(diagnostics, table, indicator);
    }
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++)
            if (is_within(&ages[i], &ages[j]))
                compare_bands(diagnostics, table, &catalogue->indicators[i],
                              &catalogue->indicators[j]);
}
