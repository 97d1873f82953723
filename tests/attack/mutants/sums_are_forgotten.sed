# src/disclosure/equations.c
# SPDX-License-Identifier: GPL-3.0-or-later
# Nobody knows that parts add up to their whole.
s/^        sums_add_relation(&builder, .*/        (void)sums_add_relation;/
