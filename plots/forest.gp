# SPDX-License-Identifier: GPL-3.0-or-later
# The forest figure: slopes with their intervals, a line an area. Everything is in pixels from above
# left; the labels are set already.
#
# Needs: width, height, style.gp
# Blocks, all of x y; polygons except where lines are said:
#         $good_side, $bad_side, $no_side  behind the rows, by what each side of 0 means
#         $grid, $rules                    lines of the ticks, and hairlines
#         $zero                            the line of 0
#         $lines_1 ... $lines_9            the intervals, by place in the palette
#         $points_1 ... $points_9          the markers of the slopes
#         $holes                           what is white inside open markers
#         $ends                            arrows where an interval leaves the axis
#         $better, $worse, $neither        the symbols of the verdicts

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

plot $bad_side using 1:2 with filledcurves closed fillcolor rgb bad_side notitle, \
    $good_side using 1:2 with filledcurves closed fillcolor rgb good_side notitle, \
    $no_side using 1:2 with filledcurves closed fillcolor rgb no_side notitle, \
    $grid using 1:2 with lines linewidth 1.5 linecolor rgb white notitle, \
    $rules using 1:2 with lines linewidth 1.5 linecolor rgb hairline notitle, \
    $zero using 1:2 with filledcurves closed fillcolor rgb muted notitle, \
    $lines_1 using 1:2 with filledcurves closed fillcolor rgb colour[1] notitle, \
    $lines_2 using 1:2 with filledcurves closed fillcolor rgb colour[2] notitle, \
    $lines_3 using 1:2 with filledcurves closed fillcolor rgb colour[3] notitle, \
    $lines_4 using 1:2 with filledcurves closed fillcolor rgb colour[4] notitle, \
    $lines_5 using 1:2 with filledcurves closed fillcolor rgb colour[5] notitle, \
    $lines_6 using 1:2 with filledcurves closed fillcolor rgb colour[6] notitle, \
    $lines_7 using 1:2 with filledcurves closed fillcolor rgb colour[7] notitle, \
    $lines_8 using 1:2 with filledcurves closed fillcolor rgb colour[8] notitle, \
    $lines_9 using 1:2 with filledcurves closed fillcolor rgb colour[9] notitle, \
    $ends using 1:2 with filledcurves closed fillcolor rgb muted notitle, \
    $points_1 using 1:2 with filledcurves closed fillcolor rgb colour[1] notitle, \
    $points_2 using 1:2 with filledcurves closed fillcolor rgb colour[2] notitle, \
    $points_3 using 1:2 with filledcurves closed fillcolor rgb colour[3] notitle, \
    $points_4 using 1:2 with filledcurves closed fillcolor rgb colour[4] notitle, \
    $points_5 using 1:2 with filledcurves closed fillcolor rgb colour[5] notitle, \
    $points_6 using 1:2 with filledcurves closed fillcolor rgb colour[6] notitle, \
    $points_7 using 1:2 with filledcurves closed fillcolor rgb colour[7] notitle, \
    $points_8 using 1:2 with filledcurves closed fillcolor rgb colour[8] notitle, \
    $points_9 using 1:2 with filledcurves closed fillcolor rgb colour[9] notitle, \
    $holes using 1:2 with filledcurves closed fillcolor rgb white notitle, \
    $better using 1:2 with filledcurves closed fillcolor rgb better notitle, \
    $worse using 1:2 with filledcurves closed fillcolor rgb worse notitle, \
    $neither using 1:2 with filledcurves closed fillcolor rgb muted notitle
unset label
