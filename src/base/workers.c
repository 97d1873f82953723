/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* sched_getaffinity: taskset and job runners give a process fewer processors */
#include "pejling/base/workers.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

struct work {
    size_t count;
    void (*task)(void *context, size_t index);
    void *context;
    atomic_size_t next;
};

static void *work_on(void *argument)
{
    struct work *work = argument;
    for (size_t i; (i = atomic_fetch_add(&work->next, 1)) < work->count;)
        work->task(work->context, i);
    return NULL;
}

size_t workers_count(void)
{
    cpu_set_t processors;
    const char *asked = getenv("PEJLING_THREADS");
    long count = asked ? strtol(asked, NULL, 10) : 0;
    if (count < 1)
        count =
            sched_getaffinity(0, sizeof processors, &processors) == 0 ? CPU_COUNT(&processors) : 1;
    return count > WORKERS_MOST ? WORKERS_MOST : (size_t)count;
}

void workers_run(size_t count, void (*task)(void *context, size_t index), void *context)
{
    struct work work = {count, task, context, 0};
    pthread_t threads[WORKERS_MOST];
    size_t wanted = workers_count(), begun = 0;
    while (begun + 1 < wanted && begun + 1 < count &&
           pthread_create(&threads[begun], NULL, work_on, &work) == 0)
        begun++;
    work_on(&work);
    for (size_t i = 0; i < begun; i++)
        pthread_join(threads[i], NULL);
}
