/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What readers of an earlier shared edition know beside this one. A figure that stands as it stood
 * is known, hidden now or not. One of more or fewer persons than then tells about the persons in
 * between. One that changed otherwise tells about nobody in particular; but the sums of its edition
 * still hold among the figures of that edition, shown or hidden.
 */
#ifndef PEJLING_DISCLOSURE_EARLIER_H
#define PEJLING_DISCLOSURE_EARLIER_H

#include "pejling/disclosure/equation_builder.h"

/* earlier_learn(builder, earlier): adds that to the quantities and equations. */
void earlier_learn(struct equation_builder *builder, const struct released_table *earlier);

#endif
