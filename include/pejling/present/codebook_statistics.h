/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What each statistic of resultater.csv is, exactly enough to be computed anew: its formula, and
 * what the other columns of its row mean. In both languages always, for a codebook is read by
 * whoever gets the files, in whatever language the edition is.
 */
#ifndef PEJLING_PRESENT_CODEBOOK_STATISTICS_H
#define PEJLING_PRESENT_CODEBOOK_STATISTICS_H

#include "pejling/findings/findings.h"

/* The columns of a statistic's row that mean different things for different statistics. */
enum codebook_aspect {
    ASPECT_VALUE,      /* what `value` is: the definition */
    ASPECT_UNIT,       /* what it is an amount of */
    ASPECT_COMPARATOR, /* whose code stands in `comparator` */
    ASPECT_PERIOD,     /* what `period`, `period_from` and `period_to` are */
    ASPECT_INTERVAL,   /* what lies between `lower` and `upper` */
    ASPECT_P,          /* what `p` and `p_adjusted` test */
    ASPECT_COUNT
};

/* codebook_statistic(statistic, aspect, language): in words; never "". */
const char *codebook_statistic(enum statistic statistic, enum codebook_aspect aspect,
                               enum language language);

/* codebook_texts(statistic): the codes that `text` may have, with blanks between; "" for none. */
const char *codebook_texts(enum statistic statistic);

#endif
