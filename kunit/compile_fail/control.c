// SPDX-License-Identifier: GPL-2.0
/* expect: ok */
/* What the other cases do wrong, done right. */
#include <linux/module.h>
#include <sriovscope/capabilities.h>

static int __used fields(struct sriov_view *view, u32 index)
{
	enum sriov_page_size size;
	bool enabled;
	u16 total;
	u32 bar;
	int ret;

	ret = view_get(view, total_vfs, &total);
	ret |= view_get(view, vf_enable, &enabled);
	ret |= view_get(view, system_page_size, &size);
	ret |= view_get_at(view, vf_bar, 0, &bar);
	ret |= view_get_at(view, vf_bar, 5, &bar);
	ret |= view_get_at(view, vf_bar, index, &bar);
	ret |= view_set(view, vf_10bit_tag_requester_enable, true);
	ret |= view_set(view, vf_10bit_tag_requester_enable, index);
	return ret | view_set(view, vf_migration_status, 1);
}

static int __used elements(struct acs_view *acs, struct vf_rebar_view *rebar,
			   u32 index)
{
	struct vf_rebar_pair_view pair;
	u8 size;
	int ret;

	ret = view_set_at(acs, egress, 7, U32_MAX);
	ret |= view_element(rebar, pair, 5, &pair);
	ret |= view_element(rebar, pair, index, &pair);
	return ret | view_get(&pair, vf_bar_size, &size);
}

static int __used inner(struct ide_view *ide, u32 at)
{
	struct ide_selective_view stream;
	u16 limit;
	int ret;

	ret = view_inner(ide, ide_selective, at, &stream);
	return ret | view_get(&stream, rid_limit, &limit);
}

static int __used registers(struct sriov_view *view, u32 raw)
{
	const struct memory_bar_low_reg low = { .raw = raw };
	struct sriov_control_reg control;
	enum vf_bar_type type;
	int ret;

	ret = view_read(view, control, &control);
	ret |= register_get_enum(&low, memory_type, &type);
	return ret | register_get(&control, vf_enable) |
	       register_masked(&low, address);
}

static int __used snapshots(struct sriov_view *view,
			    struct sriov_snapshot *snap)
{
	struct sriov_control_reg control;
	enum sriov_page_size size;
	int ret;

	ret = view_snapshot(view, snap);
	ret |= snapshot_get_enum(snap, system_page_size, &size);
	control = snapshot_register(snap, control);
	return ret | snapshot_get_at(snap, vf_bar, 5) |
	       snapshot_get(snap, vf_enable) |
	       register_get(&control, vf_enable);
}

static int __used taken(const struct config_space *space,
			struct sriov_view *view)
{
	return sriov_view_find(space, view);
}

MODULE_DESCRIPTION("Compile-fail: the control");
MODULE_LICENSE("GPL");
