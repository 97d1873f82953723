/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _LARGEFILE64_SOURCE /* readdir64 */
#include "pejling/base/file.h"

#include "near.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A temporary folder with one file in it, `name`. */
struct place {
    struct diagnostics diagnostics;
    const char *folder, *name;
};

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct place *place = arena_alloc(arena, 1, sizeof *place);
    const char *temporary = getenv("TMPDIR");
    char *folder = arena_printf(arena, "%s/pejling-test-XXXXXX", temporary ? temporary : "/tmp");
    place->diagnostics.arena = arena;
    place->folder = mkdtemp(folder);
    place->name = arena_printf(arena, "%s/fil.csv", folder);
    *state = place;
    return place->folder ? 0 : -1;
}

static int teardown(void **state)
{
    struct place *place = *state;
    unlink(place->name);
    rmdir(place->folder);
    arena_free(place->diagnostics.arena);
    return 0;
}

/* Which entry of a folder the drive does not answer for, 0 for none. */
static unsigned unanswered;

/* In place of the C library's. */
struct dirent *readdir(DIR *folder)
{
    if (unanswered && --unanswered == 0) {
        errno = EIO;
        return NULL;
    }
    return (struct dirent *)readdir64(folder); /* the same where a long has 64 bits */
}

static void write_file(const struct place *place, const char *bytes, size_t length)
{
    FILE *stream = fopen(place->name, "wb");
    assert_non_null(stream);
    assert_int_equal(fwrite(bytes, 1, length, stream), length);
    assert_int_equal(fclose(stream), 0);
}

static char *read_path(struct place *place, const char *path, size_t limit, size_t *length)
{
    struct input_file file = {path, "plan/fil.csv", PROBLEM_SERIES};
    return file_read(&place->diagnostics, &file, limit, length);
}

/* --- reading ---------------------------------------------------------------------------------- */
static void all_bytes_are_read_with_a_nul_behind_them(void **state)
{
    struct place *place = *state;
    static const char bytes[] = "a\0b\r\n\xFF;\n";
    const size_t length = sizeof bytes - 1;
    write_file(place, bytes, length);
    size_t got = 0;
    char *text = read_path(place, place->name, 1000, &got);
    assert_non_null(text);
    assert_int_equal(got, length);
    assert_memory_equal(text, bytes, length + 1);
    assert_int_equal(place->diagnostics.count, 0);
}

static void a_large_file_is_read_whole(void **state)
{
    struct place *place = *state;
    const size_t length = 3000000;
    char *bytes = arena_alloc(place->diagnostics.arena, length, 1);
    for (size_t i = 0; i < length; i++)
        bytes[i] = (char)('a' + i % 23);
    write_file(place, bytes, length);
    size_t got = 0;
    char *text = read_path(place, place->name, length, &got);
    assert_int_equal(got, length);
    assert_memory_equal(text, bytes, length);
    assert_int_equal(text[length], 0);
}

static void an_empty_file_is_an_empty_text(void **state)
{
    struct place *place = *state;
    write_file(place, "", 0);
    size_t got = 99;
    assert_string_equal(read_path(place, place->name, 0, &got), "");
    assert_int_equal(got, 0);
}

static void a_file_is_read_piece_by_piece(void **state)
{
    struct place *place = *state;
    const struct input_file file = {place->name, "plan/fil.csv", PROBLEM_SERIES};
    const struct input_file folder = {place->folder, "plan", PROBLEM_SERIES};
    char piece[5] = "";
    size_t size = 0;
    assert_int_equal(file_open(&file, &size), -1);
    assert_int_equal(file_open(&folder, &size), -1);
    write_file(place, "1234567890", 10);
    int descriptor = file_open(&file, &size);
    assert_true(descriptor >= 0);
    assert_int_equal(size, 10);
    assert_true(file_read_at(descriptor, piece, 4, 6));
    assert_string_equal(piece, "7890");
    assert_true(file_read_at(descriptor, piece, 4, 0));
    assert_string_equal(piece, "1234");
    assert_false(file_read_at(descriptor, piece, 4, 7));
    close(descriptor);
}

static void what_memory_cannot_hold_is_refused_with_both_numbers(void **state)
{
    struct place *place = *state;
    const struct input_file file = {place->name, "plan/fil.csv", PROBLEM_SERIES};
    assert_true(file_fits(&place->diagnostics, &file, 1000));
    assert_int_equal(place->diagnostics.count, 0);
    assert_false(file_fits(&place->diagnostics, &file, (size_t)-1));
    assert_int_equal(place->diagnostics.of_kind[PROBLEM_FILE], 1);
    assert_non_null(strstr(place->diagnostics.items[0].text,
                           "mindst 18446744073709 MB i hukommelsen, og der er højst "));
    file_report_change(&place->diagnostics, &file, 7);
    assert_int_equal(place->diagnostics.of_kind[PROBLEM_SERIES], 1);
    assert_int_equal(place->diagnostics.items[1].at.line, 7);
}

/* --- what cannot be read ---------------------------------------------------------------------- */
static void check_refusal(struct place *place, const char *path, const char *danish)
{
    size_t length;
    size_t before = place->diagnostics.count;
    assert_null(read_path(place, path, 10, &length));
    assert_int_equal(place->diagnostics.count, before + 1);
    const struct diagnostic *item = &place->diagnostics.items[before];
    assert_int_equal(item->problem, PROBLEM_SERIES);
    assert_string_equal(item->at.file, "plan/fil.csv");
    assert_int_equal(item->at.line, 0);
    if (!strstr(item->text, danish))
        print_error("»%s« does not say »%s«\n", item->text, danish);
    assert_non_null(strstr(item->text, danish));
}

static void what_cannot_be_read_is_reported_with_its_name_and_kind(void **state)
{
    struct place *place = *state;
    struct arena *arena = place->diagnostics.arena;
    check_refusal(place, place->name, "findes ikke");
    check_refusal(place, place->folder, "er en mappe");
    write_file(place, "12345678901", 11);
    check_refusal(place, place->name, "større end");
    check_refusal(place, arena_printf(arena, "%s/fil.csv", place->name), "ikke en mappe");
}

/* Opening a pipe that nobody writes to must not wait for one. */
static void a_pipe_is_no_ordinary_file(void **state)
{
    struct place *place = *state;
    assert_int_equal(mkfifo(place->name, 0600), 0);
    check_refusal(place, place->name, "ikke en almindelig fil");
}

static void a_file_as_large_as_the_limit_is_read(void **state)
{
    struct place *place = *state;
    write_file(place, "1234567890", 10);
    size_t length;
    assert_non_null(read_path(place, place->name, 10, &length));
    assert_null(read_path(place, place->name, 9, &length));
}

static void a_file_that_may_not_be_read_is_reported(void **state)
{
    struct place *place = *state;
    write_file(place, "a", 1);
    assert_int_equal(chmod(place->name, 0), 0);
    if (geteuid() != 0) /* nothing is forbidden to root */
        check_refusal(place, place->name, "adgang nægtet");
}

/* --- faults in words -------------------------------------------------------------------------- */
static void the_faults_a_user_can_mend_say_how_in_both_languages(void **state)
{
    struct place *place = *state;
    static const struct {
        int fault;
        const char *danish, *english;
    } rows[] = {
        {ENOENT, "findes ikke · ", "does not exist · "},
        {EACCES, "adgang nægtet · ", "access denied · "},
        {EPERM, "adgang nægtet · ", "access denied · "},
        {ENOSPC, "disken er fuld · ", "the disk is full · "},
        {EDQUOT, "disken er fuld · ", "the disk is full · "},
        {ENAMETOOLONG, "navnet er for langt · ", "the name is too long · "},
        {ELOOP, "links på stien peger i ring · ", "links on the path lead in a circle · "},
        {EFBIG, "filen bliver større, end systemet tillader · ", "the file grows larger than "},
        {EMFILE, "for mange filer er åbne · ", "too many files are open · "},
        {ENFILE, "for mange filer er åbne · ", "too many files are open · "},
        {ENOMEM, "der er ikke hukommelse nok · ", "there is not enough memory · "},
        {EIO, "drevet svarer med en fejl · ", "the drive answers with a fault · "},
        {EROFS, "drevet kan ikke skrives · ", "the drive cannot be written · "},
        {EISDIR, "er en mappe, ikke en fil · ", "is a folder, not a file · "},
        {ENOTDIR, "en del af stien er ikke en mappe · ", "a part of the path is not a folder · "},
    };
    struct diagnostics *diagnostics = &place->diagnostics;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (int english = 0; english < 2; english++) {
            diagnostics->language = english ? LANGUAGE_ENGLISH : LANGUAGE_DANISH;
            diagnostics->count = 0;
            file_report(diagnostics, "ud/seminar.html", rows[i].fault);
            const char *expected = english ? rows[i].english : rows[i].danish;
            assert_int_equal(diagnostics->items[0].problem, PROBLEM_FILE);
            assert_string_equal(diagnostics->items[0].at.file, "ud/seminar.html");
            assert_memory_equal(diagnostics->items[0].text, expected, strlen(expected));
        }
    }
}

static void any_other_fault_has_the_words_of_the_system(void **state)
{
    struct place *place = *state;
    file_report(&place->diagnostics, "ud", EBUSY);
    assert_string_equal(place->diagnostics.items[0].text, strerror(EBUSY));
}

#define FILE_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

static void a_path_lies_in_a_folder_or_is_it(void **state)
{
    struct place *place = *state;
    struct arena *arena = place->diagnostics.arena;
    const char *folder = place->folder, *inner = arena_printf(arena, "%s/inden", folder);
    const char *beside = arena_printf(arena, "%s/indenfor", folder);
    assert_int_equal(mkdir(inner, 0700), 0);
    assert_int_equal(mkdir(beside, 0700), 0);
    assert_true(file_lies_in(inner, folder));
    assert_true(file_lies_in(inner, inner));
    assert_true(file_lies_in(arena_printf(arena, "%s/../inden/", beside), inner));
    assert_false(file_lies_in(folder, inner));
    assert_false(file_lies_in(beside, inner)); /* the name begins alike */
    assert_false(file_lies_in(arena_printf(arena, "%s/ingen", inner), inner));
    assert_false(file_lies_in(inner, arena_printf(arena, "%s/ingen", inner)));
    assert_int_equal(rmdir(inner) + rmdir(beside), 0);
}

static void the_bare_name_stands_behind_the_last_slash(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"tal.csv", "tal.csv"},
        {"/tmp/FOLK1A.xlsx", "FOLK1A.xlsx"},
        {"../a/b.c/d", "d"},
        {"mappe/", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(file_bare_name(rows[i][0]), rows[i][1]);
}

static void slashes_at_the_end_of_a_path_go(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    static const char *const rows[][2] = {
        {"ud/2024/", "ud/2024"}, {"ud///", "ud"}, {"/ud", "/ud"}, {"/", "/"}, {"//", "/"}, {"", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(file_without_slash(arena, rows[i][0]), rows[i][1]);
    arena_free(arena);
}

static void the_stem_ends_at_the_last_point(void **state)
{
    (void)state;
    static const char *const rows[][2] = {{"tal.csv", "tal"},
                                          {"/tmp/a.b/FOLK1A.2024.xlsx", "FOLK1A.2024"},
                                          {"a.b/tal", "tal"},
                                          {"", ""}};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(file_stem(arena, rows[i][0]), rows[i][1]);
    arena_free(arena);
}

static void the_names_in_a_folder_come_in_order_and_all(void **state)
{
    struct place *place = *state;
    struct arena *arena = place->diagnostics.arena;
    static const char *const files[] = {"b.csv", "B.csv", ".skjult"};
    struct file_list list = {NULL, 9};
    assert_true(file_names(arena, place->folder, &list));
    assert_int_equal(list.count, 0);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(mkdir(arena_printf(arena, "%s/%s", place->folder, files[i]), 0700), 0);
    assert_true(file_names(arena, place->folder, &list));
    assert_int_equal(list.count, 3);
    assert_string_equal(list.names[0], ".skjult");
    assert_string_equal(list.names[1], "B.csv");
    assert_string_equal(list.names[2], "b.csv");
    for (unsigned i = 1; i <= 6; i++) { /* with `.`, `..` and the end */
        unanswered = i;
        assert_false(file_names(arena, place->folder, &list));
        assert_int_equal(errno, EIO);
        assert_int_equal(list.count, 0);
    }
    assert_false(file_names(arena, arena_printf(arena, "%s/borte", place->folder), &list));
    assert_int_equal(errno, ENOENT);
    assert_int_equal(list.count, 0);
    for (size_t i = 0; i < 3; i++)
        rmdir(arena_printf(arena, "%s/%s", place->folder, files[i]));
}

/* A link in it goes; what the link leads to stays. */
static void a_folder_is_removed_with_everything_in_it(void **state)
{
    struct place *place = *state;
    struct arena *arena = place->diagnostics.arena;
    const char *tree = arena_printf(arena, "%s/mappe", place->folder);
    write_file(place, "x", 1);
    assert_int_equal(mkdir(tree, 0700), 0);
    assert_int_equal(mkdir(arena_printf(arena, "%s/indre", tree), 0700), 0);
    assert_int_equal(symlink(place->name, arena_printf(arena, "%s/indre/link", tree)), 0);
    assert_int_equal(symlink(place->folder, arena_printf(arena, "%s/op", tree)), 0);
    assert_true(file_remove_tree(tree));
    assert_int_not_equal(access(tree, F_OK), 0);
    assert_int_equal(access(place->name, F_OK), 0);
    assert_true(file_remove_tree(tree)); /* nothing is left to remove */
    assert_false(file_remove_tree(arena_printf(arena, "%s/under", place->name)));
    assert_int_equal(errno, ENOTDIR);
    assert_true(file_remove_tree(place->name));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FILE_TEST(all_bytes_are_read_with_a_nul_behind_them),
        FILE_TEST(a_large_file_is_read_whole),
        FILE_TEST(an_empty_file_is_an_empty_text),
        FILE_TEST(a_file_is_read_piece_by_piece),
        FILE_TEST(what_memory_cannot_hold_is_refused_with_both_numbers),
        FILE_TEST(what_cannot_be_read_is_reported_with_its_name_and_kind),
        FILE_TEST(a_pipe_is_no_ordinary_file),
        FILE_TEST(a_file_as_large_as_the_limit_is_read),
        FILE_TEST(a_file_that_may_not_be_read_is_reported),
        FILE_TEST(the_faults_a_user_can_mend_say_how_in_both_languages),
        FILE_TEST(a_path_lies_in_a_folder_or_is_it),
        cmocka_unit_test(the_bare_name_stands_behind_the_last_slash),
        cmocka_unit_test(slashes_at_the_end_of_a_path_go),
        cmocka_unit_test(the_stem_ends_at_the_last_point),
        FILE_TEST(the_names_in_a_folder_come_in_order_and_all),
        FILE_TEST(a_folder_is_removed_with_everything_in_it),
        FILE_TEST(any_other_fault_has_the_words_of_the_system),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
