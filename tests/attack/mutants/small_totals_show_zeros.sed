# src/disclosure/exposure.c
# SPDX-License-Identifier: GPL-3.0-or-later
# A zero of an area is shown though the total is hidden for being small.
s/cell->total && !cell->group/false/
