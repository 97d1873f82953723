/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edition folder read back without the plan folder it came from. */
#ifndef PEJLING_PROGRAM_EDITION_READ_H
#define PEJLING_PROGRAM_EDITION_READ_H

#include "pejling/findings/findings.h"

#define EDITION_MANIFEST_LIMIT ((size_t)1 << 26) /* bytes: a country's lists all its areas */

/* What manifest.json says of its edition. */
struct edition_manifest {
    const char *name; /* `2024`; NULL where it does not say, or at a length that no name has */
    bool is_edition;  /* the file is there and says what follows */
    enum edition edition;
    bool is_summary;     /* of run --summary */
    const char *version; /* of the program that made it; NULL where it does not say */
    const struct catalogue *definitions; /* NULL where they are missing or cannot be used, ... */
    const char *fault; /* ... and then the place of the fault; NULL where missing */
};

/* edition_manifest_read(arena, folder): says nothing aloud; `is_edition` is false without one. */
struct edition_manifest edition_manifest_read(struct arena *arena, const char *folder);

/*
 * edition_file_is_published(diagnostics, folder, name, file): whether the file of the edition is still
 * the one that was published. False, and a PROBLEM_INPUT, where a checksum of manifest.json or
 * udgave.sha256 says otherwise; true where they have none of it, or it cannot be read, which whoever
 * reads it says. `name` is how messages call the folder.
 */
bool edition_file_is_published(struct diagnostics *diagnostics, const char *folder,
                               const char *name, const char *file);

/*
 * edition_verdicts_read(diagnostics, folder, name, catalogue, verdicts): the verdicts that an
 * edition told, from its resultater.csv; of each, verdict, strength, direction and reason. `name` is
 * how messages call the folder. False, and PROBLEM_INPUTs, where the file is not to be read. Rows of
 * other indicators or areas than the catalogue's are passed over.
 */
bool edition_verdicts_read(struct diagnostics *diagnostics, const char *folder, const char *name,
                           const struct catalogue *catalogue, struct verdicts *verdicts);

/* A whole edition. */
struct edition_content {
    struct edition_manifest manifest;
    struct released_table table; /* in its own catalogue, or another one that is asked for */
    struct verdicts told;
};

/*
 * edition_reason(arena, language, manifest): why the edition cannot be compared with, as part of a
 * sentence: `definitionerne kan ikke læses (plan.titel)`. NULL where it can.
 */
const char *edition_reason(struct arena *arena, enum language language,
                           const struct edition_manifest *manifest);

/*
 * edition_open(diagnostics, folder, content): reads the manifest with its definitions. False, and a
 * PROBLEM_INPUT that says what to do, where the folder is no edition, a summary, or one without
 * definitions that can be used.
 */
bool edition_open(struct diagnostics *diagnostics, const char *folder,
                  struct edition_content *content);

/*
 * edition_fill(diagnostics, folder, catalogue, content): reads figures and verdicts of an edition
 * that is open, in terms of that catalogue; those of indicators and areas it does not have are passed
 * over. False, and a PROBLEM_INPUT at each place, where frigivet.csv or resultater.csv is missing or
 * was changed; both are read either way, so that one run tells every fault, and `content` is then of
 * no use.
 */
bool edition_fill(struct diagnostics *diagnostics, const char *folder,
                  const struct catalogue *catalogue, struct edition_content *content);

#endif
