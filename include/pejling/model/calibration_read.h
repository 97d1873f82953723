/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads kalibrering.csv, which `make calibrate` writes into a plan folder: how often the verdicts
 * of that plan's panel are wrong, measured on invented figures of which the truth is known. It
 * holds no figures of the plan itself, so every layer may see it.
 *
 * A calibration belongs to the panel whose key it carries (findings/panel.h). Where there is none
 * for the edition at hand, its error rates have not been measured, and it should say so.
 */
#ifndef PEJLING_MODEL_CALIBRATION_READ_H
#define PEJLING_MODEL_CALIBRATION_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/diagnostic.h"

/* The series that rates are an average over. */
enum calibration_scope {
    CALIBRATION_ALL,
    CALIBRATION_STOCK,
    CALIBRATION_FLOW,
    CALIBRATION_INDICATOR /* of one indicator: its area verdicts and that of the total */
};

/* The correlation of neighbouring years in the invented figures. */
enum calibration_rho {
    CALIBRATION_RHO_NONE,
    CALIBRATION_RHO_POOLED, /* as estimated for the class from the real figures */
    CALIBRATION_RHO_HIGH,   /* 0.6, to see what happens when it is more than that */
    CALIBRATION_RHOS
};

/* The true slope of every gap in the invented figures: 0, 1 or 2 deltas a year. */
#define CALIBRATION_SLOPES 3

/* Shares of the verdicts, 0 to 1. */
struct calibration_rates {
    enum calibration_scope scope;
    const char *indicator; /* its code; "" for the other scopes */
    enum calibration_rho correlation;
    bool has_rho; /* false for all series together, where the classes differ */
    double rho;
    int slope;
    size_t series;
    /* Narrowing or widening: with slope 0 each is false; else right or wrong by its direction. */
    double moved, right, wrong;
    double moved_error;                  /* standard error of `moved`: that of the simulation */
    double firm, firm_right, firm_wrong; /* the same of firm verdicts only, among all verdicts */
    double undetermined;                 /* the rest of all verdicts: unchanged */
};

/* What was measured on one panel. */
struct calibration {
    const char *panel;              /* its key */
    unsigned long replicates, seed; /* invented panels a scenario; seed of the first */
    struct calibration_rates *rates;
    size_t count, capacity;
};

struct calibrations {
    struct calibration *items;
    size_t count, capacity;
};

/*
 * calibration_read(diagnostics, folder): what is in kalibrering.csv; nothing where there is no such
 * file. Indicators are not looked up: a calibration may be older than the plan's other files.
 */
struct calibrations calibration_read(struct diagnostics *diagnostics, const char *folder);

/* calibration_of(calibrations, panel): that of a panel, NULL where it has none. */
const struct calibration *calibration_of(const struct calibrations *calibrations,
                                         const char *panel);

/* Which rates: `indicator` is looked at for CALIBRATION_INDICATOR only. */
struct calibration_query {
    enum calibration_scope scope;
    const char *indicator;
    enum calibration_rho correlation;
    int slope;
};

/* calibration_rates(calibration, query): NULL where they were not measured. */
const struct calibration_rates *calibration_rates(const struct calibration *calibration,
                                                  struct calibration_query query);

/* The words of the file, by enum: `alle`, `bestand`, … and `ingen`, `skønnet`, `høj`; then NULL. */
const char *const *calibration_scope_names(void);
const char *const *calibration_rho_names(void);

#endif
