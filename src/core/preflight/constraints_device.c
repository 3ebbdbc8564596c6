// SPDX-License-Identifier: GPL-2.0
/*
 * What the registers, and the place where the device is, allow.
 */
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/limits.h>
#include <linux/minmax.h>
#include <linux/string.h>
#include <sriovscope/routing_id.h>

#include "constraints.h"
#include "room_words.h"

s64 constraint_total_vfs(const struct pf_facts *f, u32 slot,
			 struct preflight_result *result)
{
	u16 total = f->sriov.total_vfs;

	if (f->sriov_error && facts_lack(f, ABOUT_KERNEL))
		return constraint_unknown(f, ABOUT_KERNEL, result);
	if (f->sriov_error) {
		constraint_say(result,
			       "the register is unknown: see check; the kernel has read %u",
			       f->kernel.driver_cap);
		return f->kernel.driver_cap;
	}
	constraint_say(result, "TotalVFs of the device is %u", total);
	constraint_advise(result,
			  total ? "ask for no more, or look for a firmware setting of the device" :
				  "switch SR-IOV on in the firmware of the device or of the machine, then reboot");
	return total;
}

/* sriov_enable() asks for more than the specification: both equal. */
s64 constraint_initial_vfs(const struct pf_facts *f, u32 slot,
			   struct preflight_result *result)
{
	u16 initial = f->sriov.initial_vfs, total = f->sriov.total_vfs;
	bool migration = f->sriov.vf_migration_capable;

	if (f->sriov_error)
		return constraint_not_known(result);
	constraint_say(result,
		       "InitialVFs is %u, TotalVFs is %u, and the device is %scapable of VF migration",
		       initial, total, migration ? "" : "not ");
	if (initial == total)
		return CONSTRAINT_ANY;
	if (migration && initial < total) {
		constraint_advise(result,
				  "ask for no more than InitialVFs: the kernel takes a larger number, but no more VFs come");
		return initial;
	}
	constraint_advise(result,
			  "the device breaks the specification, see check; update its firmware");
	return 0;
}

/* How many VFs are on buses up to @last_bus, as sriov_enable() reckons it. */
static u32 vfs_on_buses(const struct pf_facts *f, u32 last_bus)
{
	const struct sriov_state *s = &f->sriov;
	u32 first = f->kernel.routing_id + s->first_vf_offset;
	u32 end = routing_id_first(last_bus + 1);

	if (first >= end)
		return 0;
	if (!s->vf_stride)
		return s->total_vfs;
	return min_t(u32, (end - 1 - first) / s->vf_stride + 1, s->total_vfs);
}

static void buses_advise(const struct pf_facts *f, u32 last_bus, u32 fit,
			 struct preflight_result *result)
{
	size_t len = strlen(result->detail);
	struct room_verdict verdict;

	if (facts_lack(f, ABOUT_ROOMS)) {
		constraint_advise(result,
				  "boot with pci=assign-busses, or let the firmware give the port more buses (hot-plug padding)%s",
				  fit ? "; or ask for fewer VFs" : "");
		return;
	}
	room_judge_buses(&f->around->rooms, last_bus, &verdict);
	if (verdict.window)
		room_say_buses(f, &verdict, result->detail + len,
			       sizeof(result->detail) - len);
	len = room_advise_buses(f, &verdict, result->remedy,
				sizeof(result->remedy));
	scnprintf(result->remedy + len, sizeof(result->remedy) - len, "%s",
		  fit ? "; or ask for fewer VFs" : "");
}

s64 constraint_bus_numbers(const struct pf_facts *f, u32 slot,
			   struct preflight_result *result)
{
	const struct sriov_state *s = &f->sriov;
	u32 own = routing_id_bus(f->kernel.routing_id);
	u32 total = s->total_vfs, last, bus, fit;

	if (f->sriov_error)
		return constraint_not_known(result);
	last = f->kernel.routing_id + s->first_vf_offset +
	       s->vf_stride * (total ? total - 1 : 0);
	bus = routing_sum_bus(last);
	/* Its own bus is there, whatever else is. */
	if (bus == own) {
		constraint_say(result,
			       "all of %u VFs are on bus %02x, the PF's own, by First VF Offset %u and VF Stride %u of now",
			       total, own, s->first_vf_offset, s->vf_stride);
		return CONSTRAINT_ANY;
	}
	if (facts_lack(f, ABOUT_BUSES))
		return constraint_unknown(f, ABOUT_BUSES, result);
	fit = vfs_on_buses(f, f->around->last_bus);
	constraint_say(result,
		       "the last of %u VFs is on bus %02x, by First VF Offset %u and VF Stride %u of now; buses %02x to %02x are there for it",
		       total, bus, s->first_vf_offset, s->vf_stride, own,
		       f->around->last_bus);
	if (fit >= total)
		return CONSTRAINT_ANY;
	buses_advise(f, bus, fit, result);
	return fit;
}

s64 constraint_dependency_link(const struct pf_facts *f, u32 slot,
			       struct preflight_result *result)
{
	const struct around_link *link = &f->around->link;
	u8 own = f->kernel.routing_id;

	if (f->sriov_error)
		return constraint_not_known(result);
	if (link->devfn == own) {
		constraint_say(result,
			       "Function Dependency Link names the function itself");
		return CONSTRAINT_ANY;
	}
	constraint_say(result,
		       "Function Dependency Link names %02x.%d of the bus, which %s",
		       routing_id_device(link->devfn),
		       routing_id_function(link->devfn),
		       link->is_physfn ? "is a PF" :
		       link->exists    ? "is no PF" :
					 "does not exist");
	if (link->is_physfn)
		return CONSTRAINT_ANY;
	if (link->exists) {
		result->error = -ENOSYS;
		result->errno_name = "ENOSYS";
	}
	constraint_advise(result,
			  "%sthe device breaks the specification, see check; update its firmware",
			  link->exists ?
				  "" :
				  "rescan the bus if that function was removed; else ");
	return 0;
}

s64 constraint_power_state(const struct pf_facts *f, u32 slot,
			   struct preflight_result *result)
{
	const struct around_self *self = &f->around->self;

	if (!self->has_pm) {
		constraint_say(result,
			       "the PF has no Power Management capability: always D0");
		return CONSTRAINT_ANY;
	}
	/* Who put it to sleep wakes it up, or does not: that is the driver's. */
	if (self->woken) {
		constraint_say(result,
			       "the PF slept in %s, and was woken up to be looked at",
			       around_power_name(self->power_state));
		constraint_advise(result,
				  "if VFs do not answer: echo on > /sys/bus/pci/devices/%s/power/control",
				  f->kernel.name);
		return CONSTRAINT_ANY;
	}
	constraint_say(result, "the PF is in D%u%s", self->power_state,
		       self->power_state ? ", where VFs do not answer" : "");
	if (!self->power_state)
		return CONSTRAINT_ANY;
	constraint_advise(result,
			  "echo on > /sys/bus/pci/devices/%s/power/control, or bind its driver",
			  f->kernel.name);
	return 0;
}

/*
 * Without ARI forwarding a port reaches functions 0 to 7 of its own bus alone,
 * and all of the buses behind it. Counts the VFs before the first out of reach.
 */
static u32 vfs_without_ari(const struct pf_facts *f)
{
	const struct sriov_state *s = &f->sriov;
	u32 pf = f->kernel.routing_id;
	u32 n, id;

	for (n = 0; n < s->total_vfs; n++) {
		id = pf + s->first_vf_offset + s->vf_stride * n;
		if (routing_sum_bus(id) != routing_sum_bus(pf))
			break;
		if (routing_id_device(id))
			return n;
	}
	return s->total_vfs;
}

/* The kernel switches it on for function 0 alone (pci_configure_ari()). */
static void ari_advise(const struct pf_facts *f,
		       struct preflight_result *result)
{
	if (!f->around->port.ari_supported)
		constraint_advise(result, "use a slot whose port forwards ARI");
	else if (f->around->self.has_ari || facts_lack(f, ABOUT_SELF))
		constraint_advise(result,
				  "boot without pci=noari; else remove all functions of the device and rescan the bus: the kernel switches it on when it finds function 0");
	else
		constraint_advise(result,
				  "the kernel switches it on only for a device with an ARI capability, which the PF lacks: update its firmware");
}

s64 constraint_ari_forwarding(const struct pf_facts *f, u32 slot,
			      struct preflight_result *result)
{
	const struct around_port *port = &f->around->port;
	u32 fit;

	if (f->sriov_error)
		return constraint_not_known(result);
	if (!port->exists || port->error) {
		constraint_say(result,
			       port->exists ?
				       "the registers of the port above are unknown" :
				       "there is no port above");
		return CONSTRAINT_ANY;
	}
	constraint_say(result, "the port above, %s, %s", port->name,
		       port->ari_forwarding ? "forwards ARI" :
		       port->ari_supported ? "could forward ARI, and does not" :
					     "cannot forward ARI");
	if (port->ari_forwarding || !port->downstream)
		return CONSTRAINT_ANY;
	fit = vfs_without_ari(f);
	if (fit >= f->sriov.total_vfs)
		return CONSTRAINT_ANY;
	constraint_say(result,
		       "the port above, %s, %s forward ARI, and only VFs at functions 1 to 7 would answer",
		       port->name, port->ari_supported ? "does not" : "cannot");
	ari_advise(f, result);
	return fit;
}
