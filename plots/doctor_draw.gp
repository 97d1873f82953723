# SPDX-License-Identifier: GPL-3.0-or-later
# Draws the picture of doctor.gp. Needs nothing.

plot NaN notitle
