/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/headline.h"

struct sentence headline_indicator(const struct speaker *speaker, const struct indicator *indicator)
{
    (void)speaker;
    return (struct sentence){.text =
                                 *indicator->short_name ? indicator->short_name : indicator->name};
}

struct sentence headline_area(const struct speaker *speaker, const struct area *area)
{
    (void)speaker;
    return (struct sentence){.text = area->name};
}

struct sentence headline_plan(const struct speaker *speaker)
{
    return (struct sentence){.text = speaker->findings->table->catalogue->plan.title};
}
