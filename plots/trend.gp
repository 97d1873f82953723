# SPDX-License-Identifier: GPL-3.0-or-later
# Opens the canvas of a trend or gap figure: panels side by side, each drawn by panel.gp, and then the
# words of all of them by words.gp.
#
# Needs: style.gp, and a terminal.

set multiplot
unset key
set border 0
unset xtics
set ytics scale 0 format ''
set grid ytics linetype 1 linewidth 1.5 linecolor rgb grid
set style fill transparent solid 0.2 noborder
