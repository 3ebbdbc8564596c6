// SPDX-License-Identifier: GPL-2.0
/*
 * What is free of a window, and who has most of it, against a model that asks of each
 * address whether somebody has it.
 */
#include <kunit/test.h>
#include <linux/bitmap.h>
#include <linux/limits.h>
#include <linux/minmax.h>
#include <linux/prandom.h>

#include "core/room/room.h"
#include "room_facts.h"

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

static void free_as_model(struct kunit *test)
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
static void largest_as_model(struct kunit *test)
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

/* Whoever says to have more than there are addresses has all up to the end. */
static void free_endless(struct kunit *test)
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

/* Holders are in one order, whoever came first, and of two that are alike none is lost. */
static void holders_in_order(struct kunit *test)
{
	const struct room_holder low = { .start = 0x1000, .size = 0x10 };
	const struct room_holder high = { .start = 0x2000, .size = 0x10 };
	struct room_facts *facts =
		kunit_kzalloc(test, sizeof(*facts), GFP_KERNEL);
	struct around_rooms rooms;

	KUNIT_ASSERT_NOT_NULL(test, facts);
	room_facts_start(&rooms, facts);
	room_facts_holder(&rooms, high);
	room_facts_holder(&rooms, low);
	room_facts_holder(&rooms, low);
	facts_sort_rooms(&rooms);
	KUNIT_EXPECT_EQ(test, rooms.holder_count, 3);
	KUNIT_EXPECT_EQ(test, rooms.holders[0].start, 0x1000);
	KUNIT_EXPECT_EQ(test, rooms.holders[1].start, 0x1000);
	KUNIT_EXPECT_EQ(test, rooms.holders[2].start, 0x2000);
}

static struct kunit_case free_cases[] = {
	KUNIT_CASE(free_as_model),
	KUNIT_CASE(largest_as_model),
	KUNIT_CASE(free_endless),
	KUNIT_CASE(holders_in_order),
	/* sentinel */
	{},
};

static struct kunit_suite free_suite = {
	.name = "sriovscope_room_free",
	.test_cases = free_cases,
};

kunit_test_suite(free_suite);
