# SPDX-License-Identifier: GPL-3.0-or-later
# The dumbbell figure: all indicators of one area beside its municipality, a row each. Everything is
# in pixels from above left; the labels are set already.
#
# Needs: width, height, area (place in the palette, style.gp)
# Blocks: $rules, $grid            x y, hairlines between the groups, lines of the per cent axis
#         $blank                   x y, rectangles under the values, white
#         $sure, $unsure           x y, from the municipality's value to the area's, by whether the
#                                  interval of the difference leaves 0 out
#         $area, $municipality     x y, polygons, the marks of the values
#         $area_holes, $municipality_holes   x y, polygons, what is white inside them
#         $better, $worse          x y, polygons, arrows beside the differences

unset key
set border 0
unset tics
set lmargin at screen 0
set rmargin at screen 1
set tmargin at screen 1
set bmargin at screen 0
set xrange [0:width]
set yrange [height:0]
set style fill solid 1.0 noborder

plot $grid using 1:2 with lines linewidth 1.5 linecolor rgb grid notitle, \
    $blank using 1:2 with filledcurves closed fillcolor rgb white notitle, \
    $rules using 1:2 with lines linewidth 1.5 linecolor rgb hairline notitle, \
    $unsure using 1:2 with lines linewidth 4 linecolor rgb hairline notitle, \
    $sure using 1:2 with lines linewidth 6 linecolor rgb colour[area] notitle, \
    $municipality using 1:2 with filledcurves closed fillcolor rgb municipality notitle, \
    $municipality_holes using 1:2 with filledcurves closed fillcolor rgb white notitle, \
    $area using 1:2 with filledcurves closed fillcolor rgb colour[area] notitle, \
    $area_holes using 1:2 with filledcurves closed fillcolor rgb white notitle, \
    $better using 1:2 with filledcurves closed fillcolor rgb better notitle, \
    $worse using 1:2 with filledcurves closed fillcolor rgb worse notitle
unset label
