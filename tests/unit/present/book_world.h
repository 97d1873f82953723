/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For tests of the sheets of the workbook: a plan whose `andelen` narrows in Nord, does nothing in
 * Syd, and has one small count; and what a cell says.
 */
#ifndef PEJLING_TESTS_BOOK_WORLD_H
#define PEJLING_TESTS_BOOK_WORLD_H

#include "plan_folder.h"

#include "pejling/findings/findings.h"
#include "pejling/present/book.h"

#define HIDDEN_YEAR 2019

/* With that count in Syd in HIDDEN_YEAR, of 1013. */
static inline void write_world_with(struct plan_folder *folder, int count)
{
    static const int nord[] = {300, 333, 365, 402, 431, 470, 500, 534};
    const int syd[] = {600, 612, 588, 605, 598, count, 601, 595};
    const char *rows = "";
    for (int i = 0; i < 8; i++)
        rows = arena_printf(folder->arena,
                            "%sandelen;by;%d;;6000;10000;;;\nandelen;nord;%d;;%d;1000;;;\n"
                            "andelen;syd;%d;;%d;%d;;;%s\n",
                            rows, 2014 + i, 2014 + i, nord[i], 2014 + i, syd[i],
                            2014 + i == HIDDEN_YEAR ? 1013 : 1000, i == 7 ? "foreløbig" : "");
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;type;enhed;god_retning;opgørelse;kilde;lbf_nr\n"
                      "andelen;Andel;andel;pct.;op;kalenderår;Kilden A;1\n"
                      "raten;Rate;rate;pr. 1.000;ned;kalenderår;Kilden B;2\n"
                      "tallet;Værdi;værdi;kr.;neutral;kalenderår;Kilden C;\n");
    plan_folder_figures(folder, arena_printf(folder->arena,
                                             "%sraten;by;2020;;20;1000;;;\n"
                                             "tallet;by;2020;;;;300;;\n",
                                             rows));
}

static inline void write_book_world(struct plan_folder *folder)
{
    write_world_with(folder, 3);
}

static inline struct findings world_findings(struct plan_folder *folder, enum edition edition)
{
    struct released_table *table = arena_alloc(folder->arena, 1, sizeof *table);
    write_book_world(folder);
    *table = plan_folder_release(folder, edition);
    return findings_compute(folder->arena, table);
}

/* The column with that label; there must be one. */
static inline size_t column_of(const struct sheet *sheet, const char *label)
{
    for (size_t i = 0; i < sheet->column_count; i++)
        if (strcmp(sheet->columns[i].label, label) == 0)
            return i;
    fail_msg("no column »%s«", label);
    return 0;
}

/* The cell's text, "" of one without. */
static inline const char *text_at(const struct sheet *sheet, size_t row, size_t column)
{
    const struct sheet_cell *cell = sheet_cell(sheet, row, column);
    return cell->kind == SHEET_TEXT ? cell->text : "";
}

/* The first row whose columns 0 and 1 say so; there must be one. */
static inline size_t row_of(const struct sheet *sheet, const char *first, const char *second)
{
    for (size_t row = 0; row < sheet_rows(sheet); row++)
        if (strcmp(text_at(sheet, row, 0), first) == 0 &&
            strcmp(text_at(sheet, row, 1), second) == 0)
            return row;
    fail_msg("no row »%s« »%s«", first, second);
    return 0;
}

#endif
