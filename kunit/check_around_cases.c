// SPDX-License-Identifier: GPL-2.0
/*
 * What breaks a rule by what is around the PF, and what just does not.
 */
#include <linux/array_size.h>
#include <linux/bitmap.h>
#include <linux/errno.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "check_fixture.h"
#include "masks.h"

#define S(reg) (CHECK_SRIOV_AT + PCI_SRIOV_##reg)
#define CAP_MIGRATION (SRIOV_CAP_ARI_PRESERVED | PCI_SRIOV_CAP_VFM)

/* The last VF: a rule must look at each of them. */
static struct around_vf *last_vf(struct pf_facts *snap)
{
	return &snap->around->vfs[CHECK_VFS - 1];
}

static void bend_one_vf_less(struct pf_facts *snap)
{
	snap->around->vf_count--;
}

static void bend_kernel_less(struct pf_facts *snap)
{
	bend_one_vf_less(snap);
	snap->kernel.num_vfs--;
}

static void bend_behind_the_back(struct pf_facts *snap)
{
	snap->around->vf_count = 0;
	snap->kernel.num_vfs = 0;
}

static void bend_changing(struct pf_facts *snap)
{
	bend_kernel_less(snap);
	snap->kernel.changing = true;
}

static void bend_no_pm(struct pf_facts *snap)
{
	snap->around->self.has_pm = false;
	snap->around->self.no_soft_reset = false;
}

static void bend_no_pm_in_d3(struct pf_facts *snap)
{
	snap->around->self.has_pm = false;
	snap->around->self.power_state = 3;
}

static void bend_woken_up(struct pf_facts *snap)
{
	snap->around->self.woken = true;
	snap->around->self.power_state = 3;
}

static void bend_not_forwarding(struct pf_facts *snap)
{
	snap->around->port.ari_forwarding = false;
}

static void bend_no_port(struct pf_facts *snap)
{
	snap->around->port.exists = false;
}

static void bend_port_fails(struct pf_facts *snap)
{
	snap->around->port.error = -EIO;
}

/* Another PF of the device is below; the function itself is 3. */
static void bend_not_lowest(struct pf_facts *snap)
{
	check_move(snap, 0x303);
	snap->sriov.function_dependency_link = 3;
}

/* Its bit is clear as the port's is, and would be in the lowest PF, too. */
static void bend_higher_below_closed_port(struct pf_facts *snap)
{
	bend_not_lowest(snap);
	snap->sriov.ari_capable_hierarchy = false;
}

/* On a bus inside of a switch another slot is another device. */
static void bend_other_slot(struct pf_facts *snap)
{
	check_move(snap, 0x308);
	snap->sriov.function_dependency_link = 8;
	snap->around->port.downstream = false;
}

/* Function 3, and nobody has looked at those below. */
static void bend_unwatched(struct pf_facts *snap)
{
	check_move(snap, 0x303);
	snap->sriov.function_dependency_link = 3;
	snap->around->all_pfs = false;
	snap->around->peer_count = 0;
}

static void bend_unwatched_0(struct pf_facts *snap)
{
	snap->around->all_pfs = false;
	snap->around->peer_count = 0;
}

static void bend_not_lowest_clear(struct pf_facts *snap)
{
	bend_not_lowest(snap);
	snap->sriov.ari_capable_hierarchy = false;
}

/* Neighbours in other slots are other devices. */
static void bend_integrated(struct pf_facts *snap)
{
	snap->kernel.integrated = true;
	check_peer(snap, 0)->routing_id = 0x208;
	check_peer(snap, 1)->routing_id = 0x310;
}

static void bend_integrated_clear(struct pf_facts *snap)
{
	bend_integrated(snap);
	snap->sriov.ari_capable_hierarchy = false;
}

/* Its link holds the number of the function alone. */
static void bend_integrated_at_slot_2(struct pf_facts *snap)
{
	bend_integrated_clear(snap);
	check_move(snap, 0x311);
	snap->sriov.function_dependency_link = 1;
}

static void bend_page_8k(struct pf_facts *snap)
{
	snap->around->page_size = 8 << 10;
}

static void bend_page_4m(struct pf_facts *snap)
{
	snap->around->page_size = 4 << 20;
}

static void bend_page_8m(struct pf_facts *snap)
{
	snap->around->page_size = 8 << 20;
}

static void bend_no_vf_bar(struct pf_facts *snap)
{
	memset(snap->sriov.vf_bar, 0, sizeof(snap->sriov.vf_bar));
	memset(snap->kernel.windows, 0, sizeof(snap->kernel.windows));
	snap->kernel.vf_bars = 0;
}

/* The kernel has found three, and of one nothing is left. */
static void bend_rebar_lost(struct pf_facts *snap)
{
	snap->around->rebar.bars[0].slot = 2;
	snap->kernel.vf_bars = 3;
}

static void bend_rebar_untold(struct pf_facts *snap)
{
	snap->around->rebar.bars[0].slot = 2;
	snap->kernel.vf_bars_known = false;
}

static void bend_rebar_stray(struct pf_facts *snap)
{
	snap->around->rebar.bars[0].slot = 2;
}

static void bend_vf_flr(struct pf_facts *snap)
{
	last_vf(snap)->flr = false;
}

static void bend_vf_vendor(struct pf_facts *snap)
{
	last_vf(snap)->vendor = 0xfffe;
}

static void bend_vf_device(struct pf_facts *snap)
{
	last_vf(snap)->device = 0x7fff;
}

static void bend_vf_first_bar(struct pf_facts *snap)
{
	last_vf(snap)->bars[0] = 1;
}

static void bend_vf_last_bar(struct pf_facts *snap)
{
	last_vf(snap)->bars[5] = 0x80000000;
}

static void bend_vf_pin(struct pf_facts *snap)
{
	last_vf(snap)->interrupt_pin = 1;
}

static void bend_vf_pcie(struct pf_facts *snap)
{
	last_vf(snap)->has_pcie = false;
	last_vf(snap)->flr = false;
}

/* One VF cannot be read, and is not judged; another breaks a rule. */
static void bend_vf_unread(struct pf_facts *snap)
{
	struct around_vf *vf = &snap->around->vfs[0];

	*vf = (struct around_vf){
		.routing_id = vf->routing_id,
		.error = -EIO,
	};
	bend_vf_pin(snap);
}

const struct check_case check_around_cases[] = {
	{ "one VF less", "num_vfs", true, CHECK_SKIP,
	  .bend = bend_one_vf_less },
	{ "one VF less in the kernel too", "num_vfs", true, CHECK_FAIL,
	  .bend = bend_kernel_less },
	{ "no VF in the kernel", "num_vfs", true, CHECK_FAIL,
	  .bend = bend_behind_the_back,
	  .silences = { "vf_*", "vf_interrupt_pin" } },
	{ "one VF more", "num_vfs", true, CHECK_FAIL,
	  .pokes = { { S(NUM_VF), 2, CHECK_VFS - 1 } } },
	{ "VFs are coming", "num_vfs", true, CHECK_SKIP,
	  .bend = bend_changing },
	{ "NumVFs above InitialVFs", "num_vfs_initial", true, CHECK_WARN,
	  .before = { { S(CAP), 4, CAP_MIGRATION } },
	  .pokes = { { S(INITIAL_VF), 2, CHECK_VFS - 1 } },
	  .bend = bend_one_vf_less },
	{ "not preserved, no PM", "ari_preserved", true, CHECK_SKIP,
	  .pokes = { { S(CAP), 4, 0 } }, .bend = bend_no_pm },
	{ "on, no PM", "vf_enable_power", true, CHECK_PASS,
	  .bend = bend_no_pm_in_d3 },
	{ "on, woken up from D3", "vf_enable_power", true, CHECK_FAIL,
	  .bend = bend_woken_up },
	{ "ARI set, port does not forward", "ari_hierarchy", true, CHECK_FAIL,
	  .bend = bend_not_forwarding },
	{ "ARI clear, port does not forward", "ari_hierarchy", true, CHECK_PASS,
	  .pokes = { { S(CTRL), 2, PCI_SRIOV_CTRL_VFE | PCI_SRIOV_CTRL_MSE } },
	  .bend = bend_not_forwarding },
	{ "no port", "ari_hierarchy", true, CHECK_SKIP, .bend = bend_no_port,
	  .silences = { "ide_routing_ids" } },
	{ "port fails", "ari_hierarchy", true, CHECK_SKIP,
	  .bend = bend_port_fails, .silences = { "ide_routing_ids" } },
	{ "ARI set in a higher PF", "ari_hierarchy", true, CHECK_FAIL,
	  .bend = bend_not_lowest, .silences = { "ari_preserved" } },
	{ "ARI clear in a higher PF", "ari_hierarchy", true, CHECK_PASS,
	  .bend = bend_not_lowest_clear, .silences = { "ari_preserved" } },
	{ "ARI set, another device below", "ari_hierarchy", true, CHECK_PASS,
	  .bend = bend_other_slot },
	{ "ARI set, perhaps not lowest", "ari_hierarchy", true, CHECK_SKIP,
	  .bend = bend_unwatched },
	{ "ARI set, surely lowest", "ari_hierarchy", true, CHECK_PASS,
	  .bend = bend_unwatched_0 },
	{ "not preserved in a higher PF", "ari_preserved", true, CHECK_SKIP,
	  .pokes = { { S(CAP), 4, 0 }, { CHECK_PM_AT + PCI_PM_CTRL, 2, 0 } },
	  .bend = bend_higher_below_closed_port },
	{ "not preserved, another device below", "ari_preserved", true,
	  CHECK_WARN,
	  .pokes = { { S(CAP), 4, 0 }, { CHECK_PM_AT + PCI_PM_CTRL, 2, 0 } },
	  .bend = bend_other_slot },
	{ "not preserved, perhaps not lowest", "ari_preserved", true,
	  CHECK_SKIP,
	  .pokes = { { S(CAP), 4, 0 }, { CHECK_PM_AT + PCI_PM_CTRL, 2, 0 } },
	  .bend = bend_unwatched, .silences = { "ari_hierarchy" } },
	{ "not preserved, no reset, perhaps not lowest", "ari_preserved", true,
	  CHECK_PASS, .pokes = { { S(CAP), 4, 0 } }, .bend = bend_unwatched,
	  .silences = { "ari_hierarchy" } },
	{ "ARI set, integrated", "ari_hierarchy", true, CHECK_FAIL,
	  .bend = bend_integrated, .silences = { "ari_preserved" } },
	{ "ARI clear, integrated", "ari_hierarchy", true, CHECK_PASS,
	  .bend = bend_integrated_clear, .silences = { "ari_preserved" } },

	{ "integrated", "dependency_link", true, CHECK_PASS,
	  .bend = bend_integrated_at_slot_2, .silences = { "ari_preserved" } },

	{ "pages of 4M", "kernel_page_size", true, CHECK_PASS,
	  .bend = bend_page_4m },
	{ "as large as the pages", "kernel_page_size", true, CHECK_PASS,
	  .before = { { S(SUP_PGSIZE), 4, 1 } } },
	{ "half of the pages", "kernel_page_size", true, CHECK_FAIL,
	  .before = { { S(SUP_PGSIZE), 4, 1 } }, .bend = bend_page_8k },
	{ "pages of 8M", "kernel_page_size", true, CHECK_FAIL,
	  .bend = bend_page_8m },

	{ "on without memory, no VF BAR", "vf_memory_space", true, CHECK_PASS,
	  .pokes = { { S(CTRL), 2, PCI_SRIOV_CTRL_VFE | PCI_SRIOV_CTRL_ARI } },
	  .before = { { CHECK_REBAR_AT, 4, 0xb | 1 << 16 } },
	  .bend = bend_no_vf_bar },
	{ "VF BAR lost", "vf_resizable_bar", true, CHECK_SKIP,
	  .bend = bend_rebar_lost },
	{ "VF BAR untold", "vf_resizable_bar", true, CHECK_SKIP,
	  .bend = bend_rebar_untold },
	{ "VF BAR absent", "vf_resizable_bar", true, CHECK_FAIL,
	  .bend = bend_rebar_stray },

	{ "VF without FLR", "vf_flr", true, CHECK_FAIL, .bend = bend_vf_flr },
	{ "VF's Vendor ID", "vf_ids", true, CHECK_FAIL,
	  .bend = bend_vf_vendor },
	{ "VF's Device ID", "vf_ids", true, CHECK_FAIL,
	  .bend = bend_vf_device },
	{ "VF's BAR 0", "vf_bars_zero", true, CHECK_FAIL,
	  .bend = bend_vf_first_bar },
	{ "VF's BAR 5", "vf_bars_zero", true, CHECK_FAIL,
	  .bend = bend_vf_last_bar },
	{ "VF's pin", "vf_interrupt_pin", true, CHECK_FAIL,
	  .bend = bend_vf_pin },
	{ "VF without PCI Express", "vf_pcie_capability", true, CHECK_FAIL,
	  .bend = bend_vf_pcie },
	{ "one VF unread", "vf_interrupt_pin", true, CHECK_FAIL, .before = {},
	  .bend = bend_vf_unread, .silences = { "vf_*" } },
};

const u32 check_around_count = ARRAY_SIZE(check_around_cases);
