# SPDX-License-Identifier: GPL-3.0-or-later
# One panel of a trend or gap figure: an area beside its municipality, or its distance from zero,
# over real time.
#
# Needs: width, height           of the canvas, pixels
#        panel_left, panel_right, panel_top, panel_bottom   the panel, pixels from above left
#        x_min, x_max            years and fractions of a year
#        y_min, y_max            the axis with a strip above it and below it, display unit
#        tick_first, tick_step, tick_last                   the ticks of the axis, display unit
#        plan_from, plan_to      the plan's period inside the panel, or one left of it
#        area                    place in the palette (style.gp)
# Blocks: $area                              x value, the area's points
#         $area_holes                        x value, those of them that are hollow
#         $area_line, $area_dots             x value; full and dotted; a blank line is a gap
#         $municipality, $municipality_dots  x value; dashed and dotted: the municipality, or zero
#         $further, $further_dotted          x value, thin lines of a twin area and the country
#         $municipality_alone                x value, its points that no line goes to
#         $area_band, $municipality_band     x lower upper
#         $fit_band                          x lower upper, of the line of a verdict
#         $target                            x y, a short horizontal bar
#         $plan_start, $breaks               x y, lines from bottom to top
#         $break_marks                       x y

set lmargin at screen panel_left / width
set rmargin at screen panel_right / width
set tmargin at screen 1 - panel_top / height
set bmargin at screen 1 - panel_bottom / height
set xrange [x_min:x_max]
set yrange [y_min:y_max]
set ytics tick_first, tick_step, tick_last
set object 1 rectangle from plan_from, y_min to plan_to, y_max behind clip \
    fillstyle solid 1.0 noborder fillcolor rgb plan_field

plot $plan_start using 1:2 with lines linewidth 3 dashtype (2 * dash, 5 * dash) \
        linecolor rgb plan_line notitle, \
    $breaks using 1:2 with lines linewidth 1.5 linecolor rgb municipality notitle, \
    $break_marks using 1:2 with points pointtype 11 pointsize 2.4 * triangle \
        linecolor rgb municipality notitle, \
    $municipality_band using 1:2:3 with filledcurves fillcolor rgb municipality notitle, \
    $area_band using 1:2:3 with filledcurves fillcolor rgb colour[area] notitle, \
    $fit_band using 1:2:3 with filledcurves fillcolor rgb colour[area] notitle, \
    $further using 1:2 with lines linewidth 1.4 linecolor rgb municipality notitle, \
    $further_dotted using 1:2 with lines linewidth 1.4 dashtype (1.5 * dash, 3 * dash) \
        linecolor rgb municipality notitle, \
    $municipality using 1:2 with lines linewidth 3 dashtype (6 * dash, 4 * dash) \
        linecolor rgb municipality notitle, \
    $municipality_dots using 1:2 with lines linewidth 1.5 dashtype (1.5 * dash, 5 * dash) \
        linecolor rgb municipality notitle, \
    $municipality_alone using 1:2 with points pointtype 7 pointsize 1.8 * point \
        linecolor rgb municipality notitle, \
    $target using 1:2 with filledcurves closed fillstyle solid 1.0 noborder \
        fillcolor rgb colour[area] notitle, \
    $area_dots using 1:2 with lines linewidth 2 dashtype (1.5 * dash, 5 * dash) \
        linecolor rgb colour[area] notitle, \
    $area_line using 1:2 with lines linewidth 4.5 linecolor rgb colour[area] notitle, \
    $area using 1:2 with points pointtype marker[area] pointsize marker_size[area] \
        linewidth 3 linecolor rgb colour[area] notitle, \
    $area_holes using 1:2 with points pointtype marker[area] \
        pointsize 0.55 * marker_size[area] linecolor rgb white notitle
