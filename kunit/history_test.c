// SPDX-License-Identifier: GPL-2.0
/*
 * What a look at the registers writes into the log of a PF, and what does not.
 *
 * Kernel only: it is about PFs, which have a struct pci_dev.
 */
#include <kunit/test.h>
#include <linux/err.h>
#include <linux/string.h>

#include "events/log.h"
#include "pf/history.h"
#include "pf_fixture.h"

/* What is seen at a look: VFs that the kernel has on, VF Enable, NumVFs */
static void look_at(struct scope_pf *pf, u32 kernel, bool enable, u16 num_vfs)
{
	struct pf_facts *facts = kzalloc(sizeof(*facts), GFP_KERNEL);

	if (!facts)
		return;
	facts->kernel.num_vfs = kernel;
	facts->sriov.vf_enable = enable;
	facts->sriov.num_vfs = num_vfs;
	history_look(pf, facts);
	kfree(facts);
}

/* The kinds of all events with what they say, "reset_seen:2>0 " and so on */
static const char *said(struct kunit *test, struct scope_pf *pf)
{
	char *text = kunit_kzalloc(test, PAGE_SIZE, GFP_KERNEL);
	struct event event = {};
	size_t len = 0;

	KUNIT_ASSERT_NOT_NULL(test, text);
	while (event_next(pf->log, event.seq, &event))
		len += scnprintf(text + len, PAGE_SIZE - len, "%s:%s>%s ",
				 event_name(event.what),
				 event_cell(event.before),
				 event_cell(event.after));
	return text;
}

static void history_is_silent_when_all_is_well(struct kunit *test)
{
	struct pf_context *context = test->priv;

	look_at(context->pf, 0, false, 0);
	look_at(context->pf, 4, true, 4);
	look_at(context->pf, 0, false, 0);
	look_at(context->pf, 2, true, 2);
	KUNIT_EXPECT_STREQ(test, said(test, context->pf), "");
}

static void history_sees_a_reset_once(struct kunit *test)
{
	struct pf_context *context = test->priv;

	look_at(context->pf, 4, true, 4);
	look_at(context->pf, 4, false, 0);
	look_at(context->pf, 4, false, 0);
	KUNIT_EXPECT_STREQ(test, said(test, context->pf), "reset_seen:4>0 ");
	look_at(context->pf, 4, true, 4);
	look_at(context->pf, 4, false, 0);
	KUNIT_EXPECT_STREQ(test, said(test, context->pf),
			   "reset_seen:4>0 reset_seen:4>0 ");
}

static void history_sees_each_number_once(struct kunit *test)
{
	struct pf_context *context = test->priv;

	look_at(context->pf, 4, true, 3);
	look_at(context->pf, 4, true, 3);
	look_at(context->pf, 4, true, 2);
	KUNIT_EXPECT_STREQ(test, said(test, context->pf),
			   "num_vfs_changed:4>3 num_vfs_changed:4>2 ");
	look_at(context->pf, 4, true, 4);
	look_at(context->pf, 4, true, 2);
	KUNIT_EXPECT_STREQ(test, said(test, context->pf),
			   "num_vfs_changed:4>3 num_vfs_changed:4>2 num_vfs_changed:4>2 ");
}

/* The number that was right while VFs were on is wrong when they are off. */
static void history_asks_what_the_kernel_has(struct kunit *test)
{
	struct pf_context *context = test->priv;

	look_at(context->pf, 4, true, 4);
	look_at(context->pf, 0, false, 4);
	KUNIT_EXPECT_STREQ(test, said(test, context->pf),
			   "num_vfs_changed:0>4 ");
}

/* The last event, by whom it was: 0 for nobody */
static pid_t by_whom(struct kunit *test, struct scope_pf *pf)
{
	struct event event = {};

	while (event_next(pf->log, event.seq, &event))
		;
	KUNIT_EXPECT_EQ(test, event.via, EVENT_VIA_LOOK);
	return event.actor.pid;
}

static void write_num_vfs(struct scope_pf *pf, u32 value)
{
	const struct history_write write = {
		.name = "sriov",
		.offset = 0x10,
		.value = value,
		.sets_num_vfs = true,
	};

	history_written(pf, &write);
}

static void write_command(struct scope_pf *pf)
{
	const struct history_write write = { .name = "header", .offset = 4 };

	history_written(pf, &write);
}

/* Who wrote what is found explains it, once, whatever was written besides. */
static void history_names_the_writer(struct kunit *test)
{
	struct pf_context *context = test->priv;

	write_num_vfs(context->pf, 3);
	write_command(context->pf);
	look_at(context->pf, 0, false, 3);
	KUNIT_EXPECT_EQ(test, by_whom(test, context->pf),
			task_tgid_nr(current));
	look_at(context->pf, 0, false, 5);
	KUNIT_EXPECT_EQ(test, by_whom(test, context->pf), 0);
}

/* Nobody is accused of what was not done by what was written. */
static void history_accuses_nobody(struct kunit *test)
{
	struct pf_context *context = test->priv;

	write_num_vfs(context->pf, 3);
	look_at(context->pf, 0, false, 5);
	KUNIT_EXPECT_EQ(test, by_whom(test, context->pf), 0);
	write_num_vfs(context->pf, 0);
	look_at(context->pf, 4, false, 0);
	KUNIT_EXPECT_EQ(test, by_whom(test, context->pf), 0);
	/* It had its effect, and that is over. */
	history_reset(context->pf, EVENT_NO_VF);
	look_at(context->pf, 4, true, 4);
	look_at(context->pf, 4, false, 0);
	KUNIT_EXPECT_EQ(test, by_whom(test, context->pf), 0);
}

static void history_knows_what_a_reset_does(struct kunit *test)
{
	struct pf_context *context = test->priv;

	history_reset(context->pf, EVENT_NO_VF);
	look_at(context->pf, 4, false, 0);
	KUNIT_EXPECT_EQ(test, by_whom(test, context->pf),
			task_tgid_nr(current));
	/* That of a VF takes no VF away. */
	look_at(context->pf, 4, true, 4);
	history_reset(context->pf, 0x301);
	look_at(context->pf, 4, false, 0);
	KUNIT_EXPECT_EQ(test, by_whom(test, context->pf), 0);
}

/* A driver that enables VFs without a lock is met in the middle of it. */
static void history_believes_the_second_look(struct kunit *test)
{
	struct pf_context *context = test->priv;

	look_at(context->pf, 0, true, 4);
	look_at(context->pf, 4, true, 4);
	KUNIT_EXPECT_STREQ(test, said(test, context->pf), "");
	look_at(context->pf, 0, true, 4);
	look_at(context->pf, 0, true, 4);
	KUNIT_EXPECT_STREQ(test, said(test, context->pf),
			   "num_vfs_changed:0>4 ");
}

static void history_has_the_errno(struct kunit *test)
{
	struct pf_context *context = test->priv;

	history_refused(context->pf, "7", -EBUSY, EVENT_VIA_NUMVFS);
	history_driver(context->pf, EVENT_driver_failed, "igb", 0);
	history_driver(context->pf, EVENT_driver_failed, "sriovscope", -EIO);
	history_probed(context->pf, context->pdev, -ENOMEM);
	history_driver(context->pf, EVENT_driver_failed, "igb", 0);
	history_probed(context->pf, NULL, -ENOMEM);
	history_driver(context->pf, EVENT_driver_failed, "igb", 0);
	KUNIT_EXPECT_STREQ(test, said(test, context->pf),
			   "request_refused:7>EBUSY driver_failed:igb>unknown driver_failed:sriovscope>EIO driver_failed:igb>ENOMEM driver_failed:igb>unknown ");
}

/* What somebody wrote adds no line and no column. */
static void history_escapes(struct kunit *test)
{
	struct pf_context *context = test->priv;

	history_refused(context->pf, "1 2\n3\\", -EINVAL, EVENT_VIA_NUMVFS);
	KUNIT_EXPECT_STREQ(test, said(test, context->pf),
			   "request_refused:1\\x202\\x0a3\\x5c>EINVAL ");
}

static struct kunit_case history_cases[] = {
	KUNIT_CASE(history_is_silent_when_all_is_well),
	KUNIT_CASE(history_sees_a_reset_once),
	KUNIT_CASE(history_sees_each_number_once),
	KUNIT_CASE(history_asks_what_the_kernel_has),
	KUNIT_CASE(history_names_the_writer),
	KUNIT_CASE(history_accuses_nobody),
	KUNIT_CASE(history_knows_what_a_reset_does),
	KUNIT_CASE(history_believes_the_second_look),
	KUNIT_CASE(history_has_the_errno),
	KUNIT_CASE(history_escapes),
	{},
};

static struct kunit_suite history_suite = {
	.name = "sriovscope_history",
	.init = pf_fixture_init,
	.exit = pf_fixture_exit,
	.test_cases = history_cases,
};

kunit_test_suite(history_suite);
