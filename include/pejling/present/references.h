/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The literature that the methods come from, in one place: for the page, metode.txt and `explain`.
 */
#ifndef PEJLING_PRESENT_REFERENCES_H
#define PEJLING_PRESENT_REFERENCES_H

#include "pejling/base/arena.h"
#include "pejling/findings/findings.h"

/* In the order of a reference list: by author, then year. */
enum reference {
    REFERENCE_NONE,
    REFERENCE_AITKEN_1935,
    REFERENCE_BENJAMINI_1995,
    REFERENCE_BENJAMINI_2001,
    REFERENCE_BLOOM_1995,
    REFERENCE_BOTTOMLEY_2019,
    REFERENCE_BRESLOW_1987,
    REFERENCE_BURROWS_1972,
    REFERENCE_CLOPPER_1934,
    REFERENCE_COHEN_1988,
    REFERENCE_DOBSON_1991,
    REFERENCE_DONNER_2012,
    REFERENCE_DRAPER_1998,
    REFERENCE_FIELLER_1954,
    REFERENCE_FREEMAN_1951,
    REFERENCE_GALTON_1886,
    REFERENCE_GARWOOD_1936,
    REFERENCE_HAYES_2006,
    REFERENCE_HOLLANDER_1999,
    REFERENCE_HOLM_1979,
    REFERENCE_HUNDEPOOL_2012,
    REFERENCE_JOHNSON_1940,
    REFERENCE_KATZ_1978,
    REFERENCE_KENDALL_1975,
    REFERENCE_KING_2012,
    REFERENCE_KISH_1965,
    REFERENCE_KITAGAWA_1955,
    REFERENCE_KNAPP_2003,
    REFERENCE_MANN_1945,
    REFERENCE_MCCULLAGH_1989,
    REFERENCE_MIETTINEN_1985,
    REFERENCE_MOGSTAD_2024,
    REFERENCE_NEWCOMBE_1998,
    REFERENCE_PAULE_1982,
    REFERENCE_PEARSON_1900,
    REFERENCE_RAMBACHAN_2023,
    REFERENCE_ROTH_2022,
    REFERENCE_SCHUIRMANN_1987,
    REFERENCE_SEN_1968,
    REFERENCE_SMYTH_2004,
    REFERENCE_STUDENT_1908,
    REFERENCE_THEIL_1950,
    REFERENCE_TURNER_2021,
    REFERENCE_WEDDERBURN_1974,
    REFERENCE_WELCH_1947,
    REFERENCE_WELCH_1951,
    REFERENCE_WILSON_1927,
    REFERENCE_COUNT
};

/* reference_short(reference): as a text cites it, `Newcombe 1998`; "" for REFERENCE_NONE. */
const char *reference_short(enum reference reference);

/* reference_full(reference): authors, year, title, and where it was published; "" likewise. */
const char *reference_full(enum reference reference);

/* Those that something rests on. */
struct reference_set {
    bool has[REFERENCE_COUNT];
};

/*
 * references_add(set, finding): those of the finding's method and of its statistic, and of the
 * adjustment of its p if it has one; none of a finding that has neither value nor text.
 */
void references_add(struct reference_set *set, const struct finding *finding);

/* references_of(findings): those of every finding. */
struct reference_set references_of(const struct findings *findings);

/* references_cited(arena, set): `Newcombe 1998; Wilson 1927`, "" for an empty set. */
const char *references_cited(struct arena *arena, const struct reference_set *set);

#endif
