// SPDX-License-Identifier: GPL-2.0
/*
 * What is free of a window, against a model that asks of each address whether
 * somebody has it, and which bridge has too little.
 */
#include <kunit/test.h>
#include <linux/bitmap.h>
#include <linux/limits.h>
#include <linux/minmax.h>
#include <linux/prandom.h>
#include <linux/string.h>

#include "core/room/room.h"
#include "room_facts.h"

#define MIB 0x100000ULL
#define MODEL_SEED 20261127
#define MODEL_ROUNDS 4000
#define MODEL_SIZE 128

static u32 pick(struct rnd_state *rnd, u32 count)
{
	return prandom_u32_state(rnd) % count;
}

/* Windows around 4 GiB, at the end of all addresses, and anywhere */
static u64 random_start(struct rnd_state *rnd, u32 size)
{
	switch (pick(rnd, 4)) {
	case 0:
		return 0x100000000 - pick(rnd, 2 * MODEL_SIZE);
	case 1:
		return U64_MAX - size + 1;
	case 2:
		return pick(rnd, MODEL_SIZE);
	}
	return (u64)prandom_u32_state(rnd) * prandom_u32_state(rnd);
}

/* Also such as have nothing, and such as reach over both ends */
static void random_rooms(struct around_rooms *rooms, struct room_facts *facts,
			 struct rnd_state *rnd)
{
	struct room_window window = { .size = pick(rnd, MODEL_SIZE) };
	u32 count = pick(rnd, ROOM_FACTS_HOLDERS), n;

	room_facts_start(rooms, facts);
	window.start = random_start(rnd, window.size);
	room_facts_window(rooms, window);
	for (n = 0; n < count; n++)
		room_facts_holder(rooms,
				  (struct room_holder){
					  .routing_id = n,
					  .start = window.start +
						   pick(rnd, 2 * MODEL_SIZE) -
						   MODEL_SIZE / 2,
					  .size = pick(rnd, 12),
				  });
	/* Whoever has parts of another window is nobody here. */
	for (n = 0; n < count; n++)
		rooms->holders[n].window = !pick(rnd, 8);
	facts_sort_rooms(rooms);
}

static bool model_is_taken(const struct around_rooms *rooms, u64 at,
			   const struct room_holder *without)
{
	const struct room_holder *holder;
	u64 i;

	for (holder = rooms->holders;
	     holder < rooms->holders + rooms->holder_count; holder++) {
		if (holder->window || holder == without)
			continue;
		for (i = 0; i < holder->size; i++) {
			/* None goes round at the end of all addresses. */
			if (holder->start + i == at &&
			    holder->start + i >= holder->start)
				return true;
		}
	}
	return false;
}

static u64 model_used(const struct around_rooms *rooms,
		      const struct room_holder *without)
{
	u64 i, used = 0;

	for (i = 0; i < rooms->windows[0].size; i++)
		used += model_is_taken(rooms, rooms->windows[0].start + i,
				       without);
	return used;
}

/* From each address that is aligned as far as one comes */
static u64 model_free(const struct around_rooms *rooms,
		      const struct room_need *need,
		      const struct room_holder *without)
{
	const struct room_window *window = &rooms->windows[0];
	DECLARE_BITMAP(taken, MODEL_SIZE);
	u64 i, n, most = 0;

	bitmap_zero(taken, MODEL_SIZE);
	for (i = 0; i < window->size; i++) {
		if ((!need->is_64bit && (window->start + i) >> 32) ||
		    model_is_taken(rooms, window->start + i, without))
			__set_bit(i, taken);
	}
	for (i = 0; i < window->size; i++) {
		if (need->align && (window->start + i) % need->align)
			continue;
		for (n = 0; i + n < window->size && !test_bit(i + n, taken);)
			n++;
		most = max(most, n);
	}
	return most;
}

static void room_free_as_model(struct kunit *test)
{
	struct room_facts *facts =
		kunit_kzalloc(test, sizeof(*facts), GFP_KERNEL);
	const struct room_holder *without;
	struct around_rooms rooms;
	struct room_need need = {};
	struct rnd_state rnd;
	u32 round, found = 0;
	u64 free;

	KUNIT_ASSERT_NOT_NULL(test, facts);
	prandom_seed_state(&rnd, MODEL_SEED);
	for (round = 0; round < MODEL_ROUNDS; round++) {
		random_rooms(&rooms, facts, &rnd);
		need.align = pick(&rnd, 2) ? BIT(pick(&rnd, 6)) : pick(&rnd, 9);
		need.is_64bit = pick(&rnd, 2);
		without =
			rooms.holder_count && pick(&rnd, 2) ?
				&rooms.holders[pick(&rnd, rooms.holder_count)] :
				NULL;
		free = model_free(&rooms, &need, without);
		found += free > 0;
		KUNIT_ASSERT_EQ_MSG(test, free,
				    room_free(&rooms, &rooms.windows[0], &need,
					      without),
				    "round %u", round);
		KUNIT_ASSERT_EQ_MSG(test, model_used(&rooms, without),
				    room_used(&rooms, &rooms.windows[0],
					      without),
				    "round %u", round);
	}
	KUNIT_EXPECT_GT(test, found, MODEL_ROUNDS / 4);
}

/* Nobody who is named has less than one who is not. */
static void room_largest_as_model(struct kunit *test)
{
	struct room_facts *facts =
		kunit_kzalloc(test, sizeof(*facts), GFP_KERNEL);
	const struct room_holder *named[ROOM_NAMED];
	struct around_rooms rooms;
	u32 round, count, n, i, others;
	struct rnd_state rnd;

	KUNIT_ASSERT_NOT_NULL(test, facts);
	prandom_seed_state(&rnd, MODEL_SEED);
	for (round = 0; round < MODEL_ROUNDS; round++) {
		random_rooms(&rooms, facts, &rnd);
		rooms.windows[0].start = MODEL_SIZE;
		rooms.windows[0].size = U32_MAX;
		for (i = 0, others = 0; i < rooms.holder_count; i++) {
			rooms.holders[i].start = MODEL_SIZE + 16 * i;
			others += !rooms.holders[i].window &&
				  rooms.holders[i].size;
		}
		count = room_largest(&rooms, &rooms.windows[0], named);
		KUNIT_ASSERT_EQ(test, count, min(others, ROOM_NAMED));
		for (n = 1; n < count; n++)
			KUNIT_ASSERT_GE(test, named[n - 1]->size,
					named[n]->size);
		for (i = 0; count && i < rooms.holder_count; i++)
			others -= !rooms.holders[i].window &&
				  rooms.holders[i].size &&
				  rooms.holders[i].size <=
					  named[count - 1]->size;
		KUNIT_ASSERT_LT_MSG(test, others, ROOM_NAMED, "round %u",
				    round);
	}
}

static struct around_rooms *path_new(struct kunit *test)
{
	struct room_facts *facts =
		kunit_kzalloc(test, sizeof(*facts), GFP_KERNEL);
	struct around_rooms *rooms =
		kunit_kzalloc(test, sizeof(*rooms), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, facts);
	KUNIT_ASSERT_NOT_NULL(test, rooms);
	room_facts_path(rooms, facts);
	return rooms;
}

/* What a piece of memory comes to behind a port of the root bus */
static const struct path_case {
	const char *title;
	struct room_need need;
	enum room_end end;
	u64 free;
	u64 needs;
	bool above; /* it is taken from above 4 GiB */
} path_cases[] = {
	{ "fits", { MIB, MIB }, ROOM_FITS, MIB, MIB },
	{ "one too many", { MIB + 1, MIB }, ROOM_GROWS, MIB, 3 * MIB },
	{ "all below 4 GiB", { 251 * MIB, MIB }, ROOM_GROWS, MIB, 252 * MIB },
	{ "64 bits behind a port",
	  { 300 * MIB, MIB, false, true },
	  ROOM_SHORT,
	  MIB,
	  301 * MIB },
	{ "prefetchable",
	  { 300 * MIB, MIB, true, true },
	  ROOM_GROWS,
	  0,
	  304 * MIB,
	  true },
	{ "prefetchable, in what need not be",
	  { MIB, MIB, true, true },
	  ROOM_FITS,
	  MIB,
	  MIB },
	{ "prefetchable, too much",
	  { 65536 * MIB, MIB, true, true },
	  ROOM_SHORT,
	  0,
	  65540 * MIB },
};

static void path_describe(const struct path_case *path, char *name)
{
	strscpy(name, path->title, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(path, path_cases, path_describe);

static void room_judges(struct kunit *test)
{
	const struct path_case *path = test->param_value;
	struct around_rooms *rooms = path_new(test);
	struct room_verdict verdict;

	room_judge(rooms, &path->need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, path->end);
	KUNIT_EXPECT_EQ(test, verdict.free, path->free);
	KUNIT_EXPECT_EQ(test, verdict.needs, path->needs);
	KUNIT_ASSERT_NOT_NULL(test, verdict.window);
	KUNIT_EXPECT_EQ(test, verdict.window->level, 0);
	if (path->end == ROOM_GROWS) {
		KUNIT_ASSERT_NOT_NULL(test, verdict.giver);
		KUNIT_EXPECT_EQ(test, verdict.giver->level, 1);
		KUNIT_EXPECT_EQ(test, verdict.giver->start > U32_MAX,
				path->above);
	}
}

/* What the port has now it gives back: that counts for free. */
static void room_gives_back(struct kunit *test)
{
	struct around_rooms *rooms = path_new(test);
	struct room_need need = { .size = 3 * MIB, .align = MIB };
	struct room_verdict verdict;
	struct room_window *host = &rooms->windows[3];

	host->start = 0xfe000000;
	host->size = 4 * MIB;
	room_judge(rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_GROWS);
	host->size = 3 * MIB;
	room_judge(rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_SHORT);
}

/* Three bridges with 64 MiB, each for the one below, and a host bridge */
static void chain_make(struct around_rooms *rooms, struct room_facts *facts,
		       u64 host_size)
{
	u32 level;

	room_facts_start(rooms, facts);
	for (level = 0; level < 4; level++) {
		room_facts_window(rooms,
				  (struct room_window){
					  .level = level,
					  .host = level == 3,
					  .routing_id = 0x300 - level,
					  .start = 0xc0000000,
					  .size = level == 3 ? host_size :
							       64 * MIB,
				  });
		if (level)
			room_facts_holder(rooms,
					  (struct room_holder){
						  .use = ROOM_OF_BRIDGE,
						  .routing_id = 0x301 - level,
						  .start = 0xc0000000,
						  .size = 64 * MIB,
					  });
	}
}

/* All of them give back what they have, and each has it once. */
static void room_gives_back_in_a_row(struct kunit *test)
{
	struct room_facts *facts =
		kunit_kzalloc(test, sizeof(*facts), GFP_KERNEL);
	struct room_need need = { .size = 80 * MIB, .align = MIB };
	struct room_verdict verdict;
	struct around_rooms rooms;

	KUNIT_ASSERT_NOT_NULL(test, facts);
	chain_make(&rooms, facts, 80 * MIB);
	room_judge(&rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_GROWS);
	KUNIT_EXPECT_EQ(test, verdict.needs, 80 * MIB);
	KUNIT_EXPECT_PTR_EQ(test, verdict.giver, &rooms.windows[3]);
	chain_make(&rooms, facts, 79 * MIB);
	room_judge(&rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_SHORT);
	/* The way up was not seen to its end. */
	rooms.windows[3].host = false;
	room_judge(&rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_UNKNOWN);
}

/* A port for hot-plug takes more, so that what has just enough may be too small. */
static void room_hotplug(struct kunit *test)
{
	struct around_rooms *rooms = path_new(test);
	struct room_need need = { .size = 3 * MIB, .align = MIB };
	struct room_verdict verdict;

	rooms->windows[0].hotplug = true;
	rooms->windows[3].start = 0xfe000000;
	rooms->windows[3].size = 5 * MIB;
	room_judge(rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_GROWS);
	KUNIT_EXPECT_EQ(test, verdict.needs, 5 * MIB);
	rooms->windows[3].size = 4 * MIB;
	room_judge(rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_UNKNOWN);
	KUNIT_EXPECT_EQ(test, verdict.needs, 4 * MIB);
	rooms->windows[3].size = 3 * MIB;
	room_judge(rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_SHORT);
}

/* A window ends where it is aligned too, or so the kernel may have it. */
static void room_in_steps(struct kunit *test)
{
	struct around_rooms *rooms = path_new(test);
	struct room_need need = { .size = 4 * MIB, .align = 4 * MIB };
	struct room_verdict verdict;

	rooms->windows[3].start = 0xfe000000;
	rooms->windows[3].size = 7 * MIB;
	room_judge(rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_UNKNOWN);
	rooms->windows[3].size = 8 * MIB;
	room_judge(rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_GROWS);
}

/* A window that can be above 4 GiB gets nothing that cannot, wherever it is now. */
static void room_prefetchable_of_32_bits(struct kunit *test)
{
	struct around_rooms *rooms = path_new(test);
	struct room_need need = { .size = 2 * MIB,
				  .align = MIB,
				  .prefetchable = true };
	struct room_verdict verdict;

	rooms->windows[1].start = 0xf8000000;
	rooms->windows[1].size = 64 * MIB;
	KUNIT_EXPECT_EQ(test, room_kind_of(rooms, &need), ROOM_MEM);
	room_judge(rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_GROWS);
	KUNIT_EXPECT_PTR_EQ(test, verdict.window, &rooms->windows[0]);
	KUNIT_EXPECT_EQ(test, verdict.kind, ROOM_MEM);
	rooms->windows[1].is_64bit = false;
	KUNIT_EXPECT_EQ(test, room_kind_of(rooms, &need), ROOM_PREFETCH);
	room_judge(rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_FITS);
	KUNIT_EXPECT_PTR_EQ(test, verdict.window, &rooms->windows[1]);
	/* Of a host bridge it gets nothing of what may be prefetched: no bridge asks. */
	rooms->windows[1].is_64bit = true;
	rooms->windows[0].size = 0;
	rooms->windows[3].kind = ROOM_PREFETCH;
	room_judge(rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_SHORT);
}

/* What is not known is no promise, and nobody says that it cannot be. */
static void room_unknown_host(struct kunit *test)
{
	struct around_rooms *rooms = path_new(test);
	struct room_need need = { .size = 300 * MIB, .align = MIB };
	struct room_verdict verdict;

	rooms->windows[4].size = 0;
	rooms->windows[4].unknown = true;
	room_judge(rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_UNKNOWN);
	need.size = MIB;
	room_judge(rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_FITS);
}

/* Without a window for it the port needs one; on the root bus there is no port. */
static void room_without_window(struct kunit *test)
{
	struct around_rooms *rooms = path_new(test);
	struct room_need need = { .size = 3 * MIB, .align = 2 * MIB };
	struct room_verdict verdict;

	rooms->windows[0].size = 0;
	room_judge(rooms, &need, &verdict);
	KUNIT_EXPECT_NULL(test, verdict.window);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_GROWS);
	/* In steps of 2 MiB */
	KUNIT_EXPECT_EQ(test, verdict.needs, 4 * MIB);

	rooms->windows += 3;
	rooms->window_count = 1;
	rooms->windows[0].level = 0;
	rooms->holder_count = 0;
	need.size = 257 * MIB;
	room_judge(rooms, &need, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_SHORT);
	KUNIT_EXPECT_PTR_EQ(test, verdict.window, &rooms->windows[0]);
	KUNIT_EXPECT_EQ(test, verdict.free, 256 * MIB);
}

/* 240 numbers are free on the root bus, and one is there for the port's own. */
static void room_judges_buses(struct kunit *test)
{
	struct around_rooms *rooms = path_new(test);
	struct room_verdict verdict;

	room_judge_buses(rooms, 4, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_GROWS);
	KUNIT_EXPECT_EQ(test, verdict.needs, 2);
	KUNIT_ASSERT_NOT_NULL(test, verdict.giver);
	KUNIT_EXPECT_TRUE(test, verdict.giver->host);
	room_judge_buses(rooms, 3 + 240, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_GROWS);
	room_judge_buses(rooms, 3 + 241, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_SHORT);
	KUNIT_EXPECT_EQ(test, verdict.needs, 242);

	rooms->windows[5].unknown = true;
	room_judge_buses(rooms, 4, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_UNKNOWN);
	KUNIT_EXPECT_PTR_EQ(test, verdict.window, &rooms->windows[2]);
	rooms->windows[2].unknown = true;
	room_judge_buses(rooms, 4, &verdict);
	KUNIT_EXPECT_EQ(test, verdict.end, ROOM_UNKNOWN);
	KUNIT_EXPECT_NULL(test, verdict.window);
}

/* Whoever says to have more than there are addresses has all up to the end. */
static void room_endless(struct kunit *test)
{
	static const struct room_window window = { .start = 0x1000,
						   .size = 0x1000 };
	static const struct room_holder holder = { .start = 0x1800,
						   .size = U64_MAX };
	struct room_facts *facts =
		kunit_kzalloc(test, sizeof(*facts), GFP_KERNEL);
	struct around_rooms rooms;

	KUNIT_ASSERT_NOT_NULL(test, facts);
	room_facts_start(&rooms, facts);
	room_facts_window(&rooms, window);
	room_facts_holder(&rooms, holder);
	KUNIT_EXPECT_EQ(test, room_used(&rooms, &rooms.windows[0], NULL),
			0x800);
}

static struct kunit_case room_cases[] = {
	KUNIT_CASE(room_free_as_model),
	KUNIT_CASE(room_largest_as_model),
	KUNIT_CASE(room_endless),
	KUNIT_CASE_PARAM(room_judges, path_gen_params),
	KUNIT_CASE(room_gives_back),
	KUNIT_CASE(room_gives_back_in_a_row),
	KUNIT_CASE(room_prefetchable_of_32_bits),
	KUNIT_CASE(room_hotplug),
	KUNIT_CASE(room_in_steps),
	KUNIT_CASE(room_unknown_host),
	KUNIT_CASE(room_without_window),
	KUNIT_CASE(room_judges_buses),
	/* sentinel */
	{},
};

static struct kunit_suite room_suite = {
	.name = "sriovscope_room",
	.test_cases = room_cases,
};

kunit_test_suite(room_suite);
