/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/import_report.h"

#include <stdio.h>
#include <string.h>

#define FIRST_ROWS 5

/* `2008K1–2020K4`, or a dash where the table has no periods. */
static const char *period_range(struct arena *arena, const struct table *table)
{
    char from[SOURCE_PERIOD_TEXT], to[SOURCE_PERIOD_TEXT];
    struct source_period first = {0}, last = {0}, period;
    bool any = false;
    for (size_t i = 0; i < table->count; i++) {
        if (table_period(table, &table->records[i], &period) != PERIOD_OK)
            continue;
        if (!any || source_period_compare(period, first) < 0)
            first = period;
        if (!any || source_period_compare(period, last) > 0)
            last = period;
        any = true;
    }
    if (!any)
        return "–";
    return arena_printf(arena, "%s–%s", source_period_text(from, first),
                        source_period_text(to, last));
}

void import_report_table(struct diagnostics *diagnostics, const struct table *table)
{
    struct arena *arena = diagnostics->arena;
    enum language language = diagnostics->language;
    const char *names = "";
    for (size_t d = 0; d < table_dimensions(table); d++)
        names = arena_printf(arena, "%s%s%s", names, d ? ", " : "", table_dimension(table, d));
    if (table->sheet[0])
        printf("%s [%s]\n", table->file, table->sheet);
    else
        printf("%s\n", table->file);
    if (table->title[0])
        printf("    %s\n", table->title);
    printf(say(language, "    %s; kolonner: %s; perioder: %s; %zu tal\n",
               "    %s; columns: %s; periods: %s; %zu figures\n"),
           table->is_wide ? say(language, "perioder på tværs", "periods across")
                          : say(language, "en række for hver periode", "a row a period"),
           names, period_range(arena, table), table->count);
    if (table->notes[0])
        printf(say(language, "    fodnote: %s\n", "    footnote: %s\n"), table->notes);
}

static void print_line(enum language language, const struct mapping_line *line)
{
    const char *const *texts = line->texts;
    printf("    %s, %s", texts[MAPPING_INDICATOR], texts[MAPPING_FIELD]);
    if (texts[MAPPING_FILE][0])
        printf(say(language, "; fil: %s", "; file: %s"), texts[MAPPING_FILE]);
    if (texts[MAPPING_SELECTION][0])
        printf(say(language, "; udvalg: %s", "; selection: %s"), texts[MAPPING_SELECTION]);
    if (texts[MAPPING_AREA][0])
        printf(say(language, "; område: %s", "; area: %s"), texts[MAPPING_AREA]);
    if (texts[MAPPING_ABSENT][0])
        printf(say(language, "; rækker, der ikke findes: %s", "; rows that are not there: %s"),
               texts[MAPPING_ABSENT]);
    if (texts[MAPPING_SIGNS][0])
        printf(say(language, "; tegn: %s", "; signs: %s"), texts[MAPPING_SIGNS]);
    if (texts[MAPPING_DECIMAL][0])
        printf(say(language, "; decimaltegn: %s", "; decimal sign: %s"), texts[MAPPING_DECIMAL]);
    printf("\n");
}

void import_report_draft(enum language language, const char *path,
                         const struct mapping_draft *draft)
{
    printf(say(language,
               "\nAntaget, som det står i %s (ret filen, og importér igen med --map, hvis det er "
               "forkert):\n",
               "\nAssumed, as it stands in %s (mend the file and import again with --map if it is "
               "wrong):\n"),
           path);
    for (size_t i = 0; i < draft->count; i++) {
        const char *note = draft->lines[i].texts[MAPPING_NOTE];
        print_line(language, &draft->lines[i]);
        if (*note &&
            (i + 1 == draft->count || strcmp(note, draft->lines[i + 1].texts[MAPPING_NOTE]) != 0))
            printf("        %s\n", note);
    }
    for (size_t i = 0; i < draft->added_count; i++) {
        printf(say(language,
                   "    ny indikator »%s« (%s, %s): efterse navn, enhed og god_retning i "
                   "indikatorer.csv\n",
                   "    new indicator »%s« (%s, %s): check navn, enhed and god_retning in "
                   "indikatorer.csv\n"),
               draft->added[i].code, draft->added[i].name, draft->added[i].unit);
        if (draft->added[i].sensitive)
            printf(
                say(language,
                    "        Små antal: med ja i kolonnen følsom vises områdernes tal ikke i den "
                    "delte udgave; er det ikke personer, så skriv nej.\n",
                    "        Small counts: with ja in the column følsom the areas' figures are "
                    "not in the shared edition; if they are not persons, write nej.\n"));
    }
}

static void print_value(const struct import_row *row, enum mapped_field field)
{
    char text[NUMBER_TEXT];
    printf(";%s", row->has[field] && row->reason == REASON_NONE
                      ? number_exact(text, row->values[field], ',')
                      : "");
}

static void print_row(enum language language, const struct import_row *row)
{
    char period[PERIOD_TEXT];
    printf("    %s;%s;%s;%s", row->indicator->code, row->area->code,
           period_text(period, row->period), row->group ? row->group : "");
    print_value(row, MAPPED_NUMERATOR);
    print_value(row, MAPPED_DENOMINATOR);
    print_value(row, MAPPED_VALUE);
    printf(";%s\n", row->reason == REASON_NONE ? "" : reason_text(row->reason, language));
}

void import_report_rows(enum language language, const struct import_rows *rows)
{
    const struct import_counts *counts = &rows->counts;
    if (rows->note_count)
        printf("\n");
    for (size_t i = 0; i < rows->note_count; i++)
        printf("%s\n", rows->notes[i]);
    printf(
        say(language,
            "\nTal: %zu, og %zu gange nul. Skjult af kilden: %zu. Mangler: %zu. Rækker, der ikke "
            "findes: %zu læst som nul, %zu som manglende.\n",
            "\nFigures: %zu, and %zu times zero. Withheld by the source: %zu. Missing: %zu. Rows "
            "that are not there: %zu read as zero, %zu as missing.\n"),
        counts->numbers, counts->zeros, counts->hidden, counts->missing, counts->absent_zero,
        counts->absent_missing);
    printf(say(language, "De første af %zu rækker:\n", "The first of %zu rows:\n"), rows->count);
    printf("    indikator;område;periode;gruppe;tæller;nævner;værdi;status\n");
    for (size_t i = 0; i < rows->count && i < FIRST_ROWS; i++)
        print_row(language, &rows->items[i]);
}
