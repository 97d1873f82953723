/* SPDX-License-Identifier: GPL-3.0-or-later */
#undef _FORTIFY_SOURCE  /* which has a pread of its own, inline */
#define _DEFAULT_SOURCE /* preadv, truncate */
#include "pejling/model/observation_rows.h"

#include "plan_folder.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOTED_HEADER "indikator;område;periode;gruppe;tæller;nævner;status;note\n"
#define MANY_ROWS 20000

/* What somebody else does to a file while it is read: before which read at a place, 0 for never. */
static struct change {
    unsigned before;
    const char *path, *text;
} change;

/* Instead of the C library's own. */
ssize_t pread(int descriptor, void *bytes, size_t length, off_t at)
{
    if (change.before && --change.before == 0) {
        size_t size = strlen(change.text);
        int file = open(change.path, O_WRONLY | O_TRUNC);
        assert_int_equal(write(file, change.text, size), size);
        assert_int_equal(close(file), 0);
    }
    return preadv(descriptor, &(struct iovec){bytes, length}, 1, at);
}

/* --- periods packed --------------------------------------------------------------------------- */
#define MOST_PERIODS 4000

/* Every kind, over the years that periods may be of, and their ends. */
static size_t many_periods(struct period *periods)
{
    static const short years[] = {1990, 1991, 1999, 2000, 2020, 2021, 2099, 2100};
    static const signed char days[] = {1, 2, 15, 16, 28};
    size_t count = 0;
    periods[count++] = (struct period){.kind = PERIOD_UNKNOWN};
    for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
        periods[count++] = (struct period){PERIOD_YEAR, years[i], 0, 0};
        periods[count++] = (struct period){PERIOD_SCHOOL_YEAR, years[i], 0, 0};
        for (signed char quarter = 1; quarter <= 4; quarter++)
            periods[count++] = (struct period){PERIOD_QUARTER, years[i], quarter, 0};
        for (signed char month = 1; month <= 12; month++) {
            for (size_t day = 0; day < sizeof days; day++)
                periods[count++] = (struct period){PERIOD_DATE, years[i], month, days[day]};
            periods[count++] = (struct period){PERIOD_DATE, years[i], month,
                                               (signed char)period_days_in_month(years[i], month)};
        }
    }
    assert_true(count <= MOST_PERIODS);
    return count;
}

static void a_packed_period_is_the_same_period_in_24_bits(void **state)
{
    (void)state;
    struct period periods[MOST_PERIODS];
    size_t count = many_periods(periods);
    for (size_t i = 0; i < count; i++) {
        uint32_t packed = period_pack(periods[i]);
        struct period back = period_unpack(packed);
        assert_true(packed < (uint32_t)1 << 24);
        assert_int_equal(back.kind, periods[i].kind);
        assert_int_equal(back.year, periods[i].year);
        assert_int_equal(back.month, periods[i].month);
        assert_int_equal(back.day, periods[i].day);
    }
}

static int sign(int number)
{
    return (number > 0) - (number < 0);
}

static void packed_periods_are_in_the_order_of_periods(void **state)
{
    (void)state;
    struct period periods[MOST_PERIODS];
    size_t count = many_periods(periods);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            uint32_t a = period_pack(periods[i]), b = period_pack(periods[j]);
            assert_int_equal((a > b) - (a < b), sign(period_compare(periods[i], periods[j])));
        }
}

/* --- reading ---------------------------------------------------------------------------------- */
static struct observation_rows read_rows(struct plan_folder *folder, const char *threads)
{
    setenv("PEJLING_THREADS", threads, 1);
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
    struct observation_rows rows =
        observation_rows_read(&folder->diagnostics, folder->path, &folder->catalogue);
    unsetenv("PEJLING_THREADS");
    return rows;
}

static uint32_t series_of(const struct plan_folder *folder, const char *indicator, const char *area)
{
    return (uint32_t)(indicator_of(folder, indicator)->index * folder->catalogue.area_count +
                      area_of(folder, area)->index);
}

static void each_file_is_a_piece_with_groups_of_its_own(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "observationer/b.csv",
                      NOTED_HEADER "andelen;nord;2020;unge;3;9;;\n"
                                   "andelen;nord;2020;;4;9;;\n\n"
                                   "andelen;nord;2021;ældre;5;9;foreløbig;\n"
                                   "andelen;nord;2021;unge;;;diskret;\n");
    plan_folder_write(folder, "observationer/a.csv",
                      FIGURES_HEADER "snittet;syd;ukendt;ældre;;9;6,5;2;\n"
                                     "tallet;syd;2020;;;;;;mangler\n");
    plan_folder_remove(folder, FIGURES_FILE);
    struct observation_rows rows = read_rows(folder, "2");
    assert_problem_count(folder, 0);
    assert_int_equal(rows.piece_count, 2);
    assert_int_equal(rows.count, 6);
    assert_ptr_equal(rows.catalogue, &folder->catalogue);

    const struct observation_piece *a = &rows.pieces[0], *b = &rows.pieces[1];
    assert_string_equal(a->file, "observationer/a.csv");
    assert_int_equal(a->count, 2);
    assert_int_equal(a->rows[0].series, series_of(folder, "snittet", "syd"));
    assert_int_equal(a->rows[0].period, 0);
    assert_string_equal(a->groups[a->rows[0].group], "ældre");
    assert_near(a->rows[0].figure.amounts->value, 6.5, 0);
    assert_near(a->rows[0].figure.amounts->denominator, 9, 0);
    assert_near(a->rows[0].figure.amounts->spread, 2, 0);
    assert_int_equal(a->rows[1].reason, REASON_MISSING);
    assert_null(a->rows[1].figure.amounts);

    static const struct {
        unsigned line;
        const char *period, *group;
        double numerator, denominator;
        enum figure_status status;
        enum reason reason;
    } expected[] = {
        {2, "2020", "unge", 3, 9, FIGURE_FINAL, REASON_NONE},
        {3, "2020", NULL, 4, 9, FIGURE_FINAL, REASON_NONE},
        {5, "2021", "ældre", 5, 9, FIGURE_PROVISIONAL, REASON_NONE},
        {6, "2021", "unge", 0, 0, FIGURE_FINAL, REASON_SUPPRESSED_SOURCE},
    };
    assert_string_equal(b->file, "observationer/b.csv");
    assert_int_equal(b->count, 4);
    assert_null(b->groups[0]);
    for (size_t i = 0; i < 4; i++) {
        const struct observation_row *row = &b->rows[i];
        assert_int_equal(row->series, series_of(folder, "andelen", "nord"));
        assert_int_equal(row->line, expected[i].line);
        assert_int_equal(row->period, period_pack(period_of(expected[i].period)));
        assert_int_equal(group_compare(b->groups[row->group], expected[i].group), 0);
        assert_near(row->figure.counts.numerator, expected[i].numerator, 0);
        assert_near(row->figure.counts.denominator, expected[i].denominator, 0);
        assert_int_equal(row->status, expected[i].status);
        assert_int_equal(row->reason, expected[i].reason);
    }
    assert_int_equal(b->rows[0].group, b->rows[3].group);
}

/* --- large files, read in several parts ------------------------------------------------------- */
/* What row `i` of a large file says; all but each eleventh have a note of two lines. */
static const char *const areas[] = {"nord", "syd", "by"};
static const char *const indicators[] = {"andelen", "raten"};

static struct period period_in_row(size_t i)
{
    return (struct period){PERIOD_YEAR, (short)(1990 + i % 100), 0, 0};
}

static unsigned lines_of_row(size_t i)
{
    return i % 11 == 0 ? 1 : 2;
}

/* A header, MANY_ROWS rows, and what the test wants behind them. `*line` is the line of that. */
static const char *large_text(struct plan_folder *folder, const char *end, unsigned *line)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    assert_non_null(stream);
    fputs(NOTED_HEADER, stream);
    *line = 2;
    for (size_t i = 0; i < MANY_ROWS; i++) {
        fprintf(stream, "%s;%s;%d;g%zu;%zu;%d;;%s\n", indicators[i % 2], areas[i % 3],
                period_in_row(i).year, i % 7, i, MANY_ROWS,
                lines_of_row(i) == 2 ? "\"to linjer; »og« \"\"mere\"\"\ni alt\"" : "");
        *line += lines_of_row(i);
    }
    fputs(end, stream);
    assert_int_equal(fclose(stream), 0);
    assert_true(length > 300000);
    const char *copy = arena_copy(folder->arena, text);
    free(text);
    return copy;
}

/* The rows of large_text, in their order, whichever pieces they are in. */
static void assert_large_rows(const struct plan_folder *folder, const struct observation_rows *rows)
{
    size_t i = 0;
    unsigned line = 2;
    for (size_t p = 0; p < rows->piece_count; p++)
        for (size_t r = 0; r < rows->pieces[p].count; r++, i++) {
            const struct observation_row *row = &rows->pieces[p].rows[r];
            assert_true(i < MANY_ROWS);
            assert_int_equal(row->series, series_of(folder, indicators[i % 2], areas[i % 3]));
            assert_int_equal(row->line, line);
            assert_int_equal(row->period, period_pack(period_in_row(i)));
            assert_near(row->figure.counts.numerator, (double)i, 0);
            assert_near(row->figure.counts.denominator, MANY_ROWS, 0);
            assert_string_equal(rows->pieces[p].groups[row->group],
                                arena_printf(folder->arena, "g%zu", i % 7));
            line += lines_of_row(i);
        }
    assert_int_equal(i, MANY_ROWS);
    assert_int_equal(rows->count, MANY_ROWS);
}

static size_t count_left_out(const struct plan_folder *folder, const struct observation_rows *rows)
{
    size_t count = 0;
    for (size_t i = 0; i < folder->catalogue.indicator_count * folder->catalogue.area_count; i++)
        count += rows->left_out[i];
    return count;
}

static const char *const threads[] = {"1", "4"};
#define THREADS (sizeof threads / sizeof *threads)

static void a_large_file_has_the_same_rows_and_lines_in_parts(void **state)
{
    struct plan_folder *folder = *state;
    unsigned line;
    plan_folder_write(folder, FIGURES_FILE, large_text(folder, "", &line));
    for (size_t i = 0; i < THREADS; i++) {
        struct observation_rows rows = read_rows(folder, threads[i]);
        assert_problem_count(folder, 0);
        assert_true(rows.piece_count > 3);
        assert_large_rows(folder, &rows);
        assert_int_equal(count_left_out(folder, &rows), 0);
    }
}

static void faults_in_the_last_lines_of_a_large_file_are_told_in_their_place(void **state)
{
    struct plan_folder *folder = *state;
    unsigned line;
    /* The last row has a fault in its numerator, the one before it an area nobody knows. */
    const char *text =
        large_text(folder, "andelen;vest;2020;;1;9;;\nandelen;nord;2020;;10;9;;", &line);
    plan_folder_write(folder, FIGURES_FILE, text);
    for (size_t i = 0; i < THREADS; i++) {
        struct observation_rows rows = read_rows(folder, threads[i]);
        assert_problem_count(folder, 2);
        assert_problem_at(folder, PROBLEM_SERIES, (struct location){FIGURES_FILE, line, 9},
                          "ukendt område »vest«", __FILE__, __LINE__);
        assert_problem_at(folder, PROBLEM_SERIES, (struct location){FIGURES_FILE, line + 1, 20},
                          "tælleren er større end nævneren", __FILE__, __LINE__);
        assert_int_equal(folder->diagnostics.items[0].at.line, line);
        assert_true(rows.piece_count > 3);
        assert_int_equal(rows.count, MANY_ROWS + 1);
        assert_int_equal(count_left_out(folder, &rows), 1);
        assert_true(rows.left_out[series_of(folder, "andelen", "nord")]);
    }
}

static void a_broken_quote_late_in_a_large_file_leaves_out_all_its_series(void **state)
{
    struct plan_folder *folder = *state;
    unsigned line;
    const char *text =
        large_text(folder, "andelen;nord;2020;\"ung\"e;1;9;;\nandelen;nord;2020;;1;9;;\n", &line);
    plan_folder_write(folder, FIGURES_FILE, text);
    plan_folder_write(folder, "observationer/andre.csv", FIGURES_HEADER "tallet;by;2020;;;;3;;\n");
    for (size_t i = 0; i < THREADS; i++) {
        struct observation_rows rows = read_rows(folder, threads[i]);
        assert_problem_count(folder, 1);
        assert_problem_at(folder, PROBLEM_SERIES, (struct location){FIGURES_FILE, line, 19},
                          "anførselstegn, der ikke passer sammen", __FILE__, __LINE__);
        assert_int_equal(rows.count, 1 + MANY_ROWS + 1);
        assert_int_equal(count_left_out(folder, &rows), 6);
        for (size_t a = 0; a < 3; a++)
            for (size_t b = 0; b < 2; b++)
                assert_true(rows.left_out[series_of(folder, indicators[b], areas[a])]);
        assert_false(rows.left_out[series_of(folder, "tallet", "by")]);
    }
}

/* An odd quote in the middle: the parts behind it begin where no record does. */
static void a_quote_that_misleads_the_parts_behind_it_is_one_fault(void **state)
{
    struct plan_folder *folder = *state;
    struct location at = {FIGURES_FILE, 1, 0};
    unsigned line;
    char *text = arena_copy(folder->arena, large_text(folder, "", &line));
    char *row = strstr(text + strlen(text) / 2, ";;\n"); /* of one without a note */
    while (row[-1] != '\n')
        row--;
    char *group = strstr(row, ";g") + 1;
    group[1] = '"';
    for (const char *c = text; c < row; c++)
        at.line += *c == '\n';
    at.column = (unsigned)(group - row) + 1;
    plan_folder_write(folder, FIGURES_FILE, text);
    for (size_t i = 0; i < THREADS; i++) {
        struct observation_rows rows = read_rows(folder, threads[i]);
        assert_problem_count(folder, 1);
        assert_problem_at(folder, PROBLEM_SERIES, at, "anførselstegn, der ikke passer sammen",
                          __FILE__, __LINE__);
        assert_int_equal(rows.count, MANY_ROWS - 1);
        assert_int_equal(count_left_out(folder, &rows), 6);
    }
}

/*
 * Whenever a file becomes another while it is read, one of the two is read, whole, and nothing left
 * out; or, where it was not begun with, it is said that it changed. Returns how many times the other
 * one was read.
 */
static unsigned check_change(struct plan_folder *folder, const char *before, const char *after,
                             size_t rows_after)
{
    unsigned others = 0;
    bool was_changed = true;
    for (unsigned time = 1; was_changed; time++) {
        plan_folder_write(folder, FIGURES_FILE, before);
        change = (struct change){time, plan_folder_file(folder, FIGURES_FILE), after};
        struct observation_rows rows = read_rows(folder, "1");
        was_changed = change.before == 0;
        change.before = 0;
        assert_int_equal(count_left_out(folder, &rows), 0);
        others += rows.count == rows_after;
        if (was_changed && rows.count == 0) {
            assert_problem(folder, PROBLEM_INPUT, FIGURES_FILE, "~" NOTED_HEADER,
                           "filen blev ændret, mens den blev læst");
            assert_problem_count(folder, 1);
            continue;
        }
        assert_problem_count(folder, 0);
        if (!was_changed || rows.count != rows_after)
            assert_large_rows(folder, &rows);
    }
    return others;
}

static void a_file_that_is_cut_short_while_it_is_read_is_read_again(void **state)
{
    struct plan_folder *folder = *state;
    unsigned line;
    const char *before = large_text(folder, "", &line);
    const char *end = strstr(before + strlen(before) / 2, ";;\n"); /* of a row without a note */
    char *after = arena_text(folder->arena, before, (size_t)(end - before) + strlen(";;\n"));
    plan_folder_write(folder, FIGURES_FILE, after);
    size_t rows_after = read_rows(folder, "1").count;
    assert_in_range(rows_after, MANY_ROWS / 3, MANY_ROWS * 2 / 3);
    assert_in_range(check_change(folder, before, after, rows_after), 5, 200);
}

/* Of the same size: only its lines tell, and there is room for no more rows than were counted. */
static void a_file_that_gets_more_rows_while_it_is_read_is_read_again(void **state)
{
    static const char row[] = "raten;by;2020;;1;9;;\n";
    struct plan_folder *folder = *state;
    unsigned line;
    const char *before = large_text(folder, "", &line);
    char *after = arena_copy(folder->arena, before), *to = after + strlen(NOTED_HEADER);
    size_t left = strlen(to), rows_after = left / strlen(row);
    assert_true(rows_after > line);
    for (; left >= strlen(row); to += strlen(row), left -= strlen(row))
        memcpy(to, row, strlen(row));
    memset(to, '\n', left);
    assert_in_range(check_change(folder, before, after, rows_after), 5, 200);
}

static void a_misspelt_group_is_remarked_on_once_over_all_parts_and_files(void **state)
{
    struct plan_folder *folder = *state;
    unsigned line;
    /* In the first part, the last one, and the next file; of one other indicator in the last. */
    const char *text = large_text(folder,
                                  "andelen;nord;2020;fastboend;1;9;;\n"
                                  "raten;nord;2020;fastboend;1;9;;\n",
                                  &line);
    const char *first = NOTED_HEADER "andelen;syd;2020;fastboend;1;9;;\n";
    plan_folder_write(folder, FIGURES_FILE,
                      arena_printf(folder->arena, "%s%s", first, text + strlen(NOTED_HEADER)));
    plan_folder_write(folder, "observationer/ved.csv",
                      FIGURES_HEADER "andelen;by;2020;fastboend;1;9;;;\n");
    for (size_t i = 0; i < THREADS; i++) {
        struct observation_rows rows = read_rows(folder, threads[i]);
        assert_true(rows.piece_count > 4);
        assert_problem_count(folder, 2);
        assert_problem_at(folder, PROBLEM_REMARK, (struct location){FIGURES_FILE, 2, 18},
                          "»andelen«: »fastboend« kendes ikke som gruppe", __FILE__, __LINE__);
        assert_problem_at(folder, PROBLEM_REMARK, (struct location){FIGURES_FILE, line + 2, 17},
                          "»raten«: »fastboend« kendes ikke som gruppe", __FILE__, __LINE__);
        assert_int_equal(count_left_out(folder, &rows), 0);
    }
}

/* --- files larger than the memory ------------------------------------------------------------- */
#if !defined(__SANITIZE_ADDRESS__) /* which needs more addresses than the limit */
#define FEW_BYTES ((size_t)512 << 20)

/* Whether the rows of the folder are refused, and nothing else said, in a process of little memory. */
static bool is_refused(struct plan_folder *folder, const char *danish)
{
    struct diagnostics *diagnostics = &folder->diagnostics;
    const struct rlimit limit = {FEW_BYTES, FEW_BYTES};
    if (setrlimit(RLIMIT_AS, &limit) != 0)
        return false;
    diagnostics->count = 0;
    struct observation_rows rows =
        observation_rows_read(diagnostics, folder->path, &folder->catalogue);
    return rows.count == 0 && diagnostics->count == 1 &&
           diagnostics->items[0].problem == PROBLEM_FILE &&
           strcmp(diagnostics->items[0].at.file, FIGURES_FILE) == 0 &&
           strstr(diagnostics->items[0].text, danish);
}
#endif

/* As many lines as rows that would need more than there is, in a file that is small itself. */
static void rows_beyond_the_memory_are_refused_before_they_are_read(void **state)
{
#if defined(__SANITIZE_ADDRESS__)
    (void)state;
    skip();
#else
    struct plan_folder *folder = *state;
    const size_t lines = FEW_BYTES / sizeof(struct observation_row) + 1000;
    char *text = arena_alloc(folder->arena, lines + strlen(FIGURES_HEADER) + 1, 1);
    memset(text, '\n', lines);
    memcpy(text, FIGURES_HEADER, strlen(FIGURES_HEADER));
    plan_folder_write(folder, FIGURES_FILE, text);
    read_rows(folder, "2"); /* where there is more, those lines are no rows */
    assert_problem_count(folder, 0);
    if (getenv("RUNNER")) /* valgrind needs more addresses, too */
        skip();
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(is_refused(folder, "mindst 536 MB i hukommelsen, og der er højst 536 MB") ? 0 : 1);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_packed_period_is_the_same_period_in_24_bits),
        cmocka_unit_test(packed_periods_are_in_the_order_of_periods),
        PLAN_FOLDER_TEST(each_file_is_a_piece_with_groups_of_its_own),
        PLAN_FOLDER_TEST(a_large_file_has_the_same_rows_and_lines_in_parts),
        PLAN_FOLDER_TEST(faults_in_the_last_lines_of_a_large_file_are_told_in_their_place),
        PLAN_FOLDER_TEST(a_broken_quote_late_in_a_large_file_leaves_out_all_its_series),
        PLAN_FOLDER_TEST(a_quote_that_misleads_the_parts_behind_it_is_one_fault),
        PLAN_FOLDER_TEST(a_file_that_is_cut_short_while_it_is_read_is_read_again),
        PLAN_FOLDER_TEST(a_file_that_gets_more_rows_while_it_is_read_is_read_again),
        PLAN_FOLDER_TEST(rows_beyond_the_memory_are_refused_before_they_are_read),
        PLAN_FOLDER_TEST(a_misspelt_group_is_remarked_on_once_over_all_parts_and_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
