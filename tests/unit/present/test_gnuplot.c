/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/gnuplot.h"

#include "figure_bench.h"

#include <time.h>

static void a_figure_becomes_a_whole_svg_and_png(void **state)
{
    struct bench *bench = *state;
    size_t length;
    struct gnuplot_figure figure = figure_named("proeve_1");
    figure.title = "Unge & <job>";
    figure.script = script_of(bench, "Ordene");
    assert_true(gnuplot_finish(gnuplot_start(&bench->place, &figure, 1)));
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

static void two_runs_give_the_same_bytes(void **state)
{
    struct bench *bench = *state;
    static const char *const endings[] = {"svg", "png"};
    for (size_t i = 0; i < 2; i++) {
        size_t first_length, second_length;
        const char *name = arena_printf(bench->arena, "p.%s", endings[i]);
        assert_drawn(bench, script_of(bench, "Ordene"), "p");
        const char *first = contents(bench, name, &first_length);
        assert_drawn(bench, script_of(bench, "Ordene"), "p");
        const char *second = contents(bench, name, &second_length);
        assert_int_equal(first_length, second_length);
        assert_memory_equal(first, second, first_length);
    }
}

static struct gnuplot_job *start_script(struct bench *bench, const struct gnuplot_script *script,
                                        const char *name)
{
    struct gnuplot_figure figure = figure_named(name);
    figure.script = script;
    return gnuplot_start(&bench->place, &figure, 1);
}

static void two_figures_are_drawn_at_a_time(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_job *first = start_script(bench, script_of(bench, "Den ene"), "p1");
    struct gnuplot_job *second = start_script(bench, script_of(bench, "Den anden"), "p2");
    assert_true(gnuplot_finish(second));
    assert_true(gnuplot_finish(first));
    assert_non_null(strstr(drawn_svg(bench, "p1.svg"), "Den ene"));
    assert_non_null(strstr(drawn_svg(bench, "p2.svg"), "Den anden"));
}

/* One process for all: each has a size of its own, and no words of another's. */
static void several_figures_are_drawn_by_one_process(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_figure figures[3];
    static const char *const names[] = {"p1", "p2", "p3"}, *const said[] = {"Et", "To", "Tre"};
    size_t length;
    for (size_t i = 0; i < 3; i++) {
        figures[i] = figure_named(names[i]);
        figures[i].script = script_of(bench, said[i]);
        figures[i].height = 300 + 100 * (double)i;
        figures[i].only_svg = i == 2;
    }
    assert_true(gnuplot_finish(gnuplot_start(&bench->place, figures, 3)));
    assert_int_equal(bench->diagnostics.count, 0);
    for (size_t i = 0; i < 3; i++) {
        const char *svg = drawn_svg(bench, arena_printf(bench->arena, "%s.svg", names[i]));
        assert_non_null(
            strstr(svg, arena_printf(bench->arena, "viewBox=\"0 0 2000 %zu\"", 300 + 100 * i)));
        for (size_t k = 0; k < 3; k++)
            assert_true((strstr(svg, arena_printf(bench->arena, "<text>%s<", said[k])) != NULL) ==
                        (i == k));
    }
    assert_non_null(contents(bench, "p2.png", &length));
    assert_null(contents(bench, "p3.png", &length));
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
        "&#xZZ; &#x41; &#65; &#x &# &",
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
        struct gnuplot_script *script = gnuplot_script_new(&bench->place);
        gnuplot_load(script, "trend.gp");
        gnuplot_label(script, body_style(), 100, 100, text);
        gnuplot_paragraph(script, body_style(), (struct text_box){100, 150, 300, 30, 4}, text);
        gnuplot_load(script, "words.gp");
        struct gnuplot_figure figure = figure_named("p");
        figure.title = figure.summary = text;
        figure.script = script;
        bool drawn = gnuplot_finish(gnuplot_start(&bench->place, &figure, 1));
        if (!drawn || access(canary, F_OK) == 0)
            print_error("»%s«\n", text);
        assert_true(drawn);
        assert_int_not_equal(access(canary, F_OK), 0);
        drawn_svg(bench, "p.svg");
    }
    assert_int_equal(bench->diagnostics.count, 0);
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

/* A gnuplot that does `commands` once the script speaks of `word`, and else draws. */
static void pretend_at(struct bench *bench, const char *word, const char *commands)
{
    pretend(bench, arena_printf(bench->arena,
                                "if grep -q '%s' /dev/stdin; then %s; fi\n"
                                "exec /usr/bin/gnuplot -d /dev/stdin",
                                word, commands));
}

static struct gnuplot_job *start_three(struct bench *bench)
{
    static const char *const names[] = {"p1", "p2", "p3"}, *const said[] = {"Et", "To", "Tre"};
    struct gnuplot_figure figures[3];
    for (size_t i = 0; i < 3; i++) {
        figures[i] = figure_named(names[i]);
        figures[i].script = script_of(bench, said[i]);
        figures[i].seconds = 1;
    }
    return gnuplot_start(&bench->place, figures, 3);
}

/* What one has set, another does not find; the process would end, and each be drawn alone. */
static void figures_of_one_process_do_not_know_of_each_other(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_figure figures[2];
    struct stat status;
    const char *begun = arena_printf(bench->arena, "%s/begun", bench->root);
    pretend(bench,
            arena_printf(bench->arena, "echo >>'%s'; exec /usr/bin/gnuplot -d /dev/stdin", begun));
    for (size_t i = 0; i < 2; i++) {
        struct gnuplot_script *script = gnuplot_script_new(&bench->place);
        if (i == 1)
            gnuplot_number(script, "if (exists('secret')) exit status 3; y", 1);
        gnuplot_number(script, "secret", 7);
        gnuplot_add(script, script_of(bench, "Ordene"));
        figures[i] = figure_named(i ? "p2" : "p1");
        figures[i].only_svg = true;
        figures[i].script = script;
    }
    assert_true(gnuplot_finish(gnuplot_start(&bench->place, figures, 2)));
    assert_int_equal(stat(begun, &status), 0);
    assert_int_equal(status.st_size, 1);
}

/* Whichever it is; one that could not be started has come to its end, and so has none at all. */
static void the_one_that_ends_first_is_found(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_job *jobs[3];
    const char *go = arena_printf(bench->arena, "%s/go", bench->root);
    pretend_at(bench, "label 1 .Sen",
               arena_printf(bench->arena, "while [ ! -e '%s' ]; do sleep 0.1; done", go));
    for (size_t i = 0; i < 3; i++)
        jobs[i] = start_script(bench, script_of(bench, i == 1 ? "Hurtig" : "Sen"),
                               i == 1 ? "p"
                               : i    ? "sen2"
                                      : "sen1");
    assert_int_equal(gnuplot_wait_any(jobs, 3), 1);
    assert_int_equal(gnuplot_wait_any(jobs, 3), 1); /* until it is finished */
    assert_true(gnuplot_finish(jobs[1]));
    setenv("PEJLING_GNUPLOT", "/nonexistent/gnuplot", 1);
    jobs[1] = start_script(bench, script_of(bench, "Ordene"), "p");
    assert_int_equal(gnuplot_wait_any(jobs, 3), 1);
    assert_false(gnuplot_finish(jobs[1]));
    assert_int_equal(mkdir(go, 0700), 0);
    assert_true(gnuplot_finish(jobs[0]));
    assert_true(gnuplot_finish(jobs[2]));
    jobs[0] = jobs[1] = jobs[2] = NULL;
    assert_int_equal(gnuplot_wait_any(jobs, 3), 3);
}

/* What is left of several, each alone; returns how many of them fail. */
static size_t draw_undrawn(struct bench *bench, const struct gnuplot_job *job, size_t expected)
{
    size_t count, failed = gnuplot_failed(job);
    const struct gnuplot_figure *undrawn = gnuplot_undrawn(job, &count);
    assert_int_equal(count, expected);
    assert_int_equal(bench->diagnostics.count, 0);
    for (size_t i = 0; i < count; i++)
        failed += !gnuplot_finish(gnuplot_start(&bench->place, &undrawn[i], 1));
    return failed;
}

static void assert_failed_at(struct bench *bench, const char *file, const char *what)
{
    assert_int_equal(bench->diagnostics.count, 1);
    assert_string_equal(bench->diagnostics.items[0].at.file, file);
    assert_non_null(strstr(bench->diagnostics.items[0].text, what));
}

/* Neither those before it nor those behind, however it fails; and no older file passes for it. */
static void of_several_figures_one_that_fails_costs_no_other(void **state)
{
    static const struct {
        const char *commands, *what;
    } cases[] = {
        {"exit 3", "stoppede ved en fejl"},
        {"/usr/bin/gnuplot -d /dev/stdin; kill -9 $$", "blev afbrudt"},
        {"sleep 50", "blev ikke færdig i tide"},
        {"/usr/bin/gnuplot -d /dev/stdin; echo noget >&2; exit 42", "stoppede ved en fejl"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bench *bench = *state;
        size_t length;
        setenv("PEJLING_GNUPLOT", "", 1);
        assert_drawn(bench, script_of(bench, "Ældre"), "p2");
        pretend_at(bench, "label 1 .To", cases[i].commands);
        struct gnuplot_job *job = start_three(bench);
        assert_false(gnuplot_finish(job));
        assert_int_equal(draw_undrawn(bench, job, 3), 1);
        drawn_svg(bench, "p1.svg");
        drawn_svg(bench, "p3.svg");
        assert_non_null(contents(bench, "p1.png", &length));
        assert_null(contents(bench, "p2.svg", &length));
        assert_null(contents(bench, "p2.png", &length));
        assert_failed_at(bench, "figurer/p2.svg", cases[i].what);
        bench->diagnostics = (struct diagnostics){.arena = bench->arena};
    }
}

/* A gnuplot that stands still at the second of three, once it has said something. */
static void hang_at_second(struct bench *bench, const char *said)
{
    pretend(bench, arena_printf(bench->arena,
                                "sed 's/^set label 1 .To.*/print \"%s\"; pause 50\\n&/' |\n"
                                "exec /usr/bin/gnuplot -d /dev/stdin",
                                said));
}

/* Those before one that hangs are whole, and only it and those behind are drawn once more. */
static void what_is_whole_before_one_that_hangs_stays(void **state)
{
    struct bench *bench = *state;
    size_t count;
    hang_at_second(bench, "");
    struct gnuplot_job *job = start_three(bench);
    assert_false(gnuplot_finish(job));
    drawn_svg(bench, "p1.svg");
    assert_string_equal(gnuplot_undrawn(job, &count)->name, "p2");
    assert_int_equal(draw_undrawn(bench, job, 2), 1);
    drawn_svg(bench, "p1.svg");
    drawn_svg(bench, "p3.svg");
    assert_failed_at(bench, "figurer/p2.svg", "blev ikke færdig i tide");
}

/* It may have said it of any of them. */
static void nothing_stays_of_figures_that_hang_with_a_complaint(void **state)
{
    struct bench *bench = *state;
    hang_at_second(bench, "noget");
    struct gnuplot_job *job = start_three(bench);
    assert_false(gnuplot_finish(job));
    assert_int_equal(rmdir(file_of(bench, "")), 0);
    assert_int_equal(mkdir(file_of(bench, ""), 0700), 0);
    assert_int_equal(draw_undrawn(bench, job, 3), 1);
    assert_failed_at(bench, "figurer/p2.svg", "blev ikke færdig i tide");
}

static void a_figure_with_a_bad_name_costs_no_other(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_figure figures[2] = {figure_named("../p1"), figure_named("p2")};
    figures[0].script = figures[1].script = script_of(bench, "Ordene");
    struct gnuplot_job *job = gnuplot_start(&bench->place, figures, 2);
    assert_false(gnuplot_finish(job));
    assert_int_equal(draw_undrawn(bench, job, 2), 1);
    assert_int_equal(bench->diagnostics.count, 1);
    assert_string_equal(bench->diagnostics.items[0].at.file, "figurer/../p1.svg");
    drawn_svg(bench, "p2.svg");
}

/* What is over when they are drawn alone is no fault. */
static void a_passing_fault_of_several_figures_is_mended(void **state)
{
    struct bench *bench = *state;
    pretend_at(bench, "p1.*", "grep -q p2 /dev/stdin && kill -9 $$");
    struct gnuplot_job *job = start_three(bench);
    assert_false(gnuplot_finish(job));
    assert_int_equal(draw_undrawn(bench, job, 3), 0);
    assert_int_equal(bench->diagnostics.count, 0);
}

static void of_figures_that_all_fail_each_is_counted(void **state)
{
    struct bench *bench = *state;
    pretend(bench, "exit 42");
    struct gnuplot_job *job = start_three(bench);
    assert_false(gnuplot_finish(job));
    assert_int_equal(draw_undrawn(bench, job, 3), 3);
    assert_failed(bench, "blev ikke hel");
}

static void without_gnuplot_it_says_so_once(void **state)
{
    struct bench *bench = *state;
    setenv("PEJLING_GNUPLOT", "/nonexistent/gnuplot", 1);
    assert_false(draw_script(bench, script_of(bench, "Ordene"), "p1"));
    assert_false(draw_script(bench, script_of(bench, "Ordene"), "p2"));
    assert_string_equal(bench->diagnostics.items[0].at.file, "figurer");
    assert_failed(bench, "installer pakken gnuplot-nox");
}

static void without_gnuplot_it_says_so_in_english(void **state)
{
    struct bench *bench = *state;
    bench->diagnostics.language = LANGUAGE_ENGLISH;
    pretend(bench, "exit 127");
    assert_false(draw_script(bench, script_of(bench, "Ordene"), "p"));
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
        assert_false(draw_script(bench, script_of(bench, "Ordene"), "p"));
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
    figure.script = script_of(bench, "Ordene");
    assert_false(gnuplot_finish(gnuplot_start(&bench->place, &figure, 1)));
    clock_gettime(CLOCK_MONOTONIC, &ended);
    assert_true(ended.tv_sec - begun.tv_sec < 20);
    assert_failed(bench, "blev ikke færdig i tide");
}

/* What the script names as output, written by `commands`. */
static void pretend_to_write(struct bench *bench, const char *commands)
{
    pretend(bench,
            arena_printf(bench->arena,
                         "script=$(cat)\n"
                         "svg=$(echo \"$script\" | sed -n \"s/^set output '\\(.*svg\\)'/\\1/p\")\n"
                         "png=$(echo \"$script\" | sed -n \"s/^set output '\\(.*png\\)'/\\1/p\")\n"
                         "svg_bytes() { printf '<svg></svg>\\n'; }\n"
                         "png_bytes() { printf '\\211PNG\\r\\n\\032\\n%%025d' 0;"
                         " printf 'IEND\\256\\102\\140\\202'; }\n"
                         "%s\nexit 42",
                         commands));
}

/* Half a file is worse than none. */
static void half_files_are_removed(void **state)
{
    static const char *const halves[] = {
        "printf '<svg>' >\"$svg\"; png_bytes >\"$png\"",
        "svg_bytes >\"$svg\"; png_bytes | head -c 40 >\"$png\"",
        "svg_bytes >\"$svg\"; : >\"$png\"",
        "svg_bytes >\"$svg\"",
        ": >\"$svg\"; png_bytes >\"$png\"",
        "png_bytes >\"$png\"",
    };
    struct bench *bench = *state;
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
        pretend_to_write(bench, halves[i]);
        assert_false(draw_script(bench, script_of(bench, "Ordene"), "p"));
        assert_failed(bench, "blev ikke hel");
        assert_int_equal(mkdir(file_of(bench, ""), 0700), 0);
        bench->diagnostics = (struct diagnostics){.arena = bench->arena};
    }
    pretend_to_write(bench, "svg_bytes >\"$svg\"; png_bytes >\"$png\"");
    assert_true(draw_script(bench, script_of(bench, "Ordene"), "p"));
}

/*
 * gnuplot itself says nothing of it, and ends as if all were well: with any file cut short at so
 * many bytes. A limit of its own stands for a disk, whose signal gnuplot would not know either.
 */
static void what_gnuplot_writes_on_a_full_disk_is_no_figure(void **state)
{
    static const struct {
        const char *where, *what;
    } cases[] = {{"s|^set output .*svg.*|set output \"/dev/full\"|", "blev ikke hel"},
                 {"s|^set output .*png.*|set output \"/dev/full\"|", "blev ikke hel"}};
    struct bench *bench = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pretend(bench, arena_printf(bench->arena,
                                    "sed '%s' >'%s/script'\n"
                                    "exec /usr/bin/gnuplot -d '%s/script'",
                                    cases[i].where, bench->root, bench->root));
        assert_false(draw_script(bench, script_of(bench, "Ordene"), "p"));
        assert_failed(bench, cases[i].what);
        assert_int_equal(mkdir(file_of(bench, ""), 0700), 0);
        bench->diagnostics = (struct diagnostics){.arena = bench->arena};
    }
    for (int blocks = 0; blocks <= 8; blocks += 2) { /* the PNG takes more */
        pretend(bench,
                arena_printf(bench->arena,
                             "trap '' XFSZ; ulimit -f %d\nexec /usr/bin/gnuplot \"$@\"", blocks));
        assert_false(draw_script(bench, script_of(bench, "Ordene"), "p"));
        assert_failed(bench, " · ");
        assert_int_equal(mkdir(file_of(bench, ""), 0700), 0);
        bench->diagnostics = (struct diagnostics){.arena = bench->arena};
    }
}

/* More than the pipe takes, to a program that reads it late, or not at all. */
static void a_long_script_gets_through(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_script *script = gnuplot_script_new(&bench->place);
    struct gnuplot_rows rows = {.arena = bench->arena, .columns = 3};
    for (int i = 0; i < 20000; i++)
        gnuplot_row(&rows, i / 7., i / 9., i / 11.);
    gnuplot_block(script, "d", &rows);
    gnuplot_add(script, script_of(bench, "Ordene"));
    struct gnuplot_job *first = start_script(bench, script, "p1");
    struct gnuplot_job *second = start_script(bench, script, "p2");
    assert_true(gnuplot_finish(first));
    assert_true(gnuplot_finish(second));
    pretend(bench, "exit 3");
    assert_false(draw_script(bench, script, "p3"));
    assert_int_equal(bench->diagnostics.of_kind[PROBLEM_TOOL], 1);
}

static void a_missing_script_is_reported(void **state)
{
    struct bench *bench = *state;
    bench->place.plots = "/nonexistent";
    assert_false(draw_script(bench, script_of(bench, "Ordene"), "p"));
    assert_failed(bench, "PEJLING_PLOTS");
}

static void a_missing_folder_is_reported(void **state)
{
    struct bench *bench = *state;
    bench->place.folder = "/nonexistent";
    assert_false(draw_script(bench, script_of(bench, "Ordene"), "p"));
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
        assert_int_equal(draw_script(bench, script_of(bench, "Ordene"), "p"), cases[i].taken);
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
        assert_false(draw_script(bench, script_of(bench, "Ordene"), names[i]));
    assert_int_equal(access(other, F_OK), 0);
    assert_int_equal(rmdir(file_of(bench, "")), 0);
}

/* --- pages ------------------------------------------------------------------------------------ */

static bool draw_pages(struct bench *bench, const char *const *texts, size_t count)
{
    struct gnuplot_figure *pages = arena_alloc(bench->arena, count, sizeof *pages);
    for (size_t i = 0; i < count; i++) {
        pages[i] = figure_named("");
        pages[i].script = script_of(bench, texts[i]);
    }
    return gnuplot_finish(gnuplot_start_pages(&bench->place, "p.pdf", pages, count));
}

static const char *pages_file(struct bench *bench)
{
    return arena_printf(bench->arena, "%s/p.pdf", bench->place.folder);
}

static const char *drawn_pages(struct bench *bench, const char *const *texts, size_t count,
                               size_t *length)
{
    bool drawn = draw_pages(bench, texts, count);
    diagnostics_print(&bench->diagnostics, stderr);
    assert_true(drawn);
    return contents(bench, "../p.pdf", length);
}

/* How often a text occurs among bytes. */
static size_t occurrences(const char *bytes, size_t length, const char *text)
{
    size_t count = 0;
    for (size_t i = 0; i + strlen(text) <= length; i++)
        count += memcmp(bytes + i, text, strlen(text)) == 0;
    return count;
}

static void pages_become_a_whole_pdf(void **state)
{
    static const char *const texts[] = {"Den første", "Den anden", "Den tredje"};
    struct bench *bench = *state;
    size_t length;
    const char *pdf = drawn_pages(bench, texts, 3, &length);
    assert_memory_equal(pdf, "%PDF-", 5);
    assert_memory_equal(pdf + length - 6, "%%EOF\n", 6);
    assert_int_equal(occurrences(pdf, length, "/Type /Page "), 3);
    assert_int_equal(occurrences(pdf, length, "/MediaBox [ 0 0 960 144 ]"), 3);
    assert_true(occurrences(pdf, length, "+OpenSans") > 0);
    assert_true(occurrences(pdf, length, "/FontFile2") > 0); /* the typeface is in the file */
    assert_int_equal(occurrences(pdf, length, "/CreationDate"), 0);
    assert_int_equal(rmdir(file_of(bench, "")), 0); /* nothing lies beside it */
}

/* What one page shows does not go on to the next. */
static void a_page_begins_empty(void **state)
{
    struct bench *bench = *state;
    struct gnuplot_figure pages[2] = {figure_named(""), figure_named("")};
    struct gnuplot_script *first = script_of(bench, "De første ord");
    gnuplot_label(first, body_style(), 100, 200, "En rest");
    pages[0].script = first;
    pages[1].script = script_of(bench, "Og andre ord");
    if (system("command -v pdftotext >/dev/null") != 0)
        skip();
    assert_true(gnuplot_finish(gnuplot_start_pages(&bench->place, "p.pdf", pages, 2)));
    const char *look = arena_printf(bench->arena,
                                    "pdftotext -f 2 -l 2 '%s' - | grep -v '^.\\?$' | "
                                    "tr '\\n' '|' | grep -qx 'Og andre ord|'",
                                    pages_file(bench));
    assert_int_equal(system(look), 0);
}

static void the_time_of_day_is_not_in_a_pdf(void **state)
{
    static const char *const texts[] = {"Ordene", "Flere ord"};
    struct bench *bench = *state;
    size_t first_length, second_length;
    const char *first = drawn_pages(bench, texts, 2, &first_length);
    sleep(1);
    const char *second = drawn_pages(bench, texts, 2, &second_length);
    assert_int_equal(first_length, second_length);
    assert_memory_equal(first, second, first_length);
}

static void hostile_labels_stay_words_on_a_page(void **state)
{
    struct bench *bench = *state;
    const char *canary = arena_printf(bench->arena, "%s/pwn", bench->root);
    const char *const texts[] = {arena_printf(bench->arena, "`touch %s`", canary),
                                 arena_printf(bench->arena, "x'\n!touch %s\n'", canary),
                                 "\xFF\xFE END_OF_NUMBERS ''' \\ % @point",
                                 "%%EOF\n/CreationDate (D:20990101000000Z)"};
    size_t length;
    const char *pdf = drawn_pages(bench, texts, 4, &length);
    assert_int_equal(occurrences(pdf, length, "/Type /Page "), 4);
    assert_int_not_equal(access(canary, F_OK), 0);
}

/* No file, and one problem that names it. */
static void assert_no_pages(struct bench *bench, const char *what, const char *file)
{
    assert_int_equal(access(pages_file(bench), F_OK), -1);
    assert_int_equal(bench->diagnostics.count, 1);
    assert_int_equal(bench->diagnostics.items[0].problem, PROBLEM_TOOL);
    assert_string_equal(bench->diagnostics.items[0].at.file, file);
    assert_non_null(strstr(bench->diagnostics.items[0].text, what));
    bench->diagnostics = (struct diagnostics){.arena = bench->arena};
}

static void pages_that_are_not_whole_are_removed(void **state)
{
    static const char *const texts[] = {"Ordene"};
    static const struct {
        const char *bytes, *status, *what;
    } cases[] = {
        {"", "42", "blev ikke hel"},
        {"%%PDF-1.5 /CreationDate (D:20261126010215Z) %%%%EO", "42", "blev ikke hel"},
        {"%%PDF-1.5 /CreationDate (D:20261126010215Z) %%%%EOF\\n", "0", "stoppede ved en fejl"},
    };
    struct bench *bench = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pretend(bench, arena_printf(bench->arena,
                                    "pdf=$(sed -n \"s/^set output '\\(.*pdf\\)'/\\1/p\")\n"
                                    "printf '%s' >\"$pdf\"; exit %s",
                                    cases[i].bytes, cases[i].status));
        assert_false(draw_pages(bench, texts, 1));
        assert_no_pages(bench, cases[i].what, "p.pdf");
    }
    pretend(bench,
            "pdf=$(sed -n \"s/^set output '\\(.*pdf\\)'/\\1/p\")\n"
            "printf '%%PDF-1.5 /CreationDate (D:20261126010215Z) %%%%EOF\\n' >\"$pdf\"; exit 42");
    assert_true(draw_pages(bench, texts, 1));
}

static void without_gnuplot_there_are_no_pages(void **state)
{
    static const char *const texts[] = {"Ordene"};
    struct bench *bench = *state;
    size_t length;
    drawn_pages(bench, texts, 1, &length);
    setenv("PEJLING_GNUPLOT", "/nonexistent/gnuplot", 1);
    assert_false(draw_pages(bench, texts, 1)); /* and the older file is gone */
    assert_no_pages(bench, "installer pakken gnuplot-nox", "p.pdf");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(a_figure_becomes_a_whole_svg_and_png),
        BENCH_TEST(two_runs_give_the_same_bytes),
        BENCH_TEST(two_figures_are_drawn_at_a_time),
        BENCH_TEST(several_figures_are_drawn_by_one_process),
        BENCH_TEST(figures_of_one_process_do_not_know_of_each_other),
        BENCH_TEST(the_one_that_ends_first_is_found),
        BENCH_TEST(of_several_figures_one_that_fails_costs_no_other),
        BENCH_TEST(what_is_whole_before_one_that_hangs_stays),
        BENCH_TEST(nothing_stays_of_figures_that_hang_with_a_complaint),
        BENCH_TEST(a_figure_with_a_bad_name_costs_no_other),
        BENCH_TEST(a_passing_fault_of_several_figures_is_mended),
        BENCH_TEST(of_figures_that_all_fail_each_is_counted),
        BENCH_TEST(what_gnuplot_writes_on_a_full_disk_is_no_figure),
        BENCH_TEST(hostile_labels_run_nothing),
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
        BENCH_TEST(pages_become_a_whole_pdf),
        BENCH_TEST(a_page_begins_empty),
        BENCH_TEST(the_time_of_day_is_not_in_a_pdf),
        BENCH_TEST(hostile_labels_stay_words_on_a_page),
        BENCH_TEST(pages_that_are_not_whole_are_removed),
        BENCH_TEST(without_gnuplot_there_are_no_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
