/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Why a number is not there, or has no interval: one vocabulary from the input to the last table.
 * The code stands in the `reason` column of the machine files, the words are for readers.
 */
#ifndef PEJLING_BASE_REASON_H
#define PEJLING_BASE_REASON_H

#include "pejling/base/language.h"

enum reason {
    REASON_NONE,
    REASON_MISSING,           /* the source has no figure */
    REASON_LEFT_OUT,          /* faulty rows, left out with --keep-going */
    REASON_SUPPRESSED_SOURCE, /* the source withheld the figure */
    REASON_SUPPRESSED,        /* disclosure control hid the figure, or one it rests on */
    REASON_WITHHELD,   /* not part of a shared edition: one group of a section, a sensitive value */
    REASON_INCOMPLETE, /* a part of the sum is missing or hidden */
    REASON_NOT_SUMMABLE,       /* surveys and given values are not added up */
    REASON_INCONSISTENT_INPUT, /* the areas together exceed the municipality */
    REASON_NO_DENOMINATOR,     /* nobody in the group that period */
    REASON_NO_COMPARATOR,      /* nothing to compare with */
    REASON_NO_COUNTS,          /* a given value: no counts to make an interval from */
    REASON_NO_SPREAD,          /* a mean without spread, or of fewer than two */
    REASON_TOO_FEW_YEARS,      /* fewer periods than the method needs */
    REASON_NO_EVENTS,          /* a ratio to zero */
    REASON_NO_BASELINE,        /* no usable period up to the baseline year */
    REASON_SERIES_BREAK,       /* the baseline lies before a break in the series */
    REASON_NOT_APPLICABLE,     /* the statistic has no meaning for this indicator */
    REASON_NO_TREND,           /* the indicator is marked as one without a trend */
    REASON_TOO_FEW_SERIES,     /* too few series to pool */
    REASON_TOO_FEW_BEFORE,     /* too few points before the change */
    REASON_TOO_FEW_AFTER,      /* too few points after the change */
    REASON_TOO_FEW_EVENTS,     /* fewer events than the method needs */
    REASON_EMPTY_STRATUM,      /* nobody in one of the age groups */
    REASON_NO_VARIATION,       /* everything the same: nothing to measure against */
    REASON_ALL_EVENTS,         /* a logit line where everybody has the event */
    REASON_SEPARATION,         /* a logit line that the events split in time make vertical */
    REASON_UNBOUNDED,          /* the interval has no end on one side or both */
    REASON_NOT_CLOSING,        /* no crossing ahead: the gap does not shrink */
    REASON_IMPRECISE,          /* the interval leaves too much open */
    REASON_TOO_FAR,            /* further ahead than the series bears */
    REASON_COUNT
};

/* reason_code(reason): the word of the machine files, "" for REASON_NONE. */
const char *reason_code(enum reason reason);

/* reason_text(reason, language): the words a reader sees, "" for REASON_NONE. */
const char *reason_text(enum reason reason, enum language language);

#endif
