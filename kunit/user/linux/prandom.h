/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The kernel's generator (lib/random32.c), so that a seed gives the same numbers
 * here and there.
 */
#ifndef SRIOVSCOPE_USER_PRANDOM_H
#define SRIOVSCOPE_USER_PRANDOM_H

/**
 * struct rnd_state - where a generator is
 * @s: its four registers
 */
struct rnd_state {
	u32 s[4];
};

void prandom_seed_state(struct rnd_state *rnd, u64 seed);
u32 prandom_u32_state(struct rnd_state *rnd);
void prandom_bytes_state(struct rnd_state *rnd, void *to, size_t size);

#endif
