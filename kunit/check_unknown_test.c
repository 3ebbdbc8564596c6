// SPDX-License-Identifier: GPL-2.0
/*
 * What rules say when something could not be had: who needs it says so, all
 * others say what they always say.
 */
#include <kunit/test.h>
#include <linux/array_size.h>
#include <linux/bits.h>
#include <linux/prandom.h>
#include <linux/string.h>

#include "check_fixture.h"
#include "unknown.h"

#define MAX_NEEDY 10

#define ABOUT_EACH_VF                                           \
	"vf_flr", "vf_ids", "vf_bars_zero", "vf_interrupt_pin", \
		"vf_pcie_capability", "vf_forbidden_capabilities"

/* Function 3 of the device, in a ring with function 1; VFs have no memory. */
static void bend_high(struct pf_facts *snap)
{
	check_move(snap, 0x303);
	snap->sriov.function_dependency_link = 1;
	snap->sriov.ari_capable_hierarchy = false;
	snap->sriov.vf_memory_space_enable = false;
	check_peer(snap, 0)->sriov.function_dependency_link = 3;
}

static void bend_low(struct pf_facts *snap)
{
}

/* Which rules need what, of a device that is function 0, and of another */
static const struct lack {
	const char *title;
	u32 about;
	void (*bend)(struct pf_facts *snap);
	const char *word;
	const char *needy[MAX_NEEDY];
} lacks[] = {
	{ "place",
	  ABOUT_PLACE,
	  bend_low,
	  "where the device is",
	  { "ari_preserved", "ari_hierarchy", "dependency_link",
	    "routing_id_range", "routing_id_collision", "ide_routing_ids" } },
	{ "kernel",
	  ABOUT_KERNEL,
	  bend_low,
	  "what the kernel has made of it",
	  { "num_vfs" } },
	{ "driver", ABOUT_DRIVER, bend_low },
	{ "callback", ABOUT_CALLBACK, bend_low },
	{ "module", ABOUT_MODULE, bend_low },
	{ "assigned", ABOUT_ASSIGNED, bend_low },
	{ "windows",
	  ABOUT_WINDOWS,
	  bend_low,
	  "the windows of the VF BARs",
	  { "vf_resizable_bar" } },
	{ "page size",
	  ABOUT_PAGE_SIZE,
	  bend_low,
	  "the kernel's page size",
	  { "kernel_page_size" } },
	{ "buses", ABOUT_BUSES, bend_low },
	{ "rooms", ABOUT_ROOMS, bend_low },
	{ "MSI-X of VFs", ABOUT_VF_MSIX, bend_low },
	{ "tries of VFs", ABOUT_VF_TRIED, bend_low },
	{ "self",
	  ABOUT_SELF,
	  bend_low,
	  "its other capabilities",
	  { "capability_structure", "ari_preserved", "tag_requester_support",
	    "vf_enable_power", "ari_hierarchy", "dependency_link",
	    "vf_resizable_bar", "pf_flr" } },
	{ "power",
	  ABOUT_POWER,
	  bend_low,
	  "its power state",
	  { "vf_enable_power" } },
	{ "port",
	  ABOUT_PORT,
	  bend_low,
	  "the port above",
	  { "ari_hierarchy", "ide_routing_ids" } },
	{ "peers",
	  ABOUT_PEERS,
	  bend_low,
	  "the other functions on its bus",
	  { "routing_id_collision" } },
	{ "link", ABOUT_LINK, bend_low },
	{ "iommu", ABOUT_IOMMU, bend_low },
	{ "VFs", ABOUT_VFS, bend_low, "its VFs", { "num_vfs", ABOUT_EACH_VF } },

	{ "place of function 3",
	  ABOUT_PLACE,
	  bend_high,
	  "where the device is",
	  { "ari_preserved", "ari_hierarchy", "dependency_link",
	    "routing_id_range", "routing_id_collision", "ide_routing_ids" } },
	{ "windows without memory",
	  ABOUT_WINDOWS,
	  bend_high,
	  "the windows of the VF BARs",
	  { "vf_memory_space", "vf_resizable_bar" } },
	{ "self without memory",
	  ABOUT_SELF,
	  bend_high,
	  "its other capabilities",
	  { "capability_structure", "ari_preserved", "tag_requester_support",
	    "vf_enable_power", "vf_memory_space", "ari_hierarchy",
	    "dependency_link", "vf_resizable_bar", "pf_flr" } },
	{ "port of function 3",
	  ABOUT_PORT,
	  bend_high,
	  "the port above",
	  { "ari_preserved", "ari_hierarchy", "ide_routing_ids" } },
	{ "peers of function 3",
	  ABOUT_PEERS,
	  bend_high,
	  "the other functions on its bus",
	  { "ari_preserved", "ari_hierarchy", "dependency_link",
	    "routing_id_collision" } },
};

static void lack_describe(const struct lack *lack, char *name)
{
	strscpy(name, lack->title, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(lack, lacks, lack_describe);

static bool is_needy(const struct lack *lack, const char *rule)
{
	u32 i;

	for (i = 0; i < MAX_NEEDY && lack->needy[i]; i++) {
		if (!strcmp(lack->needy[i], rule))
			return true;
	}
	return false;
}

static void expect_reason(struct kunit *test, const struct check_result *result,
			  const char *word)
{
	KUNIT_EXPECT_EQ_MSG(test, result->verdict, CHECK_SKIP, "%s",
			    result->rule);
	KUNIT_EXPECT_TRUE_MSG(test, strstarts(result->detail, "unknown: "),
			      "%s: %s", result->rule, result->detail);
	KUNIT_EXPECT_NOT_NULL_MSG(test, strstr(result->detail, word), "%s: %s",
				  result->rule, result->detail);
	KUNIT_EXPECT_NOT_NULL_MSG(test, strstr(result->detail, "(nobody said)"),
				  "%s: %s", result->rule, result->detail);
}

static void unknown_rules(struct kunit *test)
{
	const struct lack *lack = test->param_value;
	struct pf_facts *known = check_fixture_take(test, true, NULL, NULL);
	struct pf_facts *snap = check_fixture_take(test, true, NULL, NULL);
	struct check_result before, after;
	u32 n, needy = 0;

	lack->bend(known);
	lack->bend(snap);
	unknown_make(snap, lack->about);
	for (n = 0; n < check_rule_count(); n++) {
		check_rule(known, n, &before);
		check_rule(snap, n, &after);
		if (is_needy(lack, after.rule)) {
			expect_reason(test, &after, lack->word);
			needy++;
			continue;
		}
		KUNIT_EXPECT_EQ_MSG(test, after.verdict, before.verdict, "%s",
				    after.rule);
		KUNIT_EXPECT_STREQ(test, after.detail, before.detail);
	}
	for (n = 0; n < MAX_NEEDY && lack->needy[n]; n++)
		needy--;
	KUNIT_EXPECT_EQ(test, needy, 0);
}

/* Each group is a case. */
static void unknown_every_group(struct kunit *test)
{
	u32 i, about = 0;

	for (i = 0; i < ARRAY_SIZE(lacks); i++)
		about |= lacks[i].about;
	KUNIT_EXPECT_EQ(test, about, ABOUT_ALL);
}

/* A verdict that is left is the one that all facts lead to. */
static void expect_no_other(struct kunit *test, const struct pf_facts *known,
			    const struct pf_facts *snap, const char *title)
{
	struct check_result before, after;
	u32 n;

	for (n = 0; n < check_rule_count(); n++) {
		check_rule(known, n, &before);
		check_rule(snap, n, &after);
		if (after.verdict != CHECK_SKIP)
			KUNIT_EXPECT_EQ_MSG(test, after.verdict, before.verdict,
					    "%s: %s without %x: %s", title,
					    after.rule, snap->unknown,
					    after.detail);
	}
}

static void expect_case(struct kunit *test, const struct check_case *param,
			u32 about)
{
	struct pf_facts *known, *snap;

	known = check_fixture_take(test, param->on, param->before,
				   param->pokes);
	snap = check_fixture_take(test, param->on, param->before, param->pokes);
	if (param->bend) {
		param->bend(known);
		param->bend(snap);
	}
	unknown_make(snap, about);
	expect_no_other(test, known, snap, param->title);
}

static void expect_cases(struct kunit *test, const struct check_case *cases,
			 u32 count)
{
	u32 i;

	for (i = 0; i < count; i++) {
		expect_case(test, &cases[i], ABOUT_ALL);
		/* All groups have their turns. */
		expect_case(test, &cases[i], BIT(i % ABOUT_GROUPS));
		expect_case(test, &cases[i],
			    ABOUT_ALL & ~BIT(i % ABOUT_GROUPS));
	}
}

/* What breaks rules, with nothing known but the registers, or not all */
static void unknown_accuses_nobody(struct kunit *test)
{
	expect_cases(test, check_register_cases, check_register_count);
	expect_cases(test, check_around_cases, check_around_count);
	expect_cases(test, check_peer_cases, check_peer_count);
}

/* Any registers, any function, and any groups that are unknown */
static void unknown_any_registers(struct kunit *test)
{
	struct pf_facts *known = check_fixture_take(test, true, NULL, NULL);
	struct pf_facts *snap;
	struct sriov_snapshot regs;
	struct rnd_state rnd;
	u32 round;

	prandom_seed_state(&rnd, 11);
	for (round = 0; round < 100; round++) {
		prandom_bytes_state(&rnd, &regs, sizeof(regs));
		sriov_decode(&regs, &known->sriov);
		known->sriov.num_vfs %= 16;
		check_move(known, 0x300 + prandom_u32_state(&rnd) % 8);
		snap = check_fixture_take(test, true, NULL, NULL);
		snap->sriov = known->sriov;
		snap->kernel = known->kernel;
		unknown_make(snap, prandom_u32_state(&rnd) & ABOUT_ALL);
		expect_no_other(test, known, snap, "random");
	}
}

/* Of all groups together the words fit, and are cut where they end. */
static void unknown_words(struct kunit *test)
{
	struct pf_facts *snap = check_fixture_take(test, true, NULL, NULL);
	char text[40], all[600];

	unknown_make(snap, ABOUT_PORT | ABOUT_VFS);
	facts_say_lack(snap, ABOUT_PORT | ABOUT_PLACE, all, sizeof(all));
	KUNIT_EXPECT_STREQ(test, all, "unknown: the port above (nobody said)");
	facts_say_lack(snap, ABOUT_ALL, all, sizeof(all));
	KUNIT_EXPECT_STREQ(test, all,
			   "unknown: the port above, its VFs (nobody said)");
	unknown_make(snap, ABOUT_ALL);
	facts_say_lack(snap, ABOUT_ALL, all, sizeof(all));
	KUNIT_EXPECT_TRUE(test, strstarts(all, "unknown: where the device is"));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(all,
				     ", which drivers its VFs have met (nobody said)"));
	facts_say_lack(snap, ABOUT_ALL, text, sizeof(text));
	KUNIT_EXPECT_EQ(test, strlen(text), sizeof(text) - 1);
}

static struct kunit_case unknown_cases[] = {
	KUNIT_CASE_PARAM(unknown_rules, lack_gen_params),
	KUNIT_CASE(unknown_every_group),
	KUNIT_CASE(unknown_accuses_nobody),
	KUNIT_CASE(unknown_any_registers),
	KUNIT_CASE(unknown_words),
	/* sentinel */
	{},
};

static struct kunit_suite unknown_suite = {
	.name = "sriovscope_check_unknown",
	.test_cases = unknown_cases,
};

kunit_test_suite(unknown_suite);
