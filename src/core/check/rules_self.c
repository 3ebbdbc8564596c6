// SPDX-License-Identifier: GPL-2.0
/*
 * Rules about the SR-IOV registers against the PF's other capabilities and the
 * port above.
 */
#include <sriovscope/routing_id.h>
#include "core/bars/bar_set.h"
#include "rules.h"

static const char *set_or_clear(bool set)
{
	return set ? "set" : "clear";
}

enum lowest {
	LOWEST_NOT,
	LOWEST_PF,
	LOWEST_UNTOLD,
};

/*
 * Below a Root Port or Downstream Port all of the bus is one device. Elsewhere,
 * on a root bus say, other slots are other devices.
 */
static bool same_device(const struct pf_facts *f, u16 id)
{
	u16 own = f->kernel.routing_id;

	if (f->around->port.exists && f->around->port.downstream)
		return routing_id_bus(id) == routing_id_bus(own);
	return routing_id_bus(id) == routing_id_bus(own) &&
	       routing_id_device(id) == routing_id_device(own);
}

/* Is it the lowest-numbered PF of its device, which alone has some bits? */
static enum lowest lowest_pf(const struct pf_facts *f)
{
	u16 own = f->kernel.routing_id;
	u16 id;
	u32 i;

	for (i = 0; i < f->around->peer_count; i++) {
		id = f->around->peers[i].routing_id;
		if (id < own && same_device(f, id))
			return LOWEST_NOT;
	}
	if (f->around->all_pfs || !own || !same_device(f, own - 1))
		return LOWEST_PF;
	return LOWEST_UNTOLD;
}

/* What must be known for that. Function 0 of a bus is it in any case. */
static u32 lowest_needs(const struct pf_facts *f)
{
	if (!facts_lack(f, ABOUT_PLACE) && !(f->kernel.routing_id & 0xff))
		return 0;
	return ABOUT_PLACE | ABOUT_PORT | ABOUT_PEERS;
}

static enum rule_outcome say_not_watched(char *detail)
{
	return rule_say(detail, RULE_UNTOLD,
			"whether this is the lowest PF of the device is unknown: parameter observe is off");
}

/* Who keeps its state in D3hot keeps the bit too. It is in the lowest PF alone. */
enum rule_outcome rule_ari_preserved(const struct pf_facts *f, char *detail)
{
	const struct around_self *self = &f->around->self;
	bool preserved = f->sriov.ari_capable_hierarchy_preserved;

	if (f->kernel.integrated)
		return rule_say(detail, RULE_UNTOLD,
				"not for a Root Complex integrated endpoint");
	if (rule_lacks(f, lowest_needs(f), detail))
		return RULE_UNTOLD;
	if (lowest_pf(f) == LOWEST_NOT)
		return rule_say(detail, RULE_UNTOLD,
				"this is not the lowest PF of the device, which has the bit");
	if (lowest_pf(f) == LOWEST_UNTOLD && !preserved && !self->no_soft_reset)
		return say_not_watched(detail);
	if (!self->has_pm && !preserved)
		return rule_say(detail, RULE_UNTOLD,
				"no Power Management capability, so no D3hot to return from");
	return rule_say(detail, rule_if(preserved || self->no_soft_reset),
			"ARI Capable Hierarchy Preserved %u, No_Soft_Reset %u",
			preserved, self->no_soft_reset);
}

enum rule_outcome rule_tag_requester_support(const struct pf_facts *f,
					     char *detail)
{
	const struct around_self *self = &f->around->self;
	const struct sriov_state *s = &f->sriov;
	bool ten = s->vf_10bit_tag_requester_supported;
	bool fourteen = s->vf_14bit_tag_requester_supported;

	if (ten && !self->has_pcie)
		return rule_say(detail, RULE_UNTOLD,
				"the PF has no PCI Express capability to compare with");
	return rule_say(detail,
			rule_if((!ten || self->tag_10bit_requester) &&
				(!fourteen || self->tag_14bit_requester)),
			"10-bit: VFs %u, PF %u; 14-bit: VFs %u, PF %u", ten,
			self->tag_10bit_requester, fourteen,
			self->tag_14bit_requester);
}

enum rule_outcome rule_tag_requester_enable(const struct pf_facts *f,
					    char *detail)
{
	bool ten = f->sriov.vf_10bit_tag_requester_enable;
	bool fourteen = f->sriov.vf_14bit_tag_requester_enable;

	return rule_say(detail, rule_if(!ten || !fourteen),
			"VF 10-Bit Tag Requester Enable %u, VF 14-Bit Tag Requester Enable %u",
			ten, fourteen);
}

enum rule_outcome rule_vf_enable_power(const struct pf_facts *f, char *detail)
{
	const struct around_self *self = &f->around->self;
	bool enable = f->sriov.vf_enable;

	if (!self->has_pm)
		return rule_say(detail, RULE_KEPT,
				"no Power Management capability: always D0");
	return rule_say(detail, rule_if(!enable || !self->power_state),
			"VF Enable %u, power state %s%s", enable,
			around_power_name(self->power_state),
			self->woken ? ", from which it was woken up" : "");
}

enum rule_outcome rule_vf_memory_space(const struct pf_facts *f, char *detail)
{
	bool enable = f->sriov.vf_enable;
	bool memory = f->sriov.vf_memory_space_enable;
	struct bar_set set;

	/* Perhaps there is no memory that should answer. */
	if (enable && !memory &&
	    rule_lacks(f, ABOUT_WINDOWS | ABOUT_SELF, detail))
		return RULE_UNTOLD;
	bar_set_make(&set, &f->kernel, &f->sriov, &f->around->ea);
	if (enable && set.complete && !set.slots && !set.lost)
		return rule_say(detail, RULE_KEPT,
				"VF Enable 1, VF MSE %u, and no VF BAR whose memory could answer",
				memory);
	return rule_say(detail, rule_if(!enable || memory),
			"VF Enable %u, VF MSE %u", enable, memory);
}

enum rule_outcome rule_ari_hierarchy(const struct pf_facts *f, char *detail)
{
	const struct around_port *port = &f->around->port;
	bool ari = f->sriov.ari_capable_hierarchy;

	if (f->kernel.integrated)
		return rule_say(detail, rule_if(!ari),
				"%s, in a Root Complex integrated endpoint",
				set_or_clear(ari));
	if (rule_lacks(f, lowest_needs(f), detail))
		return RULE_UNTOLD;
	if (lowest_pf(f) == LOWEST_NOT)
		return rule_say(detail, rule_if(!ari),
				"%s, and this is not the lowest PF of the device",
				set_or_clear(ari));
	if (rule_lacks(f, ABOUT_PORT, detail))
		return RULE_UNTOLD;
	if (!port->exists || port->error)
		return rule_say(detail, RULE_UNTOLD,
				"%s; what the port above forwards is unknown",
				set_or_clear(ari));
	if (lowest_pf(f) == LOWEST_UNTOLD)
		return say_not_watched(detail);
	return rule_say(detail, rule_if(ari == port->ari_forwarding),
			"%s, ARI Forwarding Enable of %s %s", set_or_clear(ari),
			port->name, set_or_clear(port->ari_forwarding));
}

enum rule_outcome rule_pf_flr(const struct pf_facts *f, char *detail)
{
	const struct around_self *self = &f->around->self;

	if (!self->has_pcie)
		return rule_say(detail, RULE_BROKEN,
				"the PF has no PCI Express capability");
	return rule_say(detail, rule_if(self->flr),
			"Function Level Reset Capability %u", self->flr);
}

/* A slot that reads 0 may be of a VF BAR that the kernel found no place for. */
static enum rule_outcome rebar_stray(const struct bar_set *set, u32 slot,
				     char *detail)
{
	if (set->lost || !set->complete)
		return rule_say(detail, RULE_UNTOLD,
				"it names VF BAR %u, which reads 0 and may be one without a place",
				slot);
	return rule_say(detail, RULE_BROKEN,
			"it names VF BAR %u, which does not exist", slot);
}

enum rule_outcome rule_vf_resizable_bar(const struct pf_facts *f, char *detail)
{
	const struct around_rebar *rebar = &f->around->rebar;
	struct bar_set set;
	u32 i;

	if (bar_set_make(&set, &f->kernel, &f->sriov, &f->around->ea))
		return rule_say(detail, RULE_UNTOLD,
				"which VF BARs exist is unknown: see vf_bar_type");
	if (!rebar->exists)
		return rule_say(detail, RULE_UNTOLD,
				"no VF Resizable BAR capability");
	if (!rebar->said || rebar->said > PCI_SRIOV_NUM_BARS)
		return rule_say(detail, RULE_BROKEN,
				"it is for %u VF BARs, and must be for 1 to %u",
				rebar->said, PCI_SRIOV_NUM_BARS);
	if (rebar->count < rebar->said)
		return rule_say(detail, RULE_BROKEN,
				"it is for %u VF BARs, and ends after %u",
				rebar->said, rebar->count);
	if (rule_lacks(f, ABOUT_WINDOWS, detail))
		return RULE_UNTOLD;
	for (i = 0; i < rebar->count; i++) {
		if (!bar_set_has(&set, rebar->bars[i].slot))
			return rebar_stray(&set, rebar->bars[i].slot, detail);
	}
	return rule_say(detail, RULE_KEPT, "it names %u VF BARs, which exist",
			rebar->count);
}
