# src/disclosure/protect.c
# SPDX-License-Identifier: GPL-3.0-or-later
# The limits of a hidden figure end at the figure itself.
s/high = spans\[i\].high/high = quantity->truth/
