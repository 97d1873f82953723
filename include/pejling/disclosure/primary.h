/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rule for one figure by itself, whatever stands beside it. In a shared edition nobody may see
 *   - anything of a figure of fewer persons than the plan's smallest denominator (surveys:
 * answers);
 *   - a count, or the complement of a share, from 1 to the indicator's threshold less 1; where the
 *     indicator is sensitive, none and everybody neither;
 *   - a mean of fewer persons than the threshold;
 *   - a subgroup of a section, whatever its size, and a given value of a sensitive indicator;
 *   - any part of a municipality whose own count, or complement, is small, and any area (but not
 *     its subgroups) of a total that may not be seen: so that being hidden does not say of a part
 *     that it is not zero.
 * Municipalities and countries are public elsewhere, and other given values have no persons to
 * count.
 */
#ifndef PEJLING_DISCLOSURE_PRIMARY_H
#define PEJLING_DISCLOSURE_PRIMARY_H

#include "pejling/model/cells.h"

/* Whole counts that must stay possible for whoever has read everything we publish. */
struct need {
    unsigned small;      /* each from 1 to this; 0: none of them in particular */
    unsigned complement; /* each number of persons without, from 1 to this */
    unsigned least;      /* so many counts, whichever they are, as far as there are so many */
};

/* A count among persons, of a cell or of what is left when others are taken from it. */
struct counted {
    const struct indicator *indicator;
    double count, persons;
    double most, most_without; /* what the municipality's public figures leave room for */
    bool of_few;               /* in a total that is hidden for its own sake */
};

/* primary_is_small(figure, plan): whether the rule hides it for its size. */
bool primary_is_small(const struct counted *figure, const struct plan *plan);

/* primary_count(cell): the persons with the property; surveys: as near as the share tells. */
double primary_count(const struct cell *cell);

/*
 * primary_hides(cell, figure, plan): whether the rule hides a cell with a figure, `figure` being
 * its count with what the municipality leaves room for.
 */
bool primary_hides(const struct cell *cell, const struct counted *figure, const struct plan *plan);

/*
 * primary_is_withheld(cell): a subgroup of a section, or a value of a sensitive indicator in an area
 * that is not public: no part of a shared edition at all.
 */
bool primary_is_withheld(const struct cell *cell);

/*
 * primary_need(figure): what a hidden figure needs, by itself or as one that is hidden for the sake
 * of others. Of a small count every small count must stay possible; of any other, as many counts.
 */
struct need primary_need(const struct counted *figure);

/*
 * primary_shows_zero(cell, figure, plan): whether everybody may know that a hidden count in such a
 * place is neither none nor everybody, because those would be shown. Not of sections and subgroups:
 * those with none or everybody go with the ones hidden beside them.
 */
bool primary_shows_zero(const struct cell *cell, const struct counted *figure,
                        const struct plan *plan);

#endif
