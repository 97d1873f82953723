/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/followup.h"

#include <stdlib.h>
#include <string.h>

#include "pejling/present/hidden_reasons.h"
#include "pejling/present/wording.h"

/* The fixed indicators by their number; the others behind them. */
static unsigned rank(const struct indicator *indicator)
{
    return indicator->lbf_number ? indicator->lbf_number : 10;
}

static int compare_indicators(const void *left, const void *right)
{
    const struct indicator *const *a = left;
    const struct indicator *const *b = right;
    if (rank(*a) != rank(*b))
        return rank(*a) < rank(*b) ? -1 : 1;
    return ((*a)->index > (*b)->index) - ((*a)->index < (*b)->index);
}

const struct indicator **followup_indicators(struct arena *arena, const struct catalogue *catalogue)
{
    size_t count = catalogue->indicator_count;
    const struct indicator **indicators = arena_alloc(arena, count, sizeof *indicators);
    for (size_t i = 0; i < count; i++)
        indicators[i] = &catalogue->indicators[i];
    if (count)
        qsort(indicators, count, sizeof *indicators, compare_indicators);
    return indicators;
}

const struct area **followup_areas(struct arena *arena, const struct catalogue *catalogue,
                                   size_t *count)
{
    static const enum area_role roles[] = {AREA_ESTATE, AREA_TOTAL};
    const struct area **areas = arena_alloc(arena, catalogue->area_count, sizeof *areas);
    *count = 0;
    for (size_t role = 0; role < sizeof roles / sizeof *roles; role++)
        for (size_t i = 0; i < catalogue->area_count; i++)
            if (catalogue->areas[i].role == roles[role])
                areas[(*count)++] = &catalogue->areas[i];
    return areas;
}

/* The municipality's level in the period of one of the area's; NULL where there is none. */
static const struct finding *beside(const struct findings *findings, const struct area *area,
                                    const struct finding *finding)
{
    if (!finding || !area)
        return NULL;
    return finding_at(findings, finding->indicator, area, STATISTIC_LEVEL, finding->from);
}

bool followup_row(const struct findings *findings, const struct indicator *indicator,
                  const struct area *area, struct followup_row *row)
{
    const struct area *municipality = area_municipality(area);
    *row =
        (struct followup_row){.indicator = indicator, .area = area, .municipality = municipality};
    row->level_change = finding_single(findings, indicator, area, STATISTIC_LEVEL_CHANGE);
    row->gap_change = finding_single(findings, indicator, area, STATISTIC_GAP_CHANGE);
    row->verdict_slope = finding_single(findings, indicator, area, STATISTIC_VERDICT_SLOPE);
    if (!row->gap_change)
        return false;
    bool rest = row->gap_change->comparator && row->gap_change->comparator->role == AREA_REST;
    enum statistic gap = rest ? STATISTIC_GAP_REST : STATISTIC_GAP;
    row->baseline = finding_baseline(findings, indicator, area, STATISTIC_LEVEL);
    row->latest = finding_latest(findings, indicator, area, STATISTIC_LEVEL);
    row->whole_baseline = beside(findings, municipality, row->baseline);
    row->whole_latest = beside(findings, municipality, row->latest);
    row->gap_baseline = finding_baseline(findings, indicator, area, gap);
    row->gap_latest = finding_latest(findings, indicator, area, gap);
    return true;
}

static bool is_provisional(const struct findings *findings, const struct followup_row *row)
{
    const struct released_cell *cell =
        row->latest ? released_cell(findings->table, row->indicator, row->area, row->latest->from)
                    : NULL;
    return cell && cell->status == FIGURE_PROVISIONAL;
}

static const char *join(struct arena *arena, const char *list, const char *text)
{
    if (!*text)
        return list;
    return *list ? arena_printf(arena, "%s; %s", list, text) : text;
}

/* `1 måling skjult: få personer`: how many of the area's figures are, by their own reasons. */
static const char *hidden_figures(struct arena *arena, enum language language,
                                  const struct released_table *table,
                                  const struct followup_row *row)
{
    static const enum reason reasons[] = {REASON_SUPPRESSED, REASON_WITHHELD};
    const char *text = "";
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        size_t count = hidden_count(table, row->indicator, row->area, reasons[i]);
        if (count)
            text = join(arena, text,
                        arena_printf(arena, "%zu %s %s", count,
                                     count == 1 ? say(language, "måling", "figure")
                                                : say(language, "målinger", "figures"),
                                     reason_text(reasons[i], language)));
    }
    return text;
}

/* That a gap is of another period than the level beside it; "" where it is of the same. */
static const char *other_period(struct arena *arena, const char *what, const struct finding *level,
                                const struct finding *gap)
{
    char period[PERIOD_TEXT];
    if (!level || !gap || period_compare(level->from, gap->from) == 0)
        return "";
    return arena_printf(arena, "%s %s", what, period_label(period, gap->from));
}

const char *followup_remark(struct arena *arena, enum language language,
                            const struct findings *findings, const struct followup_row *row)
{
    const char *hidden = hidden_figures(arena, language, findings->table, row);
    const char *text = hidden;
    if (!row->latest && !*hidden)
        text = join(arena, text, say(language, "ingen tal", "no figures"));
    if (row->latest && row->gap_change->estimate.state == ESTIMATE_UNDEFINED)
        text = join(
            arena, text,
            arena_printf(arena, say(language, "ændring i afstand: %s", "change of the gap: %s"),
                         reason_text(hidden_reason(findings->table, row->indicator, row->area,
                                                   row->gap_change->estimate.reason),
                                     language)));
    text = join(arena, text,
                other_period(arena,
                             say(language, "afstand ved baseline er fra", "gap at baseline is of"),
                             row->baseline, row->gap_baseline));
    text = join(arena, text,
                other_period(arena, say(language, "seneste afstand er fra", "latest gap is of"),
                             row->latest, row->gap_latest));
    if (is_provisional(findings, row))
        text = join(arena, text,
                    say(language, "seneste tal er foreløbigt", "the latest figure is provisional"));
    return text;
}

static void add_value(struct sheet *sheet, const struct finding *finding)
{
    bool there = finding && finding->estimate.state != ESTIMATE_UNDEFINED;
    sheet_add_number_if(sheet, there, there ? finding->estimate.value : 0,
                        there ? wording_decimals(finding) : 0);
}

static void add_interval(struct sheet *sheet, const struct finding *finding)
{
    bool there = finding && finding->estimate.state == ESTIMATE_INTERVAL;
    int decimals = there ? wording_decimals(finding) : 0;
    sheet_add_number_if(sheet, there, there ? finding->estimate.lower : 0, decimals);
    sheet_add_number_if(sheet, there, there ? finding->estimate.upper : 0, decimals);
}

static void add_period(struct sheet *sheet, const struct finding *level)
{
    sheet_add_period_if(sheet, level != NULL, level ? level->from : (struct period){0});
}

/* The first and the last period that the verdict rests on. */
static void add_periods(struct sheet *sheet, const struct finding *slope)
{
    bool there = slope && slope->periods > 0;
    sheet_add_period_if(sheet, there, there ? slope->from : (struct period){0});
    sheet_add_period_if(sheet, there, there ? slope->to : (struct period){0});
}

static void add_row(struct sheet *sheet, enum language language, const struct findings *findings,
                    const struct followup_row *row)
{
    const struct indicator *indicator = row->indicator;
    const struct area *comparator = row->gap_change->comparator;
    sheet_add_text(sheet, indicator->goal);
    sheet_add_number_if(sheet, indicator->lbf_number > 0, indicator->lbf_number, 0);
    sheet_add_text(sheet, indicator->name);
    sheet_add_text(sheet, row->area->name);
    sheet_add_text(sheet, indicator->unit);
    add_period(sheet, row->baseline);
    add_value(sheet, row->baseline);
    add_value(sheet, row->whole_baseline);
    add_period(sheet, row->latest);
    add_value(sheet, row->latest);
    add_interval(sheet, row->latest);
    add_value(sheet, row->whole_latest);
    add_value(sheet, row->level_change);
    add_interval(sheet, row->level_change);
    sheet_add_text(sheet, comparator ? comparator->name : "");
    add_value(sheet, row->gap_baseline);
    add_value(sheet, row->gap_latest);
    add_interval(sheet, row->gap_latest);
    add_value(sheet, row->gap_change);
    add_interval(sheet, row->gap_change);
    sheet_add_text(sheet, wording_verdict(sheet->arena, language, findings, indicator, row->area));
    add_periods(sheet, row->verdict_slope);
    add_value(sheet, row->verdict_slope);
    add_interval(sheet, row->verdict_slope);
    sheet_add_text(sheet, followup_remark(sheet->arena, language, findings, row));
    sheet_add_text(sheet, indicator->source);
    sheet_add_text(sheet, wording_edition(sheet->arena, language, findings->table));
}

static const struct sheet_column danish_columns[] = {
    {"goal", "Mål"},
    {"number", "Nr."},
    {"indicator", "Indikator"},
    {"area", "Boligområde"},
    {"unit", "Enhed"},
    {"baseline_period", "Baseline: periode"},
    {"baseline_area", "Baseline boligområde"},
    {"baseline_municipality", "Baseline kommune"},
    {"latest_period", "Seneste: periode"},
    {"latest_area", "Seneste boligområde"},
    {"latest_lower", "Seneste boligområde: nedre grænse"},
    {"latest_upper", "Seneste boligområde: øvre grænse"},
    {"latest_municipality", "Seneste kommune"},
    {"change", "Ændring boligområde"},
    {"change_lower", "Ændring boligområde: nedre grænse"},
    {"change_upper", "Ændring boligområde: øvre grænse"},
    {"comparator", "Afstand måles til"},
    {"gap_baseline", "Afstand baseline"},
    {"gap_latest", "Afstand seneste"},
    {"gap_lower", "Afstand seneste: nedre grænse"},
    {"gap_upper", "Afstand seneste: øvre grænse"},
    {"gap_change", "Ændring i afstand"},
    {"gap_change_lower", "Ændring i afstand: nedre grænse"},
    {"gap_change_upper", "Ændring i afstand: øvre grænse"},
    {"verdict", "Vurdering af afstanden"},
    {"verdict_from", "Vurderingen bygger på: fra"},
    {"verdict_to", "Vurderingen bygger på: til"},
    {"verdict_slope", "Afstanden ændrer sig pr. år"},
    {"verdict_lower", "Afstanden ændrer sig pr. år: nedre grænse"},
    {"verdict_upper", "Afstanden ændrer sig pr. år: øvre grænse"},
    {"remark", "Bemærkning"},
    {"source", "Datakilde"},
    {"edition", "Udgave"},
};

static const struct sheet_column english_columns[] = {
    {"goal", "Goal"},
    {"number", "No."},
    {"indicator", "Indicator"},
    {"area", "Housing area"},
    {"unit", "Unit"},
    {"baseline_period", "Baseline: period"},
    {"baseline_area", "Baseline housing area"},
    {"baseline_municipality", "Baseline municipality"},
    {"latest_period", "Latest: period"},
    {"latest_area", "Latest housing area"},
    {"latest_lower", "Latest housing area: lower limit"},
    {"latest_upper", "Latest housing area: upper limit"},
    {"latest_municipality", "Latest municipality"},
    {"change", "Change housing area"},
    {"change_lower", "Change housing area: lower limit"},
    {"change_upper", "Change housing area: upper limit"},
    {"comparator", "Gap measured to"},
    {"gap_baseline", "Gap baseline"},
    {"gap_latest", "Gap latest"},
    {"gap_lower", "Gap latest: lower limit"},
    {"gap_upper", "Gap latest: upper limit"},
    {"gap_change", "Change of gap"},
    {"gap_change_lower", "Change of gap: lower limit"},
    {"gap_change_upper", "Change of gap: upper limit"},
    {"verdict", "Verdict on the gap"},
    {"verdict_from", "The verdict rests on: from"},
    {"verdict_to", "The verdict rests on: to"},
    {"verdict_slope", "The gap changes a year by"},
    {"verdict_lower", "The gap changes a year by: lower limit"},
    {"verdict_upper", "The gap changes a year by: upper limit"},
    {"remark", "Remark"},
    {"source", "Data source"},
    {"edition", "Edition"},
};
_Static_assert(sizeof danish_columns == sizeof english_columns, "the same columns in both");

struct sheet followup_sheet(struct arena *arena, enum language language,
                            const struct findings *findings)
{
    const struct catalogue *catalogue = findings->table->catalogue;
    const struct indicator **indicators = followup_indicators(arena, catalogue);
    size_t area_count;
    const struct area **areas = followup_areas(arena, catalogue, &area_count);
    struct sheet sheet =
        sheet_make(arena, language == LANGUAGE_ENGLISH ? english_columns : danish_columns,
                   sizeof danish_columns / sizeof *danish_columns);
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        for (size_t j = 0; j < area_count; j++) {
            struct followup_row row;
            if (followup_row(findings, indicators[i], areas[j], &row))
                add_row(&sheet, language, findings, &row);
        }
    return sheet;
}
