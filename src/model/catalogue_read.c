/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/catalogue_read.h"

#include "pejling/model/areas_read.h"
#include "pejling/model/context_read.h"
#include "pejling/model/indicators_read.h"
#include "pejling/model/plan_read.h"

struct catalogue catalogue_read(struct diagnostics *diagnostics, const char *folder)
{
    struct catalogue catalogue = {0};
    areas_read(diagnostics, folder, &catalogue);
    plan_read(diagnostics, folder, &catalogue);
    indicators_read(diagnostics, folder, &catalogue);
    context_read(diagnostics, folder, &catalogue);
    return catalogue;
}
