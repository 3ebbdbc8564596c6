// SPDX-License-Identifier: GPL-2.0
/*
 * A PF that a mock device is behind.
 */
#include <linux/delay.h>
#include <linux/err.h>
#include <linux/sched.h>

#include "pf/caps.h"
#include "pf/snapshot.h"
#include "pf_fixture.h"

int pf_fixture_init(struct kunit *test)
{
	struct pf_context *context =
		kunit_kzalloc(test, sizeof(*context), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, context);
	test->priv = context;
	context->config = pf_fixture_config(test);
	context->pdev = mock_pci_new(test, context->config, 0, 3, 0);
	context->pf = pf_create(context->pdev, true);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, context->pf);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, (void *)pf_caps(context->pf));
	mock_config_forget(context->config);
	return 0;
}

void pf_fixture_exit(struct kunit *test)
{
	struct pf_context *context = test->priv;

	if (!context || IS_ERR_OR_NULL(context->pf))
		return;
	KUNIT_EXPECT_EQ(test, context->config->writes, 0);
	mock_config_expect_sane(test, context->config);
	pf_put(context->pf);
}

int pf_fixture_take(struct pf_context *context, unsigned int what)
{
	struct pf_facts snap;
	int ret;

	ret = pf_facts_take(context->pf, what, &snap);
	facts_drop(&snap);
	return ret;
}

bool pf_fixture_sleeps(struct task_struct *task)
{
	u32 tries;

	for (tries = 0; tries < 5000; tries++) {
		if (READ_ONCE(task->__state) & TASK_UNINTERRUPTIBLE)
			return true;
		usleep_range(1000, 2000);
	}
	return false;
}
