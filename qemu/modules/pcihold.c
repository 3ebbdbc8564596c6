// SPDX-License-Identifier: GPL-2.0
/*
 * pcihold: holds locks of the PCI core for as long as a test wants, and says who holds
 * on to devices.
 *
 * Whoever resets a bus takes the locks of several devices one after the other,
 * and another path may come in between. Here a script says when. The files are in
 * debugfs, below pcihold/:
 *
 *	take	  write the address of a device, to lock it as a reset does (the
 *		  device lock, then config access is blocked), with "driver " before
 *		  it as who binds a driver does (the device lock alone), or "rescan"
 *		  for the lock of the PCI core around scans and removals
 *	release	  write anything: all is let go of, last taken first, and a device
 *		  lock that is waited for is given up
 *	state	  "<locks that are held> of <locks that were asked for>"
 *	counts	  "<address> <references> <users, for runtime PM>" of each device
 *	restart	  write anything: the machine restarts at once, without a look at
 *		  the devices, which may be locked for ever
 *
 * A write returns at once. One thread takes all locks, in the order in which they
 * were asked for, since who takes a mutex must release it.
 */
#include <linux/debugfs.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/reboot.h>
#include <linux/sched/signal.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include <linux/uaccess.h>

/* More than a test of two devices, a port and the rescan lock needs */
#define HOLD_MAX 8

/**
 * struct hold_step - one lock that was asked for
 * @work: for the thread
 * @pdev: the device, with a reference; NULL for the rescan lock
 * @alone: its device lock alone
 * @held: the thread has it
 */
struct hold_step {
	struct kthread_work work;
	struct pci_dev *pdev;
	bool alone;
	bool held;
};

static struct kthread_worker *hold_thread;
static struct dentry *hold_dir;

/* Of the steps, the first hold_asked are in use; the lock is for all of these. */
static DEFINE_SPINLOCK(hold_lock);
static struct hold_step hold_steps[HOLD_MAX];
static u32 hold_asked;
static bool hold_releasing;

static bool hold_device(const struct hold_step *step)
{
	if (device_lock_interruptible(&step->pdev->dev))
		return false;
	/* Who blocks it has the device lock. */
	if (!step->alone)
		pci_cfg_access_lock(step->pdev);
	return true;
}

static void drop_device(const struct hold_step *step)
{
	if (!step->alone)
		pci_cfg_access_unlock(step->pdev);
	device_unlock(&step->pdev->dev);
}

static void hold_take(struct kthread_work *work)
{
	struct hold_step *step = container_of(work, struct hold_step, work);
	bool held = true;

	allow_signal(SIGINT);
	if (step->pdev)
		held = hold_device(step);
	else
		pci_lock_rescan_remove();
	WRITE_ONCE(step->held, held);
}

static void hold_drop(struct hold_step *step)
{
	if (step->held) {
		if (step->pdev)
			drop_device(step);
		else
			pci_unlock_rescan_remove();
	}
	WRITE_ONCE(step->held, false);
	pci_dev_put(step->pdev);
}

/* Nothing is asked for meanwhile. */
static void hold_release(struct kthread_work *work)
{
	u32 i;

	for (i = hold_asked; i > 0; i--)
		hold_drop(&hold_steps[i - 1]);
	flush_signals(current);
	spin_lock(&hold_lock);
	hold_asked = 0;
	hold_releasing = false;
	spin_unlock(&hold_lock);
}

static DEFINE_KTHREAD_WORK(hold_release_work, hold_release);

static void hold_release_all(void)
{
	spin_lock(&hold_lock);
	hold_releasing = true;
	spin_unlock(&hold_lock);
	/* Before the work that takes it: a late one would stop the next step. */
	send_sig(SIGINT, hold_thread->task, 1);
	kthread_queue_work(hold_thread, &hold_release_work);
}

/* Takes over the reference to PDEV, or drops it. */
static int hold_ask(struct pci_dev *pdev, bool alone)
{
	struct hold_step *step = NULL;

	spin_lock(&hold_lock);
	if (hold_asked < HOLD_MAX && !hold_releasing)
		step = &hold_steps[hold_asked++];
	if (step) {
		kthread_init_work(&step->work, hold_take);
		step->pdev = pdev;
		step->alone = alone;
		kthread_queue_work(hold_thread, &step->work);
	}
	spin_unlock(&hold_lock);
	if (step)
		return 0;
	pci_dev_put(pdev);
	return -EBUSY;
}

static int hold_ask_for(const char *name)
{
	static const char driver[] = "driver ";
	bool alone = !strncmp(name, driver, strlen(driver));
	unsigned int domain, bus, slot, function;
	struct pci_dev *pdev;

	if (!strcmp(name, "rescan"))
		return hold_ask(NULL, false);
	if (alone)
		name += strlen(driver);
	if (sscanf(name, "%x:%x:%x.%x", &domain, &bus, &slot, &function) != 4)
		return -EINVAL;
	pdev = pci_get_domain_bus_and_slot(domain, bus,
					   PCI_DEVFN(slot, function));
	return pdev ? hold_ask(pdev, alone) : -ENODEV;
}

static ssize_t take_write(struct file *file, const char __user *buf,
			  size_t count, loff_t *pos)
{
	char *text;
	int ret;

	if (count > PAGE_SIZE)
		return -EINVAL;
	text = memdup_user_nul(buf, count);
	if (IS_ERR(text))
		return PTR_ERR(text);
	ret = hold_ask_for(strim(text));
	kfree(text);
	return ret ?: count;
}

static const struct file_operations take_fops = {
	.owner = THIS_MODULE,
	.write = take_write,
};

static ssize_t release_write(struct file *file, const char __user *buf,
			     size_t count, loff_t *pos)
{
	hold_release_all();
	return count;
}

static const struct file_operations release_fops = {
	.owner = THIS_MODULE,
	.write = release_write,
};

static ssize_t state_read(struct file *file, char __user *buf, size_t count,
			  loff_t *pos)
{
	u32 i, held = 0, asked;
	char text[32];
	int len;

	spin_lock(&hold_lock);
	asked = hold_asked;
	for (i = 0; i < asked; i++)
		held += READ_ONCE(hold_steps[i].held);
	spin_unlock(&hold_lock);
	len = scnprintf(text, sizeof(text), "%u of %u\n", held, asked);
	return simple_read_from_buffer(buf, count, pos, text, len);
}

static const struct file_operations state_fops = {
	.owner = THIS_MODULE,
	.read = state_read,
};

static int counts_show(struct seq_file *text, void *data)
{
	struct pci_dev *pdev = NULL;

	/* One reference of each is the loop's own. */
	for_each_pci_dev(pdev)
		seq_printf(text, "%s %u %d\n", pci_name(pdev),
			   kref_read(&pdev->dev.kobj.kref) - 1,
			   atomic_read(&pdev->dev.power.usage_count));
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(counts);

static ssize_t restart_write(struct file *file, const char __user *buf,
			     size_t count, loff_t *pos)
{
	emergency_restart();
	return count;
}

static const struct file_operations restart_fops = {
	.owner = THIS_MODULE,
	.write = restart_write,
};

static int __init hold_init(void)
{
	hold_thread = kthread_create_worker(0, "pcihold");
	if (IS_ERR(hold_thread))
		return PTR_ERR(hold_thread);
	wake_up_process(hold_thread->task);
	hold_dir = debugfs_create_dir("pcihold", NULL);
	debugfs_create_file("take", 0200, hold_dir, NULL, &take_fops);
	debugfs_create_file("release", 0200, hold_dir, NULL, &release_fops);
	debugfs_create_file("state", 0400, hold_dir, NULL, &state_fops);
	debugfs_create_file("counts", 0400, hold_dir, NULL, &counts_fops);
	debugfs_create_file("restart", 0200, hold_dir, NULL, &restart_fops);
	return 0;
}

static void __exit hold_exit(void)
{
	debugfs_remove(hold_dir);
	hold_release_all();
	kthread_destroy_worker(hold_thread);
}

module_init(hold_init);
module_exit(hold_exit);

MODULE_DESCRIPTION("Holds locks of the PCI core, for tests");
MODULE_AUTHOR("The sriovscope founders");
MODULE_LICENSE("GPL");
