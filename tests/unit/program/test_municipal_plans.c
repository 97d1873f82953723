/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/municipal_plans.h"

#include "plan_folder.h"

#define MANY_AREAS                                                                                 \
    AREAS_HEADER "by;Byen;kommune;;;;;\n"                                                          \
                 "nord;Nordparken;område;by;;;;\n"                                                \
                 "havn;Havnen;kommune;;;;;\n"                                                      \
                 "kaj;Kajen;område;havn;;;;\n"                                                    \
                 "danmark;Danmark;land;;;;;\n"

static struct municipal_plans plans_of(struct plan_folder *folder, struct read_plan *whole,
                                       bool related)
{
    plan_folder_write(folder, "plan.csv",
                      "nøgle;værdi\ntitel;T\nkommune;\nplanstart;2021-10-01\n"
                      "planslut;2025-09-30\nbasisår;2021\nudgave;2025\n");
    plan_folder_write(folder, "omraader.csv", MANY_AREAS);
    *whole = pipeline_read(&folder->diagnostics, folder->path);
    assert_false(diagnostics_stop(&folder->diagnostics, false));
    return municipal_plans(folder->arena, whole, related);
}

static const struct cell *cell_in(const struct municipal_plan *plan, const char *area)
{
    const struct cell *found = NULL;
    for (size_t i = 0; i < plan->cells.count; i++)
        if (strcmp(plan->cells.items[i]->area->code, area) == 0) {
            assert_null(found);
            found = plan->cells.items[i];
        }
    return found;
}

static void each_has_its_own_figures_and_its_own_rest(void **state)
{
    struct plan_folder *folder = *state;
    struct read_plan whole;
    plan_folder_figures(folder, "andelen;by;2020;;500;1000;;;\nandelen;kaj;2020;;1;10;;;\n"
                                "andelen;nord;2020;;100;400;;;\nandelen;havn;2020;;30;100;;;\n"
                                "andelen;danmark;2020;;900;5000;;;\n");
    const struct municipal_plans plans = plans_of(folder, &whole, true);
    assert_int_equal(plans.municipalities.count, 3);
    const struct municipal_plan *country = municipal_plan(&folder->diagnostics, &plans, 0);
    const struct municipal_plan *by = municipal_plan(&folder->diagnostics, &plans, 1);
    const struct municipal_plan *havn = municipal_plan(&folder->diagnostics, &plans, 2);
    assert_null(country->municipality);
    assert_string_equal(by->municipality->code, "by");
    assert_string_equal(havn->municipality->code, "havn");
    assert_near(cell_in(country, "danmark")->amounts.denominator, 5000, 0);
    assert_null(cell_in(country, "nord"));
    assert_near(cell_in(by, "rest_by")->amounts.denominator, 600, 0);
    assert_near(cell_in(havn, "rest_havn")->amounts.denominator, 90, 0);
    assert_null(cell_in(by, "kaj"));
    assert_null(cell_in(havn, "danmark"));
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_SERIES], 0);
}

static void relations_are_for_those_who_ask(void **state)
{
    struct plan_folder *folder = *state;
    struct read_plan whole;
    plan_folder_figures(folder, "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;100;400;;;\n");
    const struct municipal_plans related = plans_of(folder, &whole, true);
    const struct municipal_plans unrelated = plans_of(folder, &whole, false);
    for (size_t i = 0; i < related.municipalities.count; i++) {
        const struct municipal_plan *with = municipal_plan(&folder->diagnostics, &related, i);
        const struct municipal_plan *without = municipal_plan(&folder->diagnostics, &unrelated, i);
        assert_int_equal(with->cells.count, without->cells.count);
        assert_int_equal(with->cells.relation_count > 0, with->cells.count > 1);
        assert_int_equal(without->cells.relation_count, 0);
    }
}

static void one_without_figures_is_remarked_on(void **state)
{
    struct plan_folder *folder = *state;
    struct read_plan whole;
    plan_folder_figures(folder, "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;100;400;;;\n");
    const struct municipal_plans plans = plans_of(folder, &whole, false);
    size_t before = folder->diagnostics.count;
    for (size_t i = 0; i < plans.municipalities.count; i++)
        municipal_plan(&folder->diagnostics, &plans, i);
    assert_int_equal(folder->diagnostics.count, before + 1);
    const struct diagnostic *item = &folder->diagnostics.items[before];
    assert_int_equal(item->problem, PROBLEM_REMARK);
    assert_int_equal(item->at.line, 4);
    assert_non_null(strstr(item->text, "»havn« har ingen tal"));
}

/* A row that stands twice is told of by the plan that it is in. */
static void what_is_wrong_with_the_figures_is_said_of_its_municipality(void **state)
{
    struct plan_folder *folder = *state;
    struct read_plan whole;
    plan_folder_figures(folder, "andelen;by;2020;;500;1000;;;\nandelen;kaj;2020;;1;10;;;\n"
                                "andelen;kaj;2020;;2;10;;;\nandelen;nord;2020;;100;400;;;\n");
    const struct municipal_plans plans = plans_of(folder, &whole, true);
    assert_int_equal(plans.municipalities.count, 3);
    municipal_plan(&folder->diagnostics, &plans, 1);
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_SERIES], 0);
    municipal_plan(&folder->diagnostics, &plans, 2);
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_SERIES], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(each_has_its_own_figures_and_its_own_rest),
        PLAN_FOLDER_TEST(relations_are_for_those_who_ask),
        PLAN_FOLDER_TEST(one_without_figures_is_remarked_on),
        PLAN_FOLDER_TEST(what_is_wrong_with_the_figures_is_said_of_its_municipality),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
