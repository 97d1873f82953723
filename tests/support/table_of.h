/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables, mappings and a catalogue for the tests of the import, from text.
 *
 * IMPORT_AREAS and IMPORT_INDICATORS are a plan with areas of all roles and an indicator of each
 * type and each reporting.
 */
#ifndef PEJLING_TESTS_TABLE_OF_H
#define PEJLING_TESTS_TABLE_OF_H

#include "plan_folder.h"

#include "pejling/input/csvgrid.h"
#include "pejling/input/table.h"
#include "pejling/model/mapping.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

#define IMPORT_PLAN                                                                                \
    "nøgle;værdi\n"                                                                              \
    "titel;Prøveplan\n"                                                                           \
    "kommune;nordby\n"                                                                             \
    "planstart;2021-10-01\n"                                                                       \
    "planslut;2025-09-30\n"                                                                        \
    "basisår;2021\n"                                                                              \
    "udgave;2025\n"
#define IMPORT_AREAS                                                                               \
    AREAS_HEADER "riget;Riget;land;;;;000;\n"                                                      \
                 "nordby;Nordby Kommune;kommune;;;;999;\n"                                         \
                 "parken;Parken;område;nordby;;;081;\n"                                           \
                 "engen;Engen;område;nordby;;;;\n"                                                \
                 "lunden;Lunden Øst;afdeling;parken;;;12|Lundens afdeling;\n"                     \
                 "mosen;Mosen;tvilling;;;;;\n"
#define IMPORT_INDICATORS                                                                          \
    "kode;navn;kort_navn;type;enhed;god_retning;opgørelse;kilde;tendens\n"                        \
    "andelen;Andel i job;Job;andel;pct.;op;kalenderår;K;\n"                                       \
    "raten;Anmeldelser;;rate;pr. 1.000;ned;kalenderår;K;\n"                                       \
    "snittet;Karakterer;;gennemsnit;point;op;kalenderår;K;\n"                                     \
    "svarene;Tryghed;;survey;pct.;op;kalenderår;K;\n"                                             \
    "tallet;Indkomst;;værdi;kr.;neutral;kalenderår;K;\n"                                         \
    "kvartalet;Husleje;;værdi;kr.;neutral;kvartal;K;\n"                                           \
    "skolen;Elever;;værdi;antal;neutral;skoleår;K;\n"                                            \
    "valget;Valgdeltagelse;;andel;pct.;op;dato;K;\n"                                               \
    "dagen;Beboere;;værdi;antal;neutral;01-01;K;\n"                                               \
    "jaevnet;Fravær;;værdi;pct.;neutral;kalenderår;K;nej\n"

/* import_folder_read(folder, areas): the catalogue of the plan above, with these areas. */
static inline void import_folder_read(struct plan_folder *folder, const char *areas)
{
    plan_folder_reset(folder);
    plan_folder_write(folder, "plan.csv", IMPORT_PLAN);
    plan_folder_write(folder, "omraader.csv", areas);
    plan_folder_write(folder, "indikatorer.csv", IMPORT_INDICATORS);
    plan_folder_read_catalogue(folder);
}

/* import_folder(state): the catalogue with IMPORT_AREAS, and nothing to say of it. */
static inline struct plan_folder *import_folder(void **state)
{
    struct plan_folder *folder = *state;
    import_folder_read(folder, IMPORT_AREAS);
    assert_problem_count(folder, 0);
    return folder;
}

/* table_of(folder, name, text): the table in a CSV file of that name; there must be one. */
static inline struct table table_of(struct plan_folder *folder, const char *name, const char *text)
{
    const struct input_file file = {name, name, PROBLEM_INPUT};
    struct grid grid;
    struct table table = {0};
    if (!csvgrid_read(&folder->diagnostics, &file, text, strlen(text), &grid) ||
        !table_find(&folder->diagnostics, &file, &grid, &table)) {
        plan_folder_print(folder);
        fail_msg("no table in »%s«", text);
    }
    return table;
}

/* field_column(text, line, field): the column where that field of a CSV text begins; 0 for field 0. */
static inline unsigned field_column(const char *text, unsigned line, unsigned field)
{
    unsigned column = 1;
    while (line-- > 1)
        text = strchr(text, '\n') + 1;
    for (; field > 1; text++) {
        column += ((unsigned char)*text & 0xC0) != 0x80;
        field -= *text == ';';
    }
    return field ? column : 0;
}

#define MAPPING_FILE "kortlaegning.csv"

/* mapping_of(folder, text, mapping): as mapping_read has it of a file with that text. */
static inline bool mapping_of(struct plan_folder *folder, const char *text, struct mapping *mapping)
{
    plan_folder_write(folder, MAPPING_FILE, text);
    const struct input_file file = {plan_folder_file(folder, MAPPING_FILE), MAPPING_FILE,
                                    PROBLEM_INPUT};
    return mapping_read(&folder->diagnostics, &file, &folder->catalogue, mapping);
}

/* good_mapping_of(folder, text): a mapping that must be without faults. */
static inline struct mapping good_mapping_of(struct plan_folder *folder, const char *text)
{
    struct mapping mapping;
    if (!mapping_of(folder, text, &mapping)) {
        plan_folder_print(folder);
        fail_msg("the mapping is faulty");
    }
    return mapping;
}

/* notes_have(notes, count, says): whether one of the sentences says that. */
static inline bool notes_have(const char *const *notes, size_t count, const char *says)
{
    for (size_t i = 0; i < count; i++)
        if (strstr(notes[i], says))
            return true;
    for (size_t i = 0; i < count; i++)
        print_message("  %s\n", notes[i]);
    return false;
}

#endif
