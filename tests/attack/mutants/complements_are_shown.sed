# src/disclosure/primary.c
# SPDX-License-Identifier: GPL-3.0-or-later
# It does not matter how many lack to everybody.
s/return indicator->measure == MEASURE_SHARE || .*/return false;/
