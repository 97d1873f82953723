/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The end of seminar.html: how the figures are made, in plain words with the measured error rates;
 * what is the matter with the data; and what the words mean.
 */
#ifndef PEJLING_PRESENT_SEMINAR_METHODS_H
#define PEJLING_PRESENT_SEMINAR_METHODS_H

#include "pejling/present/seminar.h"

/* seminar_methods_write(seminar): the section `metode`. */
void seminar_methods_write(const struct seminar *seminar);

/* seminar_quality_write(seminar): the section `datakvalitet`, with every remark on the input. */
void seminar_quality_write(const struct seminar *seminar);

/* seminar_glossary_write(seminar): the section `ordliste`. */
void seminar_glossary_write(const struct seminar *seminar);

#endif
