// SPDX-License-Identifier: GPL-2.0
/*
 * Random numbers, the kernel's and others.
 */
#include <linux/prandom.h>
#include <linux/random.h>
#include <unistd.h>

/* A combined Tausworthe generator of P. L'Ecuyer ("taus113"): a row a register */
static const struct taus {
	u8 left, right, shift;
	u32 mask, least;
} taus[] = {
	{ 6, 13, 18, 4294967294U, 2 },
	{ 2, 27, 2, 4294967288U, 8 },
	{ 13, 21, 7, 4294967280U, 16 },
	{ 3, 12, 13, 4294967168U, 128 },
};

void prandom_seed_state(struct rnd_state *rnd, u64 seed)
{
	u32 from = seed >> 32 ^ seed << 10 ^ seed;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(taus); i++)
		rnd->s[i] = from < taus[i].least ? from + taus[i].least : from;
}

u32 prandom_u32_state(struct rnd_state *rnd)
{
	u32 number = 0;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(taus); i++) {
		u32 s = rnd->s[i];

		rnd->s[i] = (s & taus[i].mask) << taus[i].shift ^
			    (s << taus[i].left ^ s) >> taus[i].right;
		number ^= rnd->s[i];
	}
	return number;
}

void prandom_bytes_state(struct rnd_state *rnd, void *to, size_t size)
{
	u32 number;
	size_t part;

	for (; size; size -= part, to = (u8 *)to + part) {
		number = prandom_u32_state(rnd);
		part = min(size, sizeof(number));
		memcpy(to, &number, part);
	}
}

u32 get_random_u32(void)
{
	u32 number;

	if (getentropy(&number, sizeof(number)))
		abort();
	return number;
}
