/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chance that is the same on every machine: SplitMix64 (Steele, Lea and Flood 2014), so that a seed
 * names a plan for ever.
 */
#ifndef ATTACK_CHANCE_H
#define ATTACK_CHANCE_H

#include <stdbool.h>
#include <stdint.h>

struct chance {
    uint64_t state;
};

static inline uint64_t chance_bits(struct chance *chance)
{
    uint64_t z = chance->state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* A whole number from `low` to `high`, both included. */
static inline long chance_between(struct chance *chance, long low, long high)
{
    return low + (long)(chance_bits(chance) % (uint64_t)(high - low + 1));
}

static inline bool chance_percent(struct chance *chance, int percent)
{
    return chance_between(chance, 0, 99) < percent;
}

#endif
