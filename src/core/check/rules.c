// SPDX-License-Identifier: GPL-2.0
/*
 * The table of rules. To add one, add a row.
 */
#include <linux/array_size.h>
#include <linux/kernel.h>
#include <linux/stdarg.h>

#include "rules.h"

static const struct rule {
	const char *name;
	const char *section;
	enum check_verdict broken; /* severity */
	rule_fn *judge;
	u32 needs; /* ABOUT_*, without which nothing can be told */
	bool blind; /* needs no registers */
} rules[] = {
	{ "capability_structure", "9.3.3", CHECK_FAIL,
	  rule_capability_structure, .needs = ABOUT_SELF, .blind = true },
	{ "vf_migration", "9.3.3.2.1,9.3.3.15", CHECK_WARN, rule_vf_migration },
	{ "ari_preserved", "9.3.3.2.2", CHECK_WARN, rule_ari_preserved,
	  .needs = ABOUT_SELF },
	{ "tag_requester_support", "9.3.3.2.3", CHECK_FAIL,
	  rule_tag_requester_support, .needs = ABOUT_SELF },
	{ "tag_requester_enable", "9.3.3.3", CHECK_FAIL,
	  rule_tag_requester_enable },
	{ "vf_enable_power", "9.3.3.3.1,9.6", CHECK_FAIL, rule_vf_enable_power,
	  .needs = ABOUT_SELF | ABOUT_POWER },
	{ "vf_memory_space", "9.3.3.3.4", CHECK_WARN, rule_vf_memory_space },
	{ "ari_hierarchy", "9.3.3.3.5", CHECK_FAIL, rule_ari_hierarchy,
	  .needs = ABOUT_SELF },
	{ "initial_vfs", "9.3.3.5,9.3.3.6", CHECK_FAIL, rule_initial_vfs },
	{ "total_vfs", "9.3.3.6", CHECK_WARN, rule_total_vfs },
	{ "num_vfs", "9.3.3.7", CHECK_FAIL, rule_num_vfs },
	{ "num_vfs_initial", "linux", CHECK_WARN, rule_num_vfs_initial },
	{ "dependency_link", "9.3.3.8", CHECK_FAIL, rule_dependency_link,
	  .needs = ABOUT_PLACE | ABOUT_SELF },
	{ "first_vf_offset", "9.3.3.9", CHECK_FAIL, rule_first_vf_offset },
	{ "vf_stride", "9.3.3.10", CHECK_FAIL, rule_vf_stride },
	{ "routing_id_range", "9.2.1.2", CHECK_FAIL, rule_routing_id_range,
	  .needs = ABOUT_PLACE },
	{ "routing_id_collision", "9.2.1.2", CHECK_FAIL,
	  rule_routing_id_collision, .needs = ABOUT_PLACE | ABOUT_PEERS },
	{ "ide_routing_ids", "7.9.26.5.4", CHECK_FAIL, rule_ide_routing_ids,
	  .needs = ABOUT_PLACE | ABOUT_PORT },
	{ "vf_device_id", "9.3.3.11", CHECK_WARN, rule_vf_device_id },
	{ "supported_page_sizes", "9.3.3.12", CHECK_FAIL,
	  rule_supported_page_sizes },
	{ "system_page_size", "9.3.3.13", CHECK_FAIL, rule_system_page_size },
	{ "kernel_page_size", "linux", CHECK_FAIL, rule_kernel_page_size,
	  .needs = ABOUT_PAGE_SIZE },
	{ "vf_bar_type", "9.3.3.14", CHECK_FAIL, rule_vf_bar_type },
	{ "vf_bar_alignment", "9.3.3.14", CHECK_FAIL, rule_vf_bar_alignment },
	{ "vf_resizable_bar", "7.8.7", CHECK_FAIL, rule_vf_resizable_bar,
	  .needs = ABOUT_SELF },
	{ "pf_flr", "9.2.2.2", CHECK_FAIL, rule_pf_flr, .needs = ABOUT_SELF,
	  .blind = true },
	{ "vf_flr", "9.2.2.3", CHECK_FAIL, rule_vf_flr, .needs = ABOUT_VFS,
	  .blind = true },
	{ "vf_ids", "9.3.4.1", CHECK_FAIL, rule_vf_ids, .needs = ABOUT_VFS,
	  .blind = true },
	{ "vf_bars_zero", "9.3.4.1", CHECK_FAIL, rule_vf_bars_zero,
	  .needs = ABOUT_VFS, .blind = true },
	{ "vf_interrupt_pin", "9.3.4.1", CHECK_FAIL, rule_vf_interrupt_pin,
	  .needs = ABOUT_VFS, .blind = true },
	{ "vf_pcie_capability", "9.3.5", CHECK_FAIL, rule_vf_pcie_capability,
	  .needs = ABOUT_VFS, .blind = true },
	{ "vf_forbidden_capabilities", "9.3.6,9.3.7", CHECK_FAIL,
	  rule_vf_forbidden_capabilities, .needs = ABOUT_VFS, .blind = true },
};

enum rule_outcome rule_say(char *detail, enum rule_outcome outcome,
			   const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vscnprintf(detail, CHECK_DETAIL_LEN, fmt, args);
	va_end(args);
	return outcome;
}

bool rule_lacks(const struct pf_facts *f, u32 about, char *detail)
{
	if (!facts_lack(f, about))
		return false;
	facts_say_lack(f, about, detail, CHECK_DETAIL_LEN);
	return true;
}

static enum rule_outcome rule_judge(const struct rule *rule,
				    const struct pf_facts *snap, char *detail)
{
	if (snap->sriov_error && !rule->blind)
		return rule_say(detail, RULE_UNTOLD,
				"the registers are unknown: see capability_structure");
	if (rule_lacks(snap, rule->needs, detail))
		return RULE_UNTOLD;
	return rule->judge(snap, detail);
}

u32 check_rule_count(void)
{
	return ARRAY_SIZE(rules);
}

void check_rule(const struct pf_facts *snap, u32 n, struct check_result *result)
{
	const struct rule *rule = &rules[n];

	result->rule = rule->name;
	result->section = rule->section;
	switch (rule_judge(rule, snap, result->detail)) {
	case RULE_KEPT:
		result->verdict = CHECK_PASS;
		break;
	case RULE_BROKEN:
		result->verdict = rule->broken;
		break;
	case RULE_UNTOLD:
		result->verdict = CHECK_SKIP;
		break;
	}
}

void check_all(const struct pf_facts *snap, struct check_summary *summary)
{
	struct check_result result;
	u32 n;

	memset(summary, 0, sizeof(*summary));
	for (n = 0; n < ARRAY_SIZE(rules); n++) {
		check_rule(snap, n, &result);
		summary->counts[result.verdict]++;
		if (result.verdict > summary->worst)
			summary->worst = result.verdict;
	}
}

const char *check_verdict_name(enum check_verdict verdict)
{
	static const char *const names[] = {
		[CHECK_SKIP] = "SKIP",
		[CHECK_PASS] = "PASS",
		[CHECK_WARN] = "WARN",
		[CHECK_FAIL] = "FAIL",
	};

	return names[verdict];
}
