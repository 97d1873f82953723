/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/table_names.h"

#include <string.h>

#include "pejling/base/text.h"

/* Whether one of the words of a name is this one: words are parted by blanks and `_`. */
static bool has_word(const char *name, const char *word)
{
    size_t length = strlen(word);
    for (const char *c = name; *c;) {
        size_t size = strcspn(c, " _-/.");
        if (size == length && strncmp(c, word, length) == 0)
            return true;
        c += size;
        c += strspn(c, " _-/.");
    }
    return false;
}

/* Whether a word of the name begins so: `kommunekode`, `afdelingsnr`. */
static bool has_start(const char *name, const char *start)
{
    size_t length = strlen(start);
    for (const char *c = name; *c;) {
        if (strncmp(c, start, length) == 0)
            return true;
        c += strcspn(c, " _-/.");
        c += strspn(c, " _-/.");
    }
    return false;
}

static bool has_any(const char *name, const char *const list[],
                    bool (*has)(const char *name, const char *word))
{
    for (size_t i = 0; list[i]; i++)
        if (has(name, list[i]))
            return true;
    return false;
}

int table_name_period_rank(struct arena *arena, const char *name)
{
    /* from the least sure to the surest */
    static const char *const words[] = {"dato",    "date",     "maaned", "month", "kvartal",
                                        "quarter", "skoleaar", "year",   "aar",   "aarstal",
                                        "period",  "periode",  "time",   "tid"};
    const char *folded = text_fold(arena, name);
    int rank = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (has_word(folded, words[i]))
            rank = (int)i + 2;
    return rank;
}

bool table_name_is_area(struct arena *arena, const char *name)
{
    static const char *const starts[] = {
        "omraade",  "kommun",   "municipal",   "bopael",
        "afdeling", "boligafd", "boligom",     "region",
        "landsdel", "area",     "helhedsplan", "distrikt",
        "sted",     "valgsted", "geograf",     "afstemningsomraade",
        "boomr",    NULL};
    return has_any(text_fold(arena, name), starts, has_start);
}

bool table_name_is_dimension(struct arena *arena, const char *name)
{
    static const char *const words[] = {"kode", "code", "nr",  "nummer", "id", "alder",
                                        "age",  "koen", "sex", "gender", NULL};
    const char *folded = text_fold(arena, name);
    size_t length = strlen(folded);
    bool ends_as_code = (length > 4 && strcmp(folded + length - 4, "kode") == 0) ||
                        (length > 2 && strcmp(folded + length - 2, "nr") == 0);
    /* `slagelse_kommune` over numbers is an area across, `kommune` holds codes */
    bool one_word = strcspn(folded, " _") == length;
    return (one_word && table_name_is_area(arena, name)) || ends_as_code ||
           has_any(folded, words, has_word);
}

bool table_name_is_source(struct arena *arena, const char *name)
{
    static const char *const words[] = {
        "kilde",       "datakilde",     "source",      "note",          "noter",
        "bemaerkning", "bemaerkninger", "anmaerkning", "anmaerkninger", "kommentar",
        "comment",     "fodnote",       NULL};
    return has_any(text_fold(arena, name), words, has_word);
}

bool table_name_is_attribute(struct arena *arena, const char *name)
{
    static const char *const words[] = {"status",  "praecision", "rettet",  "opdateret",
                                        "updated", "precision",  "udtraek", NULL};
    return has_any(text_fold(arena, name), words, has_word);
}

const char *table_name_unit(struct arena *arena, const char *line)
{
    static const char *const starts[] = {"units:", "unit:", "enhed:", "enheder:"};
    const char *folded = text_fold(arena, line);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (strncmp(folded, starts[i], strlen(starts[i])) == 0) {
            const char *unit = strchr(line, ':') + 1;
            return unit + strspn(unit, " ");
        }
    return NULL;
}

bool table_name_is_api_figure(struct arena *arena, const char *name)
{
    return strcmp(text_fold(arena, name), "indhold") == 0;
}

bool table_name_is_school_year(struct arena *arena, const char *name)
{
    return has_start(text_fold(arena, name), "skoleaar");
}

bool table_name_is_total(struct arena *arena, const char *value)
{
    static const char *const totals[] = {"i alt", "ialt",       "total",       "alle",
                                         "all",   "hovedtotal", "grand total", "tot"};
    static const char *const ends[] = {" i alt", ", total", ", i alt", " total"};
    const char *folded = text_fold(arena, value);
    size_t length = strlen(folded);
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++)
        if (strcmp(folded, totals[i]) == 0)
            return true;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (length > strlen(ends[i]) && strcmp(folded + length - strlen(ends[i]), ends[i]) == 0)
            return true;
    return false;
}
