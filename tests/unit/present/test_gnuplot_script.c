/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/gnuplot_script.h"

#include "figure_bench.h"

#include <math.h>

#define NONE ((double)NAN)

static void a_script_is_text(void **state)
{
    struct bench *bench = *state;
    size_t length;
    struct gnuplot_script *script = gnuplot_script_new(&bench->place);
    assert_string_equal(gnuplot_script_text(script, &length), "");
    assert_int_equal(length, 0);
    gnuplot_output(script, "a'b.svg");
    gnuplot_number(script, "a", 2);
    gnuplot_label(script, body_style(), 1.5, 2, "Hans' @x");
    gnuplot_end(script);
    const char *text = gnuplot_script_text(script, &length);
    assert_string_equal(text, "set output './a''b.svg'\n"
                              "a = 2.0\n"
                              "points = 20.0\n"
                              "set label 1 'Hans’ @x' at 1.5,2.0\n"
                              "set label 1 @text_name\n"
                              "set output\n"
                              "exit status 42\n");
    assert_int_equal(length, strlen(text));
    assert_int_equal(gnuplot_script_fault(script), GNUPLOT_NONE);
}

static void what_cannot_be_run_is_a_fault(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_script *script = gnuplot_script_new(&bench->place);
    gnuplot_load(script, "no_such.gp");
    assert_int_equal(gnuplot_script_fault(script), GNUPLOT_SCRIPT);
    script = gnuplot_script_new(&bench->place);
    gnuplot_output(script, "linje\nskift");
    assert_int_equal(gnuplot_script_fault(script), GNUPLOT_PATH);
    script = gnuplot_script_new(&bench->place);
    gnuplot_number(script, "a", NONE);
    assert_int_equal(gnuplot_script_fault(script), GNUPLOT_NUMBER);
}

static void quoting_leaves_nothing_to_be_understood(void **state)
{
    static const char *const cases[][2] = {
        {"", "''"},
        {"15–29-årige i Korsør", "'15–29-årige i Korsør'"},
        {"O'Brien", "'O’Brien'"},
        {"''''", "'’’’’'"},
        {"a\nb\rc\td", "'a b c d'"},
        {"a\x01\x1F\x7F"
         "b",
         "'a   b'"},
        {"a\xC2\x85"
         "b",
         "'a b'"},
        {"a\xE2\x80\xA8\xE2\x80\xAE\xE2\x81\xA6"
         "b",
         "'a   b'"},
        {"\xEF\xBF\xBE\xEF\xBF\xBF", "'  '"},
        {"a\xC3(\xFF\xED\xA0.", "'a?(?\?\?.'"},
        {"\xC0\xAF.", "'?\?.'"},
        {"`id` $(id) @x %d {/:Bold x} \\n \"x\" # ; |",
         "'`id` $(id) @x %d {/:Bold x} \\n \"x\" # ; |'"},
    };
    struct bench *bench = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(gnuplot_quote(bench->arena, cases[i][0]), cases[i][1]);
}

static void a_quoted_text_has_at_most_200_characters(void **state)
{
    struct bench *bench = *state;
    char *text = arena_alloc(bench->arena, 2 * 300 + 1, 1);
    for (size_t i = 0; i < 300; i++)
        strcat(text, "å");
    assert_int_equal(strlen(gnuplot_quote(bench->arena, text)), 2 * 200 + 2);
    text[2 * 200] = '\0';
    assert_int_equal(strlen(gnuplot_quote(bench->arena, text)), 2 * 200 + 2);
}

/* A folder of scripts of our own; `check.gp` says whether gnuplot understood. */
static void write_plots(struct bench *bench, const char *check)
{
    static const char *const names[] = {"style.gp", "svg.gp", "png.gp", "check.gp"};
    const char *texts[] = {"", "set terminal svg\n", "set terminal pngcairo\n", check};
    bench->place.plots = arena_printf(bench->arena, "%s/plots", bench->root);
    assert_int_equal(mkdir(bench->place.plots, 0700), 0);
    for (size_t i = 0; i < 4; i++) {
        const char *path = arena_printf(bench->arena, "%s/%s", bench->place.plots, names[i]);
        FILE *stream = fopen(path, "w");
        assert_non_null(stream);
        fputs(texts[i], stream);
        assert_int_equal(fclose(stream), 0);
    }
}

static void numbers_arrive_as_they_are(void **state)
{
    struct bench *bench = *state;
    write_plots(bench, "if (a != 0.1 || b != -1e300 || c != 1/3. || d/2 != 0.5 || e != 2e9*2e9) "
                       "exit status 3\n"
                       "plot [0:1] x\n");
    struct gnuplot_script *script = gnuplot_script_new(&bench->place);
    gnuplot_number(script, "a", 0.1);
    gnuplot_number(script, "b", -1e300);
    gnuplot_number(script, "c", 1 / 3.);
    gnuplot_number(script, "d", 1);
    gnuplot_number(script, "e", 2e9 * 2e9);
    gnuplot_load(script, "check.gp");
    assert_drawn(bench, script, "p");
}

static void a_row_that_is_not_finite_is_a_gap(void **state)
{
    struct bench *bench = *state;
    write_plots(bench, "set xrange [0:9]; set yrange [0:9]\n"
                       "stats $d using 1:2 nooutput\n"
                       "if (STATS_records != 4 || STATS_blank != 1) exit status 3\n"
                       "plot $d using 1:2 with lines, $e using 1:2:3 with filledcurves, \\\n"
                       "    $e using 1:2 with points\n");
    struct gnuplot_script *script = gnuplot_script_new(&bench->place);
    struct gnuplot_rows rows = {.arena = bench->arena, .columns = 2};
    struct gnuplot_rows none = {.arena = bench->arena, .columns = 3};
    gnuplot_row(&rows, HUGE_VAL, 1, 0);
    gnuplot_row(&rows, 1, 1, NONE); /* a third column that is not asked for */
    gnuplot_row(&rows, 2, 1.5, 0);
    gnuplot_row(&rows, 3, NONE, 0);
    gnuplot_row(&rows, -HUGE_VAL, 4, 0);
    gnuplot_row(&rows, 5, 5, 0);
    gnuplot_row(&rows, 6, 5, 0);
    gnuplot_gap(&rows);
    gnuplot_row(&none, 1, 1, NONE);
    gnuplot_block(script, "d", &rows);
    gnuplot_block(script, "e", &none);
    gnuplot_load(script, "check.gp");
    assert_drawn(bench, script, "p");
}

static void what_is_no_number_is_not_drawn(void **state)
{
    static const double cases[] = {NONE, HUGE_VAL, -HUGE_VAL};
    for (size_t i = 0; i < 3; i++) {
        struct bench *bench = *state;
        struct gnuplot_script *script = script_of(bench, "Ordene");
        gnuplot_number(script, "a", cases[i]);
        assert_false(draw_script(bench, script, "p"));
        assert_int_equal(bench->diagnostics.of_kind[PROBLEM_TOOL], 1); /* told once */
    }
}

static void scripts_are_put_together(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_script *script = gnuplot_script_new(&bench->place);
    gnuplot_load(script, "trend.gp");
    gnuplot_add(script, script_of(bench, "Ordene"));
    assert_drawn(bench, script, "p");
    assert_non_null(strstr(drawn_svg(bench, "p.svg"), "<text>Ordene</text>"));
    bench->place.plots = "/nonexistent";
    gnuplot_add(script, script_of(bench, "Ordene"));
    assert_false(draw_script(bench, script, "p"));
}

static void texts_are_wrapped_at_blanks(void **state)
{
    static const struct {
        double width;
        size_t lines;
        const char *text, *first, *last;
    } cases[] = {
        {2000, 3, "en to tre", "en to tre", "en to tre"},
        {130, 3, "en to tre fire", "en to tre", "fire"},
        {130, 3, "  en   to tre  fire  ", "en   to tre", "fire"},
        {130, 2, "en to tre fire fem seks syv otte", "en to tre", "fire fem…"},
        {130, 1, "en to tre fire", "en to…", "en to…"},
        {155, 3, "enmegetlangtordudenblank", "enmegetlan", "lank"},
        {5, 2, "ab", "a", "b"},
    };
    struct bench *bench = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct gnuplot_script *script = gnuplot_script_new(&bench->place);
        struct text_box box = {100, 100, cases[i].width, 30, cases[i].lines};
        gnuplot_load(script, "trend.gp");
        double below = gnuplot_paragraph(script, body_style(), box, cases[i].text);
        gnuplot_load(script, "words.gp");
        size_t lines = text_box_lines(body_style(), box, cases[i].text);
        assert_int_equal(lround((below - 100) / 30), lines);
        assert_drawn(bench, script, "p");
        const char *svg = drawn_svg(bench, "p.svg");
        assert_non_null(strstr(svg, arena_printf(bench->arena, ">%s</text>", cases[i].first)));
        assert_non_null(strstr(svg, arena_printf(bench->arena, ">%s</text>", cases[i].last)));
    }
}

static void an_empty_text_has_no_line(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_script *script = gnuplot_script_new(&bench->place);
    struct text_box box = {100, 100, 200, 30, 3};
    assert_int_equal(text_box_lines(body_style(), box, ""), 0);
    assert_int_equal(text_box_lines(body_style(), box, "   "), 0);
    assert_true(fabs(gnuplot_paragraph(script, body_style(), box, " ") - 100) < 1e-9);
    box.lines = 0;
    assert_int_equal(text_box_lines(body_style(), box, "en"), 0);
}

/*
 * What runs a command, or takes text from a file for code, is in none of the figure scripts: no
 * backtick, macro in a string, pipe, `system`, shell escape, inline data, or text from a file. And no
 * tics with words of their own, which gnuplot formats and cuts; no locale; no `stats`, which looks at
 * the ranges.
 */
static void the_figure_scripts_run_nothing(void **state)
{
    static const char *const words[] = {
        "`",           "\"",     "|",      "'<",         "'-'",   "system", "shell",
        "popen",       "eval",   "strcol", "columnhead", "xtic(", "ytic(",  "set xtics (",
        "set ytics (", "locale", "stats",  " enhanced",  "pause", "call ",  "\n!"};
    struct bench *bench = *state;
    DIR *folder = opendir(PLOTS);
    size_t count = 0;
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        size_t length = strlen(entry->d_name);
        char text[1 << 15] = "";
        if (length < 3 || strcmp(entry->d_name + length - 3, ".gp") != 0)
            continue;
        FILE *stream = fopen(arena_printf(bench->arena, PLOTS "/%s", entry->d_name), "r");
        assert_non_null(stream);
        for (char line[4096]; fgets(line, sizeof line, stream);)
            if (*line != '#')
                strcat(text, line);
        fclose(stream);
        count++;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (strstr(text, words[i]))
                fail_msg("%s: %s", entry->d_name, words[i]);
        if (strstr(text, "set terminal") && !strstr(text, " noenhanced"))
            fail_msg("%s: enhanced", entry->d_name);
    }
    closedir(folder);
    assert_true(count >= 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(a_script_is_text),
        BENCH_TEST(what_cannot_be_run_is_a_fault),
        BENCH_TEST(quoting_leaves_nothing_to_be_understood),
        BENCH_TEST(a_quoted_text_has_at_most_200_characters),
        BENCH_TEST(numbers_arrive_as_they_are),
        BENCH_TEST(a_row_that_is_not_finite_is_a_gap),
        BENCH_TEST(what_is_no_number_is_not_drawn),
        BENCH_TEST(scripts_are_put_together),
        BENCH_TEST(texts_are_wrapped_at_blanks),
        BENCH_TEST(an_empty_text_has_no_line),
        BENCH_TEST(the_figure_scripts_run_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
