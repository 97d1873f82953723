# SPDX-License-Identifier: GPL-3.0-or-later
# A small picture with a word on it, or without: comparing such pictures shows what gnuplot can
# write, for with no typeface installed it draws them without letters and complains of nothing.
#
# Needs: typeface (0: no word, 1: the one of the figures, 2: one that nobody has), style.gp. The
# program sets the output after it, and loads doctor_draw.gp.

reset
unset border
unset tics
unset key
set xrange [0:1]
set yrange [0:1]
array names[3]
names[1] = regular
names[2] = regular
names[3] = 'Ingen Har Den'
set terminal pngcairo size 300,80 font names[typeface + 1].',20' noenhanced
if (typeface > 0) set label 1 'Ærø 0123' at graph 0.5,0.5 center
