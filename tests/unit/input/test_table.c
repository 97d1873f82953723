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

/* As a mapping names them: without its own marks, no two alike, and none as the figures' column. */
static void every_dimension_has_a_name_of_its_own(void **state)
{
    static const struct example examples[] = {
        {"marks of a mapping", "område=a|b&c;år;antal\nNord;2019;12\nSyd;2019;7\n",
         "long område:a/b+c; år\n"
         "Nord | antal | 2019 | 12 | 2:11\n"
         "Syd | antal | 2019 | 7 | 3:10\n"},
        {"the same three times", "navn;navn;navn;år;antal\nNord;a;c;2019;12\nSyd;b;d;2019;7\n",
         "long navn, navn (kolonne 2), navn (kolonne 3); år\n"
         "Nord, a, c | antal | 2019 | 12 | 2:15\n"
         "Syd, b, d | antal | 2019 | 7 | 3:14\n"},
        {"as the column of what is counted", "Tal;år;mænd;kvinder\nNord;2019;12;13\nSyd;2019;7;8\n",
         "long Tal (kolonne 1), tal; år\n"
         "Nord | mænd | 2019 | 12 | 2:11\n"
         "Nord | kvinder | 2019 | 13 | 2:14\n"
         "Syd | mænd | 2019 | 7 | 3:10\n"
         "Syd | kvinder | 2019 | 8 | 3:12\n"},
        {"only one thing is counted", "Tal;år;mænd\nNord;2019;12\nSyd;2019;7\n",
         "long Tal; år\n"
         "Nord | mænd | 2019 | 12 | 2:11\n"
         "Syd | mænd | 2019 | 7 | 3:10\n"},
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
        {"other years", "område;2019;2020\nNord;12;13\n\nområde;2021;2022\nSyd;7;8\n",
         "! 4:1 another table begins here\n"},
        {"other years without a name", "område;2019;2020\nNord;12;13\n\n;2021;2022\nSyd;7;8\n",
         "! 4:1 another table begins here\n"},
        {"running years under another name",
         "område;2019;2020;2021\nNord;12;13;14\nbydel;2020;2021;2022\nSyd;7;8;9\n",
         "! 3:1 another table begins here\n"},
        {"a title between",
         "område;2019;2020\nNord;12;13\n\nAndre tal\n\nområde;2019;2020\nSyd;7;8\n",
         "! 6:1 another table begins here\n"},
        {"two running figures that are years", "område;2019;2020\nNord;12;13\nSyd;2011;2012\n",
         "wide område\n"
         "Nord |  | 2019 | 12 | 2:6\n"
         "Nord |  | 2020 | 13 | 2:9\n"
         "Syd |  | 2019 | 2011 | 3:5\n"
         "Syd |  | 2020 | 2012 | 3:10\n"},
        {"a subtitle in a long table", "område;år;antal\nNord;2019;12\n\nPct.\nSyd;2019;20,5\n",
         "! 4:1 another table begins here\n"},
        {"an area filled once is no subtitle",
         "område;år;antal\nNord;2019;12\n;2020;13\n;2021;14\n",
         "long område; år\n"
         "Nord | antal | 2019 | 12 | 2:11\n"
         "Nord | antal | 2020 | 13 | 3:7\n"
         "Nord | antal | 2021 | 14 | 4:7\n"},
        {"under a heading of two rows",
         ";;Antal;Antal\nområde;år;Mænd;Kvinder\nNord;2019;12;7\nområde;år;Mænd;Kvinder\nSyd;2019;"
         "12;7\n",
         "! 4:1 another table begins here\n"},
        {"the heading of a long table again",
         "område;år;antal\nNord;2019;12\n\nområde;år;antal\nSyd;2019;7\n",
         "! 4:1 another table begins here\n"},
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

/* In a workbook of many sheets it is said which. */
static void a_sheet_without_a_table_is_named(void **state)
{
    struct diagnostics *diagnostics = *state;
    struct grid grid = grid_of(diagnostics, "Vejledning\nSe næste ark\n");
    struct table table;
    grid.name = "Forside";
    assert_false(table_find(diagnostics, &file, &grid, &table));
    assert_int_equal(diagnostics->count, 1);
    assert_string_equal(diagnostics->items[0].at.file, "tal.csv [Forside]");
}

static void columns_of_another_kind_of_period_are_left_out(void **state)
{
    static const struct example examples[] = {
        {"both years together", "område;2021;2022;2021-2022\nNord;12;13;25\nSyd;7;8;15\n",
         "wide område\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 | 13 | 2:9\n"
         "Syd |  | 2021 | 7 | 3:5\n"
         "Syd |  | 2022 | 8 | 3:7\n"
         "? 1:18 the column »2021-2022« is no period like the others and is not read\n"},
        {"a quarter among years", "område;2021;2022;2022K1\nNord;12;13;4\n",
         "wide område\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 | 13 | 2:9\n"
         "? 1:18 the column »2022K1« is no period like the others and is not read\n"},
        {"a day among years", "område;2021;2022;01-01-2023\nNord;12;13;14\n",
         "wide område\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 | 13 | 2:9\n"
         "? 1:18 the column »01-01-2023« is no period like the others and is not read\n"},
        {"a total and a change", "område;2021;2022;I alt;Udvikling\nNord;12;13;25;1\n",
         "wide område\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 | 13 | 2:9\n"
         "? 1:18 the column »I alt« is no period like the others and is not read\n"
         "? 1:24 the column »Udvikling« is no period like the others and is not read\n"},
        {"a total of a pivot table",
         "Rækker;2021;2022;Hovedtotal\nNord;12;13;25\nHovedtotal;12;13;25\n",
         "wide Rækker\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 | 13 | 2:9\n"
         "Hovedtotal |  | 2021 | 12 | 3:12\n"
         "Hovedtotal |  | 2022 | 13 | 3:15\n"
         "? 1:18 the column »Hovedtotal« is no period like the others and is not read\n"},
        {"without anything under it", "område;2021;2022;2021-2022\nNord;12;13;\n",
         "wide område\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 | 13 | 2:9\n"},
        {"the mark of a footnote", "område;2021;2022 1);2023¹\nNord;12;13;14\n",
         "wide område\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 1) | 13 | 2:9\n"
         "Nord |  | 2023¹ | 14 | 2:12\n"},
        {"five of them", "område;2018;2019;2020;2021;2022;a;b;c;d;e\nNord;1;2;3;4;5;6;7;8;9;10\n",
         "wide område\n"
         "Nord |  | 2018 | 1 | 2:6\n"
         "Nord |  | 2019 | 2 | 2:8\n"
         "Nord |  | 2020 | 3 | 2:10\n"
         "Nord |  | 2021 | 4 | 2:12\n"
         "Nord |  | 2022 | 5 | 2:14\n"
         "? 1:33 the column »a« is no period like the others and is not read\n"
         "? 1:35 the column »b« is no period like the others and is not read\n"
         "? 1:37 the column »c« is no period like the others and is not read\n"
         "? 1:39 the column »d« is no period like the others and is not read\n"
         "? 1:41 the column »e« is no period like the others and is not read\n"},
        {"more than five",
         "område;2017;2018;2019;2020;2021;2022;2023;a;b;c;d;e;f;g\nNord;1;2;3;4;5;6;7;8;9;10;11;12;"
         "13;14\n",
         "wide område\n"
         "Nord |  | 2017 | 1 | 2:6\n"
         "Nord |  | 2018 | 2 | 2:8\n"
         "Nord |  | 2019 | 3 | 2:10\n"
         "Nord |  | 2020 | 4 | 2:12\n"
         "Nord |  | 2021 | 5 | 2:14\n"
         "Nord |  | 2022 | 6 | 2:16\n"
         "Nord |  | 2023 | 7 | 2:18\n"
         "? 1:43 the column »a« is no period like the others and is not read\n"
         "? 1:45 the column »b« is no period like the others and is not read\n"
         "? 1:47 the column »c« is no period like the others and is not read\n"
         "? 1:49 the column »d« is no period like the others and is not read\n"
         "? 1:51 the column »e« is no period like the others and is not read\n"
         "? 0:0 2 further columns are not read\n"},

    };
    check(*state, examples, COUNT_OF(examples));
}

/* It must not lend its name to the figures of the next. */
static void an_area_without_figures_is_a_row_of_blanks(void **state)
{
    static const struct example examples[] = {
        {"the first", "område;2021;2022\nNord;;\nSyd;7;8\nØst;5;6\n",
         "wide område\n"
         "Nord |  | 2021 |  | 2:1\n"
         "Nord |  | 2022 |  | 2:1\n"
         "Syd |  | 2021 | 7 | 3:5\n"
         "Syd |  | 2022 | 8 | 3:7\n"
         "Øst |  | 2021 | 5 | 4:5\n"
         "Øst |  | 2022 | 6 | 4:7\n"},
        {"one in the middle", "område;2021;2022\nNord;12;13\nSyd;;\nØst;5;6\n",
         "wide område\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 | 13 | 2:9\n"
         "Syd |  | 2021 |  | 3:1\n"
         "Syd |  | 2022 |  | 3:1\n"
         "Øst |  | 2021 | 5 | 4:5\n"
         "Øst |  | 2022 | 6 | 4:7\n"},
        {"the last", "område;2021;2022\nNord;12;13\nSyd;7;8\nØst;;\n",
         "wide område\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 | 13 | 2:9\n"
         "Syd |  | 2021 | 7 | 3:5\n"
         "Syd |  | 2022 | 8 | 3:7\n"
         "Øst |  | 2021 |  | 4:1\n"
         "Øst |  | 2022 |  | 4:1\n"},
        {"the last before a footnote", "område;2021;2022\nNord;12;13\nØst;;\n\nKilde: Politiet\n",
         "wide område\n"
         "notes Kilde: Politiet\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 | 13 | 2:9\n"
         "Øst |  | 2021 |  | 3:1\n"
         "Øst |  | 2022 |  | 3:1\n"},
        {"two running", "område;2021;2022\nNord;12;13\nSyd;;\nØst;;\nVest;5;6\n",
         "wide område\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 | 13 | 2:9\n"
         "Syd |  | 2021 |  | 3:1\n"
         "Syd |  | 2022 |  | 3:1\n"
         "Øst |  | 2021 |  | 4:1\n"
         "Øst |  | 2022 |  | 4:1\n"
         "Vest |  | 2021 | 5 | 5:6\n"
         "Vest |  | 2022 | 6 | 5:8\n"},
        {"every other", "område;2021;2022\nNord;;\nSyd;7;8\nØst;;\nVest;5;6\n",
         "wide område\n"
         "Nord |  | 2021 |  | 2:1\n"
         "Nord |  | 2022 |  | 2:1\n"
         "Syd |  | 2021 | 7 | 3:5\n"
         "Syd |  | 2022 | 8 | 3:7\n"
         "Øst |  | 2021 |  | 4:1\n"
         "Øst |  | 2022 |  | 4:1\n"
         "Vest |  | 2021 | 5 | 5:6\n"
         "Vest |  | 2022 | 6 | 5:8\n"},
        {"in a row that is shorter", "område;2021;2022\nNord\nSyd;7;8\n",
         "wide område\n"
         "Nord |  | 2021 |  | 2:1\n"
         "Nord |  | 2022 |  | 2:1\n"
         "Syd |  | 2021 | 7 | 3:5\n"
         "Syd |  | 2022 | 8 | 3:7\n"},
        {"beside an area with a group",
         "område;køn;2021;2022\nNord;Mænd;12;13\nNord;Kvinder;;\nSyd;Mænd;7;8\n",
         "wide område, køn\n"
         "Nord, Mænd |  | 2021 | 12 | 2:11\n"
         "Nord, Mænd |  | 2022 | 13 | 2:14\n"
         "Nord, Kvinder |  | 2021 |  | 3:1\n"
         "Nord, Kvinder |  | 2022 |  | 3:1\n"
         "Syd, Mænd |  | 2021 | 7 | 4:10\n"
         "Syd, Mænd |  | 2022 | 8 | 4:12\n"},
        {"of a long table", "område;år;antal\nNord;2021;12\nSyd;2021;\nØst;2021;5\n",
         "long område; år\n"
         "Nord | antal | 2021 | 12 | 2:11\n"
         "Syd | antal | 2021 |  | 3:1\n"
         "Øst | antal | 2021 | 5 | 4:10\n"},
        {"a line that ends in a mark", "område;2021;2022\nNord;12;13\nI alt er afrundet.\n",
         "wide område\n"
         "notes I alt er afrundet.\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 | 13 | 2:9\n"},

        {"a footnote by its number", "område;2021;2022\nNord;12;13\n1) Foreløbig\n",
         "wide område\n"
         "notes 1) Foreløbig\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 | 13 | 2:9\n"},
        {"a footnote by its star", "område;2021;2022\nNord;12;13\n* Foreløbig\n",
         "wide område\n"
         "notes * Foreløbig\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 | 13 | 2:9\n"},
        {"a source", "område;2021;2022\nNord;12;13\nKilde: Politiet\n",
         "wide område\n"
         "notes Kilde: Politiet\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 | 13 | 2:9\n"},
        {"a long text",
         "område;2021;2022\nNord;12;13\nTallene er hentet fra kommunens egne systemer i maj\n",
         "wide område\n"
         "notes Tallene er hentet fra kommunens egne systemer i maj\n"
         "Nord |  | 2021 | 12 | 2:6\n"
         "Nord |  | 2022 | 13 | 2:9\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

/* A line alone is a label of what is under it only if that comes again under another such line. */
static void labels_stand_over_labels_where_they_repeat(void **state)
{
    static const struct example examples[] = {
        {"areas over groups",
         "område;2021;2022\nNord;;\nMænd;12;13\nKvinder;10;11\nSyd;;\nMænd;7;8\nKvinder;5;6\n",
         "wide overskrift, område\n"
         "Nord, Mænd |  | 2021 | 12 | 3:6\n"
         "Nord, Mænd |  | 2022 | 13 | 3:9\n"
         "Nord, Kvinder |  | 2021 | 10 | 4:9\n"
         "Nord, Kvinder |  | 2022 | 11 | 4:12\n"
         "Syd, Mænd |  | 2021 | 7 | 6:6\n"
         "Syd, Mænd |  | 2022 | 8 | 6:8\n"
         "Syd, Kvinder |  | 2021 | 5 | 7:9\n"
         "Syd, Kvinder |  | 2022 | 6 | 7:11\n"},
        {"groups over areas",
         ";2021;2022\nMænd\nNord;12;13\nSyd;7;8\nKvinder\nNord;10;11\nSyd;5;6\n",
         "wide overskrift, kolonne 1\n"
         "Mænd, Nord |  | 2021 | 12 | 3:6\n"
         "Mænd, Nord |  | 2022 | 13 | 3:9\n"
         "Mænd, Syd |  | 2021 | 7 | 4:5\n"
         "Mænd, Syd |  | 2022 | 8 | 4:7\n"
         "Kvinder, Nord |  | 2021 | 10 | 6:6\n"
         "Kvinder, Nord |  | 2022 | 11 | 6:9\n"
         "Kvinder, Syd |  | 2021 | 5 | 7:5\n"
         "Kvinder, Syd |  | 2022 | 6 | 7:7\n"},
        {"blank rows between them", ";2021;2022\nMænd\n\nNord;12;13\n\nKvinder\n\nNord;10;11\n",
         "wide overskrift, kolonne 1\n"
         "Mænd, Nord |  | 2021 | 12 | 4:6\n"
         "Mænd, Nord |  | 2022 | 13 | 4:9\n"
         "Kvinder, Nord |  | 2021 | 10 | 8:6\n"
         "Kvinder, Nord |  | 2022 | 11 | 8:9\n"},
        {"one line alone", ";2021;2022\nMænd\nNord;12;13\nSyd;7;8\n",
         "wide kolonne 1\n"
         "Mænd |  | 2021 |  | 2:1\n"
         "Mænd |  | 2022 |  | 2:1\n"
         "Nord |  | 2021 | 12 | 3:6\n"
         "Nord |  | 2022 | 13 | 3:9\n"
         "Syd |  | 2021 | 7 | 4:5\n"
         "Syd |  | 2022 | 8 | 4:7\n"},
        {"labels that are all others", ";2021;2022\nMænd\nNord;12;13\nKvinder\nSyd;7;8\n",
         "wide kolonne 1\n"
         "Mænd |  | 2021 |  | 2:1\n"
         "Mænd |  | 2022 |  | 2:1\n"
         "Nord |  | 2021 | 12 | 3:6\n"
         "Nord |  | 2022 | 13 | 3:9\n"
         "Kvinder |  | 2021 |  | 4:1\n"
         "Kvinder |  | 2022 |  | 4:1\n"
         "Syd |  | 2021 | 7 | 5:5\n"
         "Syd |  | 2022 | 8 | 5:7\n"},
        {"in a column of their own", ";;2021;2022\nNord\n;Mænd;12;13\nSyd\n;Mænd;7;8\n",
         "wide kolonne 1, kolonne 2\n"
         "Nord, Mænd |  | 2021 | 12 | 3:7\n"
         "Nord, Mænd |  | 2022 | 13 | 3:10\n"
         "Syd, Mænd |  | 2021 | 7 | 5:7\n"
         "Syd, Mænd |  | 2022 | 8 | 5:9\n"},

        {"areas without figures between areas with groups",
         "område;køn;2021;2022\nNord;;;\nSyd;Mænd;7;8\n;Kvinder;5;6\nØst;;;\nVest;Mænd;1;2\n;"
         "Kvinder;3;4\n",
         "wide område, køn\n"
         "Nord,  |  | 2021 |  | 2:1\n"
         "Nord,  |  | 2022 |  | 2:1\n"
         "Syd, Mænd |  | 2021 | 7 | 3:10\n"
         "Syd, Mænd |  | 2022 | 8 | 3:12\n"
         "Syd, Kvinder |  | 2021 | 5 | 4:10\n"
         "Syd, Kvinder |  | 2022 | 6 | 4:12\n"
         "Øst,  |  | 2021 |  | 5:1\n"
         "Øst,  |  | 2022 |  | 5:1\n"
         "Vest, Mænd |  | 2021 | 1 | 6:11\n"
         "Vest, Mænd |  | 2022 | 2 | 6:13\n"
         "Vest, Kvinder |  | 2021 | 3 | 7:10\n"
         "Vest, Kvinder |  | 2022 | 4 | 7:12\n"},
        {"groups over areas with ages",
         ";;2021;2022\nMænd\nNord;0-17 år;1;2\n;18 år-;3;4\nKvinder\nNord;0-17 år;5;6\n;18 "
         "år-;7;8\n",
         "wide overskrift, kolonne 1, kolonne 2\n"
         "Mænd, Nord, 0-17 år |  | 2021 | 1 | 3:14\n"
         "Mænd, Nord, 0-17 år |  | 2022 | 2 | 3:16\n"
         "Mænd, Nord, 18 år- |  | 2021 | 3 | 4:9\n"
         "Mænd, Nord, 18 år- |  | 2022 | 4 | 4:11\n"
         "Kvinder, Nord, 0-17 år |  | 2021 | 5 | 6:14\n"
         "Kvinder, Nord, 0-17 år |  | 2022 | 6 | 6:16\n"
         "Kvinder, Nord, 18 år- |  | 2021 | 7 | 7:9\n"
         "Kvinder, Nord, 18 år- |  | 2022 | 8 | 7:11\n"},
        {"the first area under a label without figures",
         ";2021;2022\nMænd\nNord;;\nSyd;7;8\nKvinder\nNord;10;11\nSyd;5;6\n",
         "wide overskrift, kolonne 1\n"
         "Mænd, Nord |  | 2021 |  | 3:1\n"
         "Mænd, Nord |  | 2022 |  | 3:1\n"
         "Mænd, Syd |  | 2021 | 7 | 4:5\n"
         "Mænd, Syd |  | 2022 | 8 | 4:7\n"
         "Kvinder, Nord |  | 2021 | 10 | 6:6\n"
         "Kvinder, Nord |  | 2022 | 11 | 6:9\n"
         "Kvinder, Syd |  | 2021 | 5 | 7:5\n"
         "Kvinder, Syd |  | 2022 | 6 | 7:7\n"},
        {"the last one", ";2021;2022\nMænd\nNord;12;13\nSyd;;\nKvinder\nNord;10;11\nSyd;5;6\n",
         "wide overskrift, kolonne 1\n"
         "Mænd, Nord |  | 2021 | 12 | 3:6\n"
         "Mænd, Nord |  | 2022 | 13 | 3:9\n"
         "Mænd, Syd |  | 2021 |  | 4:1\n"
         "Mænd, Syd |  | 2022 |  | 4:1\n"
         "Kvinder, Nord |  | 2021 | 10 | 6:6\n"
         "Kvinder, Nord |  | 2022 | 11 | 6:9\n"
         "Kvinder, Syd |  | 2021 | 5 | 7:5\n"
         "Kvinder, Syd |  | 2022 | 6 | 7:7\n"},
        {"the last one under both labels",
         ";2021;2022\nMænd\nNord;12;13\nØst;;\nKvinder\nNord;10;11\nØst;;\n",
         "wide overskrift, kolonne 1\n"
         "Mænd, Nord |  | 2021 | 12 | 3:6\n"
         "Mænd, Nord |  | 2022 | 13 | 3:9\n"
         "Mænd, Øst |  | 2021 |  | 4:1\n"
         "Mænd, Øst |  | 2022 |  | 4:1\n"
         "Kvinder, Nord |  | 2021 | 10 | 6:6\n"
         "Kvinder, Nord |  | 2022 | 11 | 6:9\n"
         "Kvinder, Øst |  | 2021 |  | 7:1\n"
         "Kvinder, Øst |  | 2022 |  | 7:1\n"},
        {"one between",
         ";2021;2022\nMænd\nNord;12;13\nSyd;;\nVest;1;2\nKvinder\nNord;10;11\nSyd;5;6\nVest;3;4\n",
         "wide overskrift, kolonne 1\n"
         "Mænd, Nord |  | 2021 | 12 | 3:6\n"
         "Mænd, Nord |  | 2022 | 13 | 3:9\n"
         "Mænd, Syd |  | 2021 |  | 4:1\n"
         "Mænd, Syd |  | 2022 |  | 4:1\n"
         "Mænd, Vest |  | 2021 | 1 | 5:6\n"
         "Mænd, Vest |  | 2022 | 2 | 5:8\n"
         "Kvinder, Nord |  | 2021 | 10 | 7:6\n"
         "Kvinder, Nord |  | 2022 | 11 | 7:9\n"
         "Kvinder, Syd |  | 2021 | 5 | 8:5\n"
         "Kvinder, Syd |  | 2022 | 6 | 8:7\n"
         "Kvinder, Vest |  | 2021 | 3 | 9:6\n"
         "Kvinder, Vest |  | 2022 | 4 | 9:8\n"},
        {"lines in two columns",
         "område;køn;2021;2022\nNord;;;\nSyd;Mænd;7;8\n;Kvinder;;\nØst;Mænd;1;2\n",
         "wide område, køn\n"
         "Nord,  |  | 2021 |  | 2:1\n"
         "Nord,  |  | 2022 |  | 2:1\n"
         "Syd, Mænd |  | 2021 | 7 | 3:10\n"
         "Syd, Mænd |  | 2022 | 8 | 3:12\n"
         "Syd, Kvinder |  | 2021 |  | 4:2\n"
         "Syd, Kvinder |  | 2022 |  | 4:2\n"
         "Øst, Mænd |  | 2021 | 1 | 5:10\n"
         "Øst, Mænd |  | 2022 | 2 | 5:12\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void the_total_at_the_foot_is_not_the_last_areas(void **state)
{
    static const struct example examples[] = {
        {"of a pivot table",
         "område;alder;2021;2022\nNord;0-17 år;1;2\n;18 år-;3;4\nSyd;0-17 år;5;6\n;18 år-;7;8\n;I "
         "alt;16;20\n",
         "wide område, alder\n"
         "Nord, 0-17 år |  | 2021 | 1 | 2:14\n"
         "Nord, 0-17 år |  | 2022 | 2 | 2:16\n"
         "Nord, 18 år- |  | 2021 | 3 | 3:9\n"
         "Nord, 18 år- |  | 2022 | 4 | 3:11\n"
         "Syd, 0-17 år |  | 2021 | 5 | 4:13\n"
         "Syd, 0-17 år |  | 2022 | 6 | 4:15\n"
         "Syd, 18 år- |  | 2021 | 7 | 5:9\n"
         "Syd, 18 år- |  | 2022 | 8 | 5:11\n"
         "I alt, I alt |  | 2021 | 16 | 6:8\n"
         "I alt, I alt |  | 2022 | 20 | 6:11\n"},
        {"called so in the first column",
         "område;alder;2021;2022\nNord;0-17 år;1;2\n;18 år-;3;4\nHovedtotal;;4;6\n",
         "wide område, alder\n"
         "Nord, 0-17 år |  | 2021 | 1 | 2:14\n"
         "Nord, 0-17 år |  | 2022 | 2 | 2:16\n"
         "Nord, 18 år- |  | 2021 | 3 | 3:9\n"
         "Nord, 18 år- |  | 2022 | 4 | 3:11\n"
         "Hovedtotal,  |  | 2021 | 4 | 4:13\n"
         "Hovedtotal,  |  | 2022 | 6 | 4:15\n"},
        {"each area has one",
         "område;alder;2021;2022\nNord;0-17 år;1;2\n;I alt;3;4\nSyd;0-17 år;5;6\n;I alt;7;8\n",
         "wide område, alder\n"
         "Nord, 0-17 år |  | 2021 | 1 | 2:14\n"
         "Nord, 0-17 år |  | 2022 | 2 | 2:16\n"
         "Nord, I alt |  | 2021 | 3 | 3:8\n"
         "Nord, I alt |  | 2022 | 4 | 3:10\n"
         "Syd, 0-17 år |  | 2021 | 5 | 4:13\n"
         "Syd, 0-17 år |  | 2022 | 6 | 4:15\n"
         "Syd, I alt |  | 2021 | 7 | 5:8\n"
         "Syd, I alt |  | 2022 | 8 | 5:10\n"},
        {"before a footnote",
         "område;alder;2021;2022\nNord;0-17 år;1;2\n;18 år-;3;4\n;I alt;4;6\n\nKilde: X\n",
         "wide område, alder\n"
         "notes Kilde: X\n"
         "Nord, 0-17 år |  | 2021 | 1 | 2:14\n"
         "Nord, 0-17 år |  | 2022 | 2 | 2:16\n"
         "Nord, 18 år- |  | 2021 | 3 | 3:9\n"
         "Nord, 18 år- |  | 2022 | 4 | 3:11\n"
         "I alt, I alt |  | 2021 | 4 | 4:8\n"
         "I alt, I alt |  | 2022 | 6 | 4:10\n"},

    };
    check(*state, examples, COUNT_OF(examples));
}

static void years_stand_in_the_headings_of_figures(void **state)
{
    static const struct example examples[] = {
        {"behind", "område;Antal 2019;Antal 2020\nNord;12;13\nSyd;7;8\n",
         "long område\n"
         "Nord | Antal | 2019 | 12 | 2:6\n"
         "Nord | Antal | 2020 | 13 | 2:9\n"
         "Syd | Antal | 2019 | 7 | 3:5\n"
         "Syd | Antal | 2020 | 8 | 3:7\n"},
        {"before", "område;2019 Antal;2020 Antal\nNord;12;13\n",
         "long område\n"
         "Nord | Antal | 2019 | 12 | 2:6\n"
         "Nord | Antal | 2020 | 13 | 2:9\n"},
        {"two measures", "område;Antal 2019;Antal 2020;Pct. 2019;Pct. 2020\nNord;12;13;1,5;1,6\n",
         "long område, tal\n"
         "Nord | Antal | 2019 | 12 | 2:6\n"
         "Nord | Antal | 2020 | 13 | 2:9\n"
         "Nord | Pct. | 2019 | 1,5 | 2:12\n"
         "Nord | Pct. | 2020 | 1,6 | 2:16\n"},
        {"not all of them", "område;Antal 2019;Antal 2020;Antal\nNord;12;13;25\n",
         "long område, tal\n"
         "Nord | Antal 2019 |  | 12 | 2:6\n"
         "Nord | Antal 2020 |  | 13 | 2:9\n"
         "Nord | Antal |  | 25 | 2:12\n"},
        {"beside a column of periods", "område;år;Antal 2019;Antal 2020\nNord;2021;12;13\n",
         "long område, tal; år\n"
         "Nord | Antal 2019 | 2021 | 12 | 2:11\n"
         "Nord | Antal 2020 | 2021 | 13 | 2:14\n"},
        {"no years", "område;Antal 1234;Antal 9999\nNord;12;13\n",
         "long område, tal\n"
         "Nord | Antal 1234 |  | 12 | 2:6\n"
         "Nord | Antal 9999 |  | 13 | 2:9\n"},

    };
    check(*state, examples, COUNT_OF(examples));
}

/* 2011/12 typed into Excel: its column is not left out without a word on what happened to it. */
static void a_month_in_a_heading_of_school_years_is_refused(void **state)
{
    static const struct example examples[] = {
        {"a month", "område;dec-11;2012/13;2013/14\nNord;6,5;6,8;7,1\n",
         "! 1:8 Excel has turned the period into a month\n"},
        {"between", "område;2010/11;dec-11;2012/13\nNord;6,5;6,8;7,1\n",
         "! 1:16 Excel has turned the period into a month\n"},
        {"a day number", "område;2019;2020;44516\nNord;12;13;14\n",
         "! 1:18 Excel has turned the date into a number\n"},
        {"behind", "område;2010/11;2011/12;okt-12\nNord;6,5;6,8;7,1\n",
         "! 1:24 Excel has turned the period into a month\n"},
        {"only two, the first", "område;dec-11;2012/13\nNord;6,5;6,8\n",
         "! 1:8 Excel has turned the period into a month\n"},

    };
    check(*state, examples, COUNT_OF(examples));
}

static void blank_rows_between_a_heading_and_what_is_under_it(void **state)
{
    static const struct example examples[] = {
        {"measures", "område;2019;;2020;\n\n;Antal;Pct.;Antal;Pct.\nNord;12;1,5;13;1,6\n",
         "wide område, tal\n"
         "Nord | Antal | 2019 | 12 | 4:6\n"
         "Nord | Pct. | 2019 | 1,5 | 4:9\n"
         "Nord | Antal | 2020 | 13 | 4:13\n"
         "Nord | Pct. | 2020 | 1,6 | 4:16\n"},
        {"figures", "område;2019;2020\n\n\nNord;12;13\n",
         "wide område\n"
         "Nord |  | 2019 | 12 | 4:6\n"
         "Nord |  | 2020 | 13 | 4:9\n"},
        {"measures and figures",
         "område;2019;;2020;\n\n\n;Antal;Pct.;Antal;Pct.\n\nNord;12;1,5;13;1,6\n",
         "wide område, tal\n"
         "Nord | Antal | 2019 | 12 | 6:6\n"
         "Nord | Pct. | 2019 | 1,5 | 6:9\n"
         "Nord | Antal | 2020 | 13 | 6:13\n"
         "Nord | Pct. | 2020 | 1,6 | 6:16\n"},
        {"of a long table", "område;år;antal\n\nNord;2019;12\n",
         "long område; år\n"
         "Nord | antal | 2019 | 12 | 3:11\n"},

    };
    check(*state, examples, COUNT_OF(examples));
}

/* Codes of groups are numbers there. */
static void only_indhold_holds_figures_of_the_statbank(void **state)
{
    static const struct example examples[] = {
        {"codes that are numbers",
         "OMRÅDE;KØN;HERKOMST;TID;INDHOLD\n330;1;5;2019;9011\n330;2;3;2019;8012\n",
         "long OMRÅDE, KØN, HERKOMST; TID\n"
         "330, 1, 5 | INDHOLD | 2019 | 9011 | 2:14\n"
         "330, 2, 3 | INDHOLD | 2019 | 8012 | 3:14\n"},
        {"its figures missing", "OMRÅDE;STATUS;TID;INDHOLD\n330;0;2019;..\n330;5;2019;..\n",
         "long OMRÅDE, STATUS; TID\n"
         "330, 0 | INDHOLD | 2019 | .. | 2:12\n"
         "330, 5 | INDHOLD | 2019 | .. | 3:12\n"},
        {"a column of texts", "OMRÅDE;TID;INDHOLD\n330;2019;ukendt\n330;2020;lukket\n",
         "long OMRÅDE; TID\n"
         "330 | INDHOLD | 2019 | ukendt | 2:10\n"
         "330 | INDHOLD | 2020 | lukket | 3:10\n"},
        {"figures that could be years",
         "OMRÅDE;STATUS;TID;INDHOLD\n330;0;2019;1985\n330;5;2019;2014\n",
         "long OMRÅDE, STATUS; TID\n"
         "330, 0 | INDHOLD | 2019 | 1985 | 2:12\n"
         "330, 5 | INDHOLD | 2019 | 2014 | 3:12\n"},
        {"another name", "OMRÅDE;HERKOMST;TID;ANTAL\n330;5;2019;9011\n330;3;2019;8012\n",
         "long OMRÅDE, tal; TID\n"
         "330 | HERKOMST | 2019 | 5 | 2:5\n"
         "330 | ANTAL | 2019 | 9011 | 2:12\n"
         "330 | HERKOMST | 2019 | 3 | 3:5\n"
         "330 | ANTAL | 2019 | 8012 | 3:12\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

/* A sheet a year: a table without periods has that of the sheet's name. */
static void the_name_of_a_sheet_can_be_its_period(void **state)
{
    static const struct {
        const char *sheet, *text, *transcript;
    } examples[] = {
        {"2021", "område;antal\nNord;12\nSyd;7\n",
         "long område\n"
         "Nord | antal | 2021 | 12 | 2:6\n"
         "Syd | antal | 2021 | 7 | 3:5\n"},
        {"2020-21", "område;antal\nNord;12\n",
         "long område\n"
         "Nord | antal |  | 12 | 2:6\n"},
        {"2020/21", "skole;snit\nNord;7,1\n",
         "long skole\n"
         "Nord | snit | 2020/21 | 7,1 | 2:6\n"},
        {"Ark1", "område;antal\nNord;12\n",
         "long område\n"
         "Nord | antal |  | 12 | 2:6\n"},
        {"2021", "område;år;antal\nNord;2019;12\n",
         "long område; år\n"
         "Nord | antal | 2019 | 12 | 2:11\n"},
        {"2021", "område;Antal 2019;Antal 2020\nNord;12;13\n",
         "long område\n"
         "Nord | Antal | 2019 | 12 | 2:6\n"
         "Nord | Antal | 2020 | 13 | 2:9\n"},
        {"2021", "område;2019;2020\nNord;12;13\n",
         "wide område\n"
         "Nord |  | 2019 | 12 | 2:6\n"
         "Nord |  | 2020 | 13 | 2:9\n"},
    };
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < COUNT_OF(examples); i++) {
        struct grid grid = grid_of(diagnostics, examples[i].text);
        grid.name = examples[i].sheet;
        const char *transcript = transcript_of(diagnostics, &grid);
        if (strcmp(transcript, examples[i].transcript) != 0)
            print_error("%s: %s\n", examples[i].sheet, examples[i].text);
        assert_string_equal(transcript, examples[i].transcript);
    }
}

/* --- school years ----------------------------------------------------------------------------- */
static void a_heading_says_that_its_periods_are_school_years(void **state)
{
    static const struct {
        const char *text;
        bool has_school_years;
        enum source_period_kind kind; /* of the first record */
    } rows[] = {
        {"skole;skoleår;snit\nNord;2018-2019;7,1\n", true, SOURCE_SCHOOL_YEAR},
        {"skole;Skoleåret;snit\nNord;2018-2019;7,1\n", true, SOURCE_SCHOOL_YEAR},
        {"skole;år;snit\nNord;2018-2019;7,1\n", false, SOURCE_TWO_YEARS},
        {"skole;skoleår;snit\nNord;2018/19;7,1\n", true, SOURCE_SCHOOL_YEAR},
        {"skole;år;snit\nNord;2018/19;7,1\n", false, SOURCE_SCHOOL_YEAR},
        {"skole;skoleår;snit\nNord;2018;7,1\n", true, SOURCE_YEAR},
        {"Skoleår;2018-2019;2019-2020\nNord;7,1;7,2\n", true, SOURCE_SCHOOL_YEAR},
        {"skole;2018-2019;2019-2020\nNord;7,1;7,2\n", false, SOURCE_TWO_YEARS},
    };
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct grid grid = grid_of(diagnostics, rows[i].text);
        struct table table;
        struct source_period period;
        assert_true(table_find(diagnostics, &file, &grid, &table));
        assert_true(table.count > 0);
        assert_int_equal(table_period(&table, &table.records[0], &period), PERIOD_OK);
        if (table.has_school_years != rows[i].has_school_years || period.kind != rows[i].kind)
            fail_msg("%s is of kind %d", rows[i].text, (int)period.kind);
    }
}

static void the_period_of_a_record_that_is_none_is_told(void **state)
{
    static const struct {
        const char *text;
        enum period_fault fault;
    } rows[] = {
        {"område;antal\nNord;12\n", PERIOD_BLANK},
        {"område;år;antal\nNord;;12\nSyd;2019;7\n", PERIOD_BLANK},
        {"skole;skoleår;snit\nNord;dec-11;7,1\nSyd;2012/13;7,2\n", PERIOD_SHEET_MONTH},
    };
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct grid grid = grid_of(diagnostics, rows[i].text);
        struct table table;
        struct source_period period;
        assert_true(table_find(diagnostics, &file, &grid, &table));
        assert_int_equal(table_period(&table, &table.records[0], &period), rows[i].fault);
    }
}

/* --- size ------------------------------------------------------------------------------------- */
/* Rows of a sheet whose last one, far away, has a cell in its last column. */
static struct grid with_far_cell(struct diagnostics *diagnostics, const struct grid *near,
                                 size_t row, size_t column)
{
    struct grid_row *rows = arena_alloc(diagnostics->arena, row + 1, sizeof *rows);
    struct grid_cell *cells = arena_alloc(diagnostics->arena, column + 1, sizeof *cells);
    memcpy(rows, near->rows, near->count * sizeof *rows);
    for (size_t c = 0; c <= column; c++) {
        cells[c] = grid_cell(near, row, c);
        cells[c].at.file = file.name;
    }
    cells[column].kind = CELL_TEXT;
    cells[column].text = "x";
    rows[row] = (struct grid_row){cells, column + 1};
    return (struct grid){.name = "", .rows = rows, .count = row + 1};
}

/* A letter typed at the end of a sheet: a reader that looks at all pairs of cells never ends. */
static void a_stray_cell_far_away_costs_nothing(void **state)
{
    static const char *const texts[] = {
        "område;2021;2022\nNord;12;13\nSyd;7;8\n",
        "område;2021;2022\nNord;;\nSyd;7;8\nØst;;\nVest;5;6\n",
        ";2021;2022\nMænd\nNord;12;13\nKvinder\nNord;7;8\n",
        "område;år;antal\nNord;2021;12\nSyd;2021;7\n",
        "område;antal\nNord;12\nSyd;7\n",
        "Nord;2021;12\nNord;2022;13\n",
        "Folketal\n",
    };
    static const size_t places[][2] = {{999999, 15999}, {999999, 0}, {999999, 1}, {9, 15999}};
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        for (size_t p = 0; p < COUNT_OF(places); p++) {
            struct grid near = grid_of(diagnostics, texts[i]);
            struct grid grid = with_far_cell(diagnostics, &near, places[p][0], places[p][1]);
            struct table table;
            bool has_table = table_find(diagnostics, &file, &grid, &table);
            assert_int_equal(has_table, strchr(texts[i], ';') != NULL);
        }
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

/* Rows of labels, measures and blanks, where they stand over figures and where they do not. */
static void wide_tables_have_other_rows_too(void **state)
{
    static const struct example examples[] = {
        {"rows without figures at the foot", "Område;2019;2020\nNord;1;2\nSyd;;\nKilde.\n",
         "wide Område\n"
         "notes Kilde.\n"
         "Nord |  | 2019 | 1 | 2:6\n"
         "Nord |  | 2020 | 2 | 2:8\n"
         "Syd |  | 2019 |  | 3:1\n"
         "Syd |  | 2020 |  | 3:1\n"},
        {"notes that end in a mark, or begin with a digit", "Område;2019;2020\nNord;1;2\n1 Syd;;\n",
         "wide Område\n"
         "notes 1 Syd\n"
         "Nord |  | 2019 | 1 | 2:6\n"
         "Nord |  | 2020 | 2 | 2:8\n"},
        {"or hold one", "Område;2019;2020\nNord;1;2\nSyd: her;;\n",
         "wide Område\n"
         "notes Syd: her\n"
         "Nord |  | 2019 | 1 | 2:6\n"
         "Nord |  | 2020 | 2 | 2:8\n"},
        {"a label under a label",
         "Område;Køn;2019;2020\nNord;;;\nSyd;;;\n;Mænd;1;2\n;Kvinder;3;4\n",
         "wide Område, Køn\n"
         "Nord,  |  | 2019 |  | 2:1\n"
         "Nord,  |  | 2020 |  | 2:1\n"
         "Syd, Mænd |  | 2019 | 1 | 4:7\n"
         "Syd, Mænd |  | 2020 | 2 | 4:9\n"
         "Syd, Kvinder |  | 2019 | 3 | 5:10\n"
         "Syd, Kvinder |  | 2020 | 4 | 5:12\n"},
        {"many rows under one year", "Område;2019\nNord;5\nSyd;6\nVest;7\nØst;8\n",
         "wide Område\n"
         "Nord |  | 2019 | 5 | 2:6\n"
         "Syd |  | 2019 | 6 | 3:5\n"
         "Vest |  | 2019 | 7 | 4:6\n"
         "Øst |  | 2019 | 8 | 5:5\n"},
        {"a column without a measure", "Område;2019;2020;2021\n;Antal;;Antal\nNord;1;2;3\n",
         "wide Område\n"
         "Nord | Antal | 2019 | 1 | 3:6\n"
         "Nord | Antal | 2021 | 3 | 3:10\n"
         "? 1:13 the column »2020« is no period like the others and is not read\n"},
        {"nor the first", "Område;2019;2020\n;;Antal\nNord;1;2\n",
         "wide Område\n"
         "Nord | Antal | 2020 | 2 | 3:8\n"
         "? 1:8 the column »2019« is no period like the others and is not read\n"},
        {"a title that is not in the first column", ";Tabel 1\n\nOmråde;2019;2020\nNord;1;2\n",
         "wide Område\n"
         "title Tabel 1\n"
         "Nord |  | 2019 | 1 | 4:6\n"
         "Nord |  | 2020 | 2 | 4:8\n"},
        {"figures of which one is no year",
         "Område;2019;2020;2021\nNord;1;2;3\nVest;2017;2018;2018/19;2020\n",
         "wide Område\n"
         "Nord |  | 2019 | 1 | 2:6\n"
         "Nord |  | 2020 | 2 | 2:8\n"
         "Nord |  | 2021 | 3 | 2:10\n"
         "Vest |  | 2019 | 2017 | 3:6\n"
         "Vest |  | 2020 | 2018 | 3:11\n"
         "Vest |  | 2021 | 2018/19 | 3:16\n"
         "? 1:5 a column without a heading is not read\n"},
        {"figures that could be years, but do not run",
         "Område;2019;2020;2021\nNord;1;2;3\nSyd;2017;2018;x\nVest;2017;2019;2020\n",
         "wide Område\n"
         "Nord |  | 2019 | 1 | 2:6\n"
         "Nord |  | 2020 | 2 | 2:8\n"
         "Nord |  | 2021 | 3 | 2:10\n"
         "Syd |  | 2019 | 2017 | 3:5\n"
         "Syd |  | 2020 | 2018 | 3:10\n"
         "Syd |  | 2021 | x | 3:15\n"
         "Vest |  | 2019 | 2017 | 4:6\n"
         "Vest |  | 2020 | 2019 | 4:11\n"
         "Vest |  | 2021 | 2020 | 4:16\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

/* Columns whose names and contents do not tell the same. */
static void names_and_contents_of_columns_are_weighed(void **state)
{
    static const struct example examples[] = {
        {"periods by name alone", "Område;År;Antal\nNord;i går;2\nSyd;i dag;3\n",
         "long Område; År\n"
         "Nord | Antal | i går | 2 | 2:12\n"
         "Syd | Antal | i dag | 3 | 3:11\n"},
        {"periods by name, and in few rows",
         "Område;Tid;Antal\nNord;2019;2\nSyd;x;3\nVest;y;3\nØst;z;4\n",
         "long Område; Tid\n"
         "Nord | Antal | 2019 | 2 | 2:11\n"
         "Syd | Antal | x | 3 | 3:7\n"
         "Vest | Antal | y | 3 | 4:8\n"
         "Øst | Antal | z | 4 | 5:7\n"},
        {"a second such name over nothing", "Område;År;Antal;Tid\nNord;2019;5;\nSyd;2020;6;\n",
         "long Område; År\n"
         "Nord | Antal | 2019 | 5 | 2:11\n"
         "Syd | Antal | 2020 | 6 | 3:10\n"},
        {"figures before their periods", "Antal;År\n5;2019\n6;2020\n",
         "long; År\n"
         " | Antal | 2019 | 5 | 2:1\n"
         " | Antal | 2020 | 6 | 3:1\n"},
        {"figures that all look like years",
         "Område;Antal 2019;Antal 2020\nNord;2001;1500\nSyd;2002;1600\n",
         "long Område\n"
         "Nord | Antal | 2019 | 2001 | 2:6\n"
         "Nord | Antal | 2020 | 1500 | 2:11\n"
         "Syd | Antal | 2019 | 2002 | 3:5\n"
         "Syd | Antal | 2020 | 1600 | 3:10\n"},
        {"what is no year at the end of a name", "Område;Antal 201K;Antal 2020\nNord;1;2\n",
         "long Område, tal\n"
         "Nord | Antal 201K |  | 1 | 2:6\n"
         "Nord | Antal 2020 |  | 2 | 2:8\n"},
        {"a label over rows without it", "Område;År;Antal\nMænd;;\n;2019;5\n;2020;6\n",
         "long Område; År\n"
         "Mænd | Antal |  |  | 2:1\n"
         "Mænd | Antal | 2019 | 5 | 3:7\n"
         "Mænd | Antal | 2020 | 6 | 4:7\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

/* No figures where figures should be, or a heading where a row should be. */
static void what_only_looks_like_a_table_is_refused(void **state)
{
    static const struct example examples[] = {
        {"texts alone", "område;år;navn\nNord;2019;aa\nSyd;2020;bb\n",
         "! 0:0 there is no table of figures\n"},
        {"years alone", "Område;2019;2020\nNord;;\nSyd;;\n",
         "! 0:0 there is no table of figures\n"},
        {"figures far below",
         "Område;2019;"
         "2020\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx"
         "\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\n"
         "x\nx\nx\nNord;1;2\n",
         "! 0:0 there is no table of figures\n"},
        {"the same heading over other years",
         "Område;2019;2020\nNord;1;2\nOmråde;2021;2022\nNord;3;4\n",
         "! 3:1 another table begins here\n"},
        {"the same years under another label",
         "Område;2019;2020\nNord;1;2\nKvinder;2019;2020\nNord;3;4\n",
         "! 3:1 another table begins here\n"},
        {"quarters under years", "Område;2019;2020\n;2019K1;2020K1\nNord;1;2\n",
         "! 2:1 another table begins here\n"},
        {"a period between the rows", "Område;År;Antal\nNord;2019;5\n;2020;\nSyd;2019;6\n",
         "! 3:1 another table begins here\n"},
    };
    check(*state, examples, COUNT_OF(examples));
}

/* More columns of text than any table has. */
static void a_hundred_and_one_dimensions_are_no_table(void **state)
{
    struct diagnostics *diagnostics = *state;
    struct arena *arena = diagnostics->arena;
    for (int columns = 100; columns <= 101; columns++) {
        const char *names = "", *texts = "";
        for (int i = 0; i < columns; i++) {
            names = arena_printf(arena, "%snavn%d;", names, i);
            texts = arena_printf(arena, "%sa;", texts);
        }
        struct grid grid =
            grid_of(diagnostics,
                    arena_printf(arena, "%sår;antal\n%s2019;5\n%s2020;6\n", names, texts, texts));
        struct table table;
        assert_int_equal(table_find(diagnostics, &file, &grid, &table), columns == 100);
    }
}

/* `Antal` over both years, beside another dimension. */
static void a_merged_measure_may_begin_before_the_periods(void **state)
{
    struct diagnostics *diagnostics = *state;
    struct workbook workbook =
        merged_workbook(diagnostics, "Område;Antal;;\n;Køn;2019;2020\nNord;M;1;2\n", "B1:D1");
    assert_string_equal(transcript_of(diagnostics, &workbook.sheets[0]),
                        "wide Område, Køn\nNord, M | Antal | 2019 | 1 | 3:3\n"
                        "Nord, M | Antal | 2020 | 2 | 3:4\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TABLE_TEST(a_long_table_has_a_record_for_each_row_and_column_of_figures),
        TABLE_TEST(every_dimension_has_a_name_of_its_own),
        TABLE_TEST(what_stands_above_a_long_table_is_no_heading),
        TABLE_TEST(a_table_without_a_heading_is_read_where_its_periods_show),
        TABLE_TEST(a_wide_table_has_a_record_for_each_row_and_period),
        TABLE_TEST(a_second_table_is_refused_where_it_begins),
        TABLE_TEST(a_file_without_a_table_is_refused),
        TABLE_TEST(a_sheet_without_a_table_is_named),
        TABLE_TEST(columns_of_another_kind_of_period_are_left_out),
        TABLE_TEST(an_area_without_figures_is_a_row_of_blanks),
        TABLE_TEST(labels_stand_over_labels_where_they_repeat),
        TABLE_TEST(the_total_at_the_foot_is_not_the_last_areas),
        TABLE_TEST(years_stand_in_the_headings_of_figures),
        TABLE_TEST(a_month_in_a_heading_of_school_years_is_refused),
        TABLE_TEST(blank_rows_between_a_heading_and_what_is_under_it),
        TABLE_TEST(only_indhold_holds_figures_of_the_statbank),
        TABLE_TEST(the_name_of_a_sheet_can_be_its_period),
        TABLE_TEST(a_heading_says_that_its_periods_are_school_years),
        TABLE_TEST(the_period_of_a_record_that_is_none_is_told),
        TABLE_TEST(a_stray_cell_far_away_costs_nothing),
        TABLE_TEST(wide_tables_have_other_rows_too),
        TABLE_TEST(names_and_contents_of_columns_are_weighed),
        TABLE_TEST(what_only_looks_like_a_table_is_refused),
        TABLE_TEST(a_hundred_and_one_dimensions_are_no_table),
        TABLE_TEST(a_merged_measure_may_begin_before_the_periods),
        TABLE_TEST(merged_cells_of_a_workbook_are_headings_of_all_they_cover),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
