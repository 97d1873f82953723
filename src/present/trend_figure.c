/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_figure.h"

#include <math.h>

#include "pejling/present/trend_panels.h"
#include "pejling/present/trend_words.h"

bool trend_figure_has_data(const struct findings *findings, const struct indicator *indicator)
{
    const struct released_table *table = findings->table;
    for (size_t i = 0; i < table->catalogue->area_count; i++) {
        const struct area *area = &table->catalogue->areas[i];
        struct released_series series = released_series(table, indicator, area);
        bool drawn = area->role == AREA_ESTATE || area->role == AREA_TOTAL;
        for (size_t j = 0; drawn && j < series.count; j++)
            if (isfinite(series.cells[j].time) && series.cells[j].release != RELEASE_ABSENT)
                return true;
    }
    return false;
}

static struct trend_series series_of(const struct figure_canvas *canvas,
                                     const struct indicator *indicator)
{
    return trend_series_make(canvas->arena, canvas->language, canvas->findings, indicator);
}

struct gnuplot_figure trend_figure_draw(const struct figure_canvas *canvas,
                                        const struct indicator *indicator)
{
    const struct trend_series series = series_of(canvas, indicator);
    return trend_panels_draw(canvas, &series);
}

const struct area **trend_panel_areas(const struct figure_canvas *canvas,
                                      const struct indicator *indicator, size_t *count)
{
    const struct trend_series series = series_of(canvas, indicator);
    return trend_panels_areas(&series, count);
}

const struct gnuplot_figure *trend_figure_single(const struct figure_canvas *canvas,
                                                 const struct indicator *indicator, size_t *count)
{
    const struct trend_series series = series_of(canvas, indicator);
    return trend_panels_single(canvas, &series, count);
}

const char *trend_figure_reading(const struct figure_canvas *canvas,
                                 const struct indicator *indicator)
{
    const struct trend_series series = series_of(canvas, indicator);
    return trend_reading(&series);
}
