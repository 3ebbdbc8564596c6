// SPDX-License-Identifier: GPL-2.0
/*
 * Bridges among simulated functions: their registers, and what comes through.
 *
 * Kernel only: the simulator has locks and references of the kernel.
 */
#include <kunit/test.h>
#include <linux/err.h>
#include <linux/string.h>

#include "sim/tree.h"
#include "sim_fixture.h"

#define TREE_MAX 8

/* Its own function is not needed: a tree has others. */
static struct sim_tree *tree_new(struct kunit *test, u8 first_bus, u8 last_bus)
{
	struct sim_tree *tree = kunit_kzalloc(test, sizeof(*tree), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, tree);
	tree->first_bus = first_bus;
	tree->last_bus = last_bus;
	tree->functions = kunit_kcalloc(test, TREE_MAX,
					sizeof(*tree->functions), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, tree->functions);
	return tree;
}

static void tree_put(struct sim_tree *tree)
{
	while (tree->count)
		sim_function_put(tree->functions[--tree->count]);
}

static struct sim_function *tree_add(struct kunit *test, struct sim_tree *tree,
				     u8 bus, u8 devfn)
{
	struct sim_context *context = test->priv;
	struct sim_function *function;

	KUNIT_ASSERT_LT(test, tree->count, TREE_MAX);
	context->setup->bus = bus;
	context->setup->devfn = devfn;
	function = sim_function_new(context->setup, false);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, function);
	tree->functions[tree->count++] = function;
	return function;
}

static void put_bridge_image(struct kunit *test, u8 secondary, u8 subordinate)
{
	struct sim_context *context = test->priv;

	context->setup->image[PCI_HEADER_TYPE] = PCI_HEADER_TYPE_BRIDGE;
	context->setup->image[PCI_PRIMARY_BUS] = 0x77;
	context->setup->image[PCI_SECONDARY_BUS] = secondary;
	context->setup->image[PCI_SUBORDINATE_BUS] = subordinate;
	context->setup->image[PCI_SEC_LATENCY_TIMER] = 0;
}

static struct sim_function *tree_add_port(struct kunit *test,
					  struct sim_tree *tree, u8 bus,
					  u8 devfn, u8 secondary,
					  u8 subordinate)
{
	struct sim_context *context = test->priv;
	struct sim_function *port;
	u8 *saved = kunit_kmalloc(test, PCI_STD_HEADER_SIZEOF, GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, saved);
	memcpy(saved, context->setup->image, PCI_STD_HEADER_SIZEOF);
	put_bridge_image(test, secondary, subordinate);
	port = tree_add(test, tree, bus, devfn);
	memcpy(context->setup->image, saved, PCI_STD_HEADER_SIZEOF);
	return port;
}

static void write_to(struct kunit *test, struct sim_function *function, u32 at,
		     u32 width, u32 value)
{
	KUNIT_EXPECT_EQ(test,
			sim_function_write(function, SIM_PF, at, width, value),
			0);
}

static void enable_vfs(struct kunit *test, struct sim_function *function)
{
	write_to(test, function, SRIOV_AT + PCI_SRIOV_NUM_VF, 2, 8);
	write_to(test, function, SRIOV_AT + PCI_SRIOV_CTRL, 2,
		 PCI_SRIOV_CTRL_VFE);
}

/* Nobody answers for NULL. */
static void expect_at(struct kunit *test, const struct sim_tree *tree, u8 bus,
		      u8 devfn, const struct sim_function *function, u32 vf)
{
	u32 found;

	KUNIT_EXPECT_PTR_EQ_MSG(test, function,
				sim_tree_find(tree, bus, devfn, &found),
				"at %02x:%02x", bus, devfn);
	if (function)
		KUNIT_EXPECT_EQ(test, found, vf);
}

/* A root port, a switch behind it with two ports, and a PF behind one of them */
static void tree_routes(struct kunit *test)
{
	struct sim_tree *tree = tree_new(test, 0x10, 0x1f);
	struct sim_function *root, *up, *down, *pf, *own;

	/* In an order that is none */
	pf = tree_add(test, tree, 0x14, 0);
	down = tree_add_port(test, tree, 0x12, 8, 0x14, 0x15);
	own = tree_add(test, tree, 0x10, 0x18);
	root = tree_add_port(test, tree, 0x10, 0x10, 0x11, 0x15);
	up = tree_add_port(test, tree, 0x11, 0, 0x12, 0x15);
	KUNIT_EXPECT_NULL(test, sim_tree_wire(tree));

	expect_at(test, tree, 0x10, 0x10, root, SIM_PF);
	expect_at(test, tree, 0x10, 0x18, own, SIM_PF);
	expect_at(test, tree, 0x11, 0, up, SIM_PF);
	expect_at(test, tree, 0x12, 8, down, SIM_PF);
	expect_at(test, tree, 0x14, 0, pf, SIM_PF);
	expect_at(test, tree, 0x10, 0, NULL, 0);
	expect_at(test, tree, 0x11, 8, NULL, 0);
	expect_at(test, tree, 0x13, 0, NULL, 0);
	expect_at(test, tree, 0x16, 0, NULL, 0);

	/* The bridge right above, and the one on top */
	write_to(test, down, PCI_SECONDARY_BUS, 1, 0x13);
	expect_at(test, tree, 0x14, 0, NULL, 0);
	expect_at(test, tree, 0x13, 0, pf, SIM_PF);
	write_to(test, root, PCI_SUBORDINATE_BUS, 1, 0x12);
	expect_at(test, tree, 0x13, 0, NULL, 0);
	expect_at(test, tree, 0x12, 8, down, SIM_PF);
	write_to(test, root, PCI_SUBORDINATE_BUS, 1, 0x13);
	expect_at(test, tree, 0x13, 0, pf, SIM_PF);
	write_to(test, root, PCI_SECONDARY_BUS, 1, 0x14);
	write_to(test, root, PCI_SUBORDINATE_BUS, 1, 0x1f);
	expect_at(test, tree, 0x13, 0, NULL, 0);

	/* Buses that the host bridge has not */
	write_to(test, root, PCI_SECONDARY_BUS, 1, 0x0f);
	expect_at(test, tree, 0x0f, 0, NULL, 0);
	write_to(test, root, PCI_SECONDARY_BUS, 1, 0x11);
	expect_at(test, tree, 0x11, 0, up, SIM_PF);
	tree_put(tree);
}

/* VFs are on all buses that the bridge above leads to, and on no other. */
static void tree_routes_to_vfs(struct kunit *test)
{
	struct sim_tree *tree = tree_new(test, 0, 3);
	struct sim_function *port, *pf;

	port = tree_add_port(test, tree, 0, 0x10, 1, 2);
	pf = tree_add(test, tree, 1, 0x7b);
	KUNIT_EXPECT_NULL(test, sim_tree_wire(tree));
	enable_vfs(test, pf);
	expect_at(test, tree, 1, 0x7b + VF_OFFSET + 2, pf, 1);
	expect_at(test, tree, 1, 0xff, pf, 2);
	expect_at(test, tree, 2, 1, pf, 3);
	expect_at(test, tree, 2, 2, NULL, 0);
	write_to(test, port, PCI_SUBORDINATE_BUS, 1, 1);
	expect_at(test, tree, 1, 0xff, pf, 2);
	expect_at(test, tree, 2, 1, NULL, 0);

	/* All of it is where the bridge leads to, when that changes. */
	write_to(test, port, PCI_PRIMARY_BUS, 4, 0x030200);
	expect_at(test, tree, 1, 0x7b, NULL, 0);
	expect_at(test, tree, 1, 0xff, NULL, 0);
	expect_at(test, tree, 2, 0x7b, pf, SIM_PF);
	expect_at(test, tree, 3, 1, pf, 3);
	tree->last_bus = 2;
	expect_at(test, tree, 3, 1, NULL, 0);
	expect_at(test, tree, 2, 0xff, pf, 2);
	tree_put(tree);
}

/* Without ARI a port reaches device 0 on the bus behind it, and all behind that. */
static void tree_without_ari(struct kunit *test)
{
	struct sim_tree *tree = tree_new(test, 0, 3);
	struct sim_function *port, *pf;

	port = tree_add_port(test, tree, 0, 0x10, 1, 2);
	pf = tree_add(test, tree, 1, 0x7b);
	KUNIT_EXPECT_NULL(test, sim_tree_wire(tree));
	enable_vfs(test, pf);
	expect_at(test, tree, 1, 0xff, pf, 2);
	pf->vfs_need = SIM_NEED_ARI;
	expect_at(test, tree, 1, 0xff, NULL, 0);
	expect_at(test, tree, 2, 1, pf, 3);
	write_to(test, port, PCIE_AT + PCI_EXP_DEVCTL2, 2, PCI_EXP_DEVCTL2_ARI);
	expect_at(test, tree, 1, 0xff, pf, 2);
	tree_put(tree);
}

/* A bridge without bus numbers forwards nothing, not even from bus 0. */
static void tree_of_closed_ports(struct kunit *test)
{
	struct sim_tree *tree = tree_new(test, 0, 0xff);
	struct sim_function *port, *pf;

	port = tree_add_port(test, tree, 0, 0x10, 1, 1);
	pf = tree_add(test, tree, 1, 0x20);
	KUNIT_EXPECT_NULL(test, sim_tree_wire(tree));
	expect_at(test, tree, 1, 0x20, pf, SIM_PF);
	write_to(test, port, PCI_PRIMARY_BUS, 4, 0);
	expect_at(test, tree, 1, 0x20, NULL, 0);
	expect_at(test, tree, 0, 0x20, NULL, 0);
	write_to(test, port, PCI_PRIMARY_BUS, 4, 0x010100);
	expect_at(test, tree, 1, 0x20, pf, SIM_PF);
	port->gone = true;
	expect_at(test, tree, 1, 0x20, NULL, 0);
	tree_put(tree);
}

/* Bridges that would lead to themselves, to each other or to nowhere */
static void tree_that_makes_no_sense(struct kunit *test)
{
	static const struct {
		u8 secondary;
		u8 subordinate;
		u8 bus;
	} cases[] = {
		{ 0x10, 0x12, 0x10 }, { 0x0f, 0x12, 0x0f },
		{ 0x12, 0x11, 0x12 }, { 0x12, 0x12, 0x13 },
		{ 0x20, 0x20, 0x20 }, { 0x00, 0x00, 0x00 },
		{ 0x00, 0xff, 0x11 },
	};
	struct sim_tree *tree = tree_new(test, 0x10, 0x1f);
	struct sim_function *port;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		tree->first_bus = 0x10 - (cases[i].bus == 0x10);
		port = tree_add_port(test, tree, 0x10, 0, cases[i].secondary,
				     cases[i].subordinate);
		/* What leads here is another one. */
		if (cases[i].bus == 0x10)
			tree_add_port(test, tree, 0x0f, 0, 0x10, 0x10);
		else
			tree_add(test, tree, cases[i].bus, 0);
		KUNIT_EXPECT_EQ_MSG(test, !sim_tree_wire(tree),
				    cases[i].bus == 0x10, "case %u", i);
		KUNIT_EXPECT_PTR_NE(test, port->port, port);
		tree_put(tree);
	}
}

/* Two that lead to one bus, as a dump may say: the first one has it. */
static void tree_of_two_ways(struct kunit *test)
{
	struct sim_tree *tree = tree_new(test, 0, 0xff);
	struct sim_function *port, *pf;

	port = tree_add_port(test, tree, 0, 0, 1, 1);
	tree_add_port(test, tree, 0, 8, 1, 4);
	pf = tree_add(test, tree, 1, 0);
	KUNIT_EXPECT_NULL(test, sim_tree_wire(tree));
	KUNIT_EXPECT_PTR_EQ(test, pf->port, port);
	expect_at(test, tree, 1, 0, pf, SIM_PF);
	tree_put(tree);
}

/* Secondary Bus Reset: all that is behind is as it was, and does not answer. */
static void tree_resets(struct kunit *test)
{
	struct sim_tree *tree = tree_new(test, 0, 0xff);
	struct sim_function *port, *down, *pf, *own;
	u32 value;

	port = tree_add_port(test, tree, 0, 8, 1, 2);
	down = tree_add_port(test, tree, 1, 0, 2, 2);
	pf = tree_add(test, tree, 2, 0);
	own = tree_add(test, tree, 0, 0);
	KUNIT_EXPECT_NULL(test, sim_tree_wire(tree));
	enable_vfs(test, pf);
	enable_vfs(test, own);
	sim_tree_react(tree, port);
	KUNIT_EXPECT_EQ(test, pf->vfs, 8);
	write_to(test, port, PCI_BRIDGE_CONTROL, 2, PCI_BRIDGE_CTL_BUS_RESET);
	sim_tree_react(tree, port);
	KUNIT_EXPECT_EQ(test, pf->vfs, 0);
	KUNIT_EXPECT_EQ(test, own->vfs, 8);
	expect_at(test, tree, 1, 0, NULL, 0);
	expect_at(test, tree, 2, 0, NULL, 0);
	write_to(test, port, PCI_BRIDGE_CONTROL, 2, 0);
	expect_at(test, tree, 1, 0, down, SIM_PF);
	expect_at(test, tree, 2, 0, pf, SIM_PF);
	KUNIT_EXPECT_EQ(test,
			sim_function_read(port, SIM_PF, PCI_PRIMARY_BUS, 4,
					  &value),
			0);
	KUNIT_EXPECT_EQ(test, value, 0x020100);
	tree_put(tree);
}

/* Of what a bridge is, its image says: with each window, and with the least. */
static void port_windows(struct kunit *test)
{
	put_bridge_image(test, 1, 2);
	sim_put_image(test, PCI_IO_BASE, 0x11110121);
	sim_put_image(test, PCI_MEMORY_BASE, 0xfe30fe20);
	sim_put_image(test, PCI_PREF_MEMORY_BASE, 0x12210111);
	sim_put_image(test, PCI_PREF_BASE_UPPER32, 0x12);
	sim_put_image(test, PCI_PREF_LIMIT_UPPER32, 0x12);
	sim_put_image(test, PCI_IO_BASE_UPPER16, 0x00020001);
	sim_on(test);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_PRIMARY_BUS, 4), 0x020100);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_IO_BASE, 2), 0x01f1);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_MEMORY_BASE, 4), 0xfff0);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_PREF_MEMORY_BASE, 4), 0x1fff1);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_PREF_BASE_UPPER32, 4), 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_PREF_LIMIT_UPPER32, 4), 0);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_IO_BASE_UPPER16, 4), 0);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_PREF_MEMORY_BASE), 0xfff1fff1);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_PREF_BASE_UPPER32), U32_MAX);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_PREF_LIMIT_UPPER32), U32_MAX);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_IO_BASE_UPPER16), U32_MAX);

	sim_put_image(test, PCI_IO_BASE, 0x0000);
	sim_put_image(test, PCI_PREF_MEMORY_BASE, 0x0000fff0);
	sim_on(test);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_MEMORY_BASE), 0xfff0fff0);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_PREF_MEMORY_BASE), 0xfff0fff0);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_PREF_BASE_UPPER32), 0);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_PREF_LIMIT_UPPER32), 0);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_IO_BASE_UPPER16), 0);
	sim_put(test, PCI_IO_BASE, 2, U16_MAX);
	KUNIT_EXPECT_EQ(test, sim_get(test, PCI_IO_BASE, 2), 0xf0f0);

	sim_put_image(test, PCI_PREF_MEMORY_BASE, 0);
	sim_on(test);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_PREF_MEMORY_BASE), 0);
	KUNIT_EXPECT_EQ(test, sim_size(test, PCI_PREF_BASE_UPPER32), 0);
}

/* Bus numbers that make no sense are none, as the PCI core expects it. */
static void port_bus_numbers(struct kunit *test)
{
	static const struct {
		u8 bus;
		u8 secondary;
		u8 subordinate;
		u32 kept;
	} cases[] = {
		{ 0, 1, 1, 0x010100 }, { 4, 5, 0xff, 0xff0504 }, { 0, 1, 0, 0 },
		{ 0, 0, 1, 0 },	       { 4, 4, 5, 0 },		 { 4, 3, 5, 0 },
		{ 0, 0, 0, 0 },
	};
	struct sim_context *context = test->priv;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		context->setup->bus = cases[i].bus;
		put_bridge_image(test, cases[i].secondary,
				 cases[i].subordinate);
		sim_on(test);
		KUNIT_EXPECT_EQ_MSG(test, sim_get(test, PCI_PRIMARY_BUS, 4),
				    cases[i].kept, "case %u", i);
		KUNIT_EXPECT_EQ(test, sim_size(test, PCI_PRIMARY_BUS),
				0x00ffffff);
	}
}

static struct kunit_case sim_tree_cases[] = {
	KUNIT_CASE(tree_routes),
	KUNIT_CASE(tree_routes_to_vfs),
	KUNIT_CASE(tree_without_ari),
	KUNIT_CASE(tree_of_closed_ports),
	KUNIT_CASE(tree_that_makes_no_sense),
	KUNIT_CASE(tree_of_two_ways),
	KUNIT_CASE(tree_resets),
	KUNIT_CASE(port_windows),
	KUNIT_CASE(port_bus_numbers),
	/* sentinel */
	{},
};

static struct kunit_suite sim_tree_suite = {
	.name = "sriovscope_sim_tree",
	.init = sim_fixture_init,
	.exit = sim_fixture_exit,
	.test_cases = sim_tree_cases,
};

kunit_test_suite(sim_tree_suite);
