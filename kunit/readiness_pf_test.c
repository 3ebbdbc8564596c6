// SPDX-License-Identifier: GPL-2.0
/*
 * What the PF and the other VFs say of a VF: of one that sleeps nobody else does, and
 * where one answers, what would keep all from it is not so.
 */
#include <linux/array_size.h>
#include <linux/errno.h>
#include <linux/string.h>

#include "readiness_facts.h"

static void expect_cause(struct kunit *test, const struct ready *r,
			 const char *cause)
{
	struct readiness_result result;

	ready_judge(test, r, READY_WHICH, &result);
	KUNIT_EXPECT_STREQ_MSG(test, result.cause ?: "", cause, "%s",
			       result.reason);
}

static void expect_words(struct kunit *test, const struct ready *r,
			 const char *words)
{
	struct readiness_result result;

	ready_judge(test, r, READY_WHICH, &result);
	KUNIT_EXPECT_NOT_NULL_MSG(test, strstr(result.reason, words), "%s",
				  result.reason);
}

/* What sleeps is judged by its PF. */
static void readiness_asleep(struct kunit *test)
{
	static const struct {
		void (*bend)(struct ready *r);
		const char *cause;
	} of_the_pf[] = {
		{ ready_vf_mse, "vf_mse" },
		{ ready_vf_enable, "vf_enable" },
		{ ready_pf_power, "pf_power" },
		{ ready_pf_slept, "pf_slept" },
		{ ready_pf_sleeps, "pf_slept" },
		{ ready_num_vfs, "num_vfs" },
		/* Nobody has asked a VF. */
		{ ready_ari, "vfio" },
		{ ready_pf_command, "vfio" },
		{ ready_silent, "vfio" },
	};
	struct ready *r = ready_new(test);
	u32 i;

	for (i = 0; i < ARRAY_SIZE(of_the_pf); i++) {
		of_the_pf[i].bend(r);
		ready_all_asleep(r);
		expect_cause(test, r, of_the_pf[i].cause);
		ready_reset(r);
	}
	/* While VFs are changed, registers and kernel need not agree. */
	r->f->kernel.changing = true;
	ready_vf_enable(r);
	ready_all_asleep(r);
	expect_cause(test, r, "vfio");
	ready_reset(r);
	r->f->kernel.changing = true;
	ready_num_vfs(r);
	expect_cause(test, r, "silent");
}

/* What would keep all VFs from answering does not, when one answers. */
static void readiness_refuted(struct kunit *test)
{
	static void (*const of_all[])(struct ready *) = {
		ready_pf_power, ready_vf_enable,	 ready_pf_command,
		ready_ari,	ready_pf_command_master, ready_all_silent,
	};
	struct ready *r = ready_new(test);
	u32 i;

	for (i = 0; i < ARRAY_SIZE(of_all); i++) {
		of_all[i](r);
		r->regs[READY_VFS - 1].error = 0;
		expect_cause(test, r, "silent");
		expect_words(test, r, "it does not answer, and others do");
		ready_reset(r);
	}
	/* One on device 0 comes through without ARI. */
	ready_ari(r);
	r->devices[0].routing_id = 0x301;
	r->regs[0].routing_id = 0x301;
	r->regs[0].error = 0;
	expect_cause(test, r, "ari");
	ready_reset(r);
	/* One past NumVFs answers, and so do all: the register is not so. */
	ready_num_vfs(r);
	r->regs[READY_VFS - 1].error = 0;
	expect_cause(test, r, "silent");
	ready_reset(r);
	/* Those that answer now had slept, and this one still does not. */
	ready_pf_slept(r);
	ready_silent(r);
	expect_cause(test, r, "silent");
}

/* Who enables VFs and nothing else leaves the PF off, and VFs work without. */
static void readiness_stub(struct kunit *test)
{
	struct ready *r = ready_new(test);

	ready_name_driver(r->f->kernel.driver, "pci-pf-stub");
	ready_pf_command_master(r);
	expect_cause(test, r, "silent");
	ready_pf_command_both(r);
	expect_cause(test, r, "pf_command");
	expect_words(test, r, "COMMAND=2:2");
}

/* VFs of one group need not be neighbours. */
static void readiness_groups(struct kunit *test)
{
	struct ready *r = ready_new(test);
	u32 n;

	r->devices[0].group = 20;
	r->devices[2].group = 20;
	for (n = 0; n < READY_VFS; n++)
		ready_name_driver(r->devices[n].driver, "vfio-pci");
	r->devices[2].enabled = true;
	KUNIT_ASSERT_EQ(test, facts_compare_vfs(r->f), 0);
	for (n = 0; n < READY_VFS; n++)
		KUNIT_EXPECT_EQ(test, r->devices[n].group_shared, n != 1);
	for (n = 0; n < READY_VFS; n++)
		KUNIT_EXPECT_EQ(test, r->devices[n].group_open, !n);
	/* The PF is one of its group, where there is one, and is open or not. */
	r->f->kernel.enabled = true;
	r->f->around->iommu.group = 20;
	KUNIT_ASSERT_EQ(test, facts_compare_vfs(r->f), 0);
	KUNIT_EXPECT_FALSE(test, r->devices[2].group_open);
	ready_name_driver(r->f->kernel.driver, "vfio-pci");
	r->f->around->iommu.exists = false;
	KUNIT_ASSERT_EQ(test, facts_compare_vfs(r->f), 0);
	KUNIT_EXPECT_FALSE(test, r->devices[2].group_open);
	r->f->around->iommu.exists = true;
	KUNIT_ASSERT_EQ(test, facts_compare_vfs(r->f), 0);
	KUNIT_EXPECT_TRUE(test, r->devices[2].group_open);
	/* Those of none share nothing. */
	ready_reset(r);
	r->devices[0].group = -1;
	r->devices[2].group = -1;
	KUNIT_ASSERT_EQ(test, facts_compare_vfs(r->f), 0);
	KUNIT_EXPECT_FALSE(test, r->devices[0].group_shared);
	ready_reset(r);
	r->f->vf_device_count = 0;
	r->f->around->vf_count = 0;
	KUNIT_EXPECT_EQ(test, facts_compare_vfs(r->f), 0);
}

/* A VF on function 1 to 7, or on another bus, needs no ARI. */
static void readiness_ari(struct kunit *test)
{
	static const struct {
		u16 id;
		bool ari;
	} places[] = {
		{ 0x301, false }, { 0x307, false }, { 0x308, true },
		{ 0x3ff, true },  { 0x408, false },
	};
	struct ready *r = ready_new(test);
	struct readiness_result result;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(places); i++) {
		ready_ari(r);
		r->f->vf_device_count = 1;
		r->f->around->vf_count = 1;
		r->devices[0].routing_id = places[i].id;
		r->regs[0] = (struct around_vf){ .routing_id = places[i].id,
						 .error = -ENODEV };
		ready_judge(test, r, 0, &result);
		KUNIT_EXPECT_STREQ(test, result.cause,
				   places[i].ari ? "ari" : "silent");
		r->f->around->port.downstream = false;
		ready_judge(test, r, 0, &result);
		KUNIT_EXPECT_STREQ(test, result.cause, "silent");
		ready_reset(r);
	}
}

static struct kunit_case readiness_pf_cases[] = {
	KUNIT_CASE(readiness_asleep),
	KUNIT_CASE(readiness_refuted),
	KUNIT_CASE(readiness_stub),
	KUNIT_CASE(readiness_groups),
	KUNIT_CASE(readiness_ari),
	/* sentinel */
	{},
};

static struct kunit_suite readiness_pf_suite = {
	.name = "sriovscope_readiness_pf",
	.test_cases = readiness_pf_cases,
};

kunit_test_suite(readiness_pf_suite);
