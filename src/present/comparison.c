/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/comparison.h"

#include <math.h>
#include <string.h>

#include "pejling/base/printable.h"
#include "pejling/present/change_words.h"
#include "pejling/present/explanation_page.h"
#include "pejling/present/indicator_order.h"
#include "pejling/present/sentence_words.h"
#include "pejling/present/wording.h"

#define NAMED 8 /* the most places that one line names */
#define NBSP "\xC2\xA0"

struct teller {
    struct arena *arena;
    enum language language;
    struct speaker speaker;
    const struct edition_news *news;
    struct comparison *told;
    const char *nothing[COMPARISON_PARTS];
    size_t nothing_count;
};

__attribute__((format_arg(2), format_arg(3))) static const char *
words(const struct teller *teller, const char *danish, const char *english)
{
    return say(teller->language, danish, english);
}

static struct comparison_part *begin_part(struct teller *teller, const char *heading,
                                          const char *basis)
{
    struct comparison_part *part = &teller->told->parts[teller->told->count];
    *part = (struct comparison_part){.heading = heading, .basis = basis};
    return part;
}

/* Names come from a file that somebody else may have made. */
static void add_line(const struct teller *teller, struct comparison_part *part, const char *line)
{
    part->lines =
        arena_grow(teller->arena, part->lines, part->count, &part->capacity, sizeof *part->lines);
    part->lines[part->count++] = printable_text(teller->arena, line, "", NULL);
}

/* A part without lines is left out, and named at the end. */
static void end_part(struct teller *teller, const struct comparison_part *part, const char *none)
{
    if (part->count)
        teller->told->count++;
    else
        teller->nothing[teller->nothing_count++] = none;
}

/* ---- Numbers and places ----------------------------------------------------------------------- */

static const char *number(const struct teller *teller, double value, int decimals)
{
    char text[NUMBER_TEXT];
    return arena_copy(teller->arena, wording_number(text, teller->language, value, decimals));
}

/* A count, with decimals only where it has some. */
static const char *count_text(const struct teller *teller, double count)
{
    bool whole = fabs(count - round(count)) < 0.005;
    return number(teller, count, whole ? 0 : COUNT_DECIMALS);
}

static const char *with_unit(const struct teller *teller, const char *value, const char *unit)
{
    return *unit ? arena_printf(teller->arena, "%s" NBSP "%s", value, unit) : value;
}

static const char *value_text(const struct teller *teller, const struct released_cell *cell,
                              int decimals)
{
    return with_unit(teller, number(teller, cell->value, decimals), cell->indicator->unit);
}

/* `Ringparken`, `Ringparken, 0-17 år`. */
static const char *place_text(const struct teller *teller, const struct released_cell *cell)
{
    return cell->group ? arena_printf(teller->arena, "%s, %s", cell->area->name, cell->group)
                       : cell->area->name;
}

/* `Andel i job, Ringparken`. */
static const char *subject(const struct teller *teller, const struct area_news *item)
{
    return arena_printf(teller->arena, "%s, %s", indicator_label(item->indicator),
                        item->area->name);
}

/* ---- Verdicts --------------------------------------------------------------------------------- */

static void tell_verdicts(struct teller *teller)
{
    const struct edition_news *news = teller->news;
    struct arena *arena = teller->arena;
    struct comparison_part *part =
        begin_part(teller, words(teller, "Ændrede vurderinger", "Changed verdicts"), "");
    for (size_t i = 0; i < news->count; i++) {
        const struct area_news *item = &news->items[i];
        if (!item->verdict_changed)
            continue;
        add_line(teller, part,
                 arena_printf(arena,
                              words(teller, "%s: fra »%s« til »%s«; det følger af %s.",
                                    "%s: from »%s« to »%s«; that follows from %s."),
                              subject(teller, item),
                              wording_verdict_as(arena, teller->language, news->then->table,
                                                 item->indicator, item->area, item->verdict_then),
                              wording_verdict(arena, teller->language, news->now, item->indicator,
                                              item->area),
                              change_causes(arena, teller->language, item)));
    }
    end_part(teller, part, words(teller, "ingen ændrede vurderinger", "no changed verdicts"));
}

/* ---- Moves ------------------------------------------------------------------------------------ */

static const char *move_end(const struct teller *teller, const struct finding *finding)
{
    return arena_printf(teller->arena, "%s %s",
                        with_unit(teller, wording_value(teller->arena, teller->language, finding),
                                  wording_unit(teller->arena, teller->language, finding)),
                        words_in(&teller->speaker, finding->from));
}

/* So many that the limit next to 0 does not read as 0. */
static int interval_decimals(const struct latest_move *move)
{
    int decimals = wording_decimals(move->to);
    double nearest = fmin(fabs(move->change.lower), fabs(move->change.upper));
    while (!(number_round(nearest, decimals) > 0) && decimals < SHARED_DECIMALS)
        decimals++;
    return decimals;
}

static void tell_move(struct teller *teller, struct comparison_part *part,
                      const struct area_news *item, const struct latest_move *move,
                      const char *what)
{
    char change[NUMBER_TEXT], lower[NUMBER_TEXT], upper[NUMBER_TEXT];
    if (!move->to)
        return;
    enum language language = teller->language;
    int decimals = interval_decimals(move);
    const char *value =
        with_unit(teller, wording_change(change, language, move->change.value, decimals),
                  indicator_difference_unit(item->indicator, language));
    add_line(teller, part,
             arena_printf(teller->arena,
                          words(teller, "%s: %s fra %s til %s, ændring %s (%s til %s)%s.",
                                "%s: %s from %s to %s, change %s (%s to %s)%s."),
                          subject(teller, item), what, move_end(teller, move->from),
                          move_end(teller, move->to), value,
                          wording_change(lower, language, move->change.lower, decimals),
                          wording_change(upper, language, move->change.upper, decimals),
                          change_direction(language, move)));
}

static void tell_moves(struct teller *teller)
{
    const struct edition_news *news = teller->news;
    struct comparison_part *part = begin_part(
        teller,
        words(teller, "Flyttet mere end tilfældige udsving", "Moved more than random variation"),
        arena_printf(
            teller->arena,
            words(teller,
                  "Fra den gamle udgaves seneste periode til den nyes, begge tal som den "
                  "nye udgave har dem. Her står, hvor %s-pct.-intervallet for ændringen "
                  "ikke rummer 0. Blandt mange tal vil nogle stå her ved et tilfælde.",
                  "From the latest period of the old edition to that of the new one, both "
                  "figures as the new edition has them. Listed is where the %s per cent "
                  "interval of the change does not hold 0. Of many figures some will stand "
                  "here by chance."),
            number(teller, 100 * news->now->confidence, 0)));
    for (size_t i = 0; i < news->count; i++) {
        const struct area_news *item = &news->items[i];
        tell_move(teller, part, item, &item->level, words(teller, "niveauet", "the level"));
        if (item->gap.to)
            tell_move(teller, part, item, &item->gap,
                      arena_printf(teller->arena,
                                   words(teller, "afstanden til %s", "the gap to %s"),
                                   words_comparator(teller->language, item->gap.to->comparator)));
    }
    end_part(teller, part,
             words(teller, "intet flyttet mere end tilfældige udsving mellem seneste perioder",
                   "nothing moved more than random variation between latest periods"));
}

/* ---- Revised figures -------------------------------------------------------------------------- */

/* `640 af 2.000`, `nævner 2.000`; "" where nothing of the kind is told. */
static const char *counts_text(const struct teller *teller, const struct released_cell *cell)
{
    struct arena *arena = teller->arena;
    if (cell->has_numerator)
        return arena_printf(arena, words(teller, "%s af %s", "%s of %s"),
                            count_text(teller, cell->numerator),
                            count_text(teller, cell->denominator));
    if (cell->denominator > 0)
        return arena_printf(arena, words(teller, "nævner %s", "denominator %s"),
                            count_text(teller, cell->denominator));
    return "";
}

/* ` (640 af 2.000 er nu 644 af 2.000)`; what else was revised where neither value nor counts were. */
static const char *revised_counts(const struct teller *teller, const struct cell_change *change,
                                  bool same_value)
{
    const char *then = counts_text(teller, change->then), *now = counts_text(teller, change->now);
    if (strcmp(then, now) != 0)
        return arena_printf(teller->arena, words(teller, " (%s er nu %s)", " (%s is now %s)"), then,
                            now);
    return same_value ? words(teller, " (spredning, svar eller befolkning er revideret)",
                              " (spread, answers or population were revised)")
                      : "";
}

static const char *revised_line(const struct teller *teller, const struct cell_change *change)
{
    struct arena *arena = teller->arena;
    const struct released_cell *cell = change->cell;
    int decimals = cell->indicator->decimals;
    bool alone = *counts_text(teller, cell) == '\0';
    const char *then = value_text(teller, change->then, decimals);
    const char *now = value_text(teller, change->now, decimals);
    while (alone && strcmp(then, now) == 0 && decimals < SHARED_DECIMALS) {
        then = value_text(teller, change->then, ++decimals);
        now = value_text(teller, change->now, decimals);
    }
    bool same = strcmp(then, now) == 0;
    const char *values =
        same ? arena_printf(arena, words(teller, "stadig %s", "still %s"), now)
             : arena_printf(arena, words(teller, "%s er nu %s", "%s is now %s"), then, now);
    const char *said = arena_printf(arena, "%s%s", values, revised_counts(teller, change, same));
    bool ended = said[strlen(said) - 1] == '.'; /* by a unit as `kr.` */
    return arena_printf(arena, "%s, %s, %s: %s%s", indicator_label(cell->indicator),
                        place_text(teller, cell), change_period(arena, cell->period), said,
                        ended ? "" : ".");
}

static void tell_revised(struct teller *teller)
{
    struct comparison_part *part = begin_part(
        teller, words(teller, "Reviderede tal", "Revised figures"),
        words(teller, "En sum er ikke nævnt, når en af dens dele er revideret i samme periode.",
              "A sum is not named where one of its parts was revised in the same period."));
    for (size_t i = 0; i < teller->news->count; i++) {
        const struct area_news *item = &teller->news->items[i];
        for (size_t j = 0; j < item->change_count; j++)
            if (item->changes[j].kind == CHANGE_REVISED && !item->changes[j].follows)
                add_line(teller, part, revised_line(teller, &item->changes[j]));
    }
    end_part(teller, part, words(teller, "ingen reviderede tal", "no revised figures"));
}

/* ---- Figures that have come, or are gone, hidden or shown ------------------------------------- */

/* The places that have changed in one way in the same periods. */
struct places {
    const char *periods;
    const char *names[NAMED];
    size_t count;
    bool told;
};

/* Each area and group of an indicator, with the periods in which it changed so. */
struct change_list {
    struct places *items;
    size_t count, capacity;
};

static void add_place(const struct teller *teller, struct change_list *list, const char *name,
                      const char *periods)
{
    struct places *same = NULL;
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].periods, periods) == 0)
            same = &list->items[i];
    if (!same) {
        list->items = arena_grow(teller->arena, list->items, list->count, &list->capacity,
                                 sizeof *list->items);
        same = &list->items[list->count++];
        *same = (struct places){.periods = periods};
    }
    if (same->count < NAMED)
        same->names[same->count] = name;
    same->count++;
}

/* A group's figures of an area stand together, and so make one place. */
static void add_places(const struct teller *teller, struct change_list *list,
                       const struct area_news *item, enum change_kind kind)
{
    for (size_t i = 0, end; i < item->change_count; i = end) {
        struct change_periods periods = {NULL, 0, 0};
        const struct released_cell *first = item->changes[i].cell;
        for (end = i; end < item->change_count; end++) {
            const struct cell_change *change = &item->changes[end];
            if (group_compare(change->cell->group, first->group) != 0)
                break;
            if (change->kind == kind)
                change_periods_add(teller->arena, &periods, change->cell->period);
        }
        if (periods.count)
            add_place(teller, list, place_text(teller, first),
                      change_periods_text(teller->arena, teller->language, &periods));
    }
}

static const char *names_text(const struct teller *teller, const struct places *places)
{
    if (places->count > NAMED)
        return arena_printf(teller->arena,
                            words(teller, "%zu områder og grupper", "%zu areas and groups"),
                            places->count);
    return change_listed(teller->arena, teller->language, places->names, places->count);
}

static void tell_kind(struct teller *teller, struct comparison_part *part, enum change_kind kind,
                      const char *lead)
{
    const struct edition_news *news = teller->news;
    for (size_t i = 0, end; i < news->count; i = end) {
        struct change_list list = {NULL, 0, 0};
        const struct indicator *indicator = news->items[i].indicator;
        for (end = i; end < news->count && news->items[end].indicator == indicator; end++)
            add_places(teller, &list, &news->items[end], kind);
        for (size_t j = 0; j < list.count; j++)
            add_line(teller, part,
                     arena_printf(teller->arena, "%s%s, %s: %s.", lead, indicator_label(indicator),
                                  list.items[j].periods, names_text(teller, &list.items[j])));
    }
}

static void tell_new(struct teller *teller)
{
    struct comparison_part *part = begin_part(teller, words(teller, "Nye tal", "New figures"), "");
    tell_kind(teller, part, CHANGE_NEW, "");
    tell_kind(teller, part, CHANGE_NEW_HIDDEN, words(teller, "Skjult: ", "Hidden: "));
    end_part(teller, part, words(teller, "ingen nye tal", "no new figures"));
}

static void tell_withdrawn(struct teller *teller)
{
    struct comparison_part *part =
        begin_part(teller, words(teller, "Væk, skjult eller vist", "Gone, hidden or shown"), "");
    tell_kind(teller, part, CHANGE_GONE, words(teller, "Ikke længere med: ", "No longer there: "));
    tell_kind(teller, part, CHANGE_HIDDEN, words(teller, "Nu skjult: ", "Now hidden: "));
    tell_kind(teller, part, CHANGE_SHOWN, words(teller, "Nu vist: ", "Now shown: "));
    end_part(teller, part,
             words(teller, "intet væk, nyligt skjult eller nyligt vist",
                   "nothing gone, newly hidden or newly shown"));
}

/* ---- Indicators and areas --------------------------------------------------------------------- */

static void tell_indicators(struct teller *teller, struct comparison_part *part,
                            const struct indicator_list *list, const char *lead)
{
    for (size_t i = 0; i < list->count; i++)
        add_line(teller, part,
                 arena_printf(teller->arena, "%s: %s.", lead, indicator_label(list->items[i])));
}

static void tell_areas(struct teller *teller, struct comparison_part *part,
                       const struct area_list *list, const char *lead)
{
    for (size_t i = 0; i < list->count; i++)
        add_line(teller, part, arena_printf(teller->arena, "%s: %s.", lead, list->items[i]->name));
}

static void tell_definitions(struct teller *teller)
{
    const struct edition_news *news = teller->news;
    struct comparison_part *part =
        begin_part(teller, words(teller, "Indikatorer og områder", "Indicators and areas"),
                   words(teller, "Hvad kun den ene udgave har, er ikke sammenlignet.",
                         "What only one of the editions has is not compared."));
    tell_indicators(teller, part, &news->new_indicators,
                    words(teller, "Ny indikator", "New indicator"));
    tell_indicators(teller, part, &news->gone_indicators,
                    words(teller, "Indikator udgået", "Indicator gone"));
    tell_areas(teller, part, &news->new_areas, words(teller, "Nyt område", "New area"));
    tell_areas(teller, part, &news->gone_areas, words(teller, "Område udgået", "Area gone"));
    end_part(teller, part,
             words(teller, "de samme indikatorer og områder", "the same indicators and areas"));
}

/* ---- All of it -------------------------------------------------------------------------------- */

/* An edition with the marks that its own catalogue asks for; an internal one is marked as that. */
static const char *edition_text(const struct teller *teller, const struct catalogue *catalogue,
                                const char *name, enum edition edition)
{
    struct catalogue named = *catalogue;
    const struct released_table table = {.catalogue = &named, .edition = edition};
    named.plan.edition = name;
    const char *text = printable_text(
        teller->arena, wording_edition(teller->arena, teller->language, &table), "", NULL);
    return edition == EDITION_INTERNAL
               ? text
               : arena_printf(teller->arena, "%s · %s", text, words(teller, "delt", "shared"));
}

static const char *nothing_text(const struct teller *teller)
{
    if (!teller->nothing_count)
        return "";
    return arena_printf(
        teller->arena, "%s: %s.",
        teller->told->count ? words(teller, "Ellers intet nyt", "Else nothing new")
                            : words(teller, "Intet nyt", "Nothing new"),
        change_listed(teller->arena, teller->language, teller->nothing, teller->nothing_count));
}

struct comparison comparison_tell(struct arena *arena, enum language language,
                                  const struct edition_news *news, const char *then_edition)
{
    struct comparison told = {.news = news};
    struct teller teller = {.arena = arena,
                            .language = language,
                            .speaker = {arena, language, news->now},
                            .news = news,
                            .told = &told};
    const struct released_table *then = news->then->table, *now = news->now->table;
    told.then = edition_text(&teller, news->definitions ? news->definitions : then->catalogue,
                             then_edition, then->edition);
    told.now = edition_text(&teller, now->catalogue, now->catalogue->plan.edition, now->edition);
    tell_verdicts(&teller);
    tell_moves(&teller);
    tell_revised(&teller);
    tell_new(&teller);
    tell_withdrawn(&teller);
    tell_definitions(&teller);
    told.nothing = nothing_text(&teller);
    return told;
}

const char *comparison_text(struct arena *arena, enum language language,
                            const struct comparison *comparison)
{
    struct page page = {.arena = arena, .language = language};
    page_fact(&page, say(language, "Plan", "Plan"), "%s",
              printable_text(arena, comparison->news->now->table->catalogue->plan.title, "", NULL));
    page_fact(&page, say(language, "Før", "Before"), "%s", comparison->then);
    page_fact(&page, say(language, "Nu", "Now"), "%s", comparison->now);
    for (size_t i = 0; i < comparison->count; i++) {
        const struct comparison_part *part = &comparison->parts[i];
        page_section(&page, part->heading);
        if (*part->basis)
            page_say(&page, "%s", part->basis);
        for (size_t j = 0; j < part->count; j++)
            page_item(&page, "%s", part->lines[j]);
    }
    page_gap(&page);
    if (*comparison->nothing)
        page_say(&page, "%s", comparison->nothing);
    page_say(&page, "%s", change_basis(language, comparison->news));
    page_say(&page, "%s", wording_no_cause(language));
    return page.text;
}
