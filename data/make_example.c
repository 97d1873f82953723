/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * make_example DIR: writes the plan folder of the example, "En Fælles Indsats" with invented
 * numbers, into DIR. Two runs give the same bytes.
 *
 * Only the levels are borrowed: in its anchor year a context indicator shows the figure that the
 * cooperation agreement 2021-25 states (36 pct. with compulsory school alone, 65 charges per 1,000
 * residents ...). Everything else is drawn from this model:
 *
 *   residents   every section has a size in 2019, drifts some per mille a year and wobbles a
 *               little; the age groups are shares of it, and all indicators of one age group and
 *               year share one denominator.
 *   true value  = level in 2019 + slope (year - 2019) + steps at the series' breaks + year effect.
 *               The year effect is AR(1) with correlation 0.3, one series for each area and a
 *               calmer one for the rest of the municipality.
 *   counts      shares are binomial, rates are Poisson, drawn section by section; the municipality
 *               is the sum of the sections and the rest, so municipality minus areas is a count.
 *   anchors     in the anchor year the counts are moved, in proportion to the denominators, until
 *               the sum shows the agreed figure with one decimal. Where no count of persons can
 *               show it, the largest section gets or loses a few residents first.
 *   nesting     persons charged cannot outnumber charges, and so on: an indicator may name an
 *               earlier one whose counts its own never fall below.
 *
 *   ages        some counts are also given by age group, for areas and the municipality: parts of
 *               the residents, with the indicator's counts laid among them by how the ages differ.
 *   moves       and some for those who stayed and those who moved in, who make up everybody, and
 *               those who moved out, who were among everybody the year before.
 *
 * Every indicator has a random stream of its own, seeded by its code, so that a change to one
 * leaves the others as they were (except where it is such a lower bound).
 */
#include <assert.h>
#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

enum {
    FIRST_YEAR = 2013, /* the first election; yearly series start in 2014 */
    LAST_YEAR = 2024,
    N_YEARS = LAST_YEAR - FIRST_YEAR + 1,
    FIRST_YEARLY = 2014,
    LEVEL_YEAR = 2019,
    PUPIL_YEAR = 2018
};

/* ---- Areas and sections ------------------------------------------------------------------- */

enum place { MOTALAVEJ, RINGPARKEN, SYDBYEN, ELSEWHERE, N_PLACES };
enum { N_AREAS = ELSEWHERE, N_SECTIONS = 9, REST = N_SECTIONS, N_UNITS };

struct area {
    const char *code, *name, *alias, *note;
    double growth; /* of the residents, per cent a year */
};

static const struct area areas[N_PLACES] = {
    [MOTALAVEJ] = {"motalavej", "Motalavej", "", "Tre afdelinger i BoligKorsør.", -0.7},
    [RINGPARKEN] = {"ringparken", "Ringparken", "Nordbyen",
                    "Fire afdelinger i FOB. Schackenborgvænge er ikke med i noget år.", -0.3},
    [SYDBYEN] = {"sydbyen", "Sydbyen", "",
                 "En afdeling i Slagelse Boligselskab og en afdeling i FOB.", 0.2},
    [ELSEWHERE] = {"slagelse", "Slagelse Kommune", "330|330 Slagelse|Slagelse", "", 0.25},
};

struct section {
    const char *code, *name;
    enum place place;
    double residents; /* in 2019 */
};

/* The last row is the rest of the municipality: simulated, but never written as a row. */
static const struct section sections[N_UNITS] = {
    {"bk_15", "BoligKorsør afd. 15", MOTALAVEJ, 610},
    {"bk_21", "BoligKorsør afd. 21", MOTALAVEJ, 450},
    {"bk_35", "BoligKorsør afd. 35", MOTALAVEJ, 190},
    {"fob_23", "FOB afd. 23", RINGPARKEN, 700},
    {"fob_24", "FOB afd. 24", RINGPARKEN, 590},
    {"fob_26", "FOB afd. 26", RINGPARKEN, 480},
    {"fob_32", "FOB afd. 32", RINGPARKEN, 180},
    {"sb_12", "Slagelse Boligselskab afd. 12", SYDBYEN, 660},
    {"fob_34", "FOB afd. 34", SYDBYEN, 240},
    {"", "Resten af kommunen", ELSEWHERE, 74900},
};

enum { LARGEST_SECTION = 3 }; /* takes the few residents that an anchor may need */

enum group {
    EVERYBODY,
    HOUSEHOLDS,
    AGE_1_5,
    AGE_15_29,
    AGE_15_64,
    AGE_18_29,
    AGE_18_64,
    ADULTS,
    UNEMPLOYED,
    GRADE_9,
    ELECTORS_LOCAL,
    ELECTORS_GENERAL,
    N_GROUPS
};

/* The groups' names, size in per cent of the residents, and wobble from year to year. */
static const struct {
    const char *name;
    double percent[N_PLACES], wobble;
} groups[N_GROUPS] = {
    [EVERYBODY] = {"Alle beboere", {100.0, 100.0, 100.0, 100.0}, 0.006},
    [HOUSEHOLDS] = {"Husstande", {43.5, 45.0, 46.5, 48.5}, 0.006},
    [AGE_1_5] = {"1-5-årige", {8.2, 7.6, 7.0, 5.0}, 0.03},
    [AGE_15_29] = {"15-29-årige", {20.5, 20.8, 20.0, 18.0}, 0.012},
    [AGE_15_64] = {"15-64-årige", {62.5, 65.0, 63.5, 62.4}, 0.006},
    [AGE_18_29] = {"18-29-årige", {16.3, 16.8, 16.0, 14.6}, 0.012},
    [AGE_18_64] = {"18-64-årige", {58.0, 60.5, 59.0, 58.6}, 0.006},
    [ADULTS] = {"Beboere over 18 år", {67.0, 72.0, 70.0, 81.2}, 0.004},
    [UNEMPLOYED] = {"Ledige", {5.0, 5.4, 4.8, 2.1}, 0.05},
    [GRADE_9] = {"Elever i 9. klasse", {3.0, 1.45, 2.6, 1.05}, 0.05},
    [ELECTORS_LOCAL] = {"Stemmeberettigede", {62.0, 66.5, 65.5, 80.0}, 0.005},
    [ELECTORS_GENERAL] = {"Stemmeberettigede", {49.0, 50.5, 54.5, 76.8}, 0.005},
};

/*
 * The agreement's four shares of 2018 (35, 50, 50 and 43 pct. together) fit whole pupils only if
 * Motalavej has 20, 40, 60 ... of them and the two others together 23/20 as many.
 */
static const long pupils_in_pupil_year[N_AREAS] = {40, 26, 20};

/* ---- Indicators --------------------------------------------------------------------------- */

enum focus { EDUCATION, WORK, CRIME, COMMUNITY, DEMOGRAPHY, N_FOCUSES };

static const struct {
    const char *goal, *name, *file;
} focuses[N_FOCUSES] = {
    [EDUCATION] = {"Der skal ske et fagligt løft af børn og unge, så flere bliver skoleparate, og "
                   "flere tager en uddannelse",
                   "Uddannelse og livschancer", "observationer/uddannelse.csv"},
    [WORK] = {"Flere bliver tilknyttet arbejdsmarkedet", "Beskæftigelse",
              "observationer/beskaeftigelse.csv"},
    [CRIME] = {"Børn og unge skal støttes i et liv uden kriminalitet, og områderne skal opleves "
               "trygge",
               "Kriminalitetsforebyggelse", "observationer/kriminalitet.csv"},
    [COMMUNITY] = {"Flere er en del af fællesskabet og deltager aktivt i samfundet",
                   "Sammenhængskraft og medborgerskab", "observationer/faellesskab.csv"},
    [DEMOGRAPHY] = {"", "", "observationer/demografi.csv"},
};

static const char *const survey_file = "observationer/spoergeskemaer.csv";

enum kind { SHARE, RATE, MEAN, SURVEY, VALUE };

static const struct {
    const char *type, *unit, *factor_text;
    double factor;
} kinds[] = {
    [SHARE] = {"andel", "pct.", "100", 100.0},
    [RATE] = {"rate", "pr. 1.000", "1000", 1000.0},
    [MEAN] = {"gennemsnit", "karakterpoint", "1", 1.0},
    [SURVEY] = {"survey", "pct.", "100", 100.0},
    [VALUE] = {"værdi", "kr.", "1", 1.0},
};

/* One round of a survey: answers and design effects by area, the response rate in per cent. */
struct wave {
    int year;
    double response;
    double answers[N_AREAS], municipality; /* municipality 0: not asked there */
    double design, design_together, design_municipality;
    double response_municipality;
};

static const struct wave resident_survey[] = {
    {2018, 38.4, {140, 186, 134}, 512, 1.12, 1.24, 1.08, 47.2},
    {2021, 36.1, {128, 171, 117}, 486, 1.15, 1.27, 1.09, 44.6},
    {2023, 33.7, {104, 149, 101}, 455, 1.19, 1.33, 1.11, 41.8},
    {0},
};

static const struct wave police_survey[] = {
    {2017, 41.2, {71, 88, 41}, 0, 1.10, 1.21, 0, 0},
    {2018, 40.4, {69, 90, 43}, 0, 1.10, 1.22, 0, 0},
    {2019, 39.9, {70, 89, 41}, 0, 1.11, 1.22, 0, 0},
    {2020, 38.1, {66, 84, 39}, 0, 1.11, 1.23, 0, 0},
    {2021, 37.6, {64, 86, 38}, 0, 1.12, 1.24, 0, 0},
    {2022, 36.9, {65, 81, 37}, 0, 1.12, 1.24, 0, 0},
    {2023, 36.0, {62, 80, 36}, 0, 1.13, 1.25, 0, 0},
    {0},
};

/* What the agreement says of one year; 0: it says nothing of that. */
struct anchor {
    int year;
    double together, municipality, area[N_AREAS];
};

struct indicator {
    const char *code, *name, *label;
    enum focus focus;
    enum kind kind;
    const char *good, *class;
    const char *basis;  /* of the period; none: the calendar year */
    const char *source; /* none: the one that goes with the number or the kind */
    const char *lbf, *least, *sensitive, *delta, *note;
    /* The simulation, in the unit shown; of a value series ELSEWHERE is the municipality. */
    enum group group;
    double level[N_PLACES], slope[N_PLACES];
    double year_sd, rest_sd; /* of the year effects; 0: the usual ones */
    struct anchor anchor;
    const char *not_below;    /* an earlier indicator that counts some of the same */
    int last, elections[4];   /* the last year, or the election years */
    const struct wave *waves; /* of a survey */
    bool provisional;         /* the last year is */
    bool full_time;           /* counts full-time persons, with one decimal */
    bool area_rows;           /* the file gives the areas too, beside their sections */
};

static const double usual_year_sd = 1.0, usual_rest_sd = 0.25; /* percentage points */

#define ESTIMATED "Opdigtede tal, niveauet er skønnet. "

static const struct indicator indicators[] = {
    {.code = "dagtilbud",
     .name = "Andel 1-5 årige i dagtilbud",
     .label = "1–5-årige i dagtilbud",
     .focus = EDUCATION,
     .kind = SHARE,
     .good = "op",
     .class = "bestand",
     .lbf = "1",
     .note = ESTIMATED "Kommer med to års forsinkelse.",
     .group = AGE_1_5,
     .level = {82.0, 78.0, 84.0, 91.0},
     .slope = {0.4, 0.7, 0.2, 0.2},
     .last = 2022},
    {.code = "karakterer",
     .name = "Karaktergennemsnit i dansk og matematik for 9.-klasseselever",
     .label = "Karakterer i 9. klasse",
     .focus = EDUCATION,
     .kind = MEAN,
     .good = "op",
     .class = "strøm",
     .basis = "skoleår",
     .lbf = "2",
     .delta = "0,02",
     .note = ESTIMATED "Skoleårene 2019/20 og 2020/21 kan ikke sammenlignes med de andre.",
     .group = GRADE_9,
     .level = {5.7, 5.3, 5.6, 7.0},
     .slope = {0.03, 0.05, 0.0, 0.03},
     .year_sd = 0.15,
     .rest_sd = 0.04,
     .last = 2023},
    {.code = "grundskole_uden_uddannelse",
     .name =
         "Andel 18-29-årige, der har grundskole som højest fuldførte uddannelse, og som ikke er "
         "i gang med en uddannelse",
     .label = "18–29-årige uden uddannelse",
     .focus = EDUCATION,
     .kind = SHARE,
     .good = "ned",
     .class = "bestand",
     .basis = "09-30",
     .lbf = "3",
     .note = ESTIMATED "Begge betingelser skal være opfyldt.",
     .group = AGE_18_29,
     .level = {20.5, 22.5, 19.5, 10.5},
     .slope = {-0.3, -0.4, 0.1, -0.15},
     .last = 2023},
    {.code = "restgruppen",
     .name = "Andel 15-29-årige, der hverken er i gang med en uddannelse eller er i beskæftigelse "
             "(restgruppen)",
     .label = "15–29-årige i restgruppen",
     .focus = WORK,
     .kind = SHARE,
     .good = "ned",
     .class = "bestand",
     .basis = "11-30",
     .lbf = "4",
     .note = ESTIMATED "Ringparken er lagt ind med en klar fremgang.",
     .group = AGE_15_29,
     .level = {25.0, 27.5, 24.0, 11.0},
     .slope = {-0.2, -1.4, 0.1, -0.1},
     .last = 2023},
    {.code = "uden_tilknytning",
     .name = "Andel 18-64 årige, der er uden tilknytning til arbejdsmarked og uddannelse",
     .label = "18–64-årige uden tilknytning",
     .focus = WORK,
     .kind = SHARE,
     .good = "ned",
     .class = "bestand",
     .lbf = "5",
     .note = ESTIMATED "Tælleren er fuldtidspersoner. Sydbyen er lagt ind med en klar tilbagegang.",
     .group = AGE_18_64,
     .level = {32.0, 35.0, 29.0, 11.5},
     .slope = {-0.3, -0.4, 1.3, -0.15},
     .last = 2023,
     .full_time = true},
    {.code = "sigtede_15_29",
     .name = "Andel 15-29-årige, der er sigtet mindst én gang",
     .label = "15–29-årige sigtet",
     .focus = CRIME,
     .kind = SHARE,
     .good = "ned",
     .class = "strøm",
     .lbf = "6",
     .least = "10",
     .sensitive = "ja",
     .note = ESTIMATED "Tæller personer, ikke sigtelser. Det nyeste år er foreløbigt.",
     .group = AGE_15_29,
     .level = {6.5, 7.2, 3.6, 2.8},
     .slope = {-0.15, -0.25, 0.05, -0.06},
     .year_sd = 0.6,
     .rest_sd = 0.1,
     .last = 2024,
     .provisional = true},
    {.code = "trygge",
     .name = "Andel beboere over 18 år, der føler sig grundlæggende trygge i boligområdet",
     .label = "Føler sig trygge",
     .focus = CRIME,
     .kind = SURVEY,
     .good = "op",
     .class = "bestand",
     .lbf = "7",
     .note = ESTIMATED "En stikprøve: se svarprocenten.",
     .group = ADULTS,
     .level = {73.0, 69.0, 76.0, 87.0},
     .slope = {0.6, 0.8, 0.3, 0.1},
     .waves = resident_survey},
    {.code = "frivilligt_arbejde",
     .name = "Andel beboere over 18 år, der laver frivilligt arbejde",
     .label = "Laver frivilligt arbejde",
     .focus = COMMUNITY,
     .kind = SURVEY,
     .good = "op",
     .class = "bestand",
     .lbf = "8",
     .note = ESTIMATED "En stikprøve: se svarprocenten.",
     .group = ADULTS,
     .level = {24.0, 22.0, 27.0, 36.0},
     .slope = {0.3, 0.5, 0.2, 0.1},
     .waves = resident_survey},
    {.code = "valg_kv",
     .name = "Andel stemmeberettigede, der har stemt ved seneste kommunalvalg/folketingsvalg "
             "(kommunalvalg)",
     .label = "Valgdeltagelse, kommunalvalg",
     .focus = COMMUNITY,
     .kind = SHARE,
     .good = "op",
     .class = "bestand",
     .basis = "dato",
     .lbf = "9",
     .note = ESTIMATED "Andre stemmeberettigede end ved folketingsvalg.",
     .group = ELECTORS_LOCAL,
     .level = {49.0, 46.0, 52.0, 67.0},
     .slope = {-0.6, -0.7, -0.5, -0.8},
     .elections = {2013, 2017, 2021}},
    {.code = "valg_fv",
     .name = "Andel stemmeberettigede, der har stemt ved seneste kommunalvalg/folketingsvalg "
             "(folketingsvalg)",
     .label = "Valgdeltagelse, folketingsvalg",
     .focus = COMMUNITY,
     .kind = SHARE,
     .good = "op",
     .class = "bestand",
     .basis = "dato",
     .lbf = "9",
     .note = ESTIMATED "Andre stemmeberettigede end ved kommunalvalg.",
     .group = ELECTORS_GENERAL,
     .level = {66.0, 64.0, 69.0, 82.0},
     .slope = {-0.7, -0.6, -0.5, -0.5},
     .elections = {2015, 2019, 2022}},
    {.code = "grundskole_15_64",
     .name = "Andel 15-64-årige med grundskole som højest fuldførte uddannelse",
     .label = "15–64-årige med kun grundskole",
     .focus = EDUCATION,
     .kind = SHARE,
     .good = "ned",
     .class = "bestand",
     .basis = "09-30",
     .note = "Opdigtede tal. I 2019 som aftalen: godt 40 pct. i områderne (her 40,0) og 22 pct. i "
             "kommunen.",
     .group = AGE_15_64,
     .level = {38.5, 41.0, 40.0, 21.0},
     .slope = {-0.3, -0.4, -0.2, -0.25},
     .anchor = {LEVEL_YEAR, 40.0, 22.0, {0}},
     .last = 2023},
    {.code = "grundskole_18_29",
     .name = "Andel 18-29-årige med grundskole som højest fuldførte uddannelse",
     .label = "18–29-årige med kun grundskole",
     .focus = EDUCATION,
     .kind = SHARE,
     .good = "ned",
     .class = "bestand",
     .basis = "09-30",
     .note = "Opdigtede tal. I 2019 som aftalen: 36 pct. i områderne og 21 pct. i kommunen. Ikke "
             "den faste indikator 3: unge i gang med en uddannelse tæller med.",
     .group = AGE_18_29,
     .level = {35.0, 37.0, 35.5, 20.0},
     .slope = {-0.2, -0.5, 0.2, -0.2},
     .anchor = {LEVEL_YEAR, 36.0, 21.0, {0}},
     .not_below = "grundskole_uden_uddannelse",
     .last = 2023},
    {.code = "ikke_uddannelsesparate",
     .name = "Andel 9.-klasseselever, der ikke er vurderet uddannelsesparate",
     .label = "Ikke uddannelsesparate",
     .focus = EDUCATION,
     .kind = SHARE,
     .good = "ned",
     .class = "strøm",
     .note = "Opdigtede tal. I 2018 som aftalen: 35 pct. på Motalavej, 50 pct. i Ringparken og i "
             "Sydbyen, 43 pct. samlet. Elevtallet er valgt, så de fire tal går op.",
     .group = GRADE_9,
     .level = {36.0, 49.0, 49.0, 26.0},
     .slope = {0.3, -0.3, 0.3, 0.4},
     .anchor = {PUPIL_YEAR, 43.0, 0.0, {35.0, 50.0, 50.0}},
     .last = 2023},
    {.code = "beskaeftigelse",
     .name = "Andel 18-64-årige i beskæftigelse",
     .label = "18–64-årige i beskæftigelse",
     .focus = WORK,
     .kind = SHARE,
     .good = "op",
     .class = "bestand",
     .basis = "11-30",
     .note = "Opdigtede tal. I 2019 som aftalen: 44 pct. i områderne og 72 pct. i kommunen. Det "
             "nyeste år er foreløbigt.",
     .group = AGE_18_64,
     .level = {45.0, 42.5, 46.0, 73.5},
     .slope = {0.8, 0.7, 0.2, 0.5},
     .rest_sd = 0.3,
     .anchor = {LEVEL_YEAR, 44.0, 72.0, {0}},
     .last = 2023,
     .provisional = true},
    {.code = "langvarigt_ledige",
     .name = "Andel af de ledige, der er langvarigt ledige",
     .label = "Langvarigt ledige",
     .focus = WORK,
     .kind = SHARE,
     .good = "ned",
     .class = "bestand",
     .note = "Opdigtede tal. I 2019 som aftalen: næsten seks ud af ti i områderne (her 60,0 pct.) "
             "og fire ud af ti i kommunen.",
     .group = UNEMPLOYED,
     .level = {60.0, 61.0, 57.0, 38.0},
     .slope = {-0.5, -0.7, 0.2, -0.4},
     .rest_sd = 0.3,
     .anchor = {LEVEL_YEAR, 60.0, 40.0, {0}},
     .last = 2024},
    {.code = "kontanthjaelp",
     .name = "Andel 18-64-årige, der modtager kontanthjælp",
     .label = "18–64-årige på kontanthjælp",
     .focus = WORK,
     .kind = SHARE,
     .good = "ned",
     .class = "bestand",
     .note = "Opdigtede tal. I 2019 som aftalen: 22 pct. i områderne og 7 pct. i kommunen. Det "
             "nyeste år er foreløbigt.",
     .group = AGE_18_64,
     .level = {21.0, 23.5, 20.5, 6.2},
     .slope = {-0.5, -0.9, -0.1, -0.2},
     .rest_sd = 0.2,
     .anchor = {LEVEL_YEAR, 22.0, 7.0, {0}},
     .last = 2024,
     .provisional = true,
     .area_rows = true},
    {.code = "husstandsindkomst",
     .name = "Gennemsnitlig husstandsindkomst",
     .label = "Husstandsindkomst",
     .focus = WORK,
     .kind = VALUE,
     .good = "op",
     .class = "strøm",
     .delta = "1000",
     .note = "Opdigtede tal i løbende priser. I 2019 som aftalen: 325.000 kr. i områderne og "
             "495.000 kr. i kommunen.",
     .group = HOUSEHOLDS,
     .level = {322000, 320000, 342000, 495000},
     .slope = {5500, 5800, 6000, 9500},
     .year_sd = 4000,
     .rest_sd = 1500,
     .anchor = {LEVEL_YEAR, 325000, 495000, {0}},
     .last = 2022},
    {.code = "sigtede",
     .name = "Sigtede pr. 1.000 beboere",
     .label = "Sigtede pr. 1.000 beboere",
     .focus = CRIME,
     .kind = RATE,
     .good = "ned",
     .class = "strøm",
     .least = "10",
     .sensitive = "ja",
     .delta = "0,3",
     .note = "Opdigtede tal. I 2019 som aftalen: 29 i områderne og 12 i kommunen. Tæller personer. "
             "Det nyeste år er foreløbigt.",
     .group = EVERYBODY,
     .level = {28.0, 30.0, 28.0, 11.0},
     .slope = {-0.6, -1.0, 0.2, -0.35},
     .year_sd = 2.0,
     .rest_sd = 0.3,
     .anchor = {LEVEL_YEAR, 29.0, 12.0, {0}},
     .not_below = "sigtede_15_29",
     .last = 2024,
     .provisional = true},
    {.code = "sigtelser",
     .name = "Sigtelser pr. 1.000 beboere",
     .label = "Sigtelser pr. 1.000 beboere",
     .focus = CRIME,
     .kind = RATE,
     .good = "ned",
     .class = "strøm",
     .sensitive = "ja",
     .delta = "0,5",
     .note =
         "Opdigtede tal. I 2019 som aftalen: 65 i områderne og 37 i kommunen. Tæller sigtelser, "
         "ikke personer. Det nyeste år er foreløbigt.",
     .group = EVERYBODY,
     .level = {62.0, 68.0, 62.0, 35.5},
     .slope = {-1.8, -2.2, 0.0, -1.0},
     .year_sd = 5.0,
     .rest_sd = 1.0,
     .anchor = {LEVEL_YEAR, 65.0, 37.0, {0}},
     .not_below = "sigtede",
     .last = 2024,
     .provisional = true},
    {.code = "utrygge_stier",
     .name = "Andel beboere, der er utrygge ved at færdes på stier og gader i boligområdet",
     .label = "Utrygge på stier og gader",
     .focus = CRIME,
     .kind = SURVEY,
     .good = "ned",
     .class = "bestand",
     .note = "Opdigtede tal. I 2018 som aftalen: godt hver fjerde i områderne (her 25,0 pct.).",
     .group = ADULTS,
     .level = {24.0, 27.0, 22.0, 12.0},
     .slope = {-0.4, -0.6, 0.2, 0.0},
     .anchor = {2018, 25.0, 0.0, {0}},
     .waves = resident_survey},
    {.code = "utrygge_unge",
     .name = "Andel beboere, der er utrygge ved børn og unge, der hænger ud i området",
     .label = "Utrygge ved unge, der hænger ud",
     .focus = CRIME,
     .kind = SURVEY,
     .good = "ned",
     .class = "bestand",
     .note = "Opdigtede tal. I 2018 som aftalen: godt 30 pct. i områderne (her 30,0).",
     .group = ADULTS,
     .level = {29.0, 33.0, 26.0, 14.0},
     .slope = {-0.5, -0.7, 0.1, 0.1},
     .anchor = {2018, 30.0, 0.0, {0}},
     .waves = resident_survey},
    {.code = "trygge_politi",
     .name = "Andel beboere, der er trygge ved deres boligområde (Rigspolitiets tryghedsmåling)",
     .label = "Trygge (politiets måling)",
     .focus = CRIME,
     .kind = SURVEY,
     .good = "op",
     .class = "bestand",
     .source = "Som Rigspolitiets tryghedsmåling (her opdigtede tal)",
     .note = "Opdigtede tal. I 2019 som aftalen: 80 pct. i områderne. Kommunen som helhed er ikke "
             "spurgt. En anden undersøgelse end den faste indikator 7.",
     .group = ADULTS,
     .level = {81.0, 78.0, 83.0, 0.0},
     .slope = {0.3, 0.5, 0.1, 0.0},
     .anchor = {2019, 80.0, 0.0, {0}},
     .waves = police_survey},
    {.code = "glade_for_at_bo",
     .name = "Andel beboere, der er glade for at bo i deres boligområde",
     .label = "Glade for at bo i området",
     .focus = COMMUNITY,
     .kind = SURVEY,
     .good = "op",
     .class = "bestand",
     .note = "Opdigtede tal. I 2018 som aftalen, der ikke giver noget år: 70 pct. i områderne.",
     .group = ADULTS,
     .level = {72.0, 67.0, 73.0, 88.0},
     .slope = {0.4, 0.6, 0.1, 0.0},
     .anchor = {2018, 70.0, 0.0, {0}},
     .waves = resident_survey},
    {.code = "fraflytning",
     .name = "Andel beboere, der er fraflyttet i løbet af året",
     .label = "Fraflytning",
     .focus = COMMUNITY,
     .kind = SHARE,
     .good = "ned",
     .class = "strøm",
     .note = "Opdigtede tal. I 2018 som aftalen: 13 pct. i områderne. 2021 mangler.",
     .group = EVERYBODY,
     .level = {12.8, 12.9, 13.5, 11.5},
     .slope = {0.1, -0.1, 0.1, 0.0},
     .year_sd = 0.8,
     .anchor = {2018, 13.0, 0.0, {0}},
     .last = 2023},
    {.code = "under_18",
     .name = "Andel beboere under 18 år",
     .label = "Beboere under 18 år",
     .focus = DEMOGRAPHY,
     .kind = SHARE,
     .good = "neutral",
     .class = "bestand",
     .basis = "01-01",
     .note = "Opdigtede tal. I 2019 som aftalen: næsten tre ud af ti i områderne (her 30,0 pct.).",
     .group = EVERYBODY,
     .level = {33.0, 28.0, 30.0, 18.8},
     .slope = {-0.1, -0.15, 0.0, -0.12},
     .year_sd = 0.4,
     .rest_sd = 0.05,
     .anchor = {LEVEL_YEAR, 30.0, 0.0, {0}},
     .last = 2024},
    {.code = "ikke_vestlig",
     .name = "Andel beboere med ikke-vestlig baggrund",
     .label = "Ikke-vestlig baggrund",
     .focus = DEMOGRAPHY,
     .kind = SHARE,
     .good = "neutral",
     .class = "bestand",
     .basis = "01-01",
     .sensitive = "ja",
     .note = "Opdigtede tal. I 2019 som aftalen: 47 pct. i områderne.",
     .group = EVERYBODY,
     .level = {46.0, 54.0, 33.0, 7.5},
     .slope = {0.3, 0.2, 0.5, 0.2},
     .year_sd = 0.6,
     .rest_sd = 0.1,
     .anchor = {LEVEL_YEAR, 47.0, 0.0, {0}},
     .last = 2024},
};

enum { N_INDICATORS = COUNT_OF(indicators) };

static const struct {
    int year;
    const char *date;
} election_days[] = {
    {2013, "2013-11-19"}, {2015, "2015-06-18"}, {2017, "2017-11-21"},
    {2019, "2019-06-05"}, {2021, "2021-11-16"}, {2022, "2022-11-01"},
};

/* Breaks before a year, and by how much the true value moves there in areas and elsewhere. */
static const struct {
    const char *code;
    int year;
    double area_step, rest_step;
    const char *reason;
} breaks[] = {
    {"dagtilbud", 2015, -3.0, -2.0,
     "Børnene opgøres nu som fuldtidsenheder over hele året, og det giver lavere tal end før."},
    {"dagtilbud", 2017, -1.0, -0.5,
     "For 2015 og 2016 er kun en del af kommunerne med. Tallene kan sammenlignes fra 2017."},
    {"karakterer", 2019, 0.4, 0.3,
     "Prøverne er aflyst, og lærernes standpunktskarakterer tæller som prøvekarakterer."},
    {"karakterer", 2021, -0.4, -0.35,
     "Almindelige prøver igen efter to skoleår med aflyste prøver og særlige regler."},
    {"grundskole_uden_uddannelse", 2016, -2.0, -0.4,
     "Uddannelse, som indvandrere har med fra udlandet, regnes med fra 2016."},
    {"grundskole_15_64", 2016, -4.0, -0.9,
     "Uddannelse, som indvandrere har med fra udlandet, regnes med fra 2016."},
    {"grundskole_18_29", 2016, -2.5, -0.5,
     "Uddannelse, som indvandrere har med fra udlandet, regnes med fra 2016."},
    {"trygge", 2023, 1.0, 0.5, "Spørgeskemaet er kortet ned, og et andet bureau spørger."},
    {"frivilligt_arbejde", 2023, 2.0, 2.0,
     "Spørgeskemaet er kortet ned, og et andet bureau spørger."},
    {"utrygge_stier", 2023, -1.0, -0.5, "Spørgeskemaet er kortet ned, og et andet bureau spørger."},
    {"utrygge_unge", 2023, -1.0, -0.5, "Spørgeskemaet er kortet ned, og et andet bureau spørger."},
    {"glade_for_at_bo", 2023, 1.0, 0.5, "Spørgeskemaet er kortet ned, og et andet bureau spørger."},
};

/* Rows without numbers; area "" = every row of that year. */
static const struct {
    const char *code;
    int year;
    const char *area, *status, *note;
} withheld[] = {
    {"langvarigt_ledige", 2018, "fob_34", "diskret", "Skjult hos kilden"},
    {"fraflytning", 2021, "", "mangler", "Ikke opgjort"},
};

static const char *const plan[][2] = {
    {"nøgle", "værdi"},         {"titel", "En Fælles Indsats (eksempel med opdigtede tal)"},
    {"kommune", "slagelse"},    {"planstart", "2021-10-01"},
    {"planslut", "2025-09-30"}, {"basisår", "2021"},
    {"udgave", "2025"},         {"illustrativ", "ja"},
};

static const char *const targets[][4] = {
    {"indikator", "område", "periode", "mål"},
    {"dagtilbud", "motalavej", "2025", "86"},
    {"dagtilbud", "ringparken", "2025", "85"},
    {"dagtilbud", "sydbyen", "2025", "88"},
    {"karakterer", "motalavej", "2024/25", "6,2"},
    {"karakterer", "ringparken", "2024/25", "6,0"},
    {"karakterer", "sydbyen", "2024/25", "6,2"},
    {"grundskole_uden_uddannelse", "ringparken", "2025", "18"},
    {"grundskole_uden_uddannelse", "samlet", "2025", "18"},
    {"restgruppen", "motalavej", "2025", "22"},
    {"restgruppen", "ringparken", "2025", "20"},
    {"restgruppen", "sydbyen", "2025", "22"},
    {"uden_tilknytning", "motalavej", "2025", "29"},
    {"uden_tilknytning", "ringparken", "2025", "31"},
    {"uden_tilknytning", "sydbyen", "2025", "28"},
    {"uden_tilknytning", "samlet", "2025", "30"},
    {"sigtede_15_29", "ringparken", "2025", "5,0"},
    {"sigtede_15_29", "samlet", "2025", "5,0"},
    {"trygge", "motalavej", "2025", "80"},
    {"trygge", "ringparken", "2025", "78"},
    {"trygge", "sydbyen", "2025", "80"},
    {"frivilligt_arbejde", "samlet", "2025", "28"},
    {"valg_kv", "motalavej", "2025-11-18", "50"},
    {"valg_kv", "ringparken", "2025-11-18", "48"},
    {"valg_kv", "sydbyen", "2025-11-18", "52"},
};

static const struct {
    enum focus focus;
    const char *activity, *term, *result, *code, *direction;
} theory[] = {
    {EDUCATION, "Besøg hos småbørnsfamilier sammen med sundhedsplejen", "kort",
     "Flere forældre kender dagtilbuddene og skriver deres barn op", "dagtilbud", "op"},
    {EDUCATION, "Lektiehjælp og læsegrupper i beboerhusene", "kort",
     "Børnene møder oftere i skole og får lavet deres lektier", "karakterer", "op"},
    {EDUCATION, "Samtaler om uddannelsesvalg med elever i 7.-9. klasse og deres forældre",
     "mellemlang", "Flere er klar til en ungdomsuddannelse, når de går ud af 9. klasse",
     "ikke_uddannelsesparate", "ned"},
    {EDUCATION, "Fast kontakt mellem skole, hjem og beboerhus om fravær", "mellemlang",
     "Mistrivsel opdages tidligt, og færre falder fra i udskolingen", "karakterer", "op"},
    {EDUCATION, "De tidlige indsatser set under ét", "lang",
     "Flere unge er i gang med en uddannelse eller har fuldført en", "grundskole_uden_uddannelse",
     "ned"},
    {WORK, "Jobcafé i beboerhusene flere gange om ugen", "kort",
     "Ledige beboere søger flere job og kender deres muligheder", "langvarigt_ledige", "ned"},
    {WORK, "Fritidsjob til unge hos lokale virksomheder", "kort",
     "Flere unge får deres første erfaring med et arbejde", "restgruppen", "ned"},
    {WORK, "Netværk for kvinder med sprog, praktik og rollemodeller", "mellemlang",
     "Flere kvinder, der har stået uden for arbejdsmarkedet, får job eller praktik",
     "beskaeftigelse", "op"},
    {WORK, "Job og lærepladser, når boligområderne bygges om", "mellemlang",
     "Flere beboere arbejder en større del af året", "uden_tilknytning", "ned"},
    {WORK, "Indsatserne for beskæftigelse set under ét", "lang",
     "Færre familier lever af kontanthjælp", "kontanthjaelp", "ned"},
    {CRIME, "Følgeskab til klubber og idrætsforeninger", "kort",
     "Flere børn og unge har et fast fritidstilbud, og færre hænger ud på gaden", "utrygge_unge",
     "ned"},
    {CRIME, "Tryghedsvandringer med beboere, driftsfolk og politi", "kort",
     "De steder, hvor beboerne er utrygge, bliver kendt og ændret", "utrygge_stier", "ned"},
    {CRIME, "Unge uddannes til at stå for aktiviteter for de yngre", "mellemlang",
     "De yngre får lokale forbilleder, og færre bliver trukket ind i kriminalitet", "sigtede_15_29",
     "ned"},
    {CRIME, "Indsatserne mod kriminalitet set under ét", "lang", "Færre beboere bliver sigtet",
     "sigtede", "ned"},
    {CRIME, "Indsatserne for tryghed set under ét", "lang", "Områderne opleves som trygge at bo i",
     "trygge", "op"},
    {COMMUNITY, "Støtte til frivilliggrupper og nye foreninger", "kort",
     "Flere beboere melder sig som frivillige", "frivilligt_arbejde", "op"},
    {COMMUNITY, "Rådgivning og kurser i at tage del i beslutninger", "kort",
     "Flere beboere ved, hvor de kan få indflydelse", "valg_kv", "op"},
    {COMMUNITY, "Åbne arrangementer i fælleshusene for hele byen", "mellemlang",
     "Beboerne kender flere og er gladere for at bo i området", "glade_for_at_bo", "op"},
    {COMMUNITY, "Velkomst til nye beboere, mens der bygges om", "mellemlang",
     "Færre flytter igen efter kort tid", "fraflytning", "ned"},
    {COMMUNITY, "Indsatserne for medborgerskab set under ét", "lang",
     "Flere beboere bruger deres stemmeret", "valg_fv", "op"},
};

/*
 * Age groups of some indicators. The persons of a group are those of a group of residents, or those
 * whom an indicator counts, or a part in per cent of those who are left (the last: all of them).
 */
struct age_group {
    const char *name;
    enum group people;     /* N_GROUPS: not one of them */
    const char *counted;   /* the indicator that counts them */
    double part[N_PLACES]; /* of those left */
    double relative;       /* the level, times that of everybody */
};

enum { MOST_AGE_GROUPS = 4 };

static const struct age_groups {
    const char *code;
    struct age_group groups[MOST_AGE_GROUPS]; /* up to the first without a name */
} age_groups[] = {
    {"beskaeftigelse",
     {{"18-29-årige", AGE_18_29, NULL, {0}, 0.85},
      {"30-49-årige", N_GROUPS, NULL, {60.0, 61.0, 60.0, 52.0}, 1.15},
      {"50-64-årige", N_GROUPS, NULL, {100.0, 100.0, 100.0, 100.0}, 0.78}}},
    {"sigtelser",
     {{"Under 18 år", N_GROUPS, "under_18", {0}, 0.45},
      {"18-29-årige", AGE_18_29, NULL, {0}, 2.3},
      {"30 år og derover", N_GROUPS, NULL, {100.0, 100.0, 100.0, 100.0}, 0.8}}},
};

/* Who stayed and who moved, of one indicator: per cent of everybody, and levels times everybody's. */
static const struct {
    const char *code;
    double in_percent[N_AREAS];
    double in_first, in_yearly, out_relative; /* the in-movers' level has drifted */
} moves = {"kontanthjaelp", {13.0, 13.5, 14.0}, 1.35, -0.045, 0.9};

/* ---- The simulation ----------------------------------------------------------------------- */

struct world {
    double people[N_GROUPS][N_YEARS][N_UNITS];
    double count[N_INDICATORS][N_YEARS][N_UNITS];
};

/*
 * What the plan's areas are also compared with: a like area elsewhere and the whole country, on a
 * few indicators. Persons and level in 2019 and their growth, straight lines and binomial counts.
 */
static const struct further {
    const char *code, *name, *role, *note;
} further[] = {
    {"lyngbakken", "Lyngbakken", "tvilling",
     "Opdigtet område med lignende boliger i en anden kommune."},
    {"danmark", "Hele landet", "land", ""},
};

static const struct {
    const char *code;
    double people[COUNT_OF(further)], level[COUNT_OF(further)], slope[COUNT_OF(further)];
} further_levels[] = {
    {"restgruppen", {412, 1043000}, {24.6, 9.9}, {-0.35, -0.12}},
    {"uden_tilknytning", {934, 3441000}, {31.4, 11.2}, {-0.2, -0.1}},
    {"beskaeftigelse", {934, 3441000}, {49.8, 76.1}, {0.55, 0.45}},
    {"kontanthjaelp", {934, 3441000}, {15.9, 2.9}, {-0.35, -0.08}},
    {"valg_kv", {1016, 4600000}, {48.7, 67.9}, {-0.3, -0.35}},
};

/* The true values of one indicator. */
struct course {
    double value[N_YEARS][N_PLACES];
};

/* A random stream of its own for a name (FNV-1a of the name as seed). */
static gsl_rng *stream(const char *name)
{
    unsigned long seed = 2166136261UL;
    for (const char *c = name; *c != '\0'; c++)
        seed = ((seed ^ (unsigned char)*c) * 16777619UL) & 0xFFFFFFFFUL;
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(rng, seed);
    return rng;
}

static double clamp(double x, double low, double high)
{
    return x < low ? low : x > high ? high : x;
}

/* The sum over the sections of an area; over the rest for ELSEWHERE. */
static double sum_of_place(const double unit[N_UNITS], enum place place)
{
    double sum = 0;
    for (size_t u = 0; u < N_UNITS; u++)
        if (sections[u].place == place)
            sum += unit[u];
    return sum;
}

static double sum_of_areas(const double unit[N_UNITS])
{
    double sum = 0;
    for (size_t u = 0; u < N_SECTIONS; u++)
        sum += unit[u];
    return sum;
}

static size_t index_of(const char *code)
{
    size_t i = 0;
    while (i < N_INDICATORS && strcmp(indicators[i].code, code) != 0)
        i++;
    assert(i < N_INDICATORS);
    return i;
}

/*
 * Moves x until its sum is `wanted`, in proportion to the room `high`, whole persons at a time and
 * never below `low` or above `high`.
 */
static void move_to_sum(double *x, const double *low, const double *high, size_t n, double wanted)
{
    double missing = wanted, weight = 0;
    for (size_t i = 0; i < n; i++) {
        missing -= x[i];
        weight += high[i];
    }
    for (size_t i = 0; i < n; i++) {
        const double before = x[i];
        x[i] = clamp(before + round(missing * high[i] / weight), low[i], high[i]);
        missing -= x[i] - before;
        weight -= high[i];
    }
    for (size_t i = 0; i < n && fabs(missing) > 0; i++) { /* what the limits held back */
        const double before = x[i];
        x[i] = clamp(before + missing, low[i], high[i]);
        missing -= x[i] - before;
    }
}

/* Whether some whole number of `people` shows every anchor of this group and year. */
static bool anchors_fit(enum group group, int year, double people)
{
    for (size_t i = 0; i < N_INDICATORS; i++) {
        const struct indicator *it = &indicators[i];
        const double factor = kinds[it->kind].factor, figure = it->anchor.together;
        if (it->group != group || it->anchor.year != year || it->waves || it->kind == VALUE)
            continue;
        if (fabs(factor * round(figure / factor * people) / people - figure) >= 0.0499)
            return false;
    }
    return true;
}

/* Gives the largest section the fewest residents more or fewer that make the anchors fit. */
static void fit_people(struct world *world, enum group group, size_t y)
{
    double *unit = world->people[group][y];
    const int year = FIRST_YEAR + (int)y;
    const double people = sum_of_areas(unit);
    double change = 0;
    while (!anchors_fit(group, year, people + change))
        change = change > 0 ? -change : 1 - change;
    unit[LARGEST_SECTION] += change;
}

static void fix_pupils(struct world *world)
{
    const size_t y = PUPIL_YEAR - FIRST_YEAR;
    double *pupils = world->people[GRADE_9][y];
    size_t first = 0;
    for (size_t a = 0; a < N_AREAS; a++) {
        const double nobody[N_SECTIONS] = {0};
        size_t n = 0;
        while (sections[first + n].place == (enum place)a)
            n++;
        move_to_sum(pupils + first, nobody, world->people[EVERYBODY][y] + first, n,
                    (double)pupils_in_pupil_year[a]);
        first += n;
    }
}

static void draw_people(struct world *world)
{
    gsl_rng *rng = stream("befolkning");
    for (size_t u = 0; u < N_UNITS; u++) {
        const enum place place = sections[u].place;
        const double calm = place == ELSEWHERE ? 0.2 : 1.0;
        for (size_t y = 0; y < N_YEARS; y++) {
            const double age = (double)(FIRST_YEAR + (int)y - LEVEL_YEAR);
            double everybody = sections[u].residents * pow(1 + areas[place].growth / 100, age);
            for (size_t g = 0; g < N_GROUPS; g++) {
                const double size = everybody * groups[g].percent[place] / 100;
                const double wobble = gsl_ran_gaussian(rng, calm * groups[g].wobble);
                world->people[g][y][u] = round(size * (1 + wobble));
                if (g == EVERYBODY)
                    everybody = world->people[g][y][u];
            }
        }
    }
    fix_pupils(world);
    for (size_t g = 0; g < N_GROUPS; g++)
        for (size_t y = 0; y < N_YEARS; y++)
            fit_people(world, (enum group)g, y);
    gsl_rng_free(rng);
}

/* Level, slope and steps; a step before the level's year is taken off the years before it. */
static double expected(const struct indicator *it, int year, enum place place)
{
    double value = it->level[place] + it->slope[place] * (year - LEVEL_YEAR);
    for (size_t b = 0; b < COUNT_OF(breaks); b++) {
        const double step = place == ELSEWHERE ? breaks[b].rest_step : breaks[b].area_step;
        if (strcmp(breaks[b].code, it->code) == 0)
            value += step * ((year >= breaks[b].year) - (LEVEL_YEAR >= breaks[b].year));
    }
    return value;
}

/* How far each place's course has to be lifted for the anchor year to be met on average. */
static void find_lift(const struct indicator *it, const struct world *world, double lift[N_PLACES])
{
    memset(lift, 0, N_PLACES * sizeof *lift);
    if (it->anchor.year == 0)
        return;
    const double *people = world->people[it->group][it->anchor.year - FIRST_YEAR];
    const double in_areas = sum_of_areas(people), elsewhere = people[REST];
    double together = 0;
    for (size_t a = 0; a < N_AREAS; a++)
        together += sum_of_place(people, (enum place)a) / in_areas *
                    expected(it, it->anchor.year, (enum place)a);
    for (size_t a = 0; a < N_AREAS; a++)
        lift[a] = it->anchor.together - together;
    if (it->anchor.municipality > 0) {
        const double wanted = it->kind == VALUE
                                  ? it->anchor.municipality
                                  : (it->anchor.municipality * (in_areas + elsewhere) -
                                     it->anchor.together * in_areas) /
                                        elsewhere;
        lift[ELSEWHERE] = wanted - expected(it, it->anchor.year, ELSEWHERE);
    }
}

static struct course draw_course(const struct indicator *it, const struct world *world,
                                 gsl_rng *rng)
{
    const double correlation = 0.3, fresh = sqrt(1 - correlation * correlation);
    struct course course;
    double lift[N_PLACES];
    find_lift(it, world, lift);
    for (size_t p = 0; p < N_PLACES; p++) {
        const double areas_sd = it->year_sd > 0 ? it->year_sd : usual_year_sd;
        const double rest_sd = it->rest_sd > 0 ? it->rest_sd : usual_rest_sd;
        const double sd = p == ELSEWHERE ? rest_sd : areas_sd;
        double effect = sd * gsl_ran_ugaussian(rng);
        for (size_t y = 0; y < N_YEARS; y++) {
            const int year = FIRST_YEAR + (int)y;
            course.value[y][p] = expected(it, year, (enum place)p) + lift[p] + effect;
            effect = correlation * effect + fresh * sd * gsl_ran_ugaussian(rng);
        }
    }
    return course;
}

static double draw_count(const struct indicator *it, double people, double value, gsl_rng *rng)
{
    const double share = value / kinds[it->kind].factor;
    if (it->kind == RATE)
        return gsl_ran_poisson(rng, fmax(share, 0.0001) * people);
    const double persons = gsl_ran_binomial(rng, clamp(share, 0.001, 0.999), (unsigned)people);
    if (!it->full_time)
        return persons;
    return fmax(0, round(10 * (persons - gsl_rng_uniform(rng))) / 10);
}

/* Moves the counts of the anchor year until the areas and the municipality show its figures. */
static void meet_anchor(const struct indicator *it, const double *people, const double *low,
                        double *count)
{
    const double factor = kinds[it->kind].factor;
    const double together = round(it->anchor.together / factor * sum_of_areas(people));
    size_t first = 0;
    for (size_t a = 0; a < N_AREAS && it->anchor.area[a] > 0; a++) {
        size_t n = 0;
        while (sections[first + n].place == (enum place)a)
            n++;
        const double in_area = sum_of_place(people, (enum place)a);
        move_to_sum(count + first, low + first, people + first, n,
                    round(it->anchor.area[a] / factor * in_area));
        first += n;
    }
    if (first == 0)
        move_to_sum(count, low, people, N_SECTIONS, together);
    if (it->anchor.municipality > 0)
        count[REST] =
            round(it->anchor.municipality / factor * (sum_of_areas(people) + people[REST])) -
            sum_of_areas(count);
}

static void draw_counts(struct world *world, size_t i)
{
    const struct indicator *it = &indicators[i];
    gsl_rng *rng = stream(it->code);
    const struct course course = draw_course(it, world, rng);
    for (size_t y = 0; y < N_YEARS; y++) {
        const double *people = world->people[it->group][y];
        double *count = world->count[i][y];
        double low[N_UNITS] = {0};
        if (it->not_below)
            memcpy(low, world->count[index_of(it->not_below)][y], sizeof low);
        for (size_t u = 0; u < N_UNITS; u++) {
            const double value = course.value[y][sections[u].place];
            count[u] = fmax(low[u], draw_count(it, people[u], value, rng));
        }
        if (it->anchor.year == FIRST_YEAR + (int)y)
            meet_anchor(it, people, low, count);
    }
    gsl_rng_free(rng);
}

/* ---- Writing CSV as Danish Excel does: BOM, semicolon, CRLF, decimal comma ---------------- */

struct text {
    char at[32];
};

static struct text number(double value, int decimals)
{
    struct text text;
    snprintf(text.at, sizeof text.at, "%.*f", decimals, value);
    char *point = strchr(text.at, '.');
    if (point)
        *point = ',';
    return text;
}

static void put_field(FILE *file, const char *field)
{
    if (!strpbrk(field, ";\"\r\n")) {
        fputs(field, file);
        return;
    }
    fputc('"', file);
    for (const char *c = field; *c != '\0'; c++) {
        if (*c == '"')
            fputc('"', file);
        fputc(*c, file);
    }
    fputc('"', file);
}

/* A null pointer is a blank field. */
static void put_row(FILE *file, const char *const *fields, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            fputc(';', file);
        if (fields[i])
            put_field(file, fields[i]);
    }
    fputs("\r\n", file);
}

#define PUT_ROW(file, ...)                                                                         \
    put_row((file), (const char *const[]){__VA_ARGS__},                                            \
            COUNT_OF(((const char *const[]){__VA_ARGS__})))

static FILE *open_csv(const char *directory, const char *name)
{
    char path[4096];
    const int length = snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *file = length > 0 && (size_t)length < sizeof path ? fopen(path, "wb") : NULL;
    if (file)
        fputs("\xEF\xBB\xBF", file);
    else
        fprintf(stderr, "make_example: %s/%s: %s\n", directory, name, strerror(errno));
    return file;
}

static bool close_csv(FILE *file)
{
    const bool written = !ferror(file);
    if (fclose(file) == 0 && written)
        return true;
    fprintf(stderr, "make_example: %s\n", strerror(errno));
    return false;
}

static bool write_plan(const char *directory)
{
    FILE *file = open_csv(directory, "plan.csv");
    if (!file)
        return false;
    for (size_t i = 0; i < COUNT_OF(plan); i++)
        put_row(file, plan[i], COUNT_OF(plan[i]));
    return close_csv(file);
}

static bool write_targets(const char *directory)
{
    FILE *file = open_csv(directory, "maaltal.csv");
    if (!file)
        return false;
    for (size_t i = 0; i < COUNT_OF(targets); i++)
        put_row(file, targets[i], COUNT_OF(targets[i]));
    return close_csv(file);
}

static bool write_areas(const char *directory)
{
    FILE *file = open_csv(directory, "omraader.csv");
    if (!file)
        return false;
    const struct area *whole = &areas[ELSEWHERE];
    PUT_ROW(file, "kode", "navn", "rolle", "del_af", "fra", "til", "alias", "note");
    PUT_ROW(file, whole->code, whole->name, "kommune", "", "", "", whole->alias, whole->note);
    PUT_ROW(file, "samlet", "De tre områder samlet", "samlet", whole->code, "", "", "", "");
    for (size_t a = 0; a < N_AREAS; a++)
        PUT_ROW(file, areas[a].code, areas[a].name, "område", whole->code, "", "", areas[a].alias,
                areas[a].note);
    for (size_t s = 0; s < N_SECTIONS; s++)
        PUT_ROW(file, sections[s].code, sections[s].name, "afdeling", areas[sections[s].place].code,
                "", "", "", "");
    for (size_t f = 0; f < COUNT_OF(further); f++)
        PUT_ROW(file, further[f].code, further[f].name, further[f].role, "", "", "", "",
                further[f].note);
    return close_csv(file);
}

static const char *basis_of(const struct indicator *it)
{
    return it->basis ? it->basis : "kalenderår";
}

static const char *source_of(const struct indicator *it)
{
    if (it->source)
        return it->source;
    if (it->kind == SURVEY)
        return "Som tryghedssurvey, VIVE/LBF (her opdigtede tal)";
    return it->lbf ? "Som LBF, Boligsociale Data (her opdigtede tal)"
                   : "Som LBF, Beboerdata (her opdigtede tal)";
}

static bool write_indicators(const char *directory)
{
    FILE *file = open_csv(directory, "indikatorer.csv");
    if (!file)
        return false;
    PUT_ROW(file, "kode", "navn", "kort_navn", "mål", "indsatsområde", "type", "enhed", "faktor",
            "god_retning", "klasse", "målgruppe", "opgørelse", "kilde", "tendens", "lbf_nr",
            "mindste_antal", "følsom", "delta", "note");
    for (size_t i = 0; i < N_INDICATORS; i++) {
        const struct indicator *it = &indicators[i];
        PUT_ROW(file, it->code, it->name, it->label, focuses[it->focus].goal,
                focuses[it->focus].name, kinds[it->kind].type, kinds[it->kind].unit,
                kinds[it->kind].factor_text, it->good, it->class, groups[it->group].name,
                basis_of(it), source_of(it), it->kind == SURVEY ? "nej" : "ja", it->lbf, it->least,
                it->sensitive, it->delta, it->note);
    }
    return close_csv(file);
}

/* A year as the indicator's file names it: 2019, 2019/20 or the election day. */
static struct text period_of(const struct indicator *it, int year)
{
    struct text text;
    if (strcmp(basis_of(it), "skoleår") == 0)
        snprintf(text.at, sizeof text.at, "%d/%02d", year, (year + 1) % 100);
    else
        snprintf(text.at, sizeof text.at, "%d", year);
    for (size_t e = 0; e < COUNT_OF(election_days) && strcmp(basis_of(it), "dato") == 0; e++)
        if (election_days[e].year == year)
            snprintf(text.at, sizeof text.at, "%s", election_days[e].date);
    return text;
}

static bool write_breaks(const char *directory)
{
    FILE *file = open_csv(directory, "brud.csv");
    if (!file)
        return false;
    PUT_ROW(file, "indikator", "område", "periode", "årsag");
    for (size_t b = 0; b < COUNT_OF(breaks); b++) {
        const struct indicator *it = &indicators[index_of(breaks[b].code)];
        PUT_ROW(file, it->code, "", period_of(it, breaks[b].year).at, breaks[b].reason);
    }
    return close_csv(file);
}

static bool write_theory(const char *directory)
{
    FILE *file = open_csv(directory, "forandringsteori.csv");
    if (!file)
        return false;
    PUT_ROW(file, "indsatsområde", "aktivitet", "sigt", "forventet_resultat", "indikator",
            "forventet_retning");
    for (size_t t = 0; t < COUNT_OF(theory); t++)
        PUT_ROW(file, focuses[theory[t].focus].name, theory[t].activity, theory[t].term,
                theory[t].result, theory[t].code, theory[t].direction);
    return close_csv(file);
}

/* ---- Writing the observations ------------------------------------------------------------- */

static bool is_observed(const struct indicator *it, int year)
{
    for (size_t e = 0; e < COUNT_OF(it->elections); e++)
        if (it->elections[e] == year)
            return true;
    return it->last > 0 && year >= FIRST_YEARLY && year <= it->last;
}

static const char *status_of(const struct indicator *it, int year)
{
    return it->provisional && year == it->last ? "foreløbig" : "";
}

/* A row of counts, unless the year or the cell is withheld. */
static void put_counts(FILE *file, const struct indicator *it, int year, const char *area,
                       const double counts[2])
{
    const struct text period = period_of(it, year);
    for (size_t w = 0; w < COUNT_OF(withheld); w++) {
        if (strcmp(withheld[w].code, it->code) == 0 && withheld[w].year == year &&
            (withheld[w].area[0] == '\0' || strcmp(withheld[w].area, area) == 0)) {
            PUT_ROW(file, it->code, area, period.at, "", "", "", "", "", withheld[w].status,
                    withheld[w].note);
            return;
        }
    }
    PUT_ROW(file, it->code, area, period.at, "", number(counts[0], it->full_time ? 1 : 0).at,
            number(counts[1], 0).at, "", "", status_of(it, year), "");
}

/* Sections and the municipality; the areas in between only where the indicator says so. */
static void put_shares(FILE *file, const struct world *world, size_t i)
{
    const struct indicator *it = &indicators[i];
    for (size_t y = 0; y < N_YEARS; y++) {
        const int year = FIRST_YEAR + (int)y;
        const double *count = world->count[i][y], *people = world->people[it->group][y];
        if (!is_observed(it, year))
            continue;
        for (size_t s = 0; s < N_SECTIONS; s++)
            put_counts(file, it, year, sections[s].code, (const double[]){count[s], people[s]});
        for (size_t a = 0; a < N_AREAS && it->area_rows; a++)
            put_counts(file, it, year, areas[a].code,
                       (const double[]){sum_of_place(count, (enum place)a),
                                        sum_of_place(people, (enum place)a)});
        put_counts(file, it, year, areas[ELSEWHERE].code,
                   (const double[]){sum_of_areas(count) + count[REST],
                                    sum_of_areas(people) + people[REST]});
    }
}

/* Mean and spread of a group of pupils. */
struct grades {
    double pupils, mean, spread;
};

static struct grades draw_grades(double pupils, double mean, gsl_rng *rng)
{
    const double spread = 2.5; /* of single grades on the seven-point scale */
    const double squares = gsl_ran_chisq(rng, pupils - 1);
    return (struct grades){pupils, mean + gsl_ran_gaussian(rng, spread / sqrt(pupils)),
                           spread * sqrt(squares / (pupils - 1))};
}

/* All pupils together, from the sums and the sums of squares of the groups. */
static struct grades pool_grades(const struct grades *group, size_t n)
{
    struct grades all = {0};
    double squares = 0;
    for (size_t i = 0; i < n; i++) {
        all.pupils += group[i].pupils;
        all.mean += group[i].pupils * group[i].mean;
        squares += (group[i].pupils - 1) * group[i].spread * group[i].spread +
                   group[i].pupils * group[i].mean * group[i].mean;
    }
    all.mean /= all.pupils;
    all.spread = sqrt((squares - all.pupils * all.mean * all.mean) / (all.pupils - 1));
    return all;
}

static void put_grades(FILE *file, const struct world *world, size_t i)
{
    const double with_all_exams = 0.95; /* of the pupils */
    const struct indicator *it = &indicators[i];
    gsl_rng *rng = stream(it->code);
    const struct course course = draw_course(it, world, rng);
    for (size_t y = 0; y < N_YEARS; y++) {
        struct grades grades[N_PLACES + 1];
        const int year = FIRST_YEAR + (int)y;
        for (size_t p = 0; p < N_PLACES; p++) {
            const double pupils = sum_of_place(world->people[it->group][y], (enum place)p);
            grades[p] = draw_grades(round(with_all_exams * pupils), course.value[y][p], rng);
        }
        grades[ELSEWHERE] = pool_grades(grades, N_PLACES);
        for (size_t p = 0; p < N_PLACES && is_observed(it, year); p++)
            PUT_ROW(file, it->code, areas[p].code, period_of(it, year).at, "", "",
                    number(grades[p].pupils, 0).at, number(grades[p].mean, 2).at,
                    number(grades[p].spread, 2).at, "", "");
    }
    gsl_rng_free(rng);
}

/* Means without spread; together = the areas' mean weighted by residents, in whole hundreds. */
static void put_values(FILE *file, const struct world *world, size_t i)
{
    const struct indicator *it = &indicators[i];
    gsl_rng *rng = stream(it->code);
    struct course course = draw_course(it, world, rng);
    for (size_t y = 0; y < N_YEARS; y++) {
        const int year = FIRST_YEAR + (int)y;
        const double *people = world->people[it->group][y];
        double *value = course.value[y], together = 0;
        for (size_t a = 0; a < N_AREAS; a++)
            together += sum_of_place(people, (enum place)a) / sum_of_areas(people) * value[a];
        if (year == it->anchor.year) {
            for (size_t a = 0; a < N_AREAS; a++)
                value[a] += it->anchor.together - together;
            together = it->anchor.together;
            value[ELSEWHERE] = it->anchor.municipality;
        }
        const struct text period = period_of(it, year);
        for (size_t p = 0; p < N_PLACES && is_observed(it, year); p++)
            PUT_ROW(file, it->code, areas[p].code, period.at, "", "", "",
                    number(100 * round(value[p] / 100), 0).at, "", "", "");
        if (is_observed(it, year))
            PUT_ROW(file, it->code, "samlet", period.at, "", "", "",
                    number(100 * round(together / 100), 0).at, "", "", "");
    }
    gsl_rng_free(rng);
}

/* One row of a survey. */
struct poll {
    const char *area;
    double yes, answers, response, design, population;
};

static void put_poll(FILE *file, const struct indicator *it, int year, struct poll poll)
{
    PUT_ROW(file, it->code, poll.area, period_of(it, year).at, "", "", number(poll.answers, 0).at,
            number(100 * poll.yes / poll.answers, 1).at, "", "", "", number(poll.response, 1).at,
            number(poll.design, 2).at, number(poll.population, 0).at);
}

static void put_survey(FILE *file, const struct world *world, size_t i)
{
    const struct indicator *it = &indicators[i];
    gsl_rng *rng = stream(it->code);
    const struct course course = draw_course(it, world, rng);
    for (const struct wave *wave = it->waves; wave->year > 0; wave++) {
        const size_t y = (size_t)(wave->year - FIRST_YEAR);
        const double *people = world->people[it->group][y], *answers = wave->answers;
        const double nobody[N_AREAS] = {0}, asked = answers[0] + answers[1] + answers[2];
        double yes[N_AREAS];
        for (size_t a = 0; a < N_AREAS; a++)
            yes[a] = draw_count(it, answers[a], course.value[y][a], rng);
        if (wave->year == it->anchor.year)
            move_to_sum(yes, nobody, answers, N_AREAS, round(it->anchor.together / 100 * asked));
        for (size_t a = 0; a < N_AREAS; a++)
            put_poll(file, it, wave->year,
                     (struct poll){areas[a].code, yes[a], answers[a], wave->response, wave->design,
                                   sum_of_place(people, (enum place)a)});
        put_poll(file, it, wave->year,
                 (struct poll){"samlet", yes[0] + yes[1] + yes[2], asked, wave->response,
                               wave->design_together, sum_of_areas(people)});
        if (wave->municipality > 0)
            put_poll(
                file, it, wave->year,
                (struct poll){areas[ELSEWHERE].code,
                              draw_count(it, wave->municipality, course.value[y][ELSEWHERE], rng),
                              wave->municipality, wave->response_municipality,
                              wave->design_municipality, sum_of_areas(people) + people[REST]});
    }
    gsl_rng_free(rng);
}

/* ---- Age groups and moves ----------------------------------------------------------------- */

/* One place in one year: events and persons of each age group. */
struct by_age {
    double count[MOST_AGE_GROUPS], people[MOST_AGE_GROUPS];
    size_t n;
};

static double people_of_age(const struct world *world, const struct age_group *group, size_t y,
                            enum place place, double left, gsl_rng *rng)
{
    if (group->people < N_GROUPS)
        return fmin(left, sum_of_place(world->people[group->people][y], place));
    if (group->counted)
        return fmin(left, sum_of_place(world->count[index_of(group->counted)][y], place));
    const double part = group->part[place] * (1 + gsl_ran_gaussian(rng, 0.01)) / 100;
    return group->part[place] < 100 ? round(clamp(part, 0, 1) * left) : left;
}

/* The counts of everybody, laid among the age groups. */
static struct by_age draw_by_age(const struct world *world, const struct age_groups *by, size_t i,
                                 size_t y, enum place place, gsl_rng *rng)
{
    const struct indicator *it = &indicators[i];
    const double people = sum_of_place(world->people[it->group][y], place);
    const double count = sum_of_place(world->count[i][y], place);
    const double nobody[MOST_AGE_GROUPS] = {0};
    struct by_age drawn = {.n = 0};
    double left = people, weight = 0, room[MOST_AGE_GROUPS];
    for (; drawn.n < MOST_AGE_GROUPS && by->groups[drawn.n].name; drawn.n++) {
        const struct age_group *group = &by->groups[drawn.n];
        drawn.people[drawn.n] = people_of_age(world, group, y, place, left, rng);
        left -= drawn.people[drawn.n];
        weight += group->relative * drawn.people[drawn.n];
    }
    for (size_t g = 0; g < drawn.n; g++) {
        const double rate = by->groups[g].relative * count / weight;
        const double events = gsl_ran_poisson(rng, rate * drawn.people[g]);
        room[g] = it->kind == RATE ? count : drawn.people[g];
        drawn.count[g] = it->kind == RATE ? fmin(events, count)
                                          : gsl_ran_binomial(rng, clamp(rate, 0.001, 0.999),
                                                             (unsigned)drawn.people[g]);
    }
    move_to_sum(drawn.count, nobody, room, drawn.n, count);
    return drawn;
}

static void put_group(FILE *file, const struct indicator *it, int year, const char *area,
                      const char *group, const double counts[2])
{
    PUT_ROW(file, it->code, area, period_of(it, year).at, group,
            number(counts[0], it->full_time ? 1 : 0).at, number(counts[1], 0).at, "", "",
            status_of(it, year), "");
}

static void put_ages(FILE *file, const struct world *world, const struct age_groups *by)
{
    const size_t i = index_of(by->code);
    char name[64];
    snprintf(name, sizeof name, "aldre %s", by->code);
    gsl_rng *rng = stream(name);
    for (size_t y = 0; y < N_YEARS; y++) {
        const int year = FIRST_YEAR + (int)y;
        struct by_age all = {.n = 0};
        if (!is_observed(&indicators[i], year))
            continue;
        for (size_t p = 0; p < N_PLACES; p++) {
            const struct by_age drawn = draw_by_age(world, by, i, y, (enum place)p, rng);
            for (size_t g = 0; g < drawn.n; g++) {
                all.count[g] += drawn.count[g];
                all.people[g] += drawn.people[g];
                const bool whole = p == ELSEWHERE;
                put_group(file, &indicators[i], year, areas[p].code, by->groups[g].name,
                          (const double[]){whole ? all.count[g] : drawn.count[g],
                                           whole ? all.people[g] : drawn.people[g]});
            }
        }
    }
    gsl_rng_free(rng);
}

/* One area in one year; those who moved out were there the year before. */
static void put_moves(FILE *file, const struct world *world, size_t i, size_t y, size_t a,
                      gsl_rng *rng)
{
    const struct indicator *it = &indicators[i];
    const int year = FIRST_YEAR + (int)y;
    const double people = sum_of_place(world->people[it->group][y], (enum place)a);
    const double count = sum_of_place(world->count[i][y], (enum place)a);
    const double people_before = sum_of_place(world->people[it->group][y - 1], (enum place)a);
    const double count_before = sum_of_place(world->count[i][y - 1], (enum place)a);
    const double in = round(moves.in_percent[a] * (1 + gsl_ran_gaussian(rng, 0.06)) / 100 * people);
    const double relative = moves.in_first + moves.in_yearly * (year - FIRST_YEARLY);
    const double in_level = relative * count / people;
    const double in_count = gsl_ran_binomial(rng, clamp(in_level, 0.001, 0.999), (unsigned)in);
    const double out = fmax(1, people_before - (people - in));
    const double out_level = moves.out_relative * count_before / people_before;
    const double out_count = gsl_ran_binomial(rng, clamp(out_level, 0.001, 0.999), (unsigned)out);
    put_group(file, it, year, areas[a].code, "Fastboende",
              (const double[]){count - in_count, people - in});
    put_group(file, it, year, areas[a].code, "Tilflyttere", (const double[]){in_count, in});
    put_group(file, it, year, areas[a].code, "Fraflyttere", (const double[]){out_count, out});
}

static FILE *open_observations(const char *directory, const char *name)
{
    FILE *file = open_csv(directory, name);
    if (file)
        PUT_ROW(file, "indikator", "område", "periode", "gruppe", "tæller", "nævner", "værdi",
                "spredning", "status", "note");
    return file;
}

static bool write_ages(const char *directory, const struct world *world)
{
    FILE *file = open_observations(directory, "observationer/aldersgrupper.csv");
    if (!file)
        return false;
    for (size_t b = 0; b < COUNT_OF(age_groups); b++)
        put_ages(file, world, &age_groups[b]);
    return close_csv(file);
}

static bool write_moves(const char *directory, const struct world *world)
{
    const size_t i = index_of(moves.code);
    FILE *file = open_observations(directory, "observationer/flytninger.csv");
    if (!file)
        return false;
    gsl_rng *rng = stream("flytninger");
    for (size_t y = 1; y < N_YEARS; y++)
        for (size_t a = 0; a < N_AREAS && is_observed(&indicators[i], FIRST_YEAR + (int)y); a++)
            put_moves(file, world, i, y, a, rng);
    gsl_rng_free(rng);
    return close_csv(file);
}

static bool write_surveys(const char *directory, const struct world *world)
{
    FILE *file = open_csv(directory, survey_file);
    if (!file)
        return false;
    PUT_ROW(file, "indikator", "område", "periode", "gruppe", "tæller", "nævner", "værdi",
            "spredning", "status", "note", "svarprocent", "designeffekt", "population");
    for (size_t i = 0; i < N_INDICATORS; i++)
        if (indicators[i].kind == SURVEY)
            put_survey(file, world, i);
    return close_csv(file);
}

/* Everything of one focus area that is not a survey. */
static bool write_focus(const char *directory, const struct world *world, enum focus focus)
{
    FILE *file = open_observations(directory, focuses[focus].file);
    if (!file)
        return false;
    for (size_t i = 0; i < N_INDICATORS; i++) {
        const enum kind kind = indicators[i].kind;
        if (indicators[i].focus != focus || kind == SURVEY)
            continue;
        if (kind == MEAN)
            put_grades(file, world, i);
        else if (kind == VALUE)
            put_values(file, world, i);
        else
            put_shares(file, world, i);
    }
    return close_csv(file);
}

/* The further comparators, each row drawn from a stream of its own. */
static bool write_further(const char *directory)
{
    FILE *file = open_csv(directory, "observationer/sammenligning.csv");
    if (!file)
        return false;
    PUT_ROW(file, "indikator", "område", "periode", "gruppe", "tæller", "nævner", "værdi",
            "spredning", "status", "note");
    for (size_t i = 0; i < COUNT_OF(further_levels); i++) {
        const struct indicator *it = &indicators[index_of(further_levels[i].code)];
        for (size_t f = 0; f < COUNT_OF(further); f++) {
            char name[64];
            snprintf(name, sizeof name, "%s/%s", it->code, further[f].code);
            gsl_rng *rng = stream(name);
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                const double since = year - LEVEL_YEAR;
                const double people = round(further_levels[i].people[f] * (1 + 0.003 * since));
                const double level =
                    further_levels[i].level[f] + further_levels[i].slope[f] * since;
                const double count = gsl_ran_binomial(rng, level / 100, (unsigned)people);
                if (is_observed(it, year))
                    put_counts(file, it, year, further[f].code, (const double[]){count, people});
            }
            gsl_rng_free(rng);
        }
    }
    return close_csv(file);
}

static bool make_directory(const char *path)
{
    if (mkdir(path, 0777) == 0 || errno == EEXIST)
        return true;
    fprintf(stderr, "make_example: %s: %s\n", path, strerror(errno));
    return false;
}

static bool make_directories(const char *directory)
{
    char path[4096];
    const int length = snprintf(path, sizeof path, "%s/observationer", directory);
    return length > 0 && (size_t)length < sizeof path && make_directory(directory) &&
           make_directory(path);
}

static bool write_all(const char *directory, const struct world *world)
{
    bool written = write_plan(directory) && write_areas(directory) && write_indicators(directory) &&
                   write_breaks(directory) && write_targets(directory) && write_theory(directory) &&
                   write_surveys(directory, world) && write_ages(directory, world) &&
                   write_moves(directory, world) && write_further(directory);
    for (size_t f = 0; f < N_FOCUSES && written; f++)
        written = write_focus(directory, world, (enum focus)f);
    return written;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: make_example DIR\n");
        return 2;
    }
    struct world world = {0};
    draw_people(&world);
    for (size_t i = 0; i < N_INDICATORS; i++)
        if (indicators[i].kind == SHARE || indicators[i].kind == RATE)
            draw_counts(&world, i);
    return make_directories(argv[1]) && write_all(argv[1], &world) ? EXIT_SUCCESS : EXIT_FAILURE;
}
