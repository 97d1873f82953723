/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/table.h"

#include "near.h"

#include <stdlib.h>
#include <unistd.h>

#include "pejling/input/csvgrid.h"
#include "pejling/input/source_file.h"
#include "xlsx_build.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/*
 * Each test reads a CSV text as a table and compares a transcript: `long` or `wide` and the
 * dimensions; then `title`, `unit` and `notes` where there are any; then each figure as
 * `value, value | measure | period | figure | line:column`, with `[source]` behind; then each
 * problem as `! line:column words`, and each remark as `? line:column words`.
 */
struct example {
    const char *what, *text, *transcript;
};

static const struct input_file file = {"tal.csv", "tal.csv", PROBLEM_INPUT};

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct diagnostics *diagnostics = arena_alloc(arena, 1, sizeof *diagnostics);
    *diagnostics = (struct diagnostics){.arena = arena, .language = LANGUAGE_ENGLISH};
    *state = diagnostics;
    return 0;
}

static int teardown(void **state)
{
    arena_free(((struct diagnostics *)*state)->arena);
    return 0;
}

/* --- writing down ----------------------------------------------------------------------------- */
static const char *heading_written(struct arena *arena, const struct table *table)
{
    const char *text = table->is_wide ? "wide" : "long";
    for (size_t d = 0; d < table_dimensions(table); d++)
        text = arena_printf(arena, "%s%s %s", text, d ? "," : "", table_dimension(table, d));
    if (table->period_name[0])
        text = arena_printf(arena, "%s; %s", text, table->period_name);
    text = arena_printf(arena, "%s\n", text);
    if (table->title[0])
        text = arena_printf(arena, "%stitle %s\n", text, table->title);
    if (table->unit[0])
        text = arena_printf(arena, "%sunit %s\n", text, table->unit);
    if (table->notes[0])
        text = arena_printf(arena, "%snotes %s\n", text, table->notes);
    return text;
}

static const char *record_written(struct arena *arena, const struct table *table,
                                  const struct table_record *record)
{
    const char *text = "";
    for (size_t d = 0; d < table->dimension_count; d++)
        text = arena_printf(arena, "%s%s%s", text, d ? ", " : "", record->values[d]);
    text =
        arena_printf(arena, "%s | %s | %s | %s | %u:%u", text, record->measure, record->period.text,
                     record->figure.text, record->figure.at.line, record->figure.at.column);
    if (record->source[0])
        text = arena_printf(arena, "%s [%s]", text, record->source);
    return arena_printf(arena, "%s\n", text);
}

static const char *problems_written(const struct diagnostics *diagnostics)
{
    struct arena *arena = diagnostics->arena;
    const char *text = "";
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *item = &diagnostics->items[i];
        const char *end = strstr(item->text, " · ");
        text = arena_printf(
            arena, "%s%c %u:%u %s\n", text, item->problem == PROBLEM_REMARK ? '?' : '!',
            item->at.line, item->at.column,
            end ? arena_text(arena, item->text, (size_t)(end - item->text)) : item->text);
    }
    return text;
}

static const char *transcript_of(struct diagnostics *diagnostics, const struct grid *grid)
{
    struct arena *arena = diagnostics->arena;
    struct table table;
    diagnostics->count = 0;
    if (!table_find(diagnostics, &file, grid, &table))
        return problems_written(diagnostics);
    const char *text = heading_written(arena, &table);
    for (size_t i = 0; i < table.count; i++)
        text = arena_printf(arena, "%s%s", text, record_written(arena, &table, &table.records[i]));
    return arena_printf(arena, "%s%s", text, problems_written(diagnostics));
}

static struct grid grid_of(struct diagnostics *diagnostics, const char *text)
{
    struct grid grid;
    const char *copy = arena_copy(diagnostics->arena, text);
    assert_true(csvgrid_read(diagnostics, &file, copy, strlen(copy), &grid));
    return grid;
}

/* A workbook of these rows, `merged` ranges parted by blanks, read as a file. */
static struct workbook merged_workbook(struct diagnostics *diagnostics, const char *rows,
                                       const char *merged)
{
    struct arena *arena = diagnostics->arena;
    struct xlsx_build build = xlsx_build_new(arena);
    struct workbook workbook;
    char path[] = "/tmp/pejling-test-XXXXXX";
    const char *ranges = "";
    for (char *range = strtok(arena_copy(arena, merged), " "); range; range = strtok(NULL, " "))
        ranges = arena_printf(arena, "%s<mergeCell ref=\"%s\"/>", ranges, range);
    xlsx_build_rows(&build, XLSX_SHEET, rows);
    for (size_t i = 0; i < build.count; i++) {
        const char *end = strstr(build.parts[i].bytes, "</worksheet>");
        if (end)
            xlsx_build_part(&build, XLSX_SHEET,
                            arena_printf(arena, "%.*s<mergeCells>%s</mergeCells>%s",
                                         (int)(end - build.parts[i].bytes), build.parts[i].bytes,
                                         ranges, end));
    }
    int stream = mkstemp(path);
    assert_true(stream >= 0);
    close(stream);
    assert_true(xlsx_build_save(&build, path));
    const struct input_file source = {path, "tal.xlsx", PROBLEM_INPUT};
    assert_true(source_file_read(diagnostics, &source, &workbook));
    unlink(path);
    return workbook;
}

static void check(struct diagnostics *diagnostics, const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct grid grid = grid_of(diagnostics, examples[i].text);
        const char *transcript = transcript_of(diagnostics, &grid);
        if (strcmp(transcript, examples[i].transcript) != 0)
            print_error("%s:\n", examples[i].what);
        assert_string_equal(transcript, examples[i].transcript);
    }
}

/* --- a row a period --------------------------------------------------------------------------- */
static void a_long_table_has_a_record_for_each_row_and_column_of_figures(void **state)
{
    static const struct example examples[] = {
        {"StatBank", "OMRÅDE;TID;INDHOLD\nSlagelse;2019;78968\nSlagelse;2020;79073\n",
         "long OMRÅDE; TID\n"
         "Slagelse | INDHOLD | 2019 | 78968 | 2:15\n"
         "Slagelse | INDHOLD | 2020 | 79073 | 3:15\n"},
        {"more dimensions, periods first",
         "TID;OMRÅDE;KØN;INDHOLD\n2019K1;Slagelse;Mænd;12\n2019K1;Slagelse;Kvinder;..\n",
         "long OMRÅDE, KØN; TID\n"
         "Slagelse, Mænd | INDHOLD | 2019K1 | 12 | 2:22\n"
         "Slagelse, Kvinder | INDHOLD | 2019K1 | .. | 3:25\n"},
        {"several columns of figures", "område;år;tæller;nævner\nNord;2019;12;100\nSyd;2019;7;80\n",
         "long område, tal; år\n"
         "Nord | tæller | 2019 | 12 | 2:11\n"
         "Nord | nævner | 2019 | 100 | 2:14\n"
         "Syd | tæller | 2019 | 7 | 3:10\n"
         "Syd | nævner | 2019 | 80 | 3:12\n"},
        {"numbers that are codes and ages",
         "KOMKODE;ALDER;TID;INDHOLD\n330;17;2019;12\n330;18;2019;7\n",
         "long KOMKODE, ALDER; TID\n"
         "330, 17 | INDHOLD | 2019 | 12 | 2:13\n"
         "330, 18 | INDHOLD | 2019 | 7 | 3:13\n"},
        {"a source of its own column",
         "område;år;antal;kilde;note\nNord;2019;12;Politiet;foreløbig\nSyd;2019;7;;\n",
         "long område; år\n"
         "Nord | antal | 2019 | 12 | 2:11 [Politiet; foreløbig]\n"
         "Syd | antal | 2019 | 7 | 3:10\n"},
        {"a heading over a heading", "område;år;Antal;Antal\n;;Mænd;Kvinder\nNord;2019;12;7\n",
         "long område, tal; år\n"
         "Nord | Antal Mænd | 2019 | 12 | 3:11\n"
         "Nord | Antal Kvinder | 2019 | 7 | 3:14\n"},
        {"a fuller heading under a heading",
         ";;Antal;Antal\nområde;år;Mænd;Kvinder\nNord;2019;12;7\n",
         "long område, tal; år\n"
         "Nord | Antal Mænd | 2019 | 12 | 3:11\n"
         "Nord | Antal Kvinder | 2019 | 7 | 3:14\n"},
        {"a row shorter than the heading", "område;år;antal;heraf\nNord;2019;12\nSyd;2019;7;3\n",
         "long område, tal; år\n"
         "Nord | antal | 2019 | 12 | 2:11\n"
         "Nord | heraf | 2019 |  | 2:1\n"
         "Syd | antal | 2019 | 7 | 3:10\n"
         "Syd | heraf | 2019 | 3 | 3:12\n"},
        {"blank figures", "område;år;antal\nNord;2019;\nSyd;2019;7\n",
         "long område; år\n"
         "Nord | antal | 2019 |  | 2:1\n"
         "Syd | antal | 2019 | 7 | 3:10\n"},
        {"blank figures in most rows",
         "område;år;antal\nNord;2019;\nNord;2020;\nNord;2021;\nNord;2022;\nNord;2023;\nSyd;2019;"
         "7\n",
         "long område; år\n"
         "Nord | antal | 2019 |  | 2:1\n"
         "Nord | antal | 2020 |  | 3:1\n"
         "Nord | antal | 2021 |  | 4:1\n"
         "Nord | antal | 2022 |  | 5:1\n"
         "Nord | antal | 2023 |  | 6:1\n"
         "Syd | antal | 2019 | 7 | 7:10\n"},
        {"a blank figure in the last row", "område;år;antal\nNord;2019;12\nSyd;2019;\n",
         "long område; år\n"
         "Nord | antal | 2019 | 12 | 2:11\n"
         "Syd | antal | 2019 |  | 3:1\n"},
        {"an area filled once",
         "område;år;antal\nNord;2019;12\n;2020;13\n;2021;14\nSyd;2019;7\n"
         ";2020;8\n;2021;9\n",
         "long område; år\n"
         "Nord | antal | 2019 | 12 | 2:11\n"
         "Nord | antal | 2020 | 13 | 3:7\n"
         "Nord | antal | 2021 | 14 | 4:7\n"
         "Syd | antal | 2019 | 7 | 5:10\n"
         "Syd | antal | 2020 | 8 | 6:7\n"
         "Syd | antal | 2021 | 9 | 7:7\n"},
        {"areas over the figures", "År;Nord;Syd\n2019;12;7\n2020;13;8\n",
         "long tal; År\n"
         " | Nord | 2019 | 12 | 2:6\n"
         " | Syd | 2019 | 7 | 2:9\n"
         " | Nord | 2020 | 13 | 3:6\n"
         " | Syd | 2020 | 8 | 3:9\n"},
        {"a column without content", "område;;år;antal\nNord;;2019;12\n",
         "long område; år\n"
         "Nord | antal | 2019 | 12 | 2:12\n"},
        {"days", "dato;valgsted;stemmer\n2011-09-15;Nord;512\n2015-06-18;Nord;498\n",
         "long valgsted; dato\n"
         "Nord | stemmer | 2011-09-15 | 512 | 2:17\n"
         "Nord | stemmer | 2015-06-18 | 498 | 3:17\n"},
        {"no column named as one of periods", "sted;hvornår;antal\nNord;2019;12\nSyd;2020;7\n",
         "long sted; hvornår\n"
         "Nord | antal | 2019 | 12 | 2:11\n"
         "Syd | antal | 2020 | 7 | 3:10\n"},
        {"no period at all", "område;antal\nNord;12\nSyd;7\n",
         "long område\n"
         "Nord | antal |  | 12 | 2:6\n"
         "Syd | antal |  | 7 | 3:5\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void what_stands_above_a_long_table_is_no_heading(void **state)
{
    static const struct example examples[] = {
        {"a day of change", "Opdateret;15-12-2022\nområde;år;antal\nNord;2019;12\nSyd;2019;7\n",
         "long område; år\n"

         "Nord | antal | 2019 | 12 | 3:11\n"
         "Syd | antal | 2019 | 7 | 4:10\n"},
        {"a year", "År;2022\nområde;år;antal\nNord;2019;12\n",
         "long område; år\n"

         "Nord | antal | 2019 | 12 | 3:11\n"},
        {"a year over a table without periods", "År;2022\nområde;antal\nNord;12\nSyd;7\n",
         "wide område\n"
         "Nord | antal | 2022 | 12 | 3:6\n"
         "Syd | antal | 2022 | 7 | 4:5\n"},
        {"a title and a blank line", "Folketal\n\nområde;år;antal\nNord;2019;12\n\nKilde: DST\n",
         "long område; år\n"
         "title Folketal\n"
         "notes Kilde: DST\n"
         "Nord | antal | 2019 | 12 | 4:11\n"},
        {"a source of two cells, above and below",
         "Kilde;Politiet\nområde;år;antal\nNord;2019;12\nUdtræk;Lone\nKilde;Politiet\n",
         "long område; år\n"

         "notes Udtræk Lone Kilde Politiet\n"
         "Nord | antal | 2019 | 12 | 3:11\n"},
        {"a title of two cells", "Folketal;Slagelse\nområde;år;antal\nNord;2019;12\n",
         "long område; år\n"

         "Nord | antal | 2019 | 12 | 3:11\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void a_table_without_a_heading_is_read_where_its_periods_show(void **state)
{
    static const struct example examples[] = {
        {"periods", "Slagelse;2019;78968\nSlagelse;2020;79073\n",
         "long kolonne 1\n"
         "Slagelse | kolonne 3 | 2019 | 78968 | 1:15\n"
         "Slagelse | kolonne 3 | 2020 | 79073 | 2:15\n"},
        {"a blank figure first", "Slagelse;2019;\nSlagelse;2020;79073\n",
         "long kolonne 1\n"
         "Slagelse | kolonne 3 | 2019 |  | 1:1\n"
         "Slagelse | kolonne 3 | 2020 | 79073 | 2:15\n"},
        {"text above", "Folketal\nSlagelse;2019;78968\n",
         "long kolonne 1\n"
         "Slagelse | kolonne 3 | 2019 | 78968 | 2:15\n"},
        {"no periods", "Nord;12\nSyd;7\n",
         "! 0:0 the table has no heading, so its periods cannot be seen\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

/* --- periods across --------------------------------------------------------------------------- */
static void a_wide_table_has_a_record_for_each_row_and_period(void **state)
{
    static const struct example examples[] = {
        {"plain", "område;2019;2020\nNord;12;13\nSyd;7;..\n",
         "wide område\n"
         "Nord |  | 2019 | 12 | 2:6\n"
         "Nord |  | 2020 | 13 | 2:9\n"
         "Syd |  | 2019 | 7 | 3:5\n"
         "Syd |  | 2020 | .. | 3:7\n"},
        {"title, unit and footnotes",
         "Folketal efter område og tid\nEnhed: Antal\n\n;2019;2020\nNord;12;13\n\nKilde: DST\n"
         "1) Foreløbig\n",
         "wide kolonne 1\n"
         "title Folketal efter område og tid\n"
         "unit Antal\n"
         "notes Kilde: DST 1) Foreløbig\n"
         "Nord |  | 2019 | 12 | 5:6\n"
         "Nord |  | 2020 | 13 | 5:9\n"},
        {"stubs without names, filled once",
         ";;2019;2020\nSlagelse;Mænd;12;13\n;Kvinder;10;11\nNæstved;Mænd;7;8\n;Kvinder;5;6\n",
         "wide kolonne 1, kolonne 2\n"
         "Slagelse, Mænd |  | 2019 | 12 | 2:15\n"
         "Slagelse, Mænd |  | 2020 | 13 | 2:18\n"
         "Slagelse, Kvinder |  | 2019 | 10 | 3:10\n"
         "Slagelse, Kvinder |  | 2020 | 11 | 3:13\n"
         "Næstved, Mænd |  | 2019 | 7 | 4:14\n"
         "Næstved, Mænd |  | 2020 | 8 | 4:16\n"
         "Næstved, Kvinder |  | 2019 | 5 | 5:10\n"
         "Næstved, Kvinder |  | 2020 | 6 | 5:12\n"},
        {"a stub that begins anew with a blank beside it",
         ";;2019;2020\nSlagelse;Mænd;12;13\nNæstved;;7;8\n",
         "wide kolonne 1, kolonne 2\n"
         "Slagelse, Mænd |  | 2019 | 12 | 2:15\n"
         "Slagelse, Mænd |  | 2020 | 13 | 2:18\n"
         "Næstved,  |  | 2019 | 7 | 3:10\n"
         "Næstved,  |  | 2020 | 8 | 3:12\n"},
        {"few periods and a column beside", "område;2019;2020;ændring\nNord;12;13;1\n",
         "wide område\n"
         "Nord |  | 2019 | 12 | 2:6\n"
         "Nord |  | 2020 | 13 | 2:9\n"
         "? 1:18 the column »ændring« is no period like the others and is not read\n"},
        {"more texts than periods", "område;2019;2020;a;b;c\nNord;12;13;1;2;3\n",
         "! 0:0 the table has no heading, so its periods cannot be seen\n"},
        {"labels on lines of their own",
         ";;2019;2020\nSlagelse\n;Mænd;12;13\n;Kvinder;10;11\nNæstved\n;Mænd;7;8\n",
         "wide kolonne 1, kolonne 2\n"
         "Slagelse, Mænd |  | 2019 | 12 | 3:7\n"
         "Slagelse, Mænd |  | 2020 | 13 | 3:10\n"
         "Slagelse, Kvinder |  | 2019 | 10 | 4:10\n"
         "Slagelse, Kvinder |  | 2020 | 11 | 4:13\n"
         "Næstved, Mænd |  | 2019 | 7 | 6:7\n"
         "Næstved, Mænd |  | 2020 | 8 | 6:9\n"},
        {"labels over labels", ";2019;2020\nMænd\nNord;12;13\nSyd;7;8\nKvinder\nNord;10;11\n",
         "wide overskrift, kolonne 1\n"
         "Mænd, Nord |  | 2019 | 12 | 3:6\n"
         "Mænd, Nord |  | 2020 | 13 | 3:9\n"
         "Mænd, Syd |  | 2019 | 7 | 4:5\n"
         "Mænd, Syd |  | 2020 | 8 | 4:7\n"
         "Kvinder, Nord |  | 2019 | 10 | 6:6\n"
         "Kvinder, Nord |  | 2020 | 11 | 6:9\n"},
        {"measures under the periods",
         "område;2019;;2020;\n;Antal;Pct.;Antal;Pct.\nNord;12;1,5;13;1,6\n",
         "wide område, tal\n"
         "Nord | Antal | 2019 | 12 | 3:6\n"
         "Nord | Pct. | 2019 | 1,5 | 3:9\n"
         "Nord | Antal | 2020 | 13 | 3:13\n"
         "Nord | Pct. | 2020 | 1,6 | 3:16\n"},
        {"a measure under periods in each cell",
         "område;2019;2019;2020;2020\n;Antal;Pct.;Antal;Pct.\nNord;12;1,5;13;1,6\n",
         "wide område, tal\n"
         "Nord | Antal | 2019 | 12 | 3:6\n"
         "Nord | Pct. | 2019 | 1,5 | 3:9\n"
         "Nord | Antal | 2020 | 13 | 3:13\n"
         "Nord | Pct. | 2020 | 1,6 | 3:16\n"},
        {"measures above the periods",
         ";Antal;;Pct.;\nområde;2019;2020;2019;2020\nNord;12;13;1,5;1,6\n",
         "wide område, tal\n"
         "Nord | Antal | 2019 | 12 | 3:6\n"
         "Nord | Antal | 2020 | 13 | 3:9\n"
         "Nord | Pct. | 2019 | 1,5 | 3:12\n"
         "Nord | Pct. | 2020 | 1,6 | 3:16\n"},
        {"one period", "område;2019\nNord;12\nSyd;7\n",
         "wide område\n"
         "Nord |  | 2019 | 12 | 2:6\n"
         "Syd |  | 2019 | 7 | 3:5\n"},
        {"a day over a column", "område;15-12-2022\nNord;12\nSyd;7\n",
         "! 0:0 the table has no heading, so its periods cannot be seen\n"},
        {"days", "valgsted;2011-09-15;2015-06-18\nNord;512;498\n",
         "wide valgsted\n"
         "Nord |  | 2011-09-15 | 512 | 2:6\n"
         "Nord |  | 2015-06-18 | 498 | 2:10\n"},
        {"a column beside", "område;2018;2019;2020;2021;ændring\nNord;12;13;14;15;3\n",
         "wide område\n"
         "Nord |  | 2018 | 12 | 2:6\n"
         "Nord |  | 2019 | 13 | 2:9\n"
         "Nord |  | 2020 | 14 | 2:12\n"
         "Nord |  | 2021 | 15 | 2:15\n"
         "? 1:28 the column »ændring« is no period like the others and is not read\n"},
        {"a column beside without a heading", "område;2018;2019\nNord;12;13;3\n",
         "wide område\n"
         "Nord |  | 2018 | 12 | 2:6\n"
         "Nord |  | 2019 | 13 | 2:9\n"
         "? 1:4 a column without a heading is not read\n"},
        {"a row shorter than the heading", "område;2019;2020\nNord;12\nSyd;7;8\n",
         "wide område\n"
         "Nord |  | 2019 | 12 | 2:6\n"
         "Nord |  | 2020 |  | 2:1\n"
         "Syd |  | 2019 | 7 | 3:5\n"
         "Syd |  | 2020 | 8 | 3:7\n"},
        {"blank figures", "område;2019;2020\nNord;;13\nSyd;7;8\n",
         "wide område\n"
         "Nord |  | 2019 |  | 2:6\n"
         "Nord |  | 2020 | 13 | 2:7\n"
         "Syd |  | 2019 | 7 | 3:5\n"
         "Syd |  | 2020 | 8 | 3:7\n"},
        {"quarters", ";2019K1;2019K2\nNord;12;13\n",
         "wide kolonne 1\n"
         "Nord |  | 2019K1 | 12 | 2:6\n"
         "Nord |  | 2019K2 | 13 | 2:9\n"},
        {"blank lines between", "område;2019;2020\n\nNord;12;13\n\nSyd;7;8\n",
         "wide område\n"
         "Nord |  | 2019 | 12 | 3:6\n"
         "Nord |  | 2020 | 13 | 3:9\n"
         "Syd |  | 2019 | 7 | 5:5\n"
         "Syd |  | 2020 | 8 | 5:7\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void a_second_table_is_refused_where_it_begins(void **state)
{
    static const struct example examples[] = {
        {"the heading again", "område;2019;2020\nNord;12;13\nområde;2019;2020\nSyd;7;8\n",
         "! 3:1 another table begins here\n"},
        {"figures that are years", "område;2019;2020\nNord;2019;13\n",
         "wide område\n"
         "Nord |  | 2019 | 2019 | 2:6\n"
         "Nord |  | 2020 | 13 | 2:11\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void a_file_without_a_table_is_refused(void **state)
{
    static const struct example examples[] = {
        {"empty", "", "! 0:0 there is no table of figures\n"},
        {"blank lines", "\n\n;;\n", "! 0:0 there is no table of figures\n"},
        {"text alone", "Folketal\nKilde;DST\n", "! 0:0 there is no table of figures\n"},
        {"a heading alone", "område;år;antal\n", "! 0:0 there is no table of figures\n"},
        {"periods and no figures", "område;2019;2020\nNord\nSyd\n",
         "! 0:0 there is no table of figures\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

/* --- workbooks -------------------------------------------------------------------------------- */
/* What a cell says, its merged neighbours say too, so that headings over headings need no guess. */
static void merged_cells_of_a_workbook_are_headings_of_all_they_cover(void **state)
{
    static const struct {
        const char *what, *rows, *merged, *transcript;
    } examples[] = {
        {"a title over all columns", "Folketal;;\nområde;2019;2020\nNord;12;13\n", "A1:C1",
         "wide område\n"
         "title Folketal\n"
         "Nord |  | 2019 | 12 | 3:2\n"
         "Nord |  | 2020 | 13 | 3:3\n"},
        {"periods over measures",
         "område;2019;;2020;\n;Antal;Pct.;Antal;Pct.\nNord;12;1,5;13;1,6\n", "A1:A2 B1:C1 D1:E1",
         "wide område, tal\n"
         "Nord | Antal | 2019 | 12 | 3:2\n"
         "Nord | Pct. | 2019 | 1,5 | 3:3\n"
         "Nord | Antal | 2020 | 13 | 3:4\n"
         "Nord | Pct. | 2020 | 1,6 | 3:5\n"},
        {"measures over periods", "område;Antal;;Pct.;\n;2019;2020;2019;2020\nNord;12;13;1,5;1,6\n",
         "A1:A2 B1:C1 D1:E1",
         "wide område, tal\n"
         "Nord | Antal | 2019 | 12 | 3:2\n"
         "Nord | Antal | 2020 | 13 | 3:3\n"
         "Nord | Pct. | 2019 | 1,5 | 3:4\n"
         "Nord | Pct. | 2020 | 1,6 | 3:5\n"},
        {"areas beside their rows", "område;køn;2019;2020\nNord;Mænd;12;13\n;Kvinder;10;11\n",
         "A2:A3",
         "wide område, køn\n"
         "Nord, Mænd |  | 2019 | 12 | 2:3\n"
         "Nord, Mænd |  | 2020 | 13 | 2:4\n"
         "Nord, Kvinder |  | 2019 | 10 | 3:3\n"
         "Nord, Kvinder |  | 2020 | 11 | 3:4\n"},
        {"a heading over headings of a long table",
         "område;år;Antal;\n;;Mænd;Kvinder\nNord;2019;12;7\nSyd;2019;5;3\n", "A1:A2 B1:B2 C1:D1",
         "long område, tal; år\n"
         "Nord | Antal Mænd | 2019 | 12 | 3:3\n"
         "Nord | Antal Kvinder | 2019 | 7 | 3:4\n"
         "Syd | Antal Mænd | 2019 | 5 | 4:3\n"
         "Syd | Antal Kvinder | 2019 | 3 | 4:4\n"},
    };
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < COUNT_OF(examples); i++) {
        struct workbook workbook =
            merged_workbook(diagnostics, examples[i].rows, examples[i].merged);
        const char *transcript = transcript_of(diagnostics, &workbook.sheets[0]);
        if (strcmp(transcript, examples[i].transcript) != 0)
            print_error("%s:\n", examples[i].what);
        assert_string_equal(transcript, examples[i].transcript);
    }
}

#define TABLE_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TABLE_TEST(a_long_table_has_a_record_for_each_row_and_column_of_figures),
        TABLE_TEST(what_stands_above_a_long_table_is_no_heading),
        TABLE_TEST(a_table_without_a_heading_is_read_where_its_periods_show),
        TABLE_TEST(a_wide_table_has_a_record_for_each_row_and_period),
        TABLE_TEST(a_second_table_is_refused_where_it_begins),
        TABLE_TEST(a_file_without_a_table_is_refused),
        TABLE_TEST(merged_cells_of_a_workbook_are_headings_of_all_they_cover),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
