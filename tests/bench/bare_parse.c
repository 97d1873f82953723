/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bare_parse THREADS FILE...: the limit that reading is measured against. libcsv parses the bytes
 * on that many threads, and fields and records are counted; nothing else is done with them. Prints
 * `seconds cpu records fields`, wall and processor time of the best of three rounds.
 *
 * A file is cut into as many pieces as there are threads, each at the end of a line with an even
 * number of quotes before it: there a record ends whatever the fields hold.
 */
#include <csv.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MOST_THREADS = 64, BLOCK = 1 << 18, ROUNDS = 3 };

struct piece {
    const char *path;
    off_t begin, end;
    size_t records, fields;
};

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

static void count_field(void *text, size_t length, void *data)
{
    (void)text;
    (void)length;
    struct piece *piece = data;
    piece->fields++;
}

static void count_record(int end, void *data)
{
    (void)end;
    struct piece *piece = data;
    piece->records++;
}

static size_t read_block(int file, char *block, off_t begin, off_t end)
{
    size_t most = end - begin < BLOCK ? (size_t)(end - begin) : BLOCK;
    ssize_t length = pread(file, block, most, begin);
    if (length <= 0)
        fail("read");
    return (size_t)length;
}

static void *parse(void *data)
{
    struct piece *piece = data;
    struct piece counted = {.path = piece->path}; /* not beside what another thread counts */
    struct csv_parser parser;
    char *block = malloc(BLOCK);
    int file = open(piece->path, O_RDONLY);
    if (!block || file < 0 || csv_init(&parser, 0) != 0)
        fail(piece->path);
    csv_set_delim(&parser, ';');
    for (off_t at = piece->begin; at < piece->end;) {
        size_t length = read_block(file, block, at, piece->end);
        if (csv_parse(&parser, block, length, count_field, count_record, &counted) != length)
            fail(piece->path);
        at += (off_t)length;
    }
    csv_fini(&parser, count_field, count_record, &counted);
    csv_free(&parser);
    close(file);
    free(block);
    piece->records = counted.records;
    piece->fields = counted.fields;
    return NULL;
}

/* The first end of a record at or after `from`, given where one before it is. */
static off_t record_end(const char *path, off_t known, off_t from, off_t size)
{
    char *block = malloc(BLOCK);
    int file = open(path, O_RDONLY);
    if (!block || file < 0)
        fail(path);
    bool inside = false;
    off_t end = size;
    for (off_t at = known; at < size && end == size;) {
        size_t length = read_block(file, block, at, size);
        for (size_t i = 0; i < length && end == size; i++) {
            inside ^= block[i] == '"';
            if (block[i] == '\n' && !inside && at + (off_t)i >= from)
                end = at + (off_t)i + 1;
        }
        at += (off_t)length;
    }
    close(file);
    free(block);
    return end;
}

static void cut(const char *path, size_t threads, struct piece *pieces)
{
    struct stat status;
    if (stat(path, &status) != 0)
        fail(path);
    off_t begin = 0;
    for (size_t i = 0; i < threads; i++) {
        off_t from = status.st_size / (off_t)threads * (off_t)(i + 1);
        off_t end =
            i + 1 == threads ? status.st_size : record_end(path, begin, from, status.st_size);
        pieces[i] = (struct piece){path, begin, end, 0, 0};
        begin = end;
    }
}

static double now(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* Cutting counts: whoever reads on several threads has to do it. */
static struct piece parse_files(size_t threads, char **paths)
{
    struct piece all = {0};
    for (; *paths; paths++) {
        struct piece pieces[MOST_THREADS];
        pthread_t workers[MOST_THREADS];
        cut(*paths, threads, pieces);
        for (size_t i = 1; i < threads; i++)
            if (pthread_create(&workers[i], NULL, parse, &pieces[i]) != 0)
                fail("thread");
        parse(&pieces[0]);
        for (size_t i = 0; i < threads; i++) {
            if (i > 0)
                pthread_join(workers[i], NULL);
            all.records += pieces[i].records;
            all.fields += pieces[i].fields;
        }
    }
    return all;
}

int main(int argc, char **argv)
{
    long threads = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
    if (threads < 1 || threads > MOST_THREADS) {
        fputs("bare_parse THREADS FILE...\n", stderr);
        return 2;
    }
    double best = 0, least_cpu = 0;
    struct piece all = {0};
    for (int round = 0; round < ROUNDS; round++) {
        double start = now(CLOCK_MONOTONIC), cpu_start = now(CLOCK_PROCESS_CPUTIME_ID);
        all = parse_files((size_t)threads, argv + 2);
        double seconds = now(CLOCK_MONOTONIC) - start;
        double cpu = now(CLOCK_PROCESS_CPUTIME_ID) - cpu_start;
        least_cpu = round == 0 || cpu < least_cpu ? cpu : least_cpu;
        best = round == 0 || seconds < best ? seconds : best;
    }
    printf("%.4f %.4f %zu %zu\n", best, least_cpu, all.records, all.fields);
    return 0;
}
