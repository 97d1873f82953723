/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/field.h"

#include <string.h>

#include "pejling/base/text.h"

bool field_is_blank(const struct csv_field *field)
{
    return field->text[0] == '\0';
}

const char *field_quoted(const struct csv_field *field)
{
    bool number = number_parse(field->text, strlen(field->text), NUMBER_VALUE).fault == NUMBER_OK;
    return number ? "…" : field->text;
}

bool field_text(struct diagnostics *diagnostics, const struct csv_field *field,
                enum problem problem, const char **text)
{
    *text = arena_copy(diagnostics->arena, field->text);
    if (!field_is_blank(field))
        return true;
    diagnostics_report(diagnostics, problem, csvrecords_at(field), "feltet er tomt · udfyld det",
                       "the field is empty · fill it in");
    return false;
}

bool field_code(struct diagnostics *diagnostics, const struct csv_field *field,
                enum problem problem, const char **code)
{
    if (!field_text(diagnostics, field, problem, code))
        return false;
    if (text_is_code(*code))
        return true;
    diagnostics_report(diagnostics, problem, csvrecords_at(field),
                       "»%s« kan ikke være en kode · brug højst 40 af tegnene a-z, 0-9 og _, først "
                       "et bogstav, og ikke et månedsnavn",
                       "»%s« cannot be a code · use at most 40 of a-z, 0-9 and _, a letter first, "
                       "and not the name of a month",
                       *code);
    return false;
}

static const char *choice_list(struct arena *arena, const char *const names[])
{
    const char *list = "";
    for (size_t i = 0; names[i]; i++)
        list = arena_printf(arena, "%s%s%s", list, i ? ", " : "", names[i]);
    return list;
}

bool field_choice(struct diagnostics *diagnostics, const struct csv_field *field,
                  enum problem problem, const char *const names[], int *choice)
{
    if (field_is_blank(field))
        return true;
    for (int i = 0; names[i]; i++) /* as nearly all write it, at no cost */
        if (strcmp(field->text, names[i]) == 0) {
            *choice = i;
            return true;
        }
    const char *folded = text_fold(diagnostics->arena, field->text);
    for (int i = 0; names[i]; i++)
        if (strcmp(folded, text_fold(diagnostics->arena, names[i])) == 0) {
            *choice = i;
            return true;
        }
    diagnostics_report(diagnostics, problem, csvrecords_at(field),
                       "»%s« kendes ikke her · skriv en af: %s",
                       "»%s« is not known here · write one of: %s", field_quoted(field),
                       choice_list(diagnostics->arena, names));
    return false;
}

bool field_yes_no(struct diagnostics *diagnostics, const struct csv_field *field,
                  enum problem problem, bool *yes)
{
    static const char *const names[] = {"nej", "ja", NULL};
    int choice = *yes;
    bool fine = field_choice(diagnostics, field, problem, names, &choice);
    *yes = choice == 1;
    return fine;
}

static const char *number_fault_text(enum language language, enum number_fault fault)
{
    switch (fault) { /* GCOVR_EXCL_BR_LINE: there are no others */
    case NUMBER_BLANK:
        return say(language, "tallet mangler · skriv det, eller skriv »mangler« i kolonnen status",
                   "the number is missing · write it, or write »mangler« in the column status");
    case NUMBER_NOT_AVAILABLE:
        return say(language,
                   "»..« betyder, at tallet ikke findes · lad feltet være tomt, og skriv "
                   "»mangler« i kolonnen status",
                   "»..« means that there is no figure · leave the field empty and write "
                   "»mangler« in the column status");
    case NUMBER_CONCEALED:
        return say(language,
                   "tallet er skjult af kilden · lad feltet være tomt, og skriv »diskret« "
                   "i kolonnen status",
                   "the source withholds the figure · leave the field empty and write »diskret« in "
                   "the column status");
    case NUMBER_DASH:
    case NUMBER_DOT:
        return say(language,
                   "»-« og ».« kan betyde flere ting · skriv 0, hvis det er nul; ellers "
                   "lad feltet være tomt, og skriv »mangler« eller »diskret« i status",
                   "»-« and ».« can mean several things · write 0 if it is zero; else leave the "
                   "field empty and write »mangler« or »diskret« in status");
    case NUMBER_TWO_COMMAS:
        return say(language, "tallet har to decimalkommaer · behold et",
                   "the number has two decimal commas · keep one");
    case NUMBER_POINT_DECIMAL:
        return say(language, "punktum som decimaltegn · skriv et komma",
                   "a point as decimal sign · write a comma");
    case NUMBER_AMBIGUOUS:
        return say(language,
                   "punktummet kan være tusindtal eller decimaltegn · skriv tallet uden "
                   "punktum, med komma før decimalerne",
                   "the point may mark thousands or decimals · write the number without it, with a "
                   "comma before decimals");
    case NUMBER_BAD_GROUPS:
        return say(language, "punktummer eller mellemrum står forkert i tallet · fjern dem",
                   "points or blanks stand wrongly in the number · remove them");
    case NUMBER_DATE:
        return say(language,
                   "her står en dato, ikke et tal; Excel kan have lavet tallet om · "
                   "formatér kolonnen som Tekst, og skriv tallet igen",
                   "this is a date, not a number; Excel may have rewritten it · format the column "
                   "as Text and write the number again");
    case NUMBER_SHEET_ERROR:
        return say(language, "regnearket har en fejl i cellen · ret formlen, eller skriv tallet",
                   "the spreadsheet has an error in the cell · mend the formula or write the "
                   "number");
    case NUMBER_TOO_LARGE:
        return say(language, "tallet er for stort eller har for mange cifre · ret det",
                   "the number is too large or has too many digits · mend it");
    case NUMBER_OK:
    case NUMBER_NOT_A_NUMBER:
        break;
    }
    return say(language, "ikke et tal · skriv cifre med komma før decimalerne",
               "not a number · write digits with a comma before decimals");
}

void field_report_number(struct diagnostics *diagnostics, const struct csv_field *field,
                         enum problem problem, enum number_fault fault)
{
    diagnostics_report(diagnostics, problem, csvrecords_at(field), "%s", "%s",
                       number_fault_text(diagnostics->language, fault));
}

bool field_number(struct diagnostics *diagnostics, const struct csv_field *field,
                  enum problem problem, enum number_kind kind, double *number)
{
    struct number parsed = number_parse(field->text, strlen(field->text), kind);
    if (parsed.fault == NUMBER_BLANK)
        return true;
    if (parsed.fault) {
        field_report_number(diagnostics, field, problem, parsed.fault);
        return false;
    }
    *number = parsed.value;
    return true;
}

static const char *period_fault_text(enum language language, enum period_fault fault)
{
    switch (fault) { /* GCOVR_EXCL_BR_LINE: there are no others */
    case PERIOD_BLANK:
        return say(language, "perioden mangler · skriv den, eller skriv »ukendt«",
                   "the period is missing · write it, or write »ukendt«");
    case PERIOD_YEAR_RANGE:
        return say(language, "årstallet skal have fire cifre mellem 1990 og 2100 · ret det",
                   "the year must have four digits from 1990 to 2100 · mend it");
    case PERIOD_NO_SUCH_DAY:
        return say(language, "den dag eller det kvartal findes ikke · ret det",
                   "there is no such day or quarter · mend it");
    case PERIOD_NOT_SUCCESSOR:
        return say(language, "et skoleår skrives med to år i træk, som 2019/20 · ret det",
                   "a school year is two years running, like 2019/20 · mend it");
    case PERIOD_SHEET_MONTH:
        return say(language,
                   "Excel har lavet perioden om til en måned · formatér kolonnen som "
                   "Tekst, og skriv perioden igen, som 2011/12",
                   "Excel has turned the period into a month · format the column as Text and write "
                   "the period again, like 2011/12");
    case PERIOD_SHEET_SERIAL:
        return say(language,
                   "Excel har lavet datoen om til et tal · formatér kolonnen som Dato, og "
                   "gem igen",
                   "Excel has turned the date into a number · format the column as Date and save "
                   "again");
    case PERIOD_OK:
    case PERIOD_NOT_A_PERIOD:
        break;
    }
    return say(language, "ikke en periode · skriv 2019, 2019/20, 2022K4, 2021-11-16 eller ukendt",
               "not a period · write 2019, 2019/20, 2022K4, 2021-11-16 or ukendt");
}

bool field_period(struct diagnostics *diagnostics, const struct csv_field *field,
                  enum problem problem, struct period *period)
{
    enum period_fault fault = period_parse(field->text, period);
    if (fault == PERIOD_OK)
        return true;
    diagnostics_report(diagnostics, problem, csvrecords_at(field), "%s", "%s",
                       period_fault_text(diagnostics->language, fault));
    return false;
}

bool field_date(struct diagnostics *diagnostics, const struct csv_field *field,
                enum problem problem, struct period *date)
{
    struct period period;
    if (field_is_blank(field))
        return true;
    if (!field_period(diagnostics, field, problem, &period))
        return false;
    if (period.kind != PERIOD_DATE) {
        diagnostics_report(diagnostics, problem, csvrecords_at(field),
                           "ikke en dato · skriv den som 2021-10-01",
                           "not a date · write it like 2021-10-01");
        return false;
    }
    *date = period;
    return true;
}
