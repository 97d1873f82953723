/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

long solver_steps = 20000;

#define REPAIR_STEPS 1000
#define REPAIR_DEPTH 64

static const struct term *terms_of(const struct system *system, int equation)
{
    return &system->terms[system->equations[equation].first];
}

/* By how much the terms of an equation miss adding up to nothing. */
static long imbalance(const struct solver *solver, int equation)
{
    const struct term *terms = terms_of(solver->system, equation);
    long sum = 0;
    for (int k = 0; k < solver->system->equations[equation].count; k++)
        sum += terms[k].sign * solver->value[terms[k].unknown];
    return sum;
}

/* --- making -------------------------------------------------------------------------------------
 */

static void index_uses(struct solver *solver)
{
    const struct system *system = solver->system;
    int unknowns = system->unknown_count;
    solver->use_at = keep((size_t)(unknowns + 2) * sizeof *solver->use_at);
    solver->uses = keep((size_t)(system->term_count + 1) * sizeof *solver->uses);
    int *next = solver->use_at + 1; /* shifted by one while it is filled */
    for (int i = 0; i < system->term_count; i++)
        next[system->terms[i].unknown + 1]++;
    for (int i = 0; i < unknowns; i++)
        next[i + 1] += next[i];
    for (int e = 0; e < system->equation_count; e++)
        for (int k = 0; k < system->equations[e].count; k++)
            solver->uses[next[terms_of(system, e)[k].unknown]++] = e;
}

/* Unknowns that are not settled hang together through their equations. */
static void find_components(struct solver *solver)
{
    const struct system *system = solver->system;
    size_t room = (size_t)(system->unknown_count + 1) * sizeof(int);
    int components = 0, done = 0;
    solver->component = keep(room);
    solver->order = keep(room);
    solver->order_at = keep(room + sizeof(int));
    memset(solver->component, 0xff, room);
    for (int start = 0; start < system->unknown_count; start++) {
        if (solver->component[start] >= 0 || solver->low[start] == solver->high[start])
            continue;
        solver->order_at[components] = done;
        solver->order[done] = start;
        solver->component[start] = components;
        for (int end = done + 1; done < end; done++) {
            int unknown = solver->order[done];
            for (int u = solver->use_at[unknown]; u < solver->use_at[unknown + 1]; u++) {
                const struct equation *equation = &system->equations[solver->uses[u]];
                for (int k = 0; k < equation->count; k++) {
                    int other = system->terms[equation->first + k].unknown;
                    if (solver->component[other] >= 0 || solver->low[other] == solver->high[other])
                        continue;
                    solver->component[other] = components;
                    solver->order[end++] = other;
                }
            }
        }
        components++;
    }
    solver->order_at[components] = done;
}

/* --- propagation of bounds ----------------------------------------------------------------------
 */

/* Old limits, to go back to. */
struct trail {
    int *unknown;
    long *low, *high;
    int count, room;
};

struct search {
    struct solver *solver;
    struct trail trail;
    int *queue; /* equations to look at */
    bool *queued;
    int head, length;
    long steps;
};

static void enqueue(struct search *search, int unknown)
{
    const struct solver *solver = search->solver;
    int size = solver->system->equation_count;
    for (int u = solver->use_at[unknown]; u < solver->use_at[unknown + 1]; u++) {
        int equation = solver->uses[u];
        if (search->queued[equation])
            continue;
        search->queued[equation] = true;
        search->queue[(search->head + search->length++) % size] = equation;
    }
}

/* The trail doubles; what it leaves is forgotten with the case. */
static void remember(struct trail *trail, int unknown, long low, long high)
{
    if (trail->count == trail->room) {
        int room = trail->room ? 2 * trail->room : 1024;
        size_t old = (size_t)trail->count;
        int *unknowns = keep((size_t)room * sizeof *unknowns);
        long *lows = keep((size_t)room * sizeof *lows), *highs = keep((size_t)room * sizeof *highs);
        if (old) {
            memcpy(unknowns, trail->unknown, old * sizeof *unknowns);
            memcpy(lows, trail->low, old * sizeof *lows);
            memcpy(highs, trail->high, old * sizeof *highs);
        }
        *trail = (struct trail){unknowns, lows, highs, trail->count, room};
    }
    trail->unknown[trail->count] = unknown;
    trail->low[trail->count] = low;
    trail->high[trail->count++] = high;
}

static void go_back(struct search *search, int to)
{
    struct trail *trail = &search->trail;
    while (trail->count > to) {
        trail->count--;
        search->solver->low[trail->unknown[trail->count]] = trail->low[trail->count];
        search->solver->high[trail->unknown[trail->count]] = trail->high[trail->count];
    }
}

static bool narrow(struct search *search, int unknown, long low, long high)
{
    struct solver *solver = search->solver;
    long old_low = solver->low[unknown], old_high = solver->high[unknown];
    low = low > old_low ? low : old_low;
    high = high < old_high ? high : old_high;
    if (low > high)
        return false;
    if (low == old_low && high == old_high)
        return true;
    remember(&search->trail, unknown, old_low, old_high);
    solver->low[unknown] = low;
    solver->high[unknown] = high;
    enqueue(search, unknown);
    return true;
}

/* Each term lies where the others leave it room. */
static bool propagate_equation(struct search *search, int equation)
{
    struct solver *solver = search->solver;
    const struct term *terms = terms_of(solver->system, equation);
    int count = solver->system->equations[equation].count;
    long least = 0, most = 0;
    for (int k = 0; k < count; k++) {
        long low = solver->low[terms[k].unknown], high = solver->high[terms[k].unknown];
        least += terms[k].sign > 0 ? low : -high;
        most += terms[k].sign > 0 ? high : -low;
    }
    if (least > 0 || most < 0)
        return false;
    for (int k = 0; k < count; k++) {
        int unknown = terms[k].unknown;
        long low = solver->low[unknown], high = solver->high[unknown];
        bool fine = terms[k].sign > 0 ? narrow(search, unknown, high - most, low - least)
                                      : narrow(search, unknown, high + least, low + most);
        if (!fine)
            return false;
    }
    return true;
}

static bool propagate(struct search *search)
{
    int size = search->solver->system->equation_count;
    bool fine = true;
    while (search->length) {
        int equation = search->queue[search->head];
        search->head = (search->head + 1) % size;
        search->length--;
        search->queued[equation] = false;
        search->steps++;
        fine = fine && propagate_equation(search, equation);
    }
    return fine;
}

/* The queue is empty between two searches, so they can share its memory, and the trail's. */
static struct search *start_search(struct solver *solver)
{
    size_t equations = (size_t)(solver->system->equation_count + 1);
    struct search *search = solver->search;
    if (!search) {
        search = solver->search = keep(sizeof *search);
        search->queue = keep(equations * sizeof *search->queue);
        search->queued = keep(equations * sizeof *search->queued);
    }
    search->solver = solver;
    search->steps = 0;
    return search;
}

static void contradict(struct solver *solver, int unknown)
{
    solver->consistent = false;
    solver->contradiction = unknown;
}

struct solver solver_make_within(const struct system *system, const long *low, const long *high)
{
    size_t room = (size_t)(system->unknown_count + 1) * sizeof(long);
    struct solver solver = {
        .system = system, .low = keep(room), .high = keep(room), .value = keep(room)};
    for (int i = 0; i < system->unknown_count; i++) {
        solver.low[i] = low ? low[i] : system->unknowns[i].low;
        solver.high[i] = high ? high[i] : system->unknowns[i].high;
        solver.value[i] = system->unknowns[i].truth;
    }
    index_uses(&solver);
    struct search *search = start_search(&solver);
    for (int i = 0; i < system->unknown_count; i++)
        enqueue(search, i);
    solver.consistent = propagate(search);
    search->trail.count = 0;
    for (int e = 0; e < system->equation_count; e++)
        if (imbalance(&solver, e) != 0)
            contradict(&solver, terms_of(system, e)->unknown);
    for (int i = system->unknown_count - 1; i >= 0; i--)
        if (solver.value[i] < solver.low[i] || solver.value[i] > solver.high[i])
            contradict(&solver, i);
    find_components(&solver);
    return solver;
}

struct solver solver_make(const struct system *system)
{
    return solver_make_within(system, NULL, NULL);
}

/* --- repair -------------------------------------------------------------------------------------
 */

struct repair {
    struct solver *solver;
    int moved[REPAIR_DEPTH];
    int count, steps;
};

static bool has_moved(const struct repair *repair, int unknown)
{
    for (int i = 0; i < repair->count; i++)
        if (repair->moved[i] == unknown)
            return true;
    return false;
}

/* An equation of the moved unknowns that does not hold, or -1. */
static int find_broken(const struct repair *repair)
{
    const struct solver *solver = repair->solver;
    for (int i = repair->count - 1; i >= 0; i--)
        for (int u = solver->use_at[repair->moved[i]]; u < solver->use_at[repair->moved[i] + 1];
             u++)
            if (imbalance(solver, solver->uses[u]) != 0)
                return solver->uses[u];
    return -1;
}

/* Moves one more unknown of a broken equation, each once at most, until all hold. */
static bool mend(struct repair *repair)
{
    struct solver *solver = repair->solver;
    int broken = find_broken(repair);
    if (broken < 0)
        return true;
    if (repair->count == REPAIR_DEPTH || ++repair->steps > REPAIR_STEPS)
        return false;
    const struct term *terms = terms_of(solver->system, broken);
    long missing = imbalance(solver, broken);
    for (int k = solver->system->equations[broken].count - 1; k >= 0; k--) { /* remainders first */
        int unknown = terms[k].unknown;
        long old = solver->value[unknown], to = old - terms[k].sign * missing;
        if (to < solver->low[unknown] || to > solver->high[unknown] || has_moved(repair, unknown))
            continue;
        solver->value[unknown] = to;
        repair->moved[repair->count++] = unknown;
        if (mend(repair))
            return true;
        repair->count--;
        solver->value[unknown] = old;
    }
    return false;
}

bool solver_move(struct solver *solver, int unknown, long to)
{
    struct repair repair = {.solver = solver, .moved = {unknown}, .count = 1};
    long old = solver->value[unknown];
    if (to < solver->low[unknown] || to > solver->high[unknown])
        return false;
    solver->value[unknown] = to;
    if (mend(&repair))
        return true;
    solver->value[unknown] = old;
    return false;
}

/* --- search -------------------------------------------------------------------------------------
 */

enum answer { NO, YES, TOO_LONG };

/* Settles the unknowns of the component from `next` on: at their value, else below, else above it.
 */
static enum answer settle(struct search *search, int next, int end)
{
    struct solver *solver = search->solver;
    while (next < end && solver->low[solver->order[next]] == solver->high[solver->order[next]])
        next++;
    if (next == end)
        return YES;
    int unknown = solver->order[next];
    long low = solver->low[unknown], high = solver->high[unknown], value = solver->value[unknown];
    value = value < low ? low : value > high ? high : value;
    long ranges[3][2] = {{value, value}, {low, value - 1}, {value + 1, high}};
    for (int i = 0; i < 3; i++) {
        if (ranges[i][0] > ranges[i][1])
            continue;
        if (search->steps > solver_steps)
            return TOO_LONG;
        int mark = search->trail.count;
        enum answer answer = NO;
        if (narrow(search, unknown, ranges[i][0], ranges[i][1]) && propagate(search))
            answer = settle(search, next, end);
        else
            propagate(search); /* empties the queue */
        if (answer != NO)
            return answer;
        go_back(search, mark);
    }
    return NO;
}

static enum answer search_component(struct solver *solver, int unknown, long low, long high)
{
    struct search *search = start_search(solver);
    int component = solver->component[unknown];
    int start = solver->order_at[component], end = solver->order_at[component + 1];
    enum answer answer = NO;
    if (narrow(search, unknown, low, high) && propagate(search))
        answer = settle(search, start, end);
    for (int i = start; answer == YES && i < end; i++)
        solver->value[solver->order[i]] = solver->low[solver->order[i]];
    go_back(search, 0);
    return answer;
}

/* --- glpsol -------------------------------------------------------------------------------------
 */

/* The equations of a component, with what is settled on the right. */
static void write_equations(FILE *file, const struct solver *solver, int start, int end)
{
    const struct system *system = solver->system;
    bool *written = keep((size_t)(system->equation_count + 1) * sizeof *written);
    for (int i = start; i < end; i++)
        for (int u = solver->use_at[solver->order[i]]; u < solver->use_at[solver->order[i] + 1];
             u++) {
            int equation = solver->uses[u];
            long settled = 0;
            if (written[equation])
                continue;
            written[equation] = true;
            for (int k = 0; k < system->equations[equation].count; k++) {
                const struct term *term = &terms_of(system, equation)[k];
                if (solver->component[term->unknown] >= 0)
                    fprintf(file, " %s x%d", term->sign > 0 ? "+" : "-", term->unknown);
                else
                    settled += term->sign * solver->low[term->unknown];
            }
            fprintf(file, " = %ld\n", -settled);
        }
}

static enum answer read_answer(const char *path)
{
    size_t size;
    const char *text = read_file(path, &size);
    if (!text)
        return TOO_LONG;
    if (strstr(text, "INTEGER OPTIMAL"))
        return YES;
    return strstr(text, "INTEGER EMPTY") || strstr(text, "INTEGER UNDEFINED") ? NO : TOO_LONG;
}

static enum answer ask_glpsol(struct solver *solver, int unknown, long low, long high)
{
    const char *folder = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";
    const char *base = keep_format("%s/attack-%ld", folder, (long)getpid());
    FILE *file = fopen(keep_format("%s.lp", base), "w");
    int component = solver->component[unknown];
    int start = solver->order_at[component], end = solver->order_at[component + 1];
    if (!file)
        return TOO_LONG;
    fprintf(file, "Minimize\n x%d\nSubject To\n", unknown);
    write_equations(file, solver, start, end);
    fputs("Bounds\n", file);
    for (int i = start; i < end; i++) {
        int other = solver->order[i];
        long from = solver->low[other], to = solver->high[other];
        if (other == unknown) {
            from = low > from ? low : from;
            to = high < to ? high : to;
        }
        fprintf(file, " %ld <= x%d <= %ld\n", from, other, to);
    }
    fputs("General\n", file);
    for (int i = start; i < end; i++)
        fprintf(file, " x%d\n", solver->order[i]);
    fputs("End\n", file);
    fclose(file);
    solver->glpsol_runs++;
    int status = system(
        keep_format("glpsol --lp %s.lp --tmlim 10 -o %s.answer >/dev/null 2>&1", base, base));
    enum answer answer = status == 0 ? read_answer(keep_format("%s.answer", base)) : TOO_LONG;
    remove(keep_format("%s.lp", base));
    remove(keep_format("%s.answer", base));
    return answer;
}

bool solver_can(struct solver *solver, int unknown, long low, long high)
{
    low = low > solver->low[unknown] ? low : solver->low[unknown];
    high = high < solver->high[unknown] ? high : solver->high[unknown];
    if (low > high)
        return false;
    for (int i = 0; i < solver->system->unknown_count; i++)
        solver->value[i] = solver->system->unknowns[i].truth;
    long truth = solver->value[unknown];
    if (truth >= low && truth <= high)
        return true;
    if (solver_steps && solver_move(solver, unknown, truth < low ? low : high))
        return true;
    if (solver->component[unknown] < 0)
        return false;
    enum answer answer = solver_steps ? search_component(solver, unknown, low, high) : TOO_LONG;
    if (answer == TOO_LONG)
        answer = ask_glpsol(solver, unknown, low, high);
    solver->undecided += answer == TOO_LONG;
    return answer != NO;
}
