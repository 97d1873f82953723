/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/chromium.h"

#include "figure_bench.h"

#include <time.h>

#define REAL "/usr/bin/chromium"
#define WHOLE "printf '%%PDF-1.4\\n/FontDescriptor\\nstartxref\\n9\\n%%%%EOF\\n' >\"$pdf\"\n"

static int set_up(void **state)
{
    unsetenv("PEJLING_CHROMIUM");
    return bench_set_up(state);
}

static int tear_down(void **state)
{
    unsetenv("PEJLING_CHROMIUM");
    return bench_tear_down(state);
}

static void write_page(struct bench *bench, const char *body)
{
    FILE *stream = fopen(arena_printf(bench->arena, "%s/seminar.html", bench->place.folder), "w");
    assert_non_null(stream);
    fprintf(stream,
            "<!doctype html><html lang=\"da\"><title>Prøve</title>"
            "<style>@page{size:A4}</style><body><h1>Overskrift</h1>%s</body></html>",
            body);
    assert_int_equal(fclose(stream), 0);
}

/* Puts a shell script in the place of Chromium, with $pdf, $own and $page from its arguments. */
static void pretend(struct bench *bench, const char *commands)
{
    const char *path = arena_printf(bench->arena, "%s/chromium.sh", bench->root);
    FILE *stream = fopen(path, "w");
    assert_non_null(stream);
    fprintf(stream,
            "#!/bin/sh\n"
            "for word; do case $word in --print-to-pdf=*) pdf=${word#*=} ;; "
            "--user-data-dir=*) own=${word#*=} ;; file:*) page=$word ;; esac; done\n%s\n",
            commands);
    assert_int_equal(fclose(stream), 0);
    assert_int_equal(chmod(path, 0700), 0);
    setenv("PEJLING_CHROMIUM", path, 1);
}

static bool print_page(struct bench *bench, unsigned seconds)
{
    const struct printed_page page = {"seminar.html", "seminar.pdf", seconds};
    return chromium_print(&bench->place, &page);
}

static char *pdf_of(struct bench *bench, size_t *length)
{
    return contents(bench, "../seminar.pdf", length);
}

/* Nothing but the page and the folder of figures. */
static void assert_clean(struct bench *bench, size_t files)
{
    DIR *folder = opendir(bench->place.folder);
    size_t count = 0;
    for (struct dirent *entry; (entry = readdir(folder));)
        count++;
    closedir(folder);
    assert_int_equal(count, 2 + 1 + files); /* . and .., figurer */
}

static void the_page_becomes_a_pdf_of_the_edition(void **state)
{
    struct bench *bench = *state;
    size_t length;
    write_page(bench, "");
    pretend(bench, WHOLE);
    assert_true(print_page(bench, 0));
    assert_int_equal(bench->diagnostics.count, 0);
    assert_string_equal(pdf_of(bench, &length), "%PDF-1.4\n/FontDescriptor\nstartxref\n9\n%%EOF\n");
    assert_clean(bench, 2);
}

/* What it is asked: the page by its address, its own empty folder, and nothing of the user's. */
static void chromium_is_told_all_it_needs(void **state)
{
    struct bench *bench = *state;
    static const char *const words[] = {"--headless\n",
                                        "--no-pdf-header-footer\n",
                                        "--export-tagged-pdf\n",
                                        "--generate-pdf-document-outline\n",
                                        "--disable-background-networking\n",
                                        "--host-resolver-rules=MAP * ^NOTFOUND\n",
                                        "/.chromium\nfile://",
                                        "HOME=",
                                        "TZ=UTC",
                                        "empty\n"};
    size_t length;
    bench->place.folder = arena_printf(bench->arena, "%s/Års udgave %%41 #?&;'$(id)", bench->root);
    make_folders(bench->place.folder, bench->arena);
    write_page(bench, "");
    setenv("HEMMELIG", "noget", 1);
    pretend(bench,
            "{ echo %PDF-1.4; echo /FontDescriptor; printf '%s\\n' \"$@\" \"$own\" \"$page\"; env\n"
            "rmdir \"$own\" && mkdir \"$own\" && echo empty; echo %%EOF; } >svar\n"
            "mv svar \"$pdf\"");
    assert_true(print_page(bench, 0));
    const char *said = pdf_of(bench, &length);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strstr(said, words[i]))
            fail_msg("%s is not in\n%s", words[i], said);
    assert_non_null(
        strstr(said, "/%C3%85rs%20udgave%20%2541%20%23%3F%26%3B%27%24%28id%29/seminar.html\n"));
    assert_null(strstr(said, "HEMMELIG"));
    assert_int_equal(strstr(said, "--no-sandbox\n") != NULL, geteuid() == 0);
}

static void a_failing_chromium_is_reported(void **state)
{
    static const struct {
        const char *commands, *what;
    } cases[] = {
        {"exit 0", "lavede ingen hel PDF"},
        {"exit 3", "lavede ingen hel PDF"},
        {WHOLE "exit 3", "lavede ingen hel PDF"},
        {WHOLE "kill -9 $$", "lavede ingen hel PDF"},
        {"printf '%%PDF-1.4 og så ikke mere' >\"$pdf\"", "lavede ingen hel PDF"},
        {"printf '%%PDF-1.4\\n1 0 obj\\nstartxref\\n9\\n%%%%EOF\\n' >\"$pdf\"",
         "finder ingen skrifttype"},
        {": >\"$pdf\"", "lavede ingen hel PDF"},
        {"mkdir \"$pdf\"", "lavede ingen hel PDF"},
        {"exit 127", "installer pakken chromium"},
        {"mkdir -p \"$own/a/b\"; echo x >\"$own/a/b/c\"; exit 1", "lavede ingen hel PDF"},
    };
    struct bench *bench = *state;
    write_page(bench, "");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length;
        pretend(bench, arena_printf(bench->arena, "%s", cases[i].commands));
        assert_false(print_page(bench, 0));
        assert_int_equal(bench->diagnostics.count, 1);
        assert_int_equal(bench->diagnostics.items[0].problem, PROBLEM_TOOL);
        assert_string_equal(bench->diagnostics.items[0].at.file, "seminar.pdf");
        assert_non_null(strstr(bench->diagnostics.items[0].text, cases[i].what));
        assert_non_null(strstr(bench->diagnostics.items[0].text, " · "));
        assert_null(pdf_of(bench, &length));
        assert_clean(bench, 1);
        bench->diagnostics = (struct diagnostics){.arena = bench->arena};
    }
}

static void a_chromium_that_hangs_is_stopped(void **state)
{
    struct bench *bench = *state;
    struct timespec begun, ended;
    write_page(bench, "");
    pretend(bench, "(sleep 50; echo x >\"$own/x\") & sleep 50");
    clock_gettime(CLOCK_MONOTONIC, &begun);
    assert_false(print_page(bench, 1));
    clock_gettime(CLOCK_MONOTONIC, &ended);
    assert_true(ended.tv_sec - begun.tv_sec < 20);
    assert_non_null(strstr(bench->diagnostics.items[0].text, "blev ikke færdig i tide"));
    assert_clean(bench, 1);
}

static void without_chromium_it_says_what_to_install(void **state)
{
    struct bench *bench = *state;
    write_page(bench, "");
    setenv("PEJLING_CHROMIUM", "/nonexistent/chromium", 1);
    assert_false(print_page(bench, 0));
    bench->diagnostics.language = LANGUAGE_ENGLISH;
    assert_false(print_page(bench, 0));
    assert_int_equal(bench->diagnostics.of_kind[PROBLEM_TOOL], 2);
    assert_non_null(strstr(bench->diagnostics.items[0].text, "installer pakken chromium"));
    assert_non_null(strstr(bench->diagnostics.items[1].text, "install the package chromium"));
    assert_clean(bench, 1);
}

/* A file of the edition that cannot be written is no matter of Chromium's. */
static void a_pdf_that_cannot_be_written_is_a_fault_of_files(void **state)
{
    struct bench *bench = *state;
    write_page(bench, "");
    pretend(bench, WHOLE);
    assert_int_equal(mkdir(arena_printf(bench->arena, "%s/seminar.pdf", bench->place.folder), 0700),
                     0);
    assert_int_equal(
        mkdir(arena_printf(bench->arena, "%s/seminar.pdf/i", bench->place.folder), 0700), 0);
    assert_false(print_page(bench, 0));
    assert_int_equal(bench->diagnostics.count, 1);
    assert_int_equal(bench->diagnostics.items[0].problem, PROBLEM_FILE);
    bench->diagnostics = (struct diagnostics){.arena = bench->arena};
    bench->place.folder = "/nonexistent";
    assert_false(print_page(bench, 0));
    assert_int_equal(bench->diagnostics.items[0].problem, PROBLEM_FILE);
}

static size_t occurrences(const char *bytes, size_t length, const char *wanted)
{
    size_t count = 0;
    for (size_t i = 0; i + strlen(wanted) <= length; i++)
        count += memcmp(bytes + i, wanted, strlen(wanted)) == 0;
    return count;
}

/* With the browser itself, where there is one: tagged, A4, and the same bytes a second later. */
static void the_real_one_makes_the_same_tagged_pdf_again(void **state)
{
    struct bench *bench = *state;
    size_t lengths[2];
    char *pdfs[2];
    if (access(REAL, X_OK) != 0)
        skip();
    write_page(bench, "<h2>Tabel</h2><table><tr><th scope=\"col\">År<th scope=\"col\">Pct."
                      "<tr><td>2023<td>12,5</table><p>Blåbærgrød");
    for (size_t i = 0; i < 2; i++) {
        const struct timespec second = {1, 100000000};
        bool printed = print_page(bench, 0);
        diagnostics_print(&bench->diagnostics, stderr);
        assert_true(printed);
        pdfs[i] = pdf_of(bench, &lengths[i]);
        assert_clean(bench, 2);
        nanosleep(&second, NULL);
    }
    assert_int_equal(lengths[0], lengths[1]);
    assert_memory_equal(pdfs[0], pdfs[1], lengths[0]);
    assert_true(occurrences(pdfs[0], lengths[0], "/Marked true") == 1);
    assert_true(occurrences(pdfs[0], lengths[0], "/S /H1") == 1);
    assert_true(occurrences(pdfs[0], lengths[0], "/S /TH") == 2);
    assert_true(occurrences(pdfs[0], lengths[0], "/Type /Outlines") == 1);
    assert_true(occurrences(pdfs[0], lengths[0], "/Lang (da)") >= 1);
    assert_true(occurrences(pdfs[0], lengths[0], "/MediaBox [0 0 594.95996 841.91998]") == 1);
    assert_true(occurrences(pdfs[0], lengths[0], "(D:") == 0);
}

#define PRINT_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PRINT_TEST(the_page_becomes_a_pdf_of_the_edition),
        PRINT_TEST(chromium_is_told_all_it_needs),
        PRINT_TEST(a_failing_chromium_is_reported),
        PRINT_TEST(a_chromium_that_hangs_is_stopped),
        PRINT_TEST(without_chromium_it_says_what_to_install),
        PRINT_TEST(a_pdf_that_cannot_be_written_is_a_fault_of_files),
        PRINT_TEST(the_real_one_makes_the_same_tagged_pdf_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
