/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_workbook.h"

#include "book_world.h"
#include "workbook_bench.h"

#include <math.h>

#include "pejling/base/number.h"
#include "pejling/present/followup.h"
#include "pejling/present/questions.h"
#include "pejling/present/tables.h"
#include "pejling/present/target_table.h"
#include "pejling/present/theory_table.h"
#include "pejling/present/wording.h"

#define SHEETS 7

static struct book book_of(struct plan_folder *folder, enum edition edition)
{
    struct findings findings = world_findings(folder, edition);
    return seminar_book(folder->arena, folder->diagnostics.language, &findings, NULL);
}

static void illustrate(struct plan_folder *folder)
{
    plan_folder_write(folder, "plan.csv", BASE_PLAN "illustrativ;ja\n");
}

/* --- what is in it ---------------------------------------------------------------------------- */
static void the_sheets_have_names_in_both_languages(void **state)
{
    struct plan_folder *folder = *state;
    static const char *const names[2][SHEETS] = {
        {"Læs mig", "Overblik", "Opfølgning", "Tal", "Serier", "Skjult", "Metode"},
        {"Read me", "Overview", "Follow-up", "Numbers", "Series", "Hidden", "Method"}};
    for (int language = 0; language < 2; language++) {
        folder->diagnostics.language = language ? LANGUAGE_ENGLISH : LANGUAGE_DANISH;
        struct book book = book_of(folder, EDITION_SHARED);
        assert_int_equal(book.count, SHEETS);
        for (size_t i = 0; i < SHEETS; i++)
            assert_string_equal(book.sheets[i].name, names[language][i]);
    }
}

static bool says(const struct book_sheet *sheet, const char *text)
{
    for (size_t i = 0; i < sheet->line_count; i++)
        if (strstr(sheet->lines[i].text, text))
            return true;
    for (size_t row = 0; row < sheet_rows(&sheet->cells); row++)
        for (size_t i = 0; i < sheet->cells.column_count; i++)
            if (strstr(text_at(&sheet->cells, row, i), text))
                return true;
    return false;
}

static void every_sheet_bears_the_marks(void **state)
{
    struct plan_folder *folder = *state;
    illustrate(folder);
    struct book book = book_of(folder, EDITION_INTERNAL);
    for (size_t i = 0; i < book.count; i++) {
        assert_true(says(&book.sheets[i], "opdigtede tal"));
        assert_true(says(&book.sheets[i], "INTERN – må ikke deles"));
    }
    assert_non_null(strstr(book.edition, "opdigtede tal"));
    assert_non_null(strstr(book.edition, "INTERN – må ikke deles"));
    plan_folder_write(folder, "plan.csv", BASE_PLAN);
    book = book_of(folder, EDITION_SHARED);
    for (size_t i = 0; i < book.count; i++) {
        assert_false(says(&book.sheets[i], "opdigtede tal"));
        assert_false(says(&book.sheets[i], "INTERN"));
        assert_true(says(&book.sheets[i], "2025"));
    }
}

static void the_first_sheet_tells_what_to_know(void **state)
{
    struct plan_folder *folder = *state;
    struct book book = book_of(folder, EDITION_SHARED);
    const struct book_sheet *first = &book.sheets[0];
    assert_true(says(first, "Prøveplan"));
    assert_true(says(first, wording_no_cause(LANGUAGE_DANISH)));
    assert_true(says(first, "Kilden A") || says(first, "Kilde A") || says(first, "Kilden B"));
    for (size_t i = 1; i < book.count; i++)
        assert_true(says(first, book.sheets[i].name));
    assert_true(says(first, "Kurver"));
    assert_true(says(&book.sheets[5], "er skjult: antal fra 1 til 4"));
    book = book_of(folder, EDITION_INTERNAL);
    assert_true(says(&book.sheets[5], "Den interne udgave skjuler intet"));
    assert_int_equal(book.decimals, SHEET_EXACT);
}

static void the_method_sheet_explains_the_methods_that_are_used(void **state)
{
    struct plan_folder *folder = *state;
    struct book book = book_of(folder, EDITION_SHARED);
    const struct book_sheet *numbers = &book.sheets[3], *method = &book.sheets[6];
    size_t column = column_of(&numbers->cells, "Metode"), used = 0;
    for (size_t row = 0; row < sheet_rows(&numbers->cells); row++) {
        const char *name = text_at(&numbers->cells, row, column);
        assert_true(says(method, name));
        assert_null(strchr(name, '_')); /* words, no codes */
        used += *name != '\0';
    }
    assert_true(used > 0);
    assert_true(says(method, "Hedder wilson i resultater.csv."));
    assert_true(says(method, "Hedder newcombe10_part_whole i resultater.csv. Området er en del"));
    assert_false(says(method, "dobson"));
    assert_true(says(method, "sikkerhedsinterval"));
}

/* The sheet of that name, NULL for none. */
static const struct book_sheet *sheet_called(const struct book *book, const char *name)
{
    for (size_t i = 0; i < book->count; i++)
        if (strcmp(book->sheets[i].name, name) == 0)
            return &book->sheets[i];
    return NULL;
}

static void targets_theory_and_questions_are_there_where_the_plan_has_them(void **state)
{
    struct plan_folder *folder = *state;
    static const char *const names[] = {"Læs mig",          "Overblik",  "Opfølgning", "Måltal",
                                        "Forandringsteori", "Spørgsmål", "Tal",        "Serier",
                                        "Skjult",           "Metode"};
    plan_folder_write(folder, "maaltal.csv",
                      "indikator;område;periode;mål\nandelen;nord;2025;60\nandelen;syd;2025;90\n");
    plan_folder_write(folder, "forandringsteori.csv",
                      "indsatsområde;aktivitet;sigt;forventet_resultat;indikator;"
                      "forventet_retning\nJob;Jobcafé;kort;Flere i job;andelen;op\n");
    const char *rows = ""; /* two areas far apart: there is something to ask */
    for (int year = 2014; year <= 2021; year++)
        rows = arena_printf(folder->arena,
                            "%sandelen;by;%d;;6000;10000;;;\nandelen;nord;%d;;%d;1000;;;\n"
                            "andelen;syd;%d;;%d;1000;;;\n",
                            rows, year, year, 300 + year % 3, year, 600 + year % 3);
    plan_folder_figures(folder, rows);
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;type;enhed;god_retning;opgørelse;kilde;lbf_nr;indsatsområde\n"
                      "andelen;Andel;andel;pct.;op;kalenderår;Kilden A;1;Job\n"
                      "raten;Rate;rate;pr. 1.000;ned;kalenderår;Kilden B;2;\n"
                      "tallet;Værdi;værdi;kr.;neutral;kalenderår;Kilden C;;Job\n");
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct findings findings = findings_compute(folder->arena, &table);
    struct book book = seminar_book(folder->arena, LANGUAGE_DANISH, &findings, NULL);
    assert_int_equal(book.count, sizeof names / sizeof *names);
    for (size_t i = 0; i < book.count; i++) {
        assert_string_equal(book.sheets[i].name, names[i]);
        assert_true(i == 0 || says(&book.sheets[0], names[i]));
        assert_true(says(&book.sheets[i], "2025"));
    }
    const struct sheet targets = target_sheet(folder->arena, LANGUAGE_DANISH, &findings);
    const struct sheet theory = theory_sheet(folder->arena, LANGUAGE_DANISH, &findings);
    assert_int_equal(sheet_called(&book, "Måltal")->cells.cell_count, targets.cell_count);
    assert_true(says(sheet_called(&book, "Måltal"), "Nordparken"));
    assert_int_equal(sheet_called(&book, "Forandringsteori")->cells.cell_count, theory.cell_count);
    assert_true(says(sheet_called(&book, "Forandringsteori"), "Jobcafé"));
    /* every question of the focus area, under its name, once */
    const struct speaker speaker = {folder->arena, LANGUAGE_DANISH, &findings};
    const struct questions questions = questions_of(&speaker, "Job");
    const struct book_sheet *asked = sheet_called(&book, "Spørgsmål");
    assert_true(questions.count > 0);
    assert_int_equal(sheet_rows(&asked->cells), 1 + questions.count);
    assert_string_equal(text_at(&asked->cells, 0, 0), "Job");
    for (size_t i = 0; i < questions.count; i++)
        assert_string_equal(text_at(&asked->cells, 1 + i, 1), questions.items[i].sentence.text);
}

/* Two editions: in the earlier one the last year was not there, or they are the same. */
static struct book with_news(struct plan_folder *folder, bool same)
{
    struct findings *then = arena_alloc(folder->arena, 1, sizeof *then);
    struct findings *now = arena_alloc(folder->arena, 1, sizeof *now);
    struct edition_news *compared = arena_alloc(folder->arena, 1, sizeof *compared);
    struct released_table *table = arena_alloc(folder->arena, 1, sizeof *table);
    struct news *news = arena_alloc(folder->arena, 1, sizeof *news);
    *now = world_findings(folder, EDITION_SHARED);
    *table = *now->table;
    *then = *now;
    if (!same) {
        struct released_cell *cells = arena_alloc(folder->arena, table->count, sizeof *cells);
        size_t count = 0;
        for (size_t i = 0; i < now->table->count; i++)
            if (now->table->cells[i].period.year < 2021)
                cells[count++] = now->table->cells[i];
        *table =
            released_table_make(folder->arena, now->table->catalogue, EDITION_SHARED, cells, count);
        *then = findings_compute(folder->arena, table);
    }
    const struct speaker speaker = {folder->arena, LANGUAGE_DANISH, now};
    const struct edition_pair pair = {then, now, NULL, NULL};
    *compared = edition_news_compare(folder->arena, &pair);
    *news = news_tell(&speaker, compared, "2024");
    return seminar_book(folder->arena, LANGUAGE_DANISH, now, news);
}

static void what_is_new_has_a_sheet_where_an_earlier_edition_is_named(void **state)
{
    struct plan_folder *folder = *state;
    struct book book = with_news(folder, false);
    const struct book_sheet *sheet = sheet_called(&book, "Nyt");
    assert_ptr_equal(sheet, &book.sheets[3]); /* behind the follow-up */
    assert_true(says(&book.sheets[0], "Nyt"));
    assert_true(says(sheet, "2024"));
    assert_true(says(sheet, "nyt tal"));
    assert_true(sheet_rows(&sheet->cells) > 0);
    book = with_news(folder, true);
    sheet = sheet_called(&book, "Nyt");
    assert_int_equal(sheet_rows(&sheet->cells), 0);
    assert_true(sheet->line_count == 4); /* and the last of them says that nothing is new */
}

static void the_confidence_is_told_as_it_is(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "plan.csv", BASE_PLAN "konfidens;99,9\n");
    struct book book = book_of(folder, EDITION_SHARED);
    for (size_t i = 0; i < 2; i++) {
        assert_true(says(&book.sheets[i], "(99,9 pct.)"));
        assert_false(says(&book.sheets[i], "(100 pct.)"));
    }
}

/* --- the numbers ------------------------------------------------------------------------------ */

/* Whether a finding has that number, as its value or one of its limits. */
static bool is_found(const struct findings *findings, double number)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct estimate *estimate = &findings->rows[i].estimate;
        const double all[] = {estimate->value, estimate->lower, estimate->upper,
                              findings->rows[i].has_p ? findings->rows[i].p : (double)NAN,
                              (double)findings->rows[i].periods};
        for (size_t j = 0; j < sizeof all / sizeof *all; j++)
            if (fabs(all[j] - number) < 6e-7)
                return true;
    }
    return false;
}

/* In the file itself: every number of the sheets is a finding's, but for counts and times. */
static void every_number_in_the_file_is_a_finding(void **state)
{
    struct plan_folder *folder = *state;
    struct findings findings = world_findings(folder, EDITION_SHARED);
    struct bench bench;
    bench_open(&bench, arena_new());
    assert_true(seminar_workbook_write(&bench.place, &findings, NULL));
    struct workbook workbook = read_book(&bench, SEMINAR_WORKBOOK);
    size_t numbers = 0;
    for (size_t i = 0; i < workbook.count; i++) {
        const struct grid *grid = &workbook.sheets[i];
        bool counts = strcmp(grid->name, "Skjult") == 0;
        for (size_t row = 0; row < grid->count; row++)
            for (size_t column = 0; column < grid->rows[row].count; column++) {
                struct grid_cell cell = grid_cell(grid, row, column);
                bool is_time = strcmp(grid->name, "Serier") == 0 && column == 3;
                bool is_fixed = column < 2; /* the indicator's number in the agreement */
                if (cell.kind != CELL_NUMBER || counts || is_time || is_fixed)
                    continue;
                numbers++;
                if (!is_found(&findings, cell.number))
                    fail_msg("%s: %.17g is no finding", grid->name, cell.number);
            }
    }
    assert_true(numbers > 200);
    bench_close(&bench);
}

static void a_hidden_number_is_nowhere(void **state)
{
    struct plan_folder *folder = *state;
    struct findings findings = world_findings(folder, EDITION_INTERNAL);
    const struct finding *level =
        finding_at(&findings, indicator_of(folder, "andelen"), area_of(folder, "syd"),
                   STATISTIC_LEVEL, period_of("2019"));
    const struct estimate secret = level->estimate;
    struct book book = seminar_book(folder->arena, LANGUAGE_DANISH, &findings, NULL);
    for (int edition = 0; edition < 2; edition++) {
        size_t seen = 0;
        for (size_t i = 0; i < book.count; i++)
            for (size_t j = 0; j < book.sheets[i].cells.cell_count; j++) {
                const struct sheet_cell *cell = &book.sheets[i].cells.cells[j];
                seen += cell->kind == SHEET_NUMBER && (fabs(cell->number - secret.value) < 1e-6 ||
                                                       fabs(cell->number - secret.lower) < 1e-6 ||
                                                       fabs(cell->number - secret.upper) < 1e-6);
            }
        assert_int_equal(seen > 0, edition == 0); /* what is looked for can be found */
        findings = world_findings(folder, EDITION_SHARED);
        book = seminar_book(folder->arena, LANGUAGE_DANISH, &findings, NULL);
    }
}

static void the_tables_are_those_of_the_csv_files(void **state)
{
    struct plan_folder *folder = *state;
    struct findings findings = world_findings(folder, EDITION_SHARED);
    struct book book = seminar_book(folder->arena, LANGUAGE_DANISH, &findings, NULL);
    const struct sheet wanted[] = {followup_sheet(folder->arena, LANGUAGE_DANISH, &findings),
                                   numbers_sheet(folder->arena, LANGUAGE_DANISH, &findings)};
    for (size_t i = 0; i < 2; i++) {
        const struct sheet *sheet = &book.sheets[2 + i].cells;
        assert_int_equal(sheet->cell_count, wanted[i].cell_count);
        assert_ptr_equal(sheet->columns, wanted[i].columns);
    }
    assert_int_equal(book.sheets[3].line_count, 0); /* the labels are in the first row */
}

static void hostile_names_make_a_readable_file(void **state)
{
    struct plan_folder *folder = *state;
    struct bench bench;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;=1+1;kommune;;;;;\nnord;@SUM(A1);område;by;;;;\n"
                                   "syd;[]:*?/\\ & <b>;område;by;;;;\n");
    struct findings findings = world_findings(folder, EDITION_SHARED);
    bench_open(&bench, arena_new());
    assert_true(seminar_workbook_write(&bench.place, &findings, NULL));
    struct workbook workbook = read_book(&bench, SEMINAR_WORKBOOK); /* refuses formulas */
    assert_int_equal(workbook.count, SHEETS + 1);                   /* with the charts */
    assert_string_equal(workbook.sheets[5].name, "Kurver");
    const char *chart = book_part(&bench, SEMINAR_WORKBOOK, "xl/charts/chart1.xml");
    assert_non_null(strstr(chart, "<c:v>=1+1</c:v>"));
    assert_null(strstr(chart, "<c:f>1+1</c:f>"));
    bench_close(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_sheets_have_names_in_both_languages),
        PLAN_FOLDER_TEST(every_sheet_bears_the_marks),
        PLAN_FOLDER_TEST(the_first_sheet_tells_what_to_know),
        PLAN_FOLDER_TEST(the_method_sheet_explains_the_methods_that_are_used),
        PLAN_FOLDER_TEST(targets_theory_and_questions_are_there_where_the_plan_has_them),
        PLAN_FOLDER_TEST(what_is_new_has_a_sheet_where_an_earlier_edition_is_named),
        PLAN_FOLDER_TEST(the_confidence_is_told_as_it_is),
        PLAN_FOLDER_TEST(every_number_in_the_file_is_a_finding),
        PLAN_FOLDER_TEST(a_hidden_number_is_nowhere),
        PLAN_FOLDER_TEST(the_tables_are_those_of_the_csv_files),
        PLAN_FOLDER_TEST(hostile_names_make_a_readable_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
