/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/methods_text.h"

#include "pejling/base/sink.h"
#include "pejling/findings/planning.h"
#include "pejling/findings/verdict_rule.h"
#include "pejling/present/wording.h"

/* What a paragraph is written from. */
struct writer {
    struct arena *arena;
    enum language language;
    const struct findings *findings;
};

static const char *percent(const struct writer *writer, double share)
{
    char text[NUMBER_TEXT];
    return arena_copy(writer->arena, wording_number(text, writer->language, 100 * share, 0));
}

static const char *level_text(const struct writer *writer)
{
    return arena_printf(
        writer->arena,
        say(writer->language,
            "Hvert tal har et %s %%-interval. Andele har Wilsons interval, rater Garwoods eksakte, "
            "gennemsnit Students t, spørgeskemaundersøgelser Wilsons på det effektive antal svar "
            "(n divideret med designeffekten, med korrektion for endelig population, hvor den er "
            "kendt). Registre tæller alle, så intervallet handler ikke om stikprøver: det "
            "beskriver, hvor meget tilfældighed kan flytte et tal fra år til år. En "
            "spørgeskemaundersøgelses interval dækker ikke bortfald. Et niveaus ændring siden "
            "baseline har MOVER-interval af de to perioder: kun tilfældig variation i dem.",
            "Each figure has a %s per cent interval. Shares have Wilson's interval, rates "
            "Garwood's exact one, means Student's t, surveys Wilson's on the effective number of "
            "answers (n over the design effect, with the finite population correction where the "
            "population is known). Registers count everybody, so the interval is not about "
            "samples: it tells how far chance can move a figure from year to year. A survey's "
            "interval does not cover non-response. The change of a level since baseline has the "
            "MOVER interval of its two periods: chance in those only."),
        percent(writer, writer->findings->confidence));
}

static const char *verdict_text(const struct writer *writer)
{
    const struct verdict_rule *rule = verdict_rule();
    char span[NUMBER_TEXT];
    return arena_printf(
        writer->arena,
        say(writer->language,
            "Tendenser er rette linjer på virkelig tid, pr. kalenderår, i den seneste strækning "
            "uden databrud; intet år udfyldes. Vurderingen af en afstand kræver mindst %zu "
            "perioder over mindst %s år. Den hviler på afstandens hældning: fra en fælles "
            "beregning for alle serier af samme klasse (fælles autokorrelation, dæmpet spredning), "
            "hvor der er mindst %zu af dem, ellers fra serien for sig, hvor intervallet er "
            "foreningsmængden af fire (kendt varians og tilfældige år, uden og med fast "
            "autokorrelation). Afstanden indsnævres eller udvides, når 0 ligger uden for %s "
            "%%-intervallet; den er uændret, når %s %%-intervallet ligger inden for den mindste "
            "ændring af betydning (%s pct. af den gennemsnitlige afstand pr. år eller indikatorens "
            "egen grænse, hvis den er større); ellers kan det ikke afgøres.",
            "Trends are straight lines on real time, per calendar year, over the last stretch "
            "without a break; no year is filled in. A verdict on a gap takes at least %zu periods "
            "over at least %s years. It rests on the slope of the gap: from a calculation over all "
            "series of the class (pooled autocorrelation, moderated dispersion) where there are at "
            "least %zu of them, else from the series by itself, whose interval is the union of "
            "four (known variance and random years, without and with a fixed autocorrelation). The "
            "gap narrows or widens where 0 lies outside the %s per cent interval; it is unchanged "
            "where the %s per cent interval lies within the smallest change that matters (%s per "
            "cent of the mean gap a year, or the indicator's own limit where that is more); else "
            "it cannot be determined."),
        rule->least_years, wording_number(span, writer->language, rule->least_span, 0),
        rule->pool_series, percent(writer, rule->confidence),
        percent(writer, 2 * rule->confidence - 1), percent(writer, rule->relative_delta));
}

static const char *multiplicity_text(const struct writer *writer)
{
    return arena_printf(
        writer->arena,
        say(writer->language,
            "Mange indikatorer og områder vurderes på én gang. Familien er alle faste indikatorer "
            "× områder, der kan vurderes. Deres p-værdier er justeret efter Benjamini og Hochberg "
            "(andelen af falske fund højst %s pct.) og efter Holm; en ændring kaldes kun klar, "
            "hvis den holder efter justeringen, og begge beregninger siger det samme. De "
            "ujusterede p-værdier står ved siden af.",
            "Many indicators and areas are judged at once. The family is all fixed indicators × "
            "areas that can be judged. Their p-values are adjusted by Benjamini and Hochberg "
            "(false discoveries at most %s per cent) and by Holm; a change is called firm only if "
            "it stands after the adjustment and both calculations say the same. The unadjusted "
            "p-values stand beside."),
        percent(writer, verdict_rule()->false_discoveries));
}

static const char *planning_text(const struct writer *writer)
{
    const char *power = percent(writer, PLANNING_POWER);
    return arena_printf(
        writer->arena,
        say(writer->language,
            "Hvad flere tal vil kunne vise, er regnet ud fra afstandens spredning om sin linje: "
            "den mindste ændring, som en tosidet t-test finder med en styrke på %s pct. For en "
            "hældning er det regnet med den ikke-centrale t-fordeling; for to tal, eller to "
            "gennemsnit af tallene fra %d år, er det (t(1 − α/2) + t(%s pct.)) gange forskellens "
            "standardfejl, som om årene var uafhængige. Er serien kortere, end en vurdering "
            "kræver, rummer tallet kun tilfældig variation inden for årene og er en nedre grænse. "
            "Det første år, en vurdering er mulig i, forudsætter, at perioder og tal fortsætter "
            "som hidtil.",
            "What further figures could show is computed from the spread of the gap about its "
            "line: the smallest change that a two-sided t test finds with a power of %s per cent. "
            "For a slope by the noncentral t distribution; for two figures, or two means of the "
            "figures of %d years, it is (t(1 − α/2) + t(%s per cent)) times the standard error of "
            "the difference, as if years were independent. Of a series shorter than a verdict "
            "takes it holds chance within the years alone, and is a lower limit. The first year in "
            "which a verdict is possible takes it that periods and figures go on as they have."),
        power, PLANNING_YEARS, power);
}

static const char *disclosure_text(const struct writer *writer)
{
    const struct plan *plan = &writer->findings->table->catalogue->plan;
    if (writer->findings->table->edition == EDITION_INTERNAL)
        return say(
            writer->language,
            "Denne udgave er intern: intet er skjult eller afrundet, og den må ikke deles.",
            "This edition is internal: nothing is hidden or rounded, and it must not be shared.");
    return arena_printf(
        writer->arena,
        say(writer->language,
            "Antal fra 1 til %u, hvor indikatoren ikke har sin egen grænse, og tal om færre end %u "
            "personer er skjult, og så mange flere tal, at de ikke kan regnes ud af summer, "
            "rester, undergrupper eller tidligere udgaver. Alt i udgaven er beregnet af den "
            "frigivne, afrundede tabel alene (frigivet.csv); et skjult tal indgår ikke i noget.",
            "Counts from 1 to %u, unless the indicator has a limit of its own, and figures of "
            "fewer than %u persons are hidden, and as many more that they cannot be worked out "
            "from sums, rests, subgroups or earlier editions. Everything in the edition is "
            "computed from the released, rounded table alone (frigivet.csv); a hidden figure is "
            "part of nothing."),
        plan->threshold - 1, plan->minimum_denominator);
}

/* ---- The paragraphs ----------------------------------------------------------------------------
 */

#define ALWAYS STATISTIC_LEVEL, STATISTIC_COUNT
#define MOST_CITED 10 /* of one paragraph; REFERENCE_NONE where they end */

static const struct paragraph {
    enum statistic from, to; /* told of where the edition has one of these; ALWAYS */
    const char *danish_title, *english_title;
    const char *danish, *english;                     /* NULL where it has numbers in it, ... */
    const char *(*make)(const struct writer *writer); /* ... and is made */
    enum reference cites[MOST_CITED];
} paragraphs[] = {
    {ALWAYS,
     "Data og sammenligning",
     "Data and comparator",
     "Tallene er indikatorernes, som planmappen giver dem, helst som antal. Afdelinger lægges "
     "sammen til områder på antal; procenter lægges aldrig sammen. Hvert område sammenlignes med "
     "resten af kommunen, altså kommunen uden planens områder, når der er antal til det, ellers "
     "med hele kommunen. Sammenligningen vælges én gang for hele serien.",
     "The figures are the indicators', as the plan folder gives them, as counts where there are "
     "any. Sections are added up to areas by counts; percentages are never added. Each area is "
     "compared with the rest of the municipality, the municipality without the plan's areas, where "
     "there are counts for it, else with the whole municipality. The comparator is chosen once for "
     "the whole series.",
     NULL,
     {REFERENCE_HAYES_2006}},
    {ALWAYS,
     "Niveauer og deres intervaller",
     "Levels and their intervals",
     NULL,
     NULL,
     level_text,
     {REFERENCE_WILSON_1927, REFERENCE_GARWOOD_1936, REFERENCE_STUDENT_1908, REFERENCE_KISH_1965,
      REFERENCE_DONNER_2012}},
    {STATISTIC_GAP,
     STATISTIC_RATIO,
     "Afstande",
     "Gaps",
     "Afstanden er områdets tal minus sammenligningens. Intervallet er for andele Newcombes metode "
     "10, for rater MOVER med Garwoods grænser, for gennemsnit Welchs. Området er selv en del af "
     "kommunen: afstanden til hele kommunen er (1 − w) gange afstanden til alle andre i den, hvor "
     "w er områdets andel af nævneren. Forholdet til resten står i tabeller/afstande.csv, for "
     "absolut og relativ afstand kan gå hver sin vej. Ændringen siden baseline har MOVER-interval "
     "af de to "
     "perioder: kun tilfældig variation i dem.",
     "The gap is the area's figure less the comparator's. Its interval is Newcombe's method 10 for "
     "shares, MOVER with Garwood's limits for rates, Welch's for means. The area is itself part of "
     "the municipality: the gap to all of it is (1 − w) times the gap to everybody else in it, w "
     "the area's share of the denominator. The ratio to the rest is in tabeller/afstande.csv, for "
     "absolute and relative gaps can go different ways. The change since baseline has the MOVER "
     "interval of its "
     "two periods: chance in those only.",
     NULL,
     {REFERENCE_NEWCOMBE_1998, REFERENCE_DONNER_2012, REFERENCE_WELCH_1947, REFERENCE_HAYES_2006,
      REFERENCE_KATZ_1978, REFERENCE_CLOPPER_1934, REFERENCE_KING_2012}},
    {STATISTIC_VERDICT_SLOPE,
     STATISTIC_VERDICT,
     "Tendens og vurdering",
     "Trend and verdict",
     NULL,
     NULL,
     verdict_text,
     {REFERENCE_AITKEN_1935, REFERENCE_PAULE_1982, REFERENCE_KNAPP_2003, REFERENCE_SMYTH_2004,
      REFERENCE_SCHUIRMANN_1987, REFERENCE_TURNER_2021}},
    {STATISTIC_THEIL_SEN,
     STATISTIC_YEARS_TO_PARITY,
     "Ledsagende mål",
     "Companion measures",
     "Uden indflydelse på vurderingen står i tabeller/tendenser.csv medianen af hældningerne "
     "mellem "
     "alle par af år med Kendalls eksakte test, hvor stor en del af afstanden der lukkes pr. år, "
     "og for en afstand, der indsnævres, år til den er lukket, hvis linjen fortsætter.",
     "Without a say in the verdict, tabeller/tendenser.csv has the median of the slopes between "
     "all "
     "pairs of years with Kendall's exact test, how much of the gap is closed a year, and of a gap "
     "that narrows the years until it is closed if the line goes on.",
     NULL,
     {REFERENCE_THEIL_1950, REFERENCE_SEN_1968, REFERENCE_HOLLANDER_1999, REFERENCE_MANN_1945,
      REFERENCE_KENDALL_1975, REFERENCE_FIELLER_1954}},
    {STATISTIC_MEAN_GAP_BEFORE,
     STATISTIC_REGRESSION_TO_MEAN_YEAR,
     "Før og efter planens start",
     "Before and after the plan's start",
     "Afstandene før planens start holdes op mod dem efter; perioder, der ligger på begge sider, "
     "er ikke med. Vist er forskellen på gennemsnittene og springet, når en fælles tendens er "
     "trukket fra, samme regnestykke ved andre datoer, og hvor stor en drift der skal til for at "
     "forklare ændringen. Der gives ingen p-værdi: med så få områder og år kan ingen gyldig test "
     "komme under 0,2. At serien lå stille før, viser ikke, at den var blevet ved. Områder, der er "
     "valgt, fordi et tal var yderligt, må ventes at nærme sig gennemsnittet af sig selv; hvor "
     "meget, står ved siden af.",
     "The gaps before the plan's start are held against those after it; periods on both sides of "
     "it are left out. Shown are the difference of the means and the step with one slope taken "
     "out, the same sum at other dates, and how large a drift it takes to explain the change. "
     "There is no p-value: with so few areas and years no valid test can come below 0.2. That a "
     "series stood still before does not show that it would have gone on so. Areas chosen because "
     "a figure was extreme are to be expected to come nearer to the mean by themselves; how far "
     "stands beside.",
     NULL,
     {REFERENCE_BOTTOMLEY_2019, REFERENCE_RAMBACHAN_2023, REFERENCE_ROTH_2022,
      REFERENCE_GALTON_1886, REFERENCE_BURROWS_1972}},
    {STATISTIC_POOLED_GAP_SLOPE,
     STATISTIC_FURTHER_GAP_CHANGE,
     "Mellem områder",
     "Between areas",
     "Først ses på områderne under ét: deres hældninger vejet sammen med den omvendte varians, med "
     "den usikkerhed, som den fælles sammenligning giver dem alle. Om niveauerne er forskellige, "
     "prøves for andele og rater med χ², for andele i få og små områder eksakt, og for gennemsnit "
     "med Welchs F; om hældningerne er det, med Welchs F. Forskellene mellem områderne to og to "
     "har samtidige intervaller (Bonferroni), og p-værdierne af hældningernes er justeret efter "
     "Holm. En rang står altid med de pladser, som usikkerheden tillader. Tvillingeområder og "
     "landet er yderligere sammenligninger og afgør ingen vurdering.",
     "First the areas as one: their slopes together, weighted by the inverse of their variances, "
     "with the uncertainty that the shared comparator gives all of them. Whether levels differ is "
     "tested by χ² for shares and rates, exactly for shares of few and small areas, and by Welch's "
     "F for means; whether slopes do, by Welch's F. The differences of the areas in pairs have "
     "simultaneous intervals (Bonferroni), and the p-values of those of slopes are adjusted by "
     "Holm. A rank always stands with the places that the uncertainty allows. Twin areas and the "
     "country are further comparators and decide no verdict.",
     NULL,
     {REFERENCE_PEARSON_1900, REFERENCE_FREEMAN_1951, REFERENCE_WELCH_1947, REFERENCE_WELCH_1951,
      REFERENCE_HOLM_1979, REFERENCE_MOGSTAD_2024, REFERENCE_NEWCOMBE_1998, REFERENCE_DONNER_2012}},
    {STATISTIC_AGE_STANDARDISED,
     STATISTIC_AGE_COMPOSITION_CHANGE,
     "Alder",
     "Age",
     "Hvor tallene er givet for aldersgrupper, er alderssammensætningen taget ud af "
     "sammenligningen: niveauet med sammenligningens alderssammensætning (direkte "
     "standardisering), og afstanden delt i det, der står tilbage ved samme alder, og det, "
     "forskellen i alderssammensætning svarer til. De to dele giver tilsammen den viste afstand.",
     "Where figures are given for age groups, the age composition is taken out of the comparison: "
     "the level with the comparator's age composition (direct standardisation), and the gap split "
     "into what is left at the same ages and what the difference in age composition corresponds "
     "to. The two add up to the gap shown.",
     NULL,
     {REFERENCE_KITAGAWA_1955, REFERENCE_DOBSON_1991}},
    {STATISTIC_STAYERS_CHANGE,
     STATISTIC_MOVERS_DIFFERENCE,
     "Flytninger",
     "Moves",
     "Hvor fastboende og tilflyttere er givet, er niveauets ændring delt i fastboendes del og "
     "flytningers. Det er et regnestykke og ingen årsag.",
     "Where stayers and in-movers are given, the change of the level is split into the stayers' "
     "part and that of moves. It is arithmetic and no cause.",
     NULL,
     {REFERENCE_KITAGAWA_1955, REFERENCE_DONNER_2012}},
    {STATISTIC_TARGET,
     STATISTIC_TARGET_VALUE,
     "Bestyrelsens mål",
     "The board's targets",
     "Et mål holdes op mod tallet for målets periode eller det første efter den. Før den tid er "
     "det nået, hvis det seneste tal allerede er mindst så godt; ellers føres en ret linje ved "
     "mindste kvadrater gennem områdets niveauer frem, højst halvt så langt, som serien er lang. "
     "På kurs eller ikke på kurs siges kun, når hele prædiktionsintervallet for det ene kommende "
     "tal ligger på samme side af målet. Intervallet forudsætter, at udviklingen fortsætter jævnt, "
     "og er ikke en prognose; ligner nabo-år hinanden, er det for smalt.",
     "A target is held against the figure of the target's period, or the first one after it. "
     "Before that time it is reached if the latest figure is at least as good already; else a "
     "straight line by least squares through the area's levels is led on, for no longer than half "
     "of the series' length. On course or off course is said only where all of the prediction "
     "interval of that one further figure lies on the same side of the target. The interval takes "
     "it that the development goes on evenly, and is no forecast; where neighbouring years "
     "resemble each other it is too narrow.",
     NULL,
     {REFERENCE_DRAPER_1998}},
    {STATISTIC_DETECTABLE_CHANGE,
     STATISTIC_VERDICT_YEAR,
     "Planlægning fremad",
     "Planning ahead",
     NULL,
     NULL,
     planning_text,
     {REFERENCE_JOHNSON_1940, REFERENCE_COHEN_1988, REFERENCE_BLOOM_1995}},
    {STATISTIC_VERDICT_SLOPE,
     STATISTIC_VERDICT,
     "Mange svar på én gang",
     "Many answers at once",
     NULL,
     NULL,
     multiplicity_text,
     {REFERENCE_BENJAMINI_1995, REFERENCE_BENJAMINI_2001, REFERENCE_HOLM_1979}},
    {ALWAYS,
     "Beskyttelse af personer",
     "Disclosure control",
     NULL,
     NULL,
     disclosure_text,
     {REFERENCE_HUNDEPOOL_2012}},
    {ALWAYS,
     "Hvad der ikke kan siges",
     "What cannot be said",
     "Tallene viser, hvordan områderne udvikler sig, og ikke hvorfor. Helhedsplanen indgår ikke i "
     "nogen beregning og kan hverken tage æren eller skylden for udviklingen som helhed. Hvem der "
     "bor i et område, skifter: et tal, der ændrer sig, er ikke det samme som, at de samme "
     "mennesker har fået det anderledes. »Kan ikke afgøres« er et svar; det betyder ikke, at intet "
     "er sket.",
     "The figures show how the areas develop, and not why. The plan is part of no calculation and "
     "can take neither credit nor blame for the development as a whole. Who lives in an area "
     "changes: a figure that moves is not the same as the same people being otherwise. »Cannot be "
     "determined« is an answer; it does not mean that nothing has happened.",
     NULL,
     {REFERENCE_NONE}},
};

#define PARAGRAPHS (sizeof paragraphs / sizeof *paragraphs)

/* Whether the edition says anything that the paragraph is about. */
static bool is_told(const struct findings *findings, const struct paragraph *paragraph)
{
    if (paragraph->to == STATISTIC_COUNT)
        return true;
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *row = &findings->rows[i];
        if (row->statistic >= paragraph->from && row->statistic <= paragraph->to &&
            (finding_has_value(row) || row->text))
            return true;
    }
    return false;
}

/* Of what the paragraph cites, what this edition uses. */
static const char *cited(struct arena *arena, const struct paragraph *paragraph,
                         const struct reference_set *used)
{
    struct reference_set set = {{false}};
    for (size_t i = 0; i < MOST_CITED && paragraph->cites[i]; i++)
        set.has[paragraph->cites[i]] = used->has[paragraph->cites[i]];
    return references_cited(arena, &set);
}

struct methods_text methods_text(struct arena *arena, enum language language,
                                 const struct findings *findings)
{
    const struct writer writer = {arena, language, findings};
    struct methods_paragraph *told = arena_alloc(arena, PARAGRAPHS, sizeof *told);
    struct methods_text text = {.paragraphs = told, .references = references_of(findings)};
    text.references.has[REFERENCE_HUNDEPOOL_2012] = findings->table->edition == EDITION_SHARED;
    for (size_t i = 0; i < PARAGRAPHS; i++) {
        const struct paragraph *paragraph = &paragraphs[i];
        if (!is_told(findings, paragraph))
            continue;
        told[text.count++] = (struct methods_paragraph){
            say(language, paragraph->danish_title, paragraph->english_title),
            paragraph->make ? paragraph->make(&writer)
                            : say(language, paragraph->danish, paragraph->english),
            cited(arena, paragraph, &text.references)};
    }
    return text;
}

const char *methods_citation(struct arena *arena, enum language language,
                             const struct findings *findings)
{
    return arena_printf(
        arena,
        say(language, "%s. Data til den lokale evaluering, udgaven %s. Beregnet med pejling %s.",
            "%s. Data for the local evaluation, edition %s. Computed with pejling %s."),
        findings->table->catalogue->plan.title, wording_edition(arena, language, findings->table),
        PEJLING_VERSION);
}

bool methods_text_write(const struct place *place, const struct findings *findings)
{
    struct arena *arena = place->diagnostics->arena;
    enum language language = place->diagnostics->language;
    const struct methods_text text = methods_text(arena, language, findings);
    struct sink *sink =
        sink_open(place->diagnostics, arena_printf(arena, "%s/" METHODS_FILE, place->folder));
    sink_printf(sink, "%s\n\n%s\n\n", say(language, "Metode", "Methods"),
                methods_citation(arena, language, findings));
    for (size_t i = 0; i < text.count; i++) {
        const struct methods_paragraph *paragraph = &text.paragraphs[i];
        sink_printf(sink, "%zu. %s. %s%s%s%s\n\n", i + 1, paragraph->title, paragraph->text,
                    *paragraph->cited ? " (" : "", paragraph->cited, *paragraph->cited ? ")" : "");
    }
    sink_printf(sink, "%s\n\n", say(language, "Litteratur", "References"));
    for (size_t i = 0; i < REFERENCE_COUNT; i++)
        if (text.references.has[i])
            sink_printf(sink, "%s\n", reference_full((enum reference)i));
    return sink_close(sink);
}
