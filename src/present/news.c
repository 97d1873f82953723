/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/news.h"

#include <string.h>

#include "pejling/base/text.h"
#include "pejling/present/change_words.h"
#include "pejling/present/csv_writer.h"
#include "pejling/present/indicator_order.h"
#include "pejling/present/news_sheet.h"
#include "pejling/present/sentence_words.h"
#include "pejling/present/wording.h"

#define NAMED 8  /* the most indicators, areas or periods that one sentence names */
#define IN_ROW 3 /* the most periods named one by one */
#define NBSP "\xC2\xA0"

struct teller {
    const struct speaker *speaker;
    struct arena *arena;
    enum language language;
    const struct edition_news *news;
    const char *earlier;
    struct sentence *items;
    size_t count, capacity;
};

static void tell(struct teller *teller, struct sentence sentence)
{
    const char *text = sentence.text;
    sentence.text = "";
    words_add(teller->speaker, &sentence, text);
    teller->items = arena_grow(teller->arena, teller->items, teller->count, &teller->capacity,
                               sizeof *teller->items);
    teller->items[teller->count++] = sentence;
}

/* ---- Small words ------------------------------------------------------------------------------
 */

/* `To indikatorer`, to begin a sentence with. */
static const char *indicators_text(const struct teller *teller, size_t count)
{
    return text_capitalised(
        teller->arena,
        arena_printf(teller->arena, "%s %s", words_count(teller->speaker, count, WORDS_COMMON),
                     count == 1 ? say(teller->language, "indikator", "indicator")
                                : say(teller->language, "indikatorer", "indicators")));
}

static const char *revised_text(const struct teller *teller, size_t count)
{
    return arena_printf(teller->arena, "%s %s", words_count(teller->speaker, count, WORDS_NEUTER),
                        say(teller->language, "tal er revideret",
                            count == 1 ? "figure was revised" : "figures were revised"));
}

/* Whose new figures and moves are told on the page; others stand in the table. */
static bool is_followed(const struct area *area)
{
    return area->role == AREA_ESTATE || area->role == AREA_TOTAL || area->role == AREA_MUNICIPALITY;
}

static const struct finding *level_of(const struct teller *teller, const struct released_cell *cell)
{
    return finding_at(teller->news->now, cell->indicator, cell->area, STATISTIC_LEVEL,
                      cell->period);
}

static bool is_told_as_revised(const struct cell_change *change)
{
    return change->kind == CHANGE_REVISED && !change->follows;
}

static size_t count_revised(const struct area_news *item)
{
    size_t count = 0;
    for (size_t i = 0; i < item->change_count; i++)
        count += is_told_as_revised(&item->changes[i]);
    return count;
}

/* ---- Verdicts ---------------------------------------------------------------------------------
 */

static void tell_verdict(struct teller *teller, const struct area_news *item)
{
    const struct edition_news *news = teller->news;
    struct sentence sentence = {.text = ""};
    struct period none = {.kind = PERIOD_UNKNOWN};
    sentence_quote(&sentence,
                   finding_at(news->now, item->indicator, item->area, STATISTIC_VERDICT, none));
    sentence_quote(&sentence, item->latest);
    sentence.text = arena_printf(
        teller->arena,
        say(teller->language,
            "%s, %s: vurderingen af afstanden er ændret fra »%s« til »%s«; det følger af %s",
            "%s, %s: the verdict on the gap has changed from »%s« to »%s«; that follows from %s"),
        indicator_label(item->indicator), item->area->name,
        wording_verdict_as(teller->arena, teller->language, news->then->table, item->indicator,
                           item->area, item->verdict_then),
        wording_verdict(teller->arena, teller->language, news->now, item->indicator, item->area),
        change_causes(teller->arena, teller->language, item));
    tell(teller, sentence);
}

/* ---- What has moved beyond noise --------------------------------------------------------------
 */

static const char *level_text(const struct teller *teller, const struct finding *finding)
{
    return arena_printf(teller->arena, "%s" NBSP "%s %s",
                        wording_value(teller->arena, teller->language, finding),
                        wording_unit(teller->arena, teller->language, finding),
                        words_in(teller->speaker, finding->from));
}

static void tell_move(struct teller *teller, const struct area_news *item,
                      const struct latest_move *move, const char *what)
{
    struct sentence sentence = {.text = ""};
    if (!move->to)
        return;
    sentence_quote(&sentence, move->from);
    sentence_quote(&sentence, move->to);
    sentence.text = arena_printf(
        teller->arena,
        say(teller->language,
            "%s, %s: %s har flyttet sig mere end tilfældige udsving plejer at "
            "give, fra %s til %s%s",
            "%s, %s: %s has moved more than random variation usually gives, from %s to %s%s"),
        indicator_label(item->indicator), item->area->name, what, level_text(teller, move->from),
        level_text(teller, move->to), change_direction(teller->language, move));
    tell(teller, sentence);
}

static void tell_moves(struct teller *teller, const struct area_news *item)
{
    enum language language = teller->language;
    if (!is_followed(item->area))
        return;
    tell_move(teller, item, &item->level, say(language, "niveauet", "the level"));
    if (item->gap.to)
        tell_move(teller, item, &item->gap,
                  arena_printf(teller->arena, say(language, "afstanden til %s", "the gap to %s"),
                               words_comparator(language, item->gap.to->comparator)));
}

/* ---- Figures that have come -------------------------------------------------------------------
 */

/* The news of one indicator over all its areas. */
struct indicator_news {
    const struct indicator *indicator;
    struct change_periods added;
    const char *added_text;        /* the same in words */
    const struct finding *example; /* the latest level that has come, of the first area */
    bool of_municipality;          /* what has come is of the municipality alone */
    bool is_new;                   /* the earlier edition had no figure of it */
    bool told;
    size_t revised;
};

static bool was_there(const struct edition_news *news, const struct indicator *indicator)
{
    const struct catalogue *catalogue = news->now->table->catalogue;
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (finding_latest(news->then, indicator, &catalogue->areas[i], STATISTIC_LEVEL))
            return true;
    return false;
}

/* Notes what has come in the areas, or with `of_municipality` in the municipality. */
static void gather_added(const struct teller *teller, struct indicator_news *all,
                         bool of_municipality)
{
    const struct edition_news *news = teller->news;
    for (size_t i = 0; i < news->count; i++) {
        const struct area_news *item = &news->items[i];
        const struct finding *latest = NULL;
        if (item->indicator != all->indicator || !is_followed(item->area) ||
            (item->area->role == AREA_MUNICIPALITY) != of_municipality)
            continue;
        for (size_t j = 0; j < item->change_count; j++) {
            const struct released_cell *cell = item->changes[j].cell;
            if (item->changes[j].kind != CHANGE_NEW || cell->group)
                continue;
            change_periods_add(teller->arena, &all->added, cell->period);
            latest = level_of(teller, cell);
        }
        if (!all->example)
            all->example = latest;
    }
    all->of_municipality = of_municipality;
}

/* The municipality's own new years are told where there are none of the plan's areas. */
static struct indicator_news gather(const struct teller *teller, const struct indicator *indicator)
{
    const struct edition_news *news = teller->news;
    struct indicator_news all = {.indicator = indicator};
    for (size_t i = 0; i < news->count; i++)
        if (news->items[i].indicator == indicator)
            all.revised += count_revised(&news->items[i]);
    gather_added(teller, &all, false);
    if (!all.added.count)
        gather_added(teller, &all, true);
    all.is_new = all.added.count && !all.of_municipality && !was_there(news, indicator);
    all.added_text = change_periods_text(teller->arena, teller->language, &all.added);
    return all;
}

/* `: a, b og c`, or nothing where they are too many to name. */
static const char *names_text(const struct teller *teller, const char *const *names, size_t count)
{
    return count > NAMED
               ? ""
               : arena_printf(teller->arena, ": %s",
                              change_listed(teller->arena, teller->language, names, count));
}

static void tell_new_indicators(struct teller *teller, struct indicator_news *all, size_t count)
{
    const char **names = arena_alloc(teller->arena, count, sizeof *names);
    struct sentence sentence = {.text = ""};
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        if (!all[i].is_new)
            continue;
        names[found++] = indicator_label(all[i].indicator);
        sentence_quote(&sentence, all[i].example);
    }
    if (!found)
        return;
    const char *are =
        found == 1 ? say(teller->language, "er ny siden udgaven", "is new since the edition")
                   : say(teller->language, "er nye siden udgaven", "are new since the edition");
    sentence.text = arena_printf(teller->arena, "%s %s %s%s", indicators_text(teller, found), are,
                                 teller->earlier, names_text(teller, names, found));
    tell(teller, sentence);
}

/* One sentence for all indicators that have got figures for the same periods as `first`. */
static void tell_added(struct teller *teller, struct indicator_news *first, size_t count)
{
    const char **names = arena_alloc(teller->arena, count, sizeof *names);
    struct sentence sentence = {.text = ""};
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        struct indicator_news *other = first + i;
        if (!other->added.count || other->is_new || other->told ||
            other->of_municipality != first->of_municipality ||
            strcmp(other->added_text, first->added_text) != 0)
            continue;
        other->told = true;
        names[found++] = indicator_label(other->indicator);
        sentence_quote(&sentence, other->example);
    }
    const char *have = say(teller->language, "har fået tal for",
                           found == 1 ? "has new figures for" : "have new figures for");
    bool one = teller->news->now->table->catalogue->plan.municipality != NULL; /* or several */
    const char *only =
        !first->of_municipality ? ""
        : one ? say(teller->language, ", men kun for kommunen", ", but of the municipality alone")
              : say(teller->language, ", men kun for kommunerne", ", but of municipalities alone");
    sentence.text = arena_printf(teller->arena, "%s %s %s%s%s", indicators_text(teller, found),
                                 have, first->added_text, only, names_text(teller, names, found));
    tell(teller, sentence);
}

/* ---- Figures that were revised ----------------------------------------------------------------
 */

/* `, nu 32,2 pct.`; or `stadig`, where the revision is too small to be seen. */
static const char *value_text(const struct teller *teller, const struct cell_change *revised)
{
    struct arena *arena = teller->arena;
    const struct indicator *indicator = revised->cell->indicator;
    char before[NUMBER_TEXT], value[NUMBER_TEXT];
    wording_number(before, teller->language, revised->then->value, indicator->decimals);
    wording_number(value, teller->language, revised->now->value, indicator->decimals);
    const char *word = strcmp(before, value) == 0 ? say(teller->language, "stadig", "still")
                                                  : say(teller->language, "nu", "now");
    return arena_printf(arena, ", %s %s" NBSP "%s", word, value, indicator->unit);
}

/* Whether two revised figures are told together: those of one group in one area. */
static bool go_together(const struct cell_change *a, const struct cell_change *b)
{
    return is_told_as_revised(b) && group_compare(a->cell->group, b->cell->group) == 0;
}

/* As `afd. 15`, which would run into a year. */
static bool ends_with_digit(const char *name)
{
    size_t length = strlen(name);
    return length && name[length - 1] >= '0' && name[length - 1] <= '9';
}

/*
 * `Ringparken 2021 og 2022`, `afd. 15, 2021`, `Ringparken, 0-17 år, 2021`; with one figure alone what it is now, for
 * that needs no table. A group's figure is no finding, and a sentence tells none but those.
 */
static const char *revised_place(const struct teller *teller, const struct area_news *item,
                                 const struct cell_change *first, bool alone)
{
    struct arena *arena = teller->arena;
    struct change_periods periods = {NULL, 0, 0};
    const char *group = first->cell->group;
    for (const struct cell_change *each = first; each < item->changes + item->change_count; each++)
        if (go_together(first, each))
            change_periods_add(arena, &periods, each->cell->period);
    const char *name =
        group ? arena_printf(arena, "%s, %s", item->area->name, group) : item->area->name;
    bool parted = periods.count > IN_ROW || group || ends_with_digit(name);
    const char *place = arena_printf(arena, "%s%s %s", name, parted ? "," : "",
                                     change_periods_text(arena, teller->language, &periods));
    return alone && !group ? arena_printf(arena, "%s%s", place, value_text(teller, first)) : place;
}

struct revised_list {
    struct sentence *sentence;
    const char *where;
    size_t places;
};

static void add_revised(struct teller *teller, const struct indicator_news *all,
                        const struct area_news *item, struct revised_list *list)
{
    const struct cell_change *last = NULL;
    for (size_t i = 0; i < item->change_count; i++) {
        const struct cell_change *change = &item->changes[i];
        if (!is_told_as_revised(change))
            continue;
        sentence_quote(list->sentence, level_of(teller, change->cell));
        if (!last || !go_together(last, change))
            list->where =
                arena_printf(teller->arena, "%s%s %s", list->where, list->places++ ? ";" : ":",
                             revised_place(teller, item, change, all->revised == 1));
        last = change;
    }
}

static void tell_revised(struct teller *teller, const struct indicator_news *all)
{
    const struct edition_news *news = teller->news;
    struct sentence sentence = {.text = ""};
    struct revised_list list = {&sentence, "", 0};
    for (size_t i = 0; i < news->count; i++)
        if (news->items[i].indicator == all->indicator)
            add_revised(teller, all, &news->items[i], &list);
    sentence.text =
        arena_printf(teller->arena, "%s: %s%s", indicator_label(all->indicator),
                     revised_text(teller, all->revised), list.places > NAMED ? "" : list.where);
    tell(teller, sentence);
}

/* ---- Figures that are gone, hidden or shown ---------------------------------------------------
 */

static size_t count_kind(const struct teller *teller, enum change_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < teller->news->count; i++)
        for (size_t j = 0; j < teller->news->items[i].change_count; j++)
            count += teller->news->items[i].changes[j].kind == kind;
    return count;
}

/* How many, in one sentence; which they are stands in the table. */
static void tell_withdrawn(struct teller *teller)
{
    static const struct {
        enum change_kind kind;
        const char *danish, *english;
    } kinds[] = {{CHANGE_GONE, "er ikke længere med", "no longer there"},
                 {CHANGE_HIDDEN, "er nu skjult", "now hidden"},
                 {CHANGE_SHOWN, "er nu vist", "now shown"}};
    const char *words[3];
    size_t found = 0;
    struct sentence sentence = {.text = ""};
    for (size_t i = 0; i < 3; i++) {
        size_t count = count_kind(teller, kinds[i].kind);
        if (count)
            words[found++] = arena_printf(teller->arena, "%s %s",
                                          words_count(teller->speaker, count, WORDS_NEUTER),
                                          say(teller->language, kinds[i].danish, kinds[i].english));
    }
    if (!found)
        return;
    sentence.text =
        arena_printf(teller->arena,
                     say(teller->language, "Af tallene i udgaven %s: %s",
                         "Of the figures of the edition %s: %s"),
                     teller->earlier, change_listed(teller->arena, teller->language, words, found));
    tell(teller, sentence);
}

/* ---- All of it --------------------------------------------------------------------------------
 */

static const char *basis_text(const struct teller *teller)
{
    const char *basis = change_basis(teller->language, teller->news);
    if (teller->news->now->table->edition == EDITION_INTERNAL)
        return arena_printf(
            teller->arena,
            say(teller->language,
                "Sammenlignet med, hvad den delte udgave %s viste. %s Denne interne udgave regner "
                "også med tal, som var skjult eller afrundet dér, og en vurdering kan være en "
                "anden alene af den grund.",
                "Compared with what the shared edition %s showed. %s This internal edition also "
                "computes with figures that were hidden or rounded there, and a verdict may be "
                "another for that reason alone."),
            teller->earlier, basis);
    return arena_printf(teller->arena,
                        say(teller->language, "Sammenlignet med udgaven %s. %s",
                            "Compared with the edition %s. %s"),
                        teller->earlier, basis);
}

static void tell_nothing(struct teller *teller)
{
    struct sentence sentence = {.text = ""};
    sentence.text = arena_printf(
        teller->arena,
        say(teller->language,
            "Intet nyt for områderne og kommunen: ingen nye eller reviderede tal og de samme "
            "vurderinger som i udgaven %s",
            "Nothing new of the areas and the municipality: no new or revised figures, and the "
            "same verdicts as in the edition %s"),
        teller->earlier);
    tell(teller, sentence);
}

struct news news_tell(const struct speaker *speaker, const struct edition_news *news,
                      const char *earlier)
{
    const struct catalogue *catalogue = news->now->table->catalogue;
    size_t indicators = catalogue->indicator_count;
    struct teller teller = {.speaker = speaker,
                            .arena = speaker->arena,
                            .language = speaker->language,
                            .news = news,
                            .earlier = earlier};
    struct news told = {.basis = basis_text(&teller), .compared = news, .earlier = earlier};
    struct indicator_news *all = arena_alloc(speaker->arena, indicators, sizeof *all);
    for (size_t i = 0; i < news->count; i++)
        if (news->items[i].verdict_changed)
            tell_verdict(&teller, &news->items[i]);
    for (size_t i = 0; i < news->count; i++)
        tell_moves(&teller, &news->items[i]);
    for (size_t i = 0; i < indicators; i++)
        all[i] = gather(&teller, &catalogue->indicators[i]);
    tell_new_indicators(&teller, all, indicators);
    for (size_t i = 0; i < indicators; i++)
        if (all[i].added.count && !all[i].is_new && !all[i].told)
            tell_added(&teller, &all[i], indicators - i);
    for (size_t i = 0; i < indicators; i++)
        if (all[i].revised)
            tell_revised(&teller, &all[i]);
    tell_withdrawn(&teller);
    if (!teller.count)
        tell_nothing(&teller);
    told.items = teller.items;
    told.count = teller.count;
    return told;
}

struct news news_refused(struct arena *arena, enum language language, const char *earlier,
                         const char *reason)
{
    struct news news = {.earlier = earlier};
    news.basis = arena_printf(arena,
                              say(language, "Der sammenlignes ikke med udgaven %s: %s.",
                                  "The edition %s is not compared with: %s."),
                              earlier, reason);
    return news;
}

bool news_write(const struct place *place, const struct edition_news *news, const char *earlier)
{
    struct sheet sheet = news_sheet(place->diagnostics->arena, place->diagnostics->language,
                                    NEWS_FOR_READERS, news, earlier);
    return csv_write(place, "tabeller/nyt.csv", &sheet, CSV_DANISH);
}
