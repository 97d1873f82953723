# SPDX-License-Identifier: GPL-3.0-or-later
# The strip below a panel of the before-and-after figure: the change at each date that is tried, at
# the first period after it, around zero.
#
# Needs: as panel.gp, the panel being the strip.
# Blocks: $placebos, $placebo_start   x change; the latter the plan's start
#         $plan_start                 x y, of panel.gp

set tmargin at screen 1 - panel_top / height
set bmargin at screen 1 - panel_bottom / height
set yrange [y_min:y_max]
set ytics y_min, tick_step, y_max
unset object

plot 0 with lines linewidth 3 dashtype (6 * dash, 4 * dash) linecolor rgb municipality notitle, \
    $placebos using 1:2 with points pointtype 7 pointsize 1.6 * point \
        linecolor rgb municipality notitle, \
    $placebo_start using 1:2 with points pointtype marker[area] pointsize 1.3 * marker_size[area] \
        linewidth 3 linecolor rgb colour[area] notitle
