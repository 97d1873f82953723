/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/period_conversion.h"

static bool is_part_of_year(struct source_period period)
{
    return period.kind == SOURCE_QUARTER || period.kind == SOURCE_MONTH;
}

/* The year, or for an indicator of quarters the quarter, that quarters or months are joined to. */
static struct source_period whole_of(const struct mapping_rule *rule, struct source_period period)
{
    struct source_period whole = {.kind = SOURCE_YEAR, .year = period.year};
    if (rule->indicator->reporting.kind != PERIOD_QUARTER)
        return whole;
    whole.kind = SOURCE_QUARTER;
    int quarter = period.kind == SOURCE_MONTH ? (period.month + 2) / 3 : period.month;
    whole.month = (signed char)quarter;
    return whole;
}

static bool find_day(const struct mapping_rule *rule, struct source_period period,
                     struct period *target)
{
    for (size_t i = 0; i < rule->day_count; i++)
        if (source_period_compare(rule->days[i].period, period) == 0) {
            *target = rule->days[i].day;
            return true;
        }
    return false;
}

/* 1 January 2016 is 2016 for an indicator with that status day. */
static bool is_status_day(const struct mapping_rule *rule, struct source_period period)
{
    struct reporting reporting = rule->indicator->reporting;
    return period.kind == SOURCE_DATE && reporting.kind == PERIOD_YEAR && reporting.month &&
           period.month == reporting.month && period.day == reporting.day;
}

bool conversion_target(const struct mapping_rule *rule, struct source_period period,
                       struct period *target)
{
    const struct source_period year = {.kind = SOURCE_YEAR, .year = period.year};
    switch (rule->conversion) {
    case CONVERT_NOT:
        break;
    case CONVERT_PART:
        return period.kind == rule->part && period.month == rule->part_number &&
               source_period_plain(year, target);
    case CONVERT_DAYS:
        return find_day(rule, period, target);
    case CONVERT_SUM:
    case CONVERT_MEAN:
        return source_period_plain(is_part_of_year(period) ? whole_of(rule, period) : period,
                                   target);
    }
    return source_period_plain(is_status_day(rule, period) ? year : period, target);
}

size_t conversion_parts(const struct mapping_rule *rule, struct source_period period)
{
    bool is_joined = rule->conversion == CONVERT_SUM || rule->conversion == CONVERT_MEAN;
    bool to_quarter = rule->indicator->reporting.kind == PERIOD_QUARTER;
    if (!is_joined || !is_part_of_year(period))
        return 1;
    if (period.kind == SOURCE_MONTH)
        return to_quarter ? 3 : 12;
    return to_quarter ? 1 : 4;
}
