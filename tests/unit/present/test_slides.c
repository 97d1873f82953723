/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/slides.h"

#include "dumbbell_world.h"

static const double values[4] = {60, 70, 65, 70};

static struct indicator *add_fixed(struct world *world, unsigned number, const char *code,
                                   const char *goal)
{
    struct indicator *indicator = add_row(world, code, goal, POLARITY_UP, values);
    indicator->lbf_number = number;
    return indicator;
}

/* The findings outlive the slides. */
static struct slides made(struct world *world)
{
    struct findings *findings = arena_alloc(world->arena, 1, sizeof *findings);
    *findings = findings_of(world);
    return slides_make(&world->bench.place, findings, NULL);
}

static const char *text_of(const struct gnuplot_figure *page)
{
    size_t length;
    assert_int_equal(gnuplot_script_fault(page->script), GNUPLOT_NONE);
    return gnuplot_script_text(page->script, &length);
}

static bool says(const struct gnuplot_figure *page, const char *text)
{
    return strstr(text_of(page), text) != NULL;
}

/* The first page with that name, or saying that; the number of pages for none. */
static size_t page_of(const struct slides *slides, const char *what)
{
    size_t at = 0;
    while (at < slides->count && strcmp(slides->pages[at].name, what) != 0 &&
           !says(&slides->pages[at], what))
        at++;
    return at;
}

static void assert_order(const struct slides *slides, const char *const *what, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (page_of(slides, what[i]) == slides->count)
            fail_msg("%s is not there", what[i]);
        if (i && page_of(slides, what[i]) <= page_of(slides, what[i - 1]))
            fail_msg("%s comes too early", what[i]);
    }
}

static void they_go_from_the_whole_to_the_parts(void **state)
{
    static const char *const order[] = {"'Årets seminar · udgave 2025'",
                                        "'Mål 1 af 2'",
                                        "tendens_b",
                                        "tendens_c",
                                        "'Mål 2 af 2'",
                                        "tendens_a",
                                        "'Område for område'",
                                        "omraade_ringparken",
                                        "'Ud over planens mål'",
                                        "tendens_d",
                                        "'Sådan læses figurerne'"};
    struct world *world = *state;
    add_fixed(world, 3, "a", "Flere i job"); /* not in the order of their numbers */
    add_fixed(world, 1, "b", "Fagligt løft");
    add_fixed(world, 2, "c", "Fagligt løft");
    add_row(world, "d", "", POLARITY_UP, values);
    const struct slides slides = made(world);
    assert_order(&slides, order, sizeof order / sizeof *order);
    assert_int_equal(page_of(&slides, order[0]), 0);
    assert_int_equal(page_of(&slides, "'Sådan læses figurerne'"), slides.count - 1);
}

static void every_page_has_its_number_edition_and_size(void **state)
{
    struct world *world = *state;
    add_fixed(world, 1, "a", "Flere i job");
    add_row(world, "d", "", POLARITY_UP, values);
    const struct slides slides = made(world);
    assert_true(slides.count >= 8);
    for (size_t i = 0; i < slides.count; i++) {
        const char *number = arena_printf(world->arena, "'%zu' at 1950.0,", i + 1);
        assert_true(says(&slides.pages[i], number));
        assert_true(says(&slides.pages[i], "'Udgave 2025 · opdigtede tal' at "));
        assert_int_equal(slides.pages[i].width, 2000);
    }
    assert_int_equal(slides.pages[0].height, 1125);
}

static void a_goal_that_comes_up_again_is_one_part(void **state)
{
    static const char *const order[] = {"'Mål 1 af 2'", "tendens_a", "tendens_c", "'Mål 2 af 2'",
                                        "tendens_b"};
    struct world *world = *state;
    add_fixed(world, 1, "a", "Flere i job");
    add_fixed(world, 2, "b", "Fagligt løft");
    add_fixed(world, 3, "c", "Flere i job");
    const struct slides slides = made(world);
    assert_order(&slides, order, sizeof order / sizeof *order);
}

/* One more and one more, until they do not fit: then none is there, and that is said. */
static void others_have_slides_only_if_all_fit(void **state)
{
    struct world *world = *state;
    const char *told = " andre nøgletal. Det";
    add_fixed(world, 1, "a", "Flere i job");
    struct slides slides = made(world);
    size_t without = slides.count, count = 0;
    assert_int_equal(page_of(&slides, told), slides.count);
    while (page_of(&slides, told) == slides.count) {
        assert_true(slides.count <= SLIDES_MOST);
        assert_true(count == 0 || slides.count >= without + count + 1);
        add_row(world, arena_printf(world->arena, "x%zu", ++count), "", POLARITY_UP, values);
        slides = made(world);
    }
    assert_true(count > 10); /* there was room for some */
    assert_int_equal(slides.count, without);
    assert_int_equal(page_of(&slides, "tendens_x1"), slides.count);
    assert_true(
        says(&slides.pages[without - 1],
             arena_printf(world->arena, "Her er ikke plads til: %zu andre nøgletal. Det", count)));
}

/* Then the areas go, then the gaps over time, and at the last what comes last; that is told. */
static void there_are_never_too_many(void **state)
{
    static const char *const told[] = {"områderne hver for sig", "afstandene over tid",
                                       " slides mere"};
    struct world *world = *state;
    size_t seen = 0;
    for (size_t i = 0; i < MAX_INDICATORS; i++) {
        add_fixed(world, 1 + (unsigned)i % 9, arena_printf(world->arena, "f%zu", i),
                  arena_printf(world->arena, "Mål nr. %zu", i % 12));
        const struct slides slides = made(world);
        const struct gnuplot_figure *last = &slides.pages[slides.count - 1];
        assert_true(slides.count <= SLIDES_MOST);
        assert_true(says(last, "'Sådan læses figurerne'"));
        assert_true(says(last, arena_printf(world->arena, "'%zu' at 1950.0,", slides.count)));
        bool areas = page_of(&slides, "omraade_ringparken") < slides.count;
        assert_true(areas != says(last, told[0]));
        if (seen < 3 && says(last, told[seen]))
            seen++;
    }
    assert_int_equal(seen, 3);
}

static void a_plan_without_fixed_indicators_shows_what_it_has(void **state)
{
    static const char *const order[] = {"'Mål 1 af 1'", "tendens_x", "'Område for område'"};
    struct world *world = *state;
    add_row(world, "x", "Flere i job", POLARITY_UP, values);
    const struct slides slides = made(world);
    assert_order(&slides, order, sizeof order / sizeof *order);
    assert_int_equal(page_of(&slides, "'Ud over planens mål'"), slides.count);
}

/* A goal is one that an indicator has, fixed or not, with figures or without: as on the page. */
static void goals_are_counted_as_on_the_page(void **state)
{
    static const char *const order[] = {"'Mål 1 af 3'", "tendens_a", "'Mål 3 af 3'", "tendens_c"};
    struct world *world = *state;
    add_fixed(world, 1, "a", "Fagligt løft");
    add_indicator(world, "b", "Flere i job", POLARITY_UP)->lbf_number = 2;
    add_row(world, "c", "Tryghed", POLARITY_UP, values);
    const struct slides slides = made(world);
    assert_order(&slides, order, sizeof order / sizeof *order);
    assert_int_equal(page_of(&slides, "'Mål 2 af 3'"), slides.count);
    assert_true(
        says(&slides.pages[slides.count - 1], "'Uden tal over tid og derfor ikke med: mål 2.'"));
}

static void what_has_no_data_has_no_slide(void **state)
{
    struct world *world = *state;
    struct slides slides = made(world);
    assert_int_equal(page_of(&slides, "omraade_ringparken"), slides.count);
    assert_int_equal(page_of(&slides, "'Område for område'"), slides.count);
    assert_int_equal(page_of(&slides, "'Sådan læses figurerne'"), slides.count - 1);
    assert_int_equal(page_of(&slides, "'Måltal'"), slides.count);
    assert_int_equal(page_of(&slides, "'Spørgsmål til seminaret'"), slides.count);
    assert_int_equal(page_of(&slides, "'Nyt siden sidste udgave'"), slides.count);
}

/* Targets and news of the whole; theory and questions once, behind the figures of their goal. */
static void the_seminar_is_in_them(void **state)
{
    static const char *const order[] = {
        "'Måltal'",    "'Nyt siden sidste udgave'",       "'Mål 1 af 2'",
        "tendens_b",   "'Forandringsteorien og tallene'", "'Spørgsmål til seminaret'",
        "'Mål 2 af 2'"};
    const struct sentence items[] = {{.text = "Afstanden er ny."}};
    const struct news news = {.basis = "Holdt op mod 2024.", .items = items, .count = 1};
    struct world *world = *state;
    struct target target = {NULL, &world->areas[1], year(2025), 68, {0}};
    struct theory_step step = {"Job", "Jobcafé", "Flere i job", HORIZON_SHORT, NULL, POLARITY_UP};
    target.indicator = add_fixed(world, 1, "a", "Flere i job");
    add_fixed(world, 2, "b", "Flere i job");
    add_fixed(world, 3, "c", "Tryghed");
    for (size_t i = 0; i < 3; i++)
        world->indicators[i].focus_area = "Job";
    world->catalogue.targets = &target;
    world->catalogue.theory = &step;
    world->catalogue.target_count = world->catalogue.theory_count = 1;
    struct findings findings = findings_of(world);
    const struct slides slides = slides_make(&world->bench.place, &findings, &news);
    size_t questions = 0;
    assert_order(&slides, order, sizeof order / sizeof *order);
    assert_true(says(&slides.pages[page_of(&slides, order[1])], "'Afstanden er ny.'"));
    assert_true(says(&slides.pages[page_of(&slides, order[1])], "'Holdt op mod 2024.'"));
    for (size_t i = 0; i < slides.count; i++)
        questions += says(&slides.pages[i], "'Spørgsmål til seminaret'");
    assert_int_equal(questions, 1);
}

static void they_are_said_in_english(void **state)
{
    static const char *const order[] = {"'Annual seminar · edition 2025'", "'Goal 1 of 1'",
                                        "'Area by area'", "'Other key figures'",
                                        "'How to read the figures'"};
    struct world *world = *state;
    world->bench.diagnostics.language = LANGUAGE_ENGLISH;
    add_fixed(world, 1, "a", "More in work");
    add_row(world, "d", "", POLARITY_UP, values);
    const struct slides slides = made(world);
    assert_order(&slides, order, sizeof order / sizeof *order);
}

static const char *slides_file(struct world *world)
{
    return arena_printf(world->arena, "%s/" SLIDES_FILE, world->bench.place.folder);
}

static void they_become_a_pdf_whatever_the_names(void **state)
{
    struct world *world = *state;
    size_t length, pages = 0;
    world->catalogue.plan.title = "`touch pwn` 'Plan' \"<x>\" \n!touch pwn";
    world->areas[1].name = "'''' {/:Bold x} @point %d \xFF";
    add_fixed(world, 1, "a", "Mål ' `id` \\ ")->name = "<svg> & `id`";
    struct findings findings = findings_of(world);
    assert_true(gnuplot_finish(slides_start(&world->bench.place, &findings, NULL)));
    assert_int_equal(world->bench.diagnostics.count, 0);
    const char *pdf = contents(&world->bench, "../" SLIDES_FILE, &length);
    assert_non_null(pdf);
    for (size_t i = 0; i + 12 < length; i++)
        pages += memcmp(pdf + i, "/Type /Page ", 12) == 0;
    assert_int_equal(pages, slides_make(&world->bench.place, &findings, NULL).count);
}

static void without_gnuplot_there_are_none(void **state)
{
    struct world *world = *state;
    struct findings findings = findings_of(world);
    setenv("PEJLING_GNUPLOT", "/nonexistent/gnuplot", 1);
    assert_false(gnuplot_finish(slides_start(&world->bench.place, &findings, NULL)));
    assert_int_equal(world->bench.diagnostics.of_kind[PROBLEM_TOOL], 1);
    assert_int_equal(access(slides_file(world), F_OK), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(they_go_from_the_whole_to_the_parts),
        WORLD_TEST(every_page_has_its_number_edition_and_size),
        WORLD_TEST(a_goal_that_comes_up_again_is_one_part),
        WORLD_TEST(others_have_slides_only_if_all_fit),
        WORLD_TEST(there_are_never_too_many),
        WORLD_TEST(the_seminar_is_in_them),
        WORLD_TEST(goals_are_counted_as_on_the_page),
        WORLD_TEST(a_plan_without_fixed_indicators_shows_what_it_has),
        WORLD_TEST(what_has_no_data_has_no_slide),
        WORLD_TEST(they_are_said_in_english),
        WORLD_TEST(they_become_a_pdf_whatever_the_names),
        WORLD_TEST(without_gnuplot_there_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
