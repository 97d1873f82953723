/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/area_match.h"

#include <string.h>

#include "pejling/base/text.h"

#define MOST_ZEROS 3 /* that a code can have lost at its front */
#define MUNICIPALITY_WORD "kommune"

static const struct area *by_name(const struct catalogue *catalogue, const char *folded)
{
    const struct area *area = catalogue_area(catalogue, folded);
    return area && area->role != AREA_REST ? area : NULL;
}

/* A number, with the zeros it may have lost, or without those it has. */
static const struct area *by_number(const struct catalogue *catalogue, struct arena *scratch,
                                    const char *digits)
{
    const struct area *area = by_name(catalogue, digits + strspn(digits, "0"));
    for (size_t zeros = 1; zeros <= MOST_ZEROS && !area; zeros++)
        area = by_name(catalogue, arena_printf(scratch, "%.*s%s", (int)zeros, "000", digits));
    return area;
}

static const struct area *by_bare_name(const struct catalogue *catalogue, struct arena *scratch,
                                       const char *name)
{
    const struct area *area =
        by_name(catalogue, arena_printf(scratch, "%s " MUNICIPALITY_WORD, name));
    if (!area || area->role != AREA_MUNICIPALITY) {
        size_t length = strlen(name), word = strlen(" " MUNICIPALITY_WORD);
        bool is_long = length > word && strcmp(name + length - word, " " MUNICIPALITY_WORD) == 0;
        area = is_long ? by_name(catalogue, arena_text(scratch, name, length - word)) : NULL;
    }
    return area && area->role == AREA_MUNICIPALITY ? area : NULL;
}

/* Whether the area is known by a three-digit number; then another such number is another area. */
static bool has_other_number(const struct area *area, const char *number, size_t length)
{
    if (length != 3)
        return false;
    for (const char *alias = area->aliases; *alias;) {
        size_t size = strcspn(alias, "|");
        if (size == 3 && strspn(alias, "0123456789") >= 3)
            return strncmp(alias, number, 3) != 0;
        alias += size + (alias[size] == '|');
    }
    return false;
}

/* `330 slagelse`, `12. slagelse`. */
static const struct area *by_number_and_name(const struct catalogue *catalogue,
                                             struct arena *scratch, const char *folded)
{
    size_t digits = strspn(folded, "0123456789");
    const char *name = folded + digits + strspn(folded + digits, ". -");
    if (digits == 0 || digits > 6 || name == folded + digits || *name == '\0')
        return NULL;
    const struct area *numbered =
        by_number(catalogue, scratch, arena_text(scratch, folded, digits));
    const struct area *named = by_name(catalogue, name);
    if (!named)
        named = by_bare_name(catalogue, scratch, name);
    if (!named || (numbered && numbered != named) || has_other_number(named, folded, digits))
        return NULL;
    return named;
}

/* `hele landet` and the like, in a plan with one country. */
static const struct area *by_country(const struct catalogue *catalogue, const char *folded)
{
    static const char *const names[] = {"hele landet", "landet",  "danmark",
                                        "all denmark", "denmark", "hele danmark"};
    const struct area *country = NULL;
    bool is_country = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        is_country = is_country || strcmp(names[i], folded) == 0;
    for (size_t i = 0; i < catalogue->area_count && is_country; i++)
        if (catalogue->areas[i].role == AREA_COUNTRY) {
            if (country)
                return NULL;
            country = &catalogue->areas[i];
        }
    return country;
}

/* By a name or alias that is more than a number, or by the code letter by letter. */
static bool is_exact(struct arena *scratch, const struct area *area, const char *text,
                     const char *folded)
{
    if (strcmp(area->code, text) == 0 || strcmp(text_fold(scratch, area->name), folded) == 0)
        return true;
    if (strspn(folded, "0123456789") == strlen(folded))
        return false;
    for (const char *alias = area->aliases; *alias;) {
        size_t size = strcspn(alias, "|");
        if (strcmp(text_fold(scratch, arena_text(scratch, alias, size)), folded) == 0)
            return true;
        alias += size + (alias[size] == '|');
    }
    return false;
}

/* By a part of what stands there; blanks go for `_`: `slagelse_kommune`, a heading of a program's. */
static const struct area *by_part(const struct catalogue *catalogue, struct arena *scratch,
                                  char *folded)
{
    for (char *c = folded; *c; c++)
        if (*c == '_')
            *c = ' ';
    const struct area *area = by_name(catalogue, folded);
    if (!area)
        area = by_country(catalogue, folded);
    if (!area && strspn(folded, "0123456789") == strlen(folded))
        area = by_number(catalogue, scratch, folded);
    if (!area)
        area = by_bare_name(catalogue, scratch, folded);
    if (!area)
        area = by_number_and_name(catalogue, scratch, folded);
    return area;
}

/* A number can be that of several, and then be somebody's with its zeros. */
static bool is_name_of_several(const struct catalogue *catalogue, const char *folded)
{
    return strspn(folded, "0123456789") < strlen(folded) &&
           catalogue_is_ambiguous(catalogue, folded);
}

const struct area *area_match(const struct catalogue *catalogue, const char *text, bool *exact)
{
    struct arena *scratch = arena_new();
    char *folded = text_fold(scratch, text);
    const struct area *area = *folded ? by_name(catalogue, folded) : NULL;
    *exact = area && is_exact(scratch, area, text, folded);
    if (!area && *folded && !is_name_of_several(catalogue, folded))
        area = by_part(catalogue, scratch, folded);
    arena_free(scratch);
    return area;
}
