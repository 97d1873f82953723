# SPDX-License-Identifier: GPL-3.0-or-later
# What all figures share: typefaces, colours, marker shapes, and how a text is set.
#
# Loaded before everything else. Needs nothing.
#
# Texts: the program wraps and places them, so it also says how large they are: it sets `points`
# and puts each text down as a label with one of the styles at the end of this file. Colours and
# markers of an area go by `area`, its place among the plan's areas (9: all of them together).

regular = 'Open Sans'
bold = 'Open Sans:Bold'
italic = 'Open Sans:Italic'
points = 20
face(name) = sprintf('%s,%g', name, points)

ink = '#1B1F24'
muted = '#5A626C'
grid = '#E3E6EA'
hairline = '#B9C0C8'
municipality = '#4A5059'
plan_field = '#F4F1EA'
plan_line = '#8A7F66'
plan_text = '#655B43'
better = '#1B5E9B'
worse = '#AB4610'
white = '#FFFFFF'

# Each at least 4.5:1 on white. The first three differ in every kind of colour blindness; no eight
# colours do, hence the markers, and a panel or a figure for each area.
area = 1
array colour[9]
colour[1] = '#2638A6'
colour[2] = '#AB4610'
colour[3] = '#0F8377'
colour[4] = '#A0267F'
colour[5] = '#6B5B00'
colour[6] = '#2574B5'
colour[7] = '#C23A54'
colour[8] = '#55301C'
colour[9] = '#3D2B6B'

# Filled circle, square, triangle, triangle down, pentagon; open square, triangle, circle; lozenge.
array marker[9]
marker[1] = 7
marker[2] = 5
marker[3] = 9
marker[4] = 11
marker[5] = 15
marker[6] = 4
marker[7] = 8
marker[8] = 6
marker[9] = 13

# Text styles. Values stand in front of what is drawn.
text_title = 'left font face(bold) textcolor rgb ink'
text_subtitle = 'left font face(regular) textcolor rgb muted'
text_foot = 'left font face(regular) textcolor rgb muted'
text_marks = 'right font face(italic) textcolor rgb muted'
text_marks_strong = 'right font face(bold) textcolor rgb worse'
text_page = 'right font face(bold) textcolor rgb muted'
text_empty = 'center font face(italic) textcolor rgb muted'

text_panel = 'left font face(bold) textcolor rgb colour[area]'
text_gap = 'left font face(regular) textcolor rgb muted'
text_tick_y = 'right font face(regular) textcolor rgb muted'
text_tick_x = 'center font face(regular) textcolor rgb muted'
text_plan = 'right font face(italic) textcolor rgb plan_line'
text_cross = 'center font face(bold) textcolor rgb municipality'
text_value = 'front left font face(bold) textcolor rgb colour[area]'
text_municipality = 'front left font face(regular) textcolor rgb municipality'
text_target = 'front left font face(italic) textcolor rgb colour[area]'
text_slope_name = 'front left font face(regular) textcolor rgb colour[area]'

text_head = 'left font face(bold) textcolor rgb ink'
text_head_right = 'right font face(bold) textcolor rgb ink'
text_goal = 'left font face(bold) textcolor rgb muted'
text_name = 'left font face(regular) textcolor rgb ink'
text_small = 'left font face(regular) textcolor rgb muted'
text_small_right = 'right font face(regular) textcolor rgb muted'
text_unsure = 'left font face(italic) textcolor rgb muted'
text_value_right = 'front right font face(bold) textcolor rgb colour[area]'
text_municipality_right = 'front right font face(regular) textcolor rgb municipality'
text_better = 'right font face(bold) textcolor rgb better'
text_worse = 'right font face(bold) textcolor rgb worse'
text_number = 'right font face(bold) textcolor rgb ink'
text_number_unsure = 'right font face(regular) textcolor rgb muted'

# The fields of the verdict matrix, L* 39, 80, 93, 83 and 43, their texts 5.8 to 8.4:1.
# Better and worse are as light as each other, so that neither stands out in grey: there the
# triangle and the word tell them apart.
clearly_better = '#1B5E9B'
fairly_better = '#A9CBE8'
unchanged = '#E9EBEE'
fairly_worse = '#F2C6A0'
clearly_worse = '#AB4610'
ink_better = '#10324F'
ink_same = '#3C434B'
ink_worse = '#5C2606'

text_column = 'center font face(bold) textcolor rgb ink'
text_cell_clear = 'front left font face(regular) textcolor rgb white'
text_cell_clear_right = 'front right font face(bold) textcolor rgb white'
text_cell_better = 'front left font face(regular) textcolor rgb ink_better'
text_cell_better_right = 'front right font face(bold) textcolor rgb ink_better'
text_cell_same = 'front left font face(regular) textcolor rgb ink_same'
text_cell_same_right = 'front right font face(bold) textcolor rgb ink_same'
text_cell_worse = 'front left font face(regular) textcolor rgb ink_worse'
text_cell_worse_right = 'front right font face(bold) textcolor rgb ink_worse'
text_cell_untold = 'front left font face(italic) textcolor rgb muted'
text_cell_sign = 'front center font face(bold) textcolor rgb muted'

# The forest figure: the side of 0 that is better, the other one, and either where none is.
good_side = '#EAF2F9'
bad_side = '#FBF0E6'
no_side = '#F1F2F4'
text_area = 'left font face(regular) textcolor rgb colour[area]'
text_worse_side = 'left font face(bold) textcolor rgb worse'
text_slide = 'front left font face(regular) textcolor rgb ink'
text_slide_strong = 'front left font face(bold) textcolor rgb ink'
text_slide_over = 'front left font face(regular) textcolor rgb plan_text'
text_slide_area = 'front left font face(bold) textcolor rgb colour[area]'
text_slide_point = 'front center point pointtype marker[area] pointsize 1.2 * marker_size[area] linecolor rgb colour[area]'
text_slide_sample = 'front center font face(bold) textcolor rgb municipality'
text_slide_marks = 'front left font face(bold) textcolor rgb worse'
text_slide_quiet = 'front left font face(regular) textcolor rgb muted'
