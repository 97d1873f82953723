# src/disclosure/pooled.c
# SPDX-License-Identifier: GPL-3.0-or-later
# Nobody is taken to know which of the figures hidden are the small ones.
s/are_still_met(from_insiders, met, known.count)/(met || from_insiders)/
