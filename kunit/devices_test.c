// SPDX-License-Identifier: GPL-2.0
/*
 * "devices" with many PFs on a bus: each is looked at once, whatever their number
 * is, and each is judged with all the others.
 *
 * Kernel only: it is about PFs, which have a struct pci_dev.
 */
#include <kunit/test.h>
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/uio.h>

#include "debugfs/files.h"
#include "pf/caps.h"
#include "pf/pf.h"
#include "pf/watch.h"
#include "pf/snapshot.h"
#include "pf_fixture.h"

#define MANY 12
#define PIECE 300

/* SR-IOV; PCI Express, PM and Device 3; two VF BARs that are resizable; the end */
#define LOOK_READS (SRIOV_READS + 3 + 1 + 1 + 4 + 1)
/* What "check" of another PF asks of it */
#define PEER_READS 4

/**
 * struct devices_context - PFs of two buses, and an open "devices"
 * @configs: their configuration spaces; the last one is on a bus of its own
 * @inode: no more of it than the file operations look at
 * @file: the same
 * @pos: how far it was read
 * @text: what was read
 * @verdict: the last one looked for
 */
struct devices_context {
	struct mock_config *configs[MANY];
	struct inode inode;
	struct file file;
	loff_t pos;
	char text[MANY * 100];
	char verdict[5];
};

static void devices_nothing(struct scope_pf *pf)
{
}

static void devices_watch(struct kunit *test, struct mock_config *config,
			  u8 bus, u8 devfn)
{
	struct scope_pf *pf;

	mock_config_put8(config, SRIOV_AT + PCI_SRIOV_FUNC_LINK, devfn);
	mock_config_put32(config, 0x70 + PCI_EXP_DEVCAP, PCI_EXP_DEVCAP_FLR);
	pf = registry_bound(mock_pci_new(test, config, 0, bus, devfn));
	KUNIT_EXPECT_FALSE(test, IS_ERR(pf));
	if (IS_ERR(pf))
		return;
	pf_caps(pf);
	pf_put(pf);
	mock_config_forget(config);
}

static int devices_test_init(struct kunit *test)
{
	static const struct registry_listener listener = {
		.added = devices_nothing,
		.removed = devices_nothing,
	};
	struct devices_context *context =
		kunit_kzalloc(test, sizeof(*context), GFP_KERNEL);
	u32 i;

	KUNIT_ASSERT_NOT_NULL(test, context);
	test->priv = context;
	KUNIT_ASSERT_EQ(test, watch_start(false, &listener), 0);
	for (i = 0; i < MANY; i++) {
		context->configs[i] = pf_fixture_config(test);
		devices_watch(test, context->configs[i],
			      i < MANY - 1 ? 0xe0 : 0xe1, 8 * i);
	}
	return 0;
}

static void devices_test_exit(struct kunit *test)
{
	watch_stop();
}

/* Reads the whole file in pieces, as a small buffer makes it. */
static void devices_read(struct devices_context *context)
{
	struct kiocb kiocb = { .ki_filp = &context->file };
	size_t got = 0;
	ssize_t ret;

	memset(context->text, 0, sizeof(context->text));
	do {
		struct kvec kvec = { context->text + got, PIECE };
		struct iov_iter to;

		iov_iter_kvec(&to, ITER_DEST, &kvec, 1, PIECE);
		ret = seq_read_iter(&kiocb, &to);
		if (ret > 0)
			got += ret;
	} while (ret > 0 && got + PIECE < sizeof(context->text));
}

static void devices_cat(struct kunit *test)
{
	struct devices_context *context = test->priv;

	memset(&context->file, 0, sizeof(context->file));
	KUNIT_ASSERT_EQ(test,
			devices_fops.open(&context->inode, &context->file), 0);
	devices_read(context);
	devices_fops.release(&context->inode, &context->file);
}

static u32 devices_lines(const char *text)
{
	u32 lines = 0;

	for (; (text = strchr(text, '\n')); text++)
		lines++;
	return lines;
}

static void devices_reads_each_once(struct kunit *test)
{
	struct devices_context *context = test->priv;
	u32 i;

	devices_cat(test);
	KUNIT_EXPECT_EQ(test, devices_lines(context->text), 1 + MANY);
	for (i = 0; i < MANY; i++)
		KUNIT_EXPECT_EQ_MSG(test, context->configs[i]->reads,
				    LOOK_READS, "PF %u", i);
}

/* The last word of a PF's line: the worst verdict */
static const char *devices_verdict(struct devices_context *context, u32 n)
{
	u8 bus = n < MANY - 1 ? 0xe0 : 0xe1;
	char *line, *end;
	char name[16];

	snprintf(name, sizeof(name), "\n0000:%02x:%02x.0 ", bus, n);
	line = strstr(context->text, name);
	end = line ? strchr(line + 1, '\n') : NULL;
	if (!end)
		return "no line";
	memset(context->verdict, 0, sizeof(context->verdict));
	memcpy(context->verdict, end - 4, 4);
	return context->verdict;
}

static void devices_put_vf(struct mock_config *config, u16 control, u32 n)
{
	mock_config_put16(config, SRIOV_AT + PCI_SRIOV_CTRL, control);
	mock_config_put16(config, SRIOV_AT + PCI_SRIOV_NUM_VF, 1);
	/* At the same place for all */
	mock_config_put16(config, SRIOV_AT + PCI_SRIOV_VF_OFFSET,
			  0x101 - 8 * n);
}

/*
 * One PF has its VFs on, and another one says that it has its VF at the place of
 * one of them: that one is accused, and nobody else is.
 */
static void devices_judge(struct kunit *test, u32 on, u32 n)
{
	struct devices_context *context = test->priv;
	u32 i;

	devices_put_vf(context->configs[n], 0, n);
	devices_cat(test);
	for (i = 0; i < MANY; i++) {
		if (i == on)
			continue;
		KUNIT_EXPECT_EQ_MSG(test,
				    !strcmp(devices_verdict(context, i),
					    "FAIL"),
				    i == n, "PF %u, with PF %u of PF %u", i, n,
				    on);
	}
	mock_config_put16(context->configs[n], SRIOV_AT + PCI_SRIOV_NUM_VF, 0);
}

static void devices_judges_with_all_peers(struct kunit *test)
{
	static const u32 ons[] = { 0, 5, MANY - 2 };
	struct devices_context *context = test->priv;
	struct mock_config *config;
	u32 k, n;

	for (k = 0; k < ARRAY_SIZE(ons); k++) {
		config = context->configs[ons[k]];
		devices_put_vf(config, PCI_SRIOV_CTRL_VFE, ons[k]);
		for (n = 0; n < MANY - 1; n++) {
			if (n != ons[k])
				devices_judge(test, ons[k], n);
		}
		mock_config_put16(config, SRIOV_AT + PCI_SRIOV_CTRL, 0);
		mock_config_put16(config, SRIOV_AT + PCI_SRIOV_NUM_VF, 0);
	}
}

/* A PF of another bus is no peer: "check" of one asks those of its bus alone. */
static void devices_judges_each_bus(struct kunit *test)
{
	struct devices_context *context = test->priv;
	struct mock_config *other = context->configs[MANY - 1];

	devices_put_vf(context->configs[0], PCI_SRIOV_CTRL_VFE, 0);
	mock_config_put16(context->configs[0], SRIOV_AT + PCI_SRIOV_VF_OFFSET,
			  0x1f0);
	devices_put_vf(other, 0, 0);
	mock_config_put16(other, SRIOV_AT + PCI_SRIOV_VF_OFFSET,
			  0xf0 - 8 * (MANY - 1));
	devices_cat(test);
	KUNIT_EXPECT_STRNEQ(test, devices_verdict(context, MANY - 1), "FAIL");
}

/* One that does not answer keeps its line, and costs the others nothing. */
static void devices_one_is_gone(struct kunit *test)
{
	struct devices_context *context = test->priv;

	context->configs[3]->faults.gone_from = 0;
	devices_cat(test);
	KUNIT_EXPECT_EQ(test, devices_lines(context->text), 1 + MANY);
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(context->text,
				     "\n0000:e0:03.0 8086:10c9 - 0x160 - - rejected -\n"));
	KUNIT_EXPECT_EQ(test, context->configs[4]->reads, LOOK_READS);
}

/* "check" of one asks the others for no more than the rules need. */
static void devices_peers_of_one(struct kunit *test)
{
	struct devices_context *context = test->priv;
	unsigned long key = 0xe000;
	struct scope_pf *pf = registry_next(&key);
	struct pf_facts *snap = kunit_kzalloc(test, sizeof(*snap), GFP_KERNEL);
	u32 i;

	KUNIT_ASSERT_NOT_NULL(test, pf);
	KUNIT_ASSERT_NOT_NULL(test, snap);
	KUNIT_EXPECT_EQ(test,
			pf_facts_take(pf, FACTS_SRIOV | FACTS_AROUND, snap), 0);
	KUNIT_EXPECT_EQ(test, snap->around->peer_count, MANY - 2);
	KUNIT_EXPECT_EQ(test, context->configs[0]->reads, LOOK_READS);
	for (i = 1; i < MANY - 1; i++)
		KUNIT_EXPECT_EQ(test, context->configs[i]->reads, PEER_READS);
	KUNIT_EXPECT_EQ(test, context->configs[MANY - 1]->reads, 0);
	facts_drop(snap);
	pf_put(pf);
}

static struct kunit_case devices_cases[] = {
	KUNIT_CASE(devices_reads_each_once),
	KUNIT_CASE(devices_judges_with_all_peers),
	KUNIT_CASE(devices_judges_each_bus),
	KUNIT_CASE(devices_one_is_gone),
	KUNIT_CASE(devices_peers_of_one),
	/* sentinel */
	{},
};

static struct kunit_suite devices_suite = {
	.name = "sriovscope_devices",
	.init = devices_test_init,
	.exit = devices_test_exit,
	.test_cases = devices_cases,
};

kunit_test_suite(devices_suite);
