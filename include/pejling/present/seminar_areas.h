/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page for each area in seminar.html: all of its indicators beside the municipality's. */
#ifndef PEJLING_PRESENT_SEMINAR_AREAS_H
#define PEJLING_PRESENT_SEMINAR_AREAS_H

#include "pejling/present/seminar.h"

/* seminar_areas_write(seminar): the section `omraader`. */
void seminar_areas_write(const struct seminar *seminar);

#endif
