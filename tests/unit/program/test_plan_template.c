/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/plan_template.h"

#include "plan_folder.h"

/* The lines of a file, each blank field that has to be filled in filled in by `fill`. */
static const char *text_of(struct plan_folder *folder, const struct template_file *file,
                           const char *(*fill)(struct plan_folder *folder, const char *line))
{
    const char *text = "";
    for (size_t i = 0; file->lines[i]; i++)
        text = arena_printf(folder->arena, "%s%s\r\n", text,
                            fill ? fill(folder, file->lines[i]) : file->lines[i]);
    return text;
}

static const char *fill_setting(struct plan_folder *folder, const char *line)
{
    static const char *const values[][2] = {{"titel;", "Prøveplan"},
                                            {"planstart;", "2026-01-01"},
                                            {"planslut;", "2029-12-31"},
                                            {"basisår;", "2025"},
                                            {"udgave;", "2027"}};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (strcmp(line, values[i][0]) == 0)
            return arena_printf(folder->arena, "%s%s", line, values[i][1]);
    return line;
}

/* `omraade_1;;område;...` -> `omraade_1;Navn omraade_1;område;...` */
static const char *fill_name(struct plan_folder *folder, const char *line)
{
    const char *gap = strstr(line, ";;");
    size_t length = gap ? (size_t)(gap - line) : 0;
    if (!gap || strncmp(line, "kode;", 5) == 0)
        return line;
    return arena_printf(folder->arena, "%.*s;Navn %.*s%s", (int)length, line, (int)length, line,
                        gap + 1);
}

/* The template's files in place of the base files; filled in, or as they are. */
static void write_template(struct plan_folder *folder, bool filled)
{
    const struct template_file *file;
    while (folder->count)
        plan_folder_remove(folder, folder->names[--folder->count]);
    for (size_t i = 0; (file = plan_template_at(i)); i++) {
        bool plan = strcmp(file->name, "plan.csv") == 0;
        bool areas = strcmp(file->name, "omraader.csv") == 0;
        plan_folder_write(folder, file->name,
                          text_of(folder, file,
                                  !filled ? NULL
                                  : plan  ? fill_setting
                                  : areas ? fill_name
                                          : NULL));
    }
}

static void filled_in_it_is_read_without_a_problem(void **state)
{
    struct plan_folder *folder = *state;
    write_template(folder, true);
    plan_folder_read_figures(folder);
    assert_problem_count(folder, 0);
    assert_int_equal(folder->observations.count, 0);
    plan_folder_read(folder);
}

static void as_it_is_each_problem_is_a_field_to_fill_in(void **state)
{
    struct plan_folder *folder = *state;
    write_template(folder, false);
    plan_folder_read_figures(folder);
    size_t settings = 0, names = 0;
    for (size_t i = 0; i < folder->diagnostics.count; i++) {
        const struct diagnostic *item = &folder->diagnostics.items[i];
        settings += strstr(item->text, "er ikke udfyldt") != NULL;
        names += strstr(item->text, "har intet navn") != NULL;
    }
    assert_int_equal(settings, 5);
    assert_int_equal(names, 7);
    assert_problem_count(folder, settings + names);
}

static void all_fixed_indicators_are_there(void **state)
{
    struct plan_folder *folder = *state;
    size_t rows[10] = {0};
    write_template(folder, true);
    plan_folder_read_catalogue(folder);
    for (size_t i = 0; i < folder->catalogue.indicator_count; i++) {
        const struct indicator *indicator = &folder->catalogue.indicators[i];
        rows[indicator->lbf_number]++;
        assert_true(*indicator->goal && *indicator->focus_area && *indicator->target_group);
        assert_true(*indicator->note && *indicator->source);
        assert_string_not_equal(indicator->short_name, indicator->name);
        assert_int_equal(indicator->polarity == POLARITY_NEUTRAL, 0);
        assert_int_equal(indicator->measure == MEASURE_SURVEY, !indicator->has_trend);
    }
    assert_int_equal(rows[0], 0);
    for (size_t number = 1; number <= 9; number++)
        assert_int_equal(rows[number], number == 9 ? 2 : 1);
}

static void the_settings_shown_are_those_of_a_silent_plan(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    const struct plan silent = folder->catalogue.plan;
    write_template(folder, true);
    plan_folder_read_catalogue(folder);
    const struct plan *plan = &folder->catalogue.plan;
    assert_near(plan->confidence, silent.confidence, 1e-12);
    assert_int_equal(plan->threshold, silent.threshold);
    assert_int_equal(plan->minimum_denominator, silent.minimum_denominator);
    assert_near(plan->delta, silent.delta, 1e-12);
    assert_false(plan->illustrative);
    assert_string_equal(plan->municipality->code, "kommunen");
}

static void sections_lie_in_areas_and_these_in_the_municipality(void **state)
{
    struct plan_folder *folder = *state;
    size_t sections = 0, areas = 0;
    write_template(folder, true);
    plan_folder_read_catalogue(folder);
    for (size_t i = 0; i < folder->catalogue.area_count; i++) {
        const struct area *area = &folder->catalogue.areas[i];
        sections += area->role == AREA_SECTION && area->part_of->role == AREA_ESTATE;
        areas += area->role == AREA_ESTATE && area->part_of->role == AREA_MUNICIPALITY;
    }
    assert_int_equal(sections, 4);
    assert_int_equal(areas, 2);
}

static void each_file_is_there_once(void **state)
{
    static const char *const names[] = {"plan.csv", "omraader.csv", "indikatorer.csv",
                                        "brud.csv", "maaltal.csv",  "forandringsteori.csv"};
    (void)state;
    size_t figures = 0, count = 0;
    const struct template_file *file;
    for (; (file = plan_template_at(count)); count++)
        figures +=
            strncmp(file->name, PLAN_TEMPLATE_FIGURES "/", strlen(PLAN_TEMPLATE_FIGURES) + 1) == 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t found = 0;
        for (size_t j = 0; (file = plan_template_at(j)); j++)
            found += strcmp(file->name, names[i]) == 0;
        assert_int_equal(found, 1);
    }
    assert_int_equal(figures, 2);
    assert_int_equal(count, figures + sizeof names / sizeof *names);
    assert_null(plan_template_at((size_t)-1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(filled_in_it_is_read_without_a_problem),
        PLAN_FOLDER_TEST(as_it_is_each_problem_is_a_field_to_fill_in),
        PLAN_FOLDER_TEST(all_fixed_indicators_are_there),
        PLAN_FOLDER_TEST(the_settings_shown_are_those_of_a_silent_plan),
        PLAN_FOLDER_TEST(sections_lie_in_areas_and_these_in_the_municipality),
        cmocka_unit_test(each_file_is_there_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
