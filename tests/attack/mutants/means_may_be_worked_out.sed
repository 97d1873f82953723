# src/disclosure/equations.c
# SPDX-License-Identifier: GPL-3.0-or-later
# A mean may be known as closely as it will.
s/quantity.room = quantity.primary ? .*/quantity.room = 0;/
