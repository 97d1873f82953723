/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/method_words.h"

static const char *const words[METHOD_COUNT][2] = {
    [METHOD_NONE] = {"", ""},
    [METHOD_GIVEN] = {"værdien, som kilden giver den, uden interval",
                      "the value as the source gives it, without interval"},
    [METHOD_WILSON] = {"andel: Wilsons interval (1927)", "share: Wilson's interval (1927)"},
    [METHOD_WILSON_SURVEY] = {"andel i en stikprøve: Wilsons interval på det effektive antal svar",
                              "share in a sample: Wilson's interval on the effective number of "
                              "answers"},
    [METHOD_GARWOOD] = {"rate: Garwoods eksakte interval (1936)",
                        "rate: Garwood's exact interval (1936)"},
    [METHOD_T] = {"gennemsnit: Students t", "mean: Student's t"},
    [METHOD_NEWCOMBE10] = {"forskel mellem to andele: Newcombes metode 10 (1998)",
                           "difference of two shares: Newcombe's method 10 (1998)"},
    [METHOD_MOVER_GARWOOD] = {"forskel mellem to rater: MOVER med Garwoods grænser",
                              "difference of two rates: MOVER with Garwood's limits"},
    [METHOD_WELCH] = {"forskel mellem to gennemsnit: Welchs interval (1947)",
                      "difference of two means: Welch's interval (1947)"},
    [METHOD_NEWCOMBE10_PART_WHOLE] = {"andel i et område minus andelen i den kommune eller det "
                                      "land, det er en del af: Newcombes metode 10",
                                      "share in an area minus that of the municipality or country "
                                      "it is part of: Newcombe's method 10"},
    [METHOD_MOVER_GARWOOD_PART_WHOLE] = {"rate i et område minus raten i den kommune eller det "
                                         "land, det er en del af: MOVER med Garwoods grænser",
                                         "rate in an area minus that of the municipality or "
                                         "country it is part of: MOVER with Garwood's limits"},
    [METHOD_WELCH_PART_WHOLE] = {"gennemsnit i et område minus gennemsnittet i den kommune eller "
                                 "det land, det er en del af: Welchs interval",
                                 "mean in an area minus that of the municipality or country it is "
                                 "part of: Welch's interval"},
    [METHOD_DIFFERENCE] = {"forskel uden interval", "difference without interval"},
    [METHOD_KATZ_LOG] = {"forhold mellem to andele: Katz m.fl. (1978)",
                         "ratio of two shares: Katz et al. (1978)"},
    [METHOD_MOVER_WILSON] = {"forhold mellem to andele: Donner og Zou (2012)",
                             "ratio of two shares: Donner and Zou (2012)"},
    [METHOD_EXACT_RATIO] = {"forhold mellem to rater: eksakt, betinget af summen af hændelser",
                            "ratio of two rates: exact, given the sum of events"},
    [METHOD_OLS_T] = {"ret linje ved mindste kvadrater, Students t med n − 2 frihedsgrader",
                      "straight line by least squares, Student's t on n − 2 degrees of freedom"},
    [METHOD_MOVER] = {"forskel mellem to tal ud fra deres intervaller: kun tilfældig variation",
                      "difference of two figures from their intervals: random variation only"},
    [METHOD_ENGINE_B] =
        {"hældning med fælles autokorrelation og dæmpet spredning over alle serier "
         "af samme slags",
         "slope with autocorrelation and moderated spread pooled over all series of "
         "a class"},
    [METHOD_DOBSON] = {"direkte standardiseret rate: Dobson m.fl. (1991)",
                       "directly standardised rate: Dobson et al. (1991)"},
    [METHOD_BEFORE_AFTER] = {"ændring efter en dato: mindste kvadrater, Students t",
                             "change after a date: least squares, Student's t"},
    [METHOD_CLOPPER_PEARSON] = {"andel: Clopper og Pearsons eksakte interval (1934)",
                                "share: Clopper and Pearson's exact interval (1934)"},
    [METHOD_BYAR] = {"rate: Byars tilnærmelse til det eksakte interval",
                     "rate: Byar's approximation to the exact interval"},
    [METHOD_MIETTINEN_NURMINEN] = {"forskel mellem to andele: Miettinen og Nurminen (1985)",
                                   "difference of two shares: Miettinen and Nurminen (1985)"},
    [METHOD_THEIL_SEN] = {"medianen af hældningerne mellem alle par af målinger",
                          "median of the slopes between all pairs of figures"},
    [METHOD_QUASI_BINOMIAL] = {"logit-linje med spredningen fra residualerne",
                               "logit line with the dispersion of its residuals"},
    [METHOD_QUASI_POISSON] = {"log-linje med spredningen fra residualerne",
                              "log line with the dispersion of its residuals"},
    [METHOD_ENGINE_A] = {"hældning af serien for sig: foreningsmængden af fire intervaller",
                         "slope of the series by itself: the union of four intervals"},
    [METHOD_FIELLER] = {"hvor linjen krydser nul: Fieller (1954)",
                        "where the line crosses zero: Fieller (1954)"},
    [METHOD_NONCENTRAL_T] = {"mindste hældning, som en t-test finder med den givne styrke",
                             "smallest slope that a t test finds with the given power"},
    [METHOD_OLS_PREDICTION] =
        {"hvor en ret linje ved mindste kvadrater fører hen: interval for den "
         "næste måling",
         "where a straight line by least squares leads: the interval of the "
         "next figure"},
    [METHOD_MANN_KENDALL] = {"Kendalls S, eksakt når der ingen tendens er",
                             "Kendall's S, exact where there is no trend"},
    [METHOD_CALENDAR] = {"regnet ud fra datoer", "counted from dates"},
    [METHOD_PLACEBO_DATES] = {"samme regnestykke på andre datoer", "the same sum at other dates"},
    [METHOD_RELATIVE_MAGNITUDE] = {"hvor stor en drift der skal til, målt i den største før: "
                                   "Rambachan og Roth (2023), forenklet",
                                   "how large a drift it takes, in the largest before: Rambachan "
                                   "and Roth (2023), in simple form"},
    [METHOD_REGRESSION_TO_MEAN] =
        {"tilbagevenden mod gennemsnittet, ventet af tilfældigheder alene: Galton (1886), Burrows "
         "(1972)",
         "regression to the mean, expected of chance alone: Galton (1886), Burrows (1972)"},
    [METHOD_INVERSE_VARIANCE] =
        {"områdernes hældninger under ét, vejet med den omvendte varians",
         "the slopes of the areas as one, weighted by the inverse of their variances"},
    [METHOD_CHI_SQUARED] = {"Pearsons χ² (1900)", "Pearson’s χ² (1900)"},
    [METHOD_FREEMAN_HALTON] = {"eksakt test: Freeman og Halton (1951)",
                               "exact test: Freeman and Halton (1951)"},
    [METHOD_WELCH_SLOPES] = {"hældninger holdt op mod hinanden: Welch (1947, 1951)",
                             "slopes held against each other: Welch (1947, 1951)"},
    [METHOD_WELCH_MEANS] = {"flere gennemsnit holdt op mod hinanden: Welchs F (1951)",
                            "several means held against each other: Welch's F (1951)"},
    [METHOD_RANK_PAIRS] =
        {"rang, og de range som områdernes parvise forskelle tillader: Mogstad m.fl. (2024)",
         "rank, and those that the pairwise differences allow: Mogstad et al. (2024)"},
    [METHOD_DIRECT] = {"direkte standardiseret andel, normalfordelt interval",
                       "directly standardised share, normal interval"},
    [METHOD_KITAGAWA] = {"forskel delt i to: Kitagawa (1955)",
                         "difference in two parts: Kitagawa (1955)"},
    [METHOD_POWER] = {"mindste forskel, som ses fire gange ud af fem",
                      "smallest difference that is seen four times of five"},
    [METHOD_POWER_WITHIN] = {"mindste forskel, som ses fire gange ud af fem, hvis kun "
                             "tilfældigheder inden for årene spiller ind: en nedre grænse",
                             "smallest difference that is seen four times of five if chance within "
                             "the years alone is at play: a lower limit"},
    [METHOD_REQUIREMENTS] = {"hvornår kravene til en vurdering er opfyldt",
                             "when the requirements of a verdict are met"},
    [METHOD_BOTH_ENGINES] = {"metode A og B siger det samme", "methods A and B say the same"},
    [METHOD_ONE_ENGINE] = {"kun den ene metode siger det", "only one of the methods says it"},
};

const char *method_words(enum language language, enum method method)
{
    return say(language, words[method][0], words[method][1]);
}

const char *method_note(enum language language, enum method method)
{
    bool part_of_whole = method == METHOD_NEWCOMBE10_PART_WHOLE ||
                         method == METHOD_MOVER_GARWOOD_PART_WHOLE ||
                         method == METHOD_WELCH_PART_WHOLE;
    return part_of_whole
               ? say(language,
                     "Området er en del af kommunen: intervallet er (1 − w) gange det for "
                     "forskellen "
                     "til resten af kommunen, hvor w er områdets andel af nævneren.",
                     "The area is part of the municipality: the interval is (1 − w) times that of "
                     "the difference to the rest of it, where w is the area's share of the "
                     "denominator.")
               : "";
}
