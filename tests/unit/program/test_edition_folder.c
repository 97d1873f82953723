/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* nftw */
#include "pejling/program/edition_folder.h"

#include "near.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pejling/base/file.h"

/* A folder of its own for each test, with a plan in it, and where the edition goes. */
struct place_of_work {
    struct arena *arena;
    struct diagnostics diagnostics;
    const char *root, *plan, *target, *building;
    mode_t umask;
};

/* A path that the drive fails to look up, NULL for none: instead of the C library's own. */
static const char *unreadable;

int lstat(const char *path, struct stat *status)
{
    if (!unreadable || strcmp(path, unreadable) != 0)
        return fstatat(AT_FDCWD, path, status, AT_SYMLINK_NOFOLLOW);
    errno = EIO;
    return -1;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

static const char *inside(const struct place_of_work *work, const char *name)
{
    return arena_printf(work->arena, "%s/%s", work->root, name);
}

static void make_folder(const char *path)
{
    assert_int_equal(mkdir(path, 0755), 0);
}

static void write_file(const char *path, const char *text)
{
    FILE *stream = fopen(path, "wb");
    assert_non_null(stream);
    fputs(text, stream);
    assert_int_equal(fclose(stream), 0);
}

static int start(void **state)
{
    struct arena *arena = arena_new();
    struct place_of_work *work = arena_alloc(arena, 1, sizeof *work);
    const char *place = getenv("TMPDIR");
    *work = (struct place_of_work){.arena = arena, .diagnostics.arena = arena};
    work->umask = umask(022);
    work->root = mkdtemp(arena_printf(arena, "%s/pejling-test-XXXXXX", place ? place : "/tmp"));
    assert_non_null(work->root);
    work->plan = inside(work, "plan");
    work->target = inside(work, "ud/udgave");
    work->building = inside(work, "ud/.udgave.ny");
    make_folder(work->plan);
    write_file(inside(work, "plan/plan.csv"), "plan");
    *state = work;
    return 0;
}

static int end(void **state)
{
    struct place_of_work *work = *state;
    nftw(work->root, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    umask(work->umask);
    arena_free(work->arena);
    return 0;
}

static const char *text_of(struct place_of_work *work, const char *path)
{
    const struct input_file file = {path, path, PROBLEM_FILE};
    size_t length;
    const char *text = file_read(&work->diagnostics, &file, 1 << 20, &length);
    return text ? text : "(none)";
}

static bool exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

static unsigned mode_of(const char *path)
{
    struct stat status;
    assert_int_equal(lstat(path, &status), 0);
    return (unsigned)status.st_mode & 07777;
}

static struct edition_folder begin(struct place_of_work *work)
{
    struct edition_folder folder;
    if (!edition_begin(&work->diagnostics, FOLDER_EDITION, work->target, work->plan, &folder))
        fail_msg("%s", work->diagnostics.items[0].text);
    return folder;
}

/* What a run writes, with `text` in its files. */
static void build(struct place_of_work *work, const struct edition_folder *folder, const char *text)
{
    static const char *const names[] = {"manifest.json", "resultater.csv", "figurer/a.svg"};
    make_folder(arena_printf(work->arena, "%s/figurer", folder->building));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        write_file(arena_printf(work->arena, "%s/%s", folder->building, names[i]), text);
    write_file(arena_printf(work->arena, "%s/udgave.sha256", folder->building),
               "0  figurer/a.svg\n0  kun_i_den_gamle.csv\n0  manifest.json\n0  resultater.csv\n");
}

static void publish(struct place_of_work *work, const char *text, bool shared)
{
    struct edition_folder folder = begin(work);
    build(work, &folder, text);
    assert_true(edition_publish(&work->diagnostics, &folder, shared));
}

static void an_edition_appears_whole_and_not_before(void **state)
{
    struct place_of_work *work = *state;
    struct edition_folder folder = begin(work);
    assert_string_equal(folder.target, work->target);
    assert_string_equal(folder.building, work->building);
    assert_int_equal(mode_of(work->building), 0700);
    build(work, &folder, "ny");
    assert_false(exists(work->target));
    assert_true(edition_publish(&work->diagnostics, &folder, true));
    assert_string_equal(text_of(work, inside(work, "ud/udgave/figurer/a.svg")), "ny");
    assert_false(exists(work->building));
    assert_int_equal(work->diagnostics.count, 0);
}

static void an_earlier_edition_is_replaced_as_a_whole(void **state)
{
    struct place_of_work *work = *state;
    publish(work, "gammel", true);
    write_file(inside(work, "ud/udgave/kun_i_den_gamle.csv"), "x");
    struct edition_folder folder = begin(work);
    build(work, &folder, "ny");
    assert_string_equal(text_of(work, inside(work, "ud/udgave/resultater.csv")), "gammel");
    assert_true(edition_publish(&work->diagnostics, &folder, true));
    assert_string_equal(text_of(work, inside(work, "ud/udgave/resultater.csv")), "ny");
    assert_false(exists(inside(work, "ud/udgave/kun_i_den_gamle.csv")));
    assert_false(exists(work->building));
}

static void an_edition_given_up_leaves_the_earlier_one(void **state)
{
    struct place_of_work *work = *state;
    publish(work, "gammel", true);
    struct edition_folder folder = begin(work);
    build(work, &folder, "ny");
    edition_abandon(&work->diagnostics, &folder);
    edition_abandon(&work->diagnostics, &folder); /* a second time has no effect */
    assert_false(exists(work->building));
    assert_string_equal(text_of(work, inside(work, "ud/udgave/resultater.csv")), "gammel");
    assert_string_equal(text_of(work, inside(work, "ud/udgave/figurer/a.svg")), "gammel");
    publish(work, "ny", true);
    assert_string_equal(text_of(work, inside(work, "ud/udgave/resultater.csv")), "ny");
}

static void an_edition_that_cannot_take_its_place_leaves_what_is_there(void **state)
{
    struct place_of_work *work = *state;
    struct edition_folder folder = begin(work);
    build(work, &folder, "ny");
    write_file(work->target, "kom imellem");
    assert_false(edition_publish(&work->diagnostics, &folder, true));
    assert_int_equal(work->diagnostics.of_kind[PROBLEM_FILE], 1);
    assert_string_equal(text_of(work, work->target), "kom imellem");
    assert_false(exists(work->building));
}

static void what_an_interrupted_run_left_is_cleared(void **state)
{
    struct place_of_work *work = *state;
    make_folder(inside(work, "ud"));
    make_folder(work->building);
    make_folder(inside(work, "ud/.udgave.ny/figurer"));
    write_file(inside(work, "ud/.udgave.ny/figurer/rest.svg"), "x");
    write_file(inside(work, "ud/.udgave.ny/.skjult"), "x");
    assert_int_equal(symlink(work->plan, inside(work, "ud/.udgave.ny/link")), 0);
    struct edition_folder folder = begin(work);
    assert_int_equal(mode_of(work->building), 0700);
    assert_int_equal(rmdir(work->building), 0); /* nothing is left in it */
    make_folder(work->building);
    edition_abandon(&work->diagnostics, &folder);
    assert_string_equal(text_of(work, inside(work, "plan/plan.csv")), "plan");
}

static void a_link_in_the_way_of_the_building_folder_is_not_followed(void **state)
{
    struct place_of_work *work = *state;
    struct edition_folder folder;
    make_folder(inside(work, "ud"));
    assert_int_equal(symlink(work->plan, work->building), 0);
    assert_false(
        edition_begin(&work->diagnostics, FOLDER_EDITION, work->target, work->plan, &folder));
    assert_int_equal(work->diagnostics.of_kind[PROBLEM_FILE], 1);
    assert_string_equal(text_of(work, inside(work, "plan/plan.csv")), "plan");
}

/* A run that was stopped between the two steps of a swap: the next one brings the edition back. */
static void an_edition_left_aside_comes_back(void **state)
{
    struct place_of_work *work = *state;
    const char *aside = inside(work, "ud/.udgave.ny.gl");
    publish(work, "gammel", true);
    assert_int_equal(rename(work->target, aside), 0);
    struct edition_folder folder = begin(work);
    assert_string_equal(text_of(work, inside(work, "ud/udgave/resultater.csv")), "gammel");
    assert_false(exists(aside));
    edition_abandon(&work->diagnostics, &folder);
    assert_string_equal(text_of(work, inside(work, "ud/udgave/figurer/a.svg")), "gammel");
}

/* And one that was stopped after both is no more than something to clear. */
static void an_edition_left_aside_does_not_take_the_place_of_a_newer_one(void **state)
{
    struct place_of_work *work = *state;
    const char *aside = inside(work, "ud/.udgave.ny.gl");
    publish(work, "gammel", true);
    assert_int_equal(rename(work->target, aside), 0);
    make_folder(work->target);
    write_file(inside(work, "ud/udgave/manifest.json"), "ny");
    write_file(inside(work, "ud/udgave/resultater.csv"), "ny");
    write_file(inside(work, "ud/udgave/udgave.sha256"), "0  manifest.json\n0  resultater.csv\n");
    struct edition_folder folder = begin(work);
    edition_abandon(&work->diagnostics, &folder);
    assert_string_equal(text_of(work, inside(work, "ud/udgave/resultater.csv")), "ny");
    assert_false(exists(aside));
}

/* --- targets ---------------------------------------------------------------------------------- */
static void assert_refused(struct place_of_work *work, const char *target, const char *says)
{
    struct edition_folder folder;
    work->diagnostics = (struct diagnostics){.arena = work->arena};
    assert_false(edition_begin(&work->diagnostics, FOLDER_EDITION, target, work->plan, &folder));
    assert_int_equal(work->diagnostics.count, 1);
    assert_int_equal(work->diagnostics.items[0].problem, PROBLEM_USAGE);
    const char *named = work->diagnostics.items[0].at.file; /* a slash at its end is left out */
    assert_int_equal(strncmp(named, target, strlen(named)), 0);
    assert_non_null(strstr(work->diagnostics.items[0].text, says));
    assert_non_null(strstr(work->diagnostics.items[0].text, " · "));
    edition_abandon(&work->diagnostics, &folder); /* has no effect on one that never began */
    assert_true(exists(target));
    assert_string_equal(text_of(work, inside(work, "plan/plan.csv")), "plan");
}

static void links_and_files_are_refused(void **state)
{
    struct place_of_work *work = *state;
    publish(work, "gammel", true);
    write_file(inside(work, "fil"), "x");
    assert_int_equal(symlink(work->target, inside(work, "link")), 0);
    assert_int_equal(symlink("ingen_steder", inside(work, "dangler")), 0);
    assert_refused(work, inside(work, "fil"), "er ikke en mappe");
    assert_refused(work, inside(work, "link"), "er ikke en mappe (eller er et link)");
    assert_refused(work, inside(work, "link/"), "er ikke en mappe (eller er et link)");
    assert_refused(work, inside(work, "dangler"), "er ikke en mappe (eller er et link)");
    assert_string_equal(text_of(work, inside(work, "ud/udgave/resultater.csv")), "gammel");
    assert_false(exists(inside(work, ".fil.ny")));
    assert_false(exists(inside(work, ".link.ny")));
}

static void the_plan_folder_and_folders_around_it_are_refused(void **state)
{
    struct place_of_work *work = *state;
    write_file(inside(work, "plan/manifest.json"), "x");
    write_file(inside(work, "plan/resultater.csv"), "x");
    write_file(inside(work, "manifest.json"), "x");
    write_file(inside(work, "resultater.csv"), "x");
    assert_refused(work, work->plan, "er selve planmappen");
    assert_refused(work, inside(work, "plan/"), "er selve planmappen");
    assert_refused(work, inside(work, "plan/../plan"), "er selve planmappen");
    assert_refused(work, work->root, "ligger uden om den");
    assert_int_equal(symlink(work->plan, inside(work, "anden_vej")), 0);
    work->plan = inside(work, "anden_vej");
    assert_refused(work, inside(work, "plan"), "er selve planmappen");
}

/* No folder can take the place of those; it is said before any work is done. */
static void dots_are_no_names(void **state)
{
    struct place_of_work *work = *state;
    make_folder(inside(work, "tom"));
    assert_refused(work, inside(work, "tom/."), "er ikke en mappes navn · skriv");
    assert_refused(work, inside(work, "tom/./"), "er ikke en mappes navn · skriv");
    make_folder(inside(work, "tom/mere"));
    make_folder(inside(work, "tom/mere/endnu"));
    assert_refused(work, inside(work, "tom/mere/endnu/.."), "er ikke en mappes navn · skriv");
    struct edition_folder folder;
    assert_false(edition_begin(&work->diagnostics, FOLDER_EDITION, inside(work, "ny/.."),
                               work->plan, &folder));
    assert_false(exists(inside(work, "ny")));
}

static void a_folder_whose_name_begins_like_the_plans_is_not_around_it(void **state)
{
    struct place_of_work *work = *state;
    make_folder(inside(work, "pla"));
    work->target = inside(work, "pla");
    publish(work, "ny", true);
    assert_string_equal(text_of(work, inside(work, "pla/resultater.csv")), "ny");
}

static void a_folder_with_other_things_in_it_is_refused(void **state)
{
    struct place_of_work *work = *state;
    make_folder(inside(work, "dokumenter"));
    write_file(inside(work, "dokumenter/brev.txt"), "vigtigt");
    assert_refused(work, inside(work, "dokumenter"), "indeholder andet end en udgave");
    write_file(inside(work, "dokumenter/manifest.json"), "{}");
    assert_refused(work, inside(work, "dokumenter"), "indeholder andet end en udgave");
    assert_string_equal(text_of(work, inside(work, "dokumenter/brev.txt")), "vigtigt");
    make_folder(inside(work, "kun_skjult"));
    write_file(inside(work, "kun_skjult/.git"), "x");
    assert_refused(work, inside(work, "kun_skjult"), "indeholder andet end en udgave");
}

static void refusals_stand_in_english_too(void **state)
{
    struct place_of_work *work = *state;
    struct edition_folder folder;
    work->diagnostics.language = LANGUAGE_ENGLISH;
    assert_false(
        edition_begin(&work->diagnostics, FOLDER_EDITION, work->plan, work->plan, &folder));
    assert_string_equal(work->diagnostics.items[0].text,
                        "is the plan folder or lies around it · choose another folder with -o");
    assert_int_equal(diagnostics_exit_status(&work->diagnostics, false, false), 2);
}

static void an_empty_folder_may_be_taken(void **state)
{
    struct place_of_work *work = *state;
    make_folder(inside(work, "ud"));
    make_folder(work->target);
    publish(work, "ny", true);
    assert_string_equal(text_of(work, inside(work, "ud/udgave/resultater.csv")), "ny");
}

static void folders_above_the_target_are_made(void **state)
{
    struct place_of_work *work = *state;
    work->target = inside(work, "a/b/c/udgave/");
    publish(work, "ny", true);
    assert_string_equal(text_of(work, inside(work, "a/b/c/udgave/resultater.csv")), "ny");
    assert_false(exists(inside(work, "a/b/c/.udgave.ny")));
}

static void a_file_above_the_target_is_a_problem(void **state)
{
    struct place_of_work *work = *state;
    struct edition_folder folder;
    write_file(inside(work, "fil"), "x");
    assert_false(edition_begin(&work->diagnostics, FOLDER_EDITION, inside(work, "fil/udgave"),
                               work->plan, &folder));
    assert_int_equal(work->diagnostics.of_kind[PROBLEM_FILE], 1);
    assert_string_equal(text_of(work, inside(work, "fil")), "x");
}

static void a_target_without_a_path_lies_in_the_folder_one_is_in(void **state)
{
    struct place_of_work *work = *state;
    char before[4096];
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(work->root), 0);
    work->target = "udgave";
    publish(work, "gammel", true);
    publish(work, "ny", true);
    assert_int_equal(chdir(before), 0);
    assert_string_equal(text_of(work, inside(work, "udgave/resultater.csv")), "ny");
    assert_false(exists(inside(work, ".udgave.ny")));
}

static void a_problem_names_the_file_as_the_user_knows_it(void **state)
{
    struct place_of_work *work = *state;
    struct edition_folder folder = begin(work);
    file_report(&work->diagnostics, inside(work, "ud/.udgave.ny/figurer/a.svg"), EIO);
    file_report(&work->diagnostics, inside(work, "ud/.udgave.nyt"), EIO);
    edition_abandon(&work->diagnostics, &folder);
    assert_string_equal(work->diagnostics.items[0].at.file,
                        inside(work, "ud/udgave/figurer/a.svg"));
    assert_string_equal(work->diagnostics.items[1].at.file, inside(work, "ud/.udgave.nyt"));
}

static void a_file_of_ones_own_is_not_lost(void **state)
{
    static const char *const own[] = {"noter.txt", "a.svg", "figurer/noter.txt", ".git"};
    static const char *const droppings[] = {".DS_Store", "~$seminar.xlsx", "figurer/Thumbs.db"};
    struct place_of_work *work = *state;
    struct edition_folder folder;
    publish(work, "gammel", true);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        const char *path = arena_printf(work->arena, "%s/%s", work->target, own[i]);
        write_file(path, "mit");
        assert_false(
            edition_begin(&work->diagnostics, FOLDER_EDITION, work->target, work->plan, &folder));
        assert_int_equal(work->diagnostics.of_kind[PROBLEM_USAGE], i + 1);
        assert_non_null(strstr(work->diagnostics.items[i].text, own[i]));
        assert_string_equal(text_of(work, path), "mit");
        assert_int_equal(unlink(path), 0);
    }
    for (size_t i = 0; i < sizeof droppings / sizeof *droppings; i++)
        write_file(arena_printf(work->arena, "%s/%s", work->target, droppings[i]), "x");
    publish(work, "ny", true);
}

/* What lies there cannot be told, so it may be somebody's. */
static void an_edition_that_cannot_be_looked_through_stays(void **state)
{
    struct place_of_work *work = *state;
    struct edition_folder folder;
    publish(work, "gammel", true);
    unreadable = arena_printf(work->arena, "%s/figurer", work->target);
    assert_false(
        edition_begin(&work->diagnostics, FOLDER_EDITION, work->target, work->plan, &folder));
    unreadable = NULL;
    assert_int_equal(work->diagnostics.of_kind[PROBLEM_FILE], 1);
    assert_int_equal(work->diagnostics.count, 1);
    assert_non_null(strstr(work->diagnostics.items[0].at.file, "udgave/figurer"));
}

static void no_edition_goes_where_the_plan_is_read_from(void **state)
{
    static const char *const targets[] = {"plan/observationer", "plan/observationer/ud",
                                          "plan/observationer/a/b", "plan/brud.csv"};
    struct place_of_work *work = *state;
    struct edition_folder folder;
    make_folder(inside(work, "plan/observationer"));
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        assert_false(edition_begin(&work->diagnostics, FOLDER_EDITION, inside(work, targets[i]),
                                   work->plan, &folder));
        assert_int_equal(work->diagnostics.of_kind[PROBLEM_USAGE], i + 1);
        assert_non_null(strstr(work->diagnostics.items[i].text, "planens egne filer"));
    }
    assert_true(edition_begin(&work->diagnostics, FOLDER_EDITION, inside(work, "plan/udgave"),
                              work->plan, &folder));
    edition_abandon(&work->diagnostics, &folder);
}

static void a_name_too_long_is_the_targets(void **state)
{
    struct place_of_work *work = *state;
    struct edition_folder folder;
    char name[254];
    memset(name, 'u', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    const char *target = inside(work, name);
    assert_false(edition_begin(&work->diagnostics, FOLDER_EDITION, target, work->plan, &folder));
    assert_string_equal(work->diagnostics.items[0].at.file, target);
    assert_non_null(strstr(work->diagnostics.items[0].text, "for langt · "));
}

static void a_name_too_long_to_step_aside_is_none_that_did(void **state)
{
    struct place_of_work *work = *state;
    char name[251];
    memset(name, 'u', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    work->target = inside(work, name);
    publish(work, "gammel", true);
    publish(work, "ny", true);
    assert_string_equal(text_of(work, arena_printf(work->arena, "%s/resultater.csv", work->target)),
                        "ny");
}

static void whether_an_edition_was_left_aside_must_be_known(void **state)
{
    struct place_of_work *work = *state;
    const char *aside = inside(work, "ud/.udgave.ny.gl");
    publish(work, "gammel", true);
    assert_int_equal(rename(work->target, aside), 0);
    struct edition_folder folder;
    unreadable = aside;
    bool begun =
        edition_begin(&work->diagnostics, FOLDER_EDITION, work->target, work->plan, &folder);
    unreadable = NULL;
    assert_false(begun);
    assert_int_equal(work->diagnostics.of_kind[PROBLEM_FILE], 1);
    assert_string_equal(work->diagnostics.items[0].at.file, work->target);
    folder = begin(work);
    edition_abandon(&work->diagnostics, &folder);
    assert_string_equal(text_of(work, inside(work, "ud/udgave/resultater.csv")), "gammel");
}

/* --- two at once, and permissions ------------------------------------------------------------- */
static void a_second_run_of_the_same_edition_is_refused_meanwhile(void **state)
{
    struct place_of_work *work = *state;
    struct edition_folder first = begin(work), second;
    build(work, &first, "ny");
    assert_false(
        edition_begin(&work->diagnostics, FOLDER_EDITION, work->target, work->plan, &second));
    assert_int_equal(work->diagnostics.of_kind[PROBLEM_FILE], 1);
    assert_non_null(strstr(work->diagnostics.items[0].text, "en anden kørsel"));
    assert_string_equal(text_of(work, inside(work, "ud/.udgave.ny/resultater.csv")), "ny");
    edition_abandon(&work->diagnostics, &second); /* takes nothing from the first */
    assert_true(edition_publish(&work->diagnostics, &first, true));
    assert_string_equal(text_of(work, inside(work, "ud/udgave/resultater.csv")), "ny");
    publish(work, "nyere", true);
}

#define ROUNDS                                                                                     \
    100 /* without the lock on the old edition a run lost its files in ROUND_LOST of them */

/* Its name is the building folder's by then: whoever begins meanwhile must not build in it. */
static void nobody_builds_in_an_old_edition_that_is_being_removed(void **state)
{
    struct place_of_work *work = *state;
    publish(work, "gammel", true);
    for (int round = 0; round < ROUNDS; round++) {
        struct edition_folder first = begin(work), second;
        int status;
        build(work, &first, "ny");
        pid_t child = fork();
        if (child == 0)
            _exit(!edition_publish(&work->diagnostics, &first, true));
        close(first.lock); /* the child's alone now */
        while (
            !edition_begin(&work->diagnostics, FOLDER_EDITION, work->target, work->plan, &second))
            work->diagnostics = (struct diagnostics){.arena = work->arena};
        build(work, &second, "nyere");
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_int_equal(status, 0);
        assert_string_equal(text_of(work, inside(work, "ud/.udgave.ny/figurer/a.svg")), "nyere");
        assert_true(edition_publish(&work->diagnostics, &second, true));
        assert_string_equal(text_of(work, inside(work, "ud/udgave/figurer/a.svg")), "nyere");
        assert_false(exists(work->building));
    }
}

static void two_editions_can_be_made_side_by_side(void **state)
{
    struct place_of_work *work = *state;
    struct edition_folder first = begin(work), second;
    assert_true(edition_begin(&work->diagnostics, FOLDER_EDITION, inside(work, "ud/intern"),
                              work->plan, &second));
    build(work, &first, "delt");
    build(work, &second, "intern");
    assert_true(edition_publish(&work->diagnostics, &second, false));
    assert_true(edition_publish(&work->diagnostics, &first, true));
    assert_string_equal(text_of(work, inside(work, "ud/udgave/resultater.csv")), "delt");
    assert_string_equal(text_of(work, inside(work, "ud/intern/resultater.csv")), "intern");
}

static void permissions_follow_the_edition_and_then_the_umask(void **state)
{
    static const mode_t masks[] = {0, 022, 027, 077};
    struct place_of_work *work = *state;
    for (size_t i = 0; i < sizeof masks / sizeof *masks; i++)
        for (int shared = 0; shared < 2; shared++) {
            umask(masks[i]);
            publish(work, "ny", shared);
            assert_int_equal(mode_of(work->target), shared ? 0755 & ~masks[i] : 0700);
            assert_int_equal(mode_of(inside(work, "ud/udgave/figurer")),
                             shared ? 0755 & ~masks[i] : 0700);
            assert_int_equal(mode_of(inside(work, "ud/udgave/resultater.csv")),
                             shared ? 0644 & ~masks[i] : 0600);
            assert_int_equal(mode_of(inside(work, "ud/udgave/figurer/a.svg")),
                             shared ? 0644 & ~masks[i] : 0600);
        }
}

#define EDITION_TEST(test) cmocka_unit_test_setup_teardown(test, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EDITION_TEST(an_edition_appears_whole_and_not_before),
        EDITION_TEST(an_earlier_edition_is_replaced_as_a_whole),
        EDITION_TEST(an_edition_given_up_leaves_the_earlier_one),
        EDITION_TEST(an_edition_that_cannot_take_its_place_leaves_what_is_there),
        EDITION_TEST(what_an_interrupted_run_left_is_cleared),
        EDITION_TEST(a_link_in_the_way_of_the_building_folder_is_not_followed),
        EDITION_TEST(an_edition_left_aside_comes_back),
        EDITION_TEST(an_edition_left_aside_does_not_take_the_place_of_a_newer_one),
        EDITION_TEST(links_and_files_are_refused),
        EDITION_TEST(the_plan_folder_and_folders_around_it_are_refused),
        EDITION_TEST(dots_are_no_names),
        EDITION_TEST(a_folder_whose_name_begins_like_the_plans_is_not_around_it),
        EDITION_TEST(a_folder_with_other_things_in_it_is_refused),
        EDITION_TEST(refusals_stand_in_english_too),
        EDITION_TEST(an_empty_folder_may_be_taken),
        EDITION_TEST(folders_above_the_target_are_made),
        EDITION_TEST(a_file_above_the_target_is_a_problem),
        EDITION_TEST(a_target_without_a_path_lies_in_the_folder_one_is_in),
        EDITION_TEST(a_second_run_of_the_same_edition_is_refused_meanwhile),
        EDITION_TEST(nobody_builds_in_an_old_edition_that_is_being_removed),
        EDITION_TEST(two_editions_can_be_made_side_by_side),
        EDITION_TEST(a_problem_names_the_file_as_the_user_knows_it),
        EDITION_TEST(a_name_too_long_is_the_targets),
        EDITION_TEST(a_name_too_long_to_step_aside_is_none_that_did),
        EDITION_TEST(whether_an_edition_was_left_aside_must_be_known),
        EDITION_TEST(a_file_of_ones_own_is_not_lost),
        EDITION_TEST(an_edition_that_cannot_be_looked_through_stays),
        EDITION_TEST(no_edition_goes_where_the_plan_is_read_from),
        EDITION_TEST(permissions_follow_the_edition_and_then_the_umask),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
