/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/before_after_figure.h"

#include "pejling/present/trend_panels.h"
#include "pejling/present/trend_words.h"

static struct trend_series series_of(const struct figure_canvas *canvas,
                                     const struct indicator *indicator)
{
    return trend_series_before_after(canvas->arena, canvas->language, canvas->findings, indicator);
}

bool before_after_figure_has_data(const struct findings *findings,
                                  const struct indicator *indicator)
{
    const struct catalogue *catalogue = findings->table->catalogue;
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (finding_latest(findings, indicator, &catalogue->areas[i], STATISTIC_BEFORE_AFTER_MEAN))
            return true;
    return false;
}

struct gnuplot_figure before_after_figure_draw(const struct figure_canvas *canvas,
                                               const struct indicator *indicator)
{
    const struct trend_series series = series_of(canvas, indicator);
    return trend_panels_draw(canvas, &series);
}

const struct area **before_after_panel_areas(const struct figure_canvas *canvas,
                                             const struct indicator *indicator, size_t *count)
{
    const struct trend_series series = series_of(canvas, indicator);
    return trend_panels_areas(&series, count);
}

const struct gnuplot_figure *before_after_figure_single(const struct figure_canvas *canvas,
                                                        const struct indicator *indicator,
                                                        size_t *count)
{
    *count = 0;
    if (!before_after_figure_has_data(canvas->findings, indicator))
        return NULL;
    const struct trend_series series = series_of(canvas, indicator);
    return trend_panels_single(canvas, &series, count);
}

const char *before_after_figure_reading(const struct figure_canvas *canvas,
                                        const struct indicator *indicator)
{
    const struct trend_series series = series_of(canvas, indicator);
    return trend_reading(&series);
}
