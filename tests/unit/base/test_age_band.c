/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/age_band.h"

#include "near.h"

static void ages_are_read_in_every_form(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct age_band band;
    } cases[] = {
        {"15-29", {15, 29}},
        {"15–29", {15, 29}},
        {"15 - 29", {15, 29}},
        {"15–29-årige", {15, 29}},
        {"15 til 29 år", {15, 29}},
        {"15 Til 29 år", {15, 29}},
        {"15 to 29 years", {15, 29}},
        {"  0-5 år", {0, 5}},
        {"30-30", {30, 30}},
        {"65+", {65, AGE_BAND_OLDEST}},
        {"65 +", {65, AGE_BAND_OLDEST}},
        {"65 år og derover", {65, AGE_BAND_OLDEST}},
        {"65 og derover", {65, AGE_BAND_OLDEST}},
        {"65 år og opefter", {65, AGE_BAND_OLDEST}},
        {"65 år eller ældre", {65, AGE_BAND_OLDEST}},
        {"65-årige og ældre", {65, AGE_BAND_OLDEST}},
        {"65 and over", {65, AGE_BAND_OLDEST}},
        {"65 or older", {65, AGE_BAND_OLDEST}},
        {"mindst 65", {65, AGE_BAND_OLDEST}},
        {"Mindst 65 år", {65, AGE_BAND_OLDEST}},
        {"at least 65", {65, AGE_BAND_OLDEST}},
        {"over 65", {66, AGE_BAND_OLDEST}},
        {"Over 65 år", {66, AGE_BAND_OLDEST}},
        {"18 år og derunder", {0, 18}},
        {"18 år og yngre", {0, 18}},
        {"18 and under", {0, 18}},
        {"18 or younger", {0, 18}},
        {"15—29", {15, 29}},
        {"15−29", {15, 29}},
        {"15/29", {15, 29}},
        {"0–5-årige", {0, 5}},
        {"17", {17, 17}},
        {"17 år", {17, 17}},
        {"17-årige", {17, 17}},
        {"under 18", {0, 17}},
        {"Under 18 år", {0, 17}},
        {"under  3", {0, 2}},
        {"15-999", {15, AGE_BAND_OLDEST}},
        {"15-99999999999999999999", {15, AGE_BAND_OLDEST}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct age_band band = {-1, -1};
        if (!age_band_parse(cases[i].text, &band) || band.from != cases[i].band.from ||
            band.to != cases[i].band.to)
            fail_msg("»%s«: %d to %d", cases[i].text, band.from, band.to);
    }
}

/* The same of words without »der-«, as statistics have them too. */
static void og_over_and_og_under_reach_as_far(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct age_band band;
    } cases[] = {{"65 år og over", {65, AGE_BAND_OLDEST}}, {"18 år og under", {0, 18}}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct age_band band = {-1, -1};
        if (!age_band_parse(cases[i].text, &band) || band.from != cases[i].band.from ||
            band.to != cases[i].band.to)
            fail_msg("»%s«: %d to %d", cases[i].text, band.from, band.to);
    }
}

static void a_name_without_ages_is_none(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "",       " ",           "Mænd",    "kvinder",  "under",    "under atten",  "-5",
        "+65",    "børn",        "å15-29",  "over",     "til 29",   "29-15",        "mænd 15-29",
        "mindst", "over femten", "under 0", "at least", "over 250", "mindst femten"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct age_band band;
        if (age_band_parse(cases[i], &band))
            fail_msg("»%s«: %d to %d", cases[i], band.from, band.to);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ages_are_read_in_every_form),
        cmocka_unit_test(og_over_and_og_under_reach_as_far),
        cmocka_unit_test(a_name_without_ages_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
