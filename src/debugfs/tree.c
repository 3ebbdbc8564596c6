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
	files_root = debugfs_create_dir("sriovscope", NULL);
	if (IS_ERR(files_root))
		pr_warn("sriovscope: no files, debugfs is off: %pe\n",
			files_root);
	debugfs_create_file("devices", 0444, files_root, NULL, &devices_fops);
}

void files_stop(void)
{
	debugfs_remove(files_root);
}

void files_add_pf(struct scope_pf *pf)
{
	u32 i;

	/* One more for "events", which is made of no facts. */
	pf->entries = kcalloc(TEXT_FILES + 1, sizeof(*pf->entries), GFP_KERNEL);
	if (!pf->entries) {
		/* NULL would be the root of debugfs for numvfs. */
		pf->dir = ERR_PTR(-ENOMEM);
		return;
	}

	pf->dir = debugfs_create_dir(pci_name(pf->pdev), files_root);
	for (i = 0; i < TEXT_FILES; i++) {
		pf->entries[i].pf = pf;
		pf->entries[i].file = text_files[i];
		debugfs_create_file_unsafe(text_files[i]->name, 0444, pf->dir,
					   &pf->entries[i], &reader_fops);
	}
	pf->entries[i].pf = pf;
	debugfs_create_file_unsafe("events", 0444, pf->dir, &pf->entries[i],
				   &events_fops);
}

void files_remove_pf(struct scope_pf *pf)
{
	debugfs_remove(pf->dir);
	pf->dir = NULL;
	kfree(pf->entries);
	pf->entries = NULL;
}
