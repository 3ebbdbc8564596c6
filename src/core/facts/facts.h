/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The waist: what is known of a PF at one moment, as plain data. Who fills it in
 * (pf/ in the kernel) and who makes something of it (rules, constraints, files)
 * know nothing of each other.
 */
#ifndef SRIOVSCOPE_FACTS_H
#define SRIOVSCOPE_FACTS_H

#include <linux/string.h>
#include <sriovscope/sriov.h>

#include "surroundings.h"

#define PF_REQUEST_LEN 32
#define PF_REASON_LEN 640
#define PF_DRIVER_LEN 40

/**
 * enum pf_request_state - how far the last request to change the VFs is
 * @PF_REQUEST_NONE: there was none since the PF is watched
 * @PF_REQUEST_IN_PROGRESS: the PCI core is at work
 * @PF_REQUEST_DONE: it ended
 */
enum pf_request_state {
	PF_REQUEST_NONE,
	PF_REQUEST_IN_PROGRESS,
	PF_REQUEST_DONE,
};

/**
 * struct pf_request - the last request to change the VFs, for "status"
 * @state: how far it is
 * @result: 0 or a negative errno, once done
 * @text: what was asked for
 * @reason: one sentence
 */
struct pf_request {
	enum pf_request_state state;
	int result;
	char text[PF_REQUEST_LEN];
	char reason[PF_REASON_LEN];
};

/**
 * struct pf_probe - how the last try to bind a driver ended
 * @driver: its name, empty when there was none since the PF is watched
 * @failed: it did not take the PF
 * @error: why, as far as it is known: sriovscope's own; else 0
 * @reason: one sentence of sriovscope's own probe, else NULL
 */
struct pf_probe {
	char driver[PF_DRIVER_LEN];
	bool failed;
	int error;
	const char *reason;
};

/*
 * What a snapshot shall hold beside what the kernel knows without looking. Those
 * marked with a star read other devices: not under a lock that a reset may wait
 * for, see Documentation/locking.md.
 */
#define FACTS_SRIOV BIT(0) /* the SR-IOV registers, or fail */
#define FACTS_SRIOV_IF_ANY BIT(1) /* the same, when there is a view */
#define FACTS_CHAIN BIT(2) /* all extended capabilities */
#define FACTS_IMAGE BIT(3) /* the whole configuration space */
#define FACTS_HEADER BIT(4) /* its first 64 bytes alone */
#define FACTS_ASSIGNED BIT(5) /* vfs_assigned; visits all devices */
#define FACTS_SELF BIT(6) /* its other capabilities */
#define FACTS_PLACE BIT(7) /* what the kernel knows of its surroundings */
#define FACTS_PORT BIT(8) /* * the port above */
#define FACTS_PEERS BIT(9) /* * the other PFs on its bus */
#define FACTS_VFS BIT(10) /* * the VFs that are on, and who is in their place */
#define FACTS_VF_BARS BIT(11) /* of FACTS_SELF look_vf_bars() alone */
#define FACTS_WAKE BIT(12) /* wake it up; else who sleeps is left alone */
#define FACTS_VF_DEVICES BIT(13) /* the VFs that the kernel has */
#define FACTS_LOCKDOWN BIT(14) /* locked_down; the kernel may log who asks */
#define FACTS_PORT_IDE BIT(15) /* * of FACTS_PORT, with it: its IDE streams */
#define FACTS_SELF_USE BIT(16) /* its Command, ATS and PASID: around->use */
#define FACTS_VF_USE BIT(17) /* * the same of the VFs, and their drivers */
#define FACTS_NO_WAIT BIT(18) /* what is being reset is not read */
#define FACTS_VF_SETTINGS \
	BIT(19) /* autoprobe, vf_msix; tries the device lock */
#define FACTS_ROOM \
	BIT(20) /* who has memory and buses above; visits all devices */

/* Those with a star: what reads other devices */
#define FACTS_OTHERS \
	(FACTS_PORT | FACTS_PEERS | FACTS_VFS | FACTS_PORT_IDE | FACTS_VF_USE)

/* The surroundings, but for the VFs */
#define FACTS_AROUND (FACTS_SELF | FACTS_PLACE | FACTS_PORT | FACTS_PEERS)

/**
 * enum pf_mode - how sriovscope stands to a PF
 * @PF_MODE_OBSERVED: it is owned by another driver or by none
 * @PF_MODE_BOUND: it is owned by sriovscope's driver
 * @PF_MODE_REJECTED: it has the capability, and the kernel takes it for no PF
 */
enum pf_mode {
	PF_MODE_OBSERVED,
	PF_MODE_BOUND,
	PF_MODE_REJECTED,
};

/**
 * struct vf_window - the kernel's resource for all VFs' copies of one VF BAR
 * @size: in bytes, 0 when the kernel has none
 * @start: first address, as the CPU has it
 * @assigned: it is part of a bridge's window
 */
struct vf_window {
	u64 size;
	u64 start;
	bool assigned;
};

/**
 * struct pf_kernel - what the kernel holds about a PF
 * @name: domain, bus, device and function, as sysfs has it
 * @driver: name of the driver, empty when there is none
 * @enabled: somebody has enabled the device; with FACTS_VF_SETTINGS
 * @can_configure: the driver can enable VFs (sriov_configure)
 * @switched_off: it has a parameter for that, which is off
 * @allowed: parameter allow_enable of sriovscope is on
 * @locked_down: kernel lockdown closes files that write; with FACTS_LOCKDOWN
 *	alone, and of a PF that is bound while @allowed
 * @integrated: it is a Root Complex integrated endpoint
 * @domain: PCI domain
 * @routing_id: bus in the high byte, devfn in the low one
 * @vendor: Vendor ID
 * @device: Device ID
 * @cap_offset: where the kernel's search found SR-IOV, 0 when nowhere, and when
 *	nobody has looked so far
 * @has_ea: it has Enhanced Allocation; false as well when nobody has looked so far
 * @mode: how sriovscope stands to it
 * @is_physfn: the kernel takes it for a PF
 * @num_vfs: VFs that the kernel has enabled
 * @driver_cap: VFs that the driver allows (pci_sriov_get_totalvfs())
 * @vfs_assigned: VFs that guests have; with FACTS_ASSIGNED alone
 * @changing: somebody may have been changing the VFs, or the binding, while this
 *	was taken, so that registers and kernel need not agree
 * @asleep: it sleeps, and was not woken up: nothing of it was read
 * @resetting: it is being reset, and was not waited for: nothing of it was read
 * @autoprobe_known: the kernel says whether drivers are kept from its VFs
 * @autoprobe: they are not (sriov_drivers_autoprobe)
 * @vf_msix_known: its driver was asked how many MSI-X vectors its VFs share
 * @vf_msix: how many (sriov_vf_total_msix), 0 when the driver shares none out
 * @probe: how the last try to bind a driver ended
 * @windows: by the slot of the VF BAR
 * @vf_bars_known: it is known how many VF BARs the kernel found; with the
 *	SR-IOV registers alone, see core_vf_bars()
 * @vf_bars: how many, with a place or without
 */
struct pf_kernel {
	char name[24];
	char driver[PF_DRIVER_LEN];
	bool enabled;
	bool can_configure;
	bool switched_off;
	bool allowed;
	bool locked_down;
	bool integrated;
	int domain;
	u16 routing_id;
	u16 vendor;
	u16 device;
	u16 cap_offset;
	bool has_ea;
	enum pf_mode mode;
	bool is_physfn;
	u32 num_vfs;
	u32 driver_cap;
	u32 vfs_assigned;
	bool changing;
	bool asleep;
	bool resetting;
	bool autoprobe_known;
	bool autoprobe;
	bool vf_msix_known;
	u32 vf_msix;
	struct pf_probe probe;
	struct vf_window windows[PCI_SRIOV_NUM_BARS];
	bool vf_bars_known;
	u8 vf_bars;
};

/*
 * Facts come in groups, as one has them or not: what is read of a dump has no
 * IOMMU, and nobody to ask. A group that could not be had is in @unknown of
 * struct pf_facts. What belongs to it is 0, false and NULL then, and says nothing:
 * neither that it is 0 nor that it is not there. The registers have an errno of
 * their own instead.
 */
#define ABOUT_PLACE BIT(0) /* kernel.domain, .routing_id */
#define ABOUT_KERNEL \
	BIT(1) /* .is_physfn .num_vfs .driver_cap .changing .autoprobe */
#define ABOUT_DRIVER BIT(2) /* .driver, .enabled, .mode */
#define ABOUT_CALLBACK BIT(3) /* .can_configure, .switched_off */
#define ABOUT_MODULE BIT(4) /* .allowed, .locked_down, .probe; request */
#define ABOUT_ASSIGNED BIT(5) /* .vfs_assigned */
#define ABOUT_WINDOWS BIT(6) /* .windows, .vf_bars */
#define ABOUT_PAGE_SIZE BIT(7) /* around->page_size */
#define ABOUT_BUSES BIT(8) /* ->last_bus */
#define ABOUT_SELF BIT(9) /* ->self, ->use, ->rebar, ->ea; kernel.integrated */
#define ABOUT_POWER BIT(10) /* ->self.power_state, .power_now, .woken */
#define ABOUT_PORT BIT(11) /* ->port */
#define ABOUT_PEERS BIT(12) /* ->all_pfs, ->peers, ->functions */
#define ABOUT_LINK BIT(13) /* ->link */
#define ABOUT_IOMMU BIT(14) /* ->iommu */
#define ABOUT_VFS BIT(15) /* ->vfs, ->answers; vf_devices */
#define ABOUT_ROOMS BIT(16) /* ->rooms */
#define ABOUT_VF_MSIX BIT(17) /* kernel.vf_msix */
#define ABOUT_VF_TRIED BIT(18) /* vf_devices: .matching, .tried, .trial */
#define ABOUT_GROUPS 19

/**
 * struct pf_chain - the extended capabilities of a PF
 * @count: how many there are
 * @caps: in the order of the chain
 *
 * A struct ext_chain knows where it was read; of this one that is forgotten.
 */
struct pf_chain {
	u32 count;
	struct ext_cap caps[];
};

/**
 * enum vf_trial - what became of the last driver that matched a VF
 * @VF_TRIAL_NONE: none did since the VF is watched
 * @VF_TRIAL_FAILED: its probe failed
 * @VF_TRIAL_KEPT_OFF: it was not tried, for sriov_drivers_autoprobe was off
 * @VF_TRIAL_BOUND: it took the VF
 * @VF_TRIAL_UNBOUND: it had the VF, and was unbound
 */
enum vf_trial {
	VF_TRIAL_NONE,
	VF_TRIAL_FAILED,
	VF_TRIAL_KEPT_OFF,
	VF_TRIAL_BOUND,
	VF_TRIAL_UNBOUND,
};

/**
 * struct vf_device - a VF that the kernel has
 * @routing_id: bus in the high byte, devfn in the low one
 * @group: number of its IOMMU group, -1 for none
 * @driver: name of its driver, empty when there is none
 * @enabled: somebody has enabled the device; with FACTS_VF_USE, as all below
 * @override_known: @override was had: it is under the VF's lock on some kernels,
 *	and not asked for while it has a driver
 * @override: the one driver that may have it (driver_override), empty for any
 * @override_loaded: there is a driver of that name
 * @matching: while it has no driver, a loaded one whose table has its IDs; empty
 *	when there is none
 * @trial: what became of the last driver that matched it
 * @trial_error: what its probe answered, 0 when that is not known
 * @tried: name of that driver
 * @tried_loaded: it is still there
 * @group_shared: others of the PF's VFs are in its group
 * @group_open: vfio has enabled another device of its group, of the PF or a VF
 */
struct vf_device {
	u16 routing_id;
	int group;
	char driver[PF_DRIVER_LEN];
	bool enabled;
	bool override_known;
	char override[PF_DRIVER_LEN];
	bool override_loaded;
	char matching[PF_DRIVER_LEN];
	enum vf_trial trial;
	int trial_error;
	char tried[PF_DRIVER_LEN];
	bool tried_loaded;
	bool group_shared;
	bool group_open;
};

/**
 * struct pf_facts - a PF at one moment
 * @unknown: groups that could not be had, ABOUT_*; none in the kernel
 * @why: why not, in a few words, "a dump does not say"; with @unknown alone
 * @kernel: what the kernel holds about it
 * @sriov_error: 0 when @sriov is there, else why it is not
 * @sriov: the decoded SR-IOV registers
 * @chain: its extended capabilities, NULL when not asked for
 * @image: its configuration space, NULL when not asked for
 * @around: what is around it, NULL when not asked for
 * @request: the last request to change the VFs
 * @vf_device_count: VFs that the kernel has, with FACTS_VF_DEVICES
 * @vf_devices: in the order of their routing IDs
 */
struct pf_facts {
	u32 unknown;
	const char *why;
	struct pf_kernel kernel;
	int sriov_error;
	struct sriov_state sriov;
	struct pf_chain *chain;
	struct image_space *image;
	struct pf_around *around;
	struct pf_request request;
	u32 vf_device_count;
	struct vf_device *vf_devices;
};

/**
 * facts_lack() - what of some groups could not be had?
 * @facts: what is known
 * @about: the groups, ABOUT_*
 *
 * Context: any; pure.
 * Return: those that are unknown.
 */
static inline u32 facts_lack(const struct pf_facts *facts, u32 about)
{
	return facts->unknown & about;
}

/**
 * facts_say_lack() - say what could not be had, and why
 * @facts: what is known
 * @about: the groups that were needed; at least one of them is unknown
 * @text: where the words go
 * @size: of @text in bytes
 *
 * Context: any; pure.
 */
void facts_say_lack(const struct pf_facts *facts, u32 about, char *text,
		    size_t size);

/**
 * facts_vf_device() - the VF at a routing ID
 * @facts: with FACTS_VF_DEVICES
 * @routing_id: bus in the high byte, devfn in the low one
 *
 * Costs the logarithm of how many there are.
 *
 * Context: any; pure.
 * Return: the VF, NULL when the kernel has none there.
 */
const struct vf_device *facts_vf_device(const struct pf_facts *facts,
					u16 routing_id);

/**
 * facts_around_vf() - the registers of the VF at a routing ID
 * @facts: with FACTS_VFS or FACTS_VF_USE
 * @routing_id: bus in the high byte, devfn in the low one
 *
 * Costs the logarithm of how many there are.
 *
 * Context: any; pure.
 * Return: what was read, NULL when nobody looked there.
 */
const struct around_vf *facts_around_vf(const struct pf_facts *facts,
					u16 routing_id);

/**
 * facts_driver_is_vfio() - does a driver give its device to programs?
 * @driver: its name
 *
 * Context: any; pure.
 * Return: true for vfio-pci and those that are made of it.
 */
static inline bool facts_driver_is_vfio(const char *driver)
{
	return strstr(driver, "vfio");
}

/**
 * facts_compare_vfs() - what VFs tell of each other
 * @facts: with FACTS_VF_USE; which of them answer, and what is in their IOMMU
 *	groups, is filled in
 *
 * Costs no more than to sort them, so that nobody asks it for each of them.
 *
 * Context: allocates with GFP_KERNEL.
 * Return: 0 or -ENOMEM.
 */
int facts_compare_vfs(struct pf_facts *facts);

/**
 * facts_driver_is_stub() - has the PF a driver that does nothing with it?
 * @facts: what is known, its driver too
 *
 * Context: any; pure.
 * Return: true for one that is there to enable VFs alone.
 */
static inline bool facts_driver_is_stub(const struct pf_facts *facts)
{
	return facts->kernel.mode == PF_MODE_BOUND ||
	       !strcmp(facts->kernel.driver, "pci-pf-stub");
}

/**
 * facts_chain() - what facts keep of a chain
 * @chain: from ext_chain_read()
 *
 * Context: allocates with GFP_KERNEL.
 * Return: a copy for kvfree(), NULL when there is no memory.
 */
struct pf_chain *facts_chain(const struct ext_chain *chain);

/**
 * facts_sort_rooms() - bring those who have parts of windows into their order
 * @rooms: filled in, but for the order
 *
 * Context: any; pure.
 */
void facts_sort_rooms(struct around_rooms *rooms);

/**
 * facts_drop() - release what facts hold
 * @facts: what it points to is freed, with kvfree(); may be dropped twice
 */
void facts_drop(struct pf_facts *facts);

#endif
