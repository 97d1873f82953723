# SPDX-License-Identifier: GPL-3.0-or-later
# The verdict matrix, and the key below it: fields, their symbols and hairlines. Everything is in
# pixels from above left; the labels are set already.
#
# Needs: width, height, style.gp
# Blocks: $clearly_better, $better, $unchanged, $worse, $clearly_worse, $narrowing, $widening,
#         $untold, $hidden                 x y, rectangles, a field each
#         the same names with _marks       x y, polygons, the symbols in them
#         $rules                           x y, hairlines between the groups
#         $frames                          x y, around fields without a colour

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

plot $rules using 1:2 with lines linewidth 1.5 linecolor rgb hairline notitle, \
    $clearly_better using 1:2 with filledcurves closed fillcolor rgb clearly_better notitle, \
    $better using 1:2 with filledcurves closed fillcolor rgb fairly_better notitle, \
    $unchanged using 1:2 with filledcurves closed fillcolor rgb unchanged notitle, \
    $worse using 1:2 with filledcurves closed fillcolor rgb fairly_worse notitle, \
    $clearly_worse using 1:2 with filledcurves closed fillcolor rgb clearly_worse notitle, \
    $narrowing using 1:2 with filledcurves closed fillcolor rgb unchanged notitle, \
    $widening using 1:2 with filledcurves closed fillcolor rgb unchanged notitle, \
    $untold using 1:2 with filledcurves closed fillcolor rgb white notitle, \
    $hidden using 1:2 with filledcurves closed fillcolor rgb white notitle, \
    $frames using 1:2 with lines linewidth 1.5 linecolor rgb hairline notitle, \
    $clearly_better_marks using 1:2 with filledcurves closed fillcolor rgb white notitle, \
    $better_marks using 1:2 with filledcurves closed fillcolor rgb ink_better notitle, \
    $unchanged_marks using 1:2 with filledcurves closed fillcolor rgb ink_same notitle, \
    $worse_marks using 1:2 with filledcurves closed fillcolor rgb ink_worse notitle, \
    $clearly_worse_marks using 1:2 with filledcurves closed fillcolor rgb white notitle, \
    $narrowing_marks using 1:2 with filledcurves closed fillcolor rgb ink_same notitle, \
    $widening_marks using 1:2 with filledcurves closed fillcolor rgb ink_same notitle
unset label
