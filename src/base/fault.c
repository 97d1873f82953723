/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/fault.h"

#include <stdio.h>
#include <stdlib.h>

void fault_unless(int holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "pejling: intern fejl (internal fault): %s\n", what);
    exit(70);
}
