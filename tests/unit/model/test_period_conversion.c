/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table_of.h"

#include "pejling/model/period_conversion.h"

/* One rule of each conversion, in a file, for an indicator of each reporting. */
static struct mapping_rule rule_of(struct plan_folder *folder, const char *indicator,
                                   const char *conversion)
{
    const char *field = strcmp(indicator, "valget") == 0 ? "tæller" : "værdi";
    const struct mapping mapping =
        good_mapping_of(folder, arena_printf(folder->arena, "indikator;felt;omregning\n%s;%s;%s\n",
                                             indicator, field, conversion));
    assert_int_equal(mapping.count, 1);
    return mapping.rules[0];
}

static struct source_period source_of(const char *text)
{
    struct source_period period;
    assert_int_equal(source_period_parse(text, &period), PERIOD_OK);
    return period;
}

static void each_period_becomes_what_its_rule_says(void **state)
{
    static const struct {
        const char *indicator, *conversion, *period;
        const char *target; /* NULL to leave it out */
        size_t parts;
    } rows[] = {
        /* nothing said: as it stands, whatever the indicator reports */
        {"tallet", "", "2019", "2019", 1},
        {"tallet", "", "2019/20", "2019/20", 1},
        {"tallet", "", "2019K2", "2019K2", 1},
        {"tallet", "", "2019M02", NULL, 1},
        {"tallet", "", "2019-02-01", "2019-02-01", 1},
        {"tallet", "", "2018-2019", "2019", 1},
        {"tallet", "", "1985", NULL, 1},
        {"skolen", "", "2019/20", "2019/20", 1},
        {"kvartalet", "", "2019K2", "2019K2", 1},
        {"kvartalet", "", "2019M02", NULL, 1},
        {"valget", "", "16-11-2021", "2021-11-16", 1},
        {"valget", "", "2021-01-01", "2021-01-01", 1},
        /* the status day of a year */
        {"dagen", "", "2016-01-01", "2016", 1},
        {"dagen", "", "2016-01-02", "2016-01-02", 1},
        {"dagen", "", "2016-02-01", "2016-02-01", 1},
        {"dagen", "", "2016", "2016", 1},
        {"tallet", "", "2016-01-01", "2016-01-01", 1},
        /* sums and means of parts of a year */
        {"tallet", "sum", "2019K1", "2019", 4},
        {"tallet", "sum", "2019M12", "2019", 12},
        {"tallet", "sum", "2019", "2019", 1},
        {"tallet", "sum", "2018-2019", "2019", 1},
        {"tallet", "sum", "1989K4", NULL, 4},
        {"tallet", "gennemsnit", "2019K4", "2019", 4},
        {"tallet", "Gennemsnit", "2019M01", "2019", 12},
        {"tallet", "gennemsnit", "2019", "2019", 1},
        {"dagen", "gennemsnit", "2019K3", "2019", 4},
        {"kvartalet", "sum", "2019M01", "2019K1", 3},
        {"kvartalet", "sum", "2019M03", "2019K1", 3},
        {"kvartalet", "sum", "2019M04", "2019K2", 3},
        {"kvartalet", "sum", "2019M12", "2019K4", 3},
        {"kvartalet", "gennemsnit", "2019M07", "2019K3", 3},
        {"kvartalet", "sum", "2019K2", "2019K2", 1},
        {"kvartalet", "gennemsnit", "2019", "2019", 1},
        {"skolen", "sum", "2019/20", "2019/20", 1},
        {"valget", "sum", "2021-11-16", "2021-11-16", 1},
        /* one of the quarters or months stands for the year */
        {"tallet", "K1", "2019K1", "2019", 1},
        {"tallet", "K1", "2019K2", NULL, 1},
        {"tallet", "k4", "2019K4", "2019", 1},
        {"tallet", "K1", "2019M01", NULL, 1},
        {"tallet", "K1", "2019", NULL, 1},
        {"tallet", "K1", "1989K1", NULL, 1},
        {"tallet", "M1", "2019M01", "2019", 1},
        {"tallet", "M01", "2019M01", "2019", 1},
        {"tallet", "M12", "2019M12", "2019", 1},
        {"tallet", "M12", "2019M11", NULL, 1},
        {"tallet", "M2", "2019K2", NULL, 1},
        {"tallet", "M1", "2019-01-01", NULL, 1},
        /* days of elections */
        {"valget", "2017=2017-11-21|2021=2021-11-16", "2021", "2021-11-16", 1},
        {"valget", "2017=2017-11-21|2021=2021-11-16", "2017", "2017-11-21", 1},
        {"valget", "2017=2017-11-21 | 2021 = 16-11-2021", "2021", "2021-11-16", 1},
        {"valget", "2017=2017-11-21|2021=2021-11-16", "2019", NULL, 1},
        {"valget", "2017=2017-11-21|2021=2021-11-16", "2021K4", NULL, 1},
        {"valget", "2021K4=2021-11-16", "2021K4", "2021-11-16", 1},
        {"skolen", "2019=2019/20", "2019", "2019/20", 1},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct mapping_rule rule = rule_of(folder, rows[i].indicator, rows[i].conversion);
        const struct source_period period = source_of(rows[i].period);
        struct period target = {.kind = PERIOD_UNKNOWN};
        char text[PERIOD_TEXT];
        bool taken = conversion_target(&rule, period, &target);
        size_t parts = conversion_parts(&rule, period);
        if (taken != (rows[i].target != NULL) || parts != rows[i].parts ||
            (taken && strcmp(period_text(text, target), rows[i].target) != 0))
            fail_msg("%s, »%s«, %s: %s, %zu parts", rows[i].indicator, rows[i].conversion,
                     rows[i].period, taken ? period_text(text, target) : "left out", parts);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(each_period_becomes_what_its_rule_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
