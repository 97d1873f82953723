/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/codebook.h"

#include <string.h>

#include "pejling/disclosure/released.h"
#include "pejling/findings/verdict_rule.h"
#include "pejling/present/codebook_statistics.h"
#include "pejling/present/csv_writer.h"
#include "pejling/present/indicator_words.h"
#include "pejling/present/json_writer.h"
#include "pejling/present/method_words.h"
#include "pejling/present/wording.h"

static const struct sheet_column columns[] = {
    {"part", "Del"},
    {"code", "Kode"},
    {"name_da", "Navn"},
    {"name_en", "Name"},
    {"definition_da", "Definition"},
    {"definition_en", "Definition (English)"},
    {"unit_da", "Enhed"},
    {"unit_en", "Unit"},
    {"comparator_da", "Sammenlignet med"},
    {"comparator_en", "Comparator"},
    {"period_da", "Periode"},
    {"period_en", "Period"},
    {"interval_da", "Interval"},
    {"interval_en", "Interval (English)"},
    {"p_da", "p-værdi"},
    {"p_en", "p-value"},
    {"texts", "Mulige tekster"},
    {"good_direction", "God retning"},
    {"source", "Kilde"},
};

#define COLUMNS (sizeof columns / sizeof *columns)
#define PLAIN_COLUMNS 6 /* that every row fills; the others are of some parts only */

/* A thing to define. */
struct entry {
    const char *code, *danish_name, *english_name, *danish, *english;
};

/* The columns of every row; the others are blank until they are filled. */
static void add_plain(struct sheet *sheet, const char *part, const struct entry *entry)
{
    sheet_add_text(sheet, part);
    sheet_add_text(sheet, entry->code);
    sheet_add_text(sheet, entry->danish_name);
    sheet_add_text(sheet, entry->english_name);
    sheet_add_text(sheet, entry->danish);
    sheet_add_text(sheet, entry->english);
}

static void add_blanks(struct sheet *sheet, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sheet_add_blank(sheet);
}

static void add_entry(struct sheet *sheet, const char *part, const struct entry *entry)
{
    add_plain(sheet, part, entry);
    add_blanks(sheet, COLUMNS - PLAIN_COLUMNS);
}

static void add_entries(struct sheet *sheet, const char *part, const struct entry *entries,
                        size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_entry(sheet, part, &entries[i]);
}

/* ---- The columns of the files ------------------------------------------------------------------
 */

static const struct entry result_columns[] = {
    {"indicator", "indikator", "indicator", "Indikatorens kode, som i indikatorer.csv.",
     "The indicator's code, as in indikatorer.csv."},
    {"area", "område", "area", "Områdets kode, som i omraader.csv; rest er resten af kommunen.",
     "The area's code, as in omraader.csv; rest is the rest of the municipality."},
    {"comparator", "sammenligning", "comparator",
     "Koden for det, området sammenlignes med; tom, hvor der ikke sammenlignes.",
     "The code of what the area is compared with; blank where nothing is compared."},
    {"period", "periode", "period",
     "Perioden for et tal, der er ét pr. periode: 2019, 2019/20, 2022K4, 2021-11-16 eller ukendt.",
     "The period of a number that is one a period: 2019, 2019/20, 2022K4, 2021-11-16, or ukendt "
     "(unknown)."},
    {"period_from", "første periode", "first period", "Den første periode, tallet hviler på.",
     "The first period that the number rests on."},
    {"period_to", "sidste periode", "last period", "Den sidste periode, tallet hviler på.",
     "The last period that the number rests on."},
    {"statistic", "størrelse", "statistic", "Hvad rækken er; se delen statistic.",
     "What the row is; see the part statistic."},
    {"value", "værdi", "value",
     "Tallet, i indikatorens enhed eller den, størrelsen har. Delt udgave: højst 6 decimaler. Tom, "
     "hvor der intet tal er; aldrig 0 i stedet.",
     "The number, in the indicator's unit or the statistic's own. Shared edition: at most 6 "
     "decimals. Blank where there is none; never 0 instead."},
    {"lower", "nedre grænse", "lower limit", "Intervallets nedre grænse, i værdiens enhed.",
     "The lower limit of the interval, in the unit of value."},
    {"upper", "øvre grænse", "upper limit", "Intervallets øvre grænse, i værdiens enhed.",
     "The upper limit of the interval, in the unit of value."},
    {"confidence", "konfidens", "confidence", "Intervallets konfidensniveau i pct.",
     "The confidence level of the interval, per cent."},
    {"unit", "enhed", "unit",
     "Værdiens enhed. Forskelle og hældninger har indikatorens enhed: pct. er da pct.-point, og "
     "hældninger er pr. kalenderår. Tom uden enhed.",
     "The unit of value. Differences and slopes have the indicator's unit: pct. is then percentage "
     "points, and slopes are per calendar year. Blank without unit."},
    {"n_periods", "antal perioder", "number of periods", "Hvor mange perioder tallet hviler på.",
     "How many periods the number rests on."},
    {"p", "p-værdi", "p-value", "p-værdien, hvor størrelsen har en; ikke justeret.",
     "The p-value where the statistic has one; not adjusted."},
    {"p_adjusted", "justeret p-værdi", "adjusted p-value",
     "p-værdien justeret for, at der ses på mange på én gang.",
     "The p-value adjusted for looking at many at once."},
    {"text", "tekst", "text", "Svaret, hvor det er et ord; se delen text.",
     "The answer where it is a word; see the part text."},
    {"method", "metode", "method",
     "Hvordan tallet er lavet, eller den linje i reglen, der gav vurderingen; se delen method.",
     "How the number was made, or the line of the rule that gave the verdict; see the part "
     "method."},
    {"status", "status", "status", "Om der er et svar; se delen status.",
     "Whether there is an answer; see the part status."},
    {"reason", "grund", "reason",
     "Hvorfor der intet tal eller interval er; se delen reason. Tom, hvor intet mangler.",
     "Why there is no number or no interval; see the part reason. Blank where nothing is missing."},
};

static const struct entry released_columns[] = {
    {"indicator", "indikator", "indicator", "Indikatorens kode.", "The indicator's code."},
    {"area", "område", "area", "Områdets kode.", "The area's code."},
    {"period", "periode", "period", "Perioden; for tre år samlet det første.",
     "The period; of three years together the first."},
    {"period_to", "til periode", "to period", "For tre år samlet det sidste; ellers tom.",
     "Of three years together the last; else blank."},
    {"group", "gruppe", "group", "Undergruppe, for eksempel en alder; tom for alle.",
     "A subgroup, an age for example; blank for everybody."},
    {"release", "frigivelse", "release", "Om tallet er vist; se delen release.",
     "Whether the figure is shown; see the part release."},
    {"reason", "grund", "reason", "Hvorfor det ikke er; se delen reason.",
     "Why it is not; see the part reason."},
    {"figure", "tallets art", "kind of figure", "Hvad kilden siger om tallet; se delen figure.",
     "What the source says of the figure; see the part figure."},
    {"value", "værdi", "value", "Tallet i indikatorens enhed.",
     "The figure in the indicator's unit."},
    {"unit", "enhed", "unit", "Indikatorens enhed.", "The indicator's unit."},
    {"numerator", "tæller", "numerator",
     "Tælleren, hvor antal frigives; aldrig for resten af kommunen i den delte udgave.",
     "The numerator where counts are released; never of the rest of the municipality in the shared "
     "edition."},
    {"denominator", "nævner", "denominator",
     "Nævneren: personer, eller i en spørgeskemaundersøgelse svar.",
     "The denominator: persons, or answers of a survey."},
    {"spread", "spredning", "spread", "Standardafvigelsen mellem personer, for gennemsnit.",
     "The standard deviation between persons, of a mean."},
    {"design_effect", "designeffekt", "design effect",
     "Hvor mange gange større variansen er end ved simpel tilfældig udvælgelse, for "
     "spørgeskemaundersøgelser.",
     "How many times larger the variance is than by simple random sampling, of a survey."},
    {"population", "population", "population",
     "Hvor mange spørgeskemaundersøgelsen handler om; tom, hvis ukendt.",
     "How many the survey is about; blank if not known."},
    {"response_rate", "svarprocent", "response rate", "Pct. af de adspurgte, der svarede.",
     "Per cent of those asked who answered."},
    {"lowest", "mindst", "lowest",
     "Af et skjult tal: den mindste tæller, som alle må vide, at det kan have.",
     "Of a hidden figure: the lowest numerator that everybody may know it can have."},
    {"highest", "højst", "highest",
     "Af et skjult tal: den højeste tæller, som alle må vide, at det kan have.",
     "Of a hidden figure: the highest numerator that everybody may know it can have."},
};

/* ---- The codes ---------------------------------------------------------------------------------
 */

static const struct entry texts[] = {
    {"narrowing", "indsnævres", "narrowing", "Afstanden er blevet mindre i størrelse.",
     "The gap has become smaller in size."},
    {"widening", "udvides", "widening", "Afstanden er blevet større i størrelse.",
     "The gap has become larger in size."},
    {"unchanged", "uændret", "unchanged",
     "Enhver ændring af betydning er udelukket: 90 %-intervallet ligger inden for ± den mindste "
     "ændring af betydning.",
     "Every change that matters is ruled out: the 90 per cent interval lies within ± the smallest "
     "change that matters."},
    {"not_determinable", "kan ikke afgøres", "cannot be determined",
     "Tallene er for få, for usikre eller skjulte; grunden står i reason.",
     "The figures are too few, too uncertain, or hidden; the reason is in reason."},
    {"firm", "klart", "firm",
     "Begge beregninger siger det samme, og en ændring holder efter justering for mange "
     "indikatorer.",
     "Both calculations say the same, and a change stands after adjustment for many indicators."},
    {"indicated", "antydet", "indicated", "Et svar, der ikke er klart.",
     "An answer that is not firm."},
    {"better", "bedre", "better", "Afstanden er flyttet i indikatorens gode retning.",
     "The gap has moved in the indicator's good direction."},
    {"worse", "værre", "worse", "Afstanden er flyttet væk fra indikatorens gode retning.",
     "The gap has moved against the indicator's good direction."},
    {"neutral", "hverken eller", "neutral", "Indikatoren har ingen god retning.",
     "The indicator has no good direction."},
    {"more_than", "mere end", "more than",
     "Længere frem end to gange seriens længde; value er grænsen.",
     "Further ahead than twice the length of the series; value is the limit."},
    {"reached", "nået", "reached", "Tallet er mindst så godt som målet.",
     "The figure is at least as good as the target."},
    {"on_course", "på vej", "on course",
     "Hele intervallet for det kommende tal er mindst så godt som målet.",
     "All of the interval for the further figure is at least as good as the target."},
    {"off_course", "ikke på vej", "off course",
     "Intet af intervallet er så godt som målet, eller målets eget tal er det ikke.",
     "None of the interval is as good as the target, or the target's own figure is not."},
    {"area", "området", "the area",
     "Områdets ændring og gap_change har intervaller uden 0, sammenligningens ændring ikke.",
     "The area's change and gap_change have intervals without 0, the comparator's change has not."},
    {"comparator", "sammenligningen", "the comparator",
     "Sammenligningens ændring og gap_change har intervaller uden 0, områdets ændring ikke.",
     "The comparator's change and gap_change have intervals without 0, the area's change has not."},
    {"both", "begge", "both", "Begges ændringer har et interval uden 0.",
     "The changes of both have an interval without 0."},
    {"neither", "ingen af dem", "neither",
     "Hverken ændringerne eller gap_change har et interval uden 0.",
     "Neither the changes nor gap_change have an interval without 0."},
    {"undetermined", "kan ikke afgøres", "cannot be determined",
     "Kun en af ændringerne har et interval uden 0, og gap_change har det ikke; eller omvendt.",
     "Only one of the changes has an interval without 0, and gap_change has not; or the reverse."},
    {"AREA|AREA", "områderne", "the areas",
     "Koderne for de områder, der er holdt op mod hinanden eller set under ét, med | imellem.",
     "The codes of the areas that are held against each other or taken as one, with | between."},
};

static const struct entry statuses[] = {
    {"ok", "svar", "answer", "Der er et tal i value eller et ord i text.",
     "There is a number in value, or a word in text."},
    {"na", "intet svar", "no answer", "Der er intet; grunden står i reason.",
     "There is none; the reason is in reason."},
    {"hidden", "skjult", "hidden",
     "Der er et tal, som ikke må vises, eller et, der hviler på et sådant.",
     "There is a number that may not be shown, or one that rests on such a number."},
};

static const struct entry releases[] = {
    {"open", "vist", "open", "Tallet og dets antal er frigivet.",
     "The figure is released, with its counts."},
    {"rounded", "vist afrundet", "rounded",
     "Tallet er frigivet afrundet, med nævner og uden tæller.",
     "The figure is released rounded, with its denominator and without its numerator."},
    {"hidden", "skjult", "hidden", "Tallet findes og må ikke vises.",
     "The figure exists and may not be shown."},
    {"absent", "mangler", "absent", "Der er intet tal.", "There is no figure."},
};

static const struct entry figures[] = {
    {"final", "endeligt", "final", "Kilden regner tallet for endeligt.",
     "The source takes the figure for final."},
    {"provisional", "foreløbigt", "provisional", "Kilden kan endnu rette tallet.",
     "The source may still correct the figure."},
    {"estimated", "skøn", "estimated", "Kilden har anslået tallet.",
     "The source has estimated the figure."},
};

static void add_statistics(struct sheet *sheet)
{
    for (enum statistic i = STATISTIC_LEVEL; i < STATISTIC_COUNT; i++) {
        const struct entry entry = {statistic_code(i), wording_statistic(LANGUAGE_DANISH, i),
                                    wording_statistic(LANGUAGE_ENGLISH, i),
                                    codebook_statistic(i, ASPECT_VALUE, LANGUAGE_DANISH),
                                    codebook_statistic(i, ASPECT_VALUE, LANGUAGE_ENGLISH)};
        add_plain(sheet, "statistic", &entry);
        for (enum codebook_aspect aspect = ASPECT_UNIT; aspect < ASPECT_COUNT; aspect++) {
            sheet_add_text(sheet, codebook_statistic(i, aspect, LANGUAGE_DANISH));
            sheet_add_text(sheet, codebook_statistic(i, aspect, LANGUAGE_ENGLISH));
        }
        sheet_add_text(sheet, codebook_texts(i));
        add_blanks(sheet, 2);
    }
}

static void add_methods(struct sheet *sheet)
{
    for (enum method i = METHOD_GIVEN; i < METHOD_COUNT; i++) {
        const char *danish = method_words(LANGUAGE_DANISH, i);
        const char *english = method_words(LANGUAGE_ENGLISH, i);
        const struct entry entry = {
            method_code(i), danish, english,
            arena_printf(sheet->arena, "%s. %s", danish, method_note(LANGUAGE_DANISH, i)),
            arena_printf(sheet->arena, "%s. %s", english, method_note(LANGUAGE_ENGLISH, i))};
        add_entry(sheet, "method", &entry);
    }
    for (enum verdict_line i = VERDICT_LINE_ADMISSIBLE; i < VERDICT_LINES; i++) {
        const char *danish = verdict_line_text(i, LANGUAGE_DANISH);
        const char *english = verdict_line_text(i, LANGUAGE_ENGLISH);
        const struct entry entry = {
            verdict_line_code(i), danish, english,
            arena_printf(sheet->arena, "Linje i vurderingens regel: %s.", danish),
            arena_printf(sheet->arena, "Line of the verdict's rule: %s.", english)};
        add_entry(sheet, "method", &entry);
    }
}

static void add_reasons(struct sheet *sheet)
{
    for (enum reason i = REASON_MISSING; i < REASON_COUNT; i++) {
        const char *danish = reason_text(i, LANGUAGE_DANISH);
        const char *english = reason_text(i, LANGUAGE_ENGLISH);
        const struct entry entry = {
            reason_code(i), danish, english,
            arena_printf(sheet->arena, "Intet tal eller interval: %s.", danish),
            arena_printf(sheet->arena, "No number or no interval: %s.", english)};
        add_entry(sheet, "reason", &entry);
    }
}

/* ---- The plan's own ----------------------------------------------------------------------------
 */

static void add_unit(struct sheet *sheet, const char *unit)
{
    const struct entry entry = {unit, unit, unit, "Enhed i denne plan.", "A unit of this plan."};
    if (*unit)
        add_entry(sheet, "unit", &entry);
}

/* Each unit once: those of the indicators, and those that statistics have of their own. */
static void add_units(struct sheet *sheet, const struct catalogue *catalogue)
{
    static const struct entry own[] = {{"pct.", "procent", "per cent",
                                        "Procent; i forskelle og hældninger procentpoint.",
                                        "Per cent; in differences and slopes percentage points."},
                                       {"år", "år", "years", "Kalenderår.", "Calendar years."}};
    add_entries(sheet, "unit", own, sizeof own / sizeof *own);
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const char *unit = catalogue->indicators[i].unit;
        bool told = strcmp(unit, own[0].code) == 0 || strcmp(unit, own[1].code) == 0;
        for (size_t j = 0; j < i && !told; j++)
            told = strcmp(unit, catalogue->indicators[j].unit) == 0;
        if (!told)
            add_unit(sheet, unit);
    }
}

/* `Andel …. Type: …; opgøres: …; målgruppe: ….`, in the language of the labels. */
static const char *indicator_text(struct arena *arena, enum language language,
                                  const struct indicator *indicator)
{
    const char *group =
        *indicator->target_group
            ? arena_printf(arena, say(language, "; målgruppe: %s", "; target group: %s"),
                           indicator->target_group)
            : "";
    const char *note =
        *indicator->note
            ? arena_printf(arena, say(language, "; note: %s", "; note: %s"), indicator->note)
            : "";
    return arena_printf(arena,
                        say(language, "%s. Type: %s; opgøres: %s; %s; %s%s%s",
                            "%s. Type: %s; counted: %s; %s; %s%s%s"),
                        indicator->name, indicator_measure(language, indicator->measure),
                        indicator_reporting(arena, language, indicator->reporting),
                        indicator->accrual == ACCRUAL_STOCK ? say(language, "bestand", "stock")
                                                            : say(language, "strøm", "flow"),
                        indicator_polarity(language, indicator->polarity), group, note);
}

static void add_indicators(struct sheet *sheet, const struct catalogue *catalogue)
{
    static const char *const directions[] = {
        [POLARITY_NEUTRAL] = "neutral", [POLARITY_UP] = "op", [POLARITY_DOWN] = "ned"};
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const struct indicator *indicator = &catalogue->indicators[i];
        const struct entry entry = {indicator->code, indicator->name, indicator->name,
                                    indicator_text(sheet->arena, LANGUAGE_DANISH, indicator),
                                    indicator_text(sheet->arena, LANGUAGE_ENGLISH, indicator)};
        add_plain(sheet, "indicator", &entry);
        sheet_add_text(sheet, indicator->unit);
        sheet_add_text(sheet, indicator->unit);
        add_blanks(sheet, COLUMNS - PLAIN_COLUMNS - 4);
        sheet_add_text(sheet, directions[indicator->polarity]);
        sheet_add_text(sheet, indicator->source);
    }
}

/* `Rolle afdeling: en del af et område; ligger i Ringparken.` */
static const char *area_text(struct arena *arena, enum language language, const struct area *area)
{
    return arena_printf(arena, say(language, "Rolle %s: %s%s%s.", "Role %s: %s%s%s."),
                        area_role_code(area->role), area_role_words(language, area->role),
                        area->part_of ? say(language, "; ligger i ", "; lies in ") : "",
                        area->part_of ? area->part_of->name : "");
}

static void add_areas(struct sheet *sheet, const struct catalogue *catalogue)
{
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *area = &catalogue->areas[i];
        const struct entry entry = {area->code, area->name, area->name,
                                    area_text(sheet->arena, LANGUAGE_DANISH, area),
                                    area_text(sheet->arena, LANGUAGE_ENGLISH, area)};
        add_entry(sheet, "area", &entry);
    }
}

struct sheet codebook_sheet(struct arena *arena, const struct catalogue *catalogue)
{
    struct sheet sheet = sheet_make(arena, columns, COLUMNS);
    add_entries(&sheet, "resultater.csv", result_columns,
                sizeof result_columns / sizeof *result_columns);
    add_entries(&sheet, "frigivet.csv", released_columns,
                sizeof released_columns / sizeof *released_columns);
    add_statistics(&sheet);
    add_entries(&sheet, "text", texts, sizeof texts / sizeof *texts);
    add_methods(&sheet);
    add_entries(&sheet, "status", statuses, sizeof statuses / sizeof *statuses);
    add_reasons(&sheet);
    add_entries(&sheet, "release", releases, sizeof releases / sizeof *releases);
    add_entries(&sheet, "figure", figures, sizeof figures / sizeof *figures);
    add_units(&sheet, catalogue);
    add_indicators(&sheet, catalogue);
    add_areas(&sheet, catalogue);
    return sheet;
}

bool codebook_write(const struct place *place, const struct catalogue *catalogue)
{
    struct arena *scratch = arena_new();
    struct sheet sheet = codebook_sheet(scratch, catalogue);
    bool written = csv_write(place, CODEBOOK_FILE, &sheet, CSV_DANISH);
    json_t *root = json_object();
    json_object_set_new(root, "title", json_string(catalogue->plan.title));
    json_object_set_new(root, "udgave", json_string(catalogue->plan.edition));
    json_object_set_new(root, "codebook", json_of_sheet(&sheet));
    written = json_write(place, CODEBOOK_JSON, root, 15) && written;
    arena_free(scratch);
    return written;
}
