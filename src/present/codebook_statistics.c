/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/codebook_statistics.h"

/* What many statistics have in common is said once. */
enum comparator_is {
    COMPARATOR_NONE,
    COMPARATOR_MUNICIPALITY,
    COMPARATOR_REST,
    COMPARATOR_VERDICT,
    COMPARATOR_OTHER,
    COMPARATOR_FURTHER,
    COMPARATORS
};
enum period_is { PERIOD_YEARLY, PERIOD_SPAN, PERIOD_ENDS, PERIOD_POOL, PERIOD_TARGET, PERIODS };
enum interval_is {
    INTERVAL_NONE,
    INTERVAL_WITHIN,
    INTERVAL_GAP,
    INTERVAL_PAIRS,
    INTERVAL_SLOPE,
    INTERVAL_SLOPE_T,
    INTERVAL_KENDALL,
    INTERVAL_MOVER,
    INTERVAL_FIELLER,
    INTERVAL_PREDICTION,
    INTERVAL_FLOOR,
    INTERVAL_RANKS,
    INTERVAL_STANDARDISED,
    INTERVALS
};
enum p_is { P_NONE, P_SLOPE, P_DECIDING, P_KENDALL, P_HETEROGENEITY, P_PAIR, P_KINDS };

static const char *const comparators[COMPARATORS][2] = {
    [COMPARATOR_NONE] = {"tom", "blank"},
    [COMPARATOR_MUNICIPALITY] = {"kommunens kode", "the municipality's code"},
    [COMPARATOR_REST] = {"koden for resten af kommunen",
                         "the code of the rest of the municipality"},
    [COMPARATOR_VERDICT] =
        {"den, vurderingen bygger på: resten af kommunen, eller hele kommunen, hvor "
         "resten ikke findes; valgt én gang for hele serien",
         "the one that the verdict rests on: the rest of the municipality, or all "
         "of it where there is no rest; chosen once for the whole series"},
    [COMPARATOR_OTHER] = {"det andet område i parret; en række for hvert",
                          "the other area of the pair; a row for each"},
    [COMPARATOR_FURTHER] = {"tvillingeområdets eller landets kode; en række for hver",
                            "the code of the twin area or the country; a row for each"},
};

static const char *const periods[PERIODS][2] = {
    [PERIOD_YEARLY] = {"period er perioden, og period_from og period_to den samme",
                       "period is the period, period_from and period_to the same"},
    [PERIOD_SPAN] = {"period er tom; period_from til period_to er de perioder, tallet hviler på, "
                     "n_periods af dem",
                     "period is blank; period_from to period_to are the periods that the number "
                     "rests on, n_periods of them"},
    [PERIOD_ENDS] = {"period er tom; period_from og period_to er de to perioder, der sammenlignes",
                     "period is blank; period_from and period_to are the two periods compared"},
    [PERIOD_POOL] = {"period er det første af de tre år; period_from til period_to er dem alle",
                     "period is the first of the three years; period_from to period_to are all"},
    [PERIOD_TARGET] = {"period er målets periode; period_from til period_to er de perioder, tallet "
                       "hviler på",
                       "period is the target's; period_from to period_to are those that the number "
                       "rests on"},
};

static const char *const intervals[INTERVALS][2] = {
    [INTERVAL_NONE] = {"tom", "blank"},
    [INTERVAL_WITHIN] =
        {"konfidensinterval efter metoden i `method`: den tilfældige variation, som "
         "ét års tal har",
         "confidence interval by the method in `method`: the chance in one year's "
         "figure"},
    [INTERVAL_GAP] = {"konfidensinterval for forskellen eller forholdet efter metoden i `method`: "
                      "tilfældig variation i de to tal",
                      "confidence interval of the difference or ratio by the method in `method`: "
                      "chance in the two figures"},
    [INTERVAL_PAIRS] =
        {"samtidigt konfidensinterval: alle områdernes parvise forskelle gælder på én gang "
         "(Bonferroni); `confidence` er det enkelte interval, 1 − (1 − c)/antal par, c = udgavens "
         "niveau",
         "simultaneous confidence interval: those of all pairs of areas hold at once "
         "(Bonferroni); `confidence` is the level of each, 1 − (1 − c)/number of pairs, c = the "
         "level of the edition"},
    [INTERVAL_SLOPE] = {"konfidensinterval for hældningen; variation mellem år er med",
                        "confidence interval of the slope; variation between years is in it"},
    [INTERVAL_SLOPE_T] = {"konfidensinterval for hældningen, Students t med n − 2 frihedsgrader",
                          "confidence interval of the slope, Student's t on n − 2 degrees of "
                          "freedom"},
    [INTERVAL_KENDALL] = {"de hældninger, som Kendalls eksakte test ikke forkaster",
                          "the slopes that Kendall's exact test does not reject"},
    [INTERVAL_MOVER] =
        {"ud fra de to perioders egne intervaller (MOVER): kun tilfældig variation i de "
         "to perioder",
         "from the two periods' own intervals (MOVER): chance in those two periods "
         "only"},
    [INTERVAL_FIELLER] = {"Fiellers konfidensinterval for linjens skæring med 0",
                          "Fieller's confidence interval of where the line crosses 0"},
    [INTERVAL_PREDICTION] =
        {"for et målt tal dets konfidensinterval; for en fremskrivning intervallet "
         "for det ene kommende tal",
         "of a measured figure its confidence interval; of a line led on the "
         "interval of that one further figure"},
    [INTERVAL_FLOOR] = {"konfidensinterval: det bredeste af Students t på årenes spredning og "
                        "tilfældig variation inden for årene",
                        "confidence interval: the wider of Student's t on the spread of the years "
                        "and chance within the years"},
    [INTERVAL_RANKS] = {"de pladser, som områdernes parvise forskelle ikke udelukker; forskellenes "
                        "intervaller er samtidige (Bonferroni over alle par)",
                        "the places that the areas' pairwise differences do not exclude, by their "
                        "simultaneous intervals (Bonferroni over all pairs)"},
    [INTERVAL_STANDARDISED] =
        {"konfidensinterval efter metoden i `method`: tilfældig variation i "
         "aldersgruppernes tal",
         "confidence interval by the method in `method`: chance in the figures "
         "of the age groups"},
};

static const char *const tests[P_KINDS][2] = {
    [P_NONE] = {"tom", "blank"},
    [P_SLOPE] = {"tosidet p-værdi for, at hældningen er 0", "two-sided p of a slope of 0"},
    [P_DECIDING] =
        {"tosidet p-værdi for, at ændringen pr. år er 0; p_adjusted efter Benjamini og "
         "Hochberg over alle faste indikatorer × områder, der kan vurderes",
         "two-sided p of a yearly change of 0; p_adjusted by Benjamini and Hochberg over "
         "all fixed indicators × areas that can be judged"},
    [P_KENDALL] = {"eksakt tosidet p-værdi for ingen tendens", "exact two-sided p of no trend"},
    [P_HETEROGENEITY] = {"p-værdi for, at alle områderne er ens", "p of all areas being alike"},
    [P_PAIR] = {"tosidet p-værdi for ingen forskel, hvor den er regnet; p_adjusted efter Holm over "
                "parrene",
                "two-sided p of no difference, where it is computed; p_adjusted by Holm over the "
                "pairs"},
};

static const char *const units[][2] = {
    [UNIT_LEVEL] = {"indikatorens enhed", "the indicator's unit"},
    [UNIT_DIFFERENCE] = {"forskel i indikatorens enhed (pct. er her pct.-point)",
                         "difference in the indicator's unit (pct. is percentage points here)"},
    [UNIT_SLOPE] = {"forskel i indikatorens enhed pr. kalenderår",
                    "difference in the indicator's unit per calendar year"},
    [UNIT_RATE] = {"pct. pr. år", "per cent a year"},
    [UNIT_YEARS] = {"år", "years"},
    [UNIT_PERCENT] = {"pct.", "per cent"},
    [UNIT_NONE] = {"uden enhed", "without unit"},
};

/* Of the areas that are compared, the codes. */
#define AREAS "AREA|AREA"

static const struct {
    const char *danish, *english;
    enum comparator_is comparator;
    enum period_is period;
    enum interval_is interval;
    enum p_is p;
    const char *texts;
} statistics[] = {
    [STATISTIC_LEVEL] =
        {"Områdets tal i perioden, i indikatorens enhed: andel og spørgeskemaundersøgelse f·x/n, "
         "rate f·x/n (x "
         "hændelser, n personer), gennemsnit og værdi som givet; f er indikatorens faktor. I den "
         "delte udgave afrundet til de frigivne cifre.",
         "The area's figure in the period, in the indicator's unit: share and survey f·x/n, rate "
         "f·x/n (x events, n persons), mean and value as given; f is the indicator's factor. In "
         "the shared edition rounded to the digits released.",
         COMPARATOR_NONE, PERIOD_YEARLY, INTERVAL_WITHIN, P_NONE, ""},
    [STATISTIC_GAP] =
        {"Områdets niveau minus hele kommunens i samme periode. Området er selv en del af "
         "kommunen: forskellen er (1 − w) gange forskellen til alle andre i kommunen, w = områdets "
         "andel af kommunens nævner.",
         "The area's level less that of the whole municipality in the same period. The area is "
         "itself part of the municipality: the difference is (1 − w) times the difference to "
         "everybody else in it, w = the area's share of the municipality's denominator.",
         COMPARATOR_MUNICIPALITY, PERIOD_YEARLY, INTERVAL_GAP, P_NONE, ""},
    [STATISTIC_GAP_REST] =
        {"Områdets niveau minus niveauet i resten af kommunen i samme periode. Resten er kommunen "
         "uden planens områder, regnet på antal: (xM − Σx)/(nM − Σn).",
         "The area's level less that of the rest of the municipality in the same period. The rest "
         "is the municipality without the plan's areas, by counts: (xM − Σx)/(nM − Σn).",
         COMPARATOR_REST, PERIOD_YEARLY, INTERVAL_GAP, P_NONE, ""},
    [STATISTIC_RATIO] =
        {"Områdets niveau divideret med niveauet i resten af kommunen i samme periode. 1 er ens.",
         "The area's level divided by that of the rest of the municipality in the same period. 1 "
         "means alike.",
         COMPARATOR_REST, PERIOD_YEARLY, INTERVAL_GAP, P_NONE, ""},
    [STATISTIC_LEVEL_SLOPE] = {"Hældningen pr. kalenderår af en ret linje ved mindste kvadrater "
                               "gennem områdets niveauer på virkelig tid (måledagen, eller midten "
                               "af perioden), i den seneste strækning uden databrud.",
                               "The slope per calendar year of a straight line by least squares "
                               "through the area's levels on real time (the reference date, or the "
                               "middle of the period), over the last stretch without a break.",
                               COMPARATOR_NONE, PERIOD_SPAN, INTERVAL_SLOPE_T, P_SLOPE, ""},
    [STATISTIC_GAP_SLOPE] =
        {"Hældningen pr. kalenderår af en ret linje ved mindste kvadrater gennem afstandene "
         "(område minus sammenligning) på virkelig tid, i den seneste strækning uden databrud.",
         "The slope per calendar year of a straight line by least squares through the gaps (area "
         "less comparator) on real time, over the last stretch without a break.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_SLOPE_T, P_SLOPE, ""},
    [STATISTIC_VERDICT_SLOPE] =
        {"Afstandens ændring pr. kalenderår, som vurderingen bygger på. Motor B, hvis der er "
         "mindst 18 serier af samme klasse: generaliseret mindste kvadrater med fælles "
         "autokorrelation og dæmpet spredning; ellers motor A: hældningen med foreningsmængden af "
         "fire intervaller (kendt varians og tilfældige år, autokorrelation 0 og 0,3 for strømme, "
         "0,5 for bestande).",
         "The change of the gap per calendar year that the verdict rests on. Engine B where there "
         "are at least 18 series of the class: generalised least squares with pooled "
         "autocorrelation and moderated dispersion; else engine A: the slope with the union of "
         "four intervals (known variance and random years, autocorrelation 0 and 0.3 for flows, "
         "0.5 for stocks).",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_SLOPE, P_DECIDING, ""},
    [STATISTIC_VERDICT] =
        {"Hvad der er blevet af afstanden, i `text`. narrowing og widening: 0 ligger uden for "
         "intervallet om verdict_slope, og den tilpassede afstands størrelse er blevet mindre "
         "eller større. unchanged: 90 %-intervallet ligger inden for ± meaningful_slope. Ellers "
         "not_determinable, med grunden i `reason`. Regelens linje står i `method`.",
         "What has become of the gap, in `text`. narrowing and widening: 0 lies outside the "
         "interval of verdict_slope, and the fitted gap has become smaller or larger in size. "
         "unchanged: the 90 per cent interval lies within ± meaningful_slope. Else "
         "not_determinable, with the reason in `reason`. The line of the rule is in `method`.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE,
         "narrowing widening unchanged not_determinable"},
    [STATISTIC_VERDICT_STRENGTH] =
        {"Vurderingens styrke, i `text`. firm: begge motorer siger det samme, og for en ændring er "
         "p_adjusted højst 0,10. Ellers indicated. Tom ved not_determinable.",
         "The strength of the verdict, in `text`. firm: both engines say the same, and for a "
         "change p_adjusted is at most 0.10. Else indicated. Blank for not_determinable.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE, "firm indicated"},
    [STATISTIC_VERDICT_DIRECTION] =
        {"Om afstanden er flyttet i indikatorens gode retning, i `text`: better eller worse efter "
         "verdict_slopes fortegn og god_retning; neutral uden god retning. Ikke det samme som "
         "narrowing: en afstand, hvor området ligger bedst, kan indsnævres til det værre.",
         "Whether the gap has moved in the indicator's good direction, in `text`: better or worse "
         "by the sign of verdict_slope and the good direction; neutral where there is none. Not "
         "the same as narrowing: a gap in which the area is ahead may narrow for the worse.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE, "better worse neutral"},
    [STATISTIC_GAP_CHANGE] =
        {"Den seneste afstand minus afstanden i den sidste periode, der ikke ligger efter "
         "basisåret. Samme sammenligning som gap_slope. Er det samme som gap_change_area minus "
         "gap_change_comparator.",
         "The latest gap less that of the last period not after the baseline year. The same "
         "comparator as gap_slope. Equals gap_change_area less gap_change_comparator.",
         COMPARATOR_VERDICT, PERIOD_ENDS, INTERVAL_MOVER, P_NONE, ""},
    [STATISTIC_THEIL_SEN] = {"Medianen af hældningerne (yj − yi)/(tj − ti) mellem alle par af "
                             "områdets niveauer, pr. kalenderår.",
                             "The median of the slopes (yj − yi)/(tj − ti) between all pairs of "
                             "the area's levels, per calendar year.",
                             COMPARATOR_NONE, PERIOD_SPAN, INTERVAL_KENDALL, P_NONE, ""},
    [STATISTIC_GAP_THEIL_SEN] = {"Medianen af hældningerne (dj − di)/(tj − ti) mellem alle par af "
                                 "afstande, pr. kalenderår.",
                                 "The median of the slopes (dj − di)/(tj − ti) between all pairs "
                                 "of gaps, per calendar year.",
                                 COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_KENDALL, P_NONE, ""},
    [STATISTIC_MANN_KENDALL_S] = {"Kendalls S for afstanden: antal par af år, hvor afstanden er "
                                  "vokset, minus antal par, hvor den er faldet.",
                                  "Kendall's S of the gap: the number of pairs of years in which "
                                  "the gap has grown, less those in which it has fallen.",
                                  COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_KENDALL, ""},
    [STATISTIC_CLOSING_RATE] =
        {"Hvor stor en del af den første tilpassede afstand der er lukket pr. år: 100(|g1| − "
         "|gT|)/(|g1|(tT − t1)), g på linjen for gap_slope. Negativ, når afstanden udvides.",
         "How much of the first fitted gap is closed a year: 100(|g1| − |gT|)/(|g1|(tT − t1)), g "
         "on the line of gap_slope. Negative where the gap widens.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE, ""},
    [STATISTIC_YEARS_TO_PARITY] =
        {"År fra det sidste tal, til linjen for afstanden krydser 0: −a/b, a = tilpasset afstand i "
         "det sidste år, b = hældningen. Kun når vurderingen er narrowing, og intervallet er "
         "endeligt. more_than i `text`: længere frem end to gange seriens længde; `value` er da "
         "grænsen. Fremskrivning af en ret linje, ikke en prognose.",
         "Years from the last figure until the line of the gap crosses 0: −a/b, a = the fitted gap "
         "in the last year, b = the slope. Only where the verdict is narrowing and the interval is "
         "finite. more_than in `text`: further ahead than twice the length of the series; `value` "
         "is then that limit. A straight line led on, no forecast.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_FIELLER, P_NONE, "more_than"},
    [STATISTIC_DETECTABLE_SLOPE] =
        {"Den mindste ændring i afstanden pr. år, som en serie som denne ville vise i 80 af 100 "
         "tilfælde (ikke-central t, 5 pct. tosidet).",
         "The smallest change of the gap a year that a series like this would show in 80 of 100 "
         "cases (noncentral t, 5 per cent two-sided).",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE, ""},
    [STATISTIC_DETERMINABLE_YEAR] =
        {"Det første kalenderår, hvor afstandens nuværende ændring pr. år ville kunne ses i 80 af "
         "100 tilfælde, hvis den fortsætter. Kun for det, der ikke kan afgøres endnu.",
         "The first calendar year in which the gap's present change a year could be seen in 80 of "
         "100 cases, if it goes on. Only of what cannot be determined yet.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE, ""},
    [STATISTIC_LEVEL_CHANGE] =
        {"Områdets seneste niveau minus niveauet i den sidste periode, der ikke ligger efter "
         "basisåret.",
         "The area's latest level less that of the last period not after the baseline year.",
         COMPARATOR_NONE, PERIOD_ENDS, INTERVAL_MOVER, P_NONE, ""},
    [STATISTIC_POOLED_LEVEL] =
        {"Områdets niveau for tre år under ét: f·Σx/Σn. Kun hvor mindst ét af årene er skjult, og "
         "de tre tilsammen kan vises.",
         "The area's level of three years together: f·Σx/Σn. Only where at least one of the years "
         "is hidden, and the three together can be shown.",
         COMPARATOR_NONE, PERIOD_POOL, INTERVAL_WITHIN, P_NONE, ""},
    [STATISTIC_TARGET] =
        {"Tallet, som bestyrelsens mål holdes op mod: niveauet i målets periode eller det første "
         "efter den; ellers det seneste niveau, hvis det allerede er mindst så godt; ellers hvor "
         "en ret linje gennem niveauerne fører hen. Målets tilstand i `text`.",
         "The figure that the board's target is held against: the level of the target's period or "
         "the first after it; else the latest level if it is as good already; else where a "
         "straight line through the levels leads. The state of the target in `text`.",
         COMPARATOR_NONE, PERIOD_TARGET, INTERVAL_PREDICTION, P_NONE,
         "reached on_course off_course not_determinable"},
    [STATISTIC_TARGET_VALUE] = {"Målet selv, fra maaltal.csv.",
                                "The target itself, from maaltal.csv.", COMPARATOR_NONE,
                                PERIOD_TARGET, INTERVAL_NONE, P_NONE, ""},
    [STATISTIC_MEANINGFUL_SLOPE] =
        {"Den mindste ændring i afstanden pr. år, der regnes for en ændring: den største af 5 pct. "
         "af den gennemsnitlige afstands størrelse og indikatorens delta.",
         "The smallest change of the gap a year that counts as one: the larger of 5 per cent of "
         "the mean gap's size and the indicator's delta.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE, ""},
    [STATISTIC_RESPONSE_RATE] =
        {"Hvor mange pct. af de adspurgte der har svaret, som kilden oplyser det.",
         "How many per cent of those asked have answered, as the source says.", COMPARATOR_NONE,
         PERIOD_YEARLY, INTERVAL_NONE, P_NONE, ""},
    [STATISTIC_EXPOSURE] =
        {"Hvor stor en del af perioden, i pct. og efter dage, der ligger efter planens start. 0: "
         "før. 100: "
         "efter; en statusdag er efter fra startdagen. Imellem: overgang, og perioden er da ikke "
         "med i sammenligningen af før og efter.",
         "How much of the period, in per cent and by days, lies after the plan's start. 0: before. "
         "100: after; "
         "a status day is after from the day of the start on. Between: in transition, and the "
         "period is then no part of the comparison of before and after.",
         COMPARATOR_NONE, PERIOD_YEARLY, INTERVAL_NONE, P_NONE, ""},
    [STATISTIC_MEAN_GAP_BEFORE] = {"Gennemsnittet af afstandene i perioderne før planens start, i "
                                   "den seneste strækning uden databrud.",
                                   "The mean of the gaps of the periods before the plan's start, "
                                   "over the last stretch without a break.",
                                   COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_FLOOR, P_NONE, ""},
    [STATISTIC_MEAN_GAP_AFTER] = {"Gennemsnittet af afstandene i perioderne efter planens start.",
                                  "The mean of the gaps of the periods after the plan's start.",
                                  COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_FLOOR, P_NONE, ""},
    [STATISTIC_BEFORE_AFTER_MEAN] =
        {"Gennemsnittet af afstandene efter planens start minus gennemsnittet før: mindste "
         "kvadrater med modellen 1 + efter. Perioder i overgang er ikke med. Beskrivelse: viser "
         "ikke, hvad der er årsag.",
         "The mean of the gaps after the plan's start less the mean before: least squares with the "
         "model 1 + after. Periods in transition are left out. Description: does not show what is "
         "the cause.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_FLOOR, P_NONE, ""},
    [STATISTIC_BEFORE_AFTER_STEP] =
        {"Springet i afstanden ved planens start, når én fælles hældning for før og efter er "
         "trukket fra: mindste kvadrater med modellen 1 + t + efter. Beskrivelse: viser ikke, hvad "
         "der er årsag.",
         "The step of the gap at the plan's start, one slope for before and after taken out: least "
         "squares with the model 1 + t + after. Description: does not show what is the cause.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_FLOOR, P_NONE, ""},
    [STATISTIC_GAP_SLOPE_BEFORE] =
        {"Afstandens hældning pr. kalenderår i perioderne før planens start alene. En hældning tæt "
         "på 0 beviser ikke, at afstanden ville have ligget stille.",
         "The slope of the gap per calendar year in the periods before the plan's start alone. A "
         "slope near 0 does not prove that the gap would have stood still.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_SLOPE_T, P_NONE, ""},
    [STATISTIC_PLACEBO_CHANGE] =
        {"before_after_mean regnet, som om starten lå lige før den periode, rækken har. En række "
         "for hver dato, der efterlader mindst to perioder på hver side.",
         "before_after_mean as if the start lay just before the row's period. A row for each date "
         "that leaves two periods or more on each side.",
         COMPARATOR_VERDICT, PERIOD_YEARLY, INTERVAL_NONE, P_NONE, ""},
    [STATISTIC_PLACEBO_SHARE] =
        {"Hvor stor en del af de mulige datoer, i pct., den rigtige iblandt, der viser en ændring "
         "mindst lige så stor som ved planens start. Kan ikke være under 100 divideret med antal "
         "datoer. n_periods er antallet af datoer, ikke af perioder. Ingen p-værdi.",
         "How many of the possible dates, in per cent and the real one among them, show a change "
         "at least as large as at the plan's start. Cannot be below 100 divided by the number of "
         "dates. n_periods is the number of dates, not of periods. No p-value.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE, ""},
    [STATISTIC_BREAKDOWN] =
        {"Hvor stor en drift efter start der skal til for at forklare before_after_mean, målt i "
         "den største ændring pr. år før start: max(0, |ændring| − halvt interval)/(Δ·t), Δ = "
         "største årlige ændring før, t = år fra sidste periode før til gennemsnittet af dem "
         "efter. Under 1: almindelig drift som den før "
         "kan forklare det.",
         "How large a drift after the start it takes to explain before_after_mean, in the largest "
         "yearly change before it: max(0, |change| − half interval)/(Δ·t), Δ = largest "
         "yearly change before, t = years from the last period before to the mean of those after. "
         "Below 1: ordinary drift like that before can "
         "explain it.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE, ""},
    [STATISTIC_REGRESSION_TO_MEAN] =
        {"Hvor meget before_after_mean må ventes at nærme sig gennemsnittet af sig selv, i "
         "størrelse, hvis områderne er valgt, fordi tallet i ét af de k år før start var blandt de "
         "yderste: regression_to_mean_year/k.",
         "How far before_after_mean is to be expected to come nearer to the mean by itself, in "
         "size, if the areas were chosen because the figure of one of the k years before the start "
         "was among the most extreme: regression_to_mean_year/k.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE, ""},
    [STATISTIC_REGRESSION_TO_MEAN_YEAR] =
        {"Hvor meget gap_change må ventes at nærme sig gennemsnittet af sig selv, i størrelse, "
         "hvis områderne er valgt, fordi basisårets tal var blandt de yderste. Regnet af årene før "
         "start: variationen i og mellem kommunens områder.",
         "How far gap_change is to be expected to come nearer to the mean by itself, in size, if "
         "the areas were chosen because the baseline year's figure was among the most extreme. "
         "From "
         "the years before the start: the variation within and between the municipality's areas.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE, ""},
    [STATISTIC_GAP_CHANGE_AREA] =
        {"Områdets niveau i den sidste af gap_changes to perioder minus niveauet i den første.",
         "The area's level in the second of gap_change's two periods less that in the first.",
         COMPARATOR_VERDICT, PERIOD_ENDS, INTERVAL_MOVER, P_NONE, ""},
    [STATISTIC_GAP_CHANGE_COMPARATOR] =
        {"Sammenligningens niveau i den sidste af gap_changes to perioder minus niveauet i den "
         "første.",
         "The comparator's level in the second of gap_change's two periods less that in the first.",
         COMPARATOR_VERDICT, PERIOD_ENDS, INTERVAL_MOVER, P_NONE, ""},
    [STATISTIC_GAP_CHANGE_MOVED] =
        {"Hvem af de to der har flyttet sig, i `text`: efter om områdets, "
         "sammenligningens og forskellens intervaller rummer 0.",
         "Which of the two has moved, in `text`: by whether the "
         "intervals of the area, the comparator and the difference "
         "hold 0.",
         COMPARATOR_VERDICT, PERIOD_ENDS, INTERVAL_NONE, P_NONE,
         "area comparator both neither undetermined"},
    [STATISTIC_POOLED_GAP_SLOPE] =
        {"Områdernes hældninger af afstanden under ét, pr. kalenderår: Σwb/Σw, w = 1/se² fra hvert "
         "områdes afgørende motor; varians 1/Σw + seR²(1 − Σw²/(Σw)²), seR for den fælles "
         "sammenligning. `text`: de områder, der indgår. Står ved områderne samlet; det er ikke "
         "samme spørgsmål som verdict_slope "
         "for dem.",
         "The areas' slopes of the gap as one, per calendar year: Σwb/Σw, w = 1/se² from each "
         "area's deciding engine; variance 1/Σw + seR²(1 − Σw²/(Σw)²), seR of the shared "
         "comparator. `text`: the areas in it. Stands at the total of the areas; not the same "
         "question as its "
         "verdict_slope.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_SLOPE, P_SLOPE, AREAS},
    [STATISTIC_POOLED_VERDICT] =
        {"Vurderingen af områderne under ét, i `text`: reglen for verdict på pooled_gap_slope.",
         "The verdict on the areas as one, in `text`: the rule of verdict on pooled_gap_slope.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE,
         "narrowing widening unchanged not_determinable"},
    [STATISTIC_LEVEL_HETEROGENEITY] =
        {"Om områdernes niveauer er forskellige i områdernes fælles periode: den seneste, hvor "
         "mindst to af dem har et åbent tal. Andele, og spørgeskemaundersøgelser på det effektive "
         "antal "
         "svar: Pearsons χ² af tabellen områder × (med, uden). Rater: χ² = Σ(x − e)²/e, e = "
         "nΣx/Σn. Er et forventet antal under 5, har de ingen p-værdi; andele i højst tre områder "
         "har da p-værdien af den eksakte test. Gennemsnit: Welchs F (som slope_heterogeneity, b = "
         "gennemsnittet, se = s/√n, f = n − 1). "
         "Værdier uden antal kan ikke prøves. `value` er teststørrelsen, `text` de områder, der "
         "indgår.",
         "Whether the areas' levels differ in the areas' common period: the latest in which two "
         "or more of them have an open figure. Shares, and surveys on the effective number of "
         "answers: "
         "Pearson's χ² of the table areas × (with, without). Rates: χ² = Σ(x − e)²/e, e = nΣx/Σn. "
         "With an expected count below 5 these have no p; shares in three areas at most then have "
         "that of the exact test. Means: Welch's F (as slope_heterogeneity, b = the mean, se = "
         "s/√n, f = n − 1). "
         "Values without counts cannot be tested. `value` is the statistic, `text` the areas in "
         "it.",
         COMPARATOR_NONE, PERIOD_SPAN, INTERVAL_NONE, P_HETEROGENEITY, AREAS},
    [STATISTIC_SLOPE_HETEROGENEITY] =
        {"Om hældningerne af områdernes niveauer er forskellige: Welchs F, F = (Q/(k − 1))/(1 + "
         "2(k − 2)L/(k² − 1)), Q = Σw(b − b̄)², w = 1/se², L = Σ(1 − w/Σw)²/f, f = hældningens "
         "frihedsgrader, over de perioder områderne har fælles; tom, hvor et af årene er skjult. "
         "Sammenligningen er ikke med: den er fælles og går ud.",
         "Whether the slopes of the areas' levels differ: Welch's F, F = (Q/(k − 1))/(1 + 2(k − "
         "2)L/(k² − 1)), Q = Σw(b − b̄)², w = 1/se², L = Σ(1 − w/Σw)²/f, f = degrees of freedom of "
         "the slope, over the periods the areas have in common; blank where one of those is "
         "hidden. "
         "The comparator is no part of it: it is shared and cancels.",
         COMPARATOR_NONE, PERIOD_SPAN, INTERVAL_NONE, P_HETEROGENEITY, AREAS},
    [STATISTIC_LEVEL_DIFFERENCE] =
        {"Områdets niveau minus det andet områdes i områdernes fælles periode (som "
         "level_heterogeneity); tom for et område uden tal i den, også hvor de to har et andet år "
         "fælles. Et par står ved det første af de to områder.",
         "The area's level less the other area's in the areas' common period (as "
         "level_heterogeneity); blank for an area without a figure in it, even where the two have "
         "another year in common. A pair stands at the first of the two areas.",
         COMPARATOR_OTHER, PERIOD_SPAN, INTERVAL_PAIRS, P_NONE, ""},
    [STATISTIC_SLOPE_DIFFERENCE] =
        {"Hældningen af områdets niveau minus hældningen af det andet områdes, pr. kalenderår, "
         "over de perioder, de to har fælles; tom, hvor et af årene er skjult.",
         "The slope of the area's level less that of the other area, per calendar year, over the "
         "periods that the two have in common; blank where one of those is hidden.",
         COMPARATOR_OTHER, PERIOD_SPAN, INTERVAL_PAIRS, P_PAIR, ""},
    [STATISTIC_RANK] = {"Områdets plads blandt planens områder efter niveauet i områdernes fælles "
                        "periode (som level_heterogeneity); 1 er bedst "
                        "efter indikatorens gode retning. Ingen plads uden god retning.",
                        "The area's place among the plan's areas by the level in the areas' common "
                        "period (as level_heterogeneity); 1 is the best by "
                        "the indicator's good direction. No place where there is none.",
                        COMPARATOR_NONE, PERIOD_SPAN, INTERVAL_RANKS, P_NONE, ""},
    [STATISTIC_FURTHER_GAP] =
        {"Områdets niveau minus tvillingeområdets eller landets i samme periode.",
         "The area's level less that of the twin area or the country in the same period.",
         COMPARATOR_FURTHER, PERIOD_YEARLY, INTERVAL_GAP, P_NONE, ""},
    [STATISTIC_FURTHER_GAP_SLOPE] =
        {"Hældningen pr. kalenderår af en ret linje ved mindste kvadrater gennem further_gap.",
         "The slope per calendar year of a straight line by least squares through further_gap.",
         COMPARATOR_FURTHER, PERIOD_SPAN, INTERVAL_SLOPE_T, P_SLOPE, ""},
    [STATISTIC_FURTHER_GAP_CHANGE] =
        {"Den seneste further_gap minus den i den sidste periode, der ikke ligger efter basisåret.",
         "The latest further_gap less that of the last period not after the baseline year.",
         COMPARATOR_FURTHER, PERIOD_ENDS, INTERVAL_MOVER, P_NONE, ""},
    [STATISTIC_AGE_STANDARDISED] =
        {"Det niveau, området ville have med sammenligningens alderssammensætning: f·Σc·x/n over "
         "aldersgrupperne, c = gruppens andel af sammenligningens personer.",
         "The level that the area would have with the comparator's age composition: f·Σc·x/n over "
         "the age "
         "groups, c = the group's share of the comparator's persons.",
         COMPARATOR_VERDICT, PERIOD_YEARLY, INTERVAL_STANDARDISED, P_NONE, ""},
    [STATISTIC_AGE_RATE_EFFECT] =
        {"Den del af afstanden, der står tilbage ved samme alder: f·Σ(rA − rK)(cA + cK)/2, r = x/n "
         "og c = andel af personerne i hver aldersgruppe (Kitagawa). I den delte udgave er "
         "gruppernes tal afrundet; det, afrundingen flytter, er lagt til denne del, så den sammen "
         "med "
         "age_composition_effect giver den viste afstand: value = gap_rest (eller gap) − "
         "age_composition_effect.",
         "The part of the gap that is left at the same ages: f·Σ(rA − rK)(cA + cK)/2, r = x/n and "
         "c = share of the persons in each age group (Kitagawa). In the shared edition the groups' "
         "figures are rounded; what rounding moves is put on this part, so that with "
         "age_composition_effect it "
         "adds up to the gap shown: value = gap_rest (or gap) − age_composition_effect.",
         COMPARATOR_VERDICT, PERIOD_YEARLY, INTERVAL_STANDARDISED, P_NONE, ""},
    [STATISTIC_AGE_COMPOSITION_EFFECT] =
        {"Den del af afstanden, som forskellen i alderssammensætning svarer til: f·Σ(cA − cK)(rA + "
         "rK)/2.",
         "The part of the gap that the difference in age composition corresponds to: f·Σ(cA − "
         "cK)(rA + rK)/2.",
         COMPARATOR_VERDICT, PERIOD_YEARLY, INTERVAL_STANDARDISED, P_NONE, ""},
    [STATISTIC_AGE_RATE_CHANGE] = {"age_rate_effect i den seneste periode minus den i den sidste "
                                   "periode, der ikke ligger efter basisåret.",
                                   "age_rate_effect of the latest period less that of the last "
                                   "period not after the baseline year.",
                                   COMPARATOR_VERDICT, PERIOD_ENDS, INTERVAL_MOVER, P_NONE, ""},
    [STATISTIC_AGE_COMPOSITION_CHANGE] = {"age_composition_effect i den seneste periode minus den "
                                          "i den sidste periode, der ikke ligger efter basisåret.",
                                          "age_composition_effect of the latest period less that "
                                          "of the last period not after the baseline year.",
                                          COMPARATOR_VERDICT, PERIOD_ENDS, INTERVAL_MOVER, P_NONE,
                                          ""},
    [STATISTIC_STAYERS_CHANGE] = {"Fastboendes del af niveauets ændring siden baseline: (s1 − "
                                  "s0)(c1 + c0)/2, s = fastboendes niveau, c = deres andel af "
                                  "alle, 0 = baseline, 1 = seneste. Regnestykke, ikke årsag.",
                                  "Stayers' part of the level's change since baseline: (s1 − "
                                  "s0)(c1 + c0)/2, s = the stayers' level, c = their share of "
                                  "everybody, 0 = baseline, 1 = latest. Arithmetic, not a cause.",
                                  COMPARATOR_NONE, PERIOD_ENDS, INTERVAL_MOVER, P_NONE, ""},
    [STATISTIC_MOVES_CHANGE] = {"Flytningers del af niveauets ændring siden baseline: hele "
                                "ændringen minus stayers_change.",
                                "The part of the level's change since baseline that moves make: "
                                "the whole change less stayers_change.",
                                COMPARATOR_NONE, PERIOD_ENDS, INTERVAL_MOVER, P_NONE, ""},
    [STATISTIC_MOVERS_DIFFERENCE] = {"Tilflytteres niveau minus fraflytteres i samme periode.",
                                     "In-movers' level less out-movers' in the same period.",
                                     COMPARATOR_NONE, PERIOD_YEARLY, INTERVAL_GAP, P_NONE, ""},
    [STATISTIC_DETECTABLE_CHANGE] = {"Den mindste ændring i afstanden fra det seneste til det "
                                     "næste tal, som ville ses i 80 af 100 tilfælde.",
                                     "The smallest change of the gap from the latest to the next "
                                     "figure that would be seen in 80 of 100 cases.",
                                     COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE, ""},
    [STATISTIC_DETECTABLE_CHANGE_YEARS] =
        {"Den mindste ændring mellem to gennemsnit af tre års afstande, som ville ses i 80 af 100 "
         "tilfælde, hvis årene var uafhængige.",
         "The smallest change between two means of three years' gaps that would be seen in 80 of "
         "100 cases, if years were independent.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE, ""},
    [STATISTIC_DETECTABLE_CHANGE_AREAS] = {"detectable_change for områderne under ét, vejet med "
                                           "den omvendte varians; står ved områderne samlet.",
                                           "detectable_change of the areas as one, weighted by the "
                                           "inverse of their variances; stands at their total.",
                                           COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE,
                                           ""},
    [STATISTIC_VERDICT_YEAR] =
        {"Det første kalenderår, hvor kravene til en vurdering er opfyldt (mindst 5 perioder over "
         "4 år, nok personer og hændelser), hvis perioder og tal fortsætter som hidtil.",
         "The first calendar year in which the requirements of a verdict are met (at least 5 "
         "periods over 4 years, enough persons and events), if periods and figures go on as they "
         "have.",
         COMPARATOR_VERDICT, PERIOD_SPAN, INTERVAL_NONE, P_NONE, ""},
};
_Static_assert(sizeof statistics / sizeof *statistics == STATISTIC_COUNT, "a row for each");

const char *codebook_statistic(enum statistic statistic, enum codebook_aspect aspect,
                               enum language language)
{
    const char *const *words = units[statistic_unit(statistic)];
    switch (aspect) {
    case ASPECT_UNIT:
        break;
    case ASPECT_COMPARATOR:
        words = comparators[statistics[statistic].comparator];
        break;
    case ASPECT_PERIOD:
        words = periods[statistics[statistic].period];
        break;
    case ASPECT_INTERVAL:
        words = intervals[statistics[statistic].interval];
        break;
    case ASPECT_P:
        words = tests[statistics[statistic].p];
        break;
    case ASPECT_VALUE:
    case ASPECT_COUNT:
        return say(language, statistics[statistic].danish, statistics[statistic].english);
    }
    return say(language, words[0], words[1]);
}

const char *codebook_texts(enum statistic statistic)
{
    return statistics[statistic].texts;
}
