/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a target stands, in words. */
#ifndef PEJLING_PRESENT_TARGET_WORDS_H
#define PEJLING_PRESENT_TARGET_WORDS_H

#include "pejling/present/sentence.h"

/*
 * target_state_text(language, outlook): `nået`, `på vej`, `ikke på vej`, `kan ikke afgøres`; `ikke
 * nået` where a figure of the target's time decides.
 */
const char *target_state_text(enum language language, const struct target_outlook *outlook);

/* target_basis_text(language, basis): what the figure beside the state is; "" for none. */
const char *target_basis_text(enum language language, enum target_basis basis);

/*
 * target_sentence(speaker, outlook): the target, the latest figure, where the development leads,
 * and how the target stands: `Ringparken: målet er 20 pct. i 2025. Andelen var 24,0 pct. i 2023
 * (mellem 20,9 og 27,4). Fortsætter udviklingen fra 2014 til 2023, ligger andelen mellem 12,1 og
 * 27,3 pct. i 2025: det kan ikke afgøres, om målet nås.`
 */
struct sentence target_sentence(const struct speaker *speaker,
                                const struct target_outlook *outlook);

#endif
