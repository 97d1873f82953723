/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Another program at work for us: started by its path in an environment that holds nothing of the
 * user's, in a process group of its own, and ended with all it started when its time is up. It
 * leaves no core, and its processes get no more processor time each than it has time.
 *
 *   fault = child_start(&child, &command);
 *   while ((state = child_look(&child)) == CHILD_RUNS)
 *       ... feed it, or child_pause() ...
 */
#ifndef PEJLING_PRESENT_CHILD_H
#define PEJLING_PRESENT_CHILD_H

#include <signal.h>
#include <sys/types.h>

/* What is to be started. Descriptors are those of the child's standard streams; -1: /dev/null. */
struct child_command {
    char *const *arguments;   /* the path first; NULL behind the last */
    char *const *environment; /* likewise */
    int input, output, errors;
    unsigned seconds;   /* how long it may take, from the first look at it */
    unsigned file_size; /* most bytes of a file it writes; 0: as many as there is room for */
};

enum child_fault {
    CHILD_STARTED,
    CHILD_MISSING, /* no such program, or none that runs here */
    CHILD_REFUSED  /* the system has no process to give, or too many are at work */
};

enum child_state {
    CHILD_RUNS,
    CHILD_EXITED, /* by itself: `status` is its exit status */
    CHILD_KILLED, /* by a signal */
    CHILD_LATE    /* its time was up, or its processor time */
};

struct child {
    pid_t process;
    unsigned seconds;
    double deadline; /* 0 until the first look */
    int status;
};

/* child_start(child, command): starts it, with no signal blocked or ignored. */
enum child_fault child_start(struct child *child, const struct child_command *command);

/*
 * child_look(child): how it stands, without waiting. Whatever ends it, what it left running in its
 * process group ends with it. Not to be called again after another answer than CHILD_RUNS.
 */
enum child_state child_look(struct child *child);

/* child_pause(): some milliseconds, between two looks. */
void child_pause(void);

/* child_wait(child): looks until it ends. */
enum child_state child_wait(struct child *child);

/*
 * child_ends_with_us(): from here on, what ends this program from outside (SIGINT, SIGTERM, SIGHUP
 * unless ignored) ends every child and what it started first.
 */
void child_ends_with_us(void);

/* child_end_signals(): those signals, for who must not be ended in the midst of something short. */
sigset_t child_end_signals(void);

/*
 * child_ends_last(process, descriptor): a process that clears up behind us when `descriptor`, which
 * it reads the other end of, is closed: after the others are ended that is done, and it is waited
 * for. 0 for none. There is one at a time.
 */
void child_ends_last(pid_t process, int descriptor);

#endif
