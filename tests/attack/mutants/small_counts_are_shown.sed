# src/disclosure/primary.c
# SPDX-License-Identifier: GPL-3.0-or-later
# No count is small.
s/return count < indicator->minimum_count;/return false;/
