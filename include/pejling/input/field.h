/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One field of a row as a number, a period, a code or a choice. Each function reports what is wrong
 * with the field, and how to mend it, as a problem of the kind it is given, and then returns false.
 */
#ifndef PEJLING_INPUT_FIELD_H
#define PEJLING_INPUT_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/number.h"
#include "pejling/base/period.h"
#include "pejling/input/csvfile.h"

/* field_is_blank(field): nothing stands in it. */
bool field_is_blank(const struct csv_field *field);

/*
 * field_quoted(field): the text as a message may quote it: a number stands as `…`, for messages are
 * published, and a count can have slipped into any column.
 */
const char *field_quoted(const struct csv_field *field);

/* field_text(diagnostics, field, problem, text): a copy of a text that must be there. */
bool field_text(struct diagnostics *diagnostics, const struct csv_field *field,
                enum problem problem, const char **text);

/* field_code(diagnostics, field, problem, code): a copy of a code that must be there. */
bool field_code(struct diagnostics *diagnostics, const struct csv_field *field,
                enum problem problem, const char **code);

/*
 * field_choice(diagnostics, field, problem, names, choice): which of `names` (the last one NULL)
 * stands there; compared as text_fold does. A blank field leaves `*choice` as it is.
 */
bool field_choice(struct diagnostics *diagnostics, const struct csv_field *field,
                  enum problem problem, const char *const names[], int *choice);

/* field_yes_no(diagnostics, field, problem, yes): ja or nej; blank leaves `*yes` as it is. */
bool field_yes_no(struct diagnostics *diagnostics, const struct csv_field *field,
                  enum problem problem, bool *yes);

/*
 * field_number(diagnostics, field, problem, kind, number): a number; blank leaves `*number` as it
 * is. The signs that other systems write for a missing figure are refused, with what to write.
 */
bool field_number(struct diagnostics *diagnostics, const struct csv_field *field,
                  enum problem problem, enum number_kind kind, double *number);

/* field_report_number(...): reports a fault that number_parse found; for callers that parse. */
void field_report_number(struct diagnostics *diagnostics, const struct csv_field *field,
                         enum problem problem, enum number_fault fault);

/* field_period(diagnostics, field, problem, period): a period that must be there. */
bool field_period(struct diagnostics *diagnostics, const struct csv_field *field,
                  enum problem problem, struct period *period);

/* field_date(diagnostics, field, problem, date): a date; blank leaves `*date` as it is. */
bool field_date(struct diagnostics *diagnostics, const struct csv_field *field,
                enum problem problem, struct period *date);

#endif
