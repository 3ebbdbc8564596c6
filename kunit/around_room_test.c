// SPDX-License-Identifier: GPL-2.0
/*
 * The windows above a PF, and who has parts of them.
 *
 * Kernel only: it is about struct pci_dev, struct pci_bus and struct resource.
 */
#include <kunit/test.h>
#include <linux/sizes.h>

#include "around_fixture.h"

/* Who has parts of a window */
static u32 room_holders(const struct around_rooms *rooms, u32 window)
{
	u32 n, count = 0;

	for (n = 0; n < rooms->holder_count; n++)
		count += rooms->holders[n].window == window;
	return count;
}

/*
 * The PF's bus is a root bus here: it has 1 MiB for all and 4 MiB that may be
 * prefetched, of which BAR 0 and VF BAR 4 have parts.
 */
static void room_of_root(struct kunit *test)
{
	struct resource plain = {
		.start = 0x10000000,
		.end = 0x100fffff,
		.flags = IORESOURCE_MEM,
	};
	struct resource prefetch = {
		.start = 0x20000000,
		.end = 0x203fffff,
		.flags = IORESOURCE_MEM | IORESOURCE_PREFETCH,
	};
	struct around_context *context = test->priv;
	struct pci_dev *pdev = context->pdev;
	const struct around_rooms *rooms;

	pdev->bus->resource[0] = &plain;
	pdev->bus->resource[1] = &prefetch;
	list_add_tail(&pdev->bus_list, &pdev->bus->devices);
	pdev->resource[0] = (struct resource){
		.start = 0x10040000,
		.end = 0x10040000 + SZ_64K - 1,
		.flags = IORESOURCE_MEM,
		.parent = &plain,
	};
	pdev->resource[PCI_IOV_RESOURCES + 4] = prefetch;
	pdev->resource[PCI_IOV_RESOURCES + 4].parent = &prefetch;

	rooms = &around_take(test)->rooms;
	KUNIT_ASSERT_EQ(test, rooms->window_count, 3);
	KUNIT_EXPECT_EQ(test, rooms->windows[0].kind, ROOM_MEM);
	KUNIT_EXPECT_EQ(test, rooms->windows[0].start, plain.start);
	KUNIT_EXPECT_EQ(test, rooms->windows[0].size, SZ_1M);
	KUNIT_EXPECT_TRUE(test, rooms->windows[0].host);
	/* What firmware keeps is not found. */
	KUNIT_EXPECT_TRUE(test, rooms->windows[0].open);
	KUNIT_EXPECT_EQ(test, rooms->windows[1].kind, ROOM_PREFETCH);
	KUNIT_EXPECT_EQ(test, rooms->windows[2].kind, ROOM_BUS);
	KUNIT_EXPECT_FALSE(test, rooms->windows[2].open);
	KUNIT_ASSERT_EQ(test, room_holders(rooms, 0), 1);
	KUNIT_ASSERT_EQ(test, room_holders(rooms, 1), 1);
	KUNIT_EXPECT_EQ(test, room_holders(rooms, 2), 1);
	/* By their windows, though the bus itself was the first to be found */
	KUNIT_EXPECT_EQ(test, rooms->holders[0].use, ROOM_OF_BAR);
	KUNIT_EXPECT_EQ(test, rooms->holders[0].start, 0x10040000);
	KUNIT_EXPECT_EQ(test, rooms->holders[0].size, SZ_64K);
	KUNIT_EXPECT_EQ(test, rooms->holders[1].use, ROOM_OF_VF_BAR);
	KUNIT_EXPECT_EQ(test, rooms->holders[1].number, 4);
	KUNIT_EXPECT_EQ(test, rooms->holders[1].routing_id, pci_dev_id(pdev));
	KUNIT_EXPECT_EQ(test, rooms->holders[2].use, ROOM_OF_BUS);

	/* One that found no place holds nothing. */
	pdev->resource[PCI_IOV_RESOURCES + 4].parent = NULL;
	rooms = &around_take(test)->rooms;
	KUNIT_EXPECT_EQ(test, room_holders(rooms, 1), 0);
	list_del_init(&pdev->bus_list);
}

/*
 * Behind a port: its windows come first, and one that found no place has no size. What
 * the port has it holds of the host bridge; who is on another bus holds nothing there.
 */
static void room_of_port(struct kunit *test)
{
	struct resource host = {
		.start = 0x10000000,
		.end = 0x10ffffff,
		.flags = IORESOURCE_MEM,
	};
	struct around_context *context = test->priv;
	struct pci_dev *pdev = context->pdev;
	struct mock_config *config;
	struct pci_dev *port = around_pf_device(test, &config, 0, 8);
	const struct around_rooms *rooms;
	struct resource *windows = port->resource;

	around_plug(pdev, port);
	port->subordinate = pdev->bus;
	port->pref_window = true;
	port->pref_64_window = true;
	port->bus->resource[0] = &host;
	list_add_tail(&port->bus_list, &port->bus->devices);
	list_add_tail(&pdev->bus_list, &pdev->bus->devices);
	list_add_tail(&pdev->bus->node, &port->bus->children);
	windows[PCI_BRIDGE_MEM_WINDOW] = (struct resource){
		.start = 0x10100000,
		.end = 0x102fffff,
		.flags = IORESOURCE_MEM,
		.parent = &host,
	};
	windows[PCI_BRIDGE_PREF_MEM_WINDOW].end = SZ_1M - 1;
	pdev->bus->busn_res.start = 3;
	pdev->bus->busn_res.end = 4;

	rooms = &around_take(test)->rooms;
	KUNIT_ASSERT_EQ(test, rooms->window_count, 5);
	KUNIT_EXPECT_EQ(test, rooms->windows[0].level, 0);
	KUNIT_EXPECT_EQ(test, rooms->windows[0].routing_id, 8);
	KUNIT_EXPECT_EQ(test, rooms->windows[0].size, SZ_2M);
	KUNIT_EXPECT_FALSE(test, rooms->windows[0].open);
	KUNIT_EXPECT_EQ(test, rooms->windows[1].kind, ROOM_PREFETCH);
	KUNIT_EXPECT_TRUE(test, rooms->windows[1].is_64bit);
	KUNIT_EXPECT_EQ(test, rooms->windows[1].size, 0);
	KUNIT_EXPECT_EQ(test, rooms->windows[2].size, 2);
	KUNIT_EXPECT_EQ(test, rooms->windows[3].level, 1);
	KUNIT_EXPECT_EQ(test, room_holders(rooms, 0), 0);
	/* What has no place is in none that has none. */
	KUNIT_EXPECT_EQ(test, room_holders(rooms, 1), 0);
	KUNIT_EXPECT_EQ(test, room_holders(rooms, 2), 1);
	KUNIT_EXPECT_EQ(test, room_holders(rooms, 3), 1);
	/* The root bus itself, and what the port leads to */
	KUNIT_EXPECT_EQ(test, room_holders(rooms, 4), 2);

	/* What is behind a subtractive bridge may be right in the windows above. */
	port->transparent = true;
	rooms = &around_take(test)->rooms;
	KUNIT_EXPECT_TRUE(test, rooms->windows[4].open);

	/* A bridge that goes has no bus in the list any more, and leads nowhere. */
	list_del_init(&pdev->bus->node);
	rooms = &around_take(test)->rooms;
	KUNIT_EXPECT_EQ(test, room_holders(rooms, 4), 1);
	list_del_init(&port->bus_list);
	list_del_init(&pdev->bus_list);
	port->subordinate = NULL;
}

static struct kunit_case room_cases[] = {
	KUNIT_CASE(room_of_root),
	KUNIT_CASE(room_of_port),
	/* sentinel */
	{},
};

static struct kunit_suite room_suite = {
	.name = "sriovscope_around_room",
	.init = around_init,
	.exit = around_exit,
	.test_cases = room_cases,
};

kunit_test_suite(room_suite);
