/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/figure_svg.h"

#include "figure_bench.h"

/* What becomes of a text of gnuplot's. */
static const char *fit(struct bench *bench, const char *svg)
{
    static const struct figure_svg figure = {"p_1", "A & <B>", "C\nD", 0};
    size_t length;
    struct sink *sink = sink_open(&bench->diagnostics, file_of(bench, "p_1.svg"));
    figure_svg_write(sink, bench->arena, &figure, svg);
    assert_true(sink_close(sink));
    return contents(bench, "p_1.svg", &length);
}

static void tags_are_mended_and_words_kept(void **state)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"<svg a='1'>x</svg>\n", "<svg a='1' role=\"img\">\n<title>A &amp; &lt;B&gt;</title>\n"
                                 "<desc>C D</desc>x</svg>\n"},
        {"<title>GNUPLOT</title><desc>x</desc><g>", "<g>"},
        {"<title>without an end", "<title>without an end"},
        {"<g id=\"a\"><g id='b'><use href='#c'/>",
         "<g id=\"p_1_a\"><g id='p_1_b'><use href='#p_1_c'/>"},
        {"<g shape-rendering='crispEdges'>", "<g>"},
        {"<text> id=\"a\" ]]></text>", "<text> id=\"a\" ]]&gt;</text>"},
        {"<g font-family=\"Open Sans\">",
         "<g font-family=\"'Open Sans','Segoe UI',Arial,sans-serif\">"},
        {"<g fill='none'>\n</g>\n<g stroke='x'>a</g><g >\t </g>", "<g stroke='x'>a</g>"},
        {"<g fill='none'>\n<path/></g>", "<g fill='none'>\n<path/></g>"},
        {"<a;href='#c'/;font-family=\"Open Sans\"; id=id='d'",
         "<a;href='#p_1_c'/;font-family=\"'Open Sans','Segoe UI',Arial,sans-serif\"; id=id='d'"},
        {"<t>a & b &#60; >&</t>", "<t>a & b &amp;#60; &gt;&</t>"},
        {"<g", "<g"},
    };
    struct bench *bench = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(fit(bench, cases[i][0]), cases[i][1]);
}

/* 1000 pixels on 17 cm: 250 are 4.25. */
static void a_report_has_its_size_on_paper(void **state)
{
    static const struct figure_svg figure = {"p_1", "A", "B", 17};
    static const char svg[] = "<svg \n width=\"1000\" height=\"250\"\n viewBox=\"0 0 1000 250\">"
                              "<rect width=\"9\" height=\"9\"/></svg>\n";
    struct bench *bench = *state;
    size_t length;
    struct sink *sink = sink_open(&bench->diagnostics, file_of(bench, "p_1.svg"));
    figure_svg_write(sink, bench->arena, &figure, svg);
    assert_true(sink_close(sink));
    const char *text = contents(bench, "p_1.svg", &length);
    assert_string_equal(text, "<svg \n width=\"17cm\" height=\"4.25cm\"\n viewBox=\"0 0 1000 250\" "
                              "role=\"img\">\n<title>A</title>\n<desc>B</desc>"
                              "<rect width=\"9\" height=\"9\"/></svg>\n");
}

static void faces_become_weights_and_styles(void **state)
{
    static const struct text_style heavy = {"text_title", 32, true};
    static const struct text_style slanted = {"text_marks", 16, false};
    struct bench *bench = *state;
    struct gnuplot_script *script = gnuplot_script_new(&bench->place);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(tags_are_mended_and_words_kept),
        BENCH_TEST(a_report_has_its_size_on_paper),
        BENCH_TEST(faces_become_weights_and_styles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
