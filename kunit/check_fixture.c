// SPDX-License-Identifier: GPL-2.0
/*
 * A device that keeps every rule.
 */
#include <linux/slab.h>

#include "core/look/look.h"
#include "check_fixture.h"

/* Slots 0 and 3 have VF BARs of 64 bits; VF BAR 0 can be resized. */
struct mock_config *check_fixture_config(struct kunit *test, bool on)
{
	struct mock_config *config =
		mock_config_new(test, PCI_CFG_SPACE_EXP_SIZE);
	u16 control = PCI_SRIOV_CTRL_ARI;

	mock_config_put32(config, PCI_VENDOR_ID, 0x10c98086);
	mock_config_put16(config, PCI_STATUS, PCI_STATUS_CAP_LIST);
	mock_config_put8(config, PCI_CAPABILITY_LIST, CHECK_PM_AT);
	mock_config_put16(config, CHECK_PM_AT,
			  CHECK_PCIE_AT << 8 | PCI_CAP_ID_PM);
	mock_config_put16(config, CHECK_PM_AT + PCI_PM_CTRL,
			  PCI_PM_CTRL_NO_SOFT_RESET);
	mock_config_put16(config, CHECK_PCIE_AT, PCI_CAP_ID_EXP);
	mock_config_put16(config, CHECK_PCIE_AT + PCI_EXP_FLAGS, 2);
	mock_config_put32(config, CHECK_PCIE_AT + PCI_EXP_DEVCAP,
			  PCI_EXP_DEVCAP_FLR);
	mock_config_put_header(config, 0x100, PCI_EXT_CAP_ID_ARI, 1,
			       CHECK_SRIOV_AT);
	mock_config_put_sriov(config, CHECK_SRIOV_AT, CHECK_DEV3_AT);
	mock_config_put_header(config, CHECK_DEV3_AT, EXT_CAP_ID_DEV3, 1,
			       CHECK_REBAR_AT);
	mock_config_put_header(config, CHECK_REBAR_AT, EXT_CAP_ID_VF_REBAR, 1,
			       0);
	mock_config_put32(config, CHECK_REBAR_AT + 8, 1 << 5);
	if (on) {
		control |= PCI_SRIOV_CTRL_VFE | PCI_SRIOV_CTRL_MSE;
		mock_config_put16(config, CHECK_SRIOV_AT + PCI_SRIOV_NUM_VF,
				  CHECK_VFS);
	}
	mock_config_put16(config, CHECK_SRIOV_AT + PCI_SRIOV_CTRL, control);
	return config;
}

static void fixture_poke(struct mock_config *config, const struct poke *pokes)
{
	u32 i;

	for (i = 0; pokes && i < CHECK_POKES && pokes[i].at; i++) {
		if (pokes[i].width == 1)
			mock_config_put8(config, pokes[i].at, pokes[i].value);
		else if (pokes[i].width == 2)
			mock_config_put16(config, pokes[i].at, pokes[i].value);
		else
			mock_config_put32(config, pokes[i].at, pokes[i].value);
	}
}

/* PFs at the functions 1 and 2, without VFs, that depend on no other */
static void fixture_peers(struct kunit *test, struct pf_around *around)
{
	struct around_peer *peers = kvcalloc(2, sizeof(*peers), GFP_KERNEL);
	u32 i;

	KUNIT_ASSERT_NOT_NULL(test, peers);
	for (i = 0; i < 2; i++) {
		peers[i].routing_id = 0x301 + i;
		peers[i].sriov.function_dependency_link = 1 + i;
		peers[i].sriov.initial_vfs = 8;
		peers[i].sriov.total_vfs = 8;
		peers[i].sriov.first_vf_offset = 384;
		peers[i].sriov.vf_stride = 2;
	}
	around->all_pfs = true;
	around->peers = peers;
	around->peer_count = 2;
}

static void fixture_vfs(struct kunit *test, struct pf_around *around)
{
	struct around_vf *vfs = kvcalloc(CHECK_VFS, sizeof(*vfs), GFP_KERNEL);
	u32 i;

	KUNIT_ASSERT_NOT_NULL(test, vfs);
	for (i = 0; i < CHECK_VFS; i++)
		vfs[i] = (struct around_vf){
			.routing_id = 0x480 + 2 * i,
			.vendor = U16_MAX,
			.device = U16_MAX,
			.has_pcie = true,
			.flr = true,
			.caps = BIT(PCI_CAP_ID_EXP),
			.ext_caps = BIT_ULL(PCI_EXT_CAP_ID_ARI),
		};
	around->vfs = vfs;
	around->vf_count = CHECK_VFS;
}

static void fixture_surround(struct kunit *test, struct pf_facts *snap, bool on)
{
	snap->kernel.is_physfn = true;
	snap->kernel.windows[0] = (struct vf_window){ 0x20000, 0, true };
	snap->kernel.windows[3] = (struct vf_window){ 0x20000, 0, true };
	snap->kernel.vf_bars_known = true;
	snap->kernel.vf_bars = 2;
	snap->around->port = (struct around_port){
		.exists = true,
		.name = "0000:00:01.0",
		.downstream = true,
		.ari_supported = true,
		.ari_forwarding = true,
		.ide = {
			.root = true,
			.exists = true,
			.count = 1,
			.streams = { { .id = 5, .base = 0x300, .limit = 0xffff } },
		},
	};
	fixture_peers(test, snap->around);
	if (on) {
		snap->kernel.num_vfs = CHECK_VFS;
		fixture_vfs(test, snap->around);
	}
}

static void fixture_drop(void *snap)
{
	facts_drop(snap);
}

/* What a device without a kernel says, at 03:00.0 */
static void fixture_look(struct kunit *test, const struct config_space *space,
			 struct pf_facts *snap)
{
	struct pf_caps *caps = kunit_kzalloc(test, sizeof(*caps), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, caps);
	KUNIT_ASSERT_EQ(test, look_caps(space, caps), 0);
	snap->kernel.routing_id = 0x300;
	snap->kernel.cap_offset = caps->offset;
	snap->kernel.has_ea = caps->has_ea;
	snap->around->page_size = 4096;
	snap->sriov_error = caps->sriov_error;
	if (!caps->sriov_error)
		KUNIT_ASSERT_EQ(test, look_sriov(caps, &snap->sriov), 0);
	KUNIT_ASSERT_EQ(test, look_self(space, caps, snap->around), 0);
}

static struct pf_facts *fixture_new(struct kunit *test)
{
	struct pf_facts *snap = kunit_kzalloc(test, sizeof(*snap), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, snap);
	KUNIT_ASSERT_EQ(test,
			kunit_add_action_or_reset(test, fixture_drop, snap), 0);
	snap->around = kvzalloc(sizeof(*snap->around), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, snap->around);
	return snap;
}

struct pf_facts *check_fixture_take(struct kunit *test, bool on,
				    const struct poke *before,
				    const struct poke *pokes)
{
	struct mock_config *config = check_fixture_config(test, on);
	struct pf_facts *snap = fixture_new(test);

	fixture_poke(config, before);
	fixture_poke(config, pokes);
	fixture_look(test, &config->space, snap);
	mock_config_expect_sane(test, config);
	fixture_surround(test, snap, on);
	return snap;
}
