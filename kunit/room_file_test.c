// SPDX-License-Identifier: GPL-2.0
/*
 * The file "room", word for word.
 */
#include <kunit/test.h>
#include <linux/string.h>

#include "file_text.h"
#include "room_facts.h"

static struct pf_facts *sample(struct kunit *test)
{
	struct pf_facts *snap = file_sample_copy(test);
	struct room_facts *facts =
		kunit_kzalloc(test, sizeof(*facts), GFP_KERNEL);

	snap->around = kunit_kzalloc(test, sizeof(*snap->around), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, snap->around);
	KUNIT_ASSERT_NOT_NULL(test, facts);
	room_facts_path(&snap->around->rooms, facts);
	return snap;
}

#define HEADER "# level bdf kind start size used largest_free holders\n"

static void room_file_text(struct kunit *test)
{
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_room, sample(test)),
			   HEADER
			   "0 0000:00:01.0 mem 0xfe000000 0x200000 0x100000 0x100000 0000:03:00.0:bar0:0x100000\n"
			   "0 0000:00:01.0 prefetch 0x900000000 0x400000 0x400000 0x0 0000:03:00.0:bar2:0x400000\n"
			   "0 0000:00:01.0 bus 0x3 0x1 0x1 0x0 0000:00:01.0:own:0x1\n"
			   "1 pci0000:00 mem 0xf0000000 0x10000000 0x200000 0xe000000 0000:00:01.0:mem:0x200000\n"
			   "1 pci0000:00 mem 0x800000000 0x1000000000 0x400000 0xeffc00000 0000:00:01.0:prefetch:0x400000\n"
			   "1 pci0000:00 bus 0x0 0x100 0x10 0xf0 pci0000:00:own:0x1,0000:00:02.0:bus:0x2,0000:00:01.0:bus:0x1,0000:00:03.0:bus:0xc\n");
}

/* What is not known is told from what is not there, and from what is a guess. */
static void room_file_unknown(struct kunit *test)
{
	struct pf_facts *snap = sample(test);
	struct around_rooms *rooms = &snap->around->rooms;

	rooms->window_count = 3;
	rooms->windows[0].unknown = true;
	rooms->windows[1].size = 0;
	rooms->holder_count = 0;
	rooms->windows[2].open = true;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_room, snap),
			   HEADER
			   "0 0000:00:01.0 mem unknown unknown unknown unknown unknown\n"
			   "0 0000:00:01.0 prefetch - 0x0 0x0 0x0 -\n"
			   "0 0000:00:01.0 bus 0x3 0x1 >=0x0 <=0x1 -\n");
	snap->unknown = ABOUT_ROOMS;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_room, snap),
			   HEADER
			   "0 unknown unknown unknown unknown unknown unknown unknown\n");
}

/* What each can be for */
static void room_file_uses(struct kunit *test)
{
	static const struct room_holder holders[] = {
		{ .use = ROOM_OF_ROM, .routing_id = 0x0301, .size = 1 },
		{ .use = ROOM_OF_VF_BAR,
		  .number = 5,
		  .routing_id = 0x0301,
		  .size = 2 },
		{ .use = ROOM_OF_OTHER, .size = 3 },
	};
	struct pf_facts *snap = sample(test);
	struct around_rooms *rooms = &snap->around->rooms;
	const char *text;
	u32 n;

	rooms->window_count = 1;
	rooms->holder_count = 0;
	for (n = 0; n < ARRAY_SIZE(holders); n++)
		room_facts_holder(rooms, holders[n]);
	text = file_text(test, &text_file_room, snap);
	KUNIT_EXPECT_NOT_NULL(test, strstr(text, " 0000:03:00.1:rom:0x1,"));
	KUNIT_EXPECT_NOT_NULL(test, strstr(text, ",0000:03:00.1:vf_bar5:0x2,"));
	KUNIT_EXPECT_NOT_NULL(test, strstr(text, ",-:other:0x3\n"));
}

static struct kunit_case room_file_cases[] = {
	KUNIT_CASE(room_file_text),
	KUNIT_CASE(room_file_unknown),
	KUNIT_CASE(room_file_uses),
	/* sentinel */
	{},
};

static struct kunit_suite room_file_suite = {
	.name = "sriovscope_room_file",
	.test_cases = room_file_cases,
};

kunit_test_suite(room_file_suite);
