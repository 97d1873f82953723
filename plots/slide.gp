# SPDX-License-Identifier: GPL-3.0-or-later
# A slide of words on a sand-coloured field, with small pictures beside them where it explains how
# figures are read. Everything is in pixels from above left; the labels are set already.
#
# Needs: width, height, area (place in the palette, style.gp)
# Blocks: $fields, $even          x y, rectangles: sand-coloured, and grey as a cell of no change
#         $frames                 x y, thin lines around white cells
#         $band                   x lower upper, around a line of the area's
#         $line, $dashed, $dotted x y, the area's, the municipality's, where the plan begins
#         $better, $worse, $same  x y, arrows, and dots for no change

unset key
set border 0
unset tics
set lmargin at screen 0
set rmargin at screen 1
set tmargin at screen 1
set bmargin at screen 0
set xrange [0:width]
set yrange [height:0]

plot $fields using 1:2 with filledcurves closed fillstyle solid 1.0 noborder \
        fillcolor rgb plan_field notitle, \
    $even using 1:2 with filledcurves closed fillstyle solid 1.0 noborder \
        fillcolor rgb unchanged notitle, \
    $frames using 1:2 with lines linewidth 2 linecolor rgb hairline notitle, \
    $band using 1:2:3 with filledcurves fillstyle transparent solid 0.2 noborder \
        fillcolor rgb colour[area] notitle, \
    $dotted using 1:2 with lines linewidth 3 dashtype (2 * dash, 5 * dash) \
        linecolor rgb plan_line notitle, \
    $dashed using 1:2 with lines linewidth 3 dashtype (6 * dash, 4 * dash) \
        linecolor rgb municipality notitle, \
    $line using 1:2 with lines linewidth 4.5 linecolor rgb colour[area] notitle, \
    $better using 1:2 with points pointtype 9 pointsize 4.4 * triangle linecolor rgb better notitle, \
    $worse using 1:2 with points pointtype 11 pointsize 4.4 * triangle linecolor rgb worse notitle, \
    $same using 1:2 with points pointtype 7 pointsize 3 * point linecolor rgb muted notitle
unset label
