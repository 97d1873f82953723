/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The guide that lies in a new plan folder: what to do step by step, every file and column, how to
 * write what is missing or withheld, what Excel does to the files, and the words of the reports.
 */
#ifndef PEJLING_PROGRAM_PLAN_GUIDE_H
#define PEJLING_PROGRAM_PLAN_GUIDE_H

#include "pejling/base/language.h"
#include "pejling/base/sink.h"

/* plan_guide_name(language): the name of the file. */
const char *plan_guide_name(enum language language);

/*
 * plan_guide_write(sink, language): its text, in lines of at most 80 characters that end in CRLF,
 * so that any editor on Windows shows them.
 */
void plan_guide_write(struct sink *sink, enum language language);

#endif
