/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/references.h"

static const struct {
    const char *brief, *full;
} references[] = {
    [REFERENCE_NONE] = {"", ""},
    [REFERENCE_AITKEN_1935] =
        {"Aitken 1935", "Aitken, A. C. (1935). On least squares and linear combination of "
                        "observations. Proceedings of the Royal Society of Edinburgh 55, 42–48."},
    [REFERENCE_BENJAMINI_1995] =
        {"Benjamini & Hochberg 1995",
         "Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate: a practical "
         "and powerful approach to multiple testing. Journal of the Royal Statistical Society, "
         "Series B 57(1), 289–300."},
    [REFERENCE_BENJAMINI_2001] =
        {"Benjamini & Yekutieli 2001",
         "Benjamini, Y. & Yekutieli, D. (2001). The control of the false discovery rate in "
         "multiple testing under dependency. Annals of Statistics 29(4), 1165–1188."},
    [REFERENCE_BLOOM_1995] =
        {"Bloom 1995",
         "Bloom, H. S. (1995). Minimum detectable effects: a simple way to report the statistical "
         "power of experimental designs. Evaluation Review 19(5), 547–556."},
    [REFERENCE_BOTTOMLEY_2019] =
        {"Bottomley, Scott & Isham 2019",
         "Bottomley, C., Scott, J. A. G. & Isham, V. (2019). Analysing interrupted time series "
         "with a control. Epidemiologic Methods 8(1), 20180010."},
    [REFERENCE_BRESLOW_1987] =
        {"Breslow & Day 1987",
         "Breslow, N. E. & Day, N. E. (1987). Statistical Methods in Cancer Research, Volume II: "
         "The Design and Analysis of Cohort Studies. IARC Scientific Publications 82. Lyon: "
         "International Agency for Research on Cancer."},
    [REFERENCE_BURROWS_1972] =
        {"Burrows 1972", "Burrows, P. M. (1972). Expected selection differentials for directional "
                         "selection. Biometrics 28(4), 1091–1100."},
    [REFERENCE_CLOPPER_1934] =
        {"Clopper & Pearson 1934",
         "Clopper, C. J. & Pearson, E. S. (1934). The use of confidence or fiducial limits "
         "illustrated in the case of the binomial. Biometrika 26(4), 404–413."},
    [REFERENCE_COHEN_1988] = {"Cohen 1988",
                              "Cohen, J. (1988). Statistical Power Analysis for the Behavioral "
                              "Sciences. 2nd edition. Hillsdale, NJ: Lawrence Erlbaum."},
    [REFERENCE_DOBSON_1991] =
        {"Dobson et al. 1991",
         "Dobson, A. J., Kuulasmaa, K., Eberle, E. & Scherer, J. (1991). Confidence intervals for "
         "weighted sums of Poisson parameters. Statistics in Medicine 10(3), 457–462."},
    [REFERENCE_DONNER_2012] =
        {"Donner & Zou 2012",
         "Donner, A. & Zou, G. Y. (2012). Closed-form confidence intervals for functions of the "
         "normal mean and standard deviation. Statistical Methods in Medical Research 21(4), "
         "347–359."},
    [REFERENCE_DRAPER_1998] = {"Draper & Smith 1998",
                               "Draper, N. R. & Smith, H. (1998). Applied Regression Analysis. 3rd "
                               "edition. New York: Wiley."},
    [REFERENCE_FIELLER_1954] =
        {"Fieller 1954", "Fieller, E. C. (1954). Some problems in interval estimation. Journal of "
                         "the Royal Statistical Society, Series B 16(2), 175–185."},
    [REFERENCE_FREEMAN_1951] =
        {"Freeman & Halton 1951",
         "Freeman, G. H. & Halton, J. H. (1951). Note on an exact treatment of contingency, "
         "goodness of fit and other problems of significance. Biometrika 38(1–2), 141–149."},
    [REFERENCE_GALTON_1886] =
        {"Galton 1886", "Galton, F. (1886). Regression towards mediocrity in hereditary stature. "
                        "Journal of the Anthropological Institute of Great Britain and Ireland "
                        "15, 246–263."},
    [REFERENCE_GARWOOD_1936] = {"Garwood 1936",
                                "Garwood, F. (1936). Fiducial limits for the Poisson distribution. "
                                "Biometrika 28(3–4), 437–442."},
    [REFERENCE_HAYES_2006] =
        {"Hayes & Berry 2006",
         "Hayes, L. J. & Berry, G. (2006). Comparing the part with the whole: should overlap be "
         "ignored in public health measures? Journal of Public Health 28(3), 278–282."},
    [REFERENCE_HOLLANDER_1999] =
        {"Hollander & Wolfe 1999",
         "Hollander, M. & Wolfe, D. A. (1999). Nonparametric Statistical Methods. 2nd edition. "
         "New York: Wiley."},
    [REFERENCE_HOLM_1979] =
        {"Holm 1979", "Holm, S. (1979). A simple sequentially rejective multiple test procedure. "
                      "Scandinavian Journal of Statistics 6(2), 65–70."},
    [REFERENCE_HUNDEPOOL_2012] =
        {"Hundepool et al. 2012",
         "Hundepool, A., Domingo-Ferrer, J., Franconi, L., Giessing, S., Schulte Nordholt, E., "
         "Spicer, K. & de Wolf, P.-P. (2012). Statistical Disclosure Control. Chichester: Wiley."},
    [REFERENCE_JOHNSON_1940] = {"Johnson & Welch 1940",
                                "Johnson, N. L. & Welch, B. L. (1940). Applications of the "
                                "non-central t-distribution. Biometrika 31(3–4), 362–389."},
    [REFERENCE_KATZ_1978] =
        {"Katz et al. 1978",
         "Katz, D., Baptista, J., Azen, S. P. & Pike, M. C. (1978). Obtaining confidence intervals "
         "for the risk ratio in cohort studies. Biometrics 34(3), 469–474."},
    [REFERENCE_KENDALL_1975] =
        {"Kendall 1975", "Kendall, M. G. (1975). Rank Correlation Methods. 4th edition. London: "
                         "Charles Griffin."},
    [REFERENCE_KING_2012] =
        {"King, Harper & Young 2012",
         "King, N. B., Harper, S. & Young, M. E. (2012). Use of relative and absolute effect "
         "measures in reporting health inequalities: structured review. BMJ 345, e5774."},
    [REFERENCE_KISH_1965] = {"Kish 1965", "Kish, L. (1965). Survey Sampling. New York: Wiley."},
    [REFERENCE_KITAGAWA_1955] =
        {"Kitagawa 1955",
         "Kitagawa, E. M. (1955). Components of a difference between two rates. Journal of the "
         "American Statistical Association 50(272), 1168–1194."},
    [REFERENCE_KNAPP_2003] =
        {"Knapp & Hartung 2003",
         "Knapp, G. & Hartung, J. (2003). Improved tests for a random effects meta-regression "
         "with a single covariate. Statistics in Medicine 22(17), 2693–2710."},
    [REFERENCE_MANN_1945] = {"Mann 1945", "Mann, H. B. (1945). Nonparametric tests against trend. "
                                          "Econometrica 13(3), 245–259."},
    [REFERENCE_MCCULLAGH_1989] =
        {"McCullagh & Nelder 1989",
         "McCullagh, P. & Nelder, J. A. (1989). Generalized Linear Models. 2nd edition. London: "
         "Chapman & Hall."},
    [REFERENCE_MIETTINEN_1985] =
        {"Miettinen & Nurminen 1985",
         "Miettinen, O. & Nurminen, M. (1985). Comparative analysis of two rates. Statistics in "
         "Medicine 4(2), 213–226."},
    [REFERENCE_MOGSTAD_2024] =
        {"Mogstad et al. 2024",
         "Mogstad, M., Romano, J. P., Shaikh, A. M. & Wilhelm, D. (2024). Inference for ranks with "
         "applications to mobility across neighbourhoods and academic achievement across "
         "countries. Review of Economic Studies 91(1), 476–518."},
    [REFERENCE_NEWCOMBE_1998] =
        {"Newcombe 1998",
         "Newcombe, R. G. (1998). Interval estimation for the difference between independent "
         "proportions: comparison of eleven methods. Statistics in Medicine 17(8), 873–890."},
    [REFERENCE_PAULE_1982] =
        {"Paule & Mandel 1982",
         "Paule, R. C. & Mandel, J. (1982). Consensus values and weighting factors. Journal of "
         "Research of the National Bureau of Standards 87(5), 377–385."},
    [REFERENCE_PEARSON_1900] =
        {"Pearson 1900",
         "Pearson, K. (1900). On the criterion that a given system of deviations from the "
         "probable in the case of a correlated system of variables is such that it can be "
         "reasonably supposed to have arisen from random sampling. Philosophical Magazine, Series "
         "5, 50(302), 157–175."},
    [REFERENCE_RAMBACHAN_2023] =
        {"Rambachan & Roth 2023",
         "Rambachan, A. & Roth, J. (2023). A more credible approach to parallel trends. Review of "
         "Economic Studies 90(5), 2555–2591."},
    [REFERENCE_ROTH_2022] =
        {"Roth 2022", "Roth, J. (2022). Pretest with caution: event-study estimates after testing "
                      "for parallel trends. American Economic Review: Insights 4(3), 305–322."},
    [REFERENCE_SCHUIRMANN_1987] =
        {"Schuirmann 1987",
         "Schuirmann, D. J. (1987). A comparison of the two one-sided tests procedure and the "
         "power approach for assessing the equivalence of average bioavailability. Journal of "
         "Pharmacokinetics and Biopharmaceutics 15(6), 657–680."},
    [REFERENCE_SEN_1968] =
        {"Sen 1968", "Sen, P. K. (1968). Estimates of the regression coefficient based on "
                     "Kendall’s tau. Journal of the American Statistical Association 63(324), "
                     "1379–1389."},
    [REFERENCE_SMYTH_2004] =
        {"Smyth 2004",
         "Smyth, G. K. (2004). Linear models and empirical Bayes methods for assessing "
         "differential expression in microarray experiments. Statistical Applications in Genetics "
         "and Molecular Biology 3(1), article 3."},
    [REFERENCE_STUDENT_1908] = {"Student 1908", "Student (1908). The probable error of a mean. "
                                                "Biometrika 6(1), 1–25."},
    [REFERENCE_THEIL_1950] =
        {"Theil 1950",
         "Theil, H. (1950). A rank-invariant method of linear and polynomial regression analysis, "
         "I–III. Proceedings of the Koninklijke Nederlandse Akademie van Wetenschappen 53, "
         "386–392, 521–525, 1397–1412."},
    [REFERENCE_TURNER_2021] =
        {"Turner et al. 2021",
         "Turner, S. L., Forbes, A. B., Karahalios, A., Taljaard, M. & McKenzie, J. E. (2021). "
         "Evaluation of statistical methods used in the analysis of interrupted time series "
         "studies: a simulation study. BMC Medical Research Methodology 21, 181."},
    [REFERENCE_WEDDERBURN_1974] =
        {"Wedderburn 1974",
         "Wedderburn, R. W. M. (1974). Quasi-likelihood functions, generalized linear models, and "
         "the Gauss–Newton method. Biometrika 61(3), 439–447."},
    [REFERENCE_WELCH_1947] =
        {"Welch 1947",
         "Welch, B. L. (1947). The generalization of »Student’s« problem when several different "
         "population variances are involved. Biometrika 34(1–2), 28–35."},
    [REFERENCE_WELCH_1951] = {"Welch 1951",
                              "Welch, B. L. (1951). On the comparison of several mean values: an "
                              "alternative approach. Biometrika 38(3–4), 330–336."},
    [REFERENCE_WILSON_1927] =
        {"Wilson 1927", "Wilson, E. B. (1927). Probable inference, the law of succession, and "
                        "statistical inference. Journal of the American Statistical Association "
                        "22(158), 209–212."},
};
_Static_assert(sizeof references / sizeof *references == REFERENCE_COUNT, "one row each");

const char *reference_short(enum reference reference)
{
    return references[reference].brief;
}

const char *reference_full(enum reference reference)
{
    return references[reference].full;
}

/* --- what rests on what ------------------------------------------------------------------------ */

#define MOST_SOURCES 5 /* of one thing; REFERENCE_NONE where they end */

static const enum reference of_methods[METHOD_COUNT][MOST_SOURCES] = {
    [METHOD_WILSON] = {REFERENCE_WILSON_1927},
    [METHOD_WILSON_SURVEY] = {REFERENCE_WILSON_1927, REFERENCE_KISH_1965},
    [METHOD_GARWOOD] = {REFERENCE_GARWOOD_1936},
    [METHOD_T] = {REFERENCE_STUDENT_1908},
    [METHOD_NEWCOMBE10] = {REFERENCE_NEWCOMBE_1998, REFERENCE_WILSON_1927},
    [METHOD_MOVER_GARWOOD] = {REFERENCE_DONNER_2012, REFERENCE_GARWOOD_1936},
    [METHOD_WELCH] = {REFERENCE_WELCH_1947},
    [METHOD_NEWCOMBE10_PART_WHOLE] = {REFERENCE_NEWCOMBE_1998, REFERENCE_WILSON_1927,
                                      REFERENCE_HAYES_2006},
    [METHOD_MOVER_GARWOOD_PART_WHOLE] = {REFERENCE_DONNER_2012, REFERENCE_GARWOOD_1936,
                                         REFERENCE_HAYES_2006},
    [METHOD_WELCH_PART_WHOLE] = {REFERENCE_WELCH_1947, REFERENCE_HAYES_2006},
    [METHOD_KATZ_LOG] = {REFERENCE_KATZ_1978},
    [METHOD_MOVER_WILSON] = {REFERENCE_DONNER_2012, REFERENCE_WILSON_1927},
    [METHOD_EXACT_RATIO] = {REFERENCE_CLOPPER_1934},
    [METHOD_OLS_T] = {REFERENCE_STUDENT_1908},
    [METHOD_MOVER] = {REFERENCE_DONNER_2012},
    [METHOD_ENGINE_A] = {REFERENCE_AITKEN_1935, REFERENCE_PAULE_1982, REFERENCE_KNAPP_2003},
    [METHOD_ENGINE_B] = {REFERENCE_AITKEN_1935, REFERENCE_PAULE_1982, REFERENCE_KNAPP_2003,
                         REFERENCE_SMYTH_2004},
    [METHOD_DOBSON] = {REFERENCE_DOBSON_1991},
    [METHOD_CLOPPER_PEARSON] = {REFERENCE_CLOPPER_1934},
    [METHOD_BYAR] = {REFERENCE_BRESLOW_1987},
    [METHOD_MIETTINEN_NURMINEN] = {REFERENCE_MIETTINEN_1985},
    [METHOD_THEIL_SEN] = {REFERENCE_THEIL_1950, REFERENCE_SEN_1968, REFERENCE_HOLLANDER_1999},
    [METHOD_QUASI_BINOMIAL] = {REFERENCE_WEDDERBURN_1974, REFERENCE_MCCULLAGH_1989},
    [METHOD_QUASI_POISSON] = {REFERENCE_WEDDERBURN_1974, REFERENCE_MCCULLAGH_1989},
    [METHOD_FIELLER] = {REFERENCE_FIELLER_1954},
    [METHOD_NONCENTRAL_T] = {REFERENCE_COHEN_1988, REFERENCE_JOHNSON_1940},
    [METHOD_OLS_PREDICTION] = {REFERENCE_DRAPER_1998},
    [METHOD_MANN_KENDALL] = {REFERENCE_MANN_1945, REFERENCE_KENDALL_1975},
    [METHOD_BEFORE_AFTER] = {REFERENCE_BOTTOMLEY_2019, REFERENCE_STUDENT_1908},
    [METHOD_RELATIVE_MAGNITUDE] = {REFERENCE_RAMBACHAN_2023},
    [METHOD_REGRESSION_TO_MEAN] = {REFERENCE_GALTON_1886, REFERENCE_BURROWS_1972},
    [METHOD_CHI_SQUARED] = {REFERENCE_PEARSON_1900},
    [METHOD_FREEMAN_HALTON] = {REFERENCE_FREEMAN_1951},
    [METHOD_WELCH_SLOPES] = {REFERENCE_WELCH_1947, REFERENCE_WELCH_1951},
    [METHOD_WELCH_MEANS] = {REFERENCE_WELCH_1951},
    [METHOD_RANK_PAIRS] = {REFERENCE_MOGSTAD_2024},
    [METHOD_KITAGAWA] = {REFERENCE_KITAGAWA_1955},
    [METHOD_POWER] = {REFERENCE_BLOOM_1995, REFERENCE_COHEN_1988},
    [METHOD_POWER_WITHIN] = {REFERENCE_BLOOM_1995, REFERENCE_COHEN_1988},
};

static const enum reference of_statistics[STATISTIC_COUNT][MOST_SOURCES] = {
    [STATISTIC_RATIO] = {REFERENCE_KING_2012},
    [STATISTIC_VERDICT] = {REFERENCE_SCHUIRMANN_1987, REFERENCE_TURNER_2021},
    [STATISTIC_VERDICT_SLOPE] = {REFERENCE_AITKEN_1935, REFERENCE_PAULE_1982, REFERENCE_KNAPP_2003,
                                 REFERENCE_SCHUIRMANN_1987},
    [STATISTIC_BEFORE_AFTER_MEAN] = {REFERENCE_ROTH_2022},
    [STATISTIC_BEFORE_AFTER_STEP] = {REFERENCE_ROTH_2022},
};

static const enum reference of_adjustment[MOST_SOURCES] = {
    REFERENCE_HOLM_1979, REFERENCE_BENJAMINI_1995, REFERENCE_BENJAMINI_2001};

/* Pairs of areas are no part of that family, and adjusted by Holm alone. */
static const enum reference of_pairs[MOST_SOURCES] = {REFERENCE_HOLM_1979};

static void add_all(struct reference_set *set, const enum reference sources[MOST_SOURCES])
{
    for (size_t i = 0; i < MOST_SOURCES && sources[i]; i++)
        set->has[sources[i]] = true;
}

void references_add(struct reference_set *set, const struct finding *finding)
{
    if (finding->estimate.state == ESTIMATE_UNDEFINED && !finding->text)
        return;
    add_all(set, of_methods[finding->estimate.method]);
    add_all(set, of_statistics[finding->statistic]);
    if (finding->has_p_adjusted)
        add_all(set, finding_other(finding) ? of_pairs : of_adjustment);
}

struct reference_set references_of(const struct findings *findings)
{
    struct reference_set set = {{false}};
    for (size_t i = 0; i < findings->count; i++)
        references_add(&set, &findings->rows[i]);
    return set;
}

const char *references_cited(struct arena *arena, const struct reference_set *set)
{
    const char *list = "";
    for (size_t i = 0; i < REFERENCE_COUNT; i++)
        if (set->has[i])
            list = arena_printf(arena, "%s%s%s", list, *list ? "; " : "", references[i].brief);
    return list;
}
