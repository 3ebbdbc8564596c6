// SPDX-License-Identifier: GPL-2.0
/*
 * The directories in debugfs: see the tree in files.h.
 */
#include <linux/debugfs.h>
#include <linux/err.h>
#include <linux/slab.h>

#include "pf/pf.h"
#include "files.h"

static struct dentry *files_root;

void files_start(void)
{
	struct dentry *file;

	files_root = debugfs_create_dir("sriovscope", NULL);
	file = debugfs_create_file("devices", 0444, files_root, NULL,
				   &devices_fops);
	if (IS_ERR(files_root))
		pr_warn("sriovscope: no files in debugfs: %pe\n", files_root);
	else if (IS_ERR(file))
		pr_warn("sriovscope: no file \"devices\": %pe\n", file);
}

void files_stop(void)
{
	debugfs_remove(files_root);
}

static void files_add(struct scope_pf *pf, struct pf_entry *entry,
		      const char *name, const struct file_operations *fops)
{
	struct dentry *file;

	entry->pf = pf;
	file = debugfs_create_file_unsafe(name, 0444, pf->dir, entry, fops);
	if (IS_ERR(file))
		pci_warn(pf->pdev, "sriovscope: no file \"%s\": %pe\n", name,
			 file);
}

/* Returns where all is that the files point to, NULL when there are none. */
static struct pf_entry *files_add_dir(struct scope_pf *pf)
{
	struct pf_entry *entries;

	/* One more for "events", which is made of no facts. */
	entries = kcalloc(TEXT_FILES + 1, sizeof(*entries), GFP_KERNEL);
	/* NULL would be the root of debugfs for numvfs. */
	pf->dir = entries ? debugfs_create_dir(pci_name(pf->pdev), files_root) :
			    ERR_PTR(-ENOMEM);
	if (!IS_ERR(pf->dir))
		return entries;
	/* Without debugfs it was said once. */
	if (!IS_ERR(files_root))
		pci_warn(pf->pdev, "sriovscope: no files: %pe\n", pf->dir);
	kfree(entries);
	return NULL;
}

void files_add_pf(struct scope_pf *pf)
{
	u32 i;

	pf->entries = files_add_dir(pf);
	if (!pf->entries)
		return;
	for (i = 0; i < TEXT_FILES; i++) {
		pf->entries[i].file = text_files[i];
		files_add(pf, &pf->entries[i], text_files[i]->name,
			  &reader_fops);
	}
	files_add(pf, &pf->entries[i], "events", &events_fops);
}

void files_remove_pf(struct scope_pf *pf)
{
	debugfs_remove(pf->dir);
	pf->dir = NULL;
	kfree(pf->entries);
	pf->entries = NULL;
}
