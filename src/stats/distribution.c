/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/distribution.h"

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_version.h>
#include <math.h>
#include <stdbool.h>

/*
 * Student's tail for whole degrees of freedom is a finite sum where it is not small: for a quantile,
 * in which an error of the tail counts for less, and for a p-value.
 */
#define SUMMED_DF 60
#define SUMMED_TAIL 0.01
#define SUMMED_P 0.05

/* From which parameter on, and how far from the middle, the gamma distribution's expansion holds. */
#define EXPANDED_FROM 12
#define EXPANDED_REACH 1

#define SERIES_HOLDS 0.1 /* how long a quantile's step may be, in parts of what it bends over */

const char *distribution_library(void)
{
    return gsl_version;
}

void distribution_start(void)
{
    gsl_set_error_handler_off();
}

double normal_quantile(double p)
{
    return gsl_cdf_ugaussian_Pinv(p);
}

double normal_below(double x)
{
    return gsl_cdf_ugaussian_P(x);
}

double normal_two_sided(double z)
{
    return fmin(1, 2 * gsl_cdf_ugaussian_Q(fabs(z)));
}

double chi_squared_tail(double x, double df)
{
    return x > 0 ? gsl_cdf_chisq_Q(x, df) : 1;
}

/* --- quantiles ---------------------------------------------------------------------------------*/

/* What is known of a distribution at one x. */
struct spot {
    double tail, density;
    double slope, bend; /* of the logarithm of the density: its first two derivatives */
    double reach;       /* how far it is to where the density is not smooth */
};

/* A distribution from 0 to `end`, and the tail whose x is sought: the lower or the upper one. */
struct law {
    struct spot (*at)(const struct law *law, double x);
    bool upper;
    double sought, end;
    double parameters[2]; /* df; a and ln Gamma(a + 1); a and b */
};

/* How far it is to the root, and how much of that may be missing. */
struct step {
    double size, left_out;
};

/*
 * The inverse of the logarithm of the tail as a series in what is missing of it, to the third power
 * (Schroeder 1870, Math. Ann. 2:317): with g its derivative, S the slope of ln |g| and S' that of S,
 *   v = ln(sought/tail)/g,  x + v - S v^2/2 + (2 S^2 - S') v^3/6.
 * The logarithm, because it is nearly straight far out, where the tail itself is a step. The first
 * term left out, -(6 S^3 - 7 S S' + S'') v^4/24, is less than |v| (|v| scale)^3, for `scale` is more
 * than each of S, the root of S', g and what the density's own slope can change by.
 */
static struct step step_from(const struct law *law, const struct spot *at)
{
    if (!(at->tail > 0) || !(at->density > 0)) /* below all doubles: no step, so halving */
        return (struct step){HUGE_VAL, HUGE_VAL};
    double g = (law->upper ? -at->density : at->density) / at->tail;
    double slope = at->slope - g, bend = at->bend - g * slope;
    double v = log(law->sought / at->tail) / g;
    double scale = fabs(slope) + sqrt(fabs(bend)) + fabs(g) + 1 / at->reach;
    double e = fabs(v) * scale;
    return (struct step){v * (1 - v * (slope / 2 - v * (2 * slope * slope - bend) / 6)),
                         e < SERIES_HOLDS ? fabs(v) * e * e * e : HUGE_VAL};
}

/*
 * The x whose tail is the one sought, from a first guess. A step that leaves the bracket around the
 * root gives way to halving; two steps do where the guess is a good one.
 */
static double quantile(const struct law *law, double x)
{
    double low = 0, high = law->end;
    for (;;) {
        struct spot at = law->at(law, x);
        struct step step = step_from(law, &at);
        if (step.left_out <= DBL_EPSILON / 4 * x)
            return x + step.size;
        if (law->upper ? at.tail > law->sought : at.tail < law->sought)
            low = x;
        else
            high = x;
        double next = x + step.size;
        if (!(next > low) || !(next < high))
            next = isfinite(high) ? low + (high - low) / 2 : 2 * x + 1;
        if (fabs(next - x) <= DBL_EPSILON * next + DBL_MIN)
            return next;
        x = next;
    }
}

static bool is_summed(double df)
{
    return df >= 1 && df <= SUMMED_DF && !(df > floor(df));
}

/*
 * Student's tail above t > 0 for whole df as a finite sum, and its density there (Abramowitz &
 * Stegun 1964, 26.7.3 and 26.7.4). The tail is 1 less a sum, so good to the last digits only where
 * it is not small.
 */
static struct spot student_sum(double t, double df)
{
    double root = sqrt(df), far = hypot(root, t), c = root / far, s = t / far;
    bool odd = fmod(df, 2) > 0;
    double term = odd ? c : 1, sum = df > 1 ? term : 0;
    for (double i = odd ? 3 : 2; i <= df - 2; i += 2) {
        term *= c * c * (i - 1) / i;
        sum += term;
    }
    double inside = odd ? 2 / M_PI * (atan2(s, c) + s * sum) : s * sum;
    /* the density has the factors of the last term, df - 1, and c three times more */
    double constant = odd ? 1 / M_PI : 0.5;
    double density = df > 1 ? constant * (df - 1) * term * c * c * c / root : c * c / M_PI;
    return (struct spot){.tail = (1 - inside) / 2, .density = density};
}

/*
 * The same where the tail is less than `small`, from the density by the incomplete beta function's
 * power series (Abramowitz & Stegun 1964, 26.5.4), all of whose terms are positive.
 */
static struct spot student_whole(double t, double df, double small)
{
    struct spot at = student_sum(t, df);
    if (at.tail >= small)
        return at;
    double x = df / (df + t * t), sum = 0, term = 1;
    for (double i = df; term > DBL_EPSILON / 4 * sum; i += 2) {
        sum += term;
        term *= x * (i + 1) / (i + 2);
    }
    at.tail = at.density * t / df * sum;
    return at;
}

double student_two_sided(double t, double df)
{
    if (isinf(df))
        return normal_two_sided(t);
    double tail = is_summed(df) ? student_whole(fabs(t), df, SUMMED_P).tail : 0;
    if (!(tail > DBL_MIN)) /* no such sum, or a density that is too small to start from */
        tail = gsl_cdf_tdist_Q(fabs(t), df);
    return fmin(1, 2 * tail);
}

static struct spot student_at(const struct law *law, double t)
{
    double df = law->parameters[0], square = df + t * t;
    struct spot at = is_summed(df) ? student_whole(t, df, SUMMED_TAIL)
                                   : (struct spot){.tail = gsl_cdf_tdist_Q(t, df),
                                                   .density = gsl_ran_tdist_pdf(t, df)};
    at.slope = -(df + 1) * t / square;
    at.bend = (df + 1) * (t * t - df) / square / square;
    at.reach = sqrt(square);
    return at;
}

/* From the t that Wallace (1959, Ann. Math. Statist. 30:1121) has for a normal deviate. */
static double student_upper_quantile(double tail, double df)
{
    struct law law = {student_at, true, tail, HUGE_VAL, {df, 0}};
    double z = gsl_cdf_ugaussian_Qinv(tail), wider = z * (8 * df + 3) / (8 * df + 1);
    double guess = sqrt(df * expm1(wider * wider / df));
    return quantile(&law, isfinite(guess) ? guess : z);
}

double student_quantile(double p, double df)
{
    double tail = fmin(p, 1 - p);
    double size = tail < 0.5 ? student_upper_quantile(tail, df) : 0;
    return p < 0.5 ? -size : size;
}

/*
 * The lower tail's power series below the middle, the upper one's continued fraction above it
 * (Abramowitz & Stegun 1964, 6.5.29 and 6.5.31), summed as a series by Steed's way; the other tail
 * is 1 less them, and not small there.
 */
static void gamma_terms(const struct law *law, double x, struct spot *at)
{
    double a = law->parameters[0];
    double first = exp(a * log(x) - x - law->parameters[1]), tail;
    at->density = first * a / x;
    if (x < a + 1) {
        double term = first;
        tail = first;
        for (double i = a + 1; term > DBL_EPSILON / 4 * tail; i++) {
            term *= x / i;
            tail += term;
        }
    } else {
        double b = x + 1 - a, d = 1 / b, term = first * a * d;
        tail = term;
        for (double i = 1; fabs(term) > DBL_EPSILON / 4 * tail; i++) {
            b += 2;
            d = 1 / (b - i * (i - a) * d);
            term *= b * d - 1;
            tail += term;
        }
    }
    at->tail = law->upper == (x < a + 1) ? 1 - tail : tail;
}

/*
 * The coefficients of eta/(lambda - 1) as a power series in eta, where eta^2/2 is lambda - 1 -
 * ln lambda and eta has the sign of lambda - 1.
 */
static const double uniform[] = {
    1.0000000000000000e+00,  -3.3333333333333331e-01, 8.3333333333333329e-02,
    -1.4814814814814815e-02, 1.1574074074074073e-03,  3.5273368606701942e-04,
    -1.7875514403292180e-04, 3.9192631785224377e-05,  -2.1854485106799920e-06,
    -1.8540622107151600e-06, 8.2967113409530865e-07,  -1.7665952736826078e-07,
    6.7078535434014984e-09,  1.0261809784240309e-08,  -4.3820360184533529e-09,
    9.1476995822367902e-10,  -2.5514193994946248e-11, -5.8307721325504256e-11,
    2.4361948020667415e-11,  -5.0276692801141755e-12, 1.1004392031956135e-13,
    3.3717632624009851e-13,  -1.3923887224181621e-13, 2.8534893807047445e-14,
    -5.1391118342425723e-16, -1.9752288294349442e-15, 8.0995211567045613e-16,
    -1.6522531216398162e-16, 2.5305430097478883e-18,  1.1686939738559576e-17,
    -4.7700370498204847e-18};

/*
 * The tails for a >= 12 by the expansion of Temme (1979, SIAM J. Math. Anal. 10:757) that holds from
 * one end to the other, with its terms by the recurrence of Gil, Segura & Temme (2012, SIAM J. Sci.
 * Comput. 34:A2965): the normal tail at sqrt(a) eta, lambda = x/a, and a sum that mends it. The cost
 * is the same for a thousand events as for a million.
 */
static void gamma_expansion(const struct law *law, double x, double eta, struct spot *at)
{
    double a = law->parameters[0], w = eta * sqrt(a);
    double last = 0, term = 0, sum = 0;
    for (size_t n = sizeof uniform / sizeof *uniform - 1; n > 0; n--) {
        double next = uniform[n] + (double)(n + 1) / a * last;
        sum = sum * eta + next;
        last = term;
        term = next;
    }
    double stirling = 1 + last / a;
    double normal = exp(-w * w / 2) / sqrt(2 * M_PI) / stirling;
    double mend = normal * sum / sqrt(a);
    at->tail = law->upper ? normal_below(-w) + mend : normal_below(w) - mend;
    at->density = normal * sqrt(a) / x;
}

static struct spot gamma_at(const struct law *law, double x)
{
    double a = law->parameters[0], apart = (x - a) / a;
    double eta = copysign(sqrt(2 * fmax(0, apart - log1p(apart))), apart);
    struct spot at = {.slope = (a - 1) / x - 1, .bend = (1 - a) / x / x, .reach = x};
    if (a >= EXPANDED_FROM && fabs(eta) <= EXPANDED_REACH)
        gamma_expansion(law, x, eta, &at);
    else
        gamma_terms(law, x, &at);
    return at;
}

/*
 * From the approximation of Wilson & Hilferty (1931), and near 0 from the first terms of the power
 * series (Gil, Segura & Temme 2012, SIAM J. Sci. Comput. 34:A2965).
 */
static double gamma_guess(double p, double a, double log_gamma)
{
    double spread = 1 / (9 * a);
    double root = 1 - spread + gsl_cdf_ugaussian_Pinv(p) * sqrt(spread);
    double guess = a * root * root * root;
    if (root > 0.5 || a >= EXPANDED_FROM)
        return fmax(guess, DBL_MIN);
    double first = exp((log(p) + log_gamma) / a);
    return fmax(first * (1 + first / (a + 1)), DBL_MIN);
}

double chi_squared_quantile(double p, double df)
{
    bool upper = p > 0.5;
    double a = df / 2, log_gamma = gsl_sf_lngamma(a + 1);
    struct law law = {gamma_at, upper, upper ? 1 - p : p, HUGE_VAL, {a, log_gamma}};
    return 2 * quantile(&law, gamma_guess(p, a, log_gamma));
}

/*
 * The lower tail below the middle by the continued fraction of the incomplete beta function
 * (Abramowitz & Stegun 1964, 26.5.8), evaluated forwards by Lentz's way (1976, Appl. Opt. 15:668).
 * It takes more terms the larger a and b are; GSL's gives up after 512 of them.
 */
static double beta_fraction(double x, double a, double b, double density)
{
    double c = 1, d = 1 / (1 - (a + b) * x / (a + 1)), value = d, change = 0;
    for (double m = 1; fabs(change - 1) > 16 * DBL_EPSILON; m++) {
        double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / (1 + even * d);
        c = 1 + even / c;
        value *= c * d;
        d = 1 / (1 + odd * d);
        c = 1 + odd / c;
        change = c * d;
        value *= change;
    }
    return density * x * (1 - x) / a * value;
}

static double beta_tail(const struct law *law, double x, double density)
{
    double a = law->parameters[0], b = law->parameters[1];
    double tail = law->upper ? gsl_cdf_beta_Q(x, a, b) : gsl_cdf_beta_P(x, a, b);
    if (!isnan(tail)) /* as it is near the middle where a and b are some 780,000 or more */
        return tail;
    bool below = x < (a + 1) / (a + b + 2);
    tail = below ? beta_fraction(x, a, b, density) : beta_fraction(1 - x, b, a, density);
    return below == law->upper ? 1 - tail : tail;
}

static struct spot beta_at(const struct law *law, double x)
{
    double a = law->parameters[0], b = law->parameters[1], y = 1 - x;
    double density = gsl_ran_beta_pdf(x, a, b);
    return (struct spot){.tail = beta_tail(law, x, density),
                         .density = density,
                         .slope = (a - 1) / x - (b - 1) / y,
                         .bend = (1 - a) / x / x + (1 - b) / y / y,
                         .reach = fmin(x, y)};
}

/* Abramowitz & Stegun 1964, 26.5.22; with a parameter below 1 from the nearer end's power. */
static double beta_guess(double p, double a, double b)
{
    if (a >= 1 && b >= 1) {
        double z = gsl_cdf_ugaussian_Pinv(p), l = (z * z - 3) / 6;
        double of_a = 1 / (2 * a - 1), of_b = 1 / (2 * b - 1), h = 2 / (of_a + of_b);
        double w = z * sqrt(fmax(0, h + l)) / h + (of_b - of_a) * (l + 5.0 / 6 - 2 / (3 * h));
        return a / (a + b * exp(-2 * w));
    }
    double low = pow(a / (a + b), a) / a, high = pow(b / (a + b), b) / b, both = low + high;
    return p * both < low ? pow(a * both * p, 1 / a) : 1 - pow(b * both * (1 - p), 1 / b);
}

double beta_quantile(double p, double a, double b)
{
    bool upper = p > 0.5;
    struct law law = {beta_at, upper, upper ? 1 - p : p, 1, {a, b}};
    double guess = fmin(fmax(beta_guess(p, a, b), DBL_MIN), 1 - DBL_EPSILON);
    return quantile(&law, guess);
}
