# src/disclosure/secondary.c src/disclosure/audit.c
# SPDX-License-Identifier: GPL-3.0-or-later
# Only what is small itself is hidden, and no audit looks at the file.
s/size_t unsafe = safety_first_unsafe(safety);/size_t unsafe = equations->count;/
s/audit_indicator(&auditor, &exposure);/(void)audit_indicator;/
