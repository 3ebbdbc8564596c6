// SPDX-License-Identifier: GPL-2.0
/*
 * What a snapshot holds, and what it says of a device that sleeps, is blocked or
 * was removed.
 *
 * Kernel only: it is about PFs, which have a struct pci_dev, and its power.
 */
#include <kunit/test.h>
#include <linux/completion.h>
#include <linux/err.h>
#include <linux/kthread.h>
#include <linux/pm_domain.h>
#include <linux/pm_runtime.h>

#include "pf/snapshot.h"
#include "pf_fixture.h"

static void pf_reads_are_live(struct kunit *test)
{
	struct pf_context *context = test->priv;
	struct pf_facts snap;
	u16 num_vfs;

	for (num_vfs = 0; num_vfs < 3; num_vfs++) {
		mock_config_put16(context->config, SRIOV_AT + PCI_SRIOV_NUM_VF,
				  num_vfs);
		KUNIT_ASSERT_EQ(test,
				pf_facts_take(context->pf, FACTS_SRIOV, &snap),
				0);
		KUNIT_EXPECT_EQ(test, snap.sriov.num_vfs, num_vfs);
		KUNIT_EXPECT_EQ(test, snap.sriov.capability_offset, SRIOV_AT);
		KUNIT_EXPECT_EQ(test, snap.sriov.span, 0x1d0 - SRIOV_AT);
		facts_drop(&snap);
	}
}

static void pf_kernel_side(struct kunit *test)
{
	struct pf_context *context = test->priv;
	struct pf_facts snap;

	/* What the kernel holds is known of a device that does not answer. */
	context->config->faults.gone_from = 0;
	KUNIT_EXPECT_EQ(test, pf_facts_take(context->pf, FACTS_SRIOV, &snap),
			-ENODEV);
	KUNIT_EXPECT_EQ(test, snap.sriov_error, -ENODEV);
	KUNIT_EXPECT_STREQ(test, snap.kernel.name, "0000:03:00.0");
	KUNIT_EXPECT_STREQ(test, snap.kernel.driver, "");
	KUNIT_EXPECT_EQ(test, snap.kernel.routing_id, 0x300);
	KUNIT_EXPECT_EQ(test, snap.kernel.vendor, 0x8086);
	KUNIT_EXPECT_EQ(test, snap.kernel.device, 0x10c9);
	KUNIT_EXPECT_EQ(test, snap.kernel.cap_offset, SRIOV_AT);
	KUNIT_EXPECT_EQ(test, snap.kernel.mode, PF_MODE_REJECTED);
}

static bool pf_changing(struct pf_context *context)
{
	struct pf_facts snap;

	pf_facts_take(context->pf, FACTS_SRIOV, &snap);
	facts_drop(&snap);
	return snap.kernel.changing;
}

/*
 * Whoever changes VFs has the device lock. What is read while somebody has it
 * says so, whatever was asked for here meanwhile.
 */
static void pf_changes(struct kunit *test)
{
	struct pf_context *context = test->priv;

	KUNIT_EXPECT_FALSE(test, pf_changing(context));
	context->pf->request.state = PF_REQUEST_IN_PROGRESS;
	KUNIT_EXPECT_FALSE(test, pf_changing(context));

	device_lock(&context->pdev->dev);
	KUNIT_EXPECT_TRUE(test, pf_changing(context));
	context->pf->request.state = PF_REQUEST_DONE;
	KUNIT_EXPECT_TRUE(test, pf_changing(context));
	device_unlock(&context->pdev->dev);
	KUNIT_EXPECT_FALSE(test, pf_changing(context));
}

/* Of a device that was removed nothing is read and nothing is said. */
static void pf_removed(struct kunit *test)
{
	struct pf_context *context = test->priv;
	struct pf_facts snap;

	pf_mark_gone(context->pf);
	KUNIT_EXPECT_TRUE(test, pf_is_gone(context->pf));
	KUNIT_EXPECT_EQ(test, pf_facts_take(context->pf, FACTS_SRIOV, &snap),
			-ENODEV);
	KUNIT_EXPECT_STREQ(test, snap.kernel.name, "");
	KUNIT_EXPECT_EQ(test, context->config->reads, 0);
}

static int pf_resumes;

static int pf_resume(struct device *dev)
{
	pf_resumes++;
	return 0;
}

static int pf_resume_fails(struct device *dev)
{
	return -EIO;
}

static void pf_suspend(struct pf_context *context, struct dev_pm_domain *domain)
{
	struct device *dev = &context->pdev->dev;

	pf_resumes = 0;
	pm_runtime_put_noidle(dev);
	pm_runtime_disable(dev);
	pm_runtime_set_suspended(dev);
	dev_pm_domain_set(dev, domain);
	pm_runtime_enable(dev);
}

static void pf_wake_up(struct pf_context *context)
{
	struct device *dev = &context->pdev->dev;

	pm_runtime_get_noresume(dev);
	pm_runtime_disable(dev);
	dev_pm_domain_set(dev, NULL);
	pm_runtime_enable(dev);
}

static void pf_wakes_the_device(struct kunit *test)
{
	static struct dev_pm_domain domain = { .ops.runtime_resume =
						       pf_resume };
	struct pf_context *context = test->priv;
	struct device *dev = &context->pdev->dev;

	pf_suspend(context, &domain);
	KUNIT_EXPECT_EQ(test,
			pf_fixture_take(context, FACTS_SRIOV | FACTS_WAKE), 0);
	KUNIT_EXPECT_EQ(test, pf_resumes, 1);
	KUNIT_EXPECT_EQ(test, context->config->reads, SRIOV_READS);
	KUNIT_EXPECT_EQ(test, atomic_read(&dev->power.usage_count), 0);
	pf_wake_up(context);
}

/* Who is not asked for is left alone, and not read. */
static void pf_lets_it_sleep(struct kunit *test)
{
	static struct dev_pm_domain domain = { .ops.runtime_resume =
						       pf_resume };
	struct pf_context *context = test->priv;
	struct device *dev = &context->pdev->dev;
	struct pf_facts snap;

	pf_suspend(context, &domain);
	KUNIT_EXPECT_EQ(test,
			pf_facts_take(context->pf, FACTS_SRIOV | FACTS_AROUND,
				      &snap),
			0);
	KUNIT_EXPECT_TRUE(test, snap.kernel.asleep);
	KUNIT_EXPECT_STREQ(test, snap.kernel.name, "0000:03:00.0");
	KUNIT_EXPECT_NE(test, snap.sriov_error, 0);
	KUNIT_EXPECT_NULL(test, snap.around);
	KUNIT_EXPECT_EQ(test, pf_resumes, 0);
	KUNIT_EXPECT_EQ(test, context->config->reads, 0);
	KUNIT_EXPECT_EQ(test, atomic_read(&dev->power.usage_count), 0);
	facts_drop(&snap);
	pf_wake_up(context);
}

/* The state that it was in is not the one that looking has put it in. */
static void pf_says_how_it_was_found(struct kunit *test)
{
	static struct dev_pm_domain domain = { .ops.runtime_resume =
						       pf_resume };
	struct pf_context *context = test->priv;
	struct pf_facts snap;

	pf_suspend(context, &domain);
	context->pdev->current_state = PCI_D3hot;
	KUNIT_ASSERT_EQ(test,
			pf_facts_take(context->pf, FACTS_SELF | FACTS_WAKE,
				      &snap),
			0);
	KUNIT_EXPECT_TRUE(test, snap.around->self.woken);
	KUNIT_EXPECT_EQ(test, snap.around->self.power_state, 3);
	facts_drop(&snap);
	context->pdev->current_state = PCI_D0;
	pf_wake_up(context);
}

static void pf_does_not_wake(struct kunit *test)
{
	static struct dev_pm_domain domain = { .ops.runtime_resume =
						       pf_resume_fails };
	struct pf_context *context = test->priv;
	struct device *dev = &context->pdev->dev;

	pf_suspend(context, &domain);
	KUNIT_EXPECT_EQ(test,
			pf_fixture_take(context, FACTS_SRIOV | FACTS_WAKE),
			-EIO);
	KUNIT_EXPECT_EQ(test, context->config->reads, 0);
	KUNIT_EXPECT_EQ(test, atomic_read(&dev->power.usage_count), 0);
	pf_wake_up(context);
}

/* One that did not wake up when it came is looked at when it does. */
static void pf_is_tried_again(struct kunit *test)
{
	static struct dev_pm_domain fails = { .ops.runtime_resume =
						      pf_resume_fails };
	static struct dev_pm_domain works = { .ops.runtime_resume = pf_resume };
	struct mock_config *config = pf_fixture_config(test);
	struct pf_context late = { .config = config };
	struct pf_facts *snap = kunit_kzalloc(test, sizeof(*snap), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, snap);
	late.pdev = mock_pci_new(test, config, 0, 7, 0);
	pf_suspend(&late, &fails);
	late.pf = pf_create(late.pdev, true);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, late.pf);
	KUNIT_EXPECT_EQ(test, pf_fixture_take(&late, FACTS_SRIOV | FACTS_WAKE),
			-EIO);
	pf_wake_up(&late);

	pf_suspend(&late, &works);
	KUNIT_EXPECT_EQ(test,
			pf_facts_take(late.pf, FACTS_SRIOV | FACTS_WAKE, snap),
			0);
	KUNIT_EXPECT_EQ(test, snap->kernel.cap_offset, SRIOV_AT);
	KUNIT_EXPECT_EQ(test, snap->sriov.total_vfs, 8);
	facts_drop(snap);
	pf_wake_up(&late);
	pf_put(late.pf);
}

/* As Linux 7 adds a device: it can be read, and what is counted stays so. */
static void pf_before_power_management(struct kunit *test)
{
	struct pf_context *context = test->priv;
	struct device *dev = &context->pdev->dev;

	pm_runtime_disable(dev);
	pm_runtime_set_suspended(dev);
	KUNIT_EXPECT_EQ(test, pf_fixture_take(context, FACTS_SRIOV), 0);
	KUNIT_EXPECT_EQ(test, context->config->reads, SRIOV_READS);
	KUNIT_EXPECT_EQ(test, atomic_read(&dev->power.usage_count), 1);
	pm_runtime_enable(dev);
}

struct pf_reader {
	struct pf_context *context;
	struct completion done;
	int ret;
};

static int pf_reader_run(void *data)
{
	struct pf_reader *reader = data;

	reader->ret = pf_fixture_take(reader->context, FACTS_SRIOV);
	complete(&reader->done);
	return 0;
}

/* While somebody resets the device, a reader waits, and then reads the truth. */
static void pf_waits_while_blocked(struct kunit *test)
{
	struct pf_reader reader = { .context = test->priv };
	struct mock_config *config = reader.context->config;
	struct task_struct *task;

	init_completion(&reader.done);
	pci_cfg_access_lock(reader.context->pdev);
	task = kthread_run(pf_reader_run, &reader, "pf_reader");
	if (IS_ERR(task)) {
		pci_cfg_access_unlock(reader.context->pdev);
		KUNIT_FAIL(test, "no thread");
		return;
	}
	KUNIT_EXPECT_TRUE(test, pf_fixture_sleeps(task));
	KUNIT_EXPECT_EQ(test, config->reads, 0);
	pci_cfg_access_unlock(reader.context->pdev);

	wait_for_completion(&reader.done);
	KUNIT_EXPECT_EQ(test, reader.ret, 0);
	KUNIT_EXPECT_EQ(test, config->reads, SRIOV_READS);
}

/* A capability that another one overlaps is shown, but has no registers. */
static void pf_is_unbounded(struct kunit *test)
{
	struct mock_config *config = pf_fixture_config(test);
	struct pf_facts snap;
	struct scope_pf *pf;

	mock_config_put_header(config, 0x100, PCI_EXT_CAP_ID_ARI, 1, 0x180);
	mock_config_put_header(config, 0x180, PCI_EXT_CAP_ID_ACS, 1, SRIOV_AT);
	pf = pf_create(mock_pci_new(test, config, 0, 5, 0), true);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, pf);

	KUNIT_EXPECT_EQ(test, pf_facts_take(pf, FACTS_SRIOV, &snap), -EINVAL);
	KUNIT_EXPECT_EQ(test, pf_facts_take(pf, FACTS_SRIOV_IF_ANY, &snap), 0);
	KUNIT_EXPECT_EQ(test, snap.sriov_error, -EINVAL);
	KUNIT_EXPECT_EQ(test, snap.kernel.cap_offset, SRIOV_AT);
	facts_drop(&snap);
	pf_put(pf);
}

static struct kunit_case pf_cases[] = {
	KUNIT_CASE(pf_reads_are_live),
	KUNIT_CASE(pf_kernel_side),
	KUNIT_CASE(pf_changes),
	KUNIT_CASE(pf_removed),
	KUNIT_CASE(pf_wakes_the_device),
	KUNIT_CASE(pf_lets_it_sleep),
	KUNIT_CASE(pf_says_how_it_was_found),
	KUNIT_CASE(pf_does_not_wake),
	KUNIT_CASE(pf_is_tried_again),
	KUNIT_CASE(pf_before_power_management),
	KUNIT_CASE(pf_waits_while_blocked),
	KUNIT_CASE(pf_is_unbounded),
	/* sentinel */
	{},
};

static struct kunit_suite pf_suite = {
	.name = "sriovscope_pf",
	.init = pf_fixture_init,
	.exit = pf_fixture_exit,
	.test_cases = pf_cases,
};

kunit_test_suite(pf_suite);
