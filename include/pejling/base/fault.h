/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fault of the program itself: what cannot happen unless the code is wrong. */
#ifndef PEJLING_BASE_FAULT_H
#define PEJLING_BASE_FAULT_H

/*
 * fault_unless(holds, what): ends the process with exit status 70, naming `what`, where `holds` is
 * 0. Nothing is published by then: an edition is swapped in last of all.
 */
void fault_unless(int holds, const char *what);

#endif
