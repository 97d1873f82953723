# SPDX-License-Identifier: GPL-3.0-or-later
# One layer of a slope figure: the lines of one area in all panels, or of the municipality. Everything
# is in pixels from above left. Opened by trend.gp and closed by words.gp.
#
# Needs: width, height, area (place in the palette, style.gp)
# Blocks: $rules                 x y, upright lines at the two times of each panel
#         $sure, $unsure         x y, lines of an area, by whether the interval of the change leaves
#                                0 out
#         $points                x y, their ends
#         $dashes, $dots         x y, the same of the municipality

set lmargin at screen 0
set rmargin at screen 1
set tmargin at screen 1
set bmargin at screen 0
set xrange [0:width]
set yrange [height:0]
unset grid
unset ytics

plot $rules using 1:2 with lines linewidth 1.5 linecolor rgb grid notitle, \
    $dashes using 1:2 with lines linewidth 3 dashtype (6 * dash, 4 * dash) \
        linecolor rgb municipality notitle, \
    $dots using 1:2 with points pointtype 7 pointsize 1.8 * point \
        linecolor rgb municipality notitle, \
    $unsure using 1:2 with lines linewidth 2 linecolor rgb colour[area] notitle, \
    $sure using 1:2 with lines linewidth 6 linecolor rgb colour[area] notitle, \
    $points using 1:2 with points pointtype marker[area] pointsize marker_size[area] \
        linewidth 3 linecolor rgb colour[area] notitle
