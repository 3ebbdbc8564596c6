// SPDX-License-Identifier: GPL-2.0
/*
 * The log of a PF: what is kept, what is dropped, and how readers find either.
 *
 * Kernel only: it is about locks, memory and who waits.
 */
#include <kunit/test.h>
#include <linux/poll.h>
#include <linux/string.h>

#include "events/log.h"

#define LOG_KEY 0x30000UL

/**
 * struct log_context - what a test finds in test->priv
 * @log: a log of its own
 * @limit: the parameter, as it was before
 */
struct log_context {
	struct event_log *log;
	unsigned int limit;
};

static int log_init(struct kunit *test)
{
	struct log_context *context =
		kunit_kzalloc(test, sizeof(*context), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, context);
	context->limit = event_limit;
	context->log = event_log_of(LOG_KEY);
	KUNIT_ASSERT_NOT_NULL(test, context->log);
	test->priv = context;
	return 0;
}

static void log_exit(struct kunit *test)
{
	struct log_context *context = test->priv;

	if (!context)
		return;
	WRITE_ONCE(event_limit, context->limit);
	event_log_put(context->log);
	event_log_forget_all();
}

static void log_note(struct event_log *log, enum event_kind what,
		     const char *after)
{
	struct event event = { .what = what, .vf = EVENT_NO_VF };

	strscpy(event.after, after, sizeof(event.after));
	event_note(log, &event);
}

static void log_is_read_in_its_order(struct kunit *test)
{
	struct log_context *context = test->priv;
	static const char *const drivers[] = { "igb", "nvme", "vfio-pci" };
	unsigned long seq = 0;
	struct event event;
	u64 time = 0;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(drivers); i++)
		log_note(context->log, EVENT_driver_bound, drivers[i]);
	for (i = 0; i < ARRAY_SIZE(drivers); i++) {
		KUNIT_ASSERT_TRUE(test, event_next(context->log, seq, &event));
		KUNIT_EXPECT_EQ(test, event.seq, seq + 1);
		KUNIT_EXPECT_STREQ(test, event.after, drivers[i]);
		KUNIT_EXPECT_GE(test, event.time, time);
		seq = event.seq;
		time = event.time;
	}
	KUNIT_EXPECT_GT(test, time, 0);
	KUNIT_EXPECT_FALSE(test, event_next(context->log, seq, &event));
}

/* Reads all: how many of a class there are, and how many were dropped. */
static void log_count(struct kunit *test, struct event_log *log, u32 *pf,
		      u32 *vf, u32 *dropped)
{
	unsigned long seq = 0, lost;
	struct event event;

	*pf = 0;
	*vf = 0;
	*dropped = 0;
	while (event_next(log, seq, &event)) {
		KUNIT_ASSERT_GT(test, event.seq, seq);
		seq = event.seq;
		if (event.what == EVENT_dropped) {
			KUNIT_ASSERT_EQ(test, kstrtoul(event.after, 10, &lost),
					0);
			*dropped += lost;
		} else if (!strncmp(event_name(event.what), "vf_", 3)) {
			++*vf;
		} else {
			++*pf;
		}
	}
}

/* A thousand VFs do not push out who did it. */
static void log_keeps_classes_apart(struct kunit *test)
{
	struct log_context *context = test->priv;
	u32 i, pf, vf, dropped;

	WRITE_ONCE(event_limit, 4);
	log_note(context->log, EVENT_driver_unbound, "first");
	for (i = 0; i < 500; i++)
		log_note(context->log, EVENT_vf_removed, "");
	log_note(context->log, EVENT_vfs_disabled, "0");
	for (i = 0; i < 500; i++)
		log_note(context->log, EVENT_vf_added, "");

	log_count(test, context->log, &pf, &vf, &dropped);
	KUNIT_EXPECT_EQ(test, pf, 2);
	KUNIT_EXPECT_EQ(test, vf, 4);
	KUNIT_EXPECT_EQ(test, pf + vf + dropped, 1002);
}

static void log_tells_of_one(struct kunit *test)
{
	struct log_context *context = test->priv;
	struct event event;

	WRITE_ONCE(event_limit, 1);
	log_note(context->log, EVENT_driver_bound, "first");
	log_note(context->log, EVENT_driver_bound, "second");
	KUNIT_ASSERT_TRUE(test, event_next(context->log, 0, &event));
	KUNIT_EXPECT_EQ(test, event.what, EVENT_dropped);
	KUNIT_EXPECT_STREQ(test, event.after, "1");
	KUNIT_ASSERT_TRUE(test, event_next(context->log, event.seq, &event));
	KUNIT_EXPECT_STREQ(test, event.after, "second");
}

/* The oldest go, those of the PF too. */
static void log_drops_the_oldest(struct kunit *test)
{
	struct log_context *context = test->priv;
	struct event event;
	char number[8];
	u32 i;

	WRITE_ONCE(event_limit, 4);
	for (i = 0; i < 10; i++) {
		snprintf(number, sizeof(number), "%u", i);
		log_note(context->log, EVENT_vfs_enabled, number);
	}
	KUNIT_ASSERT_TRUE(test, event_next(context->log, 0, &event));
	KUNIT_EXPECT_EQ(test, event.what, EVENT_dropped);
	KUNIT_EXPECT_STREQ(test, event.after, "6");
	KUNIT_ASSERT_TRUE(test, event_next(context->log, event.seq, &event));
	KUNIT_EXPECT_STREQ(test, event.after, "6");
	/* Who had read on to there has lost less. */
	KUNIT_ASSERT_TRUE(test, event_next(context->log, 4, &event));
	KUNIT_EXPECT_STREQ(test, event.after, "2");
}

static void log_keeps_nothing_when_told_so(struct kunit *test)
{
	struct log_context *context = test->priv;
	u32 i, pf, vf, dropped;

	WRITE_ONCE(event_limit, 0);
	for (i = 0; i < 3; i++)
		log_note(context->log, EVENT_reset, "");
	log_count(test, context->log, &pf, &vf, &dropped);
	KUNIT_EXPECT_EQ(test, pf + vf, 0);
	KUNIT_EXPECT_EQ(test, dropped, 3);
}

/**
 * struct log_waiter - somebody who waits
 * @table: of poll()
 * @entry: in the queue
 * @head: of the queue
 * @woken: whether that came to pass, for what was waited for
 */
struct log_waiter {
	poll_table table;
	wait_queue_entry_t entry;
	wait_queue_head_t *head;
	bool woken;
};

static int log_waiter_wake(wait_queue_entry_t *entry, unsigned int mode,
			   int flags, void *key)
{
	container_of(entry, struct log_waiter, entry)->woken =
		key_to_poll(key) & EPOLLPRI;
	return 0;
}

static void log_waiter_add(struct file *file, wait_queue_head_t *head,
			   poll_table *table)
{
	struct log_waiter *waiter =
		container_of(table, struct log_waiter, table);

	waiter->head = head;
	add_wait_queue(head, &waiter->entry);
}

static void log_is_waited_for(struct kunit *test)
{
	struct log_context *context = test->priv;
	struct log_waiter waiter = {};

	init_poll_funcptr(&waiter.table, log_waiter_add);
	init_waitqueue_func_entry(&waiter.entry, log_waiter_wake);
	KUNIT_EXPECT_FALSE(test,
			   event_poll(context->log, 0, NULL, &waiter.table));
	KUNIT_EXPECT_FALSE(test, waiter.woken);
	log_note(context->log, EVENT_reset, "");
	KUNIT_EXPECT_TRUE(test, waiter.woken);
	KUNIT_EXPECT_TRUE(test, event_poll(context->log, 0, NULL, NULL));
	KUNIT_EXPECT_FALSE(test, event_poll(context->log, 1, NULL, NULL));
	remove_wait_queue(waiter.head, &waiter.entry);
}

/* The same address has the same log, until too many others went. */
static void log_outlives_its_pf(struct kunit *test)
{
	struct log_context *context = test->priv;
	struct event_log *log, *other;
	unsigned long key;

	event_log_keep(context->log);
	log = event_log_of(LOG_KEY);
	KUNIT_EXPECT_PTR_EQ(test, log, context->log);
	event_log_put(log);

	event_log_keep(context->log);
	for (key = 0; key < 64; key++) {
		other = event_log_of(key);
		KUNIT_ASSERT_NOT_NULL(test, other);
		event_log_keep(other);
		event_log_put(other);
	}
	log = event_log_of(LOG_KEY);
	KUNIT_ASSERT_NOT_NULL(test, log);
	KUNIT_EXPECT_PTR_NE(test, log, context->log);
	event_log_put(log);
	/* The one after it is still there. */
	other = event_log_of(0);
	KUNIT_ASSERT_NOT_NULL(test, other);
	log_note(other, EVENT_reset, "");
	event_log_keep(other);
	event_log_put(other);
	log = event_log_of(0);
	KUNIT_EXPECT_PTR_EQ(test, log, other);
	event_log_put(log);
}

static void log_names_what_happened(struct kunit *test)
{
	struct event event = { .what = EVENT_vf_added, .vf = 0x1234 };
	char text[EVENT_ADDRESS_LEN];

	KUNIT_EXPECT_STREQ(test, event_name(event.what), "vf_added");
	KUNIT_EXPECT_STREQ(test, event_name(EVENT_dropped), "dropped");
	event_pf(0x10000300, text);
	KUNIT_EXPECT_STREQ(test, text, "1000:03:00.0");
	event_vf(0x10000300, &event, text);
	KUNIT_EXPECT_STREQ(test, text, "1000:12:06.4");
	event.vf = EVENT_NO_VF;
	event_vf(0x10000300, &event, text);
	KUNIT_EXPECT_STREQ(test, text, "-");
}

static struct kunit_case log_cases[] = {
	KUNIT_CASE(log_is_read_in_its_order),
	KUNIT_CASE(log_keeps_classes_apart),
	KUNIT_CASE(log_tells_of_one),
	KUNIT_CASE(log_drops_the_oldest),
	KUNIT_CASE(log_keeps_nothing_when_told_so),
	KUNIT_CASE(log_is_waited_for),
	KUNIT_CASE(log_outlives_its_pf),
	KUNIT_CASE(log_names_what_happened),
	{},
};

static struct kunit_suite log_suite = {
	.name = "sriovscope_event_log",
	.init = log_init,
	.exit = log_exit,
	.test_cases = log_cases,
};

kunit_test_suite(log_suite);
