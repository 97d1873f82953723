/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * manifest.json, for the auditor: what made the edition, from which files, and what it consists of.
 * No clock is in it: the same input gives the same bytes.
 */
#ifndef PEJLING_PROGRAM_MANIFEST_H
#define PEJLING_PROGRAM_MANIFEST_H

#include "pejling/disclosure/released.h"
#include "pejling/present/place.h"
#include "pejling/program/folder_files.h"

/* What a run was asked for. */
struct run_options {
    const char *plan, *output; /* folders */
    enum edition edition;
    enum language language;
    bool keep_going, strict;
    bool pdf;     /* the page as a PDF too */
    bool summary; /* all municipalities in one file, and nothing else */
};

/*
 * manifest_inputs(diagnostics, options): the files of the plan folder that are read; with checksums
 * in an internal edition only: from the checksum of a small file its content can be guessed.
 */
struct digested_files manifest_inputs(struct diagnostics *diagnostics,
                                      const struct run_options *options);

/*
 * manifest_write(place, options, catalogue, inputs): the versions of program and libraries, the
 * options, the definitions that the figures rest on (definitions.h), the input (of manifest_inputs),
 * and every file of the edition so far with size and SHA-256; and what is missing because gnuplot or
 * Chromium did not make it, with the reason. These files are synced to disk meanwhile.
 */
bool manifest_write(const struct place *place, const struct run_options *options,
                    const struct catalogue *catalogue, const struct digested_files *inputs);

/*
 * checksums_write(place): udgave.sha256, the SHA-256 of every file of the edition so far, as sha256sum
 * writes them, and reads them with -c in the edition's folder; they are synced meanwhile. False, and
 * a PROBLEM_FILE, if it cannot be written.
 */
bool checksums_write(const struct place *place);

#endif
