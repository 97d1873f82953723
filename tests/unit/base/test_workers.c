/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/workers.h"

#include "near.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#define MANY 10000

struct tally {
    atomic_int times[MANY];
    pthread_t caller;
    atomic_int elsewhere; /* tasks that another thread than the caller's did */
};

static void count(void *context, size_t index)
{
    struct tally *tally = context;
    atomic_fetch_add(&tally->times[index], 1);
    if (!pthread_equal(pthread_self(), tally->caller))
        atomic_fetch_add(&tally->elsewhere, 1);
}

static int forget_threads(void **state)
{
    (void)state;
    unsetenv("PEJLING_THREADS");
    return 0;
}

static void each_task_is_done_once_whatever_the_number_of_threads(void **state)
{
    static const char *const threads[] = {"1", "2", "3", "8", "64", "1000"};
    static const size_t counts[] = {0, 1, 2, 7, MANY};
    (void)state;
    for (size_t i = 0; i < sizeof threads / sizeof *threads; i++)
        for (size_t j = 0; j < sizeof counts / sizeof *counts; j++) {
            static struct tally tally;
            setenv("PEJLING_THREADS", threads[i], 1);
            tally = (struct tally){.caller = pthread_self()};
            workers_run(counts[j], count, &tally);
            for (size_t k = 0; k < MANY; k++)
                assert_int_equal(tally.times[k], k < counts[j]);
        }
}

static void one_thread_is_the_one_that_calls(void **state)
{
    static struct tally tally;
    (void)state;
    setenv("PEJLING_THREADS", "1", 1);
    tally = (struct tally){.caller = pthread_self()};
    workers_run(MANY, count, &tally);
    assert_int_equal(tally.elsewhere, 0);
}

struct meeting {
    pthread_barrier_t barrier;
    pthread_t met[2];
};

static void meet(void *context, size_t index)
{
    struct meeting *meeting = context;
    meeting->met[index] = pthread_self();
    pthread_barrier_wait(&meeting->barrier); /* for ever, if one thread did both */
}

static void tasks_are_done_side_by_side(void **state)
{
    struct meeting meeting;
    (void)state;
    setenv("PEJLING_THREADS", "2", 1);
    assert_int_equal(pthread_barrier_init(&meeting.barrier, NULL, 2), 0);
    workers_run(2, meet, &meeting);
    pthread_barrier_destroy(&meeting.barrier);
    assert_false(pthread_equal(meeting.met[0], meeting.met[1]));
}

struct order {
    size_t begun[100];
    size_t count;
};

static void note(void *context, size_t index)
{
    struct order *order = context;
    order->begun[order->count++] = index;
}

static void tasks_are_begun_in_their_order(void **state)
{
    struct order order = {.count = 0};
    (void)state;
    setenv("PEJLING_THREADS", "1", 1);
    workers_run(100, note, &order);
    assert_int_equal(order.count, 100);
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(order.begun[i], i);
}

static void the_environment_says_how_many_where_it_says_a_number(void **state)
{
    static const struct {
        const char *said;
        size_t count;
    } cases[] = {{"1", 1}, {"3", 3}, {"64", 64}, {"65", WORKERS_MOST}, {"99999999", WORKERS_MOST}};
    static const char *const nonsense[] = {"", "0", "-4", "mange"};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        setenv("PEJLING_THREADS", cases[i].said, 1);
        assert_int_equal(workers_count(), cases[i].count);
    }
    unsetenv("PEJLING_THREADS");
    size_t processors = workers_count();
    assert_in_range(processors, 1, WORKERS_MOST);
    for (size_t i = 0; i < sizeof nonsense / sizeof *nonsense; i++) {
        setenv("PEJLING_THREADS", nonsense[i], 1);
        assert_int_equal(workers_count(), processors);
    }
}

#define WORKERS_TEST(test) cmocka_unit_test_teardown(test, forget_threads)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORKERS_TEST(each_task_is_done_once_whatever_the_number_of_threads),
        WORKERS_TEST(one_thread_is_the_one_that_calls),
        WORKERS_TEST(tasks_are_done_side_by_side),
        WORKERS_TEST(tasks_are_begun_in_their_order),
        WORKERS_TEST(the_environment_says_how_many_where_it_says_a_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
