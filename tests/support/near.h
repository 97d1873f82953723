/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Comparing doubles in tests. cmocka 1.1.5's own float assertion casts to float and lets NaN pass
 * for any number, so it is not to be used; the tests here fail on NaN by their very form.
 */
#ifndef PEJLING_TESTS_NEAR_H
#define PEJLING_TESTS_NEAR_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "pejling/stats/estimate.h"

static inline void assert_near_at(double actual, double expected, double tolerance,
                                  const char *file, int line)
{
    if (!(fabs(actual - expected) <= tolerance)) {
        print_error("%.17g is not within %g of %.17g\n", actual, tolerance, expected);
        _fail(file, line);
    }
}

/* assert_near(actual, expected, tolerance): within an absolute tolerance; NaN never is. */
#define assert_near(actual, expected, tolerance)                                                   \
    assert_near_at((actual), (expected), (tolerance), __FILE__, __LINE__)

static inline void assert_undefined_at(struct estimate estimate, enum reason reason,
                                       const char *file, int line)
{
    if (estimate.state != ESTIMATE_UNDEFINED || estimate.reason != reason) {
        print_error("state %d, reason »%s«; expected undefined, »%s«\n", (int)estimate.state,
                    reason_code(estimate.reason), reason_code(reason));
        _fail(file, line);
    }
}

/* assert_undefined(estimate, reason): no value, for that reason. */
#define assert_undefined(estimate, reason)                                                         \
    assert_undefined_at((estimate), (reason), __FILE__, __LINE__)

static inline void assert_interval_at(struct estimate estimate, const double expected[3],
                                      double tolerance, const char *file, int line)
{
    if (estimate.state != ESTIMATE_INTERVAL) {
        print_error("state %d is not an interval\n", (int)estimate.state);
        _fail(file, line);
    }
    assert_near_at(estimate.value, expected[0], tolerance, file, line);
    assert_near_at(estimate.lower, expected[1], tolerance, file, line);
    assert_near_at(estimate.upper, expected[2], tolerance, file, line);
}

/* assert_interval(estimate, value, lower, upper, tolerance): all three, as an interval. */
#define assert_interval(estimate, value, lower, upper, tolerance)                                  \
    assert_interval_at((estimate), (const double[3]){(value), (lower), (upper)}, (tolerance),      \
                       __FILE__, __LINE__)

#endif
