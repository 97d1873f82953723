/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* nftw */
#include "pejling/program/command_join.h"

#include "captured.h"
#include "two_folders.h"

#include "pejling/present/summary.h"
#include "pejling/program/folder_files.h"
#include "pejling/program/summary_run.h"

#define TEST(test) cmocka_unit_test_setup_teardown(test, start, two_folders_end)
#define HEADER                                                                                     \
    "municipality,indicator,area,comparator,period,period_from,period_to,statistic,value,lower,"   \
    "upper,confidence,unit,n_periods,p,p_adjusted,text,method,status,reason\n"
#define LEVEL(municipality, value)                                                                 \
    municipality ",i,a,,2020,2019,2020,level," value ",,,,pct.,,,,,,ok,\n"
#define TESTED(municipality, p, adjusted)                                                          \
    municipality ",i,a,r,2020,2019,2020,verdict_slope,-0.5,,,,pct.,2," p "," adjusted ",,fit,ok,"  \
                 "\n"
#define PARTS 3

/* The definitions of a manifest: edition, delta, and the code and good direction of its indicator. */
#define DEFINITIONS                                                                                \
    "\"definitions\":{\"plan\":{\"titel\":\"T\",\"udgave\":\"%s\",\"kommune\":null,"               \
    "\"planstart\":\"2017-10-01\",\"planslut\":\"2021-09-30\",\"basisår\":2017,"                  \
    "\"illustrativ\":true,\"konfidens\":0.95,\"tærskel\":5,\"mindste_nævner\":20,\"delta\":%s}," \
    "\"indikatorer\":[{\"kode\":\"%s\",\"navn\":\"I\",\"kort_navn\":\"I\",\"mål\":\"\","          \
    "\"indsatsområde\":\"Andet\",\"type\":\"andel\",\"enhed\":\"pct.\",\"faktor\":100,"           \
    "\"god_retning\":\"%s\",\"klasse\":\"bestand\",\"målgruppe\":\"Alle\",\"opgørelse\":\"01-"   \
    "01\","                                                                                        \
    "\"kilde\":\"K\",\"tendens\":true,\"lbf_nr\":0,\"mindste_antal\":5,\"følsom\":false,"         \
    "\"delta\":0.1,\"decimaler\":1}],\"områder\":[{\"kode\":\"k\",\"navn\":\"K\","                \
    "\"rolle\":\"kommune\",\"del_af\":null,\"fra\":null,\"til\":null}],\"brud\":[]}"

/* What a manifest says; an empty member is as everybody's. */
struct made {
    const char *name, *rows, *version, *label, *delta, *code, *direction, *edition;
};

static const char *own_or(const char *own, const char *everybodys)
{
    return own ? own : everybodys;
}

static int start(void **state)
{
    two_folders_start(state);
    struct two_folders *work = *state;
    return mkdir(work->root, 0700);
}

static const char *in(struct two_folders *work, const char *name)
{
    return arena_printf(work->plan->arena, "%s/%s", work->root, name);
}

/* The folder of a summary, with the checksum of its file. */
static const char *summary(struct two_folders *work, const struct made *made)
{
    const char *folder = in(work, made->name);
    struct arena *arena = work->plan->arena;
    struct file_digest digest;
    mkdir(folder, 0700);
    two_folders_write(work, folder, "manifest.json",
                      arena_printf(arena,
                                   "{\"program\":{\"version\":\"%s\"}," DEFINITIONS
                                   ",\"options\":{\"edition\":\"%s\",\"summary\":true}}",
                                   own_or(made->version, "1"), own_or(made->label, "2025"),
                                   own_or(made->delta, "0.1"), own_or(made->code, "i"),
                                   own_or(made->direction, "op"), own_or(made->edition, "intern")));
    two_folders_write(work, folder, SUMMARY_FILE, arena_printf(arena, HEADER "%s", made->rows));
    assert_true(folder_file_digest(&work->plan->diagnostics, folder, SUMMARY_FILE, &digest));
    two_folders_write(work, folder, "udgave.sha256",
                      arena_printf(arena, "%s  " SUMMARY_FILE "\n", digest.sha256));
    return folder;
}

/* `pejling join` of folders into `ud`; its problems are in the plan folder's diagnostics. */
static int joined_to(struct two_folders *work, const char *output, const char *const *folders,
                     size_t count)
{
    plan_folder_forget_problems(work->plan);
    struct command_line line = {.diagnostics = &work->plan->diagnostics,
                                .words = {"join"},
                                .word_count = count + 1,
                                .output = output};
    for (size_t i = 0; i < count; i++)
        line.words[i + 1] = folders[i];
    struct capture capture = capture_begin();
    int status = command_join(&line);
    capture_end(&capture, work->plan->arena);
    return status;
}

static int joined(struct two_folders *work, const struct made *parts, size_t count)
{
    const char *folders[PARTS];
    for (size_t i = 0; i < count; i++)
        folders[i] = summary(work, &parts[i]);
    return joined_to(work, in(work, "ud"), folders, count);
}

static const char *result(struct two_folders *work)
{
    return two_folders_text(work, in(work, "ud"), SUMMARY_FILE);
}

/* One problem, said of that folder, in both languages; and nothing written. */
static void assert_refused(struct two_folders *work, const struct made *parts, size_t count,
                           const char *danish, const char *english)
{
    for (int i = 0; i < 2; i++) {
        work->plan->diagnostics.language = i ? LANGUAGE_ENGLISH : LANGUAGE_DANISH;
        assert_int_equal(joined(work, parts, count), 3);
        assert_problem_count(work->plan, 1);
        const struct diagnostic *item = &work->plan->diagnostics.items[0];
        assert_string_equal(item->at.file, in(work, parts[count - 1].name));
        assert_non_null(strstr(item->text, i ? english : danish));
        assert_null(result(work));
    }
    work->plan->diagnostics.language = LANGUAGE_DANISH;
}

/* Benjamini and Hochberg (1995): 0.01 of 2 is 0.02 and 0.03 stays; alone each was its own. */
static void municipalities_come_in_order_and_are_one_family(void **state)
{
    struct two_folders *work = *state;
    static const struct made parts[] = {
        {.name = "b", .rows = LEVEL("k2", "7") TESTED("k2", "0.03", "0.03")},
        {.name = "a", .rows = TESTED("k1", "0.01", "0.01") LEVEL("k1", "8")}};
    assert_int_equal(joined(work, parts, 2), 0);
    assert_string_equal(result(work), HEADER TESTED("k1", "0.01", "0.02") LEVEL("k1", "8")
                                          LEVEL("k2", "7") TESTED("k2", "0.03", "0.03"));
}

/* The first summary has not the indicator that the others do not agree on. */
static void each_is_held_against_all_before_it(void **state)
{
    struct two_folders *work = *state;
    const struct made parts[] = {{.name = "a", .rows = LEVEL("k1", "7"), .code = "j"},
                                 {.name = "b", .rows = LEVEL("k2", "7")},
                                 {.name = "c", .rows = LEVEL("k3", "7"), .direction = "ned"}};
    assert_int_equal(joined(work, parts, 2), 0);
    nftw(in(work, "ud"), two_folders_remove, 8, FTW_DEPTH | FTW_PHYS);
    assert_refused(work, parts, 3, "»i« er defineret på en anden måde (god_retning",
                   "»i« is defined in another way (god_retning");
}

static void the_checksum_is_of_the_file(void **state)
{
    struct two_folders *work = *state;
    static const struct made parts[] = {{.name = "a", .rows = LEVEL("k1", "7")}};
    struct file_digest digest;
    assert_int_equal(joined(work, parts, 1), 0);
    assert_true(
        folder_file_digest(&work->plan->diagnostics, in(work, "ud"), SUMMARY_FILE, &digest));
    assert_string_equal(two_folders_text(work, in(work, "ud"), "udgave.sha256"),
                        arena_printf(work->plan->arena, "%s  " SUMMARY_FILE "\n", digest.sha256));
}

static void the_country_counts_once(void **state)
{
    struct two_folders *work = *state;
    static const struct made parts[] = {
        {.name = "a",
         .rows = LEVEL("", "5") TESTED("", "0.02", "0.04") TESTED("k1", "0.04", "0.04")},
        {.name = "b",
         .rows = LEVEL("", "5") TESTED("", "0.02", "0.02") TESTED("k2", "0.01", "0.02")},
    };
    assert_int_equal(joined(work, parts, 2), 0); /* three tests: 0.01, 0.02 and 0.04 */
    assert_string_equal(result(work), HEADER LEVEL("", "5") TESTED("", "0.02", "0.03") TESTED(
                                          "k1", "0.04", "0.04") TESTED("k2", "0.01", "0.03"));
}

static void another_country_is_refused(void **state)
{
    struct two_folders *work = *state;
    const struct made of_value[] = {{.name = "a", .rows = LEVEL("", "5") LEVEL("k1", "7")},
                                    {.name = "b", .rows = LEVEL("", "6") LEVEL("k2", "7")}};
    const struct made of_test[] = {
        {.name = "a", .rows = TESTED("", "0.02", "0.02") LEVEL("k1", "7")},
        {.name = "b", .rows = TESTED("", "0.03", "0.03") LEVEL("k2", "7")}};
    const struct made of_length[] = {{.name = "a", .rows = LEVEL("", "5") LEVEL("k1", "7")},
                                     {.name = "b", .rows = LEVEL("", "5") LEVEL("", "5")}};
    const struct made of_less[] = {{.name = "a", .rows = LEVEL("", "5") LEVEL("", "5")},
                                   {.name = "b", .rows = LEVEL("", "5") LEVEL("k2", "7")}};
    static const char danish[] = "har andre tal for landet", english[] = "has other figures";
    assert_refused(work, of_value, 2, danish, english);
    assert_refused(work, of_test, 2, danish, english);
    assert_refused(work, of_length, 2, danish, english);
    assert_refused(work, of_less, 2, danish, english);
}

static void a_municipality_is_named_once(void **state)
{
    struct two_folders *work = *state;
    const struct made parts[] = {{.name = "a", .rows = LEVEL("k1", "7")},
                                 {.name = "b", .rows = LEVEL("k2", "7")},
                                 {.name = "c", .rows = LEVEL("k1", "7")}};
    assert_refused(work, parts, 3, "kommunen »k1« er også i ", "the municipality »k1« is in ");
    assert_non_null(strstr(work->plan->diagnostics.items[0].text, in(work, "a")));
}

static void what_was_made_otherwise_is_refused(void **state)
{
    struct two_folders *work = *state;
    const struct made a = {.name = "a", .rows = LEVEL("k1", "7")};
    const struct made version[] = {a, {.name = "b", .rows = LEVEL("k2", "7"), .version = "2"}};
    const struct made delta[] = {a, {.name = "b", .rows = LEVEL("k2", "7"), .delta = "0.2"}};
    const struct made label[] = {a, {.name = "b", .rows = LEVEL("k2", "7"), .label = "2024"}};
    const struct made direction[] = {a,
                                     {.name = "b", .rows = LEVEL("k2", "7"), .direction = "ned"}};
    const struct made edition[] = {a, {.name = "b", .rows = LEVEL("k2", "7"), .edition = "delt"}};
    assert_refused(work, version, 2, "en anden version af programmet", "another version");
    assert_refused(work, delta, 2, "(delta: 0,1 og 0,2)", "(delta: 0.1 and 0.2)");
    assert_refused(work, label, 2, "(udgave: 2025 og 2024)", "(udgave: 2025 and 2024)");
    assert_refused(work, direction, 2, "»i« er defineret på en anden måde (god_retning: »op«",
                   "»i« is defined in another way (god_retning: »op«");
    assert_refused(work, edition, 2, "delt, den anden intern", "shared and another internal");
}

static void an_edited_summary_is_refused(void **state)
{
    struct two_folders *work = *state;
    const struct made part = {.name = "a", .rows = LEVEL("k1", "7")};
    const char *folder = summary(work, &part);
    two_folders_change(work, folder, SUMMARY_FILE, ",level,7,", ",level,8,");
    assert_int_equal(joined_to(work, in(work, "ud"), &folder, 1), 3);
    assert_problem_count(work->plan, 1);
    assert_string_equal(work->plan->diagnostics.items[0].at.file, in(work, "a/" SUMMARY_FILE));
    assert_non_null(strstr(work->plan->diagnostics.items[0].text, "er ændret, siden"));
    assert_null(result(work));
    unlink(in(work, "a/udgave.sha256")); /* nothing to hold it against */
    assert_int_equal(joined_to(work, in(work, "ud"), &folder, 1), 0);
}

/* Quotes, separators, line ends, and formulas as summary_write guards them: the guard is not doubled. */
static void texts_come_through(void **state)
{
    struct two_folders *work = *state;
    static const char hostile[] = "'=k1,\"i, \"\"i\"\"\",a,,2020,2019,2020,level,7,,,,\"pr. 1;000\n"
                                  "og\r\nfler,' =1\",,,,\"'=1,'+\"\"<b>`\"\"\",,ok,''@nej\n";
    const struct made parts[] = {{.name = "a", .rows = hostile},
                                 {.name = "b", .rows = LEVEL("k2", "7")}};
    assert_int_equal(joined(work, parts, 2), 0);
    assert_string_equal(result(work),
                        arena_printf(work->plan->arena, HEADER "%s%s", hostile, LEVEL("k2", "7")));
}

/* Of a summary as `run` makes it, the same bytes. */
static void one_joined_alone_is_itself(void **state)
{
    struct two_folders *work = *state;
    const char *folder = in(work, "a");
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++) {
        const struct run_options options = {.plan = work->plan->path,
                                            .output = folder,
                                            .edition = (enum edition)edition,
                                            .summary = true};
        plan_folder_forget_problems(work->plan);
        plan_folder_figures(work->plan, "andelen;by;2019;;500;1000;;;\n"
                                        "andelen;by;2020;;510;1000;;;\n"
                                        "andelen;nord;2019;;90;200;;;\n"
                                        "andelen;nord;2020;;91;200;;;\n");
        assert_true(summary_run(&work->plan->diagnostics, &options));
        assert_int_equal(joined_to(work, in(work, "ud"), &folder, 1), 0);
        assert_string_equal(result(work), two_folders_text(work, folder, SUMMARY_FILE));
    }
}

static void no_summary_is_replaced(void **state)
{
    struct two_folders *work = *state;
    const struct made part = {.name = "a", .rows = LEVEL("k1", "7")};
    const char *folder = summary(work, &part);
    assert_int_equal(joined_to(work, folder, &folder, 1), 2);
    assert_int_equal(joined_to(work, work->root, &folder, 1), 2);
    assert_int_equal(joined_to(work, NULL, &folder, 1), 2);
    assert_int_equal(joined_to(work, in(work, "ud"), &work->root, 1), 3); /* holds no summary */
    assert_non_null(two_folders_text(work, folder, "manifest.json"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(municipalities_come_in_order_and_are_one_family),
        TEST(each_is_held_against_all_before_it),
        TEST(the_checksum_is_of_the_file),
        TEST(the_country_counts_once),
        TEST(another_country_is_refused),
        TEST(a_municipality_is_named_once),
        TEST(what_was_made_otherwise_is_refused),
        TEST(an_edited_summary_is_refused),
        TEST(texts_come_through),
        TEST(one_joined_alone_is_itself),
        TEST(no_summary_is_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
