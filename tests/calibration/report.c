/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report.h"

#include <math.h>
#include <stdio.h>

#include "pejling/base/number.h"

static struct rate rate_of(const struct result *result, struct scenario scenario, size_t group,
                           enum outcome outcome)
{
    const struct tally_cell cell = {scenario, group, outcome};
    return tally_rate(result->tally, result->simulator, result->runs, cell);
}

/* --- for people ------------------------------------------------------------------------------- */
static const char *group_name(const struct result *result, size_t group)
{
    if (group >= GROUP_INDICATORS)
        return result->simulator->table.catalogue->indicators[group - GROUP_INDICATORS].code;
    return group == GROUP_ALL ? "ALL SERIES" : group == GROUP_STOCK ? "class stock" : "class flow";
}

static void print_group(const struct result *result, enum calibration_rho rho, size_t group)
{
    size_t series = tally_series(result->simulator, group);
    const struct scenario still = {rho, 0}, one = {rho, 1}, two = {rho, 2};
    struct rate moved = rate_of(result, still, group, OUTCOME_MOVED);
    if (series == 0)
        return;
    printf("%-28.28s %4zu  %.4f+-%.4f %.4f ", group_name(result, group), series, moved.value,
           moved.error, rate_of(result, still, group, OUTCOME_FIRM).value);
    printf(" %.4f %.4f ", rate_of(result, one, group, OUTCOME_WRONG).value,
           rate_of(result, two, group, OUTCOME_WRONG).value);
    printf(" %.3f %.3f ", rate_of(result, one, group, OUTCOME_RIGHT).value,
           rate_of(result, two, group, OUTCOME_RIGHT).value);
    printf(" %.3f %.3f %.3f\n", rate_of(result, still, group, OUTCOME_UNDETERMINED).value,
           rate_of(result, one, group, OUTCOME_UNDETERMINED).value,
           rate_of(result, two, group, OUTCOME_UNDETERMINED).value);
    if (group == GROUP_FLOW)
        printf("\n");
}

/* Whether engine B decides on the real figures of a class. */
static bool pool_decides(const struct simulator *simulator, enum accrual accrual)
{
    for (size_t i = 0; i < simulator->judged_count; i++) {
        const struct gap_verdict *real = simulator->judged[i].real;
        if (real->series->indicator->accrual == accrual && real->b.available)
            return true;
    }
    return false;
}

/*
 * The lowest and highest mean false-verdict rate that statistics B9.5 has for the engine that
 * decides: engine A over T 5 to 12 and tau 0 to 2 pp, sizes 40 to 5,000; engine B with 60 and 30
 * series.
 */
static void print_published(const struct simulator *simulator, enum calibration_rho rho)
{
    static const char *const pooled[] = {"0.04-0.08", "0.04-0.08", "0.04-0.08"};
    static const char *const flow[] = {"0.007-0.019", "0.017-0.045", "0.026-0.144"};
    static const char *const stock[] = {"0.002-0.013", "0.011-0.024", "0.019-0.073"};
    for (int accrual = ACCRUAL_STOCK; accrual <= ACCRUAL_FLOW; accrual++) {
        bool by_pool = pool_decides(simulator, (enum accrual)accrual);
        enum calibration_rho as = rho;
        if (rho == CALIBRATION_RHO_POOLED && !(simulator->rho[accrual][rho] > 0))
            as = CALIBRATION_RHO_NONE;
        const char *const *published = by_pool ? pooled : accrual == ACCRUAL_STOCK ? stock : flow;
        printf("class %s: engine %s decides; false verdicts in statistics B9.5 at rho %s: %s\n",
               accrual == ACCRUAL_STOCK ? "stock" : "flow", by_pool ? "B" : "A",
               as == CALIBRATION_RHO_NONE     ? "0"
               : as == CALIBRATION_RHO_POOLED ? "0.3"
                                              : "0.6",
               published[as]);
    }
}

void report_print(const struct result *result)
{
    const struct simulator *simulator = result->simulator;
    printf("panel %s: %zu series, %zu replicates of each scenario, seed %lu\n", result->panel,
           simulator->judged_count, result->runs, result->seed);
    for (int i = 0; i < CALIBRATION_RHOS && simulator->judged_count > 0; i++) {
        enum calibration_rho rho = (enum calibration_rho)i;
        printf("\nrho %.3f for stock, %.3f for flow%s\n", simulator->rho[ACCRUAL_STOCK][rho],
               simulator->rho[ACCRUAL_FLOW][rho],
               rho == CALIBRATION_RHO_POOLED ? ", as estimated from the figures" : "");
        printf("%-28s %4s  %-15s %-6s  %-13s  %-11s  %s\n", "", "", "false verdict", "firm",
               "wrong way", "power", "not determinable");
        printf("%-28s %4s  %-15s %-6s  %-6s %-6s  %-5s %-5s  %-5s %-5s %s\n", "", "n", "0", "0",
               "d", "2d", "d", "2d", "0", "d", "2d");
        for (size_t group = 0; group < result->tally->groups; group++)
            print_group(result, rho, group);
        printf("\n");
        print_published(simulator, rho);
    }
}

/* --- against the limits ----------------------------------------------------------------------- */
static bool judge(const char *what, double rate, double limit)
{
    bool kept = rate <= limit;
    printf("%s  %s: %.4f, at most %.2f\n", kept ? "PASS" : "FAIL", what, rate, limit);
    return kept;
}

bool report_judge(const struct result *result)
{
    double moved = 0, wrong = 0;
    if (result->simulator->judged_count == 0) {
        printf("\nNo series of this panel can be judged, so no verdict on it can be wrong.\n");
        return true;
    }
    printf("\nMean over all series, the worse of rho 0 and rho as estimated:\n");
    for (int rho = CALIBRATION_RHO_NONE; rho <= CALIBRATION_RHO_POOLED; rho++)
        for (int slope = 0; slope < SLOPES; slope++) {
            const struct scenario scenario = {(enum calibration_rho)rho, slope};
            if (slope == 0)
                moved = fmax(moved, rate_of(result, scenario, GROUP_ALL, OUTCOME_MOVED).value);
            else
                wrong = fmax(wrong, rate_of(result, scenario, GROUP_ALL, OUTCOME_WRONG).value);
        }
    bool kept = judge("false verdicts without change", moved, LIMIT_FALSE);
    return judge("verdicts in the wrong direction", wrong, LIMIT_WRONG) && kept;
}

/* --- as a file -------------------------------------------------------------------------------- */
static void write_rate(struct sink *sink, double rate)
{
    char text[NUMBER_TEXT];
    sink_printf(sink, ";%s", number_exact(text, number_round(rate, 4), ','));
}

static void write_row(struct sink *sink, const struct result *result, struct scenario scenario,
                      size_t group)
{
    static const enum outcome after_error[] = {OUTCOME_RIGHT,        OUTCOME_WRONG,
                                               OUTCOME_UNDETERMINED, OUTCOME_FIRM,
                                               OUTCOME_FIRM_RIGHT,   OUTCOME_FIRM_WRONG};
    const struct simulator *simulator = result->simulator;
    bool one = group >= GROUP_INDICATORS;
    size_t scope = one ? CALIBRATION_INDICATOR : group;
    sink_printf(sink, "%s;%zu;%lu;%s;%s;%s", result->panel, result->runs, result->seed,
                calibration_scope_names()[scope], one ? group_name(result, group) : "",
                calibration_rho_names()[scenario.rho]);
    enum accrual accrual = group == GROUP_FLOW ? ACCRUAL_FLOW : ACCRUAL_STOCK;
    if (one)
        accrual = simulator->table.catalogue->indicators[group - GROUP_INDICATORS].accrual;
    if (group == GROUP_ALL)
        sink_text(sink, ";");
    else
        write_rate(sink, simulator->rho[accrual][scenario.rho]);
    sink_printf(sink, ";%d;%zu", scenario.slope, tally_series(simulator, group));
    struct rate moved = rate_of(result, scenario, group, OUTCOME_MOVED);
    write_rate(sink, moved.value);
    write_rate(sink, moved.error);
    for (size_t i = 0; i < sizeof after_error / sizeof *after_error; i++)
        write_rate(sink, rate_of(result, scenario, group, after_error[i]).value);
    sink_text(sink, "\r\n");
}

void report_header(struct sink *sink)
{
    sink_text(sink, "\xEF\xBB\xBFpanel;gentagelser;frø;omfang;indikator;sammenhæng;rho;hældning;"
                    "serier;bevæget;usikkerhed;rigtig_vej;forkert_vej;uafgjort;sikker;"
                    "sikker_rigtig_vej;sikker_forkert_vej\r\n");
}

void report_rows(struct sink *sink, const struct result *result)
{
    for (size_t group = 0; group < result->tally->groups; group++) {
        if (tally_series(result->simulator, group) == 0)
            continue;
        for (int rho = 0; rho < CALIBRATION_RHOS; rho++)
            for (int slope = 0; slope < SLOPES; slope++)
                write_row(sink, result, (struct scenario){(enum calibration_rho)rho, slope}, group);
    }
}
