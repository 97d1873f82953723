/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/source_file.h"

#include <string.h>
#include <strings.h>

#include "pejling/input/csvgrid.h"
#include "pejling/input/encoding.h"
#include "pejling/input/xlsx.h"

#define FILE_LIMIT ((size_t)64 << 20)

/* What a file is that holds figures in a form that is not read, by its first bytes. */
static const struct {
    const char *start;
    const char *danish, *english;
} others[] = {
    {"%PDF", "en PDF-fil · hent tallene som Excel eller CSV",
     "a PDF file · fetch the figures as Excel or CSV"},
    {"<", "en webside eller XML-fil · hent tallene som Excel eller CSV",
     "a web page or XML file · fetch the figures as Excel or CSV"},
    {"{", "en JSON-fil · hent tallene som Excel eller CSV",
     "a JSON file · fetch the figures as Excel or CSV"},
    {"CHARSET=", "en PC-Axis-fil (.px) · hent tallene som Excel eller CSV",
     "a PC-Axis file (.px) · fetch the figures as Excel or CSV"},
    {"AXIS-VERSION=", "en PC-Axis-fil (.px) · hent tallene som Excel eller CSV",
     "a PC-Axis file (.px) · fetch the figures as Excel or CSV"},
};

static bool is_other(struct diagnostics *diagnostics, const struct input_file *file,
                     const char *bytes)
{
    const char *start = bytes + (strncmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0);
    start += strspn(start, " \t\r\n");
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strncasecmp(start, others[i].start, strlen(others[i].start)) == 0) {
            diagnostics_report(diagnostics, file->problem, (struct location){.file = file->name},
                               "%s", "%s",
                               say(diagnostics->language, others[i].danish, others[i].english));
            return true;
        }
    return false;
}

/* The letters of a workbook may have been damaged before they came into it. */
static bool has_whole_letters(struct diagnostics *diagnostics, const struct input_file *file,
                              const struct grid *sheet)
{
    for (size_t r = 0; r < sheet->count; r++)
        for (size_t c = 0; c < sheet->rows[r].count; c++) {
            const struct grid_cell *cell = &sheet->rows[r].cells[c];
            for (const char *text = cell->kind == CELL_TEXT ? cell->text : ""; *text; text++) {
                const char *letter = encoding_damaged_letter(text);
                if (!letter)
                    continue;
                encoding_report_letter(diagnostics, file, cell->at, letter);
                return false;
            }
        }
    return true;
}

static bool read_workbook(struct diagnostics *diagnostics, const struct input_file *file,
                          const char *bytes, size_t length, struct workbook *workbook)
{
    bool whole = xlsx_read(diagnostics, file, bytes, length, workbook);
    for (size_t i = 0; i < workbook->count && whole; i++)
        whole = has_whole_letters(diagnostics, file, &workbook->sheets[i]);
    return whole;
}

bool source_file_read(struct diagnostics *diagnostics, const struct input_file *file,
                      struct workbook *workbook)
{
    size_t length;
    const char *bytes = file_read(diagnostics, file, FILE_LIMIT, &length);
    if (!bytes || is_other(diagnostics, file, bytes))
        return false;
    if (xlsx_recognised(bytes, length))
        return read_workbook(diagnostics, file, bytes, length, workbook);
    struct grid *sheet = arena_alloc(diagnostics->arena, 1, sizeof *sheet);
    *workbook = (struct workbook){sheet, 1};
    return csvgrid_read(diagnostics, file, bytes, length, sheet);
}
