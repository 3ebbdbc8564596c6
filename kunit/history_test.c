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
	look_at(context->pf, 0, false, 2);
	KUNIT_EXPECT_STREQ(test, said(test, context->pf),
			   "num_vfs_changed:4>3 num_vfs_changed:4>2 ");
	look_at(context->pf, 0, false, 0);
	look_at(context->pf, 0, false, 2);
	KUNIT_EXPECT_STREQ(test, said(test, context->pf),
			   "num_vfs_changed:4>3 num_vfs_changed:4>2 num_vfs_changed:0>2 ");
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

/* Who wrote there explains the next thing that is found, and no other. */
static void history_names_the_writer_once(struct kunit *test)
{
	struct pf_context *context = test->priv;
	struct event event = {};

	history_written(context->pf, "sriov", 0x10, 3);
	look_at(context->pf, 0, false, 3);
	look_at(context->pf, 0, false, 5);
	KUNIT_ASSERT_TRUE(test, event_next(context->pf->log, 1, &event));
	KUNIT_EXPECT_EQ(test, event.actor.pid, task_tgid_nr(current));
	KUNIT_ASSERT_TRUE(test, event_next(context->pf->log, 2, &event));
	KUNIT_EXPECT_EQ(test, event.actor.pid, 0);
	KUNIT_EXPECT_STREQ(test, event_cell(event.actor.comm), "-");
}

static void history_has_the_errno(struct kunit *test)
{
	struct pf_context *context = test->priv;

	history_refused(context->pf, "7", -EBUSY, EVENT_VIA_NUMVFS);
	history_driver(context->pf, EVENT_driver_failed, "igb", 0);
	history_driver(context->pf, EVENT_driver_failed, "sriovscope", -EIO);
	KUNIT_EXPECT_STREQ(test, said(test, context->pf),
			   "request_refused:7>EBUSY driver_failed:igb>unknown driver_failed:sriovscope>EIO ");
}

static struct kunit_case history_cases[] = {
	KUNIT_CASE(history_is_silent_when_all_is_well),
	KUNIT_CASE(history_sees_a_reset_once),
	KUNIT_CASE(history_sees_each_number_once),
	KUNIT_CASE(history_asks_what_the_kernel_has),
	KUNIT_CASE(history_names_the_writer_once),
	KUNIT_CASE(history_has_the_errno),
	{},
};

static struct kunit_suite history_suite = {
	.name = "sriovscope_history",
	.init = pf_fixture_init,
	.exit = pf_fixture_exit,
	.test_cases = history_cases,
};

kunit_test_suite(history_suite);
