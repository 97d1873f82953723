# SPDX-License-Identifier: GPL-3.0-or-later
# The dumbbell figure: all indicators of one area beside its municipality, a row each. Everything is
# in pixels from above left; the labels are set already.
#
# Needs: width, height, area (place in the palette, style.gp)
# Blocks: $rules, $grid            x y, hairlines between the groups, lines of the per cent axis
#         $blank                   x y, rectangles under the values, white
#         $sure, $unsure           x y, from the municipality's value to the area's, by whether the
#                                  interval of the difference leaves 0 out
#         $area, $municipality     x y, the values
#         $better, $worse          x y, arrows beside the differences

unset key
set border 0
unset tics
set lmargin at screen 0
set rmargin at screen 1
set tmargin at screen 1
set bmargin at screen 0
set xrange [0:width]
set yrange [height:0]

plot $grid using 1:2 with lines linewidth 1.5 linecolor rgb grid notitle, \
    $blank using 1:2 with filledcurves closed fillstyle solid 1.0 noborder fillcolor rgb '#FFFFFF' \
        notitle, \
    $rules using 1:2 with lines linewidth 1.5 linecolor rgb hairline notitle, \
    $unsure using 1:2 with lines linewidth 4 linecolor rgb hairline notitle, \
    $sure using 1:2 with lines linewidth 6 linecolor rgb colour[area] notitle, \
    $municipality using 1:2 with points pointtype 7 pointsize 3.0 * point \
        linecolor rgb municipality notitle, \
    $municipality using 1:2 with points pointtype 7 pointsize 2.0 * point \
        linecolor rgb '#FFFFFF' notitle, \
    $area using 1:2 with points pointtype marker[area] pointsize 1.1 * marker_size[area] \
        linewidth 3 linecolor rgb colour[area] notitle, \
    $better using 1:2 with points pointtype 9 pointsize 2.3 * triangle linecolor rgb better notitle, \
    $worse using 1:2 with points pointtype 11 pointsize 2.3 * triangle linecolor rgb worse notitle
unset label
