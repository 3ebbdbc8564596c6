// SPDX-License-Identifier: GPL-2.0
/*
 * What the constraints say, and the file that they are printed to.
 */
#include <linux/array_size.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <linux/string.h>

#include "preflight_facts.h"

/* Which of its own tests the kernel failed a function at */
static void text_rejected(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	expect_detail(test, f, "kernel_accepted",
		      "takes the function for a PF");
	f->kernel.is_physfn = false;
	expect_detail(test, f, "driver_cap", "keeps no cap");
	expect_detail(test, f, "kernel_accepted", "pages of 4096 bytes");
	f->sriov.vf_stride = 0;
	expect_detail(test, f, "kernel_accepted", "VF Stride is 0");
	f->sriov.total_vfs = 1;
	expect_detail(test, f, "kernel_accepted", "pages of 4096 bytes");
	f->sriov.first_vf_offset = 0;
	expect_detail(test, f, "kernel_accepted", "First VF Offset is 0");
	f->around->page_size = 0x800000;
	expect_detail(test, f, "kernel_accepted", "page size");
	f->sriov.total_vfs = 0;
	expect_detail(test, f, "kernel_accepted", "TotalVFs is 0");
	f->sriov_error = -EIO;
	expect_detail(test, f, "kernel_accepted", "cannot be bounded");
}

/* The largest supported page size decides: it is enough when it is the kernel's. */
static void text_page_size(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	f->kernel.is_physfn = false;
	f->sriov.supported_page_sizes = 0x8;
	f->around->page_size = 0x8000;
	expect_detail(test, f, "kernel_accepted", "pages of 32768 bytes");
	f->around->page_size = 0x10000;
	expect_detail(test, f, "kernel_accepted", "no supported page size");
	f->sriov.supported_page_sizes = 0x80000000;
	expect_detail(test, f, "kernel_accepted", "pages of 65536 bytes");
}

/* What is a line for some devices only */
static void text_lines(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct preflight_result result;

	KUNIT_EXPECT_FALSE(test, find_constraint(f, "vf_bar1_window", &result));
	KUNIT_EXPECT_FALSE(test, find_constraint(f, "vf_bar2_window", &result));
	KUNIT_EXPECT_TRUE(test, find_constraint(f, "allow_enable", &result));
	f->kernel.mode = PF_MODE_OBSERVED;
	KUNIT_EXPECT_FALSE(test, find_constraint(f, "allow_enable", &result));
	bend_no_callback(f);
	KUNIT_EXPECT_FALSE(test, find_constraint(f, "driver_limits", &result));
	f->kernel.can_configure = true;
	f->kernel.driver[0] = '\0';
	KUNIT_EXPECT_FALSE(test, find_constraint(f, "driver_limits", &result));
}

/* VF BARs that make no sense are none, and have no lines. */
static void text_malformed(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct preflight_result result;

	bend_window_dropped(f);
	KUNIT_EXPECT_TRUE(test, find_constraint(f, "vf_bar0_window", &result));
	f->sriov.vf_bar[5] = PCI_BASE_ADDRESS_SPACE_IO;
	KUNIT_EXPECT_FALSE(test, find_constraint(f, "vf_bar0_window", &result));
	KUNIT_EXPECT_TRUE(test, find_constraint(f, "vf_bar3_window", &result));
}

static void text_driver(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	expect_detail(test, f, "driver", "sriovscope is bound");
	expect_detail(test, f, "driver_cap", "no driver asked for less");
	expect_detail(test, f, "driver_limits", "no limits of its own");
	f->kernel.mode = PF_MODE_OBSERVED;
	strscpy(f->kernel.driver, "pci-pf-stub", sizeof(f->kernel.driver));
	expect_detail(test, f, "driver_limits", "no limits of its own");
	strscpy(f->kernel.driver, "igb", sizeof(f->kernel.driver));
	expect_detail(test, f, "driver_limits", "what igb limits itself");
	expect_remedy(test, f, "driver_limits", "kernel log");
	f->kernel.driver_cap = 7;
	expect_detail(test, f, "driver_cap", "igb allows 7");
	bend_no_driver(f);
	expect_detail(test, f, "driver_cap", "the last driver allows 7");
	expect_remedy(test, f, "driver", "0000:03:00.0/driver_override");
}

/* Whether guests can have VFs is a warning. */
static void text_iommu(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	expect_detail(test, f, "iommu", "the PF is alone in IOMMU group 7");
	f->around->port.has_acs = false;
	f->around->port.acs.raw = 0;
	expect_detail(test, f, "iommu", "the PF is alone in IOMMU group 7");
	f->around->iommu.others = 1;
	expect_detail(test, f, "iommu",
		      "group 7 has 1 device beside the PF, and ACS of the port above is missing");
	f->around->iommu.others = 2;
	expect_detail(test, f, "iommu", "2 devices beside");
	f->around->iommu.exists = false;
	expect_detail(test, f, "iommu", "no IOMMU group");
	KUNIT_EXPECT_EQ(test, constraint_of(test, f, "iommu")->max_vfs,
			U16_MAX);
}

/* ACS isolates when all of four are on. */
static void text_acs(struct kunit *test)
{
	static const u16 needed[] = {
		PCI_ACS_SV,
		PCI_ACS_RR,
		PCI_ACS_CR,
		PCI_ACS_UF,
	};
	struct pf_facts *f = facts_new(test);
	u32 i;

	f->around->iommu.others = 1;
	f->around->port.acs.raw = PCI_ACS_SV | PCI_ACS_RR | PCI_ACS_CR |
				  PCI_ACS_UF;
	expect_detail(test, f, "iommu", "the port above is on");
	for (i = 0; i < ARRAY_SIZE(needed); i++) {
		f->around->port.acs.raw = ~needed[i];
		expect_detail(test, f, "iommu", "the port above is not all on");
	}
	f->around->port.error = -EIO;
	expect_detail(test, f, "iommu", "the port above is unknown");
	f->around->port.exists = false;
	expect_detail(test, f, "iommu", "the port above is not there");
}

/* What can be done about ARI depends on who lacks it. */
static void text_ari(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	expect_detail(test, f, "ari_forwarding", "0000:00:01.0, forwards ARI");
	bend_ari_none(f);
	f->around->self.has_ari = true;
	expect_detail(test, f, "ari_forwarding",
		      "0000:00:01.0, does not forward");
	expect_remedy(test, f, "ari_forwarding", "rescan");
	f->around->self.has_ari = false;
	expect_remedy(test, f, "ari_forwarding", "lacks");
	f->around->port.ari_supported = false;
	expect_detail(test, f, "ari_forwarding",
		      "0000:00:01.0, cannot forward");
	expect_remedy(test, f, "ari_forwarding", "slot");
}

/* A port that does not limit says so, too. */
static void text_port(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	bend_ari_none(f);
	f->around->port.downstream = false;
	expect_detail(test, f, "ari_forwarding", "could forward ARI");
	f->around->port.ari_supported = false;
	expect_detail(test, f, "ari_forwarding", "cannot forward ARI");
	f->around->port.error = -EIO;
	expect_detail(test, f, "ari_forwarding", "unknown");
	f->around->port.exists = false;
	expect_detail(test, f, "ari_forwarding", "no port above");
}

static void text_device(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	expect_detail(test, f, "dependency_link", "the function itself");
	expect_detail(test, f, "power_state", "the PF is in D0");
	f->around->self.woken = true;
	f->around->self.power_state = 4;
	expect_detail(test, f, "power_state",
		      "the PF slept in D3cold, and was woken up");
	expect_remedy(test, f, "power_state", "power/control");
	f->around->self.woken = false;
	f->around->self.power_state = 0;
	expect_detail(test, f, "initial_vfs",
		      "InitialVFs is 8, TotalVFs is 8, and the device is not capable");
	expect_detail(test, f, "bus_numbers",
		      "all of 8 VFs are on bus 03, the PF's own, by First VF Offset 128 and VF Stride 2 of now");
	f->sriov.vf_migration_capable = true;
	expect_detail(test, f, "initial_vfs", "the device is capable");
	f->around->link.devfn = 0x0a;
	expect_remedy(test, f, "dependency_link", "rescan the bus");
	f->around->link.exists = true;
	expect_detail(test, f, "dependency_link",
		      "names 01.2 of the bus, which is no PF");
	expect_remedy(test, f, "dependency_link", "the device breaks");
	f->around->link.is_physfn = true;
	expect_detail(test, f, "dependency_link", "which is a PF");
	f->around->self.has_pm = false;
	expect_detail(test, f, "power_state", "no Power Management");
}

/* Fewer VFs help only when some fit. */
static void text_buses(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	f->sriov.first_vf_offset = 255;
	expect_remedy(test, f, "bus_numbers", "; or ask for fewer VFs");
	expect_detail(test, f, "bus_numbers",
		      "the last of 8 VFs is on bus 04, by First VF Offset 255 and VF Stride 2 of now; buses 03 to 03");
	f->sriov.first_vf_offset = 256;
	KUNIT_EXPECT_NULL(test,
			  strstr(constraint_of(test, f, "bus_numbers")->remedy,
				 "fewer"));
	f->sriov.initial_vfs = 0;
	f->sriov.total_vfs = 0;
	expect_detail(test, f, "bus_numbers", "last of 0 VFs is on bus 04");
}

static void text_on(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	expect_detail(test, f, "vfs_on", "0 VFs are on");
	expect_detail(test, f, "vfs_assigned", "0 VFs are marked");
	f->kernel.num_vfs = 1;
	expect_detail(test, f, "vfs_on", "1 VF is on");
	f->kernel.vfs_assigned = 2;
	expect_detail(test, f, "vfs_assigned", "2 VFs are marked");
	expect_detail(test, f, "allow_enable", "is on");
}

/* All that needs the registers says that it has none. */
static void text_unknown(struct kunit *test)
{
	static const char *const names[] = {
		"total_vfs",	   "driver_cap",     "initial_vfs",
		"vf_bar0_window",  "vf_bar3_window", "bus_numbers",
		"dependency_link", "ari_forwarding",
	};
	struct pf_facts *f = facts_new(test);
	u32 i;

	f->sriov_error = -EIO;
	for (i = 0; i < ARRAY_SIZE(names); i++)
		expect_detail(test, f, names[i], "unknown");
	expect_detail(test, f, "total_vfs", "the kernel has read 8");
}

static struct kunit_case text_cases[] = {
	KUNIT_CASE(text_rejected),
	KUNIT_CASE(text_page_size),
	KUNIT_CASE(text_lines),
	KUNIT_CASE(text_malformed),
	KUNIT_CASE(text_driver),
	KUNIT_CASE(text_iommu),
	KUNIT_CASE(text_acs),
	KUNIT_CASE(text_ari),
	KUNIT_CASE(text_port),
	KUNIT_CASE(text_device),
	KUNIT_CASE(text_buses),
	KUNIT_CASE(text_on),
	KUNIT_CASE(text_unknown),
	/* sentinel */
	{},
};

static struct kunit_suite text_suite = {
	.name = "sriovscope_preflight_text",
	.test_cases = text_cases,
};

kunit_test_suite(text_suite);
