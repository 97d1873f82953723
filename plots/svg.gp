# SPDX-License-Identifier: GPL-3.0-or-later
# The canvas of an SVG file, which names its fonts only.
#
# Needs: width, height (pixels), regular (style.gp). The program sets the output after it.
# Sets: marker_size of each marker of style.gp, point and triangle (the sizes of circles and of
# triangles), dash (the length of dashes). The two terminals draw one and the same number differently
# (measured on gnuplot 5.4.4), and shapes of one number differ to the eye; fontscale is the same for
# texts.

reset
set terminal svg size width,height font face(regular) fontscale 1.35 noenhanced background '#FFFFFF'
point = 0.39
triangle = 0.33
dash = 1
array marker_size[9]
marker_size[1] = 0.9
marker_size[2] = 0.82
marker_size[3] = 0.83
marker_size[4] = 0.83
marker_size[5] = 0.72
marker_size[6] = 0.78
marker_size[7] = 0.76
marker_size[8] = 0.82
marker_size[9] = 0.76
