/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet.h"

#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct block {
    struct block *next;
    size_t used, size;
};

#define BLOCK_SIZE ((size_t)1 << 20)
#define ALIGNMENT 16
static struct block *blocks;

static size_t aligned(size_t size)
{
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

void *keep(size_t size)
{
    size_t head = aligned(sizeof(struct block));
    size = aligned(size);
    if (!blocks || blocks->size - blocks->used < size) {
        size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
        struct block *block = malloc(head + room);
        if (!block) {
            fputs("attack: out of memory\n", stderr);
            exit(6);
        }
        *block = (struct block){blocks, 0, room};
        blocks = block;
    }
    void *memory = (char *)blocks + head + blocks->used;
    blocks->used += size;
    return memset(memory, 0, size);
}

void forget_all(void)
{
    while (blocks) {
        struct block *next = blocks->next;
        free(blocks);
        blocks = next;
    }
}

char *keep_text(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(keep(size), text, size);
}

char *keep_format(const char *format, ...)
{
    char text[4096];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    return keep_text(text);
}

char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    *size = 0;
    if (!file)
        return NULL;
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    rewind(file);
    char *bytes = keep((size_t)(length > 0 ? length : 0) + 1);
    *size = length > 0 ? fread(bytes, 1, (size_t)length, file) : 0;
    fclose(file);
    return bytes;
}

/* A copy of the field at *at, without its quotes; *at then stands on what ended it. */
static const char *take_field(char **at, char separator)
{
    char *in = *at, *out = *at, *field = *at;
    bool quoted = *in == '"';
    in += quoted;
    for (; *in; in++) {
        if (quoted && *in == '"') {
            if (in[1] != '"') {
                quoted = false;
                continue;
            }
            in++;
        } else if (!quoted && (*in == separator || *in == '\n' || *in == '\r')) {
            break;
        }
        *out++ = *in;
    }
    *at = in;
    size_t length = (size_t)(out - field);
    return memcpy(keep(length + 1), field, length);
}

static const char **take_row(char **at, char separator, size_t columns)
{
    const char **row = keep(columns * sizeof *row);
    for (size_t i = 0; i < columns; i++)
        row[i] = "";
    for (size_t i = 0;; i++) {
        const char *field = take_field(at, separator);
        if (i < columns)
            row[i] = field;
        if (**at != separator)
            break;
        ++*at;
    }
    while (**at == '\r' || **at == '\n')
        ++*at;
    return row;
}

static size_t count_of(const char *text, const char *end, char byte)
{
    size_t count = 0;
    for (; text < end; text++)
        count += *text == byte;
    return count;
}

struct sheet sheet_read(const char *path)
{
    size_t size;
    struct sheet sheet = {0};
    char *at = read_file(path, &size);
    if (!at || size == 0)
        return sheet;
    const char *end = at + size;
    if (strncmp(at, "\xef\xbb\xbf", 3) == 0)
        at += 3;
    const char *line_end = at + strcspn(at, "\r\n");
    size_t semicolons = count_of(at, line_end, ';'), commas = count_of(at, line_end, ',');
    sheet.separator = semicolons > commas ? ';' : ',';
    sheet.column_count = 1 + (semicolons > commas ? semicolons : commas);
    sheet.rows = keep((count_of(at, end, '\n') + 2) * sizeof *sheet.rows);
    while (*at)
        sheet.rows[sheet.row_count++] = take_row(&at, sheet.separator, sheet.column_count);
    return sheet;
}

int sheet_column(const struct sheet *sheet, const char *name)
{
    for (size_t i = 0; sheet->row_count && i < sheet->column_count; i++)
        if (strcmp(sheet->rows[0][i], name) == 0)
            return (int)i;
    return -1;
}

const char *sheet_text(const struct sheet *sheet, size_t row, int column)
{
    return column < 0 ? "" : sheet->rows[row][column];
}

double number_of(const char *text)
{
    char copy[64], *end;
    size_t length = strlen(text);
    if (length == 0 || length >= sizeof copy)
        return NO_NUMBER;
    memcpy(copy, text, length + 1);
    for (char *c = copy; *c; c++)
        if (*c == ',')
            *c = '.';
    double number = strtod(copy, &end);
    return *end ? NO_NUMBER : number;
}
