/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/multiplicity.h"

#include <math.h>

/* Families are some hundred tests: counting beats sorting, and needs no memory. */
static size_t rank_of(const struct family_member *members, size_t n, size_t at)
{
    size_t rank = 1;
    for (size_t i = 0; i < n; i++)
        if (members[i].is_tested &&
            (members[i].p < members[at].p || (i < at && !(members[i].p > members[at].p))))
            rank++;
    return rank;
}

static void adjust_one(struct family_member *members, size_t n, size_t at, size_t m)
{
    struct family_member *one = &members[at];
    one->holm = 0;
    one->bh = 1;
    for (size_t i = 0; i < n; i++) {
        if (!members[i].is_tested)
            continue;
        double p = members[i].p;
        if (members[i].rank <= one->rank)
            one->holm = fmax(one->holm, fmin(1, (double)(m - members[i].rank + 1) * p));
        if (members[i].rank >= one->rank)
            one->bh = fmin(one->bh, (double)m / (double)members[i].rank * p);
    }
}

size_t multiplicity_adjust(struct family_member *members, size_t n)
{
    size_t m = 0;
    for (size_t i = 0; i < n; i++) {
        bool is_tested = members[i].is_tested && members[i].p >= 0 && members[i].p <= 1;
        double p = is_tested ? members[i].p : 0;
        members[i] = (struct family_member){.is_tested = is_tested, .p = p};
        m += is_tested;
    }
    for (size_t i = 0; i < n; i++)
        if (members[i].is_tested)
            members[i].rank = rank_of(members, n, i);
    for (size_t i = 0; i < n; i++)
        if (members[i].is_tested)
            adjust_one(members, n, i, m);
    return m;
}

size_t multiplicity_rejected(const struct family_member *members, size_t n, double q)
{
    size_t rejected = 0;
    for (size_t i = 0; i < n; i++)
        rejected += members[i].is_tested && members[i].bh <= q;
    return rejected;
}

double multiplicity_fcr_level(double q, size_t rejected, size_t m)
{
    if (m == 0)
        return 1 - q;
    return 1 - (rejected > 0 ? (double)rejected : 1) * q / (double)m;
}
