// SPDX-License-Identifier: GPL-2.0
/*
 * Who takes the PCI rescan lock when VFs are enabled or disabled?
 *
 * There are three kinds of kernels. In the oldest, nobody does. In some,
 * pci_enable_sriov() and pci_disable_sriov() take it themselves: whoever holds it
 * and calls them waits for itself for ever. In newer ones the store of
 * "sriov_numvfs" takes it around the driver's sriov_configure(), and so must
 * everybody else who calls those two. Stable kernels and distributions have taken
 * changes from one kind to another, and neither headers nor versions tell.
 *
 * So the kernel is asked. While the lock is held here, another thread runs that
 * very store, for a driver whose sriov_configure() does nothing but say that it
 * was reached. Either it is reached, and the lock is none of the store's business;
 * or the thread goes to sleep before, for which this lock is the only reason that
 * there is. Neither depends on how long anything takes.
 *
 * The device of the store is a copy of a real PF, with a driver and a device lock
 * of its own. So no register is touched, no lock of the real device is taken, and
 * nobody else sees it.
 */
#include <linux/delay.h>
#include <linux/err.h>
#include <linux/jiffies.h>
#include <linux/kthread.h>
#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#include "pf/vf_settings.h"
#include "convention.h"

enum convention {
	CONVENTION_UNKNOWN,
	CONVENTION_LOCKED,
	CONVENTION_BARE,
};

/**
 * struct trial - a store of "sriov_numvfs" that leads to nothing
 * @attr: whose store
 * @copy: of a PF
 * @text: a number of VFs that the PF does not have on
 * @started: the thread runs
 * @reached: the driver was reached
 * @ended: the store came back
 */
struct trial {
	struct device_attribute *attr;
	struct pci_dev *copy;
	const char *text;
	bool started;
	bool reached;
	bool ended;
};

/* Long enough for any machine; who is stuck for so long is not waited for. */
#define TRIAL_TIMEOUT (10 * HZ)

static int trial_configure(struct pci_dev *copy, int num_vfs)
{
	struct trial *trial = pci_get_drvdata(copy);

	/* Pairs with trial_judge(). */
	smp_store_release(&trial->reached, true);
	return -ECANCELED;
}

/* Never registered */
static struct pci_driver trial_driver = {
	.name = "sriovscope-trial",
	.sriov_configure = trial_configure,
};

static struct pci_dev *trial_copy(struct pci_dev *pdev, struct trial *trial)
{
	struct pci_dev *copy = kmemdup(pdev, sizeof(*pdev), GFP_KERNEL);

	if (!copy)
		return NULL;
	mutex_init(&copy->dev.mutex);
	copy->driver = &trial_driver;
	copy->dev.driver = &trial_driver.driver;
	pci_set_drvdata(copy, trial);
	return copy;
}

static int trial_run(void *data)
{
	struct trial *trial = data;

	/* Pairs with trial_judge(): from here on it sleeps for one reason alone. */
	smp_store_release(&trial->started, true);
	trial->attr->store(&trial->copy->dev, trial->attr, trial->text,
			   strlen(trial->text));
	/* Pairs with trial_judge(): who sees it sees @reached too, if it was. */
	smp_store_release(&trial->ended, true);

	set_current_state(TASK_INTERRUPTIBLE);
	while (!kthread_should_stop()) {
		schedule();
		set_current_state(TASK_INTERRUPTIBLE);
	}
	__set_current_state(TASK_RUNNING);
	return 0;
}

/* Under the rescan lock */
static enum convention trial_judge(struct trial *trial,
				   struct task_struct *task)
{
	unsigned long end = jiffies + TRIAL_TIMEOUT;
	bool started, ended;
	u32 state;

	do {
		/* Pairs with trial_run(); only then its state means anything. */
		started = smp_load_acquire(&trial->started);
		state = READ_ONCE(task->__state);
		/* Pairs with trial_run(). */
		ended = smp_load_acquire(&trial->ended);
		/* Pairs with trial_configure(). */
		if (smp_load_acquire(&trial->reached))
			return CONVENTION_BARE;
		if (ended)
			return CONVENTION_UNKNOWN;
		if (started && state & TASK_UNINTERRUPTIBLE)
			return CONVENTION_LOCKED;
		usleep_range(50, 200);
	} while (time_before(jiffies, end));
	return CONVENTION_UNKNOWN;
}

/* A thread that is made and not yet woken looks as if it hung: the lock comes first. */
static enum convention trial_hold(struct trial *trial)
{
	enum convention convention = CONVENTION_UNKNOWN;
	struct task_struct *task;

	pci_lock_rescan_remove();
	task = kthread_run(trial_run, trial, "sriovscope-trial");
	if (!IS_ERR(task))
		convention = trial_judge(trial, task);
	pci_unlock_rescan_remove();
	/* It has the lock for itself now, and comes to its end. */
	if (!IS_ERR(task))
		kthread_stop(task);
	return convention;
}

static enum convention convention_ask(struct pci_dev *pdev)
{
	struct trial trial = {
		.attr = pci_attribute(pdev, "sriov_numvfs"),
		.text = pci_num_vf(pdev) ? "0" : "1",
	};
	enum convention convention;

	if (!trial.attr || !trial.attr->store)
		return CONVENTION_UNKNOWN;
	trial.copy = trial_copy(pdev, &trial);
	if (!trial.copy)
		return CONVENTION_UNKNOWN;
	convention = trial_hold(&trial);
	kfree(trial.copy);
	return convention;
}

static const char *const convention_text[] = {
	[CONVENTION_UNKNOWN] = "under locks that could not be found out",
	[CONVENTION_LOCKED] = "under the PCI rescan lock",
	[CONVENTION_BARE] = "under the device lock alone",
};

bool convention_has_rescan_lock(struct pci_dev *pdev)
{
	static enum convention known;
	static DEFINE_MUTEX(asking);
	enum convention convention;

	mutex_lock(&asking);
	if (known == CONVENTION_UNKNOWN) {
		known = convention_ask(pdev);
		pr_info("sriovscope: this kernel changes VFs %s\n",
			convention_text[known]);
	}
	convention = known;
	mutex_unlock(&asking);
	return convention == CONVENTION_LOCKED;
}
