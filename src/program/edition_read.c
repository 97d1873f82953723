/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/edition_read.h"

#include <string.h>

#include "pejling/base/text.h"
#include "pejling/input/field.h"
#include "pejling/present/released_sheet.h"
#include "pejling/program/definitions.h"
#include "pejling/program/folder_files.h"
#include "pejling/program/released_read.h"

#define MANIFEST_FILE "manifest.json"
#define RESULTS_FILE "resultater.csv"
#define CHECKSUMS_FILE "udgave.sha256"
#define DIGITS 64 /* of a checksum */

/* ---- The manifest ----------------------------------------------------------------------------- */

static json_t *load(struct arena *arena, const char *folder)
{
    struct diagnostics quiet = {.arena = arena};
    const struct input_file file = {arena_printf(arena, "%s/" MANIFEST_FILE, folder), MANIFEST_FILE,
                                    PROBLEM_INPUT};
    size_t length;
    const char *bytes = file_read(&quiet, &file, EDITION_MANIFEST_LIMIT, &length);
    return bytes ? json_loadb(bytes, length, 0, NULL) : NULL;
}

struct edition_manifest edition_manifest_read(struct arena *arena, const char *folder)
{
    struct edition_manifest manifest = {.name = NULL};
    json_t *root = load(arena, folder);
    const char *name = json_string_value(json_object_get(root, "udgave"));
    const json_t *options = json_object_get(root, "options");
    const char *edition = json_string_value(json_object_get(options, "edition"));
    const char *version =
        json_string_value(json_object_get(json_object_get(root, "program"), "version"));
    const json_t *definitions = json_object_get(root, "definitions");
    bool named = name && *name && text_characters(name, strlen(name)) <= DEFINITIONS_TEXT_LIMIT;
    manifest.name = named ? arena_copy(arena, name) : NULL;
    manifest.is_edition =
        edition && (strcmp(edition, "delt") == 0 || strcmp(edition, "intern") == 0);
    if (manifest.is_edition)
        manifest.edition = *edition == 'd' ? EDITION_SHARED : EDITION_INTERNAL;
    manifest.is_summary = json_is_true(json_object_get(options, "summary"));
    manifest.version = version ? arena_copy(arena, version) : NULL;
    if (definitions)
        manifest.definitions = definitions_read(arena, definitions, &manifest.fault);
    json_decref(root);
    return manifest;
}

/* ---- Whether a file is still what was published ------------------------------------------------ */

/* The checksum that manifest.json has of a file; "" for none. */
static const char *told_by_manifest(struct arena *arena, const char *folder, const char *name)
{
    json_t *root = load(arena, folder), *file;
    const char *told = "";
    size_t index;
    json_array_foreach(json_object_get(root, "outputs"), index, file)
    {
        const char *of = json_string_value(json_object_get(file, "name"));
        const char *sum = json_string_value(json_object_get(file, "sha256"));
        if (of && sum && strcmp(of, name) == 0)
            told = arena_copy(arena, sum);
    }
    json_decref(root);
    return told;
}

/* The one that udgave.sha256 has, as sha256sum writes it: `SUM  NAME`. */
static const char *told_by_list(struct arena *arena, const char *folder, const char *name)
{
    struct diagnostics quiet = {.arena = arena};
    const struct input_file file = {arena_printf(arena, "%s/" CHECKSUMS_FILE, folder),
                                    CHECKSUMS_FILE, PROBLEM_INPUT};
    size_t length;
    const char *text = file_read(&quiet, &file, EDITION_MANIFEST_LIMIT, &length);
    const char *wanted = arena_printf(arena, "  %s\n", name);
    const char *found = text ? strstr(text, wanted) : NULL;
    return found && found - text >= DIGITS ? arena_text(arena, found - DIGITS, DIGITS) : "";
}

bool edition_file_is_published(struct diagnostics *diagnostics, const char *folder,
                               const char *name, const char *file)
{
    struct arena *arena = diagnostics->arena;
    struct diagnostics quiet = {.arena = arena};
    struct file_digest digest;
    const char *told[] = {told_by_manifest(arena, folder, file), told_by_list(arena, folder, file)};
    if (!folder_file_digest(&quiet, folder, file, &digest))
        return true; /* whoever reads it says why it cannot be */
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        if (!*told[i] || strcmp(told[i], digest.sha256) == 0)
            continue;
        diagnostics_report(diagnostics, PROBLEM_INPUT,
                           (struct location){.file = arena_printf(arena, "%s/%s", name, file)},
                           "er ændret, siden udgaven blev lavet · hent udgaven igen, hvor den kom "
                           "fra, eller lav den igen",
                           "has been changed since the edition was made · fetch the edition again "
                           "from where it came from, or make it again");
        return false;
    }
    return true;
}

/* ---- Verdicts as they were told --------------------------------------------------------------- */

enum { INDICATOR, AREA, STATISTIC, TEXT, REASON, OTHERS };

/* The file has more columns, which are not looked at. */
static const struct csv_column columns[] = {
    [INDICATOR] = {"indicator", true},
    [AREA] = {"area", true},
    [STATISTIC] = {"statistic", true},
    [TEXT] = {"text", true},
    [REASON] = {"reason", true},
    [OTHERS] = {"comparator", false},
    {"period", false},
    {"period_from", false},
    {"period_to", false},
    {"value", false},
    {"lower", false},
    {"upper", false},
    {"confidence", false},
    {"unit", false},
    {"n_periods", false},
    {"p", false},
    {"p_adjusted", false},
    {"method", false},
    {"status", false},
};

#define COLUMNS (sizeof columns / sizeof *columns)

struct reader {
    struct diagnostics *diagnostics;
    const struct catalogue *catalogue;
    struct verdicts *verdicts;
    bool failed;
};

static void refuse(struct reader *reader, const struct csv_field *field)
{
    reader->failed = true;
    diagnostics_report(reader->diagnostics, PROBLEM_INPUT, csvrecords_at(field),
                       "vurderingen kendes ikke · lav udgaven igen, eller brug en kopi, der ikke "
                       "er rettet i",
                       "the verdict is not known · make the edition again, or use a copy that "
                       "nobody edited");
}

static struct gap_verdict *verdict_at(struct reader *reader, const struct csv_field *f)
{
    struct arena *arena = reader->diagnostics->arena;
    const struct indicator *indicator = catalogue_indicator(reader->catalogue, f[INDICATOR].text);
    const struct area *area = catalogue_area(reader->catalogue, text_fold(arena, f[AREA].text));
    if (!indicator || !area)
        return NULL;
    struct gap_verdict **slot =
        &reader->verdicts->items[indicator->index * reader->catalogue->area_count + area->index];
    if (!*slot)
        *slot = arena_alloc(arena, 1, sizeof **slot);
    return *slot;
}

static void read_verdict(struct reader *reader, const struct csv_field *f)
{
    struct gap_verdict *verdict = verdict_at(reader, f);
    int word = 0, reason = 0;
    while (word < VERDICT_COUNT && strcmp(f[TEXT].text, verdict_code((enum verdict)word)) != 0)
        word++;
    while (reason < REASON_COUNT && strcmp(f[REASON].text, reason_code((enum reason)reason)) != 0)
        reason++;
    if (word == VERDICT_COUNT || reason == REASON_COUNT) {
        refuse(reader, &f[TEXT]);
    } else if (verdict) {
        verdict->verdict = (enum verdict)word;
        verdict->reason = (enum reason)reason;
    }
}

static void read_strength(struct reader *reader, const struct csv_field *f)
{
    struct gap_verdict *verdict = verdict_at(reader, f);
    for (int i = STRENGTH_NONE; verdict && i <= STRENGTH_FIRM; i++)
        if (strcmp(f[TEXT].text, verdict_strength_code((enum verdict_strength)i)) == 0)
            verdict->strength = (enum verdict_strength)i;
}

static void read_direction(struct reader *reader, const struct csv_field *f)
{
    struct gap_verdict *verdict = verdict_at(reader, f);
    for (int i = DIRECTION_NONE; verdict && i <= DIRECTION_NEUTRAL; i++)
        if (strcmp(f[TEXT].text, verdict_direction_code((enum verdict_direction)i)) == 0)
            verdict->direction = (enum verdict_direction)i;
}

static void read_row(void *context, const struct csv_row *row)
{
    static const struct {
        enum statistic statistic;
        void (*read)(struct reader *reader, const struct csv_field *fields);
    } readers[] = {{STATISTIC_VERDICT, read_verdict},
                   {STATISTIC_VERDICT_STRENGTH, read_strength},
                   {STATISTIC_VERDICT_DIRECTION, read_direction}};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (strcmp(row->fields[STATISTIC].text, statistic_code(readers[i].statistic)) == 0)
            readers[i].read(context, row->fields);
}

bool edition_verdicts_read(struct diagnostics *diagnostics, const char *folder, const char *name,
                           const struct catalogue *catalogue, struct verdicts *verdicts)
{
    struct arena *arena = diagnostics->arena;
    const struct csv_format format = {columns, COLUMNS, read_row};
    const struct input_file file = {arena_printf(arena, "%s/" RESULTS_FILE, folder),
                                    arena_printf(arena, "%s/" RESULTS_FILE, name), PROBLEM_INPUT};
    struct reader reader = {diagnostics, catalogue, verdicts, false};
    *verdicts = (struct verdicts){.catalogue = catalogue};
    verdicts->items = arena_alloc(arena, catalogue->indicator_count * catalogue->area_count + 1,
                                  sizeof(struct gap_verdict *));
    return edition_file_is_published(diagnostics, folder, name, RESULTS_FILE) &&
           csvfile_read(diagnostics, &file, &format, &reader) && !reader.failed;
}

/* ---- The whole -------------------------------------------------------------------------------- */

const char *edition_reason(struct arena *arena, enum language language,
                           const struct edition_manifest *manifest)
{
    if (manifest->is_edition && manifest->definitions)
        return NULL;
    if (!manifest->is_edition)
        return say(language, "mappen rummer ingen udgave", "the folder holds no edition");
    if (manifest->fault)
        return arena_printf(arena,
                            say(language, "definitionerne kan ikke læses (%s)",
                                "the definitions cannot be read (%s)"),
                            manifest->fault);
    return say(language,
               "udgaven siger ikke, hvordan indikatorerne er defineret; den er lavet, før udgaver "
               "kunne sammenlignes",
               "the edition does not say how its indicators are defined; it was made before "
               "editions could be compared");
}

bool edition_open(struct diagnostics *diagnostics, const char *folder,
                  struct edition_content *content)
{
    struct arena *arena = diagnostics->arena;
    content->manifest = edition_manifest_read(arena, folder);
    const char *reason = edition_reason(arena, diagnostics->language, &content->manifest);
    const struct location manifest = {.file = arena_printf(arena, "%s/" MANIFEST_FILE, folder)};
    if (!content->manifest.is_edition)
        diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){.file = folder},
                           "er ikke en mappe med en udgave · ret stien, eller lav udgaven med "
                           "pejling run",
                           "is no folder with an edition · mend the path, or make the edition with "
                           "pejling run");
    else if (content->manifest.is_summary)
        diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){.file = folder},
                           "er en sammenfatning, ikke en hel udgave · lav udgaven med pejling run "
                           "uden --summary",
                           "is a summary and no whole edition · make the edition with pejling run "
                           "without --summary");
    else if (reason)
        diagnostics_report(diagnostics, PROBLEM_INPUT, manifest,
                           "%s · lav udgaven igen med pejling run",
                           "%s · make the edition again with pejling run", reason);
    return !reason && !content->manifest.is_summary;
}

bool edition_fill(struct diagnostics *diagnostics, const char *folder,
                  const struct catalogue *catalogue, struct edition_content *content)
{
    struct arena *arena = diagnostics->arena;
    const struct input_file file = {arena_printf(arena, "%s/" RELEASED_FILE, folder),
                                    arena_printf(arena, "%s/" RELEASED_FILE, folder),
                                    PROBLEM_INPUT};
    bool read =
        edition_file_is_published(diagnostics, folder, folder, RELEASED_FILE) &&
        released_read(diagnostics, &file, catalogue, content->manifest.edition, &content->table);
    return edition_verdicts_read(diagnostics, folder, folder, catalogue, &content->told) && read;
}
