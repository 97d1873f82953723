/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/residual_correlation.h"

#include <gsl/gsl_eigen.h>
#include <math.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>

#include "pejling/base/memory.h"
#include "pejling/stats/line.h"

#define FIRST_TABLED 5
#define LAST_TABLED 12
#define STEPS RESIDUAL_CORRELATION_STEPS
#define NEARLY_WHOLE 0.02 /* years: the middle of a leap year lies half a day later */
#define STEP_OF_LOG 0.3   /* of the integral's steps: their error is near exp(-2 pi^2 / 0.3) */
#define NEGLIGIBLE 1e-17  /* of the integral */

/*
 * h_T(rho): a row for T = 5 to 12 years in a row, a column for rho = -0.4 to 0.9. Our own
 * simulation, four decimals; the unit test compares it with the exact integral.
 */
static const double tabled[LAST_TABLED - FIRST_TABLED + 1][STEPS] = {
    {-0.4822, -0.459, -0.4375, -0.4172, -0.3997, -0.3833, -0.3703, -0.357, -0.3459, -0.3368,
     -0.3284, -0.3228, -0.3171, -0.316},
    {-0.4558, -0.4225, -0.3907, -0.3613, -0.3327, -0.3084, -0.2841, -0.2641, -0.2459, -0.2292,
     -0.2146, -0.2049, -0.1957, -0.1905},
    {-0.4417, -0.3998, -0.3594, -0.3216, -0.2848, -0.2516, -0.2204, -0.1925, -0.1661, -0.143,
     -0.1236, -0.1083, -0.0961, -0.0876},
    {-0.4311, -0.3843, -0.3374, -0.2933, -0.2508, -0.2092, -0.1712, -0.1353, -0.1035, -0.0741,
     -0.05, -0.0286, -0.012, -0.0011},
    {-0.4248, -0.373, -0.3204, -0.2709, -0.2224, -0.1759, -0.1315, -0.0901, -0.052, -0.0163, 0.0126,
     0.0383, 0.059, 0.0722},
    {-0.4203, -0.363, -0.3075, -0.2529, -0.1995, -0.1491, -0.0994, -0.0533, -0.0097, 0.0301, 0.0648,
     0.0955, 0.1189, 0.1353},
    {-0.4173, -0.3559, -0.2969, -0.2383, -0.1817, -0.1258, -0.0731, -0.0213, 0.0265, 0.0696, 0.1095,
     0.1445, 0.1712, 0.1897},
    {-0.4136, -0.351, -0.2884, -0.2274, -0.1666, -0.1079, -0.0507, 0.0038, 0.0557, 0.1044, 0.1488,
     0.1863, 0.2162, 0.2378},
};

double residual_correlation_rho(size_t step)
{
    return ((double)step - 4) / 10;
}

/* --- what is seen ----------------------------------------------------------------------------- */
struct estimate residual_correlation(const double *x, const double *y, size_t n)
{
    struct line line = line_fit(x, y, n, 0.95);
    if (n < 3 || line.slope.state == ESTIMATE_UNDEFINED)
        return estimate_undefined(REASON_TOO_FEW_YEARS);
    if (!(line.standard_error > 0))
        return estimate_undefined(REASON_NO_VARIATION);
    double products = 0, squares = 0, last = 0;
    for (size_t i = 0; i < n; i++) {
        double e = y[i] - line_at(&line, x[i]);
        products += e * last;
        squares += e * e;
        last = e;
    }
    return estimate_point(METHOD_NONE, products / squares, REASON_NONE);
}

/* --- what is to be expected ------------------------------------------------------------------- */
static double distance(double from, double to)
{
    double years = to - from;
    double whole = round(years);
    return whole > 0 && fabs(years - whole) <= NEARLY_WHOLE ? whole : years;
}

static bool is_whole(double years)
{
    return fabs(years - round(years)) <= 0;
}

static bool is_rising(const double *x, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (!(x[i] > x[i - 1]) || !isfinite(x[i] - x[0]))
            return false;
    return true;
}

/*
 * The residuals of a line through normal errors are normal too, and independent in the axes of
 * their covariance, with its eigenvalues as variances. Two of these belong to the line and are 0.
 */
struct residuals {
    size_t n;
    double *x, *time;   /* distances from the first; centred, the sum of squares 1 */
    double *covariance; /* n x n */
    double *axes;       /* n x n, an axis in each column */
    double *variance;   /* along each axis, the largest first */
    double *product;    /* of neighbours, summed along each axis */
    bool has_part_years;
    gsl_eigen_symmv_workspace *workspace;
};

static struct residuals residuals_new(struct arena *arena, const double *x, size_t n)
{
    double *space = arena_alloc(arena, 2 * n * n + 4 * n, sizeof *space);
    struct residuals all = {.n = n,
                            .x = space,
                            .time = space + n,
                            .variance = space + 2 * n,
                            .product = space + 3 * n,
                            .covariance = space + 4 * n,
                            .axes = space + 4 * n + n * n,
                            .workspace = gsl_eigen_symmv_alloc(n)};
    if (!all.workspace) /* GCOVR_EXCL_BR_LINE: out of memory */
        memory_end();
    for (size_t i = 1; i < n; i++) {
        all.x[i] = all.x[i - 1] + distance(x[i - 1], x[i]);
        all.has_part_years = all.has_part_years || !is_whole(distance(x[i - 1], x[i]));
    }
    double mean = 0, squares = 0;
    for (size_t i = 0; i < n; i++) { /* as shares of the whole: years far apart have no square */
        all.time[i] = all.x[i] / all.x[n - 1];
        mean += all.time[i] / (double)n;
    }
    for (size_t i = 0; i < n; i++)
        squares += (all.time[i] - mean) * (all.time[i] - mean);
    for (size_t i = 0; i < n; i++)
        all.time[i] = (all.time[i] - mean) / sqrt(squares);
    return all;
}

/* Takes the line out of n numbers, every so many places one. */
static void take_out_line(const struct residuals *residuals, double *numbers, size_t places)
{
    double mean = 0, tilt = 0;
    for (size_t i = 0; i < residuals->n; i++) {
        mean += numbers[i * places] / (double)residuals->n;
        tilt += numbers[i * places] * residuals->time[i];
    }
    for (size_t i = 0; i < residuals->n; i++)
        numbers[i * places] -= mean + tilt * residuals->time[i];
}

static void set_covariance(const struct residuals *residuals, double rho)
{
    size_t n = residuals->n;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            residuals->covariance[i * n + j] =
                i == j ? 1 : pow(rho, fabs(residuals->x[i] - residuals->x[j]));
    for (size_t i = 0; i < n; i++)
        take_out_line(residuals, residuals->covariance + i * n, 1);
    for (size_t i = 0; i < n; i++)
        take_out_line(residuals, residuals->covariance + i, n);
}

static void find_axes(const struct residuals *residuals, double rho)
{
    size_t n = residuals->n;
    set_covariance(residuals, rho);
    gsl_matrix_view covariance = gsl_matrix_view_array(residuals->covariance, n, n);
    gsl_matrix_view axes = gsl_matrix_view_array(residuals->axes, n, n);
    gsl_vector_view variance = gsl_vector_view_array(residuals->variance, n);
    gsl_eigen_symmv(&covariance.matrix, &variance.vector, &axes.matrix, residuals->workspace);
    gsl_eigen_symmv_sort(&variance.vector, &axes.matrix, GSL_EIGEN_SORT_VAL_DESC);
    for (size_t k = 0; k < n; k++) {
        residuals->variance[k] = fmax(0, residuals->variance[k]);
        residuals->product[k] = 0;
        for (size_t i = 1; i < n; i++)
            residuals->product[k] += residuals->axes[i * n + k] * residuals->axes[(i - 1) * n + k];
    }
}

/*
 * E[sum c_k l_k z_k^2 / sum l_k z_k^2] for independent standard normal z: the integral over t from
 * 0 of prod (1 + t l_k)^(-1/2) sum c_k l_k/(1 + t l_k) / 2 (Sawa 1978, J. Econometrics 8:1; Magnus
 * 1986, Annales d'Economie et de Statistique 4:95). Over ln t it is analytic within pi of the axis,
 * whatever the l, and falls off exponentially on both sides, so that equal steps are exact to
 * rounding (Trefethen & Weideman 2014, SIAM Review 56:385). With all c = 1 it is 1.
 */
static double mean_ratio(const struct residuals *residuals)
{
    const double *variance = residuals->variance, growth = exp(STEP_OF_LOG);
    double sum = 0, all = 0, part;
    if (!(variance[0] > 0)) /* GCOVR_EXCL_BR_LINE: of three values and more some residual varies */
        return 0;
    double t = NEGLIGIBLE / variance[0];
    do {
        double with_product = 0, without = 0, determinant = 1;
        for (size_t k = 0; k < residuals->n - 2; k++) {
            double more = 1 + t * variance[k];
            double share = t * variance[k] / more;
            determinant *= more;
            with_product += residuals->product[k] * share;
            without += share;
        }
        part = without / sqrt(determinant);
        all += part;
        sum += with_product / sqrt(determinant);
        t *= growth;
    } while (t * variance[0] < 1 || part > NEGLIGIBLE * all);
    return sum / all;
}

static void integrate(const double *x, size_t n, double h[STEPS])
{
    struct arena *scratch = arena_new();
    struct residuals residuals = residuals_new(scratch, x, n);
    for (size_t step = 0; step < STEPS; step++) {
        double rho = residual_correlation_rho(step);
        find_axes(&residuals, residuals.has_part_years ? fmax(0, rho) : rho);
        h[step] = mean_ratio(&residuals);
    }
    gsl_eigen_symmv_free(residuals.workspace);
    arena_free(scratch);
}

struct expected_correlation residual_correlation_expected(const double *x, size_t n)
{
    struct expected_correlation expected = {.reason = REASON_TOO_FEW_YEARS};
    if (n < 3 || !is_rising(x, n))
        return expected;
    expected.reason = REASON_NONE;
    bool in_a_row = true;
    for (size_t i = 1; i < n; i++)
        in_a_row = in_a_row && fabs(distance(x[i - 1], x[i]) - 1) <= 0;
    if (in_a_row && n >= FIRST_TABLED && n <= LAST_TABLED)
        memcpy(expected.h, tabled[n - FIRST_TABLED], sizeof expected.h);
    else
        integrate(x, n, expected.h);
    return expected;
}

/* --- what is kept ------------------------------------------------------------------------------ */
struct kept_pattern {
    const struct kept_pattern *next;
    size_t n;
    const double *distances; /* n - 1 */
    struct expected_correlation expected;
};

struct expected_correlations {
    struct arena *arena;
    pthread_mutex_t lock;
    const struct kept_pattern *patterns;
};

struct expected_correlations *expected_correlations_new(struct arena *arena)
{
    struct expected_correlations *kept = arena_alloc(arena, 1, sizeof *kept);
    kept->arena = arena;
    pthread_mutex_init(&kept->lock, NULL);
    return kept;
}

/* To the last bit, so that what is found does not depend on which pattern was met first. */
static bool is_pattern(const struct kept_pattern *pattern, const double *x, size_t n)
{
    if (pattern->n != n)
        return false;
    for (size_t i = 1; i < n; i++)
        if (fabs(pattern->distances[i - 1] - distance(x[i - 1], x[i])) > 0)
            return false;
    return true;
}

static const struct kept_pattern *keep_pattern(struct expected_correlations *kept, const double *x,
                                               size_t n)
{
    struct kept_pattern *pattern = arena_alloc(kept->arena, 1, sizeof *pattern);
    double *distances = arena_alloc(kept->arena, n, sizeof *distances);
    for (size_t i = 1; i < n; i++)
        distances[i - 1] = distance(x[i - 1], x[i]);
    *pattern =
        (struct kept_pattern){kept->patterns, n, distances, residual_correlation_expected(x, n)};
    kept->patterns = pattern;
    return pattern;
}

struct expected_correlation expected_correlations_of(struct expected_correlations *kept,
                                                     const double *x, size_t n)
{
    pthread_mutex_lock(&kept->lock);
    const struct kept_pattern *pattern = kept->patterns;
    while (pattern && !is_pattern(pattern, x, n))
        pattern = pattern->next;
    if (!pattern)
        pattern = keep_pattern(kept, x, n);
    struct expected_correlation expected = pattern->expected;
    pthread_mutex_unlock(&kept->lock);
    return expected;
}

/* --- from one to the other -------------------------------------------------------------------- */
double residual_correlation_at(const double h[RESIDUAL_CORRELATION_STEPS], double rho)
{
    if (!(rho > residual_correlation_rho(0)))
        return h[0];
    for (size_t step = 1; step < STEPS; step++) {
        double from = residual_correlation_rho(step - 1), to = residual_correlation_rho(step);
        if (rho <= to)
            return h[step - 1] + (h[step] - h[step - 1]) * (rho - from) / (to - from);
    }
    return h[STEPS - 1];
}

double residual_correlation_solve(const double h[RESIDUAL_CORRELATION_STEPS], double seen)
{
    if (!(seen > h[0]))
        return residual_correlation_rho(0);
    for (size_t step = 1; step < STEPS; step++) {
        if (seen > h[step])
            continue;
        double from = residual_correlation_rho(step - 1), to = residual_correlation_rho(step);
        return from + (to - from) * (seen - h[step - 1]) / (h[step] - h[step - 1]);
    }
    return residual_correlation_rho(STEPS - 1);
}
