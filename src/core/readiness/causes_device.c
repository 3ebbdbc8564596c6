// SPDX-License-Identifier: GPL-2.0
/*
 * What the VF, the PF and the port above answer. A VF that does not answer reads as
 * all ones.
 */
#include <linux/err.h>
#include <linux/errno.h>
#include <sriovscope/routing_id.h>

#include "causes.h"

static bool is_silent(const struct readiness_vf *vf)
{
	return vf->regs && vf->regs->error == -ENODEV;
}

bool readiness_pf_resetting(const struct pf_facts *f,
			    const struct readiness_vf *vf,
			    struct readiness_result *result)
{
	const char *pf = f->kernel.name;

	return f->kernel.resetting &&
	       readiness_say(result,
			     "the PF is being reset, which takes its VFs along: look again, and if that stays: dmesg | grep %s",
			     pf);
}

/* PCIe 6.6.2: 100 ms, and longer while it answers with a retry status. */
bool readiness_resetting(const struct pf_facts *f,
			 const struct readiness_vf *vf,
			 struct readiness_result *result)
{
	return vf->regs && vf->regs->error == AROUND_RESETTING &&
	       readiness_say(result,
			     "a reset of it is going on, and was not disturbed: it takes 100 ms and more; look again, and if that stays: dmesg | grep %s",
			     vf->name);
}

bool readiness_not_looked(const struct pf_facts *f,
			  const struct readiness_vf *vf,
			  struct readiness_result *result)
{
	return !vf->regs &&
	       readiness_say(result,
			     "it came or went while the others were looked at: look again");
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

bool readiness_pf_power(const struct pf_facts *f, const struct readiness_vf *vf,
			struct readiness_result *result)
{
	const struct around_self *self = &f->around->self;

	return is_silent(vf) && self->power_state &&
	       readiness_say(result,
			     "it does not answer: the PF %s in %s, and VFs answer only while it is in D0: echo on > /sys/bus/pci/devices/%s/power/control, and if that does not help bind a driver to the PF",
			     self->woken ? "slept until now" : "is",
			     around_power_name(self->power_state),
			     f->kernel.name);
}

bool readiness_vf_enable(const struct pf_facts *f,
			 const struct readiness_vf *vf,
			 struct readiness_result *result)
{
	const char *pf = f->kernel.name;

	return is_silent(vf) && !f->sriov_error && !f->sriov.vf_enable &&
	       readiness_say(result,
			     "it does not answer: VF Enable of the PF is clear, though the kernel has VFs: the PF was reset, or written behind the kernel's back: echo 0 > /sys/bus/pci/devices/%s/sriov_numvfs, then the number again",
			     pf);
}

/* Without ARI forwarding a port reaches device 0 of its own bus alone. */
bool readiness_ari(const struct pf_facts *f, const struct readiness_vf *vf,
		   struct readiness_result *result)
{
	const struct around_port *port = &f->around->port;
	u16 id = vf->device->routing_id;

	if (!is_silent(vf) || !port->exists || port->error ||
	    port->ari_forwarding || !port->downstream ||
	    routing_id_bus(id) != routing_id_bus(f->kernel.routing_id) ||
	    !routing_id_device(id))
		return false;
	return readiness_say(result,
			     "it does not answer: the port above, %s, does not forward ARI, so that VFs at functions 1 to 7 alone are reached: see ari_forwarding in preflight, and ask for fewer VFs",
			     port->name);
}

static const char *off_word(const struct around_use *use)
{
	if (use->memory_space)
		return "Bus Master Enable of the PF is";
	return use->bus_master ?
		       "Memory Space Enable of the PF is" :
		       "Memory Space Enable and Bus Master Enable of the PF are";
}

bool readiness_pf_command(const struct pf_facts *f,
			  const struct readiness_vf *vf,
			  struct readiness_result *result)
{
	const struct around_use *use = &f->around->use;

	if (!is_silent(vf) || (use->memory_space && use->bus_master))
		return false;
	return readiness_say(result,
			     "it does not answer, and %s off, without which the VFs of some devices are dead: bind the driver of the PF, or setpci -s %s COMMAND=6:6",
			     off_word(use), f->kernel.name);
}

bool readiness_silent(const struct pf_facts *f, const struct readiness_vf *vf,
		      struct readiness_result *result)
{
	return is_silent(vf) &&
	       readiness_say(result,
			     "it does not answer: after a reset it may take 100 ms and more; look again, then: echo 1 > /sys/bus/pci/devices/%s/reset, and at last sriov_numvfs of the PF 0 and up again",
			     vf->name);
}

bool readiness_vf_mse(const struct pf_facts *f, const struct readiness_vf *vf,
		      struct readiness_result *result)
{
	const char *pf = f->kernel.name;

	return readiness_answers(vf) && !f->sriov_error && f->sriov.vf_enable &&
	       !f->sriov.vf_memory_space_enable &&
	       readiness_say(result,
			     "VF MSE of the PF is clear, so that the memory of no VF answers: echo 0 > /sys/bus/pci/devices/%s/sriov_numvfs, then the number again",
			     pf);
}
