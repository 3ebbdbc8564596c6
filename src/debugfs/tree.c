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

static void files_say_missing(struct scope_pf *pf, const char *name,
			      struct dentry *file)
{
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
	struct dentry *file;
	u32 i;

	pf->entries = files_add_dir(pf);
	if (!pf->entries)
		return;
	for (i = 0; i < TEXT_FILES; i++) {
		pf->entries[i].pf = pf;
		pf->entries[i].file = text_files[i];
		file = debugfs_create_file_unsafe(text_files[i]->name, 0444,
						  pf->dir, &pf->entries[i],
						  &reader_fops);
		files_say_missing(pf, text_files[i]->name, file);
	}
	pf->entries[i].pf = pf;
	file = debugfs_create_file_unsafe("events", 0444, pf->dir,
					  &pf->entries[i], &events_fops);
	files_say_missing(pf, "events", file);
}

void files_remove_pf(struct scope_pf *pf)
{
	debugfs_remove(pf->dir);
	pf->dir = NULL;
	kfree(pf->entries);
	pf->entries = NULL;
}
