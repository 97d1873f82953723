/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/workbook.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/present/package_check.h"
#include "pejling/present/workbook_file.h"

#define SECONDS 300 /* far more than the largest plan takes */
#define MAIN_PART "xl/workbook.xml"

enum fault {
    FAULT_NONE,
    FAULT_START,     /* no folder or process for it */
    FAULT_DIED,      /* a signal ended the writer, the one of its time limit too */
    FAULT_REFUSED,   /* something in the book cannot be in a workbook */
    FAULT_INCOMPLETE /* the file is not whole */
};

/* ---- The child --------------------------------------------------------------------------------
 */

/*
 * Whatever happens to the child, no picture of its memory is left behind, nothing it says reaches
 * the user, and it ends.
 */
static void confine(void)
{
    static const struct rlimit none = {0, 0};
    sigset_t nothing;
    int null = open("/dev/null", O_WRONLY);
    if (null >= 0) {
        dup2(null, STDOUT_FILENO);
        dup2(null, STDERR_FILENO);
    }
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* else it would hold the lock on the edition's folder */
    signal(SIGALRM, SIG_DFL);
    sigemptyset(&nothing);
    sigprocmask(SIG_SETMASK, &nothing, NULL);
    alarm(SECONDS);
}

/* By _exit: what the parent has not yet written is not for the child to write. */
static _Noreturn void write_and_exit(struct arena *arena, const struct book *book, const char *path,
                                     const char *folder)
{
    confine();
    _exit((int)workbook_file_write(arena, book, path, folder));
}

static enum fault write_in_child(struct arena *arena, const struct book *book, const char *path,
                                 const char *folder)
{
    int status;
    pid_t child = fork();
    if (child < 0)
        return FAULT_START;
    if (child == 0)
        write_and_exit(arena, book, path, folder);
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return FAULT_DIED;
    if (WIFSIGNALED(status))
        return FAULT_DIED;
    if (WEXITSTATUS(status) == WORKBOOK_WRITTEN)
        return FAULT_NONE;
    return WEXITSTATUS(status) == WORKBOOK_REFUSED ? FAULT_REFUSED : FAULT_INCOMPLETE;
}

/* ---- What came of it --------------------------------------------------------------------------
 */

/* To the disk, and then under its name. */
static bool keep(const char *path, const char *name)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    bool safe = file_sync(descriptor);
    close(descriptor);
    return safe && rename(path, name) == 0;
}

static const char *fault_text(enum language language, enum fault fault)
{
    switch (fault) {
    case FAULT_START:
        return say(
            language,
            "regnearket kunne ikke påbegyndes, så det mangler · luk andre programmer, og kør "
            "igen",
            "the workbook could not be begun, so it is missing · close other programs and "
            "run again");
    case FAULT_DIED:
        return say(
            language,
            "libxlsxwriter brød sammen, så regnearket mangler · luk andre programmer, og kør "
            "igen; meld fejlen, hvis den bliver ved",
            "libxlsxwriter broke down, so the workbook is missing · close other programs and "
            "run again; report the error if it stays");
    case FAULT_REFUSED:
        return say(language,
                   "libxlsxwriter afviste noget i regnearket, så det mangler · brug tabellerne i "
                   "mappen tabeller, og meld fejlen",
                   "libxlsxwriter refused something in the workbook, so it is missing · use the "
                   "tables in the folder tabeller, and report the error");
    case FAULT_INCOMPLETE:
    case FAULT_NONE:
        break;
    }
    return say(language,
               "regnearket blev ikke helt, så det er udeladt · se, om disken er fuld, og kør igen",
               "the workbook is not whole and was left out · see whether the disk is full, and run "
               "again");
}

bool workbook_write(const struct place *place, const char *name, const struct book *book)
{
    struct diagnostics *diagnostics = place->diagnostics;
    struct arena *scratch = arena_new();
    char *workshop = arena_printf(scratch, "%s/.%s-XXXXXX", place->folder, name);
    enum fault fault = FAULT_START;
    if (mkdtemp(workshop)) { /* in the edition, which can be written and is as private as it is */
        const char *path = arena_printf(scratch, "%s/%s", workshop, name);
        fault = write_in_child(scratch, book, path, workshop);
        if (!fault && (!package_is_whole(path, MAIN_PART) ||
                       !keep(path, arena_printf(scratch, "%s/%s", place->folder, name))))
            fault = FAULT_INCOMPLETE;
        file_remove_tree(workshop);
    }
    arena_free(scratch);
    if (fault)
        diagnostics_report(diagnostics, PROBLEM_TOOL, (struct location){.file = name}, "%s", "%s",
                           fault_text(diagnostics->language, fault));
    return !fault;
}
