/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* nftw */
#include "pejling/program/earlier_read.h"

#include "plan_folder.h"

#include <ftw.h>

#include "pejling/present/released_sheet.h"

#define SHARED "{\"options\":{\"edition\":\"delt\"}}"
#define INTERNAL "{\"options\":{\"edition\":\"intern\"}}"
#define HEADER                                                                                     \
    "indicator,area,period,period_to,group,release,reason,figure,value,unit,numerator,"            \
    "denominator,spread,design_effect,population,response_rate,lowest,highest\n"

/*
 * A plan folder, and beside it the folder that the program is started from. What is written into
 * the plan folder here is taken away by hand, for plan_folder.h knows nothing of it.
 */
struct work {
    struct plan_folder *plan;
    const char *root, *before; /* where we are during the test, and where we were */
};

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

static int start(void **state)
{
    struct plan_folder *plan = plan_folder_new();
    struct work *work = arena_alloc(plan->arena, 1, sizeof *work);
    char *before = arena_alloc(plan->arena, 4096, 1);
    work->plan = plan;
    work->root = arena_printf(plan->arena, "%s.ud", plan->path);
    work->before = getcwd(before, 4096);
    *state = work;
    return !work->before || mkdir(work->root, 0700) != 0 || chdir(work->root) != 0;
}

static int end(void **state)
{
    struct work *work = *state;
    int failed = chdir(work->before);
    nftw(work->root, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    nftw(plan_folder_file(work->plan, "udgaver"), remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    nftw(plan_folder_file(work->plan, EARLIER_COPIES), remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    plan_folder_free(work->plan);
    return failed;
}

static void write_text(const char *path, const char *text)
{
    FILE *stream = fopen(path, "wb");
    assert_non_null(stream);
    assert_true(fputs(text, stream) >= 0);
    assert_int_equal(fclose(stream), 0);
}

/* An edition with one cell, and a value to know it by; without manifest where that is NULL. */
static void make_edition(struct work *work, const char *folder, const char *manifest, int value)
{
    struct arena *arena = work->plan->arena;
    assert_int_equal(mkdir(folder, 0700), 0);
    if (manifest)
        write_text(arena_printf(arena, "%s/manifest.json", folder), manifest);
    write_text(arena_printf(arena, "%s/" RELEASED_FILE, folder),
               arena_printf(arena, HEADER "tallet,by,2020,,,open,,final,%d,kr.,,,,,,,,\n", value));
}

/* A path in the folder `udgaver` of the plan folder. */
static const char *beside_plan(struct work *work, const char *name)
{
    mkdir(plan_folder_file(work->plan, "udgaver"), 0700);
    return plan_folder_file(work->plan, arena_printf(work->plan->arena, "udgaver/%s", name));
}

static struct earlier_editions read_earlier(struct work *work, const char *names)
{
    struct plan_folder *plan = work->plan;
    plan_folder_write(plan, "plan.csv",
                      arena_printf(plan->arena, "%stidligere_udgave;%s\n", BASE_PLAN, names));
    plan_folder_read_catalogue(plan);
    assert_problem_count(plan, 0);
    return earlier_read(&plan->diagnostics, plan->path, &plan->catalogue);
}

/* The editions with these values, in this order, without a problem. */
static void assert_editions(struct work *work, const char *names, const double values[],
                            size_t count)
{
    struct earlier_editions earlier = read_earlier(work, names);
    assert_problem_count(work->plan, 0);
    assert_int_equal(earlier.count, count);
    for (size_t i = 0; i < count; i++) {
        const struct released_table *table = &earlier.tables[i];
        assert_int_equal(table->edition, EDITION_SHARED);
        assert_ptr_equal(table->catalogue, &work->plan->catalogue);
        assert_int_equal(table->count, 1);
        assert_near(released_of(work->plan, table, "tallet", "by", "2020")->value, values[i], 0);
    }
}

/* One problem, of plan.csv, that says this. */
static void assert_refused(struct work *work, const char *names, const char *says)
{
    assert_int_equal(read_earlier(work, names).count, 0);
    assert_problem_count(work->plan, 1);
    assert_problem(work->plan, PROBLEM_INPUT, "plan.csv", "", says);
}

static void a_plan_that_names_none_has_none(void **state)
{
    struct work *work = *state;
    assert_editions(work, "", NULL, 0);
    plan_folder_write(work->plan, "plan.csv", BASE_PLAN);
    plan_folder_read_catalogue(work->plan);
    assert_int_equal(
        earlier_read(&work->plan->diagnostics, work->plan->path, &work->plan->catalogue).count, 0);
    assert_problem_count(work->plan, 0);
}

/* As its manifest has it, else as its folder is called. */
static void the_latest_is_the_first_and_has_its_own_name(void **state)
{
    struct work *work = *state;
    make_edition(work, beside_plan(work, "a"),
                 "{\"udgave\":\"Efterår <2023>\",\"options\":{\"edition\":\"delt\"}}", 23);
    make_edition(work, beside_plan(work, "b"),
                 "{\"udgave\":\"\",\"options\":{\"edition\":\"delt\"}}", 22);
    make_edition(work, beside_plan(work, "c"), SHARED, 21);
    assert_string_equal(read_earlier(work, "udgaver/a|udgaver/b").latest, "Efterår <2023>");
    assert_string_equal(read_earlier(work, "| udgaver/b/ |udgaver/a").latest, "b");
    assert_string_equal(read_earlier(work, "udgaver/c").latest, "c");
    assert_null(read_earlier(work, "").latest);
}

static void an_edition_is_named_by_its_path_from_the_plan_folder(void **state)
{
    struct work *work = *state;
    make_edition(work, beside_plan(work, "2023"), SHARED, 23);
    assert_editions(work, "udgaver/2023", (const double[]){23}, 1);
}

static void an_edition_is_named_by_its_path_from_where_the_program_was_started(void **state)
{
    struct work *work = *state;
    make_edition(work, "2023", SHARED, 23);
    assert_editions(work, "2023", (const double[]){23}, 1);
    assert_editions(work, "./2023", (const double[]){23}, 1);
}

static void the_plan_folder_is_looked_in_first(void **state)
{
    struct work *work = *state;
    assert_int_equal(mkdir("udgaver", 0700), 0);
    make_edition(work, "udgaver/2023", SHARED, 1);
    make_edition(work, beside_plan(work, "2023"), SHARED, 2);
    assert_editions(work, "udgaver/2023", (const double[]){2}, 1);
}

static void an_edition_is_named_by_its_whole_path(void **state)
{
    struct work *work = *state;
    const char *path = arena_printf(work->plan->arena, "%s/2023", work->root);
    make_edition(work, path, SHARED, 23);
    assert_editions(work, path, (const double[]){23}, 1);
    assert_int_equal(chdir("/"), 0); /* wherever the program was started */
    assert_editions(work, path, (const double[]){23}, 1);
}

static void a_whole_path_is_not_looked_for_in_the_plan_folder(void **state)
{
    struct work *work = *state;
    make_edition(work, beside_plan(work, "2023"), SHARED, 23);
    assert_refused(work, "/udgaver/2023", "ikke en mappe med en udgave");
}

static void several_editions_come_in_the_order_they_are_named_in(void **state)
{
    struct work *work = *state;
    const char *last = arena_printf(work->plan->arena, "%s/2021", work->root);
    make_edition(work, "2022", SHARED, 22);
    make_edition(work, last, SHARED, 21);
    make_edition(work, beside_plan(work, "2023 delt"), SHARED, 23);
    const char *names = arena_printf(work->plan->arena, "udgaver/2023 delt|2022|%s", last);
    assert_editions(work, names, (const double[]){23, 22, 21}, 3);
    assert_editions(work, "2022|udgaver/2023 delt", (const double[]){22, 23}, 2);
    assert_editions(work, "|2022||udgaver/2023 delt|", (const double[]){22, 23}, 2);
}

/* An internal edition's own copy of a plan has those editions with it. */
static void a_copy_that_was_kept_is_looked_in_first(void **state)
{
    struct work *work = *state;
    struct arena *arena = work->plan->arena;
    const char *copies = plan_folder_file(work->plan, EARLIER_COPIES);
    const char *kept =
        arena_printf(arena, "%s/%s", copies, earlier_copy_name(arena, "udgaver/2023"));
    make_edition(work, beside_plan(work, "2023"), SHARED, 1);
    assert_int_equal(mkdir(copies, 0700), 0);
    make_edition(work, kept, SHARED, 2);
    assert_editions(work, "udgaver/2023", (const double[]){2}, 1);
    make_edition(work, "2022", SHARED, 3);
    const char *rest = "| udgaver/2023 || 2022 ";
    struct earlier_place place;
    assert_true(earlier_next(arena, work->plan->path, &rest, &place));
    assert_string_equal(place.name, "udgaver/2023");
    assert_string_equal(place.folder, kept);
    assert_true(earlier_next(arena, work->plan->path, &rest, &place));
    assert_string_equal(place.folder, "2022");
    assert_false(earlier_next(arena, work->plan->path, &rest, &place));
}

static void blanks_around_a_name_are_no_part_of_it(void **state)
{
    struct work *work = *state;
    make_edition(work, "2022", SHARED, 22);
    make_edition(work, beside_plan(work, "2023 delt"), SHARED, 23);
    assert_editions(work, "udgaver/2023 delt | 2022", (const double[]){23, 22}, 2);
    assert_editions(work, "  2022  |  |udgaver/2023 delt  ", (const double[]){22, 23}, 2);
    assert_editions(work, " | ", NULL, 0);
}

static void a_problem_names_the_folder_concerned(void **state)
{
    struct work *work = *state;
    make_edition(work, "intern", INTERNAL, 1);
    make_edition(work, "2022", SHARED, 22);
    assert_int_equal(read_earlier(work, "2022 | intern | findes ikke").count, 1);
    assert_problem_count(work->plan, 2);
    assert_problem(work->plan, PROBLEM_INPUT, "plan.csv", "", "»intern« er en intern udgave");
    assert_problem(work->plan, PROBLEM_INPUT, "plan.csv", "", "»findes ikke« er ikke en mappe");
    work->plan->diagnostics.language = LANGUAGE_ENGLISH;
    read_earlier(work, "2022 | intern | findes ikke");
    assert_problem(work->plan, PROBLEM_INPUT, "plan.csv", "", "»intern« is an internal edition");
    assert_problem(work->plan, PROBLEM_INPUT, "plan.csv", "", "»findes ikke« is no folder");
}

static void rows_of_what_the_plan_has_no_more_are_passed_over(void **state)
{
    struct work *work = *state;
    make_edition(work, "2023", SHARED, 23);
    write_text("2023/" RELEASED_FILE, HEADER "nedlagt,by,2020,,,open,,final,1,kr.,,,,,,,,\n"
                                             "tallet,by,2020,,,open,,final,24,kr.,,,,,,,,\n"
                                             "tallet,nedlagt,2020,,,open,,final,2,kr.,,,,,,,,\n");
    assert_editions(work, "2023", (const double[]){24}, 1);
}

static void a_folder_that_is_no_edition_is_a_problem(void **state)
{
    static const char *const manifests[] = {NULL,
                                            "",
                                            "{",
                                            "[]",
                                            "{}",
                                            "{\"options\":{}}",
                                            "{\"options\":{\"edition\":1}}",
                                            "{\"edition\":\"delt\"}"};
    struct work *work = *state;
    assert_refused(work, "findes_ikke", "ikke en mappe med en udgave");
    assert_refused(work, "/findes/ikke", "ikke en mappe med en udgave");
    for (size_t i = 0; i < sizeof manifests / sizeof *manifests; i++) {
        const char *name = arena_printf(work->plan->arena, "%zu", i);
        make_edition(work, name, manifests[i], 1);
        assert_refused(work, name, "ikke en mappe med en udgave");
    }
    write_text("fil", SHARED);
    assert_refused(work, "fil", "ikke en mappe med en udgave");
}

static void an_internal_edition_is_a_problem(void **state)
{
    struct work *work = *state;
    make_edition(work, "intern", INTERNAL, 1);
    assert_refused(work, "intern", "intern udgave");
    work->plan->diagnostics.language = LANGUAGE_ENGLISH;
    assert_refused(work, "intern", "is an internal edition · ");
    assert_refused(work, "findes_ikke", "is no folder with an edition · ");
}

static void every_problem_shows_in_one_run_and_the_sound_editions_are_read(void **state)
{
    struct work *work = *state;
    make_edition(work, "intern", INTERNAL, 1);
    make_edition(work, "uden", NULL, 2);
    make_edition(work, "2022", SHARED, 22);
    make_edition(work, "2023", SHARED, 23);
    make_edition(work, "rettet", SHARED, 3);
    write_text("rettet/" RELEASED_FILE, HEADER "tallet,by,2020,,,open,,final,x,kr.,,,,,,,,\n");
    struct earlier_editions earlier =
        read_earlier(work, "findes_ikke|2022|uden|intern|rettet|2023");
    assert_problem_count(work->plan, 4);
    assert_int_equal(work->plan->diagnostics.of_kind[PROBLEM_INPUT], 4);
    assert_problem(work->plan, PROBLEM_INPUT, "rettet/" RELEASED_FILE,
                   HEADER "tallet,by,2020,,,open,,final,^x,", "filen er ændret");
    assert_int_equal(earlier.count, 2);
    for (size_t i = 0; i < 2; i++)
        assert_near(released_of(work->plan, &earlier.tables[i], "tallet", "by", "2020")->value,
                    22 + (double)i, 0);
}

static void an_edition_without_its_table_is_a_problem_of_that_file(void **state)
{
    struct work *work = *state;
    make_edition(work, beside_plan(work, "2023"), SHARED, 23);
    assert_int_equal(unlink(beside_plan(work, "2023/" RELEASED_FILE)), 0);
    assert_int_equal(read_earlier(work, "udgaver/2023").count, 0);
    assert_problem_count(work->plan, 1);
    assert_problem(work->plan, PROBLEM_INPUT, "udgaver/2023/" RELEASED_FILE, "", "findes ikke");
}

static void an_edition_that_says_nothing_of_the_plan_is_a_problem(void **state)
{
    struct work *work = *state;
    make_edition(work, "ud", SHARED, 24);
    write_text("ud/" RELEASED_FILE, HEADER "andet,by,2020,,,open,,final,1,kr.,,,,,,,,\n");
    assert_refused(work, "ud", "har ingen tal om denne plans");
    write_text("ud/" RELEASED_FILE, HEADER);
    assert_refused(work, "ud", "har ingen tal om denne plans");
}

/* The same folder is found whatever it is called; one that is not there yet can replace nothing. */
static void an_edition_must_not_be_written_in_the_place_of_an_earlier_one(void **state)
{
    static const struct {
        const char *names, *output;
        bool stays;
    } cases[] = {
        {"", "ud", true},
        {"udgaver/2023", "ud", true},
        {"udgaver/2023", "nyt", true},
        {"ud", "ud", false},
        {"udgaver/2023|./ud/", "/ud", false},
        {"ud", ".", false}, /* which would go with the folder around it */
        {"ud", "u", true},
    };
    struct work *work = *state;
    struct arena *arena = work->plan->arena;
    make_edition(work, beside_plan(work, "2023"), SHARED, 23);
    make_edition(work, "ud", SHARED, 24);
    assert_int_equal(mkdir("u", 0700), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct plan_folder *plan = work->plan;
        read_earlier(work, cases[i].names);
        const char *root = cases[i].output[0] == '/' ? work->root : "";
        const char *output = arena_printf(arena, "%s%s", root, cases[i].output);
        assert_int_equal(earlier_stays(&plan->diagnostics, plan->path, &plan->catalogue, output),
                         cases[i].stays);
        assert_problem_count(plan, !cases[i].stays);
        if (!cases[i].stays)
            assert_problem(plan, PROBLEM_INPUT, "plan.csv", "", "ligger i den mappe");
    }
}

#define EARLIER_TEST(test) cmocka_unit_test_setup_teardown(test, start, end)

static void a_copy_is_called_by_the_whole_path(void **state)
{
    static const char *const names[][2] = {
        {"foer", "foer"},
        {"../foer", "+foer"},
        {"../udgaver/2024/", "+udgaver+2024"},
        {"../../2023//ud//", "++2023+ud"},
        {"/srv/a\\b\n", "%2Fsrv+a%5Cb%0A"},
        {"..", "+"},
        {"..5/a+b 100%", "%2E.5+a%2Bb 100%25"},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_string_equal(earlier_copy_name(folder->arena, names[i][0]), names[i][1]);
}

static void no_two_editions_have_their_copy_in_one_folder(void **state)
{
    static const char *const names[] = {
        "a/b",    "a_b",   "a+b",   "a%2Bb", "ab",   "../ab",  "../../ab", "/ab",    "/../ab",
        "a/../b", "a/.b",  "..a/b", ".a/b",  "+a/b", "../a/b", "/a/b",     "%2Ea/b", "..",
        ".",      "../..", "a\\b",  "a\nb",  "a b",  "a./b",   "a../b"};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *one = earlier_copy_name(folder->arena, names[i]);
        assert_true(*one && *one != '.' && !strpbrk(one, "/\\\n"));
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(one, earlier_copy_name(folder->arena, names[j]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_copy_is_called_by_the_whole_path),
        PLAN_FOLDER_TEST(no_two_editions_have_their_copy_in_one_folder),
        EARLIER_TEST(a_plan_that_names_none_has_none),
        EARLIER_TEST(the_latest_is_the_first_and_has_its_own_name),
        EARLIER_TEST(an_edition_is_named_by_its_path_from_the_plan_folder),
        EARLIER_TEST(an_edition_is_named_by_its_path_from_where_the_program_was_started),
        EARLIER_TEST(the_plan_folder_is_looked_in_first),
        EARLIER_TEST(an_edition_is_named_by_its_whole_path),
        EARLIER_TEST(a_whole_path_is_not_looked_for_in_the_plan_folder),
        EARLIER_TEST(several_editions_come_in_the_order_they_are_named_in),
        EARLIER_TEST(a_copy_that_was_kept_is_looked_in_first),
        EARLIER_TEST(blanks_around_a_name_are_no_part_of_it),
        EARLIER_TEST(a_problem_names_the_folder_concerned),
        EARLIER_TEST(rows_of_what_the_plan_has_no_more_are_passed_over),
        EARLIER_TEST(a_folder_that_is_no_edition_is_a_problem),
        EARLIER_TEST(an_internal_edition_is_a_problem),
        EARLIER_TEST(every_problem_shows_in_one_run_and_the_sound_editions_are_read),
        EARLIER_TEST(an_edition_without_its_table_is_a_problem_of_that_file),
        EARLIER_TEST(an_edition_that_says_nothing_of_the_plan_is_a_problem),
        EARLIER_TEST(an_edition_must_not_be_written_in_the_place_of_an_earlier_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
