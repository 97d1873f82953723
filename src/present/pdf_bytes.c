/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/pdf_bytes.h"

#include <stdlib.h>
#include <string.h>

#include "pejling/base/arena.h"

#define NODE "(node"
#define NODE_DIGITS 8

/* Where `wanted` stands at or behind `at`; NULL for nowhere. */
static char *find(char *at, const char *end, const char *wanted)
{
    size_t length = strlen(wanted);
    while ((size_t)(end - at) >= length && (at = memchr(at, *wanted, (size_t)(end - at)))) {
        if ((size_t)(end - at) < length)
            break;
        if (memcmp(at, wanted, length) == 0)
            return at;
        at++;
    }
    return NULL;
}

bool pdf_is_whole(const char *bytes, size_t length)
{
    static const char head[] = "%PDF-", tail[] = "%%EOF";
    while (length && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r'))
        length--;
    return length > sizeof head + sizeof tail && memcmp(bytes, head, sizeof head - 1) == 0 &&
           memcmp(bytes + length - (sizeof tail - 1), tail, sizeof tail - 1) == 0;
}

bool pdf_has_letters(char *bytes, size_t length)
{
    return find(bytes, bytes + length, "/FontDescriptor") != NULL;
}

/* `/ModDate (D:20261126010240+00'00')`: an optional entry, and blanks are as good as nothing. */
static void blank_date(char *bytes, const char *end, const char *key)
{
    static const char date[] = " (D:";
    for (char *at = bytes; (at = find(at, end, key));) {
        char *value = at + strlen(key);
        if ((size_t)(end - value) < sizeof date || memcmp(value, date, sizeof date - 1) != 0) {
            at = value;
            continue;
        }
        char *close = value + sizeof date - 1;
        while (close < end && strchr("0123456789+-Z'", *close) && *close)
            close++;
        if (close < end && *close == ')')
            memset(at, ' ', (size_t)(close + 1 - at));
        at = close;
    }
}

/* The digits of the next id `(node00000057)`, NULL behind the last. */
static char *next_node(char *at, const char *end)
{
    static const char digits[] = "0123456789";
    while ((at = find(at, end, NODE))) {
        size_t count = 0;
        at += sizeof NODE - 1;
        while (at + count < end && at[count] && strchr(digits, at[count]))
            count++;
        if (count == NODE_DIGITS && at + count < end && at[count] == ')')
            return at;
    }
    return NULL;
}

static int compare_nodes(const void *left, const void *right)
{
    return memcmp(left, right, NODE_DIGITS);
}

struct nodes {
    char (*names)[NODE_DIGITS]; /* each once, in their order */
    size_t count;
};

static struct nodes collect_nodes(struct arena *arena, char *bytes, const char *end)
{
    struct nodes all = {NULL, 0};
    size_t capacity = 0, different = 0;
    for (char *at = bytes; (at = next_node(at, end));) {
        all.names = arena_grow(arena, all.names, all.count, &capacity, sizeof *all.names);
        memcpy(all.names[all.count++], at, NODE_DIGITS);
    }
    if (all.count)
        qsort(all.names, all.count, sizeof *all.names, compare_nodes);
    for (size_t i = 0; i < all.count; i++)
        if (i == 0 || memcmp(all.names[i], all.names[different - 1], NODE_DIGITS) != 0)
            memmove(all.names[different++], all.names[i], NODE_DIGITS);
    all.count = different;
    return all;
}

/* Their order stays, for the file holds an index that is sorted by them. */
static void number_nodes(struct arena *arena, char *bytes, const char *end)
{
    struct nodes nodes = collect_nodes(arena, bytes, end);
    if (nodes.count == 0)
        return;
    for (char *at = bytes; (at = next_node(at, end));) {
        const char(*name)[NODE_DIGITS] =
            bsearch(at, nodes.names, nodes.count, sizeof *nodes.names, compare_nodes);
        size_t number = (size_t)(name - (const char(*)[NODE_DIGITS])nodes.names) + 1;
        for (size_t i = NODE_DIGITS; i-- > 0; number /= 10)
            at[i] = (char)('0' + number % 10);
    }
}

void pdf_settle(char *bytes, size_t length)
{
    struct arena *scratch = arena_new();
    blank_date(bytes, bytes + length, "/CreationDate");
    blank_date(bytes, bytes + length, "/ModDate");
    number_nodes(scratch, bytes, bytes + length);
    arena_free(scratch);
}
