# SPDX-License-Identifier: GPL-3.0-or-later
# The canvas of a PNG file, for Word and PowerPoint.
#
# Needs: width, height (pixels), regular (style.gp). The program sets the output after it.
# Sets: marker_size, point, triangle and dash (see svg.gp).

reset
set terminal pngcairo size width,height font face(regular) noenhanced background '#FFFFFF'
point = 1
triangle = 1
dash = 2.5
array marker_size[9]
marker_size[1] = 2.3
marker_size[2] = 2.1
marker_size[3] = 2.5
marker_size[4] = 2.5
marker_size[5] = 2.4
marker_size[6] = 2.0
marker_size[7] = 2.3
marker_size[8] = 2.1
marker_size[9] = 2.7
