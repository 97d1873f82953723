# SPDX-License-Identifier: GPL-3.0-or-later
# The canvas of a PDF file of several pages, for the projector: 150 pixels are an inch, so that
# 2000 pixels are as wide as a slide of PowerPoint's.
#
# Needs: width, height (pixels), regular (style.gp). The program sets the output after it, and begins
# each page with page.gp: the terminal must not be set again.
# Sets: marker_size, point, triangle and dash (see svg.gp). Texts are as wide as in a PNG, marks as
# large, and lines and dashes as long (measured on gnuplot 5.4.4).

reset
set terminal pdfcairo size width / 150, height / 150 font face(regular) fontscale 0.478 \
    noenhanced background '#FFFFFF'
point = 0.478
triangle = 0.49
dash = 2.2
array marker_size[9]
marker_size[1] = 1.1
marker_size[2] = 1.01
marker_size[3] = 1.24
marker_size[4] = 1.24
marker_size[5] = 1.16
marker_size[6] = 0.98
marker_size[7] = 1.18
marker_size[8] = 1.0
marker_size[9] = 1.3
