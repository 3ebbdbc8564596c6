// SPDX-License-Identifier: GPL-2.0
/*
 * Which routing IDs the IDE streams of a port have: what is found, what it costs,
 * and how capabilities that make no sense end. Numbers are those of the
 * specification, PCIe 7.9.26.
 */
#include <kunit/test.h>
#include <linux/array_size.h>
#include <linux/errno.h>
#include <linux/prandom.h>
#include <linux/string.h>

#include "core/look/look.h"
#include "mock_space.h"

#define PCIE_AT 0x70
#define IDE_AT 0x200
#define ROOT_PORT (4 << 4)
#define DOWNSTREAM_PORT (6 << 4)

#define LINK_IDE 0x1
#define SELECTIVE_IDE 0x2

/* Control: Stream ID, Traffic Class, and whether it is on */
#define STREAM(id, tc, on) ((u32)(id) << 24 | (tc) << 19 | (on))

/**
 * struct ide_context - a port
 * @config: its configuration space
 * @caps: its capabilities
 * @ide: what was found; zero before each look
 * @end: where the next block goes
 */
struct ide_context {
	struct mock_config *config;
	struct port_caps caps;
	struct around_ide ide;
	u32 end;
};

/* Without a single stream: Number of TCs is there, whether it counts or not. */
static void ide_put(struct kunit *test, u32 type, u32 supported, u32 tcs,
		    u32 streams)
{
	struct ide_context *c = test->priv;
	u32 links = supported & LINK_IDE ? tcs : 0;

	mock_config_put16(c->config, PCIE_AT + PCI_EXP_FLAGS, type | 2);
	mock_config_put32(c->config, IDE_AT + 4,
			  supported | (tcs - 1) << 13 | (streams - 1) << 16);
	c->end = IDE_AT + 12 + links * 8;
}

static void ide_put_stream(struct kunit *test, u32 blocks, u32 control,
			   u16 base, u16 limit)
{
	struct ide_context *c = test->priv;

	mock_config_put32(c->config, c->end, blocks);
	mock_config_put32(c->config, c->end + 4, control);
	mock_config_put32(c->config, c->end + 12, limit << 8);
	mock_config_put32(c->config, c->end + 16, base << 8 | 1);
	c->end += 20 + blocks * 12;
}

static int ide_look(struct kunit *test)
{
	struct ide_context *c = test->priv;
	int ret;

	memset(&c->caps, 0, sizeof(c->caps));
	memset(&c->ide, 0, sizeof(c->ide));
	ret = look_port_caps(&c->config->space, &c->caps);
	KUNIT_ASSERT_EQ(test, ret, 0);
	mock_config_forget(c->config);
	return look_port_ide(&c->config->space, &c->caps, &c->ide);
}

/* Link IDE for two TCs, and three streams: off, on, on. */
static void ide_put_three(struct kunit *test)
{
	ide_put(test, ROOT_PORT, LINK_IDE | SELECTIVE_IDE, 2, 3);
	ide_put_stream(test, 1, STREAM(1, 0, 0), 0x100, 0x101);
	ide_put_stream(test, 15, STREAM(0xfe, 0, 1), 0x0000, 0xffff);
	ide_put_stream(test, 3, STREAM(7, 5, 1), 0x8001, 0x7ffe);
}

/* Type, head, then a stream that is off, one that is on, and the last one */
#define READS_OF_THREE (1 + 1 + 2 + 4 + 3 + 1)

static void ide_finds(struct kunit *test)
{
	struct ide_context *c = test->priv;
	const struct around_ide_stream *streams = c->ide.streams;

	ide_put_three(test);
	mock_config_put8(c->config, c->end - 20 - 3 * 12 + 19, 0x42);
	KUNIT_EXPECT_EQ(test, ide_look(test), 0);
	KUNIT_EXPECT_TRUE(test, c->ide.root && c->ide.exists);
	KUNIT_EXPECT_FALSE(test, c->ide.cut || c->ide.more);
	KUNIT_ASSERT_EQ(test, c->ide.count, 2);
	KUNIT_EXPECT_EQ(test, streams[0].id, 0xfe);
	KUNIT_EXPECT_EQ(test, streams[0].tc, 0);
	KUNIT_EXPECT_EQ(test, streams[0].segment, 0);
	KUNIT_EXPECT_EQ(test, streams[0].base, 0x0000);
	KUNIT_EXPECT_EQ(test, streams[0].limit, 0xffff);
	KUNIT_EXPECT_EQ(test, streams[1].id, 7);
	KUNIT_EXPECT_EQ(test, streams[1].tc, 5);
	KUNIT_EXPECT_EQ(test, streams[1].segment, 0x42);
	KUNIT_EXPECT_EQ(test, streams[1].base, 0x8001);
	KUNIT_EXPECT_EQ(test, streams[1].limit, 0x7ffe);
	KUNIT_EXPECT_EQ(test, c->config->reads, READS_OF_THREE);
}

/* What is not supported has no blocks, whatever its number is. */
static void ide_without_links(struct kunit *test)
{
	struct ide_context *c = test->priv;

	ide_put(test, ROOT_PORT, SELECTIVE_IDE, 8, 1);
	ide_put_stream(test, 0, STREAM(3, 0, 1), 0x100, 0x108);
	KUNIT_EXPECT_EQ(test, ide_look(test), 0);
	KUNIT_ASSERT_EQ(test, c->ide.count, 1);
	KUNIT_EXPECT_EQ(test, c->ide.streams[0].limit, 0x108);
	KUNIT_EXPECT_EQ(test, c->config->reads, 1 + 1 + 3 + 1);

	ide_put(test, ROOT_PORT, LINK_IDE, 1, 1);
	ide_put_stream(test, 0, STREAM(3, 0, 1), 0x100, 0x108);
	KUNIT_EXPECT_EQ(test, ide_look(test), 0);
	KUNIT_EXPECT_TRUE(test, c->ide.root && !c->ide.exists);
	KUNIT_EXPECT_EQ(test, c->ide.count, 0);
	KUNIT_EXPECT_EQ(test, c->config->reads, 1 + 1 + 1);
}

/* A stream whose association is not valid, of which no more is read */
static void ide_without_rids(struct kunit *test)
{
	struct ide_context *c = test->priv;

	ide_put(test, ROOT_PORT, SELECTIVE_IDE, 1, 1);
	ide_put_stream(test, 0, STREAM(3, 0, 1), 0x100, 0x108);
	mock_config_put8(c->config, c->end - 4, 0);
	KUNIT_EXPECT_EQ(test, ide_look(test), 0);
	KUNIT_EXPECT_TRUE(test, c->ide.exists);
	KUNIT_EXPECT_EQ(test, c->ide.count, 0);
	KUNIT_EXPECT_EQ(test, c->config->reads, 1 + 1 + 2 + 1);
}

static void ide_of_others(struct kunit *test)
{
	struct ide_context *c = test->priv;

	ide_put_three(test);
	mock_config_put16(c->config, PCIE_AT + PCI_EXP_FLAGS,
			  DOWNSTREAM_PORT | 2);
	KUNIT_EXPECT_EQ(test, ide_look(test), 0);
	KUNIT_EXPECT_FALSE(test, c->ide.root || c->ide.count);
	KUNIT_EXPECT_EQ(test, c->config->reads, 1 + 1);
	/* A type that is reserved */
	mock_config_put16(c->config, PCIE_AT + PCI_EXP_FLAGS, 15 << 4 | 2);
	KUNIT_EXPECT_EQ(test, ide_look(test), 0);
	KUNIT_EXPECT_FALSE(test, c->ide.root || c->ide.count);

	/* No other capability says which type it has. */
	mock_config_put8(c->config, PCI_CAPABILITY_LIST, 0);
	KUNIT_EXPECT_EQ(test, ide_look(test), 0);
	KUNIT_EXPECT_FALSE(test, c->ide.root || c->ide.count);
	KUNIT_EXPECT_EQ(test, c->config->reads, 0);

	mock_config_put_header(c->config, IDE_AT, PCI_EXT_CAP_ID_ARI, 1, 0);
	KUNIT_EXPECT_EQ(test, ide_look(test), 0);
	KUNIT_EXPECT_FALSE(test, c->ide.root || c->ide.count);
	KUNIT_EXPECT_EQ(test, c->config->reads, 0);
}

/* A neighbour begins where the block ends, and a dword before */
static void ide_past_the_end(struct kunit *test)
{
	struct ide_context *c = test->priv;
	u32 end;

	ide_put(test, ROOT_PORT, SELECTIVE_IDE, 1, 2);
	ide_put_stream(test, 2, STREAM(3, 0, 1), 0x100, 0x108);
	ide_put_stream(test, 0, STREAM(4, 0, 1), 0x200, 0x208);
	end = c->end;
	mock_config_put_header(c->config, IDE_AT, 0x30, 1, end);
	mock_config_put_header(c->config, end, PCI_EXT_CAP_ID_ARI, 1, 0);
	KUNIT_EXPECT_EQ(test, ide_look(test), 0);
	KUNIT_EXPECT_EQ(test, c->ide.count, 2);
	KUNIT_EXPECT_FALSE(test, c->ide.cut);

	mock_config_put_header(c->config, IDE_AT, 0x30, 1, end - 4);
	mock_config_put_header(c->config, end - 4, PCI_EXT_CAP_ID_ARI, 1, 0);
	KUNIT_EXPECT_EQ(test, ide_look(test), 0);
	KUNIT_EXPECT_EQ(test, c->ide.count, 1);
	KUNIT_EXPECT_TRUE(test, c->ide.cut);
	KUNIT_EXPECT_EQ(test, c->config->reads, 1 + 1 + 4 + 1);
}

static void ide_put_many(struct kunit *test, u32 on)
{
	u32 i;

	ide_put(test, ROOT_PORT, SELECTIVE_IDE, 1, 40);
	for (i = 0; i < 40; i++)
		ide_put_stream(test, 0, STREAM(i, 0, i < on), 0x100, 0x108);
}

static void ide_too_many(struct kunit *test)
{
	struct ide_context *c = test->priv;

	ide_put_many(test, AROUND_IDE_STREAMS);
	KUNIT_EXPECT_EQ(test, ide_look(test), 0);
	KUNIT_EXPECT_EQ(test, c->ide.count, AROUND_IDE_STREAMS);
	KUNIT_EXPECT_FALSE(test, c->ide.more);

	ide_put_many(test, AROUND_IDE_STREAMS + 1);
	KUNIT_EXPECT_EQ(test, ide_look(test), 0);
	KUNIT_EXPECT_EQ(test, c->ide.count, AROUND_IDE_STREAMS);
	KUNIT_EXPECT_EQ(test, c->ide.streams[15].id, 15);
	KUNIT_EXPECT_TRUE(test, c->ide.more);
}

/* All that a space has room for, and more by its own account */
static void ide_longest(struct kunit *test)
{
	struct ide_context *c = test->priv;
	u32 room = (4096 - IDE_AT - 12) / 20, i;

	ide_put(test, ROOT_PORT, SELECTIVE_IDE, 1, 256);
	for (i = 0; i < room; i++)
		ide_put_stream(test, 0, STREAM(i, 0, i == room - 1), 0x100,
			       0x108);
	KUNIT_EXPECT_EQ(test, ide_look(test), 0);
	KUNIT_EXPECT_EQ(test, c->ide.count, 1);
	KUNIT_EXPECT_TRUE(test, c->ide.cut);
	KUNIT_EXPECT_EQ(test, c->config->reads, 1 + 1 + 2 * room + 2 + 1);
}

static void ide_gone_or_failing(struct kunit *test)
{
	struct ide_context *c = test->priv;
	struct mock_config *config = c->config;
	u32 n;

	ide_put_three(test);
	KUNIT_ASSERT_EQ(test, ide_look(test), 0);
	for (n = 0; n < READS_OF_THREE; n++) {
		memset(&c->ide, 0, sizeof(c->ide));
		mock_config_forget(config);
		config->faults.gone_from = n;
		KUNIT_EXPECT_EQ_MSG(test,
				    look_port_ide(&config->space, &c->caps,
						  &c->ide),
				    -ENODEV, "gone from read %u", n);
	}
	config->faults.gone_from = READS_OF_THREE;
	for (n = 0; n < READS_OF_THREE; n++) {
		memset(&c->ide, 0, sizeof(c->ide));
		mock_config_forget(config);
		config->faults.fail_access = n;
		config->faults.fail_access_errno = -EREMOTEIO;
		KUNIT_EXPECT_EQ_MSG(test,
				    look_port_ide(&config->space, &c->caps,
						  &c->ide),
				    -EREMOTEIO, "read %u fails", n);
		KUNIT_EXPECT_EQ(test, config->reads, n + 1);
	}
}

/* Whatever the registers hold, no read is outside, and they come to an end. */
static void ide_any_registers(struct kunit *test)
{
	struct ide_context *c = test->priv;
	struct rnd_state rnd;
	u32 round, span;

	prandom_seed_state(&rnd, 12);
	for (round = 0; round < 200; round++) {
		span = 12 + 4 * (prandom_u32_state(&rnd) % 880);
		prandom_bytes_state(&rnd, c->config->bytes + IDE_AT,
				    4096 - IDE_AT);
		mock_config_put_header(c->config, IDE_AT, 0x30, 1,
				       IDE_AT + span);
		mock_config_put_header(c->config, IDE_AT + span,
				       PCI_EXT_CAP_ID_ARI, 1, 0);
		mock_config_put16(c->config, PCIE_AT + PCI_EXP_FLAGS,
				  ROOT_PORT | 2);
		KUNIT_EXPECT_EQ(test, ide_look(test), 0);
		KUNIT_EXPECT_LE(test, c->ide.count, AROUND_IDE_STREAMS);
		KUNIT_EXPECT_LE(test, c->config->reads, 3 + 4 * 256);
		KUNIT_EXPECT_EQ(test,
				mock_config_reads_in(c->config, IDE_AT + span,
						     4096),
				0);
	}
}

static int look_ide_init(struct kunit *test)
{
	struct ide_context *c = kunit_kzalloc(test, sizeof(*c), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, c);
	test->priv = c;
	c->config = mock_config_new(test, 4096);
	mock_config_put32(c->config, PCI_VENDOR_ID, 0x34208086);
	mock_config_put16(c->config, PCI_STATUS, PCI_STATUS_CAP_LIST);
	mock_config_put8(c->config, PCI_CAPABILITY_LIST, PCIE_AT);
	mock_config_put16(c->config, PCIE_AT, PCI_CAP_ID_EXP);
	mock_config_put_header(c->config, 0x100, PCI_EXT_CAP_ID_ACS, 1, IDE_AT);
	mock_config_put_header(c->config, IDE_AT, 0x30, 1, 0);
	return 0;
}

static void look_ide_exit(struct kunit *test)
{
	struct ide_context *c = test->priv;

	KUNIT_EXPECT_EQ(test, c->config->writes, 0);
	mock_config_expect_sane(test, c->config);
}

static struct kunit_case look_ide_cases[] = {
	KUNIT_CASE(ide_finds),
	KUNIT_CASE(ide_without_links),
	KUNIT_CASE(ide_without_rids),
	KUNIT_CASE(ide_of_others),
	KUNIT_CASE(ide_past_the_end),
	KUNIT_CASE(ide_too_many),
	KUNIT_CASE(ide_longest),
	KUNIT_CASE(ide_gone_or_failing),
	KUNIT_CASE(ide_any_registers),
	/* sentinel */
	{},
};

static struct kunit_suite look_ide_suite = {
	.name = "sriovscope_look_ide",
	.init = look_ide_init,
	.exit = look_ide_exit,
	.test_cases = look_ide_cases,
};

kunit_test_suite(look_ide_suite);
