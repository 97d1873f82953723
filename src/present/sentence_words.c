/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sentence_words.h"

#include <math.h>
#include <string.h>

#include "pejling/present/wording.h"

#define NBSP "\xC2\xA0"

const char *words_say(const struct speaker *speaker, const char *danish, const char *english)
{
    return say(speaker->language, danish, english);
}

/* An abbreviation at the end (`kr.`) has the full stop already. */
void words_add(const struct speaker *speaker, struct sentence *sentence, const char *text)
{
    size_t length = strlen(text);
    bool stopped = length && text[length - 1] == '.';
    if (length)
        sentence->text = arena_printf(speaker->arena, "%s%s%s%s", sentence->text,
                                      *sentence->text ? " " : "", text, stopped ? "" : ".");
}

static bool is_money(const struct indicator *indicator)
{
    return strncmp(indicator->unit, "kr", 2) == 0;
}

/* A share whose counts are not given is a value, and still called by its name. */
static bool is_called_share(const struct indicator *indicator)
{
    return indicator->measure == MEASURE_VALUE && strncmp(indicator->name, "Andel ", 6) == 0;
}

const char *words_subject(const struct speaker *speaker, const struct indicator *indicator)
{
    enum language language = speaker->language;
    if (is_called_share(indicator))
        return say(language, "andelen", "the share");
    switch (indicator->measure) {
    case MEASURE_SHARE:
    case MEASURE_SURVEY:
        return say(language, "andelen", "the share");
    case MEASURE_MEAN:
        return say(language, "gennemsnittet", "the mean");
    case MEASURE_RATE:
    case MEASURE_VALUE:
        break;
    }
    if (is_money(indicator))
        return say(language, "beløbet", "the amount");
    return indicator_is_bare_count(speaker->arena, indicator)
               ? say(language, "antallet", "the number")
               : say(language, "tallet", "the figure");
}

const char *words_comparator(enum language language, const struct area *comparator)
{
    if (comparator && comparator->role == AREA_REST)
        return say(language, "resten af kommunen", "the rest of the municipality");
    return say(language, "kommunen som helhed", "the municipality as a whole");
}

const char *words_in_area(const struct speaker *speaker, const struct area *area)
{
    return area->role == AREA_TOTAL ? words_say(speaker, "i områderne", "in the areas")
                                    : words_say(speaker, "i området", "in the area");
}

/* `pr. 1.000 beboere` as English writes it; other units are the plan's own words. */
static const char *english_unit(struct arena *arena, const char *unit)
{
    if (strcmp(unit, "pct.") == 0)
        return "per cent";
    if (strncmp(unit, "pr. ", 4) != 0)
        return unit;
    char *text = arena_printf(arena, "per %s", unit + 4);
    for (char *point = text; (point = strchr(point, '.')); point++)
        if (point[1] >= '0' && point[1] <= '9')
            *point = ',';
    return text;
}

const char *words_unit(const struct speaker *speaker, const struct finding *finding)
{
    const struct indicator *indicator = finding->indicator;
    const char *unit = statistic_unit(finding->statistic) == UNIT_LEVEL
                           ? indicator->unit
                           : indicator_difference_unit(indicator, speaker->language);
    if (indicator_is_bare_count(speaker->arena, indicator)) /* `antal`, `antal boliger` */
        return strncmp(unit, "personer", 8) == 0 ? unit : unit[5] == ' ' ? unit + 6 : "";
    return speaker->language == LANGUAGE_ENGLISH ? english_unit(speaker->arena, unit) : unit;
}

const char *words_month(enum language language, int month)
{
    static const char *const months[12][2] = {
        {"januar", "January"},  {"februar", "February"},  {"marts", "March"},
        {"april", "April"},     {"maj", "May"},           {"juni", "June"},
        {"juli", "July"},       {"august", "August"},     {"september", "September"},
        {"oktober", "October"}, {"november", "November"}, {"december", "December"}};
    return say(language, months[month - 1][0], months[month - 1][1]);
}

const char *words_period(const struct speaker *speaker, struct period period)
{
    char label[PERIOD_TEXT];
    switch (period.kind) {
    case PERIOD_DATE:
        return arena_printf(speaker->arena, say(speaker->language, "%d. %s %d", "%d %s %d"),
                            period.day, words_month(speaker->language, period.month), period.year);
    case PERIOD_QUARTER:
        return arena_printf(speaker->arena, say(speaker->language, "%d. kvartal %d", "Q%d %d"),
                            period.month, period.year);
    case PERIOD_SCHOOL_YEAR:
        return arena_printf(speaker->arena,
                            say(speaker->language, "skoleåret %s", "the school year %s"),
                            period_label(label, period));
    case PERIOD_UNKNOWN:
        return say(speaker->language, "ukendt tidspunkt", "an unknown time");
    case PERIOD_YEAR:
        break;
    }
    return arena_printf(speaker->arena, "%s", period_label(label, period));
}

const char *words_in(const struct speaker *speaker, struct period period)
{
    const char *word = period.kind == PERIOD_DATE ? say(speaker->language, "den", "on")
                                                  : say(speaker->language, "i", "in");
    if (period.kind == PERIOD_UNKNOWN)
        return "";
    return arena_printf(speaker->arena, "%s %s", word, words_period(speaker, period));
}

const char *words_span(const struct speaker *speaker, const struct finding *finding)
{
    char label[PERIOD_TEXT];
    const char *to = finding->to.kind == PERIOD_SCHOOL_YEAR ? period_label(label, finding->to)
                                                            : words_period(speaker, finding->to);
    return arena_printf(speaker->arena, say(speaker->language, "fra %s til %s", "from %s to %s"),
                        words_period(speaker, finding->from), to);
}

static double rounded(const struct finding *finding, double value)
{
    return number_round(value, wording_decimals(finding));
}

bool words_is_zero(const struct finding *finding, double value)
{
    double shown = rounded(finding, value);
    return !(shown > 0) && !(shown < 0);
}

static bool is_level(const struct finding *finding)
{
    return statistic_unit(finding->statistic) == UNIT_LEVEL;
}

/* A level below 0 keeps its sign: which side a level is on is nowhere said in words. */
static const char *size_text(const struct speaker *speaker, const struct finding *finding,
                             double value)
{
    char number[NUMBER_TEXT];
    return arena_copy(speaker->arena, wording_number(number, speaker->language,
                                                     is_level(finding) ? value : fabs(value),
                                                     wording_decimals(finding)));
}

static const char *with_unit(const struct speaker *speaker, const struct finding *finding,
                             const char *number)
{
    const char *unit = words_unit(speaker, finding);
    return arena_printf(speaker->arena, "%s%s%s", number, *unit ? NBSP : "", unit);
}

const char *words_amount(const struct speaker *speaker, const struct finding *finding, double value)
{
    return with_unit(speaker, finding, size_text(speaker, finding, value));
}

bool words_holds_zero(const struct finding *finding)
{
    return !(finding->estimate.lower > 0) && !(finding->estimate.upper < 0);
}

/* One limit of an interval that leaves 0 out: it is not 0, though it may be rounded to it. */
static const char *limit_text(const struct speaker *speaker, const struct finding *finding,
                              double limit)
{
    const char *size = size_text(speaker, finding, limit);
    bool over = !is_level(finding) && words_is_zero(finding, limit);
    return over ? arena_printf(speaker->arena, "%s %s",
                               say(speaker->language, "lidt over", "just above"), size)
                : size;
}

const char *words_between(const struct speaker *speaker, const struct finding *finding)
{
    const struct estimate *estimate = &finding->estimate;
    bool below = !is_level(finding) && estimate->upper < 0;
    return arena_printf(speaker->arena,
                        say(speaker->language, "mellem %s og %s", "between %s and %s"),
                        limit_text(speaker, finding, below ? estimate->upper : estimate->lower),
                        limit_text(speaker, finding, below ? estimate->lower : estimate->upper));
}

/* What stands before and behind an amount on one side of 0, and in place of an amount of 0. */
struct side_words {
    const char *before, *behind;
};

static struct side_words side_words(enum language language, enum words_sides sides, double shown)
{
    static const struct side_words words[3][3][2] = {
        [WORDS_CHANGE] = {{{"et fald på ", ""}, {"a fall of ", ""}},
                          {{"ingen ændring", ""}, {"no change", ""}},
                          {{"en stigning på ", ""}, {"a rise of ", ""}}},
        [WORDS_GAP] = {{{"en indsnævring på ", ""}, {"a narrowing of ", ""}},
                       {{"ingen ændring", ""}, {"no change", ""}},
                       {{"en udvidelse på ", ""}, {"a widening of ", ""}}},
        [WORDS_SIDE] = {{{"", " lavere"}, {"", " lower"}},
                        {{"på niveau", ""}, {"on a level", ""}},
                        {{"", " højere"}, {"", " higher"}}},
    };
    int side = (shown > 0) - (shown < 0);
    return words[sides][side + 1][language == LANGUAGE_ENGLISH];
}

static const char *side_text(const struct speaker *speaker, const struct finding *finding,
                             enum words_sides sides, double limit, bool has_unit)
{
    struct side_words words = side_words(speaker->language, sides, rounded(finding, limit));
    const char *size = size_text(speaker, finding, limit);
    if (words_is_zero(finding, limit))
        return words.before;
    return arena_printf(speaker->arena, "%s%s%s", words.before,
                        has_unit ? with_unit(speaker, finding, size) : size, words.behind);
}

const char *words_range(const struct speaker *speaker, const struct finding *finding,
                        enum words_sides sides, double sign)
{
    double low = finding->estimate.lower, high = finding->estimate.upper;
    if (sign < 0) {
        low = -finding->estimate.upper;
        high = -finding->estimate.lower;
    }
    if (words_is_zero(finding, low) && words_is_zero(finding, high))
        return arena_printf(speaker->arena, "%s %s", say(speaker->language, "tæt på", "close to"),
                            size_text(speaker, finding, 0));
    bool both = sides == WORDS_SIDE || words_is_zero(finding, high); /* else the last will do */
    return arena_printf(speaker->arena,
                        say(speaker->language, "mellem %s og %s", "between %s and %s"),
                        side_text(speaker, finding, sides, low, both),
                        side_text(speaker, finding, sides, high, true));
}

const char *words_count(const struct speaker *speaker, size_t count, enum words_gender gender)
{
    static const char *const words[][2] = {{"ingen", "none"}, {"én", "one"},    {"to", "two"},
                                           {"tre", "three"},  {"fire", "four"}, {"fem", "five"},
                                           {"seks", "six"},   {"syv", "seven"}, {"otte", "eight"},
                                           {"ni", "nine"},    {"ti", "ten"}};
    if (count == 1 && gender == WORDS_NEUTER)
        return say(speaker->language, "ét", words[1][1]);
    if (count < sizeof words / sizeof *words)
        return say(speaker->language, words[count][0], words[count][1]);
    return arena_printf(speaker->arena, "%zu", count);
}
