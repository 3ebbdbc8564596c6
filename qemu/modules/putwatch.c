// SPDX-License-Identifier: GPL-2.0
/*
 * putwatch: from where are references to a module dropped?
 *
 * Who drops the last one from code of the module itself returns to code that may
 * be gone by then. Nobody sees that but by chance, so it is watched here at which
 * address each call goes on. In debugfs, putwatch/state:
 *
 *	"<calls that return to the module> of <all calls>"
 */
#include <linux/atomic.h>
#include <linux/debugfs.h>
#include <linux/fs.h>
#include <linux/kprobes.h>
#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/ptrace.h>
#include <linux/string.h>

static char *watch = "";
module_param(watch, charp, 0444);
MODULE_PARM_DESC(watch, "name of the module");

static atomic_t watch_inside;
static atomic_t watch_all;
static struct dentry *watch_dir;

/* At the first instruction, where the stack begins with the return address */
static int watch_call(struct kprobe *probe, struct pt_regs *regs)
{
	struct module *module =
		(struct module *)regs_get_kernel_argument(regs, 0);

	if (!module || strcmp(module->name, watch))
		return 0;
	atomic_inc(&watch_all);
	if (within_module(regs_get_kernel_stack_nth(regs, 0), module))
		atomic_inc(&watch_inside);
	return 0;
}

static struct kprobe watch_probe = {
	.symbol_name = "module_put",
	.pre_handler = watch_call,
};

static ssize_t state_read(struct file *file, char __user *buf, size_t count,
			  loff_t *pos)
{
	char text[32];
	int len;

	len = scnprintf(text, sizeof(text), "%d of %d\n",
			atomic_read(&watch_inside), atomic_read(&watch_all));
	return simple_read_from_buffer(buf, count, pos, text, len);
}

static const struct file_operations state_fops = {
	.owner = THIS_MODULE,
	.read = state_read,
};

static int __init watch_init(void)
{
	int ret;

	ret = register_kprobe(&watch_probe);
	if (ret)
		return ret;
	watch_dir = debugfs_create_dir("putwatch", NULL);
	debugfs_create_file("state", 0400, watch_dir, NULL, &state_fops);
	return 0;
}

static void __exit watch_exit(void)
{
	debugfs_remove(watch_dir);
	unregister_kprobe(&watch_probe);
}

module_init(watch_init);
module_exit(watch_exit);

MODULE_DESCRIPTION("Watches from where a module is let go of, for tests");
MODULE_AUTHOR("The sriovscope founders");
MODULE_LICENSE("GPL");
