# SPDX-License-Identifier: GPL-3.0-or-later
# Begins a page of a PDF: nothing of the page before it stays.
#
# Needs: pdf.gp, and an output.

reset
