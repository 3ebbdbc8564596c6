// SPDX-License-Identifier: GPL-2.0
/* expect: ok */
/* What the other cases do wrong, done right. */
#include <linux/module.h>
#include <sriovscope/capabilities.h>

static int __used taken(const struct config_space *space,
			struct sriov_view *view, struct sriov_snapshot *snap,
			u32 index)
{
	u16 total;
	u32 bar;
	int ret;

	ret = sriov_view_find(space, view);
	if (ret)
		return ret;
	ret = view_read(view, total_vfs, &total);
	ret |= view_read_at(view, vf_bar, 0, &bar);
	ret |= view_read_at(view, vf_bar, 5, &bar);
	ret |= view_read_at(view, vf_bar, index, &bar);
	ret |= view_write(view, num_vfs, 1);
	ret |= view_write_at(view, vf_bar, 5, 1);
	ret |= view_snapshot(view, snap);
	return ret | snapshot_get_at(snap, vf_bar, 5);
}

MODULE_DESCRIPTION("Compile-fail: the control");
MODULE_LICENSE("GPL");
