# src/disclosure/equation_builder.c
# SPDX-License-Identifier: GPL-3.0-or-later
# from 1321
# A mean of a few persons can be anything, and so hide any other.
s/if (!(room < HUGE_VAL))/if (room > 0)/
