/* SPDX-License-Identifier: GPL-3.0-or-later */
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

/* Whether `text` goes on with one of the words that may stand between two ages. */
static const char *skip_dash(const char *text)
{
    static const char *const dashes[] = {"-", "–", "til", "to"};
    text = skip_blanks(text);
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (strncasecmp(text, dashes[i], strlen(dashes[i])) == 0)
            return skip_blanks(text + strlen(dashes[i]));
    return NULL;
}

bool age_band_parse(const char *text, struct age_band *band)
{
    static const char under[] = "under ";
    text = skip_blanks(text);
    bool is_under = strncasecmp(text, under, sizeof under - 1) == 0;
    if (is_under)
        text = skip_blanks(text + sizeof under - 1);
    if (!take_age(&text, &band->from))
        return false;
    band->to = band->from;
    if (is_under) {
        band->to = band->from - 1;
        band->from = 0;
        return true;
    }
    const char *second = skip_dash(text);
    if (second && take_age(&second, &band->to))
        return band->from <= band->to;
    if (strchr(text, '+') || strstr(text, "over"))
        band->to = OLDEST;
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

/* Whether a set of groups holds another set that is a whole already. */
static bool holds_one(unsigned set, const unsigned *sets, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if ((sets[i] & set) == sets[i])
            return true;
    return false;
}

/* Every smallest set of other groups with exactly the persons of `whole`. */
static void find_sums(struct place *place, const struct cell *whole)
{
    const struct cell *parts[GROUPS_SEARCHED], *chosen[GROUPS_SEARCHED];
    unsigned sets[1u << GROUPS_SEARCHED];
    size_t count = 0, set_count = 0;
    for (size_t i = 0; i < place->count && count < GROUPS_SEARCHED; i++)
        if (place->cells[i] != whole && place->cells[i]->group &&
            persons(place->cells[i]) <= persons(whole))
            parts[count++] = place->cells[i];
    for (unsigned set = 1; set < 1u << count; set++) {
        double sum = 0;
        size_t members = 0;
        for (size_t i = 0; i < count; i++)
            if (set >> i & 1) {
                sum += persons(parts[i]);
                chosen[members++] = parts[i];
            }
        if (fabs(sum - persons(whole)) > 0.5 || holds_one(set, sets, set_count))
            continue;
        sets[set_count++] = set;
        add(place, whole, chosen, members, false);
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
