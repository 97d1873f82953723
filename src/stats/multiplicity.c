/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/multiplicity.h"

#include <math.h>
#include <stdlib.h>

#include "pejling/base/arena.h"

static int compare_members(const void *left, const void *right)
{
    const struct family_member *a = *(struct family_member *const *)left;
    const struct family_member *b = *(struct family_member *const *)right;
    if (a->p < b->p || a->p > b->p)
        return a->p < b->p ? -1 : 1;
    return (a > b) - (a < b); /* in the order given */
}

static size_t set_tested(struct family_member *members, size_t n, struct family_member **tested)
{
    size_t m = 0;
    for (size_t i = 0; i < n; i++) {
        bool is_tested = members[i].is_tested && members[i].p >= 0 && members[i].p <= 1;
        double p = is_tested ? members[i].p : 0;
        members[i] = (struct family_member){.is_tested = is_tested, .p = p};
        if (is_tested)
            tested[m++] = &members[i];
    }
    return m;
}

size_t multiplicity_adjust(struct family_member *members, size_t n)
{
    struct arena *scratch = arena_new();
    struct family_member **tested = arena_alloc(scratch, n + 1, sizeof *tested);
    size_t m = set_tested(members, n, tested);
    double holm = 0, bh = 1;
    qsort(tested, m, sizeof *tested, compare_members);
    for (size_t i = 0; i < m; i++) {
        holm = fmax(holm, fmin(1, (double)(m - i) * tested[i]->p));
        tested[i]->rank = i + 1;
        tested[i]->holm = holm;
    }
    for (size_t i = m; i-- > 0;) {
        bh = fmin(bh, (double)m / (double)(i + 1) * tested[i]->p);
        tested[i]->bh = bh;
    }
    arena_free(scratch);
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
