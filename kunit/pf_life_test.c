// SPDX-License-Identifier: GPL-2.0
/*
 * Which devices are PFs, how long they are kept, and what is known of their VFs.
 *
 * Kernel only: it is about PFs, which have a struct pci_dev, and about threads.
 */
#include <kunit/test.h>
#include <linux/completion.h>
#include <linux/err.h>
#include <linux/kthread.h>

#include "pf/snapshot.h"
#include "pf_fixture.h"

/* The device is let go with the last who knows the PF. */
static void pf_keeps_its_device(struct kunit *test)
{
	struct mock_config *config = pf_fixture_config(test);
	struct pci_dev *pdev = mock_pci_new(test, config, 0, 5, 0);
	struct scope_pf *pf = pf_create(pdev, true);

	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, pf);
	KUNIT_EXPECT_EQ(test, kref_read(&pdev->dev.kobj.kref), 2);
	KUNIT_EXPECT_PTR_EQ(test, pf_get(pf), pf);
	pf_put(pf);
	KUNIT_EXPECT_EQ(test, kref_read(&pdev->dev.kobj.kref), 2);
	pf_put(pf);
	KUNIT_EXPECT_EQ(test, kref_read(&pdev->dev.kobj.kref), 1);
}

struct pf_removal {
	struct scope_pf *pf;
	struct completion done;
};

static int pf_removal_run(void *data)
{
	struct pf_removal *removal = data;

	pf_mark_gone(removal->pf);
	complete(&removal->done);
	return 0;
}

/* Who reads the device is waited for, and nobody reads it afterwards. */
static void pf_goes_after_its_readers(struct kunit *test)
{
	struct pf_context *context = test->priv;
	struct pf_removal removal = { .pf = context->pf };
	struct task_struct *task;

	init_completion(&removal.done);
	KUNIT_ASSERT_EQ(test, pf_hold(context->pf), 0);
	task = kthread_create(pf_removal_run, &removal, "pf_removal");
	if (IS_ERR(task)) {
		pf_unhold(context->pf);
		KUNIT_FAIL(test, "no thread");
		return;
	}
	get_task_struct(task);
	wake_up_process(task);
	KUNIT_EXPECT_TRUE(test, pf_fixture_sleeps(task));
	KUNIT_EXPECT_FALSE(test, completion_done(&removal.done));
	KUNIT_EXPECT_FALSE(test, pf_is_gone(context->pf));
	pf_unhold(context->pf);

	wait_for_completion(&removal.done);
	put_task_struct(task);
	KUNIT_EXPECT_TRUE(test, pf_is_gone(context->pf));
	KUNIT_EXPECT_EQ(test, pf_hold(context->pf), -ENODEV);
}

/* What is known of the VFs, without a read of the device */
static void pf_look_at_vfs(struct kunit *test, struct pf_facts *facts)
{
	struct pf_context *context = test->priv;

	mock_config_forget(context->config);
	KUNIT_ASSERT_EQ(test,
			pf_facts_take(context->pf, FACTS_VF_DEVICES, facts), 0);
	KUNIT_EXPECT_EQ(test, context->config->reads, 0);
}

static struct pci_dev *pf_add_named(struct kunit *test, u8 devfn,
				    struct device_driver *driver)
{
	struct pf_context *context = test->priv;
	struct pci_dev *vf = mock_pci_new(test, context->config, 0, 4, devfn);

	pf_add_vf(context->pf, vf);
	vf->dev.driver = driver;
	return vf;
}

/* All VFs are facts, in the order of their routing IDs, with their drivers. */
static void pf_tells_of_vfs(struct kunit *test)
{
	static struct device_driver driver = { .name = "igbvf" };
	struct pci_dev *high = pf_add_named(test, 0x82, &driver);
	struct pci_dev *low = pf_add_named(test, 0x80, NULL);
	struct pf_facts facts;

	pf_look_at_vfs(test, &facts);
	KUNIT_ASSERT_EQ(test, facts.vf_device_count, 2);
	KUNIT_EXPECT_EQ(test, facts.vf_devices[0].routing_id, 0x480);
	KUNIT_EXPECT_EQ(test, facts.vf_devices[0].group, -1);
	KUNIT_EXPECT_STREQ(test, facts.vf_devices[0].driver, "");
	KUNIT_EXPECT_EQ(test, facts.vf_devices[1].routing_id, 0x482);
	KUNIT_EXPECT_STREQ(test, facts.vf_devices[1].driver, "igbvf");
	high->dev.driver = NULL;
	/* What the facts say of a VF is no reference to it. */
	KUNIT_EXPECT_EQ(test, kref_read(&low->dev.kobj.kref), 2);
	facts_drop(&facts);
	KUNIT_EXPECT_EQ(test, facts.vf_device_count, 0);
	KUNIT_EXPECT_NULL(test, facts.vf_devices);
}

/* The VFs of a PF, by their routing IDs. */
static void pf_finds_vfs(struct kunit *test)
{
	struct pf_context *context = test->priv;
	struct pci_dev *vf;
	u32 id = 0;

	vf = mock_pci_new(test, context->config, 0, 4, 0x80);
	KUNIT_EXPECT_NULL(test, pf_next_vf_from(context->pf, &id));
	id = 0;
	pf_add_vf(context->pf, vf);
	pf_add_vf(context->pf, vf);
	KUNIT_EXPECT_EQ(test, pf_count_vfs(context->pf), 1);
	KUNIT_EXPECT_PTR_EQ(test, pf_next_vf_from(context->pf, &id), vf);
	KUNIT_EXPECT_EQ(test, id, 0x480);
	KUNIT_EXPECT_EQ(test, kref_read(&vf->dev.kobj.kref), 3);
	pci_dev_put(vf);
	id = 0x481;
	KUNIT_EXPECT_NULL(test, pf_next_vf_from(context->pf, &id));

	pf_remove_vf(context->pf, vf);
	pf_remove_vf(context->pf, vf);
	id = 0;
	KUNIT_EXPECT_NULL(test, pf_next_vf_from(context->pf, &id));
	KUNIT_EXPECT_EQ(test, pf_count_vfs(context->pf), 0);
	KUNIT_EXPECT_EQ(test, kref_read(&vf->dev.kobj.kref), 1);
}

/* The kernel forgets a window that it finds no place for; its size is kept. */
static void pf_remembers_windows(struct kunit *test)
{
	struct mock_config *config = pf_fixture_config(test);
	struct pci_dev *pdev = mock_pci_new(test, config, 0, 5, 0);
	struct resource *res = &pdev->resource[PCI_IOV_RESOURCES + 3];
	struct pf_facts snap;
	struct scope_pf *pf;

	*res = (struct resource){ .end = 0x1ffff, .flags = IORESOURCE_MEM };
	pf = pf_create(pdev, true);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, pf);
	memset(res, 0, sizeof(*res));
	KUNIT_EXPECT_EQ(test, pf_facts_take(pf, 0, &snap), 0);
	KUNIT_EXPECT_EQ(test, snap.kernel.windows[3].size, 0x20000);
	KUNIT_EXPECT_FALSE(test, snap.kernel.windows[3].assigned);
	KUNIT_EXPECT_EQ(test, snap.kernel.windows[0].size, 0);
	facts_drop(&snap);
	pf_put(pf);
}

/* Which devices are PFs. */
static void pf_is_none(struct kunit *test)
{
	struct mock_config *config =
		mock_config_new(test, PCI_CFG_SPACE_EXP_SIZE);
	struct pci_dev *pdev;

	mock_config_put32(config, PCI_VENDOR_ID, 0x10c98086);
	mock_config_put_header(config, 0x100, PCI_EXT_CAP_ID_ARI, 1, 0);
	pdev = mock_pci_new(test, config, 0, 5, 0);
	KUNIT_EXPECT_EQ(test, PTR_ERR_OR_ZERO(pf_create(pdev, true)), -ENODEV);

	mock_config_put_sriov(config, 0x100, 0);
	KUNIT_EXPECT_EQ(test, PTR_ERR_OR_ZERO(pf_create(pdev, false)), -ENODEV);
	pdev->current_state = PCI_D3cold;
	KUNIT_EXPECT_EQ(test, PTR_ERR_OR_ZERO(pf_create(pdev, true)), -ENODEV);
	pdev->current_state = PCI_D0;
	pdev->is_virtfn = true;
	KUNIT_EXPECT_EQ(test, PTR_ERR_OR_ZERO(pf_create(pdev, true)), -ENODEV);
	pdev->is_virtfn = false;
	pdev->cfg_size = PCI_CFG_SPACE_SIZE;
	KUNIT_EXPECT_EQ(test, PTR_ERR_OR_ZERO(pf_create(pdev, true)), -ENODEV);
	KUNIT_EXPECT_EQ(test, kref_read(&pdev->dev.kobj.kref), 1);
}

static struct kunit_case pf_life_cases[] = {
	KUNIT_CASE(pf_keeps_its_device),
	KUNIT_CASE(pf_goes_after_its_readers),
	KUNIT_CASE(pf_finds_vfs),
	KUNIT_CASE(pf_tells_of_vfs),
	KUNIT_CASE(pf_remembers_windows),
	KUNIT_CASE(pf_is_none),
	/* sentinel */
	{},
};

static struct kunit_suite pf_life_suite = {
	.name = "sriovscope_pf_life",
	.init = pf_fixture_init,
	.exit = pf_fixture_exit,
	.test_cases = pf_life_cases,
};

kunit_test_suite(pf_life_suite);
