/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/glossary.h"

#include <strings.h>

/* In the order of the Danish terms. */
static const struct glossary_entry entries[] = {
    {"afstand (forskel)",
     "Områdets tal minus det tal, der sammenlignes med, som regel resten af kommunens. Er "
     "afstanden +5 pct.-point, er områdets andel 5 pct.-point højere.",
     "gap",
     "The area's figure minus the one it is compared with, as a rule that of the rest of "
     "the municipality. A gap of +5 percentage points means that the area's share is 5 "
     "percentage points higher."},
    {"alderssammensætning",
     "Hvor stor en del af beboerne hver aldersgruppe udgør. To områder kan have forskellige tal, "
     "alene fordi det ene har flere unge eller flere ældre.",
     "age structure",
     "How large a part of the residents each age group is. Two areas can have different figures "
     "merely because one of them has more young or more old residents."},
    {"andel",
     "Hvor mange ud af alle i gruppen, i pct.: tælleren divideret med nævneren og ganget med 100.",
     "share",
     "How many out of everybody in the group, in per cent: the numerator divided by the "
     "denominator, times 100."},
    {"baseline (basisår)",
     "Det år, udviklingen måles fra. Er der ikke et tal for netop det år, bruges den seneste "
     "måling før det.",
     "baseline year",
     "The year that change is measured from. Where that year has no figure, the "
     "last one before it is used."},
    {"bestand",
     "Et tal, der for det meste handler om de samme personer år efter år, for eksempel dem, der "
     "bor i området en bestemt dag.",
     "stock",
     "A figure that is mostly about the same persons year after year, such as those who "
     "live in the area on a given day."},
    {"databrud",
     "Et skift i, hvad der måles eller hvordan, så tallene før og efter ikke kan sammenlignes. "
     "Ingen tendens beregnes hen over et databrud.",
     "series break",
     "A change of what is measured or how, so that figures before and after it "
     "cannot be compared. No trend is computed across a break."},
    {"designeffekt",
     "Hvor mange gange større en stikprøves varians er, end hvis alle svar var trukket helt "
     "tilfældigt. Er den 1, er der ingen forskel.",
     "design effect",
     "How many times larger the variance of a sample is than if every answer had "
     "been drawn at random. Where it is 1, there is no difference."},
    {"difference-in-differences",
     "Områdets ændring minus ændringen der, hvor der sammenlignes, i de samme år. Det, der har "
     "ramt "
     "begge lige meget, går ud; det, der kun har ramt den ene, bliver stående.",
     "difference-in-differences",
     "The area's change less the change of what it is compared with, in the same years. What has "
     "met both alike goes out; what has met only one of them stays."},
    {"diskretionering",
     "At skjule tal om så få personer, at nogen kunne genkendes. Ofte må også et større tal "
     "skjules, så det lille ikke kan regnes ud.",
     "disclosure control",
     "Hiding figures about so few persons that somebody could be "
     "recognised. Often a larger figure must be hidden too, so that the "
     "small one cannot be worked out."},
    {"eksponering",
     "Hvor meget af den tid, et tal handler om, der ligger efter helhedsplanens start, i pct. Er "
     "den hverken 0 eller 100, regnes tallet hverken til før eller efter.",
     "exposure",
     "How much of the time that a figure is about lies after the plan's start, in per cent. Where "
     "it is neither 0 nor 100, the figure counts neither as before nor as after."},
    {"fastboende", "Dem, der bor i området i en periode, og som også boede der i perioden før.",
     "stayers",
     "Those who live in the area in a period and also lived there in the period before."},
    {"forandringsteori",
     "Beskrivelsen af, hvordan aktiviteterne ventes at føre til resultater på kort, mellemlangt "
     "og langt sigt.",
     "theory of change",
     "The account of how activities are expected to lead to results in the "
     "short, medium and long run."},
    {"foreløbigt tal", "Et tal, som kilden endnu kan rette.", "provisional figure",
     "A figure that the source may still correct."},
    {"fraflytter",
     "En, der boede i området i perioden før og ikke gør det mere. Tallene om fraflyttere er om "
     "dem, som de var, før de flyttede.",
     "out-mover",
     "Somebody who lived in the area in the period before and no longer does. Figures on "
     "out-movers are about them as they were before they moved."},
    {"fuldtidsperson",
     "Tid regnet om til hele personer: den, der er uden for arbejdsmarkedet i 3 af årets 12 "
     "måneder, tæller 0,25.",
     "full-time person",
     "Time turned into whole persons: somebody who is outside the labour "
     "market for 3 months of the year's 12 counts 0.25."},
    {"før og efter",
     "Den gennemsnitlige afstand før helhedsplanens start holdt op mod den efter. Det beskriver, "
     "hvad der er ændret, og ikke hvorfor.",
     "before and after",
     "The mean gap before the plan's start held against the one after it. It describes what has "
     "changed, and not why."},
    {"indsnævres og udvides",
     "Afstanden bliver mindre eller større fra år til år. Den kan også indsnævres, fordi "
     "kommunen går tilbage, så se altid, hvem der har flyttet sig.",
     "narrows and widens",
     "The gap grows smaller or larger from year to year. It can also narrow "
     "because the municipality falls back, so always look at which of them "
     "has moved."},
    {"kan ikke afgøres",
     "Tallene er for få eller svinger for meget til at vise, om afstanden ændrer sig. Det er ikke "
     "det samme, som at den er uændret.",
     "cannot be determined",
     "The figures are too few or vary too much to show whether the gap is "
     "changing. That is not the same as unchanged."},
    {"klart",
     "To forskellige beregninger siger det samme, og svaret holder også, når der tages højde for, "
     "at mange tal vurderes på én gang. Uden »klart« er der tegn på ændringen, men svaret er ikke "
     "sikkert nok til at stå alene.",
     "clearly",
     "Two different calculations say the same, and the answer also stands when allowance is made "
     "for the many figures that are judged at once. Without “clearly” there are signs of the "
     "change, but the answer is not certain enough to stand alone."},
    {"konfidensinterval (sikkerhedsinterval)",
     "De grænser, som tallet må ventes at ligge imellem, når der tages højde for tilfældige "
     "udsving. Jo færre personer, jo bredere interval.",
     "confidence interval",
     "The limits that the figure can be expected to lie between when chance is allowed for. The "
     "fewer persons, the wider the interval."},
    {"måltal", "Det niveau, bestyrelsen vil nå i en bestemt periode.", "target",
     "The level that the board wants to reach in a given period."},
    {"niveau", "Tallet selv i en bestemt periode, for eksempel 23,4 pct. i 2021.", "level",
     "The figure itself in one period, for example 23.4 per cent in 2021."},
    {"nævner",
     "Alle dem, der kunne have talt med, for eksempel alle 15-29-årige i området. Står under "
     "brøkstregen.",
     "denominator",
     "All those who could have counted, for example everybody aged 15-29 in the "
     "area. It stands below the fraction line."},
    {"områderne under ét",
     "Planens områder vurderet sammen: et gennemsnit af deres tendenser i afstanden, hvor det "
     "sikreste tal vejer mest. Det kan vise en ændring, som intet af dem kan vise alene.",
     "the areas as one",
     "The plan's areas judged together: a mean of their slopes of the gap, in which the surest "
     "figure weighs most. It can show a change that none of them can show alone."},
    {"pct.-point",
     "Forskellen mellem to procenttal. Fra 40 til 44 pct. er der 4 pct.-point, men stigningen er "
     "på 10 pct.",
     "percentage point",
     "The difference between two percentages. From 40 to 44 per cent is 4 "
     "percentage points, but a rise of 10 per cent."},
    {"placebodato",
     "En anden dato end planens start, hvor det samme regnestykke prøves. Giver flere af dem en "
     "lige så stor ændring, er ændringen ved planens start ikke noget særligt.",
     "placebo date",
     "A date other than the plan's start at which the same sum is tried. Where several of them "
     "give as large a change, the change at the plan's start is nothing special."},
    {"plads",
     "Områdets plads, når områderne stilles op efter deres tal; plads 1 er bedst. Står der »plads "
     "1–3«, er forskellene for usikre til at sige hvilken.",
     "place",
     "The area's place where the areas are put in the order of their figures; 1 is the best. "
     "Where it says »place 1–3«, the differences are too uncertain to say which."},
    {"resten af kommunen",
     "Kommunen uden helhedsplanens områder. Den bruges til sammenligning, fordi områderne selv "
     "tæller med i kommunens tal.",
     "rest of the municipality",
     "The municipality without the plan's areas. It is compared with "
     "because the areas themselves are part of the municipality's "
     "figures."},
    {"restgruppen", "De unge, der hverken er i gang med en uddannelse eller er i beskæftigelse.",
     "NEET", "Young people who are neither in education nor in employment."},
    {"samlet", "Alle helhedsplanens områder under ét.", "total",
     "All the plan's areas taken together."},
    {"spredning",
     "Hvor langt de enkelte værdier typisk ligger fra gennemsnittet (standardafvigelsen).",
     "spread", "How far single values typically lie from the mean (the standard deviation)."},
    {"standardisering (for alder)",
     "At regne ud, hvad tallet ville være, hvis området havde lige så mange i hver aldersgruppe "
     "som det, der sammenlignes med. Niveauet i hver gruppe er områdets eget.",
     "standardisation (for age)",
     "Working out what the figure would be if the area had as many in each age group as what it is "
     "compared with. The level within each group is the area's own."},
    {"stikprøve",
     "En undersøgelse, hvor kun nogle er spurgt. Resultatet er derfor usikkert, også når alt er "
     "gjort rigtigt.",
     "sample",
     "A study in which only some are asked. Its result is therefore uncertain, even "
     "where everything is done right."},
    {"strøm",
     "Et tal om hændelser eller om nye personer hvert år, for eksempel årets 9.-klasseselever.",
     "flow",
     "A figure about events, or about new persons each year, such as the year's pupils in "
     "the 9th grade."},
    {"svarprocent",
     "Hvor stor en del af de spurgte der har svaret. Er den lav, kan de, der ikke har svaret, "
     "være anderledes end resten.",
     "response rate",
     "How large a part of those asked have answered. Where it is low, those who "
     "did not answer may differ from the others."},
    {"tendens",
     "Den gennemsnitlige ændring pr. år, når en ret linje lægges gennem tallene. Den siger ikke, "
     "hvad ændringen skyldes.",
     "trend",
     "The average change a year when a straight line is laid through the figures. It "
     "does not say what causes the change."},
    {"tilbagevenden mod gennemsnittet",
     "Et område, der er udpeget, fordi det lå yderst i et bestemt år, lå der delvis ved et "
     "tilfælde "
     "og vil som regel ligge nærmere de andre næste gang, også uden at noget er gjort.",
     "regression to the mean",
     "An area that was chosen because it was extreme in a certain year was so partly by chance, "
     "and will as a rule lie nearer the others next time, also where nothing was done."},
    {"tilflytter", "En, der bor i området i en periode og ikke boede der i perioden før.",
     "in-mover",
     "Somebody who lives in the area in a period and did not live there in the period before."},
    {"tilfældig variation",
     "De udsving, som tal om få personer altid har fra gang til gang. En forskel, der ikke kan "
     "skelnes fra dem, er ikke vist; det er ikke det samme, som at der ingen er.",
     "random variation",
     "How figures about few persons always vary from time to time. A difference that cannot be "
     "told from it is not shown; that is not to say that there is none."},
    {"tvilling", "Et område et andet sted, som ligner og derfor er værd at sammenligne med.",
     "twin area", "A like area elsewhere, which is worth comparing with."},
    {"tæller",
     "Dem, der tæller med, for eksempel de 15-29-årige i restgruppen. Står over brøkstregen.",
     "numerator",
     "Those who do count, for example the NEET among those aged 15-29. It stands "
     "above the fraction line."},
    {"uændret",
     "Tallene viser, at afstanden højst har ændret sig så lidt, at det ingen betydning har.",
     "unchanged",
     "The figures show that the gap has changed by so little, if at all, that it "
     "does not matter."},
};

#define ENTRIES (sizeof entries / sizeof *entries)

/* How many English terms come before this one's. */
static size_t english_place(const struct glossary_entry *entry)
{
    size_t place = 0;
    for (size_t i = 0; i < ENTRIES; i++)
        place += strcasecmp(entries[i].english_term, entry->english_term) < 0;
    return place;
}

const struct glossary_entry *glossary_at(enum language language, size_t index)
{
    if (index >= ENTRIES)
        return NULL;
    if (language == LANGUAGE_DANISH)
        return &entries[index];
    size_t at = 0;
    while (english_place(&entries[at]) != index)
        at++;
    return &entries[at];
}
