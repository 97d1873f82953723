/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/linear_program.h"

#include <glpk.h>
#include <math.h>
#include <string.h>

#include "pejling/base/memory.h"

/* Steps, not seconds: the outcome must not depend on the machine. What takes more is unsafe. */
#define SIMPLEX_STEPS 200000
#define BRANCHES 20000

/* GLPK numbers rows and columns from 1. */
static int index_of(size_t place)
{
    return (int)place + 1;
}

static int bound_kind(struct span span)
{
    bool low = span.low > -NO_LIMIT, high = span.high < NO_LIMIT;
    if (low && high)
        return span.low < span.high ? GLP_DB : GLP_FX;
    if (low)
        return GLP_LO;
    return high ? GLP_UP : GLP_FR;
}

static void add_columns(glp_prob *problem, const struct equations *equations)
{
    glp_add_cols(problem, (int)equations->count);
    for (size_t i = 0; i < equations->count; i++) {
        struct span span = equations_span(equations, i);
        glp_set_col_bnds(problem, index_of(i), bound_kind(span), span.low, span.high);
        if (!equations->continuous)
            glp_set_col_kind(problem, index_of(i), GLP_IV);
    }
}

static void add_rows(glp_prob *problem, struct arena *arena, const struct equations *equations)
{
    int *columns = arena_alloc(arena, equations->count + 1, sizeof *columns);
    double *signs = arena_alloc(arena, equations->count + 1, sizeof *signs);
    if (equations->equation_count)
        glp_add_rows(problem, (int)equations->equation_count);
    for (size_t i = 0; i < equations->equation_count; i++) {
        const struct equation *equation = &equations->items[i];
        for (size_t j = 0; j < equation->count; j++) {
            columns[j + 1] = index_of(equation->terms[j].quantity);
            signs[j + 1] = equation->terms[j].sign;
        }
        glp_set_row_bnds(problem, index_of(i), bound_kind(equation->sum), equation->sum.low,
                         equation->sum.high);
        glp_set_mat_row(problem, index_of(i), (int)equation->count, columns, signs);
    }
}

/*
 * GLPK ends the process by abort() where it gets no memory, having said so. What it says is caught,
 * so that the end is the one of memory.h; any other fault of its own stays an abort. `make faults`
 * comes here; no coverage is written by a process that ends so: GCOVR_EXCL_START
 */
static int listen(void *out_of_memory, const char *text)
{
    static const char *const lack[] = {"no memory available", "memory allocation"};
    for (size_t i = 0; i < sizeof lack / sizeof *lack; i++)
        if (strstr(text, lack[i]))
            *(bool *)out_of_memory = true;
    return 1;
}

static void end(void *out_of_memory)
{
    if (*(bool *)out_of_memory)
        memory_end();
}
/* GCOVR_EXCL_STOP */

static void start_library(void)
{
    static _Thread_local bool out_of_memory;
    if (glp_init_env() == 2) /* GCOVR_EXCL_BR_LINE: out of memory, as above */
        memory_end();
    glp_term_hook(listen, &out_of_memory);
    glp_error_hook(end, &out_of_memory);
    glp_term_out(GLP_OFF);
}

static glp_prob *make_problem(const struct equations *equations)
{
    struct arena *scratch = arena_new();
    start_library();
    glp_prob *problem = glp_create_prob();
    add_columns(problem, equations);
    add_rows(problem, scratch, equations);
    arena_free(scratch);
    return problem;
}

/* Only where it came to an end is it an answer. */
static enum possibility answer_of(int status)
{
    if (status == GLP_OPT)
        return POSSIBLE;
    return status == GLP_NOFEAS ? IMPOSSIBLE : UNDECIDED;
}

/* Without whole numbers: what is impossible so is impossible with them. */
static enum possibility solve_continuous(glp_prob *problem)
{
    glp_smcp options;
    glp_init_smcp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.it_lim = SIMPLEX_STEPS;
    glp_adv_basis(problem, 0);
    glp_simplex(problem, &options);
    return answer_of(glp_get_status(problem));
}

/* Sums of whole numbers mostly have whole corners. */
static bool is_whole(glp_prob *problem)
{
    for (int i = 1; i <= glp_get_num_cols(problem); i++) {
        double count = glp_get_col_prim(problem, i);
        if (fabs(count - round(count)) > 1e-7)
            return false;
    }
    return true;
}

static void count_branches(glp_tree *tree, void *left)
{
    if (glp_ios_reason(tree) == GLP_ISELECT && --*(int *)left < 0)
        glp_ios_terminate(tree);
}

static enum possibility solve_whole(glp_prob *problem)
{
    glp_iocp options;
    int branches = BRANCHES;
    glp_init_iocp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.cb_func = count_branches;
    options.cb_info = &branches;
    glp_intopt(problem, &options);
    return answer_of(glp_mip_status(problem));
}

static bool fits(const struct equation *equation, const double *counts)
{
    double sum = 0;
    for (size_t i = 0; i < equation->count; i++)
        sum += equation->terms[i].sign * counts[equation->terms[i].quantity];
    return span_holds(equation->sum, sum);
}

/* The counts of a solution; false where they only fit as far as GLPK's tolerances go. */
static bool read_counts(glp_prob *problem, bool continuous, const struct equations *equations,
                        double *counts)
{
    for (size_t i = 0; i < equations->count; i++) {
        int column = index_of(i);
        counts[i] = round(continuous ? glp_get_col_prim(problem, column)
                                     : glp_mip_col_val(problem, column));
        if (!span_holds(equations_span(equations, i), counts[i]))
            return false;
    }
    for (size_t i = 0; i < equations->equation_count; i++)
        if (!fits(&equations->items[i], counts))
            return false;
    return true;
}

enum possibility linear_program_possible(const struct equations *equations, size_t quantity,
                                         double value, double *counts)
{
    struct span span = equations_span(equations, quantity);
    if (value < span.low || value > span.high)
        return IMPOSSIBLE;
    glp_prob *problem = make_problem(equations);
    glp_set_col_bnds(problem, index_of(quantity), GLP_FX, value, value);
    enum possibility answer = solve_continuous(problem);
    bool whole = answer == POSSIBLE && is_whole(problem);
    if (answer == POSSIBLE && !whole)
        answer = solve_whole(problem);
    if (answer == POSSIBLE && !read_counts(problem, whole, equations, counts))
        answer = UNDECIDED;
    glp_delete_prob(problem);
    return answer;
}

/* One end of what a quantity can be; false where GLPK gives up. */
static bool find_end(glp_prob *problem, size_t quantity, bool highest, double *end)
{
    glp_smcp options;
    glp_init_smcp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.it_lim = SIMPLEX_STEPS;
    glp_set_obj_dir(problem, highest ? GLP_MAX : GLP_MIN);
    glp_set_obj_coef(problem, index_of(quantity), 1);
    glp_std_basis(problem);
    glp_simplex(problem, &options);
    int status = glp_get_status(problem);
    if (status == GLP_OPT)
        *end = glp_get_obj_val(problem);
    else
        *end = highest ? HUGE_VAL : -HUGE_VAL;
    return status == GLP_OPT || status == GLP_UNBND;
}

bool linear_program_span(const struct equations *equations, size_t quantity, struct span *span)
{
    glp_prob *problem = make_problem(equations);
    bool ended = find_end(problem, quantity, false, &span->low);
    ended &= find_end(problem, quantity, true, &span->high);
    glp_delete_prob(problem);
    return ended;
}

void linear_program_end(void)
{
    glp_free_env();
}

const char *linear_program_library(void)
{
    return glp_version();
}
