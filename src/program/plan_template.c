/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/plan_template.h"

/* The settings that may stay as they are show the policy of the program. */
static const char *const plan[] = {
    "nøgle;værdi",     "titel;",       "kommune;",  "planstart;",
    "planslut;",       "basisår;",     "udgave;",   "tidligere_udgave;",
    "illustrativ;nej", "konfidens;95", "tærskel;5", "mindste_nævner;20",
    "delta;0,1",       NULL,
};

/*
 * The codes work as they stand. An area without del_af lies in the only municipality there is, so
 * that code may be changed without a thought for the other rows.
 */
static const char *const areas[] = {
    "kode;navn;rolle;del_af;fra;til;alias;note",
    "kommunen;;kommune;;;;;",
    "omraade_1;;område;;;;;",
    "omraade_2;;område;;;;;",
    "afdeling_1a;;afdeling;omraade_1;;;;",
    "afdeling_1b;;afdeling;omraade_1;;;;",
    "afdeling_2a;;afdeling;omraade_2;;;;",
    "afdeling_2b;;afdeling;omraade_2;;;;",
    NULL,
};

/* The four goals, as the agreements on a boligsocial helhedsplan word them, with their focus areas. */
#define EDUCATION                                                                                   \
    "Der skal ske et fagligt løft af børn og unge, så flere bliver skoleparate, og flere tager " \
    "en uddannelse;Uddannelse og livschancer;"
#define EMPLOYMENT "Flere bliver tilknyttet arbejdsmarkedet;Beskæftigelse;"
#define CRIME                                                                                      \
    "Børn og unge skal støttes i et liv uden kriminalitet, og områderne skal opleves trygge;"   \
    "Kriminalitetsforebyggelse;"
#define COMMUNITY                                                                                  \
    "Flere er en del af fællesskabet og deltager aktivt i samfundet;"                             \
    "Sammenhængskraft og medborgerskab;"
#define REGISTER "LBF - Boligsociale Data;ja;"
#define SURVEY "Trygheds-survey VIVE/LBF;nej;"
#define TURNOUT "Andel stemmeberettigede, der har stemt ved seneste kommunalvalg/folketingsvalg "

/* The notes are read by everybody at the seminar: each says what the figure is easily taken for. */
static const char *const indicators[] = {
    "kode;navn;kort_navn;mål;indsatsområde;type;enhed;faktor;god_retning;klasse;målgruppe;"
    "opgørelse;kilde;tendens;lbf_nr;mindste_antal;følsom;delta;note",
    "dagtilbud;Andel 1-5 årige i dagtilbud;1–5-årige i dagtilbud;" EDUCATION
    "andel;pct.;100;op;bestand;1-5-årige;kalenderår;" REGISTER
    "1;;;;Tallet kommer med op til to års forsinkelse. Der er få børn i hvert område, så det kan "
    "svinge meget.",
    "karakterer;Karaktergennemsnit i dansk og matematik for 9.-klasseselever;"
    "Karakterer i 9. klasse;" EDUCATION
    "gennemsnit;karakterpoint;1;op;strøm;Elever i 9. klasse;skoleår;" REGISTER
    "2;;;0,02;Et gennemsnit på 7-trinsskalaen og ikke en andel. Skoleårene 2019/20 og 2020/21 kan "
    "ikke sammenlignes med de andre.",
    "grundskole_uden_uddannelse;Andel 18-29-årige, der har grundskole som højest fuldførte "
    "uddannelse, og som ikke er i gang med en uddannelse;18–29-årige uden uddannelse;" EDUCATION
    "andel;pct.;100;ned;bestand;18-29-årige;09-30;" REGISTER
    "3;;;;Begge betingelser skal være opfyldt: unge, der er i gang med en uddannelse, tæller ikke "
    "med.",
    "restgruppen;Andel 15-29-årige, der hverken er i gang med en uddannelse eller er i "
    "beskæftigelse (restgruppen);15–29-årige i restgruppen;" EMPLOYMENT
    "andel;pct.;100;ned;bestand;15-29-årige;11-30;" REGISTER
    "4;;;;Danmarks Statistiks tal for unge uden job og uddannelse gælder 16-24-årige og er derfor "
    "ikke de samme.",
    "uden_tilknytning;Andel 18-64 årige, der er uden tilknytning til arbejdsmarked og uddannelse;"
    "18–64-årige uden tilknytning;" EMPLOYMENT
    "andel;pct.;100;ned;bestand;18-64-årige;kalenderår;" REGISTER
    "5;;;;Tælleren kan være omregnet til fuldtidspersoner. Andelen er ikke det samme som 100 minus "
    "andelen i beskæftigelse.",
    "sigtede_15_29;Andel 15-29-årige, der er sigtet mindst én gang;15–29-årige sigtet;" CRIME
    "andel;pct.;100;ned;strøm;15-29-årige;kalenderår;" REGISTER
    "6;10;ja;;Tæller personer og ikke sigtelser: den, der er sigtet flere gange, tæller kun med én "
    "gang.",
    "trygge;Andel beboere over 18 år, der føler sig grundlæggende trygge i boligområdet;"
    "Føler sig trygge;" CRIME "survey;pct.;100;op;bestand;Beboere over 18 år;kalenderår;" SURVEY
    "7;;;;En stikprøve, som ikke laves hvert år: se svarprocenten. Politiets tryghedsmåling er en "
    "anden undersøgelse.",
    "frivilligt_arbejde;Andel beboere over 18 år, der laver frivilligt arbejde;"
    "Laver frivilligt arbejde;" COMMUNITY
    "survey;pct.;100;op;bestand;Beboere over 18 år;kalenderår;" SURVEY
    "8;;;;En stikprøve, som ikke laves hvert år: se svarprocenten.",
    "valg_kv;" TURNOUT "(kommunalvalg);Valgdeltagelse, kommunalvalg;" COMMUNITY
    "andel;pct.;100;op;bestand;Stemmeberettigede;dato;" REGISTER
    "9;;;;Flere har stemmeret til kommunalvalg end til folketingsvalg, så de to slags valg kan "
    "ikke sammenlignes.",
    "valg_fv;" TURNOUT "(folketingsvalg);Valgdeltagelse, folketingsvalg;" COMMUNITY
    "andel;pct.;100;op;bestand;Stemmeberettigede;dato;" REGISTER
    "9;;;;Færre har stemmeret til folketingsvalg end til kommunalvalg, så de to slags valg kan "
    "ikke sammenlignes.",
    NULL,
};

/* Those that hold in every municipality. */
static const char *const breaks[] = {
    "indikator;område;periode;årsag",
    "dagtilbud;;2015;Fra 2015 opgøres børnene som fuldtidsenheder over hele året, og det giver "
    "lavere tal.",
    "dagtilbud;;2017;For 2015 og 2016 mangler en del af kommunerne. Tallene kan sammenlignes fra "
    "2017.",
    "karakterer;;2019/20;Prøverne blev aflyst, og lærernes standpunktskarakterer blev "
    "prøvekarakterer.",
    "karakterer;;2021/22;Almindelige prøver igen efter to skoleår med aflyste prøver og særlige "
    "regler.",
    "trygge;;2023;Spørgeskemaet er kortet ned, og et andet bureau spørger.",
    "frivilligt_arbejde;;2023;Spørgeskemaet er kortet ned, og et andet bureau spørger.",
    NULL,
};

static const char *const targets[] = {"indikator;område;periode;mål", NULL};

static const char *const theory[] = {
    "indsatsområde;aktivitet;sigt;forventet_resultat;indikator;forventet_retning", NULL};

#define FIGURES "indikator;område;periode;gruppe;tæller;nævner;værdi;spredning;status;note"

static const char *const register_figures[] = {FIGURES, NULL};

static const char *const survey_figures[] = {FIGURES ";svarprocent;designeffekt;population", NULL};

static const struct template_file files[] = {
    {"plan.csv", plan},
    {"omraader.csv", areas},
    {"indikatorer.csv", indicators},
    {"brud.csv", breaks},
    {"maaltal.csv", targets},
    {"forandringsteori.csv", theory},
    {PLAN_TEMPLATE_FIGURES "/boligsociale_data.csv", register_figures},
    {PLAN_TEMPLATE_FIGURES "/tryghedssurvey.csv", survey_figures},
};

const struct template_file *plan_template_at(size_t index)
{
    return index < sizeof files / sizeof *files ? &files[index] : NULL;
}
