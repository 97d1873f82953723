/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* strcasestr */
#include "pejling/model/groups.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Reads the digits at `*text`; false where there are none. */
static bool take_age(const char **text, int *age)
{
    char *end;
    if (!isdigit((unsigned char)**text))
        return false;
    long value = strtol(*text, &end, 10);
    *text = end;
    *age = value < OLDEST ? (int)value : OLDEST;
    return true;
}

static const char *skip_blanks(const char *text)
{
    while (*text == ' ')
        text++;
    return text;
}

/* Where `text` goes on behind one of the words; NULL where it begins with none of them. */
static const char *skip_word(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strncasecmp(text, words[i], strlen(words[i])) == 0)
            return skip_blanks(text + strlen(words[i]));
    return NULL;
}

static bool says_one_of(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcasestr(text, words[i]))
            return true;
    return false;
}

#define WORDS(list) (list), sizeof(list) / sizeof *(list)

/* `under 18`, `over 65`, `mindst 65`: from where `text` goes on behind the word. */
static bool take_limit(const char *text, struct age_band *band)
{
    static const char *const under[] = {"under "}, *const over[] = {"over "},
                             *const least[] = {"mindst ", "at least "};
    const char *age;
    *band = (struct age_band){0, OLDEST};
    if ((age = skip_word(text, WORDS(under))))
        return take_age(&age, &band->to) && band->to-- > 0;
    if ((age = skip_word(text, WORDS(over))))
        return take_age(&age, &band->from) && ++band->from < OLDEST;
    age = skip_word(text, WORDS(least));
    return age && take_age(&age, &band->from);
}

bool age_band_parse(const char *text, struct age_band *band)
{
    static const char *const dashes[] = {"-", "–", "—", "−", "/", "til ", "to "};
    static const char *const older[] = {"+", "derover", "opefter", "ældre", "and over", "older"};
    static const char *const younger[] = {"derunder", "yngre", "and under", "younger"};
    text = skip_blanks(text);
    if (take_limit(text, band))
        return true;
    if (!take_age(&text, &band->from))
        return false;
    band->to = band->from;
    const char *second = skip_word(skip_blanks(text), WORDS(dashes));
    if (second && take_age(&second, &band->to))
        return band->from <= band->to;
    if (says_one_of(text, WORDS(older)))
        band->to = OLDEST;
    if (says_one_of(text, WORDS(younger)))
        band->from = 0;
    return true;
}

/* The cells of one period, everybody first where there is such a cell. */
struct place {
    struct arena *arena;
    const struct cell **cells;
    size_t count;
    struct relation_list *found;
};

static double persons(const struct cell *cell)
{
    return cell->amounts.denominator;
}

static void add(struct place *place, const struct cell *whole, const struct cell *const *parts,
                size_t count, bool partial)
{
    struct relation_list *found = place->found;
    const struct cell **copy = arena_alloc(place->arena, count, sizeof *copy);
    memcpy(copy, parts, count * sizeof *copy);
    found->items = arena_grow(place->arena, found->items, found->count, &found->capacity,
                              sizeof *found->items);
    found->items[found->count++] = (struct relation){RELATION_GROUPS, whole, copy, count, partial};
}

/* The groups that could make up a whole, and those taken so far. */
struct sum_search {
    struct place *place;
    const struct cell *whole;
    const struct cell **parts, **taken;
    size_t count, taken_count;
    size_t steps;
};

/* Keeps what is taken as the whole's sum, where it has all its persons. */
static void keep_sum(struct sum_search *search)
{
    double left = persons(search->whole);
    for (size_t i = 0; i < search->taken_count; i++)
        left -= persons(search->taken[i]);
    if (search->taken_count && fabs(left) < 0.5)
        add(search->place, search->whole, search->taken, search->taken_count, false);
}

/* Takes one band of ages after the other, each from where the one before ends, up to `last`. */
static void chain_ages(struct sum_search *search, int from, int last)
{
    struct age_band band;
    if (from > last || search->whole->group == NULL)
        keep_sum(search);
    if (from > last || ++search->steps > GROUPS_STEPS)
        return;
    for (size_t i = 0; i < search->count; i++) {
        if (!age_band_parse(search->parts[i]->group, &band) || band.from != from || band.to > last)
            continue;
        search->taken[search->taken_count++] = search->parts[i];
        chain_ages(search, band.to + 1, last);
        search->taken_count--;
    }
}

/* Whether what is taken has the whole's count too: persons alone may add up by chance. */
static bool counts_add_up(const struct sum_search *search)
{
    double left = search->whole->amounts.numerator;
    for (size_t i = 0; i < search->taken_count; i++)
        left -= search->taken[i]->amounts.numerator;
    return fabs(left) < 0.5;
}

/* Takes groups without ages, or leaves them, as long as no more persons are taken than needed. */
static void fill_up(struct sum_search *search, size_t at, double left)
{
    if (left < 0.5 && counts_add_up(search))
        keep_sum(search);
    if (left < 0.5 || at == search->count || ++search->steps > GROUPS_STEPS)
        return;
    struct age_band band;
    const struct cell *part = search->parts[at];
    if (persons(part) < left + 0.5 && !age_band_parse(part->group, &band)) {
        search->taken[search->taken_count++] = part;
        fill_up(search, at + 1, left - persons(part));
        search->taken_count--;
    }
    fill_up(search, at + 1, left);
}

/* The age that the youngest of the groups begins with; OLDEST where none has ages. */
static int youngest(const struct sum_search *search)
{
    int age = OLDEST;
    struct age_band band;
    for (size_t i = 0; i < search->count; i++)
        if (age_band_parse(search->parts[i]->group, &band) && band.from < age)
            age = band.from;
    return age;
}

/* Every set of groups that makes up the whole. */
static void find_sums(struct place *place, const struct cell *whole)
{
    struct sum_search search = {.place = place, .whole = whole};
    struct age_band band;
    search.parts = arena_alloc(place->arena, place->count, sizeof *search.parts);
    search.taken = arena_alloc(place->arena, place->count, sizeof *search.taken);
    for (size_t i = 0; i < place->count; i++)
        if (place->cells[i] != whole && place->cells[i]->group && persons(place->cells[i]) > 0)
            search.parts[search.count++] = place->cells[i];
    if (whole->group && age_band_parse(whole->group, &band)) {
        chain_ages(&search, band.from, band.to);
    } else if (!whole->group && persons(whole) > 0) {
        chain_ages(&search, youngest(&search), OLDEST);
        search.steps = 0;
        fill_up(&search, 0, persons(whole));
    }
}

static bool lies_within(const struct cell *part, const struct cell *whole)
{
    struct age_band inner, outer;
    if (part == whole || !part->group)
        return false;
    if (!whole->group)
        return true;
    return age_band_parse(part->group, &inner) && age_band_parse(whole->group, &outer) &&
           outer.from <= inner.from && inner.to <= outer.to;
}

static void relate_place(struct place *place)
{
    for (size_t i = 0; i < place->count; i++) {
        const struct cell *whole = place->cells[i];
        find_sums(place, whole);
        for (size_t j = 0; j < place->count; j++)
            if (lies_within(place->cells[j], whole) &&
                persons(place->cells[j]) < persons(whole) - 0.5)
                add(place, whole, &place->cells[j], 1, true);
    }
}

static bool is_first_of_period(const struct cell *const *cells, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (!cells[i]->reason && period_compare(cells[i]->period, cells[at]->period) == 0)
            return false;
    return true;
}

struct relation_list groups_relate(struct arena *arena, const struct cell *const *cells,
                                   size_t count)
{
    struct relation_list found = {0};
    /* Everybody comes first, and given values have nobody to add up. */
    bool has_groups =
        count && cells[count - 1]->group && cells[0]->indicator->measure != MEASURE_VALUE;
    for (size_t i = 0; has_groups && i < count; i++) {
        if (cells[i]->reason || !is_first_of_period(cells, i))
            continue;
        struct place place = {arena, arena_alloc(arena, count, sizeof(struct cell *)), 0, &found};
        for (size_t j = i; j < count; j++)
            if (!cells[j]->reason && period_compare(cells[j]->period, cells[i]->period) == 0)
                place.cells[place.count++] = cells[j];
        if (place.count > 1)
            relate_place(&place);
    }
    return found;
}
