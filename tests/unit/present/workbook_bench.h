/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For tests of workbooks: a small book, and a workbook of the edition read back, by the program's
 * own reader and part by part.
 */
#ifndef PEJLING_TESTS_WORKBOOK_BENCH_H
#define PEJLING_TESTS_WORKBOOK_BENCH_H

#include "figure_bench.h"

#include <minizip/unzip.h>

#include "pejling/input/xlsx.h"
#include "pejling/present/book.h"

#define BOOK_FILE "bog.xlsx"

static inline const char *book_path(struct bench *bench, const char *name)
{
    return arena_printf(bench->arena, "%s/%s", bench->place.folder, name);
}

/* One column of text and one of numbers, in one sheet. */
static inline struct book *small_book(struct bench *bench)
{
    static const struct sheet_column columns[] = {{"text", "Tekst"}, {"number", "Tal i år"}};
    static const struct book_line lines[] = {{"Overskrift", BOOK_TITLE}, {"2025", BOOK_MARK}};
    struct book_sheet *sheet = arena_alloc(bench->arena, 1, sizeof *sheet);
    struct book *book = arena_alloc(bench->arena, 1, sizeof *book);
    *sheet = book_sheet_make(bench->arena, "Ark", columns, 2);
    sheet->lines = lines;
    sheet->line_count = 2;
    sheet->frozen_columns = 1;
    *book = (struct book){.title = "Titel & mere",
                          .edition = "2025",
                          .page_words = {"side", "af"},
                          .note = "Bemærkning",
                          .decimals = 6,
                          .sheets = sheet,
                          .count = 1};
    return book;
}

static inline struct book_sheet *sheet_of(struct book *book)
{
    return (struct book_sheet *)book->sheets;
}

static inline void add_pair(struct book *book, const char *text, double number)
{
    book_add_text(sheet_of(book), text, BOOK_PLAIN);
    book_add_number(sheet_of(book), number, 1, BOOK_PLAIN);
}

/* The whole file. */
static inline char *book_bytes(struct bench *bench, const char *name, size_t *length)
{
    return contents(bench, arena_printf(bench->arena, "../%s", name), length);
}

/* The sheets as the program itself reads a workbook, which refuses formulas. */
static inline struct workbook read_book(struct bench *bench, const char *name)
{
    struct workbook workbook;
    size_t length;
    const char *bytes = book_bytes(bench, name, &length);
    const struct input_file file = {name, name, PROBLEM_INPUT};
    assert_non_null(bytes);
    if (!xlsx_read(&bench->diagnostics, &file, bytes, length, &workbook)) {
        diagnostics_print(&bench->diagnostics, stderr);
        fail();
    }
    return workbook;
}

/* One part of the file, or NULL. */
static inline const char *book_part(struct bench *bench, const char *name, const char *part)
{
    unz_file_info about;
    unzFile zip = unzOpen(book_path(bench, name));
    assert_non_null(zip);
    char *bytes = NULL;
    if (unzLocateFile(zip, part, 1) == UNZ_OK) {
        assert_int_equal(unzGetCurrentFileInfo(zip, &about, NULL, 0, NULL, 0, NULL, 0), UNZ_OK);
        bytes = arena_alloc(bench->arena, about.uncompressed_size + 1, 1);
        assert_int_equal(unzOpenCurrentFile(zip), UNZ_OK);
        assert_int_equal(unzReadCurrentFile(zip, bytes, (unsigned)about.uncompressed_size),
                         about.uncompressed_size);
        assert_int_equal(unzCloseCurrentFile(zip), UNZ_OK);
    }
    unzClose(zip);
    return bytes;
}

#endif
