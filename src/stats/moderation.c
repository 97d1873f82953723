/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/moderation.h"

#include <gsl/gsl_sf_psi.h>
#include <math.h>
#include <stdbool.h>

#define SMALLEST 1e-5  /* of the mean variance; Smyth's limma takes it of the median */
#define STEP_END 1e-13 /* relative */

static double digamma_less_log(double y)
{
    return gsl_sf_psi(y) - log(y);
}

double trigamma_inverse(double value)
{
    if (!(value > 0))
        return HUGE_VAL;
    /* beyond these, the leading terms 1/y^2 and 1/y are exact to the last place but one */
    if (value > 1e14)
        return 1 / sqrt(value);
    if (value < 1e-14)
        return 1 / value;
    /* 1/trigamma is convex and almost straight: from above the steps fall to the root */
    double y = 0.5 + 1 / value, step;
    do {
        double trigamma = gsl_sf_psi_n(1, y);
        step = trigamma * (1 - trigamma / value) / gsl_sf_psi_n(2, y);
        y += step;
    } while (-step >= STEP_END * y);
    return y;
}

static bool is_usable(double phi, double df)
{
    return phi >= 0 && df > 0 && isfinite(phi) && isfinite(df);
}

double moderation_log(const struct moderation *moderation, double phi, double df)
{
    return log(fmax(phi, moderation->floor)) - digamma_less_log(df / 2);
}

static struct moderation spread_of_logs(const double *phi, const double *df, size_t n)
{
    struct moderation m = {.reason = REASON_TOO_FEW_SERIES};
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        if (!is_usable(phi[i], df[i]))
            continue;
        m.count++;
        m.df_sum += df[i];
        sum += phi[i];
    }
    if (m.count == 0)
        return m;
    m.reason = REASON_NONE;
    m.floor = SMALLEST * sum / (double)m.count;
    if (!(m.floor > 0))
        return m;
    for (size_t i = 0; i < n; i++)
        if (is_usable(phi[i], df[i])) {
            m.mean_log += moderation_log(&m, phi[i], df[i]) / (double)m.count;
            m.sampling_part += gsl_sf_psi_n(1, df[i] / 2) / (double)m.count;
        }
    for (size_t i = 0; i < n; i++)
        if (is_usable(phi[i], df[i]) && m.count > 1) {
            double e = moderation_log(&m, phi[i], df[i]) - m.mean_log;
            m.log_variance += e * e / (double)(m.count - 1);
        }
    return m;
}

struct moderation moderation_fit(const double *phi, const double *df, size_t n)
{
    struct moderation m = spread_of_logs(phi, df, n);
    if (m.reason != REASON_NONE)
        return m;
    m.prior_df = 2 * trigamma_inverse(m.log_variance - m.sampling_part);
    if (!(m.floor > 0))
        m.prior_phi = 0;
    else if (isinf(m.prior_df))
        m.prior_phi = exp(m.mean_log);
    else
        m.prior_phi = exp(m.mean_log + digamma_less_log(m.prior_df / 2));
    return m;
}

double moderation_phi(const struct moderation *moderation, double phi, double df)
{
    if (isinf(moderation->prior_df))
        return moderation->prior_phi;
    double weight = df / (moderation->prior_df + df);
    return moderation->prior_phi + weight * (phi - moderation->prior_phi);
}

double moderation_df(const struct moderation *moderation, double df)
{
    return fmin(moderation->prior_df + df, moderation->df_sum);
}
