# src/disclosure/equation_builder.c
# SPDX-License-Identifier: GPL-3.0-or-later
# A mean may be known as closely as it will.
s/return whole && whole->amounts.spread > 0 ? .*/return 0;/
