# src/disclosure/primary.c
# SPDX-License-Identifier: GPL-3.0-or-later
# It does not matter how many lack to everybody.
s/measure_counts_persons([a-z>-]*)/false/
