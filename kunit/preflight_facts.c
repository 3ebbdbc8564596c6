// SPDX-License-Identifier: GPL-2.0
/*
 * What the constraints see, made by hand, and each way to limit it.
 */
#include <linux/array_size.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <linux/string.h>

#include "preflight_facts.h"
#include "room_facts.h"

void facts_reset(struct pf_facts *f)
{
	struct pf_around *around = f->around;

	memset(f, 0, sizeof(*f));
	memset(around, 0, sizeof(*around));
	f->around = around;
	strscpy(f->kernel.name, "0000:03:00.0", sizeof(f->kernel.name));
	strscpy(f->kernel.driver, "sriovscope", sizeof(f->kernel.driver));
	f->kernel.routing_id = 0x300;
	f->kernel.mode = PF_MODE_BOUND;
	f->kernel.allowed = true;
	f->kernel.can_configure = true;
	f->kernel.is_physfn = true;
	f->kernel.driver_cap = 8;
	f->kernel.windows[0] = (struct vf_window){ 0x20000, 0x90000000, true };
	f->kernel.windows[3] = (struct vf_window){ 0x40000, 0x91000000, true };
	f->kernel.vf_bars_known = true;
	f->kernel.vf_bars = 2;
	f->sriov.initial_vfs = 8;
	f->sriov.total_vfs = 8;
	f->sriov.first_vf_offset = 128;
	f->sriov.vf_stride = 2;
	f->sriov.supported_page_sizes = 0x553;
	f->sriov.vf_bar[0] = PCI_BASE_ADDRESS_MEM_TYPE_64;
	f->sriov.vf_bar[3] = PCI_BASE_ADDRESS_MEM_TYPE_64;
	f->around->page_size = 4096;
	f->around->last_bus = 3;
	f->around->self.has_pm = true;
	f->around->port = (struct around_port){
		.exists = true,
		.name = "0000:00:01.0",
		.downstream = true,
		.ari_supported = true,
		.ari_forwarding = true,
		.has_acs = true,
		.acs.raw = U16_MAX,
	};
	f->around->iommu = (struct around_iommu){ .exists = true, .group = 7 };
}

struct pf_facts *facts_new(struct kunit *test)
{
	struct pf_facts *f = kunit_kzalloc(test, sizeof(*f), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, f);
	f->around = kunit_kzalloc(test, sizeof(*f->around), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, f->around);
	facts_reset(f);
	return f;
}

struct around_rooms *facts_rooms(struct kunit *test, struct pf_facts *f)
{
	struct room_facts *facts =
		kunit_kzalloc(test, sizeof(*facts), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, facts);
	room_facts_path(&f->around->rooms, facts);
	return &f->around->rooms;
}

static void bend_rejected(struct pf_facts *f)
{
	f->kernel.is_physfn = false;
}

static void bend_total(struct pf_facts *f)
{
	f->sriov.initial_vfs = 5;
	f->sriov.total_vfs = 5;
}

static void bend_no_vfs(struct pf_facts *f)
{
	f->sriov.initial_vfs = 0;
	f->sriov.total_vfs = 0;
}

static void bend_cap(struct pf_facts *f)
{
	f->kernel.driver_cap = 7;
}

void bend_no_driver(struct pf_facts *f)
{
	f->kernel.mode = PF_MODE_OBSERVED;
	f->kernel.driver[0] = '\0';
	f->kernel.can_configure = false;
}

void bend_no_callback(struct pf_facts *f)
{
	f->kernel.can_configure = false;
}

static void bend_switched_off(struct pf_facts *f)
{
	f->kernel.switched_off = true;
}

static void bend_on(struct pf_facts *f)
{
	f->kernel.num_vfs = 3;
}

static void bend_not_allowed(struct pf_facts *f)
{
	f->kernel.allowed = false;
}

void bend_assigned(struct pf_facts *f)
{
	f->kernel.vfs_assigned = 1;
}

static void bend_initial_less(struct pf_facts *f)
{
	f->sriov.initial_vfs = 7;
}

static void bend_initial_more(struct pf_facts *f)
{
	f->sriov.initial_vfs = 9;
}

static void bend_migration(struct pf_facts *f)
{
	f->sriov.vf_migration_capable = true;
	f->sriov.initial_vfs = 6;
}

static void bend_migration_more(struct pf_facts *f)
{
	f->sriov.vf_migration_capable = true;
	f->sriov.initial_vfs = 9;
}

void bend_window0(struct pf_facts *f)
{
	f->kernel.windows[0].assigned = false;
}

static void bend_window3(struct pf_facts *f)
{
	f->kernel.windows[3].assigned = false;
}

/* What the kernel has forgotten shows by the register. */
void bend_window_dropped(struct pf_facts *f)
{
	f->kernel.windows[0] = (struct vf_window){};
}

/* Of a third one nothing is left to see. */
void bend_bar_lost(struct pf_facts *f)
{
	f->kernel.vf_bars++;
}

/* Two and a half VFs of 0x100000 bytes */
static void bend_resized(struct pf_facts *f)
{
	f->around->rebar.count = 1;
	f->around->rebar.bars[0].slot = 3;
	f->around->rebar.bars[0].size = 0;
	f->kernel.windows[3].size = 0x280000;
}

/* One byte too few */
static void bend_resized_by_one(struct pf_facts *f)
{
	bend_resized(f);
	f->kernel.windows[3].size = 0x7fffff;
}

/* One that no window can hold */
static void bend_resized_out(struct pf_facts *f)
{
	bend_resized(f);
	f->around->rebar.bars[0].size = 44;
}

static void bend_buses(struct pf_facts *f)
{
	f->sriov.first_vf_offset = 250;
	f->sriov.vf_stride = 1;
}

/* The last VF is the first function of the next bus. */
static void bend_buses_last(struct pf_facts *f)
{
	f->sriov.first_vf_offset = 249;
	f->sriov.vf_stride = 1;
}

/* The first VF is the last function of the bus. */
static void bend_buses_first(struct pf_facts *f)
{
	f->sriov.first_vf_offset = 255;
}

static void bend_buses_none(struct pf_facts *f)
{
	f->sriov.first_vf_offset = 256;
}

static void bend_no_partner(struct pf_facts *f)
{
	f->around->link.devfn = 1;
}

static void bend_partner_no_pf(struct pf_facts *f)
{
	f->around->link.devfn = 1;
	f->around->link.exists = true;
}

static void bend_power(struct pf_facts *f)
{
	f->around->self.power_state = 1;
}

static void bend_power_off(struct pf_facts *f)
{
	f->around->self.power_state = 3;
}

static void bend_ari(struct pf_facts *f)
{
	f->around->port.ari_forwarding = false;
	f->sriov.first_vf_offset = 3;
	f->sriov.vf_stride = 1;
}

void bend_ari_none(struct pf_facts *f)
{
	f->around->port.ari_forwarding = false;
}

const struct limit limits[] = {
	{ "rejected", "kernel_accepted", bend_rejected, 0, -ENOENT, "no PF" },
	{ "total", "total_vfs", bend_total, 5, -ERANGE, "TotalVFs" },
	{ "no VFs", "total_vfs", bend_no_vfs, 0, -ERANGE, "is 0" },
	{ "driver's cap", "driver_cap", bend_cap, 7, -ERANGE, "allows 7" },
	{ "no driver", "driver", bend_no_driver, 0, -ENOENT, "no driver" },
	{ "no callback", "driver", bend_no_callback, 0, -ENOENT,
	  "cannot enable" },
	{ "switched off", "driver", bend_switched_off, 0, -ENOENT,
	  "enable_sriov" },
	{ "on", "vfs_on", bend_on, 0, -EBUSY, "3 VFs are on" },
	{ "not allowed", "allow_enable", bend_not_allowed, 0, -EPERM, "off" },
	{ "assigned", "vfs_assigned", bend_assigned, 0, -EPERM, "1 VF is" },
	{ "initial less", "initial_vfs", bend_initial_less, 0, -EIO, "is 7" },
	{ "initial more", "initial_vfs", bend_initial_more, 0, -EIO, "is 9" },
	{ "migration", "initial_vfs", bend_migration, 6, -EIO, "is 6" },
	{ "migration more", "initial_vfs", bend_migration_more, 0, -EIO,
	  "is 9" },
	{ "window 0", "vf_bar0_window", bend_window0, 0, -ENOMEM,
	  "needed 0x20000 for all 8 VFs of 0x4000" },
	{ "window dropped", "vf_bar0_window", bend_window_dropped, 0, -ENOMEM,
	  "kernel log" },
	{ "window 3", "vf_bar3_window", bend_window3, 0, -ENOMEM,
	  "needed 0x40000 for all 8 VFs of 0x8000" },
	{ "resized", "vf_bar3_window", bend_resized, 2, -ENOMEM,
	  "needed 0x800000 for 8 VFs of 0x100000 each, assigned 0x91000000-0x9127ffff" },
	{ "resized by one", "vf_bar3_window", bend_resized_by_one, 7, -ENOMEM,
	  "needed 0x800000 for 8 VFs of 0x100000 each, assigned 0x91000000-0x917ffffe" },
	{ "resized out", "vf_bar3_window", bend_resized_out, 0, -ENOMEM,
	  "needed 0xffffffffffffffff for 8 VFs of 0xffffffffffffffff each" },
	{ "VF BAR lost", "vf_bars", bend_bar_lost, 0, -ENOMEM,
	  "found 3 VF BARs, and no place for 1 of them" },
	{ "buses", "bus_numbers", bend_buses, 6, -ENOMEM, "on bus 04" },
	{ "buses, last", "bus_numbers", bend_buses_last, 7, -ENOMEM,
	  "on bus 04" },
	{ "buses, first", "bus_numbers", bend_buses_first, 1, -ENOMEM,
	  "on bus 04" },
	{ "no bus", "bus_numbers", bend_buses_none, 0, -ENOMEM, "on bus 04" },
	{ "no partner", "dependency_link", bend_no_partner, 0, -ENODEV,
	  "does not exist" },
	{ "partner no PF", "dependency_link", bend_partner_no_pf, 0, -ENOSYS,
	  "is no PF" },
	{ "power", "power_state", bend_power, 0, -EIO, "D1" },
	{ "power off", "power_state", bend_power_off, 0, -EIO, "D3" },
	{ "ARI", "ari_forwarding", bend_ari, 5, -EIO, "functions 1 to 7" },
	{ "ARI none", "ari_forwarding", bend_ari_none, 0, -EIO,
	  "functions 1 to 7" },
};

const u32 limit_count = ARRAY_SIZE(limits);

bool find_constraint(const struct pf_facts *f, const char *name,
		     struct preflight_result *result)
{
	u32 n;

	preflight_for_each(f, n, result) {
		if (!strcmp(result->name, name))
			return true;
	}
	return false;
}

const struct preflight_result *
constraint_of(struct kunit *test, const struct pf_facts *f, const char *name)
{
	struct preflight_result *result =
		kunit_kzalloc(test, sizeof(*result), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, result);
	KUNIT_ASSERT_TRUE_MSG(test, find_constraint(f, name, result), "%s",
			      name);
	return result;
}

static void expect_words(struct kunit *test, const char *text,
			 const char *words)
{
	KUNIT_EXPECT_NOT_NULL_MSG(test, strstr(text, words),
				  "\"%s\" is not in \"%s\"", words, text);
}

void expect_detail(struct kunit *test, const struct pf_facts *f,
		   const char *name, const char *words)
{
	expect_words(test, constraint_of(test, f, name)->detail, words);
}

void expect_remedy(struct kunit *test, const struct pf_facts *f,
		   const char *name, const char *words)
{
	expect_words(test, constraint_of(test, f, name)->remedy, words);
}
