/* SPDX-License-Identifier: GPL-3.0-or-later */
/* well_formed FILE...: whether each is well-formed XML, as expat has it; names those that are not. */
#include <expat.h>
#include <stdbool.h>
#include <stdio.h>

static bool is_well_formed(const char *path)
{
    static char buffer[1 << 16];
    FILE *file = fopen(path, "rb");
    XML_Parser parser = XML_ParserCreate("UTF-8");
    bool good = file && parser, last = false;
    while (good && !last) {
        size_t length = fread(buffer, 1, sizeof buffer, file);
        last = length < sizeof buffer;
        good = XML_Parse(parser, buffer, (int)length, last) == XML_STATUS_OK;
    }
    if (!good && file && parser)
        printf("%s:%lu: %s\n", path, XML_GetCurrentLineNumber(parser),
               XML_ErrorString(XML_GetErrorCode(parser)));
    else if (!good)
        printf("%s: cannot be read\n", path);
    XML_ParserFree(parser);
    if (file)
        fclose(file);
    return good;
}

int main(int count, char **paths)
{
    int bad = count < 2;
    for (int i = 1; i < count; i++)
        bad += !is_well_formed(paths[i]);
    return bad > 0;
}
