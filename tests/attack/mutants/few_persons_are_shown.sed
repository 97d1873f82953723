# src/disclosure/primary.c
# SPDX-License-Identifier: GPL-3.0-or-later
# It does not matter how many persons there are.
s/if (figure->persons < plan->minimum_denominator)/if (false)/
