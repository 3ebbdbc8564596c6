// SPDX-License-Identifier: GPL-2.0
/*
 * What the VF, the PF and the port above answer. A VF that does not answer reads as
 * all ones; one that sleeps, as each does that vfio-pci has and nobody uses, is not
 * asked, and judged by the PF alone. What would keep all VFs from answering is not
 * told while one of them does.
 */
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <sriovscope/caps/header.h>
#include <sriovscope/routing_id.h>

#include "causes.h"

static bool is_silent(const struct readiness_vf *vf)
{
	return vf->regs && vf->regs->error == -ENODEV;
}

static bool any_answers(const struct pf_facts *f)
{
	return f->around->answers.any;
}

static u32 count_vfs(const struct pf_facts *f)
{
	return f->kernel.num_vfs ?: f->vf_device_count;
}

/* To be undone by enabling all VFs anew */
static bool say_anew(const struct pf_facts *f, struct readiness_result *result,
		     const char *why)
{
	const char *pf = f->kernel.name;

	return readiness_say(result,
			     "%s; end the guests first, for this takes all VFs away: echo 0 > /sys/bus/pci/devices/%s/sriov_numvfs && echo %u > /sys/bus/pci/devices/%s/sriov_numvfs",
			     why, pf, count_vfs(f), pf);
}

bool readiness_pf_resetting(const struct pf_facts *f,
			    const struct readiness_vf *vf,
			    struct readiness_result *result)
{
	const char *pf = f->kernel.name;

	return f->kernel.resetting &&
	       readiness_say(result,
			     "the PF is being reset, which takes its VFs along; look again, and if that stays: dmesg | grep %s",
			     pf);
}

/* PCIe 6.6.2: 100 ms, and longer while it answers with a retry status. */
bool readiness_resetting(const struct pf_facts *f,
			 const struct readiness_vf *vf,
			 struct readiness_result *result)
{
	return vf->regs && vf->regs->error == AROUND_RESETTING &&
	       readiness_say(result,
			     "a reset of it is going on, and was not disturbed; it takes 100 ms and more; look again, and if that stays: dmesg | grep %s",
			     vf->name);
}

bool readiness_not_looked(const struct pf_facts *f,
			  const struct readiness_vf *vf,
			  struct readiness_result *result)
{
	return !vf->regs &&
	       readiness_say(result,
			     "it came or went while the others were looked at; look again");
}

bool readiness_unreadable(const struct pf_facts *f,
			  const struct readiness_vf *vf,
			  struct readiness_result *result)
{
	int error = vf->regs ? vf->regs->error : 0;

	if (!error || error == AROUND_ASLEEP || error == -ENODEV)
		return false;
	return readiness_say(result,
			     "its registers cannot be read (%pe): dmesg | grep %s",
			     ERR_PTR(error), vf->name);
}

/* Some device says less than it has, and one that sleeps may be of that kind. */
static bool is_past_num_vfs(const struct pf_facts *f, u16 routing_id)
{
	int number = readiness_number(f, routing_id);

	return number < 0 || number >= f->sriov.num_vfs;
}

bool readiness_num_vfs(const struct pf_facts *f, const struct readiness_vf *vf,
		       struct readiness_result *result)
{
	if (f->sriov_error || !f->sriov.vf_enable || f->kernel.changing ||
	    readiness_number(f, vf->device->routing_id) < f->sriov.num_vfs ||
	    (any_answers(f) && is_past_num_vfs(f, f->around->answers.last)))
		return false;
	return say_anew(f, result,
			"NumVFs of the PF leaves this VF out, though the kernel has it, as after a write behind the kernel's back");
}

/* The memory of VFs sleeps with the PF, whatever they answer while it is awake. */
bool readiness_pf_slept(const struct pf_facts *f, const struct readiness_vf *vf,
			struct readiness_result *result)
{
	const struct around_self *self = &f->around->self;

	if (!self->woken || (is_silent(vf) && !self->power_now))
		return false;
	return readiness_say(result,
			     "the PF %s, and VFs work only while it is in D0: echo on > /sys/bus/pci/devices/%s/power/control",
			     self->power_now ?
				     "sleeps" :
				     "slept until this look woke it up",
			     f->kernel.name);
}

bool readiness_pf_power(const struct pf_facts *f, const struct readiness_vf *vf,
			struct readiness_result *result)
{
	u8 power = f->around->self.power_now;

	return power && !any_answers(f) &&
	       readiness_say(result,
			     "the PF is in %s, and VFs work only while it is in D0: echo on > /sys/bus/pci/devices/%s/power/control; if that does not help, bind a driver to the PF",
			     around_power_name(power), f->kernel.name);
}

bool readiness_vf_enable(const struct pf_facts *f,
			 const struct readiness_vf *vf,
			 struct readiness_result *result)
{
	if (f->sriov_error || f->sriov.vf_enable || f->kernel.changing ||
	    any_answers(f))
		return false;
	return say_anew(f, result,
			"VF Enable of the PF is clear, though the kernel has VFs, as after a reset of the PF or a write behind the kernel's back");
}

/* Without ARI forwarding a port reaches device 0 of its own bus alone. */
bool readiness_ari(const struct pf_facts *f, const struct readiness_vf *vf,
		   struct readiness_result *result)
{
	const struct around_port *port = &f->around->port;
	u16 id = vf->device->routing_id;

	if (!is_silent(vf) || !port->exists || port->error ||
	    port->ari_forwarding || !port->downstream ||
	    f->around->answers.ari ||
	    routing_id_bus(id) != routing_id_bus(f->kernel.routing_id) ||
	    !routing_id_device(id))
		return false;
	return readiness_say(result,
			     "it does not answer, and the port above, %s, does not forward ARI, so that VFs at functions 1 to 7 alone are reached; see ari_forwarding in preflight, and ask for fewer VFs",
			     port->name);
}

/* Which bits are off that VFs may need, as the Command register has them */
static u32 command_off(const struct pf_facts *f)
{
	static const struct header0_command_reg on = { .raw = U16_MAX };
	const struct around_use *use = &f->around->use;
	u32 off = 0;

	if (!use->memory_space)
		off |= register_masked(&on, memory_space_enable);
	if (!use->bus_master && readiness_pf_is_driven(f))
		off |= register_masked(&on, bus_master_enable);
	return off;
}

static const char *off_words(u32 off)
{
	const struct header0_command_reg command = { .raw = off };

	if (!register_get(&command, bus_master_enable))
		return "Memory Space Enable of the PF is";
	if (!register_get(&command, memory_space_enable))
		return "Bus Master Enable of the PF is";
	return "Memory Space Enable and Bus Master Enable of the PF are";
}

bool readiness_pf_command(const struct pf_facts *f,
			  const struct readiness_vf *vf,
			  struct readiness_result *result)
{
	u32 off = command_off(f);

	if (!is_silent(vf) || any_answers(f) || !off)
		return false;
	return readiness_say(result,
			     "it does not answer, and %s off, without which the VFs of some devices are dead: setpci -s %s COMMAND=%x:%x; if that does not help: echo 1 > /sys/bus/pci/devices/%s/reset",
			     off_words(off), f->kernel.name, off, off,
			     vf->name);
}

bool readiness_silent(const struct pf_facts *f, const struct readiness_vf *vf,
		      struct readiness_result *result)
{
	const char *pf = f->kernel.name;

	if (!is_silent(vf))
		return false;
	if (any_answers(f))
		return readiness_say(result,
				     "it does not answer, and others do; after a reset it may take 100 ms and more; look again, then: echo 1 > /sys/bus/pci/devices/%s/reset",
				     vf->name);
	return readiness_say(result,
			     "it does not answer; after a reset it may take 100 ms and more; look again, then: echo 1 > /sys/bus/pci/devices/%s/reset; at last, with all guests ended, for it takes all VFs away: echo 0 > /sys/bus/pci/devices/%s/sriov_numvfs && echo %u > /sys/bus/pci/devices/%s/sriov_numvfs",
			     vf->name, pf, count_vfs(f), pf);
}

bool readiness_vf_mse(const struct pf_facts *f, const struct readiness_vf *vf,
		      struct readiness_result *result)
{
	return !f->sriov_error && f->sriov.vf_enable &&
	       !f->sriov.vf_memory_space_enable &&
	       say_anew(f, result,
			"VF MSE of the PF is clear, so that the memory of no VF answers");
}
