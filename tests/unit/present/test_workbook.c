/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/workbook.h"

#include "workbook_bench.h"

#include <math.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

/* How many things the edition holds beside the folder of figures. */
static size_t things_in(struct bench *bench)
{
    size_t count = 0;
    DIR *folder = opendir(bench->place.folder);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
                 strcmp(entry->d_name, "figurer") != 0;
    closedir(folder);
    return count;
}

static struct book *book_of(struct bench *bench, size_t rows)
{
    struct book *book = small_book(bench);
    for (size_t i = 0; i < rows; i++)
        add_pair(book, arena_printf(bench->arena, "række %zu", i), sqrt((double)i));
    return book;
}

static void assert_told(struct bench *bench, const char *says)
{
    assert_int_equal(bench->diagnostics.count, 1);
    const struct diagnostic *item = &bench->diagnostics.items[0];
    assert_int_equal(item->problem, PROBLEM_TOOL);
    assert_string_equal(item->at.file, BOOK_FILE);
    assert_non_null(strstr(item->text, says));
    assert_non_null(strstr(item->text, " · "));
    assert_int_equal(diagnostics_exit_status(&bench->diagnostics, false, false), 5);
    assert_int_equal(things_in(bench), 0);
    bench->diagnostics =
        (struct diagnostics){.arena = bench->arena, .language = bench->diagnostics.language};
}

static void the_file_is_there_and_nothing_else(void **state)
{
    struct bench *bench = *state;
    assert_true(workbook_write(&bench->place, BOOK_FILE, book_of(bench, 100)));
    assert_int_equal(bench->diagnostics.count, 0);
    assert_int_equal(things_in(bench), 1);
    struct workbook workbook = read_book(bench, BOOK_FILE);
    assert_int_equal(workbook.sheets[0].count, 103);
    assert_string_equal(grid_cell(&workbook.sheets[0], 102, 0).text, "række 99");
}

static void a_book_that_is_refused_leaves_nothing(void **state)
{
    struct bench *bench = *state;
    struct book *book = book_of(bench, 100);
    sheet_of(book)->cells.cells[121].number = (double)NAN;
    assert_false(workbook_write(&bench->place, BOOK_FILE, book));
    assert_told(bench, "libxlsxwriter afviste noget i regnearket");
    bench->diagnostics.language = LANGUAGE_ENGLISH;
    assert_false(workbook_write(&bench->place, BOOK_FILE, book));
    assert_told(bench, "libxlsxwriter refused something");
}

static void a_folder_that_is_not_there_is_told(void **state)
{
    struct bench *bench = *state;
    const struct place place = {&bench->diagnostics, "/nonexistent", PLOTS};
    assert_false(workbook_write(&place, BOOK_FILE, book_of(bench, 1)));
    assert_told(bench, "regnearket kunne ikke påbegyndes");
}

/* What a disk does that is full after so many bytes, to the library's temporary files too. */
static bool write_within(struct bench *bench, const struct book *book, rlim_t bytes)
{
    struct rlimit before, limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    limit = (struct rlimit){bytes, before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    bool written = workbook_write(&bench->place, BOOK_FILE, book);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    return written;
}

static void a_full_disk_leaves_no_half_file(void **state)
{
    struct bench *bench = *state;
    const struct book *book = book_of(bench, 2000);
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    size_t length;
    assert_true(workbook_write(&bench->place, BOOK_FILE, book));
    book_bytes(bench, BOOK_FILE, &length);
    assert_int_equal(unlink(book_path(bench, BOOK_FILE)), 0);
    sigaction(SIGXFSZ, &ignore, &before);
    /* sizes that the parts, unpacked, do not have room in, up to the last byte of the largest */
    for (rlim_t bytes = 0; bytes < length; bytes += length / 20) {
        assert_false(write_within(bench, book, bytes));
        assert_told(bench, "se, om disken er fuld");
    }
    sigaction(SIGXFSZ, &before, NULL);
    assert_true(workbook_write(&bench->place, BOOK_FILE, book));
}

static void a_writer_that_dies_takes_nothing_with_it(void **state)
{
    struct bench *bench = *state;
    const struct book *book = book_of(bench, 2000);
    for (rlim_t bytes = 0; bytes < 4000; bytes += 1000) {
        assert_false(write_within(bench, book, bytes)); /* by SIGXFSZ */
        assert_told(bench, "libxlsxwriter brød sammen");
    }
}

/* What the parent has begun to print is printed once, though the child had a copy of it. */
static void the_child_prints_nothing_of_the_parents(void **state)
{
    struct bench *bench = *state;
    const char *path = arena_printf(bench->arena, "%s/skrevet", bench->root);
    FILE *stream = fopen(path, "wb");
    assert_non_null(stream);
    fputs("en gang", stream);
    assert_true(workbook_write(&bench->place, BOOK_FILE, book_of(bench, 1)));
    assert_int_equal(fclose(stream), 0);
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_size, 7);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* and no child is left */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(the_file_is_there_and_nothing_else),
        BENCH_TEST(a_book_that_is_refused_leaves_nothing),
        BENCH_TEST(a_folder_that_is_not_there_is_told),
        BENCH_TEST(a_full_disk_leaves_no_half_file),
        BENCH_TEST(a_writer_that_dies_takes_nothing_with_it),
        BENCH_TEST(the_child_prints_nothing_of_the_parents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
