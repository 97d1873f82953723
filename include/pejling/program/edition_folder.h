/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The edition folder, replaced as a whole or not at all. An edition is built in a hidden folder
 * beside its target, `.NAME.ny`, and takes the target's place in one step when it is complete; the
 * old one is removed after that. A run that is ended from outside is cleared up behind at once, and
 * what is left even so by the next run. A drive that cannot exchange two folders takes two steps:
 * the old one is `.NAME.ny.gl` in between, and comes back with the next run if this one is stopped
 * there.
 *
 *   edition_begin -> write into folder.building -> edition_publish, or edition_abandon
 */
#ifndef PEJLING_PROGRAM_EDITION_FOLDER_H
#define PEJLING_PROGRAM_EDITION_FOLDER_H

#include <stdbool.h>

#include "pejling/base/diagnostic.h"
#include "pejling/program/cleaner.h"

/* What is built, and so what it may take the place of. */
enum folder_kind { FOLDER_EDITION, FOLDER_COMPARISON, FOLDER_SUMMARY, FOLDER_PLANS };

struct edition_folder {
    const char *target;   /* as the user named it, without a slash at its end */
    const char *building; /* where it is built */
    const char *aside;    /* where the old one steps, on a drive that cannot exchange two folders */
    int lock;             /* held while building: a second run of the same edition waits for none */
    struct cleaner cleaner; /* removes what was built if we are ended from outside */
};

/*
 * edition_begin(diagnostics, kind, target, plan, folder): makes the building folder, with the
 * folders above the target; `plan` is the plan's folder, NULL where there is none. False, and a
 * problem reported, where the target is a symbolic link, a file, `.` or `..`, the plan folder or a
 * folder around it, a place where files of the plan are read from, closed to writing, or a folder
 * that holds something else than what is built; or where another run builds the same edition.
 */
bool edition_begin(struct diagnostics *diagnostics, enum folder_kind kind, const char *target,
                   const char *plan, struct edition_folder *folder);

/*
 * edition_publish(diagnostics, folder, shared): gives the built folder its permissions (0700 and
 * 0600, or what the umask leaves to others where `shared`) and puts it in the target's place.
 * False, and a PROBLEM_FILE, if that fails; the old edition is then still there.
 */
bool edition_publish(struct diagnostics *diagnostics, struct edition_folder *folder, bool shared);

/* edition_abandon(diagnostics, folder): removes what was built; problems then name the target's files. */
void edition_abandon(struct diagnostics *diagnostics, struct edition_folder *folder);

#endif
