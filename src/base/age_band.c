/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* strcasestr */
#include "pejling/base/age_band.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* Reads the digits at `*text`; false where there are none. */
static bool take_age(const char **text, int *age)
{
    const char *digit = *text;
    int value = 0;
    for (; isdigit((unsigned char)*digit); digit++)
        value = value < AGE_BAND_OLDEST ? 10 * value + (*digit - '0') : AGE_BAND_OLDEST;
    if (digit == *text)
        return false;
    *text = digit;
    *age = value < AGE_BAND_OLDEST ? value : AGE_BAND_OLDEST;
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
    *band = (struct age_band){0, AGE_BAND_OLDEST};
    if ((age = skip_word(text, WORDS(under))))
        return take_age(&age, &band->to) && band->to-- > 0;
    if ((age = skip_word(text, WORDS(over))))
        return take_age(&age, &band->from) && ++band->from < AGE_BAND_OLDEST;
    age = skip_word(text, WORDS(least));
    return age && take_age(&age, &band->from);
}

bool age_band_parse(const char *text, struct age_band *band)
{
    static const char *const dashes[] = {"-", "–", "—", "−", "/", "til og med ", "til ", "to "};
    static const char *const older[] = {"+",       "derover",    "opefter",  "ældre",
                                        "og over", "eller mere", "and over", "older"};
    static const char *const younger[] = {"derunder", "og under", "yngre", "and under", "younger"};
    text = skip_blanks(text);
    if (!isdigit((unsigned char)*text))
        return take_limit(text, band);
    take_age(&text, &band->from);
    band->to = band->from;
    const char *second = skip_word(skip_blanks(text), WORDS(dashes));
    if (second && take_age(&second, &band->to))
        return band->from <= band->to;
    if (says_one_of(text, WORDS(older)))
        band->to = AGE_BAND_OLDEST;
    if (says_one_of(text, WORDS(younger)))
        band->from = 0;
    return true;
}
