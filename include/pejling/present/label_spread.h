/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels beside the ends of lines, moved apart where they would cover each other. */
#ifndef PEJLING_PRESENT_LABEL_SPREAD_H
#define PEJLING_PRESENT_LABEL_SPREAD_H

#include <stddef.h>

/* How the heights of labels may be moved. */
struct label_room {
    double apart;     /* the least between two of them */
    double low, high; /* they stay between these as far as there is room */
};

/*
 * label_spread(heights, count, room): moves heights so that no two are closer than that, as little
 * as it takes (least squares) and without changing their order; the pointers are sorted by it. With
 * too little room they go on beyond `high`.
 */
void label_spread(double **heights, size_t count, struct label_room room);

#endif
