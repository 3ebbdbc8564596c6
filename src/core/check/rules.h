/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The rules: what they see, and what they say.
 */
#ifndef SRIOVSCOPE_RULES_H
#define SRIOVSCOPE_RULES_H

#include "check.h"

/**
 * enum rule_outcome - what a rule finds; the table makes a verdict of it
 * @RULE_KEPT: the device keeps it
 * @RULE_BROKEN: it does not
 * @RULE_UNTOLD: that cannot be told now
 */
enum rule_outcome {
	RULE_KEPT,
	RULE_BROKEN,
	RULE_UNTOLD,
};

/**
 * rule_say() - say the numbers, and return what was found
 * @detail: where the text goes
 * @outcome: what was found
 * @fmt: one line
 *
 * Return: @outcome.
 */
enum rule_outcome rule_say(char *detail, enum rule_outcome outcome,
			   const char *fmt, ...) __printf(3, 4);

/**
 * rule_if() - kept or broken
 * @kept: whether the device keeps the rule
 *
 * Return: the outcome.
 */
static inline enum rule_outcome rule_if(bool kept)
{
	return kept ? RULE_KEPT : RULE_BROKEN;
}

/**
 * rule_lacks() - is something unknown that a rule needs here?
 * @f: what is known
 * @about: the groups, ABOUT_*
 * @detail: what is unknown is said there
 *
 * For what a rule needs of some devices only; what it needs of all is in its row.
 *
 * Return: true, and the rule shall be RULE_UNTOLD; false when all is known.
 */
bool rule_lacks(const struct pf_facts *f, u32 about, char *detail);

/*
 * A rule: says its numbers in @detail, CHECK_DETAIL_LEN bytes. What its row says
 * that it needs is known, and the registers are unless it is blind.
 */
typedef enum rule_outcome rule_fn(const struct pf_facts *f, char *detail);

/* rules_regs.c: of the SR-IOV registers alone */
rule_fn rule_capability_structure;
rule_fn rule_vf_migration;
rule_fn rule_initial_vfs;
rule_fn rule_total_vfs;
rule_fn rule_num_vfs;
rule_fn rule_num_vfs_initial;
rule_fn rule_first_vf_offset;
rule_fn rule_vf_stride;
rule_fn rule_vf_device_id;
rule_fn rule_supported_page_sizes;
rule_fn rule_system_page_size;
rule_fn rule_kernel_page_size;
rule_fn rule_vf_bar_type;
rule_fn rule_vf_bar_alignment;

/* rules_self.c: against the PF's other capabilities and the port above */
rule_fn rule_ari_preserved;
rule_fn rule_tag_requester_support;
rule_fn rule_tag_requester_enable;
rule_fn rule_vf_enable_power;
rule_fn rule_vf_memory_space;
rule_fn rule_ari_hierarchy;
rule_fn rule_pf_flr;
rule_fn rule_vf_resizable_bar;

/* rules_peers.c: where the VFs are, against the other PFs and the port above */
rule_fn rule_dependency_link;
rule_fn rule_routing_id_range;
rule_fn rule_routing_id_collision;
rule_fn rule_ide_routing_ids;

/* rules_vfs.c: of the VFs that are on */
rule_fn rule_vf_flr;
rule_fn rule_vf_ids;
rule_fn rule_vf_bars_zero;
rule_fn rule_vf_interrupt_pin;
rule_fn rule_vf_pcie_capability;
rule_fn rule_vf_forbidden_capabilities;

#endif
