// SPDX-License-Identifier: GPL-2.0
/*
 * Which bridge has too little, and which one can give it more.
 */
#include <kunit/test.h>
#include <linux/limits.h>
#include <linux/string.h>

#include "core/room/room.h"
#include "room_facts.h"

#define MIB 0x100000ULL

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

static struct kunit_case room_cases[] = {
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
