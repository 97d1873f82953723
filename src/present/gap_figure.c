/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/gap_figure.h"

#include "pejling/present/trend_panels.h"
#include "pejling/present/trend_words.h"

static struct trend_series series_of(const struct figure_canvas *canvas,
                                     const struct indicator *indicator)
{
    return trend_series_gaps(canvas->arena, canvas->language, canvas->findings, indicator);
}

struct gnuplot_figure gap_figure_draw(const struct figure_canvas *canvas,
                                      const struct indicator *indicator)
{
    const struct trend_series series = series_of(canvas, indicator);
    return trend_panels_draw(canvas, &series);
}

const struct area **gap_panel_areas(const struct figure_canvas *canvas,
                                    const struct indicator *indicator, size_t *count)
{
    const struct trend_series series = series_of(canvas, indicator);
    return trend_panels_areas(&series, count);
}

const struct gnuplot_figure *gap_figure_single(const struct figure_canvas *canvas,
                                               const struct indicator *indicator, size_t *count)
{
    const struct trend_series series = series_of(canvas, indicator);
    return trend_panels_single(canvas, &series, count);
}

const char *gap_figure_reading(const struct figure_canvas *canvas,
                               const struct indicator *indicator)
{
    const struct trend_series series = series_of(canvas, indicator);
    return trend_reading(&series);
}
