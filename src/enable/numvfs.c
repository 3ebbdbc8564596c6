// SPDX-License-Identifier: GPL-2.0
/*
 * numvfs: the file that enables VFs.
 *
 * Its removal must not wait for a writer, who may be waiting for the PCI rescan
 * lock that the remover holds: so it is a debugfs_create_file_unsafe() file,
 * and an open one keeps its own reference to the PF.
 */
#include <linux/debugfs.h>
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/module.h>
#include <linux/uaccess.h>

#include "pf/pf.h"
#include "enable.h"

static int numvfs_open(struct inode *inode, struct file *file)
{
	file->private_data = pf_get(inode->i_private);
	return 0;
}

static int numvfs_release(struct inode *inode, struct file *file)
{
	pf_put(file->private_data);
	return 0;
}

static ssize_t numvfs_read(struct file *file, char __user *buf, size_t count,
			   loff_t *pos)
{
	struct scope_pf *pf = file->private_data;
	char text[16];
	int len;

	if (pf_is_gone(pf) || !READ_ONCE(pf->bound))
		return -ENODEV;
	len = scnprintf(text, sizeof(text), "%d\n", pci_num_vf(pf->pdev));
	return simple_read_from_buffer(buf, count, pos, text, len);
}

static ssize_t numvfs_write(struct file *file, const char __user *buf,
			    size_t count, loff_t *pos)
{
	char text[PF_REQUEST_LEN] = "";
	size_t len = min(count, sizeof(text) - 1);
	int ret;

	if (copy_from_user(text, buf, len))
		return -EFAULT;
	/*
	 * What is cut short or has a 0 in it must not pass for a number, nor what has
	 * two newlines behind it: guard_parse() takes one as well.
	 */
	if (len < count || strlen(text) < len)
		strscpy(text, "(too long or not text)", sizeof(text));
	else if (len && text[len - 1] == '\n' && !strstr(text, "\n\n"))
		text[len - 1] = '\0';
	ret = enable_from_file(file->private_data, text);
	return ret ?: count;
}

static const struct file_operations numvfs_fops = {
	.owner = THIS_MODULE,
	.open = numvfs_open,
	.read = numvfs_read,
	.write = numvfs_write,
	.llseek = default_llseek,
	.release = numvfs_release,
};

void numvfs_add(struct scope_pf *pf)
{
	pf->numvfs = debugfs_create_file_unsafe("numvfs", 0600, pf->dir, pf,
						&numvfs_fops);
	if (IS_ERR(pf->numvfs) && !IS_ERR(pf->dir))
		pci_warn(pf->pdev, "sriovscope: no file \"numvfs\": %pe\n",
			 pf->numvfs);
}

void numvfs_remove(struct scope_pf *pf)
{
	debugfs_remove(pf->numvfs);
	pf->numvfs = NULL;
}
