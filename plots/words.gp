# SPDX-License-Identifier: GPL-3.0-or-later
# The words of a trend figure, above everything drawn so far. The labels are set already, in pixels
# from above left.
#
# Needs: width, height.

set lmargin at screen 0
set rmargin at screen 1
set tmargin at screen 1
set bmargin at screen 0
set xrange [0:width]
set yrange [height:0]
unset object
unset grid
unset ytics
plot -1 notitle
unset label
unset multiplot
