/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "pejling/base/text.h"
#include "pejling/present/gnuplot.h"

#define PLOTS "plots"
#define NONE ((double)NAN)

static const struct gnuplot_style body = {"text_name", 20, false};

/* A temporary edition folder, and what is in it. */
struct bench {
    struct arena *arena;
    struct diagnostics diagnostics;
    struct place place;
    const char *root; /* the edition may lie deeper */
};

static void make_folders(const char *folder, struct arena *arena)
{
    assert_int_equal(mkdir(folder, 0700), 0);
    assert_int_equal(mkdir(arena_printf(arena, "%s/figurer", folder), 0700), 0);
}

static int set_up(void **state)
{
    struct arena *arena = arena_new();
    struct bench *bench = arena_alloc(arena, 1, sizeof *bench);
    const char *temporary = getenv("TMPDIR");
    char *path = arena_printf(arena, "%s/pejling-test-XXXXXX", temporary ? temporary : "/tmp");
    assert_non_null(mkdtemp(path));
    *bench = (struct bench){.arena = arena, .diagnostics.arena = arena, .root = path};
    bench->place = (struct place){.folder = arena_printf(arena, "%s/udgave", path), .plots = PLOTS};
    make_folders(bench->place.folder, arena);
    unsetenv("PEJLING_GNUPLOT");
    *state = bench;
    return 0;
}

static void remove_all(const char *path, struct arena *arena)
{
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            remove_all(arena_printf(arena, "%s/%s", path, entry->d_name), arena);
    if (folder)
        closedir(folder);
    remove(path);
}

static int tear_down(void **state)
{
    struct bench *bench = *state;
    unsetenv("PEJLING_GNUPLOT");
    remove_all(bench->root, bench->arena);
    arena_free(bench->arena);
    return 0;
}

static const char *file_of(struct bench *bench, const char *name)
{
    return arena_printf(bench->arena, "%s/figurer/%s", bench->place.folder, name);
}

/* The bytes of a file of the edition with a NUL behind them, or NULL where there is none. */
static char *contents(struct bench *bench, const char *name, size_t *length)
{
    FILE *stream = fopen(file_of(bench, name), "rb");
    if (!stream)
        return NULL;
    fseek(stream, 0, SEEK_END);
    *length = (size_t)ftell(stream);
    rewind(stream);
    char *bytes = arena_alloc(bench->arena, *length + 1, 1);
    assert_int_equal(fread(bytes, 1, *length, stream), *length);
    fclose(stream);
    return bytes;
}

static struct place *place_of(struct bench *bench)
{
    bench->place.diagnostics = &bench->diagnostics;
    return &bench->place;
}

static struct gnuplot_figure figure_named(const char *name)
{
    return (struct gnuplot_figure){
        .name = name, .title = "Titlen", .summary = "Resumeet", .height = 300};
}

/* A script of words alone. */
static struct gnuplot_script *words(struct bench *bench, const char *text)
{
    struct gnuplot_script *script = gnuplot_script_new(place_of(bench));
    gnuplot_load(script, "trend.gp");
    gnuplot_label(script, &body, 100, 100, text);
    gnuplot_load(script, "words.gp");
    return script;
}

static bool draw(struct bench *bench, const struct gnuplot_script *script, const char *name)
{
    return gnuplot_finish(gnuplot_start(place_of(bench), script, figure_named(name)));
}

static void assert_drawn(struct bench *bench, const struct gnuplot_script *script, const char *name)
{
    bool drawn = draw(bench, script, name);
    diagnostics_print(&bench->diagnostics, stderr);
    assert_true(drawn);
}

/* One problem, of a tool, that says so; and nothing in the folder of figures. */
static void assert_failed(struct bench *bench, const char *what)
{
    assert_int_equal(bench->diagnostics.count, 1);
    assert_int_equal(bench->diagnostics.items[0].problem, PROBLEM_TOOL);
    assert_non_null(strstr(bench->diagnostics.items[0].text, " · "));
    assert_non_null(strstr(bench->diagnostics.items[0].text, what));
    assert_int_equal(rmdir(file_of(bench, "")), 0);
}

/* --- reading SVG ------------------------------------------------------------------------------ */

/* Whether it is well-formed as far as the labels could break it: characters, tags and entities. */
static bool is_well_formed(const char *svg, size_t length)
{
    int depth = 0;
    if (text_utf8_length(svg, length) != length)
        return false;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)svg[i];
        if ((byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7F)
            return false;
        if (byte == '&' && strncmp(svg + i, "&amp;", 5) != 0 && strncmp(svg + i, "&lt;", 4) != 0 &&
            strncmp(svg + i, "&gt;", 4) != 0 && strncmp(svg + i, "&quot;", 6) != 0)
            return false;
        if (byte == '>')
            return false; /* outside a tag; `]]>` may not stand there */
        if (byte != '<')
            continue;
        size_t end = i + strcspn(svg + i, ">");
        if (svg[i + 1] == '/')
            depth--;
        else if (svg[i + 1] != '?' && svg[end - 1] != '/')
            depth++;
        if (depth < 0)
            return false;
        i = end;
    }
    return depth == 0;
}

static const char *drawn_svg(struct bench *bench, const char *name)
{
    size_t length;
    const char *svg = contents(bench, name, &length);
    assert_non_null(svg);
    assert_true(is_well_formed(svg, length));
    return svg;
}

/* --- tests ------------------------------------------------------------------------------------ */

static void a_figure_becomes_a_whole_svg_and_png(void **state)
{
    struct bench *bench = *state;
    size_t length;
    struct gnuplot_figure figure = figure_named("proeve_1");
    figure.title = "Unge & <job>";
    assert_true(gnuplot_finish(gnuplot_start(place_of(bench), words(bench, "Ordene"), figure)));
    assert_int_equal(bench->diagnostics.count, 0);

    const char *svg = drawn_svg(bench, "proeve_1.svg");
    assert_non_null(strstr(svg, ">\n<title>Unge &amp; &lt;job&gt;</title>\n<desc>Resumeet</desc>"));
    assert_non_null(strstr(svg, "role=\"img\""));
    assert_non_null(strstr(svg, "viewBox=\"0 0 2000 300\""));
    assert_non_null(strstr(svg, "font-family=\"'Open Sans','Segoe UI',Arial,sans-serif\""));
    assert_non_null(strstr(svg, "<text>Ordene</text>"));
    assert_non_null(strstr(svg, "id=\"proeve_1_gnuplot_canvas\""));
    assert_non_null(strstr(svg, "href='#proeve_1_gpPt5'"));
    assert_null(strstr(svg, "href='#gp"));
    assert_null(strstr(svg, "GNUPLOT"));
    assert_null(strstr(svg, "crispEdges"));

    const char *png = contents(bench, "proeve_1.png", &length);
    assert_non_null(png);
    assert_memory_equal(png, "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x07\xD0\0\0\x01\x2C", 24);
    assert_memory_equal(png + length - 8, "IEND\xAE\x42\x60\x82", 8);
}

static void faces_become_weights_and_styles(void **state)
{
    static const struct gnuplot_style heavy = {"text_title", 32, true};
    static const struct gnuplot_style slanted = {"text_marks", 16, false};
    struct bench *bench = *state;
    struct gnuplot_script *script = gnuplot_script_new(place_of(bench));
    gnuplot_load(script, "trend.gp");
    gnuplot_label(script, &heavy, 100, 100, "Fed");
    gnuplot_label(script, &slanted, 900, 100, "font-family=\"Open Sans:Bold\" id=\"x\"");
    gnuplot_load(script, "words.gp");
    assert_drawn(bench, script, "p");
    const char *svg = drawn_svg(bench, "p.svg");
    assert_non_null(strstr(svg, "sans-serif\" font-weight=\"bold\""));
    assert_non_null(strstr(svg, "sans-serif\" font-style=\"italic\""));
    /* Only tags are repaired; what a label says stays as it is. */
    assert_non_null(strstr(svg, "<text>font-family=\"Open Sans:Bold\" id=\"x\"</text>"));
}

static void two_runs_give_the_same_bytes(void **state)
{
    struct bench *bench = *state;
    static const char *const endings[] = {"svg", "png"};
    for (size_t i = 0; i < 2; i++) {
        size_t first_length, second_length;
        const char *name = arena_printf(bench->arena, "p.%s", endings[i]);
        assert_drawn(bench, words(bench, "Ordene"), "p");
        const char *first = contents(bench, name, &first_length);
        assert_drawn(bench, words(bench, "Ordene"), "p");
        const char *second = contents(bench, name, &second_length);
        assert_int_equal(first_length, second_length);
        assert_memory_equal(first, second, first_length);
    }
}

static void two_figures_are_drawn_at_a_time(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_job *first =
        gnuplot_start(place_of(bench), words(bench, "Den ene"), figure_named("p1"));
    struct gnuplot_job *second =
        gnuplot_start(place_of(bench), words(bench, "Den anden"), figure_named("p2"));
    assert_true(gnuplot_finish(second));
    assert_true(gnuplot_finish(first));
    assert_non_null(strstr(drawn_svg(bench, "p1.svg"), "Den ene"));
    assert_non_null(strstr(drawn_svg(bench, "p2.svg"), "Den anden"));
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

static void hostile_labels_run_nothing(void **state)
{
    struct bench *bench = *state;
    const char *canary = arena_printf(bench->arena, "%s/pwn", bench->root);
    static const char *const attempts[] = {
        "`touch %s`",
        "\"`touch %s`\"",
        "'`touch %s`'",
        "'.system('touch %s').'",
        "''''`touch %s`",
        "x\n!touch %s\n",
        "x'\n!touch %s\n'",
        "x\r\n!touch %s\r\n",
        "x\\\n!touch %s",
        "x\\",
        "x\nEND_OF_NUMBERS\n!touch %s\n",
        "END_OF_NUMBERS",
        "$(touch %s)",
        "'; system 'touch %s'; x='",
        "' at 1,1; !touch %s",
        "@text_name @body \"@text_name\" '@text_name'",
        "{/:Bold %%s} {/Symbol a}_{b}^c &~ %%d %%n",
        "%% %%%% 50 %%",
        "<svg/onload=x> </text><script>x</script> <![CDATA[ ]]> &amp; &#0; --> <title>",
        "| touch %s",
        "< touch %s",
        "} else { ! touch %s }",
        "\xFF\xFE\xC3\xED\xA0\x80 touch %s",
        "\xE2\x80\xAE%s\xE2\x80\xAC",
        "''",
        "'''",
        "''''",
        "'",
        "\"",
        "`",
        "\\'",
        "#",
        "",
        " "};
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        char *text = arena_alloc(bench->arena, strlen(attempts[i]) + strlen(canary) + 1, 1);
        const char *slot = strstr(attempts[i], "%s");
        size_t before = slot ? (size_t)(slot - attempts[i]) : strlen(attempts[i]);
        memcpy(text, attempts[i], before);
        if (slot) {
            strcat(text, canary);
            strcat(text, slot + 2);
        }
        struct gnuplot_script *script = gnuplot_script_new(place_of(bench));
        gnuplot_load(script, "trend.gp");
        gnuplot_label(script, &body, 100, 100, text);
        gnuplot_paragraph(script, &body, (struct gnuplot_box){100, 150, 300, 30, 4}, text);
        gnuplot_load(script, "words.gp");
        struct gnuplot_figure figure = figure_named("p");
        figure.title = figure.summary = text;
        bool drawn = gnuplot_finish(gnuplot_start(place_of(bench), script, figure));
        if (!drawn || access(canary, F_OK) == 0)
            print_error("»%s«\n", text);
        assert_true(drawn);
        assert_int_not_equal(access(canary, F_OK), 0);
        drawn_svg(bench, "p.svg");
    }
    assert_int_equal(bench->diagnostics.count, 0);
}

/* --- numbers ---------------------------------------------------------------------------------- */

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
    struct gnuplot_script *script = gnuplot_script_new(place_of(bench));
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
    struct gnuplot_script *script = gnuplot_script_new(place_of(bench));
    struct gnuplot_rows rows = {.arena = bench->arena, .columns = 2};
    struct gnuplot_rows none = {.arena = bench->arena, .columns = 3};
    gnuplot_row(&rows, HUGE_VAL, 1, 0);
    gnuplot_row(&rows, 1, 1, NONE); /* a third column that is not asked for */
    gnuplot_row(&rows, 2, 1.5, 0);
    gnuplot_row(&rows, 3, NONE, 0);
    gnuplot_row(&rows, -HUGE_VAL, 4, 0);
    gnuplot_row(&rows, 5, 5, 0);
    gnuplot_row(&rows, 6, 5, 0);
    gnuplot_row(&rows, NONE, NONE, 0);
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
        struct gnuplot_script *script = words(bench, "Ordene");
        gnuplot_number(script, "a", cases[i]);
        assert_false(draw(bench, script, "p"));
        assert_int_equal(bench->diagnostics.of_kind[PROBLEM_TOOL], i + 1);
    }
}

static void scripts_are_put_together(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_script *script = gnuplot_script_new(place_of(bench));
    gnuplot_load(script, "trend.gp");
    gnuplot_add(script, words(bench, "Ordene"));
    assert_drawn(bench, script, "p");
    assert_non_null(strstr(drawn_svg(bench, "p.svg"), "<text>Ordene</text>"));
    bench->place.plots = "/nonexistent";
    gnuplot_add(script, words(bench, "Ordene"));
    assert_false(draw(bench, script, "p"));
}

/* --- texts ------------------------------------------------------------------------------------ */

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
        struct gnuplot_script *script = gnuplot_script_new(place_of(bench));
        struct gnuplot_box box = {100, 100, cases[i].width, 30, cases[i].lines};
        gnuplot_load(script, "trend.gp");
        double below = gnuplot_paragraph(script, &body, box, cases[i].text);
        gnuplot_load(script, "words.gp");
        size_t lines = gnuplot_line_count(&body, box, cases[i].text);
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
    struct gnuplot_script *script = gnuplot_script_new(place_of(bench));
    struct gnuplot_box box = {100, 100, 200, 30, 3};
    assert_int_equal(gnuplot_line_count(&body, box, ""), 0);
    assert_int_equal(gnuplot_line_count(&body, box, "   "), 0);
    assert_true(fabs(gnuplot_paragraph(script, &body, box, " ") - 100) < 1e-9);
    box.lines = 0;
    assert_int_equal(gnuplot_line_count(&body, box, "en"), 0);
}

static void widths_grow_with_text_size_and_weight(void **state)
{
    static const struct gnuplot_style larger = {"text_name", 40, false};
    static const struct gnuplot_style bold = {"text_title", 20, true};
    (void)state;
    double width = gnuplot_text_width(&body, "1–5-årige i dagtilbud");
    /* The font file says 255,9 pixels. */
    assert_true(width > 250 && width < 262);
    assert_true(gnuplot_text_width(&bold, "1–5-årige i dagtilbud") > width);
    assert_true(fabs(gnuplot_text_width(&larger, "ab") - 2 * gnuplot_text_width(&body, "ab")) <
                1e-9);
    assert_true(gnuplot_text_width(&body, "") < 1e-9);
    assert_true(gnuplot_text_width(&body, "漢") > gnuplot_text_width(&body, "a"));
}

/* --- what can go wrong ------------------------------------------------------------------------ */

/* Puts a shell script in the place of gnuplot. */
static void pretend(struct bench *bench, const char *commands)
{
    const char *path = arena_printf(bench->arena, "%s/gnuplot.sh", bench->root);
    FILE *stream = fopen(path, "w");
    assert_non_null(stream);
    fprintf(stream, "#!/bin/sh\n%s\n", commands);
    assert_int_equal(fclose(stream), 0);
    assert_int_equal(chmod(path, 0700), 0);
    setenv("PEJLING_GNUPLOT", path, 1);
}

static void without_gnuplot_it_says_so_once(void **state)
{
    struct bench *bench = *state;
    setenv("PEJLING_GNUPLOT", "/nonexistent/gnuplot", 1);
    assert_false(draw(bench, words(bench, "Ordene"), "p1"));
    assert_false(draw(bench, words(bench, "Ordene"), "p2"));
    assert_string_equal(bench->diagnostics.items[0].at.file, "/nonexistent/gnuplot");
    assert_failed(bench, "installer pakken gnuplot-nox");
}

static void without_gnuplot_it_says_so_in_english(void **state)
{
    struct bench *bench = *state;
    bench->diagnostics.language = LANGUAGE_ENGLISH;
    pretend(bench, "exit 127");
    assert_false(draw(bench, words(bench, "Ordene"), "p"));
    assert_failed(bench, "install the package gnuplot-nox");
}

static void a_failing_gnuplot_is_reported(void **state)
{
    static const struct {
        const char *commands, *what;
    } cases[] = {
        {"cat >/dev/null; exit 3", "stoppede ved en fejl"},
        {"cat >/dev/null; exit 0", "stoppede ved en fejl"},
        {"cat >/dev/null; kill -9 $$", "blev afbrudt"},
        {"cat >/dev/null; exit 42", "blev ikke hel"},
        {"cat >/dev/null; echo warning: noget >&2; exit 42", "stoppede ved en fejl"},
        {"exit 3", "stoppede ved en fejl"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bench *bench = *state;
        pretend(bench, cases[i].commands);
        assert_false(draw(bench, words(bench, "Ordene"), "p"));
        assert_failed(bench, cases[i].what);
        assert_string_equal(bench->diagnostics.items[0].at.file, "figurer/p.svg");
        assert_int_equal(mkdir(file_of(bench, ""), 0700), 0);
        bench->diagnostics = (struct diagnostics){.arena = bench->arena};
    }
}

static void a_gnuplot_that_hangs_is_stopped(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_figure figure = figure_named("p");
    struct timespec begun, ended;
    figure.seconds = 1;
    pretend(bench, "sleep 50; exit 42");
    clock_gettime(CLOCK_MONOTONIC, &begun);
    assert_false(gnuplot_finish(gnuplot_start(place_of(bench), words(bench, "Ordene"), figure)));
    clock_gettime(CLOCK_MONOTONIC, &ended);
    assert_true(ended.tv_sec - begun.tv_sec < 20);
    assert_failed(bench, "blev ikke færdig i tide");
}

/* Half a file is worse than none. What the script names as output is cut short here. */
static void half_files_are_removed(void **state)
{
    static const char *const halves[] = {
        "printf '<svg>' >\"$svg\"; printf 'PNG IEND\\256\\102\\140\\202' >\"$png\"",
        "printf '<svg></svg>\\n' >\"$svg\"; printf 'PNG IEND' >\"$png\"",
        "printf '<svg></svg>\\n' >\"$svg\"; : >\"$png\"",
        ": >\"$svg\"; printf 'PNG IEND\\256\\102\\140\\202' >\"$png\"",
    };
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
        struct bench *bench = *state;
        pretend(
            bench,
            arena_printf(bench->arena,
                         "script=$(cat)\n"
                         "svg=$(echo \"$script\" | sed -n \"s/^set output '\\(.*svg\\)'/\\1/p\")\n"
                         "png=$(echo \"$script\" | sed -n \"s/^set output '\\(.*png\\)'/\\1/p\")\n"
                         "%s\nexit 42",
                         halves[i]));
        assert_false(draw(bench, words(bench, "Ordene"), "p"));
        assert_failed(bench, "blev ikke hel");
        assert_int_equal(mkdir(file_of(bench, ""), 0700), 0);
        bench->diagnostics = (struct diagnostics){.arena = bench->arena};
    }
}

/* More than the pipe takes, to a program that reads it late, or not at all. */
static void a_long_script_gets_through(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_script *script = gnuplot_script_new(place_of(bench));
    struct gnuplot_rows rows = {.arena = bench->arena, .columns = 3};
    for (int i = 0; i < 20000; i++)
        gnuplot_row(&rows, i / 7., i / 9., i / 11.);
    gnuplot_block(script, "d", &rows);
    gnuplot_add(script, words(bench, "Ordene"));
    struct gnuplot_job *first = gnuplot_start(place_of(bench), script, figure_named("p1"));
    struct gnuplot_job *second = gnuplot_start(place_of(bench), script, figure_named("p2"));
    assert_true(gnuplot_finish(first));
    assert_true(gnuplot_finish(second));
    pretend(bench, "exit 3");
    assert_false(draw(bench, script, "p3"));
    assert_int_equal(bench->diagnostics.of_kind[PROBLEM_TOOL], 1);
}

static void a_missing_script_is_reported(void **state)
{
    struct bench *bench = *state;
    bench->place.plots = "/nonexistent";
    assert_false(draw(bench, words(bench, "Ordene"), "p"));
    assert_failed(bench, "PEJLING_PLOTS");
}

static void a_missing_folder_is_reported(void **state)
{
    struct bench *bench = *state;
    bench->place.folder = "/nonexistent";
    assert_false(draw(bench, words(bench, "Ordene"), "p"));
    assert_int_equal(bench->diagnostics.of_kind[PROBLEM_TOOL], 1);
}

static void odd_paths_are_taken_or_refused(void **state)
{
    static const struct {
        const char *name;
        bool taken;
    } cases[] = {
        {"Hans' udgave %d `id` $(id)", true}, {"|touch pwn", true},    {"æøå", true},
        {"to''apostroffer", false},           {"linje\nskift", false},
    };
    struct bench *bench = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bench->place.folder = arena_printf(bench->arena, "%s/%s", bench->root, cases[i].name);
        make_folders(bench->place.folder, bench->arena);
        bench->diagnostics = (struct diagnostics){.arena = bench->arena};
        assert_int_equal(draw(bench, words(bench, "Ordene"), "p"), cases[i].taken);
        if (cases[i].taken)
            drawn_svg(bench, "p.svg");
        else
            assert_failed(bench, "vælg en anden mappe");
    }
}

static void a_figure_name_leads_nowhere_else(void **state)
{
    static const char *const names[] = {"../p", "", "p.svg", "P", "p/q", "p q"};
    struct bench *bench = *state;
    const char *other = arena_printf(bench->arena, "%s/p.svg", bench->place.folder);
    FILE *stream = fopen(other, "w");
    assert_non_null(stream);
    fclose(stream);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_false(draw(bench, words(bench, "Ordene"), names[i]));
    assert_int_equal(access(other, F_OK), 0);
    assert_int_equal(rmdir(file_of(bench, "")), 0);
}

#define BENCH_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(a_figure_becomes_a_whole_svg_and_png),
        BENCH_TEST(faces_become_weights_and_styles),
        BENCH_TEST(two_runs_give_the_same_bytes),
        BENCH_TEST(two_figures_are_drawn_at_a_time),
        BENCH_TEST(quoting_leaves_nothing_to_be_understood),
        BENCH_TEST(a_quoted_text_has_at_most_200_characters),
        BENCH_TEST(hostile_labels_run_nothing),
        BENCH_TEST(numbers_arrive_as_they_are),
        BENCH_TEST(a_row_that_is_not_finite_is_a_gap),
        BENCH_TEST(what_is_no_number_is_not_drawn),
        BENCH_TEST(scripts_are_put_together),
        BENCH_TEST(texts_are_wrapped_at_blanks),
        BENCH_TEST(an_empty_text_has_no_line),
        BENCH_TEST(widths_grow_with_text_size_and_weight),
        BENCH_TEST(without_gnuplot_it_says_so_once),
        BENCH_TEST(without_gnuplot_it_says_so_in_english),
        BENCH_TEST(a_failing_gnuplot_is_reported),
        BENCH_TEST(a_gnuplot_that_hangs_is_stopped),
        BENCH_TEST(half_files_are_removed),
        BENCH_TEST(a_long_script_gets_through),
        BENCH_TEST(a_missing_script_is_reported),
        BENCH_TEST(a_missing_folder_is_reported),
        BENCH_TEST(odd_paths_are_taken_or_refused),
        BENCH_TEST(a_figure_name_leads_nowhere_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
