// SPDX-License-Identifier: GPL-2.0
/*
 * What the kernel and the driver ask.
 */
#include <linux/kernel.h>
#include <linux/string.h>

#include "constraints.h"

/*
 * The kernel's own tests when it finds the device (sriov_init() and
 * compute_max_vf_buses() in drivers/pci/iov.c), as far as registers at rest
 * tell. Returns what failed, or NULL.
 */
static const char *failed_test(const struct pf_facts *f)
{
	const struct sriov_state *s = &f->sriov;

	if (f->sriov_error)
		return "its registers cannot be bounded, see check";
	if (!s->total_vfs)
		return "TotalVFs is 0";
	if (sriov_page_bytes(s->supported_page_sizes) < f->around->page_size)
		return "no supported page size is as large as the kernel's pages";
	if (!s->first_vf_offset)
		return "First VF Offset is 0, perhaps for some NumVFs only";
	if (s->total_vfs > 1 && !s->vf_stride)
		return "VF Stride is 0, perhaps for some NumVFs only";
	return NULL;
}

/* The kernel's pages in words, with their size if that is known */
static void say_pages(const struct pf_facts *f, char *text, size_t size)
{
	if (facts_lack(f, ABOUT_PAGE_SIZE))
		strscpy(text, "its pages", size);
	else
		scnprintf(text, size, "its pages of %u bytes",
			  f->around->page_size);
}

s64 constraint_kernel_accepted(const struct pf_facts *f, u32 slot,
			       struct preflight_result *result)
{
	const char *failed;
	char pages[32];

	if (f->kernel.is_physfn) {
		constraint_say(result,
			       "the kernel takes the function for a PF");
		return CONSTRAINT_ANY;
	}
	failed = failed_test(f);
	say_pages(f, pages, sizeof(pages));
	if (failed)
		constraint_say(result,
			       "the kernel takes the function for no PF: %s",
			       failed);
	else
		constraint_say(result,
			       "the kernel takes the function for no PF: a VF BAR is smaller than %s, or First VF Offset or VF Stride is 0 for some NumVFs, or the registers were others when it looked",
			       pages);
	constraint_advise(result,
			  "see check; update or set up the firmware of the device, then remove it and rescan the bus");
	return 0;
}

s64 constraint_driver_cap(const struct pf_facts *f, u32 slot,
			  struct preflight_result *result)
{
	const struct pf_kernel *kernel = &f->kernel;

	if (!kernel->is_physfn) {
		constraint_say(result,
			       "the kernel keeps no cap: see kernel_accepted");
		return CONSTRAINT_ANY;
	}
	if (f->sriov_error) {
		constraint_say(result,
			       "the registers are unknown, and with them whether a driver asked for less");
		return CONSTRAINT_ANY;
	}
	if (kernel->driver_cap >= f->sriov.total_vfs) {
		constraint_say(result,
			       "no driver asked for less than TotalVFs");
		return CONSTRAINT_ANY;
	}
	constraint_say(result, "%s allows %u (pci_sriov_set_totalvfs)",
		       facts_lack(f, ABOUT_DRIVER) ? "a driver" :
		       *kernel->driver		   ? kernel->driver :
						     "the last driver",
		       kernel->driver_cap);
	constraint_advise(result,
			  "ask for no more, or look for a setting of the driver");
	return kernel->driver_cap;
}

static s64 driver_missing(const struct pf_kernel *kernel,
			  struct preflight_result *result)
{
	const struct pf_probe *probe = &kernel->probe;

	if (probe->failed) {
		constraint_say(result,
			       "no driver is bound: the last one that was tried, %s, failed",
			       probe->driver);
		constraint_advise(result,
				  "see last_probe in status, and dmesg | grep %s, for why; mend that, then echo %s > /sys/bus/pci/drivers_probe",
				  kernel->name, kernel->name);
		return 0;
	}
	constraint_say(result, "no driver is bound");
	constraint_advise(result,
			  "bind the device's own driver, pci-pf-stub or sriovscope: echo sriovscope > /sys/bus/pci/devices/%s/driver_override && echo %s > /sys/bus/pci/drivers_probe",
			  kernel->name, kernel->name);
	return 0;
}

s64 constraint_driver(const struct pf_facts *f, u32 slot,
		      struct preflight_result *result)
{
	const struct pf_kernel *kernel = &f->kernel;

	if (!*kernel->driver)
		return driver_missing(kernel, result);
	if (facts_lack(f, ABOUT_CALLBACK))
		return constraint_unknown(f, ABOUT_CALLBACK, result);
	if (!kernel->can_configure) {
		constraint_say(result,
			       "%s cannot enable VFs (no sriov_configure)",
			       kernel->driver);
		constraint_advise(result,
				  "echo %s > /sys/bus/pci/devices/%s/driver/unbind, which ends all use of the device, then bind a driver that can: the device's own, pci-pf-stub or sriovscope",
				  kernel->name, kernel->name);
		return 0;
	}
	if (kernel->switched_off) {
		constraint_say(result,
			       "%s enables VFs only with its parameter enable_sriov, which is off",
			       kernel->driver);
		constraint_advise(result,
				  "echo 1 > /sys/module/vfio_pci/parameters/enable_sriov");
		return 0;
	}
	constraint_say(result, "%s is bound, and can enable VFs",
		       kernel->driver);
	return CONSTRAINT_ANY;
}

s64 constraint_vfs_on(const struct pf_facts *f, u32 slot,
		      struct preflight_result *result)
{
	u32 on = f->kernel.num_vfs;

	constraint_say(result, "%u %s on", on, on == 1 ? "VF is" : "VFs are");
	if (!on)
		return CONSTRAINT_ANY;
	constraint_advise(result,
			  "write 0 first, then the number: the kernel changes it only from 0");
	return 0;
}

s64 constraint_allow_enable(const struct pf_facts *f, u32 slot,
			    struct preflight_result *result)
{
	if (f->kernel.mode != PF_MODE_BOUND)
		return CONSTRAINT_NONE;
	if (facts_lack(f, ABOUT_MODULE))
		return constraint_unknown(f, ABOUT_MODULE, result);
	constraint_say(result, "parameter allow_enable of sriovscope is %s",
		       f->kernel.allowed ? "on" : "off");
	if (f->kernel.allowed)
		return CONSTRAINT_ANY;
	constraint_advise(result,
			  "echo 1 > /sys/module/sriovscope/parameters/allow_enable");
	return 0;
}

s64 constraint_vfs_assigned(const struct pf_facts *f, u32 slot,
			    struct preflight_result *result)
{
	u32 assigned = f->kernel.vfs_assigned;

	constraint_say(result,
		       "%u %s marked as assigned to guests; vfio-pci marks none, see driver in vfs",
		       assigned, assigned == 1 ? "VF is" : "VFs are");
	if (!assigned)
		return CONSTRAINT_ANY;
	constraint_advise(result, "detach them from the guests first");
	return 0;
}

s64 constraint_driver_limits(const struct pf_facts *f, u32 slot,
			     struct preflight_result *result)
{
	const char *driver = f->kernel.driver;

	if (!*driver || !f->kernel.can_configure)
		return CONSTRAINT_NONE;
	if (facts_driver_is_stub(f)) {
		constraint_say(result, "%s has no limits of its own", driver);
		return CONSTRAINT_ANY;
	}
	constraint_say(result,
		       "what %s limits itself (interrupts, queues, firmware) only it knows",
		       driver);
	constraint_advise(result, "look for its lines in the kernel log");
	return CONSTRAINT_ANY;
}

/* What Linux asks of a port to keep what is below it apart */
static bool acs_isolates(const struct acs_control_reg *acs)
{
	return register_get(acs, source_validation_enable) &&
	       register_get(acs, p2p_request_redirect_enable) &&
	       register_get(acs, p2p_completion_redirect_enable) &&
	       register_get(acs, upstream_forwarding_enable);
}

/* Does the port above keep apart what is below it? */
static const char *acs_word(const struct pf_facts *f)
{
	const struct around_port *port = &f->around->port;

	if (facts_lack(f, ABOUT_PORT))
		return "unknown";
	if (!port->exists)
		return "not there";
	if (port->error)
		return "unknown";
	if (!port->has_acs)
		return "missing";
	return acs_isolates(&port->acs) ? "on" : "not all on";
}

/*
 * A warning: VFs come, but cannot be given to guests one by one. A port that
 * keeps nothing apart has the PF in its own group, so that the group tells, and
 * ACS only why: of some ports the kernel knows that they need none.
 */
s64 constraint_iommu(const struct pf_facts *f, u32 slot,
		     struct preflight_result *result)
{
	const struct around_iommu *iommu = &f->around->iommu;

	if (!iommu->exists) {
		constraint_say(result,
			       "the PF is in no IOMMU group: VFs come, but cannot be given to guests");
		constraint_advise(result,
				  "switch the IOMMU on in the firmware, and boot with intel_iommu=on on Intel");
		return CONSTRAINT_ANY;
	}
	if (!iommu->others) {
		constraint_say(result, "the PF is alone in IOMMU group %d",
			       iommu->group);
		return CONSTRAINT_ANY;
	}
	constraint_say(result,
		       "IOMMU group %d has %u %s beside the PF, and ACS of the port above is %s: 'group is not viable' may stop VFs from being given to guests",
		       iommu->group, iommu->others,
		       iommu->others == 1 ? "device" : "devices", acs_word(f));
	constraint_advise(result,
			  "see iommu_group in vfs when VFs are on; use a slot whose ports have ACS, or give all VFs of a group to one guest");
	return CONSTRAINT_ANY;
}
