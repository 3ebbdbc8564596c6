// SPDX-License-Identifier: GPL-2.0
/*
 * Rules about the VFs that are on.
 */
#include <linux/array_size.h>
#include <linux/bits.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <sriovscope/routing_id.h>

#include "rules.h"

/* NULL when the VF keeps the rule, else what it shows in @value */
typedef const char *(*vf_fault_fn)(const struct around_vf *vf, u32 *value);

/* The first VF that breaks a rule decides; one that cannot be read leaves it open. */
static enum rule_outcome judge_each(const struct pf_facts *f, char *detail,
				    vf_fault_fn fault, const char *kept)
{
	const struct around_vf *vf, *unread = NULL;
	const char *what;
	u32 i, value;

	if (!f->around->vf_count)
		return rule_say(detail, RULE_UNTOLD, "VFs are off");
	for (i = 0; i < f->around->vf_count; i++) {
		vf = &f->around->vfs[i];
		if (vf->error) {
			unread = vf;
			continue;
		}
		value = 0;
		what = fault(vf, &value);
		if (what)
			return rule_say(detail, RULE_BROKEN,
					"the VF at %02x:%02x.%d %s (0x%x)",
					routing_id_bus(vf->routing_id),
					routing_id_device(vf->routing_id),
					routing_id_function(vf->routing_id),
					what, value);
	}
	if (unread && unread->error == AROUND_ASLEEP)
		return rule_say(detail, RULE_UNTOLD,
				"the VF at %02x:%02x.%d sleeps, and was left alone",
				routing_id_bus(unread->routing_id),
				routing_id_device(unread->routing_id),
				routing_id_function(unread->routing_id));
	if (unread)
		return rule_say(detail, RULE_UNTOLD,
				"the VF at %02x:%02x.%d cannot be read: %pe",
				routing_id_bus(unread->routing_id),
				routing_id_device(unread->routing_id),
				routing_id_function(unread->routing_id),
				ERR_PTR(unread->error));
	return rule_say(detail, RULE_KEPT, "%u VFs: %s", f->around->vf_count,
			kept);
}

static const char *fault_flr(const struct around_vf *vf, u32 *value)
{
	/* Without PCI Express it is another rule's. */
	return vf->flr || !vf->has_pcie ? NULL : "has no Function Level Reset";
}

enum rule_outcome rule_vf_flr(const struct pf_facts *f, char *detail)
{
	return judge_each(f, detail, fault_flr,
			  "all have Function Level Reset");
}

static const char *fault_ids(const struct around_vf *vf, u32 *value)
{
	*value = (u32)vf->device << 16 | vf->vendor;
	return *value == U32_MAX ?
		       NULL :
		       "has a Vendor ID or Device ID that is not FFFFh";
}

enum rule_outcome rule_vf_ids(const struct pf_facts *f, char *detail)
{
	return judge_each(f, detail, fault_ids,
			  "Vendor ID and Device ID are FFFFh");
}

static const char *fault_bars(const struct around_vf *vf, u32 *value)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(vf->bars); i++) {
		*value = vf->bars[i];
		if (*value)
			return "has a BAR that is not 0";
	}
	return NULL;
}

enum rule_outcome rule_vf_bars_zero(const struct pf_facts *f, char *detail)
{
	return judge_each(f, detail, fault_bars, "all BARs are 0");
}

static const char *fault_pin(const struct around_vf *vf, u32 *value)
{
	*value = vf->interrupt_pin;
	return *value ? "has an Interrupt Pin" : NULL;
}

enum rule_outcome rule_vf_interrupt_pin(const struct pf_facts *f, char *detail)
{
	return judge_each(f, detail, fault_pin, "Interrupt Pin is 0");
}

static const char *fault_pcie(const struct around_vf *vf, u32 *value)
{
	return vf->has_pcie ? NULL : "has no PCI Express capability";
}

enum rule_outcome rule_vf_pcie_capability(const struct pf_facts *f,
					  char *detail)
{
	return judge_each(f, detail, fault_pcie,
			  "all have a PCI Express capability");
}

static const u16 forbidden_ext_caps[] = {
	PCI_EXT_CAP_ID_SRIOV, PCI_EXT_CAP_ID_REBAR, EXT_CAP_ID_VF_REBAR,
	PCI_EXT_CAP_ID_PASID, PCI_EXT_CAP_ID_VC,    PCI_EXT_CAP_ID_VC9,
	PCI_EXT_CAP_ID_PWR,   PCI_EXT_CAP_ID_DPA,
};

static const char *fault_forbidden(const struct around_vf *vf, u32 *value)
{
	u32 i;

	*value = PCI_CAP_ID_EA;
	if (vf->caps & BIT(PCI_CAP_ID_EA))
		return "has Enhanced Allocation";
	for (i = 0; i < ARRAY_SIZE(forbidden_ext_caps); i++) {
		*value = forbidden_ext_caps[i];
		if (vf->ext_caps & BIT_ULL(*value))
			return "has an extended capability that is only for PFs";
	}
	return NULL;
}

enum rule_outcome rule_vf_forbidden_capabilities(const struct pf_facts *f,
						 char *detail)
{
	return judge_each(f, detail, fault_forbidden,
			  "no capability that is only for PFs");
}
