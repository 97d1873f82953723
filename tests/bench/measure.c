/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * measure ROUNDS COMMAND [ARGUMENT...]: runs the command that many times, but not again after half a
 * minute, its output and messages to standard error. Prints `seconds cpu peak status`: the wall time
 * of the fastest round, the processor time of that with the least, the largest resident memory of
 * any process of the command in KiB, and its exit status. Ends with that status.
 */
#define _DEFAULT_SOURCE /* wait4 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COULD_NOT_RUN = 127, ENOUGH_SECONDS = 30 };

struct measured {
    double seconds, cpu;
    long peak;
    int status;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + 1e-6 * (double)time.tv_usec;
}

static struct measured run(char **command)
{
    double start = now();
    pid_t child = fork();
    if (child == 0) {
        dup2(STDERR_FILENO, STDOUT_FILENO);
        execvp(command[0], command);
        perror(command[0]);
        _exit(COULD_NOT_RUN);
    }
    int status = 0;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) != child) {
        perror("measure");
        exit(1);
    }
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    double cpu = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
    return (struct measured){now() - start, cpu, usage.ru_maxrss, code};
}

int main(int argc, char **argv)
{
    long rounds = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
    if (rounds < 1) {
        fputs("measure ROUNDS COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    double end = now() + ENOUGH_SECONDS;
    struct measured best = run(argv + 2);
    for (long i = 1; i < rounds && best.status == 0 && now() < end; i++) {
        struct measured next = run(argv + 2);
        best.seconds = next.seconds < best.seconds ? next.seconds : best.seconds;
        best.cpu = next.cpu < best.cpu ? next.cpu : best.cpu;
        best.peak = next.peak > best.peak ? next.peak : best.peak;
        best.status = next.status;
    }
    printf("%.4f %.4f %ld %d\n", best.seconds, best.cpu, best.peak, best.status);
    return best.status;
}
