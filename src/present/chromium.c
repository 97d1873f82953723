/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* realpath */
#include "pejling/present/chromium.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/base/sink.h"
#include "pejling/present/child.h"
#include "pejling/present/pdf_bytes.h"

#define DEFAULT_SECONDS 120
#define NOT_FOUND 127 /* what a shell says of a missing program */
#define PDF_LIMIT ((size_t)1 << 30)
#define OWN_FOLDER ".chromium" /* hidden, so that it is no file of the edition */
#define PAUSE 20               /* milliseconds before another try to remove it, ... */
#define TRIES 100              /* ... while what Chromium left running ends */
#define MOST_ARGUMENTS 24

enum fault { FAULT_NONE, FAULT_MISSING, FAULT_TIME, FAULT_LETTERS, FAULT_FAILED, FAULT_REPORTED };

/* ---- The command ------------------------------------------------------------------------------
 */

const char *chromium_program(void)
{
    static const char *const paths[] = {"/usr/bin/chromium", "/usr/bin/chromium-browser",
                                        "/usr/bin/google-chrome"};
    const char *chosen = getenv("PEJLING_CHROMIUM");
    if (chosen && *chosen)
        return chosen;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (access(paths[i], X_OK) == 0)
            return paths[i];
    return NULL;
}

/* As a file's address has it: letters, digits and `/-._~` as they are, other bytes as `%C3`. */
static const char *address_of(struct arena *arena, const char *path)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-._~";
    static const char digits[] = "0123456789ABCDEF", scheme[] = "file://";
    char *address = arena_alloc(arena, sizeof scheme + 3 * strlen(path), 1), *end;
    memcpy(address, scheme, sizeof scheme);
    end = address + sizeof scheme - 1;
    for (const char *c = path; *c; c++) {
        unsigned char byte = (unsigned char)*c;
        if (strchr(plain, *c)) {
            *end++ = *c;
            continue;
        }
        *end++ = '%';
        *end++ = digits[byte >> 4];
        *end++ = digits[byte & 15];
    }
    return address;
}

struct words {
    struct arena *arena;
    char *items[MOST_ARGUMENTS];
    size_t count;
};

static void add_word(struct words *words, const char *word)
{
    if (words->count + 1 < MOST_ARGUMENTS)
        words->items[words->count++] = arena_copy(words->arena, word);
}

static void add_option(struct words *words, const char *option, const char *folder,
                       const char *name)
{
    add_word(words, arena_printf(words->arena, "%s=%s/%s", option, folder, name));
}

/* The sandbox does not work for root; the page is our own, without script and without network. */
static struct words arguments_of(struct arena *arena, const char *program, const char *folder,
                                 const struct printed_page *printed)
{
    static const char *const options[] = {
        "--headless",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--disable-extensions",
        "--disable-breakpad",
        "--host-resolver-rules=MAP * ^NOTFOUND",
        "--no-first-run",
        "--no-pdf-header-footer",
        "--export-tagged-pdf",
        "--generate-pdf-document-outline",
    };
    struct words words = {.arena = arena};
    add_word(&words, program);
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        add_word(&words, options[i]);
    if (geteuid() == 0)
        add_word(&words, "--no-sandbox");
    add_option(&words, "--user-data-dir", folder, OWN_FOLDER);
    add_option(&words, "--print-to-pdf", folder, OWN_FOLDER "/page.pdf");
    add_word(&words, address_of(arena, arena_printf(arena, "%s/%s", folder, printed->page)));
    return words;
}

/* ---- Its work ---------------------------------------------------------------------------------
 */

static enum fault run(struct arena *arena, const char *program, const char *folder,
                      const struct printed_page *printed)
{
    struct words arguments = arguments_of(arena, program, folder, printed);
    struct words environment = {.arena = arena};
    add_word(&environment, "PATH=/usr/bin:/bin");
    add_word(&environment, "LC_ALL=C.UTF-8");
    add_word(&environment, "TZ=UTC");
    add_option(&environment, "HOME", folder, OWN_FOLDER);
    const struct child_command command = {.arguments = arguments.items,
                                          .environment = environment.items,
                                          .input = -1,
                                          .output = -1,
                                          .errors = -1,
                                          .seconds = printed->seconds ? printed->seconds
                                                                      : DEFAULT_SECONDS};
    struct child child;
    enum child_fault started = child_start(&child, &command);
    if (started != CHILD_STARTED)
        return started == CHILD_MISSING ? FAULT_MISSING : FAULT_FAILED;
    enum child_state ended = child_wait(&child);
    if (ended == CHILD_LATE)
        return FAULT_TIME;
    if (ended == CHILD_EXITED && child.status == NOT_FOUND)
        return FAULT_MISSING;
    return ended == CHILD_EXITED && child.status == 0 ? FAULT_NONE : FAULT_FAILED;
}

/* From Chromium's own folder into the edition, if it is whole. */
static enum fault take_over(const struct place *place, const char *folder, const char *name)
{
    struct arena *arena = place->diagnostics->arena;
    struct diagnostics quiet = {.arena = arena};
    const struct input_file made = {arena_printf(arena, "%s/" OWN_FOLDER "/page.pdf", folder), name,
                                    PROBLEM_FILE};
    size_t length;
    char *bytes = file_read(&quiet, &made, PDF_LIMIT, &length);
    if (!bytes || !pdf_is_whole(bytes, length))
        return FAULT_FAILED;
    if (!pdf_has_letters(bytes, length))
        return FAULT_LETTERS;
    pdf_settle(bytes, length);
    struct sink *sink =
        sink_open(place->diagnostics, arena_printf(arena, "%s/%s", place->folder, name));
    sink_bytes(sink, bytes, length);
    return sink_close(sink) ? FAULT_NONE : FAULT_REPORTED;
}

/* What it holds may be of an internal edition: it is gone, or the edition is not published. */
static bool remove_own_folder(struct diagnostics *diagnostics, const char *path)
{
    for (int i = 0; i < TRIES; i++) {
        if (file_remove_tree(path))
            return true;
        poll(NULL, 0, PAUSE);
    }
    file_report(diagnostics, path, errno);
    return false;
}

static enum fault print(const struct place *place, const char *program,
                        const struct printed_page *printed)
{
    char folder[PATH_MAX];
    struct arena *arena = place->diagnostics->arena;
    if (!realpath(place->folder, folder)) {
        file_report(place->diagnostics, place->folder, errno);
        return FAULT_REPORTED;
    }
    const char *own = arena_printf(arena, "%s/" OWN_FOLDER, folder);
    if (mkdir(own, 0700) != 0) {
        file_report(place->diagnostics, own, errno);
        return FAULT_REPORTED;
    }
    enum fault fault = run(arena, program, folder, printed);
    if (!fault)
        fault = take_over(place, folder, printed->pdf);
    return remove_own_folder(place->diagnostics, own) ? fault : FAULT_REPORTED;
}

/* ---- What is said of it -----------------------------------------------------------------------
 */

static void report(struct diagnostics *diagnostics, enum fault fault, const char *pdf)
{
    enum language language = diagnostics->language;
    const char *text =
        fault == FAULT_MISSING
            ? say(language,
                  "Chromium findes ikke her, så siden er ikke lavet som PDF · installer pakken "
                  "chromium, eller lad PEJLING_CHROMIUM pege på programmet",
                  "there is no Chromium here, so the page was not made into a PDF · install the "
                  "package chromium, or let PEJLING_CHROMIUM point to the program")
        : fault == FAULT_TIME
            ? say(language, "Chromium blev ikke færdig i tide og er stoppet · kør igen",
                  "Chromium did not finish in time and was stopped · run again")
        : fault == FAULT_LETTERS
            ? say(language,
                  "Chromium finder ingen skrifttype her og laver siden uden bogstaver · installer "
                  "pakken fonts-open-sans",
                  "Chromium finds no typeface here and makes the page without letters · install "
                  "the "
                  "package fonts-open-sans")
            : say(language,
                  "Chromium lavede ingen hel PDF · installer pakken chromium igen, eller udskriv "
                  "siden som PDF fra en browser",
                  "Chromium made no whole PDF · install the package chromium anew, or print the "
                  "page to PDF from a browser");
    diagnostics_report(diagnostics, PROBLEM_TOOL, (struct location){.file = pdf}, "%s", "%s", text);
}

bool chromium_print(const struct place *place, const struct printed_page *printed)
{
    const char *program = chromium_program();
    enum fault fault = program ? print(place, program, printed) : FAULT_MISSING;
    if (fault && fault != FAULT_REPORTED)
        report(place->diagnostics, fault, printed->pdf);
    return !fault;
}
