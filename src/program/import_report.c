/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/import_report.h"

#include <stdio.h>
#include <string.h>

#include "pejling/base/printable.h"

#define FIRST_ROWS 5

/* A line of what is said. Its texts are from files that somebody else made: they steer no terminal. */
static void say_line(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void say_line(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    printf("%s\n", printable_text(arena, arena_vprintf(arena, format, arguments), "", NULL));
    va_end(arguments);
}

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
        say_line(arena, "%s [%s]", table->file, table->sheet);
    else
        say_line(arena, "%s", table->file);
    if (table->title[0])
        say_line(arena, "    %s", table->title);
    say_line(arena,
             say(language, "    %s; kolonner: %s; perioder: %s; %zu tal",
                 "    %s; columns: %s; periods: %s; %zu figures"),
             table->is_wide ? say(language, "perioder på tværs", "periods across")
                            : say(language, "en række for hver periode", "a row a period"),
             names, period_range(arena, table), table->count);
    if (table->notes[0])
        say_line(arena, say(language, "    fodnote: %s", "    footnote: %s"), table->notes);
}

static void say_rule(struct diagnostics *diagnostics, const struct mapping_line *line)
{
    static const struct {
        size_t column;
        const char *danish, *english;
    } parts[] = {
        {MAPPING_FILE, "fil", "file"},
        {MAPPING_SELECTION, "udvalg", "selection"},
        {MAPPING_AREA, "område", "area"},
        {MAPPING_ABSENT, "rækker, der ikke findes", "rows that are not there"},
        {MAPPING_SIGNS, "tegn", "signs"},
        {MAPPING_DECIMAL, "decimaltegn", "decimal sign"},
    };
    struct arena *arena = diagnostics->arena;
    const char *const *texts = line->texts;
    const char *rule =
        arena_printf(arena, "%s, %s", texts[MAPPING_INDICATOR], texts[MAPPING_FIELD]);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (texts[parts[i].column][0])
            rule = arena_printf(arena, "%s; %s: %s", rule,
                                say(diagnostics->language, parts[i].danish, parts[i].english),
                                texts[parts[i].column]);
    say_line(arena, "    %s", rule);
}

static void say_added(struct diagnostics *diagnostics, const struct indicator *added)
{
    enum language language = diagnostics->language;
    say_line(diagnostics->arena,
             say(language,
                 "    ny indikator »%s« (%s, %s): efterse navn, enhed og god_retning i "
                 "indikatorer.csv",
                 "    new indicator »%s« (%s, %s): check navn, enhed and god_retning in "
                 "indikatorer.csv"),
             added->code, added->name, added->unit);
    if (added->sensitive)
        printf(say(language,
                   "        Små antal: med ja i kolonnen følsom vises områdernes tal ikke i den "
                   "delte udgave; er det ikke personer, så skriv nej.\n",
                   "        Small counts: with ja in the column følsom the areas' figures are "
                   "not in the shared edition; if they are not persons, write nej.\n"));
}

void import_report_draft(struct diagnostics *diagnostics, const char *path,
                         const struct mapping_draft *draft)
{
    printf("\n");
    say_line(diagnostics->arena,
             say(diagnostics->language,
                 "Antaget, som det står i %s (ret filen, og importér igen med --map, hvis det er "
                 "forkert):",
                 "Assumed, as it stands in %s (mend the file and import again with --map if it is "
                 "wrong):"),
             path);
    for (size_t i = 0; i < draft->count; i++) {
        const char *note = draft->lines[i].texts[MAPPING_NOTE];
        say_rule(diagnostics, &draft->lines[i]);
        if (*note &&
            (i + 1 == draft->count || strcmp(note, draft->lines[i + 1].texts[MAPPING_NOTE]) != 0))
            say_line(diagnostics->arena, "        %s", note);
    }
    for (size_t i = 0; i < draft->added_count; i++)
        say_added(diagnostics, &draft->added[i]);
}

static const char *number_field(struct arena *arena, const struct import_row *row,
                                enum mapped_field field)
{
    char text[NUMBER_TEXT];
    if (!row->has[field] || row->reason != REASON_NONE)
        return "";
    return arena_copy(arena, number_exact(text, row->values[field], ','));
}

static void say_row(struct diagnostics *diagnostics, const struct import_row *row)
{
    struct arena *arena = diagnostics->arena;
    char period[PERIOD_TEXT];
    say_line(arena, "    %s;%s;%s;%s;%s;%s;%s;%s", row->indicator->code, row->area->code,
             period_text(period, row->period), row->group ? row->group : "",
             number_field(arena, row, MAPPED_NUMERATOR),
             number_field(arena, row, MAPPED_DENOMINATOR), number_field(arena, row, MAPPED_VALUE),
             row->reason == REASON_NONE ? "" : reason_text(row->reason, diagnostics->language));
}

void import_report_rows(struct diagnostics *diagnostics, const struct import_rows *rows)
{
    enum language language = diagnostics->language;
    const struct import_counts *counts = &rows->counts;
    if (rows->note_count)
        printf("\n");
    for (size_t i = 0; i < rows->note_count; i++)
        say_line(diagnostics->arena, "%s", rows->notes[i]);
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
        say_row(diagnostics, &rows->items[i]);
}
