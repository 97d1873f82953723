/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/lookup.h"

#include "pejling/base/text.h"

const struct indicator *lookup_indicator(struct diagnostics *diagnostics,
                                         const struct catalogue *catalogue, enum problem problem,
                                         const struct csv_field *field)
{
    const struct indicator *indicator = catalogue_indicator(catalogue, field->text);
    if (!indicator)
        diagnostics_report(diagnostics, problem, csvrecords_at(field),
                           "ukendt indikator »%s« · brug en kode fra indikatorer.csv, eller tilføj "
                           "den der",
                           "unknown indicator »%s« · use a code from indikatorer.csv, or add it "
                           "there",
                           field_quoted(field));
    return indicator;
}

void lookup_report_ambiguous(struct diagnostics *diagnostics, enum problem problem,
                             struct location at, const char *name)
{
    diagnostics_report(diagnostics, problem, at,
                       "»%s« er navnet på områder i flere kommuner · brug koden fra omraader.csv",
                       "»%s« is the name of areas in several municipalities · use the code from "
                       "omraader.csv",
                       name);
}

const struct area *lookup_area(struct diagnostics *diagnostics, const struct catalogue *catalogue,
                               enum problem problem, const struct csv_field *field)
{
    struct arena *scratch = arena_new();
    const char *name = text_fold(scratch, field->text);
    const struct area *area = catalogue_area(catalogue, name);
    bool is_ambiguous = catalogue_is_ambiguous(catalogue, name);
    arena_free(scratch);
    if (area && area->role != AREA_REST)
        return area;
    /* the one cause, in omraader.csv, is told already, and stops the plan */
    if (is_ambiguous && catalogue->has_shared_names)
        return NULL;
    if (is_ambiguous) {
        lookup_report_ambiguous(diagnostics, problem, csvrecords_at(field), field_quoted(field));
        return NULL;
    }
    diagnostics_report(diagnostics, problem, csvrecords_at(field),
                       "ukendt område »%s« · brug en kode, et navn eller et alias fra omraader.csv",
                       "unknown area »%s« · use a code, name or alias from omraader.csv",
                       field_quoted(field));
    return NULL;
}

/* What an indicator's periods look like. */
static const char *example(struct reporting reporting)
{
    switch (reporting.kind) {
    case PERIOD_SCHOOL_YEAR:
        return "2019/20";
    case PERIOD_QUARTER:
        return "2022K4";
    case PERIOD_DATE:
        return "2021-11-16";
    case PERIOD_YEAR:
    case PERIOD_UNKNOWN:
        break;
    }
    return "2019";
}

bool lookup_period(struct diagnostics *diagnostics, const struct indicator *indicator,
                   const struct csv_field *field, enum problem problem, struct period *period)
{
    if (!field_period(diagnostics, field, problem, period))
        return false;
    if (period_fits(*period, indicator->reporting))
        return true;
    diagnostics_report(diagnostics, problem, csvrecords_at(field),
                       "perioden passer ikke til opgørelsen af »%s« · skriv den som %s, eller ret "
                       "opgørelsen i indikatorer.csv",
                       "the period does not fit the reporting of »%s« · write it like %s, or mend "
                       "the reporting in indikatorer.csv",
                       indicator->code, example(indicator->reporting));
    return false;
}
