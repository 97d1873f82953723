/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The mapping: what a file of figures cannot say about itself. Each rule takes some figures of a
 * table and says which field of which indicator they are. As a file it is CSV, one rule a row:
 *
 *   indikator     a code of indikatorer.csv
 *   felt          tæller, nævner, værdi, spredning, svarprocent, designeffekt, population; or
 *                 kontrol: a share that must agree with tæller and nævner
 *   fil           blank, or a part of the name or title of the table
 *   udvalg        which rows and columns: `OVERTRÆD=Røveri|Vold & KØN=I alt`; of several values of
 *                 one column the sum is taken (of the column of subgroups each is one); `KV*` is
 *                 any value that begins so
 *   område        the column of areas, or the area of all rows; blank: found by the names
 *   periode       the period of all rows, where the table has none; else blank
 *   gruppe        the column of subgroups; blank for everybody
 *   omregning     blank; sum or gennemsnit: of the quarters or months of a year; K1 … K4, M1 … M12:
 *                 that one stands for the year; or days: `2011=2011-09-15|2015=2015-06-18`
 *   fraværende    what a row that is not there means: mangler, or nul
 *   tegn          what signs mean: `nul=-|mangler=..|diskret=x,<5`
 *   decimaltegn   komma or punktum; blank: as the file shows
 *   note          for the reader
 */
#ifndef PEJLING_MODEL_MAPPING_H
#define PEJLING_MODEL_MAPPING_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/file.h"
#include "pejling/input/figure.h"
#include "pejling/input/source_period.h"
#include "pejling/model/catalogue.h"

enum mapped_field {
    MAPPED_NUMERATOR,
    MAPPED_DENOMINATOR,
    MAPPED_VALUE,
    MAPPED_SPREAD,
    MAPPED_RESPONSE_RATE,
    MAPPED_DESIGN_EFFECT,
    MAPPED_POPULATION,
    MAPPED_CONTROL,
    MAPPED_FIELDS
};

struct condition {
    const char *dimension;
    const char *const *values; /* any of them */
    size_t count;
};

enum conversion { CONVERT_NOT, CONVERT_SUM, CONVERT_MEAN, CONVERT_PART, CONVERT_DAYS };

struct day_of_period {
    struct source_period period;
    struct period day;
};

struct mapping_rule {
    const struct indicator *indicator;
    enum mapped_field field;
    const char *file; /* "" for any */
    const struct condition *conditions;
    size_t condition_count;
    const char *area, *group; /* "" where not said */
    bool has_period;
    struct period period; /* of all rows */
    enum conversion conversion;
    enum source_period_kind part; /* CONVERT_PART: quarter or month, and ... */
    int part_number;              /* ... which */
    const struct day_of_period *days;
    size_t day_count;
    bool absent_is_zero;
    struct signs signs;
    enum decimal_sign decimal; /* DECIMAL_NONE: as the file shows */
    struct location at;
};

struct mapping {
    const struct mapping_rule *rules;
    size_t count;
};

/* The columns above. */
enum {
    MAPPING_INDICATOR,
    MAPPING_FIELD,
    MAPPING_FILE,
    MAPPING_SELECTION,
    MAPPING_AREA,
    MAPPING_PERIOD,
    MAPPING_GROUP,
    MAPPING_CONVERSION,
    MAPPING_ABSENT,
    MAPPING_SIGNS,
    MAPPING_DECIMAL,
    MAPPING_NOTE,
    MAPPING_COLUMNS
};

/* A rule as texts, by column. */
struct mapping_line {
    const char *texts[MAPPING_COLUMNS];
};

/* mapping_column(i): the name of a column. */
const char *mapping_column(size_t i);

/* mapping_field_name(field): as `felt` has it. */
const char *mapping_field_name(enum mapped_field field);

/*
 * mapping_read(diagnostics, file, catalogue, mapping): false, and problems of the file's kind, for
 * a file that cannot be read or a rule that makes no sense.
 */
bool mapping_read(struct diagnostics *diagnostics, const struct input_file *file,
                  const struct catalogue *catalogue, struct mapping *mapping);

/* mapping_from_lines(diagnostics, file, catalogue, lines, count, mapping): the same of texts. */
bool mapping_from_lines(struct diagnostics *diagnostics, const struct input_file *file,
                        const struct catalogue *catalogue, const struct mapping_line *lines,
                        size_t count, struct mapping *mapping);

#endif
