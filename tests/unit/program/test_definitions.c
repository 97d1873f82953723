/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/definitions.h"

#include "plan_folder.h"

#include "pejling/base/text.h"

#define SECTIONS                                                                                   \
    BASE_AREAS "a1;Afd 1;afdeling;nord;2019-03-01;2023-12-31;;\na2;Afd 2;afdeling;nord;;;;\n"      \
               "tv;Tvilling;tvilling;;;;;\ndk;Danmark;land;;;;x|y;hemmelig note\n"
#define HOSTILE                                                                                    \
    "kode;navn;type;enhed;god_retning;opgørelse;kilde;delta;faktor;følsom;mål;note\n"           \
    "a;\"=1+1 \"\"<b>\"\" \\ ' % \xC3\xA6\";andel;pct.;op;09-30;K;0,3;1000;ja;\"M\nN\";hemmelig "  \
    "note\n"                                                                                       \
    "b;B;rate;pr. 1.000;ned;skoleår;K;;;;;\nc;C;værdi;kr.;neutral;dato;K;;;;;\n"                 \
    "d;D;survey;pct.;op;kvartal;K;;;;;\n"

/* The catalogue of the folder as JSON text and back. */
static const struct catalogue *round_trip(struct plan_folder *folder, char **text,
                                          const char **fault)
{
    plan_folder_read_catalogue(folder);
    json_t *definitions = definitions_json(&folder->catalogue);
    *text = json_dumps(definitions, JSON_REAL_PRECISION(12));
    json_decref(definitions);
    assert_non_null(*text);
    json_t *again = json_loads(*text, 0, NULL);
    assert_non_null(again);
    const struct catalogue *read = definitions_read(folder->arena, again, fault);
    json_decref(again);
    return read;
}

static void assert_same_indicator(const struct indicator *a, const struct indicator *b)
{
    assert_string_equal(a->code, b->code);
    assert_string_equal(a->name, b->name);
    assert_string_equal(a->short_name, b->short_name);
    assert_string_equal(a->goal, b->goal);
    assert_string_equal(a->unit, b->unit);
    assert_string_equal(a->source, b->source);
    assert_int_equal(a->measure, b->measure);
    assert_int_equal(a->polarity, b->polarity);
    assert_int_equal(a->accrual, b->accrual);
    assert_int_equal(a->sensitive, b->sensitive);
    assert_int_equal(a->has_trend, b->has_trend);
    assert_int_equal(a->decimals, b->decimals);
    assert_int_equal(a->minimum_count, b->minimum_count);
    assert_int_equal(a->reporting.kind, b->reporting.kind);
    assert_int_equal(a->reporting.month, b->reporting.month);
    assert_int_equal(a->reporting.day, b->reporting.day);
    assert_near(a->factor, b->factor, 0);
    assert_near(a->delta, b->delta, 0);
}

static void everything_that_defines_comes_back(void **state)
{
    struct plan_folder *folder = *state;
    char *text;
    const char *fault = NULL;
    plan_folder_write(folder, "omraader.csv", SECTIONS);
    plan_folder_write(folder, "indikatorer.csv", HOSTILE);
    plan_folder_write(folder, "brud.csv", "indikator;område;periode;årsag\nb;nord;2019/20;Ny\n");
    const struct catalogue *read = round_trip(folder, &text, &fault);
    const struct catalogue *from = &folder->catalogue;
    assert_null(fault);
    assert_null(strstr(text, "hemmelig"));
    free(text);
    assert_int_equal(from->indicator_count, 4);
    assert_int_equal(read->indicator_count, from->indicator_count);
    for (size_t i = 0; i < from->indicator_count; i++)
        assert_same_indicator(&read->indicators[i], &from->indicators[i]);
    assert_int_equal(read->area_count, from->area_count);
    for (size_t i = 0; i < from->area_count; i++) {
        const struct area *a = &read->areas[i], *b = &from->areas[i];
        assert_string_equal(a->code, b->code);
        assert_string_equal(a->name, b->name);
        assert_int_equal(a->role, b->role);
        assert_string_equal(a->part_of ? a->part_of->code : "", b->part_of ? b->part_of->code : "");
        assert_true(!(a->from < b->from) && !(a->from > b->from));
        assert_true(!(a->to < b->to) && !(a->to > b->to));
        assert_ptr_equal(catalogue_area(read, text_fold(folder->arena, b->code)), a);
    }
    assert_int_equal(from->break_count, 3); /* a section that joins and leaves makes two */
    assert_int_equal(read->break_count, from->break_count);
    for (size_t i = 0; i < from->break_count; i++) {
        assert_true(!(read->breaks[i].time < from->breaks[i].time) &&
                    !(read->breaks[i].time > from->breaks[i].time)); /* to the last bit */
        assert_string_equal(read->breaks[i].area->code, from->breaks[i].area->code);
        assert_string_equal(read->breaks[i].cause, from->breaks[i].cause);
    }
    assert_string_equal(read->plan.municipality->code, "by");
    assert_int_equal(read->plan.baseline_year, 2021);
    assert_int_equal(read->plan.threshold, from->plan.threshold);
    assert_near(read->plan.confidence, 0.95, 0);
    assert_int_equal(period_compare(read->plan.start, from->plan.start), 0);
}

#define LONG_1 "k123456789012345678901234567890123456789" /* as long as a code may be */
#define LONG_2 "l123456789012345678901234567890123456789"

/* Two municipalities of a country, whose derived areas have longer codes than a plan may give. */
static void whatever_a_plan_gives_is_read(void **state)
{
    struct plan_folder *folder = *state;
    char *text;
    const char *fault = NULL;
    plan_folder_write(folder, "plan.csv", BASE_PLAN "\n");
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "dk;Danmark;land;;;;;\nby;Byen;kommune;dk;;;;\n" LONG_1
                                   ";En;kommune;dk;;;;\n" LONG_2 ";To;kommune;;;;;\n"
                                   "a;A;område;" LONG_1 ";;;;\nb;B;område;" LONG_1 ";;;;\n"
                                   "c;C;område;" LONG_2 ";;;;\nnord;N;område;by;;;;\n"
                                   "tv;T;tvilling;" LONG_2 ";;;;\n");
    const struct catalogue *read = round_trip(folder, &text, &fault);
    free(text);
    if (fault)
        fail_msg("%s", fault);
    assert_int_equal(read->area_count, 9 + 3 + 1); /* three rests, and one total of two areas */
    assert_non_null(catalogue_area_of_code(read, "samlet_" LONG_1));
    assert_non_null(catalogue_area_of_code(read, "rest_" LONG_2));
    assert_ptr_equal(catalogue_area_of_code(read, "tv")->part_of,
                     catalogue_area_of_code(read, LONG_2));
}

/* It has no figures, and what is wrong with it may be anything. */
static void an_indicator_that_is_left_out_is_not_in_it(void **state)
{
    struct plan_folder *folder = *state;
    const char *fault = NULL;
    plan_folder_write(folder, "brud.csv", "indikator;område;periode;årsag\nraten;;2020;Ny\n");
    plan_folder_read_catalogue(folder);
    folder->catalogue.indicators[1].left_out = true;
    folder->catalogue.indicators[1].code = "Ikke en kode";
    json_t *definitions = definitions_json(&folder->catalogue);
    const struct catalogue *read = definitions_read(folder->arena, definitions, &fault);
    json_decref(definitions);
    assert_null(fault);
    assert_int_equal(read->indicator_count, folder->catalogue.indicator_count - 1);
    assert_int_equal(read->break_count, 0);
}

/* A text of `count` letters of two bytes each. */
static const char *letters(struct arena *arena, size_t count)
{
    char *text = arena_alloc(arena, 2 * count + 1, 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + 2 * i, "\xC3\xA6", 2);
    return text;
}

static void texts_lists_and_series_have_a_limit(void **state)
{
    struct plan_folder *folder = *state;
    const char *fault = NULL;
    plan_folder_read_catalogue(folder);
    json_t *root = definitions_json(&folder->catalogue), *plan = json_object_get(root, "plan");
    json_t *areas = json_object_get(root, "områder"),
           *indicators = json_object_get(root, "indikatorer");
    json_object_set_new(plan, "titel", json_string(letters(folder->arena, 4000)));
    assert_non_null(definitions_read(folder->arena, root, &fault));
    json_object_set_new(plan, "titel", json_string(letters(folder->arena, 4001)));
    assert_null(definitions_read(folder->arena, root, &fault));
    assert_string_equal(fault, "plan.titel");
    json_object_set_new(plan, "titel", json_string("T"));
    for (int i = 0; i < 9000; i++) {
        json_t *area = json_copy(json_array_get(areas, 0));
        json_object_set_new(area, "kode", json_string(arena_printf(folder->arena, "k%d", i)));
        json_object_set_new(area, "navn", json_string(arena_printf(folder->arena, "K%d", i)));
        json_array_append_new(areas, area);
    }
    assert_non_null(definitions_read(folder->arena, root, &fault));
    for (int i = 0; i < 560; i++) {
        json_t *indicator = json_copy(json_array_get(indicators, 0));
        json_object_set_new(indicator, "kode", json_string(arena_printf(folder->arena, "i%d", i)));
        json_array_append_new(indicators, indicator);
    }
    assert_null(definitions_read(folder->arena, root, &fault));
    assert_string_equal(fault, "områder");
    json_array_clear(indicators);
    for (int i = 0; i < 21000; i++)
        json_array_append(areas, json_array_get(areas, 0));
    assert_null(definitions_read(folder->arena, root, &fault));
    assert_string_equal(fault, "områder");
    json_decref(root);
}

/* Each fault of a file that somebody has changed is named by its place, and never followed. */
static void what_no_plan_may_have_is_refused(void **state)
{
    static const struct {
        const char *before, *after, *fault;
    } cases[] = {
        {"\"titel\": \"Prøveplan\"", "\"titel\": 7", "plan.titel"},
        {"\"titel\": \"Prøveplan\",", "", "plan.titel"},
        {"\"kommune\": \"by\"", "\"kommune\": \"nord\"", "plan.kommune"},
        {"\"planstart\": \"2021-10-01\"", "\"planstart\": \"2021-13-01\"", "plan.planstart"},
        {"\"basisår\": 2021", "\"basisår\": 20210000000", "plan.basisår"},
        {"\"basisår\": 2021", "\"basisår\": \"2021\"", "plan.basisår"},
        {"\"konfidens\": 0.95", "\"konfidens\": 95", "plan.konfidens"},
        {"\"konfidens\": 0.95", "\"konfidens\": 1e308", "plan.konfidens"},
        {"\"illustrativ\": false", "\"illustrativ\": null", "plan.illustrativ"},
        {"\"type\": \"andel\"", "\"type\": \"x\"", "indikatorer[0].type"},
        {"\"faktor\": 100.0", "\"faktor\": 0", "indikatorer[0].faktor"},
        {"\"faktor\": 100.0", "\"faktor\": -1e300", "indikatorer[0].faktor"},
        {"\"decimaler\": 1", "\"decimaler\": 99999999", "indikatorer[0].decimaler"},
        {"\"decimaler\": 1", "\"decimaler\": -1", "indikatorer[0].decimaler"},
        {"\"kode\": \"andelen\"", "\"kode\": \"raten\"", "indikatorer[0].kode"},
        {"\"kode\": \"andelen\"", "\"kode\": \"\"", "indikatorer[0].kode"},
        {"\"opgørelse\": \"kalenderår\"", "\"opgørelse\": \"02-30\"", "indikatorer[0].opgørelse"},
        {"\"del_af\": \"by\"", "\"del_af\": \"nord\"", "områder[1].del_af"},
        {"\"del_af\": \"by\"", "\"del_af\": \"nej\"", "områder[1].del_af"},
        {"\"rolle\": \"kommune\"", "\"rolle\": []", "områder[0].rolle"},
        {"\"kode\": \"syd\"", "\"kode\": \"NORD\"", "områder[2].kode"},
        {"\"kode\": \"andelen\"", "\"kode\": \"Andelen\"", "indikatorer[0].kode"},
        {"\"kode\": \"andelen\"", "\"kode\": \"a<b\"", "indikatorer[0].kode"},
        {"\"kode\": \"andelen\"", "\"kode\": \"samlet_a%\"", "indikatorer[0].kode"},
        {"\"kode\": \"andelen\"", "\"kode\": \"" LONG_1 "0\"", "indikatorer[0].kode"},
        {"\"kode\": \"syd\"", "\"kode\": \"rest_" LONG_1 "\"", "områder[2].kode"},
        {"\"kode\": \"rest\"", "\"kode\": \"rest_A\"", "områder[4].kode"},
        {"\"rolle\": \"samlet\"", "\"rolle\": \"rest\"", "områder[0].rolle"},
        {"\"rolle\": \"rest\"", "\"rolle\": \"samlet\"", "områder[0].rolle"},
        {"\"del_af\": \"by\"", "\"del_af\": null", "områder[1].del_af"},
        {"\"fra\": null", "\"fra\": \"2020-01-01\"", "områder[0].til"},
        {"\"brud\": []",
         "\"brud\": [{\"indikator\": null, \"område\": null, \"fra\": null, "
         "\"årsag\": \"x\"}]",
         "brud[0].fra"},
        {"\"brud\": [", "\"brud\": [4", "brud[0].indikator"},
        {"\"indikatorer\": [", "\"x\": [", "indikatorer"},
        {"\"områder\": [", "\"områder\": 3, \"x\": [", "områder"},
    };
    struct plan_folder *folder = *state;
    char *text;
    const char *fault = NULL;
    round_trip(folder, &text, &fault);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *at = strstr(text, cases[i].before);
        assert_non_null(at);
        const char *changed = arena_printf(folder->arena, "%.*s%s%s", (int)(at - text), text,
                                           cases[i].after, at + strlen(cases[i].before));
        json_t *root = json_loads(changed, 0, NULL);
        assert_non_null(root);
        assert_null(definitions_read(folder->arena, root, &fault));
        assert_string_equal(fault, cases[i].fault);
        json_decref(root);
    }
    free(text);
}

static void what_is_no_object_is_refused(void **state)
{
    static const char *const texts[] = {"{}", "[]", "[[[[1]]]]", "{\"plan\": []}"};
    struct plan_folder *folder = *state;
    const char *fault;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        json_t *root = json_loads(texts[i], 0, NULL);
        assert_null(definitions_read(folder->arena, root, &fault));
        assert_string_equal(fault, "plan.titel");
        json_decref(root);
    }
    assert_null(definitions_read(folder->arena, NULL, &fault));
}

static void the_words_are_those_of_the_plan_files(void **state)
{
    struct plan_folder *folder = *state;
    assert_string_equal(definitions_measure(MEASURE_MEAN), "gennemsnit");
    assert_string_equal(definitions_polarity(POLARITY_DOWN), "ned");
    assert_string_equal(definitions_accrual(ACCRUAL_FLOW), "strøm");
    assert_string_equal(definitions_role(AREA_SECTION), "afdeling");
    assert_string_equal(
        definitions_reporting(folder->arena, (struct reporting){PERIOD_YEAR, 9, 30}), "09-30");
    assert_string_equal(
        definitions_reporting(folder->arena, (struct reporting){PERIOD_SCHOOL_YEAR, 0, 0}),
        "skoleår");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(everything_that_defines_comes_back),
        PLAN_FOLDER_TEST(whatever_a_plan_gives_is_read),
        PLAN_FOLDER_TEST(an_indicator_that_is_left_out_is_not_in_it),
        PLAN_FOLDER_TEST(texts_lists_and_series_have_a_limit),
        PLAN_FOLDER_TEST(what_no_plan_may_have_is_refused),
        PLAN_FOLDER_TEST(what_is_no_object_is_refused),
        PLAN_FOLDER_TEST(the_words_are_those_of_the_plan_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
