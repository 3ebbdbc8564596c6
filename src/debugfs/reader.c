// SPDX-License-Identifier: GPL-2.0
/*
 * How the files of a PF are read.
 *
 * A read from the start takes one snapshot; everything that is read after it
 * comes from that snapshot, line by line. So a "cat" costs one look at the
 * device, however long the file is, and seq_file's buffer holds a page.
 *
 * Removal of a file does not wait for its readers (debugfs_create_file_unsafe):
 * a reader may wait for the device, and who removes the file may hold what the
 * device waits for. An open file has a reference to the PF and, through the
 * file operations, to the module; it finds the PF gone and says -ENODEV.
 */
#include <linux/capability.h>
#include <linux/err.h>
#include <linux/module.h>

#include "pf/snapshot.h"
#include "files.h"

/**
 * struct reader - an open file of a PF
 * @pf: with a reference
 * @file: which file
 * @what: FACTS_* that it may be made from, by who opened it
 * @lines: of the file, once there is a snapshot
 * @facts: what it is printed from
 */
struct reader {
	struct scope_pf *pf;
	const struct text_file *file;
	unsigned int what;
	int lines;
	struct pf_facts facts;
};

/*
 * As with "config" in sysfs: more than the header is for CAP_SYS_ADMIN, and so is
 * what wakes a device up.
 */
static unsigned int reader_may(const struct text_file *file)
{
	unsigned int what = file->what;

	if (capable(CAP_SYS_ADMIN))
		return file->lets_sleep ? what : what | FACTS_WAKE;
	if (what & FACTS_IMAGE)
		what = (what & ~FACTS_IMAGE) | FACTS_HEADER;
	return what;
}

static int reader_look(struct reader *reader)
{
	int ret;

	facts_drop(&reader->facts);
	ret = pf_facts_take(reader->pf, reader->what, &reader->facts);
	if (!ret && reader->facts.kernel.asleep && !reader->file->lets_sleep)
		ret = -EPERM;
	if (!ret)
		ret = reader->file->lines(&reader->facts);
	reader->lines = ret < 0 ? 0 : ret;
	return ret < 0 ? ret : 0;
}

static void *reader_start(struct seq_file *m, loff_t *pos)
{
	struct reader *reader = m->private;
	int ret = 0;

	if (!*pos)
		ret = reader_look(reader);
	else if (pf_is_gone(reader->pf))
		ret = -ENODEV;
	if (ret)
		return ERR_PTR(ret);
	return *pos < reader->lines ? pos : NULL;
}

static void *reader_next(struct seq_file *m, void *v, loff_t *pos)
{
	struct reader *reader = m->private;

	(*pos)++;
	return *pos < reader->lines ? pos : NULL;
}

static void reader_stop(struct seq_file *m, void *v)
{
}

static int reader_show(struct seq_file *m, void *v)
{
	struct reader *reader = m->private;

	reader->file->line(m, &reader->facts, *(loff_t *)v);
	return 0;
}

static const struct seq_operations reader_seq = {
	.start = reader_start,
	.next = reader_next,
	.stop = reader_stop,
	.show = reader_show,
};

/* debugfs keeps the entry until this ends: removal waits for opens alone. */
static int reader_open(struct inode *inode, struct file *file)
{
	const struct pf_entry *entry = inode->i_private;
	struct reader *reader;

	reader = __seq_open_private(file, &reader_seq, sizeof(*reader));
	if (!reader)
		return -ENOMEM;
	reader->pf = pf_get(entry->pf);
	reader->file = entry->file;
	reader->what = reader_may(entry->file);
	return 0;
}

static int reader_release(struct inode *inode, struct file *file)
{
	struct reader *reader =
		((struct seq_file *)file->private_data)->private;

	facts_drop(&reader->facts);
	pf_put(reader->pf);
	return seq_release_private(inode, file);
}

const struct file_operations reader_fops = {
	.owner = THIS_MODULE,
	.open = reader_open,
	.read = seq_read,
	.llseek = seq_lseek,
	.release = reader_release,
};
