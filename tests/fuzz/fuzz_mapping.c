/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever a mapping file is: it is accepted exactly where nothing is reported, and what it makes of
 * two tables that do not change is in order, finite, and told where it cannot be.
 */
#include "pejling/model/mapping.h"

#undef NDEBUG
#include <assert.h>
#include <fcntl.h>
#include <stdio.h>

#include "../support/import_world.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#define TABLES 2

static const struct input_file files[TABLES] = {{"sigtelser.csv", "sigtelser.csv", PROBLEM_INPUT},
                                                {"boliger.csv", "boliger.csv", PROBLEM_INPUT}};

/* Quarters, and a year beside them; a month; groups; signs. */
static const char *const texts[TABLES] = {"OMRÅDE;KØN;ART;TID;ANTAL;I ALT;PCT\n"
                                          "Elmeparken;Mænd;Tyveri;2019K1;3;60;5,0\n"
                                          "Elmeparken;Mænd;Tyveri;2019K2;4;60;6,7\n"
                                          "Elmeparken;Mænd;Tyveri;2019K3;5;60;8,3\n"
                                          "Elmeparken;Mænd;Tyveri;2019K4;6*;60;10,0\n"
                                          "Elmeparken;Mænd;Tyveri;2019;18;60;30,0\n"
                                          "Elmeparken;Kvinder;Tyveri;2019K1;-;50;..\n"
                                          "Elmeparken;Kvinder;Tyveri;2019K2;x;50;\n"
                                          "Elmeparken;Kvinder;Vold, grov;2019K2;1;50;2,0\n"
                                          "Birkelunden;Mænd;Tyveri;2019K1;2;40;5,0\n"
                                          "Birkelunden;Mænd;Vold, let;2019M01;2;40;5,0\n"
                                          "Birkelunden;Mænd;Vold, let;2019M02;1;40;2,5\n"
                                          "Birkelunden;Mænd;Vold, let;2018-2019;1,5;40;3,8\n"
                                          "Strandby;Mænd;Tyveri;2020-01-01;200;4.000;5,0\n"
                                          "Granby;Mænd;Tyveri;2019K1;9;90;10,0\n",
                                          "Husleje i området\n"
                                          "\n"
                                          ";Område;2018;2019;2020*;2019/20;ultimo 2021\n"
                                          "Leje;Elme Nord;700.5;710.25;<5;#I/T;715\n"
                                          ";Elme Syd;800.5;;815;820;i.t.\n"
                                          "Antal;Elme Nord;40;41;42;43;44\n"
                                          ";Elme Syd;50;50;50;50;50\n"
                                          "Kilde: opdigtet\n"};

static void write_file(const char *path, const uint8_t *bytes, size_t length)
{
    int descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0600);
    assert(descriptor >= 0);
    assert(write(descriptor, bytes, length) == (ssize_t)length);
    close(descriptor);
}

static void check_rule(const struct mapping_rule *rule)
{
    assert(rule->indicator && rule->field < MAPPED_FIELDS && rule->at.line > 0);
    world_text(rule->file);
    world_text(rule->area);
    world_text(rule->group);
    for (size_t i = 0; i < rule->condition_count; i++) {
        world_text(rule->conditions[i].dimension);
        assert(rule->conditions[i].count > 0);
        for (size_t j = 0; j < rule->conditions[i].count; j++)
            world_text(rule->conditions[i].values[j]);
    }
    for (size_t i = 0; i < rule->signs.count; i++)
        world_text(rule->signs.items[i].text);
    assert((rule->conversion == CONVERT_DAYS) == (rule->day_count > 0));
    assert(rule->has_period == false || rule->period.kind == PERIOD_UNKNOWN ||
           period_fits(rule->period, rule->indicator->reporting));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct catalogue catalogue;
    static struct table tables[TABLES];
    static struct arena *world;
    static char path[4200];
    if (!world) {
        world = arena_new();
        struct diagnostics unheard = {.arena = world};
        catalogue = world_catalogue(world, true);
        for (size_t i = 0; i < TABLES; i++)
            assert(world_read(&unheard, &files[i], texts[i], strlen(texts[i]), &tables[i]));
        snprintf(path, sizeof path, "%s/kortlaegning.csv", world_folder());
    }
    struct arena *arena = arena_new();
    struct diagnostics diagnostics = {.arena = arena};
    const struct input_file file = {path, "kortlaegning.csv", PROBLEM_INPUT};
    struct mapping mapping;
    struct import_rows rows;
    write_file(path, bytes, length);
    bool sound = mapping_read(&diagnostics, &file, &catalogue, &mapping);
    assert(sound == (diagnostics.count == diagnostics.of_kind[PROBLEM_REMARK]));
    world_problems(&diagnostics, 0);
    for (size_t i = 0; i < mapping.count && sound; i++)
        check_rule(&mapping.rules[i]);
    for (size_t i = 0; i < TABLES && sound; i++) /* each alone, then both */
        world_import(&diagnostics, &catalogue, &mapping, &tables[i], 1, &rows);
    if (sound)
        world_import(&diagnostics, &catalogue, &mapping, tables, TABLES, &rows);
    arena_free(arena);
    return 0;
}
