/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For tests of the pages: seminar.html, or one part of it, of the plan folder as it stands, without
 * figures but for those that a test puts there.
 */
#ifndef PEJLING_TESTS_PAGE_WORLD_H
#define PEJLING_TESTS_PAGE_WORLD_H

#include "plan_folder.h"

#include "pejling/base/file.h"
#include "pejling/present/followup.h"
#include "pejling/present/seminar.h"
#include "pejling/present/seminar_page.h"
#include "pejling/present/wording.h"

#define PAGE "seminar.html"
#define FIGURES                                                                                    \
    "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;31;70;;;\nandelen;syd;2021;;40;130;;;\n"     \
    "andelen;by;2022;;511;1013;;;\nandelen;nord;2022;;3;71;;;\nandelen;syd;2022;;44;127;;;\n"      \
    "raten;by;2022;;51;1013;;;\nraten;nord;2022;;9;71;;;\nraten;syd;2022;;8;127;;;\n"

static inline const char *read_page_file(struct plan_folder *folder, const char *name)
{
    const struct input_file file = {plan_folder_file(folder, name), name, PROBLEM_FILE};
    size_t length = 0;
    const char *page = file_read(&folder->diagnostics, &file, 1 << 22, &length);
    assert_non_null(page);
    assert_int_equal(strlen(page), length);
    plan_folder_remove(folder, name);
    return page;
}

static inline const char *read_page(struct plan_folder *folder)
{
    return read_page_file(folder, PAGE);
}

/* The whole page. */
static inline const char *page_of(struct plan_folder *folder, enum edition edition)
{
    const struct place place = {&folder->diagnostics, folder->path, ""};
    struct released_table table = plan_folder_release(folder, edition);
    struct findings findings = findings_compute(folder->arena, &table);
    assert_true(seminar_page_write(&place, &(struct seminar_matter){.findings = &findings}));
    return read_page(folder);
}

/* What one part writes. */
static inline const char *part_of(struct plan_folder *folder, enum edition edition,
                                  void (*write)(const struct seminar *))
{
    const struct place place = {&folder->diagnostics, folder->path, ""};
    struct released_table table = plan_folder_release(folder, edition);
    struct findings findings = findings_compute(folder->arena, &table);
    struct seminar seminar = {
        .sink = sink_open(&folder->diagnostics, plan_folder_file(folder, PAGE)),
        .place = &place,
        .speaker = {folder->arena, folder->diagnostics.language, &findings},
        .catalogue = table.catalogue,
        .indicators = followup_indicators(folder->arena, table.catalogue),
    };
    seminar.areas = followup_areas(folder->arena, seminar.catalogue, &seminar.area_count);
    write(&seminar);
    assert_true(sink_close(seminar.sink));
    return read_page(folder);
}

static inline size_t occurrences(const char *text, const char *word)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, word)); at += strlen(word))
        count++;
    return count;
}

#endif
