/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/news.h"

#include <string.h>

#include "pejling/base/text.h"
#include "pejling/present/csv_writer.h"
#include "pejling/present/indicator_order.h"
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

/* `a`, `a og b`, `a, b og c`. */
static const char *listed(const struct teller *teller, const char *const *words, size_t count)
{
    const char *list = count ? words[0] : "";
    for (size_t i = 1; i < count; i++)
        list =
            arena_printf(teller->arena, "%s%s%s", list,
                         i + 1 < count ? ", " : say(teller->language, " og ", " and "), words[i]);
    return list;
}

static const char *label_of(struct arena *arena, struct period period)
{
    char text[PERIOD_TEXT];
    return arena_copy(arena, period_label(text, period));
}

/* A set of periods in their order, each once. */
struct periods {
    struct period *items;
    size_t count, capacity;
};

static void add_period(struct arena *arena, struct periods *periods, struct period period)
{
    size_t at = periods->count;
    while (at > 0 && period_compare(periods->items[at - 1], period) > 0)
        at--;
    if (at > 0 && period_compare(periods->items[at - 1], period) == 0)
        return;
    periods->items = arena_grow(arena, periods->items, periods->count, &periods->capacity,
                                sizeof *periods->items);
    memmove(periods->items + at + 1, periods->items + at,
            (periods->count - at) * sizeof *periods->items);
    periods->items[at] = period;
    periods->count++;
}

/* `2023`, `2022 og 2023`, or where there are many `seks perioder fra 2014 til 2023`. */
static const char *periods_text(const struct teller *teller, const struct periods *periods)
{
    const char *labels[IN_ROW];
    if (periods->count > IN_ROW)
        return arena_printf(
            teller->arena,
            say(teller->language, "%s perioder fra %s til %s", "%s periods from %s to %s"),
            words_count(teller->speaker, periods->count, WORDS_COMMON),
            label_of(teller->arena, periods->items[0]),
            label_of(teller->arena, periods->items[periods->count - 1]));
    for (size_t i = 0; i < periods->count; i++)
        labels[i] = label_of(teller->arena, periods->items[i]);
    return listed(teller, labels, periods->count);
}

/* ---- Verdicts ---------------------------------------------------------------------------------
 */

static const char *revised_text(const struct teller *teller, size_t count)
{
    return arena_printf(teller->arena, "%s %s", words_count(teller->speaker, count, WORDS_NEUTER),
                        say(teller->language, "tal er revideret",
                            count == 1 ? "figure was revised" : "figures were revised"));
}

/* What else has happened to the area's own figures; it stands beside the verdict as a fact. */
static const char *beside_text(const struct teller *teller, const struct area_news *item)
{
    struct arena *arena = teller->arena;
    struct periods added = {NULL, 0, 0};
    for (size_t i = 0; i < item->added_count; i++)
        add_period(arena, &added, item->added[i]->from);
    const char *come = added.count ? arena_printf(arena,
                                                  say(teller->language, "der er kommet tal for %s",
                                                      "there are new figures for %s"),
                                                  periods_text(teller, &added))
                                   : "";
    const char *revised = item->revised_count ? revised_text(teller, item->revised_count) : "";
    if (!*come && !*revised)
        return say(teller->language, "området selv har ingen nye eller reviderede tal",
                   "the area itself has no new or revised figures");
    const char *both = *come && *revised ? say(teller->language, ", og ", ", and ") : "";
    return arena_printf(arena, "%s%s%s", come, both, revised);
}

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
        say(teller->language, "%s, %s: vurderingen af afstanden er ændret fra »%s« til »%s«; %s",
            "%s, %s: the verdict on the gap has changed from »%s« to »%s«; %s"),
        indicator_label(item->indicator), item->area->name,
        wording_verdict(teller->arena, teller->language, news->then, item->indicator, item->area),
        wording_verdict(teller->arena, teller->language, news->now, item->indicator, item->area),
        beside_text(teller, item));
    tell(teller, sentence);
}

/* ---- Figures that have come -------------------------------------------------------------------
 */

/* The news of one indicator over all its areas. */
struct indicator_news {
    const struct indicator *indicator;
    struct periods added;
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
        if (item->indicator != all->indicator || !item->added_count ||
            (item->area->role == AREA_MUNICIPALITY) != of_municipality)
            continue;
        for (size_t j = 0; j < item->added_count; j++)
            add_period(teller->arena, &all->added, item->added[j]->from);
        if (!all->example)
            all->example = item->added[item->added_count - 1];
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
            all.revised += news->items[i].revised_count;
    gather_added(teller, &all, false);
    if (!all.added.count)
        gather_added(teller, &all, true);
    all.is_new = all.added.count && !all.of_municipality && !was_there(news, indicator);
    all.added_text = periods_text(teller, &all.added);
    return all;
}

/* `: a, b og c`, or nothing where they are too many to name. */
static const char *names_text(const struct teller *teller, const char *const *names, size_t count)
{
    return count > NAMED ? "" : arena_printf(teller->arena, ": %s", listed(teller, names, count));
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
static const char *value_text(const struct teller *teller, const struct revised_level *revised)
{
    struct arena *arena = teller->arena;
    const char *before = wording_value(arena, teller->language, revised->then);
    const char *value = wording_value(arena, teller->language, revised->now);
    const char *word = strcmp(before, value) == 0 ? say(teller->language, "stadig", "still")
                                                  : say(teller->language, "nu", "now");
    return arena_printf(arena, ", %s %s" NBSP "%s", word, value, revised->now->indicator->unit);
}

/* `Ringparken 2021 og 2022`; with one figure alone what it is now, for that needs no table. */
static const char *revised_place(const struct teller *teller, const struct area_news *item,
                                 bool alone)
{
    struct arena *arena = teller->arena;
    struct periods periods = {NULL, 0, 0};
    for (size_t i = 0; i < item->revised_count; i++)
        add_period(arena, &periods, item->revised[i].now->from);
    const char *place = arena_printf(arena, periods.count > IN_ROW ? "%s, %s" : "%s %s",
                                     item->area->name, periods_text(teller, &periods));
    return alone ? arena_printf(arena, "%s%s", place, value_text(teller, &item->revised[0]))
                 : place;
}

static void tell_revised(struct teller *teller, const struct indicator_news *all)
{
    const struct edition_news *news = teller->news;
    struct sentence sentence = {.text = ""};
    const char *where = "";
    size_t areas = 0;
    for (size_t i = 0; i < news->count; i++) {
        const struct area_news *item = &news->items[i];
        if (item->indicator != all->indicator || !item->revised_count)
            continue;
        where = arena_printf(teller->arena, "%s%s %s", where, areas++ ? ";" : ":",
                             revised_place(teller, item, all->revised == 1));
        for (size_t j = 0; j < item->revised_count; j++)
            sentence_quote(&sentence, item->revised[j].now);
    }
    if (areas > NAMED)
        where = "";
    sentence.text = arena_printf(teller->arena, "%s: %s%s", indicator_label(all->indicator),
                                 revised_text(teller, all->revised), where);
    tell(teller, sentence);
}

/* ---- All of it --------------------------------------------------------------------------------
 */

static const char *basis_text(const struct teller *teller)
{
    if (teller->news->now->table->edition == EDITION_INTERNAL)
        return arena_printf(
            teller->arena,
            say(teller->language,
                "Sammenlignet med, hvad den delte udgave %s viste; begge udgaver er vurderet efter "
                "samme regel. Denne interne udgave regner også med tal, som var skjult eller "
                "afrundet dér, og en vurdering kan være en anden alene af den grund.",
                "Compared with what the shared edition %s showed; both editions are judged by the "
                "same rule. This internal edition also computes with figures that were hidden or "
                "rounded there, and a verdict may be another for that reason alone."),
            teller->earlier);
    return arena_printf(
        teller->arena,
        say(teller->language,
            "Sammenlignet med udgaven %s. Begge udgaver er vurderet efter samme regel ud fra de "
            "tal, de hver især viser.",
            "Compared with the edition %s. Both editions are judged by the same rule, each on the "
            "figures it shows."),
        teller->earlier);
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
    for (size_t i = 0; i < indicators; i++)
        all[i] = gather(&teller, &catalogue->indicators[i]);
    tell_new_indicators(&teller, all, indicators);
    for (size_t i = 0; i < indicators; i++)
        if (all[i].added.count && !all[i].is_new && !all[i].told)
            tell_added(&teller, &all[i], indicators - i);
    for (size_t i = 0; i < indicators; i++)
        if (all[i].revised)
            tell_revised(&teller, &all[i]);
    if (!teller.count)
        tell_nothing(&teller);
    told.items = teller.items;
    told.count = teller.count;
    return told;
}

/* ---- The table --------------------------------------------------------------------------------
 */

static const struct sheet_column danish_columns[] = {
    {"kind", "Nyt"},
    {"indicator", "Indikator"},
    {"area", "Område"},
    {"period", "Periode"},
    {"then", "Før"},
    {"now", "Nu"},
    {"unit", "Enhed"},
    {"numerator_then", "Tæller før"},
    {"numerator_now", "Tæller nu"},
    {"denominator_then", "Nævner før"},
    {"denominator_now", "Nævner nu"},
    {"earlier", "Før: udgave"},
    {"edition", "Udgave"},
};

static const struct sheet_column english_columns[] = {
    {"kind", "News"},
    {"indicator", "Indicator"},
    {"area", "Area"},
    {"period", "Period"},
    {"then", "Before"},
    {"now", "Now"},
    {"unit", "Unit"},
    {"numerator_then", "Numerator before"},
    {"numerator_now", "Numerator now"},
    {"denominator_then", "Denominator before"},
    {"denominator_now", "Denominator now"},
    {"earlier", "Before: edition"},
    {"edition", "Edition"},
};
_Static_assert(sizeof danish_columns == sizeof english_columns, "the same columns in both");

struct table {
    struct sheet sheet;
    enum language language;
    const struct edition_news *news;
    const char *earlier;
};

static void begin_row(struct table *table, const char *kind, const struct area_news *item,
                      const char *period)
{
    sheet_add_text(&table->sheet, kind);
    sheet_add_text(&table->sheet, item->indicator->name);
    sheet_add_text(&table->sheet, item->area->name);
    sheet_add_text(&table->sheet, period);
}

/* The counts of a revised figure, where the editions tell them; blank in other rows. */
static void end_row(struct table *table, const char *unit, const struct released_cell *then,
                    const struct released_cell *now)
{
    struct sheet *sheet = &table->sheet;
    sheet_add_text(sheet, unit);
    sheet_add_number_if(sheet, then && then->has_numerator, then ? then->numerator : 0,
                        SHEET_EXACT);
    sheet_add_number_if(sheet, now && now->has_numerator, now ? now->numerator : 0, SHEET_EXACT);
    sheet_add_number_if(sheet, then && then->denominator > 0, then ? then->denominator : 0,
                        SHEET_EXACT);
    sheet_add_number_if(sheet, now && now->denominator > 0, now ? now->denominator : 0,
                        SHEET_EXACT);
    sheet_add_text(sheet, table->earlier);
    sheet_add_text(sheet, wording_edition(sheet->arena, table->language, table->news->now->table));
}

static void add_level(struct sheet *sheet, const struct finding *level)
{
    sheet_add_number(sheet, level->estimate.value, wording_decimals(level));
}

static void add_verdict_row(struct table *table, const struct area_news *item)
{
    const struct edition_news *news = table->news;
    struct arena *arena = table->sheet.arena;
    begin_row(table, say(table->language, "ændret vurdering", "changed verdict"), item, "");
    sheet_add_text(&table->sheet, wording_verdict(arena, table->language, news->then,
                                                  item->indicator, item->area));
    sheet_add_text(&table->sheet,
                   wording_verdict(arena, table->language, news->now, item->indicator, item->area));
    end_row(table, "", NULL, NULL);
}

static void add_new_row(struct table *table, const struct area_news *item,
                        const struct finding *level)
{
    begin_row(table, say(table->language, "nyt tal", "new figure"), item,
              label_of(table->sheet.arena, level->from));
    sheet_add_blank(&table->sheet);
    add_level(&table->sheet, level);
    end_row(table, item->indicator->unit, NULL, NULL);
}

static void add_revised_row(struct table *table, const struct area_news *item,
                            const struct revised_level *revised)
{
    begin_row(table, say(table->language, "revideret tal", "revised figure"), item,
              label_of(table->sheet.arena, revised->now->from));
    add_level(&table->sheet, revised->then);
    add_level(&table->sheet, revised->now);
    end_row(table, item->indicator->unit, revised->cell_then, revised->cell_now);
}

struct sheet news_sheet(struct arena *arena, enum language language,
                        const struct edition_news *news, const char *earlier)
{
    struct table table = {
        sheet_make(arena, language == LANGUAGE_ENGLISH ? english_columns : danish_columns,
                   sizeof danish_columns / sizeof *danish_columns),
        language, news, earlier};
    for (size_t i = 0; i < news->count; i++)
        if (news->items[i].verdict_changed)
            add_verdict_row(&table, &news->items[i]);
    for (size_t i = 0; i < news->count; i++)
        for (size_t j = 0; j < news->items[i].added_count; j++)
            add_new_row(&table, &news->items[i], news->items[i].added[j]);
    for (size_t i = 0; i < news->count; i++)
        for (size_t j = 0; j < news->items[i].revised_count; j++)
            add_revised_row(&table, &news->items[i], &news->items[i].revised[j]);
    return table.sheet;
}

bool news_write(const struct place *place, const struct edition_news *news, const char *earlier)
{
    struct sheet sheet =
        news_sheet(place->diagnostics->arena, place->diagnostics->language, news, earlier);
    return csv_write(place, "tabeller/nyt.csv", &sheet, CSV_DANISH);
}
