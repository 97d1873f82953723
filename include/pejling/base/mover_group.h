/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The groups that tell those who stay from those who move. In period t
 *   stayers     are those there in t who were there in the period before,
 *   in-movers   those there in t who were not there in the period before,
 *   out-movers  those there in the period before who are not there in t, as they were then.
 * The first two make up everybody of t; the third are a part of everybody of the period before.
 */
#ifndef PEJLING_BASE_MOVER_GROUP_H
#define PEJLING_BASE_MOVER_GROUP_H

enum mover_group {
    MOVER_NONE, /* any other group, and everybody */
    MOVER_STAYERS,
    MOVER_IN,
    MOVER_OUT
};

/*
 * mover_group_of(name): of `fastboende`, `stayers`; `tilflyttere`, `tilflyttede`, `in-movers`;
 * `fraflyttere`, `fraflyttede`, `out-movers`; one or several of them, in either case of letters,
 * with a hyphen, a blank or nothing in between. MOVER_NONE for NULL.
 */
enum mover_group mover_group_of(const char *name);

/*
 * mover_group_meant(name): the one of those words that a name was probably meant to be: the nearest
 * that is at most two letters (one of words under nine letters) too many, too few or others away
 * (Levenshtein 1966), case, hyphens and blanks apart. NULL for the words themselves, for names with
 * a digit, which are groups of their own, and for any other.
 */
const char *mover_group_meant(const char *name);

#endif
