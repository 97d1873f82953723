/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/figure_row.h"

#include <math.h>
#include <string.h>

#include "pejling/model/lookup.h"

#define SLACK 1e-9 /* of a value: what doubles leave */

const struct csv_column figure_columns[FIGURE_COLUMNS] = {
    [FIGURE_INDICATOR] = {"indikator", true},
    [FIGURE_AREA] = {"område", true},
    [FIGURE_PERIOD] = {"periode", true},
    [FIGURE_GROUP] = {"gruppe", false},
    [FIGURE_NUMERATOR] = {"tæller", false},
    [FIGURE_DENOMINATOR] = {"nævner", false},
    [FIGURE_VALUE] = {"værdi", false},
    [FIGURE_SPREAD] = {"spredning", false},
    [FIGURE_STATUS] = {"status", false},
    [FIGURE_NOTE] = {"note", false},
    [FIGURE_RESPONSE_RATE] = {"svarprocent", false},
    [FIGURE_DESIGN_EFFECT] = {"designeffekt", false},
    [FIGURE_POPULATION] = {"population", false},
};

enum row_status { ROW_FINAL, ROW_PROVISIONAL, ROW_ESTIMATED, ROW_CONCEALED, ROW_MISSING };

static const char *const status_names[] = {
    [ROW_FINAL] = "endelig",     [ROW_PROVISIONAL] = "foreløbig", [ROW_ESTIMATED] = "skøn",
    [ROW_CONCEALED] = "diskret", [ROW_MISSING] = "mangler",       NULL};

static void fault(struct diagnostics *diagnostics, const struct csv_field *field,
                  const char *danish, const char *english)
{
    diagnostics_report(diagnostics, PROBLEM_SERIES, csvrecords_at(field), "%s", "%s",
                       say(diagnostics->language, danish, english));
}

/* Which columns hold a measure's figures; the rest must be blank. */
static bool measure_uses(enum measure measure, size_t column)
{
    switch (measure) {
    case MEASURE_SHARE:
    case MEASURE_RATE:
        return column == FIGURE_NUMERATOR || column == FIGURE_DENOMINATOR || column == FIGURE_VALUE;
    case MEASURE_MEAN:
        return column == FIGURE_VALUE || column == FIGURE_DENOMINATOR || column == FIGURE_SPREAD;
    case MEASURE_SURVEY:
        return column != FIGURE_SPREAD;
    case MEASURE_VALUE:
        return column == FIGURE_VALUE;
    }
    return false;
}

static const size_t amount_columns[] = {
    FIGURE_NUMERATOR,     FIGURE_DENOMINATOR,   FIGURE_VALUE,     FIGURE_SPREAD,
    FIGURE_RESPONSE_RATE, FIGURE_DESIGN_EFFECT, FIGURE_POPULATION};
#define AMOUNT_COLUMNS (sizeof amount_columns / sizeof *amount_columns)

static void check_columns(struct diagnostics *diagnostics, const struct csv_field *fields,
                          enum measure measure, bool has_figure)
{
    for (size_t i = 0; i < AMOUNT_COLUMNS; i++) {
        const struct csv_field *field = &fields[amount_columns[i]];
        if (!field->text[0] || (has_figure && measure_uses(measure, amount_columns[i])))
            continue;
        if (!has_figure)
            fault(diagnostics, field,
                  "status siger, at tallet ikke findes, men her står et · slet det ene",
                  "status says that there is no figure, but there is one · delete either");
        else
            fault(diagnostics, field,
                  "kolonnen bruges ikke ved indikatorens type · lad feltet være tomt",
                  "this column is not used by the indicator's type · leave the field empty");
    }
}

/* A number that must be there. */
static void need(struct diagnostics *diagnostics, const struct csv_field *field,
                 enum number_kind kind, double *number)
{
    if (field_is_blank(field))
        field_report_number(diagnostics, field, PROBLEM_SERIES, NUMBER_BLANK);
    else
        field_number(diagnostics, field, PROBLEM_SERIES, kind, number);
}

static void check_denominator(struct diagnostics *diagnostics, const struct csv_field *field,
                              double denominator)
{
    if (denominator < 0 || denominator > floor(denominator))
        fault(diagnostics, field, "nævneren skal være et helt antal personer · ret den",
              "the denominator must be a whole number of persons · mend it");
}

/* `most` is what the numerator may be, where the denominator is given. */
static void check_numerator(struct diagnostics *diagnostics, const struct csv_field *f,
                            double numerator, double most)
{
    if (numerator < 0)
        fault(diagnostics, &f[FIGURE_NUMERATOR], "tælleren er negativ · ret den",
              "the numerator is negative · mend it");
    else if (numerator > most && !field_is_blank(&f[FIGURE_DENOMINATOR]))
        fault(diagnostics, &f[FIGURE_NUMERATOR],
              "tælleren er større end nævneren · ret dem, eller byt om på dem",
              "the numerator is greater than the denominator · mend them, or swap them");
}

/* Half a unit of the last decimal that is written: what rounding can have moved a number. */
static double half_unit(const char *text)
{
    const char *comma = strchr(text, ',');
    return 0.5 * pow(10, comma ? -(double)strspn(comma + 1, "0123456789") : 0);
}

/*
 * A percentage beside its counts is a control: they must agree within the rounding of the digits
 * given. Counts of whole persons are exact; those with decimals (full-time persons) are rounded
 * too.
 */
static void check_value(struct diagnostics *diagnostics, const struct csv_field *f, double factor,
                        const struct amounts *amounts)
{
    double value = 0;
    if (field_is_blank(&f[FIGURE_VALUE]) ||
        !field_number(diagnostics, &f[FIGURE_VALUE], PROBLEM_SERIES, NUMBER_VALUE, &value) ||
        !(amounts->denominator > 0))
        return;
    double tolerance = half_unit(f[FIGURE_VALUE].text) + SLACK * (1 + fabs(value));
    if (strchr(f[FIGURE_NUMERATOR].text, ','))
        tolerance += factor * half_unit(f[FIGURE_NUMERATOR].text) / amounts->denominator;
    if (fabs(value - factor * amounts->numerator / amounts->denominator) > tolerance)
        fault(diagnostics, &f[FIGURE_VALUE],
              "værdien passer ikke med tæller og nævner · ret den af dem, der er "
              "forkert, eller lad værdien være tom",
              "the value does not agree with numerator and denominator · mend "
              "the one that is wrong, or leave the value empty");
}

/* Shares and rates whose counts are not all there, in words of their own where they can be. */
static bool misses_counts(struct diagnostics *diagnostics, const struct csv_field *f,
                          const struct indicator *indicator)
{
    bool has_numerator = !field_is_blank(&f[FIGURE_NUMERATOR]);
    bool has_denominator = !field_is_blank(&f[FIGURE_DENOMINATOR]);
    if (!has_numerator && !has_denominator && !field_is_blank(&f[FIGURE_VALUE])) {
        fault(diagnostics, &f[FIGURE_VALUE],
              "andel og rate kræver tæller og nævner, værdien alene er ikke nok · find antallene, "
              "eller giv indikatoren typen værdi",
              "andel and rate take a numerator and a denominator, the value alone is not enough · "
              "find the counts, or give the indicator the type værdi");
        return true;
    }
    if (has_numerator && !has_denominator && indicator->measure == MEASURE_SHARE &&
        indicator->reporting.kind == PERIOD_DATE) {
        fault(diagnostics, &f[FIGURE_DENOMINATOR],
              "her er en tæller uden nævner: stemmer uden stemmeberettigede · find antallet af "
              "stemmeberettigede, eller slet tælleren og skriv mangler under status",
              "here is a numerator without a denominator: votes without electors · find the "
              "number of electors, or delete the numerator and write mangler under status");
        return true;
    }
    return false;
}

static void read_counts(struct diagnostics *diagnostics, const struct csv_field *f,
                        const struct indicator *indicator, struct amounts *amounts)
{
    size_t before = diagnostics->count;
    if (misses_counts(diagnostics, f, indicator))
        return;
    need(diagnostics, &f[FIGURE_NUMERATOR], NUMBER_COUNT, &amounts->numerator);
    need(diagnostics, &f[FIGURE_DENOMINATOR], NUMBER_COUNT, &amounts->denominator);
    check_denominator(diagnostics, &f[FIGURE_DENOMINATOR], amounts->denominator);
    check_numerator(diagnostics, f, amounts->numerator,
                    indicator->measure == MEASURE_SHARE ? amounts->denominator : HUGE_VAL);
    if (diagnostics->count == before) /* else there is nothing to hold it up against */
        check_value(diagnostics, f, indicator->factor, amounts);
}

static void read_mean(struct diagnostics *diagnostics, const struct csv_field *f,
                      struct amounts *amounts)
{
    need(diagnostics, &f[FIGURE_VALUE], NUMBER_VALUE, &amounts->value);
    need(diagnostics, &f[FIGURE_DENOMINATOR], NUMBER_COUNT, &amounts->denominator);
    check_denominator(diagnostics, &f[FIGURE_DENOMINATOR], amounts->denominator);
    amounts->spread = -1;
    if (field_number(diagnostics, &f[FIGURE_SPREAD], PROBLEM_SERIES, NUMBER_VALUE,
                     &amounts->spread) &&
        !field_is_blank(&f[FIGURE_SPREAD]) && amounts->spread < 0)
        fault(diagnostics, &f[FIGURE_SPREAD], "spredningen er negativ · ret den",
              "the spread is negative · mend it");
}

/*
 * A survey gives its share in per cent of the answers, or the number of answers that say yes; the
 * number holds where both are there and agree.
 */
static void read_survey_share(struct diagnostics *diagnostics, const struct csv_field *f,
                              double factor, struct amounts *amounts)
{
    size_t before = diagnostics->count;
    if (field_is_blank(&f[FIGURE_VALUE]) || !field_is_blank(&f[FIGURE_NUMERATOR])) {
        need(diagnostics, &f[FIGURE_NUMERATOR], NUMBER_COUNT, &amounts->numerator);
        check_numerator(diagnostics, f, amounts->numerator, amounts->denominator);
        if (diagnostics->count == before)
            check_value(diagnostics, f, factor, amounts);
        if (amounts->denominator > 0)
            amounts->value = factor * amounts->numerator / amounts->denominator;
        return;
    }
    field_number(diagnostics, &f[FIGURE_VALUE], PROBLEM_SERIES, NUMBER_VALUE, &amounts->value);
    if (amounts->value < 0 || amounts->value > factor)
        fault(diagnostics, &f[FIGURE_VALUE], "andelen skal ligge mellem 0 og 100 pct. · ret den",
              "the share must lie from 0 to 100 per cent · mend it");
}

static void read_survey(struct diagnostics *diagnostics, const struct csv_field *f, double factor,
                        struct amounts *amounts)
{
    amounts->design_effect = 1;
    need(diagnostics, &f[FIGURE_DENOMINATOR], NUMBER_COUNT, &amounts->denominator);
    check_denominator(diagnostics, &f[FIGURE_DENOMINATOR], amounts->denominator);
    read_survey_share(diagnostics, f, factor, amounts);
    field_number(diagnostics, &f[FIGURE_RESPONSE_RATE], PROBLEM_SERIES, NUMBER_VALUE,
                 &amounts->response_rate);
    field_number(diagnostics, &f[FIGURE_DESIGN_EFFECT], PROBLEM_SERIES, NUMBER_VALUE,
                 &amounts->design_effect);
    field_number(diagnostics, &f[FIGURE_POPULATION], PROBLEM_SERIES, NUMBER_COUNT,
                 &amounts->population);
    if (amounts->response_rate < 0 || amounts->response_rate > 100)
        fault(diagnostics, &f[FIGURE_RESPONSE_RATE],
              "svarprocenten skal ligge mellem 0 og 100 · ret den",
              "the response rate must lie from 0 to 100 · mend it");
    if (!(amounts->design_effect >= 1))
        fault(diagnostics, &f[FIGURE_DESIGN_EFFECT],
              "designeffekten kan ikke være under 1 · ret den, eller lad feltet være tomt",
              "the design effect cannot be under 1 · mend it, or leave the field empty");
    if (!field_is_blank(&f[FIGURE_POPULATION]) && amounts->population < amounts->denominator)
        fault(diagnostics, &f[FIGURE_POPULATION],
              "der er flere svar end personer · ret populationen",
              "there are more answers than persons · mend the population");
}

static void read_amounts(struct diagnostics *diagnostics, const struct csv_field *f,
                         const struct indicator *indicator, struct amounts *amounts)
{
    switch (indicator->measure) {
    case MEASURE_SHARE:
    case MEASURE_RATE:
        read_counts(diagnostics, f, indicator, amounts);
        break;
    case MEASURE_MEAN:
        read_mean(diagnostics, f, amounts);
        break;
    case MEASURE_SURVEY:
        read_survey(diagnostics, f, indicator->factor, amounts);
        break;
    case MEASURE_VALUE:
        need(diagnostics, &f[FIGURE_VALUE], NUMBER_VALUE, &amounts->value);
        break;
    }
}

void figure_row_read(struct diagnostics *diagnostics, const struct csv_field *fields,
                     struct observation *observation)
{
    int status = ROW_FINAL;
    if (!field_is_blank(&fields[FIGURE_STATUS]))
        field_choice(diagnostics, &fields[FIGURE_STATUS], PROBLEM_SERIES, status_names, &status);
    observation->status = status == ROW_PROVISIONAL ? FIGURE_PROVISIONAL
                          : status == ROW_ESTIMATED ? FIGURE_ESTIMATED
                                                    : FIGURE_FINAL;
    if (status == ROW_CONCEALED)
        observation->reason = REASON_SUPPRESSED_SOURCE;
    if (status == ROW_MISSING)
        observation->reason = REASON_MISSING;
    bool has_figure = observation->reason == REASON_NONE;
    check_columns(diagnostics, fields, observation->indicator->measure, has_figure);
    if (has_figure)
        read_amounts(diagnostics, fields, observation->indicator, &observation->amounts);
}
