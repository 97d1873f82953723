/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/package_check.h"

#include <expat.h>
#include <minizip/unzip.h>
#include <stdio.h>
#include <string.h>

#define CHUNK 65536
#define END_RECORD 22 /* bytes, of an archive without a comment: its last ones */

/* minizip is content with an end record that lacks its end. */
static bool has_end_record(const char *path)
{
    char mark[4];
    FILE *stream = fopen(path, "rb");
    if (!stream)
        return false;
    bool there = fseek(stream, -END_RECORD, SEEK_END) == 0 &&
                 fread(mark, 1, sizeof mark, stream) == sizeof mark &&
                 memcmp(mark, "PK\5\6", sizeof mark) == 0;
    (void)fclose(stream); /* nothing was written */
    return there;
}

/* Feeds the open part to the parser; false where it cannot be read or is no XML. */
static bool parse_part(unzFile zip, XML_Parser parser)
{
    for (;;) {
        void *buffer = XML_GetBuffer(parser, CHUNK);
        int length = buffer ? unzReadCurrentFile(zip, buffer, CHUNK) : -1;
        if (length < 0 || XML_ParseBuffer(parser, length, length == 0) != XML_STATUS_OK)
            return false;
        if (length == 0)
            return true;
    }
}

static bool is_whole_part(unzFile zip)
{
    XML_Parser parser = XML_ParserCreate(NULL);
    bool whole = parser && unzOpenCurrentFile(zip) == UNZ_OK;
    if (whole) {
        whole = parse_part(zip, parser);
        whole = unzCloseCurrentFile(zip) == UNZ_OK && whole; /* this looks at the checksum */
    }
    if (parser)
        XML_ParserFree(parser);
    return whole;
}

bool package_is_whole(const char *path, const char *part)
{
    unzFile zip = has_end_record(path) ? unzOpen(path) : NULL;
    if (!zip)
        return false;
    bool whole = unzLocateFile(zip, part, 1) == UNZ_OK;
    int step = unzGoToFirstFile(zip);
    for (; whole && step == UNZ_OK; step = unzGoToNextFile(zip))
        whole = is_whole_part(zip);
    unzClose(zip);
    return whole && step == UNZ_END_OF_LIST_OF_FILE;
}
