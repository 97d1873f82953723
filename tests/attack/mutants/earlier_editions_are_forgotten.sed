# src/disclosure/equations.c
# SPDX-License-Identifier: GPL-3.0-or-later
# Nobody kept what an earlier edition said.
s/i < exposure->earlier->count; i++/i < 0; i++/
