# SPDX-License-Identifier: GPL-3.0-or-later
# A table on a slide: its head on a sand-coloured field, and cells that are coloured by the state
# they tell. Everything is in pixels from above left; the labels are set already.
#
# Needs: width, height, style.gp
# Blocks: $fields                 x y, rectangles: the head
#         $good, $bad, $same      x y, rectangles: cells
#         $frames                 x y, around cells without a colour

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

plot $fields using 1:2 with filledcurves closed fillcolor rgb plan_field notitle, \
    $good using 1:2 with filledcurves closed fillcolor rgb fairly_better notitle, \
    $bad using 1:2 with filledcurves closed fillcolor rgb fairly_worse notitle, \
    $same using 1:2 with filledcurves closed fillcolor rgb unchanged notitle, \
    $frames using 1:2 with lines linewidth 2 linecolor rgb hairline notitle
unset label
