// SPDX-License-Identifier: GPL-2.0
/*
 * The constraints against a model of the kernel: what it does is written down
 * here once more, and asked about devices on which anything is wrong at once.
 */
#include <linux/array_size.h>
#include <linux/errno.h>
#include <linux/limits.h>
#include <linux/prandom.h>
#include <linux/string.h>

#include "core/guard/guard.h"
#include "preflight_random.h"

#define MODEL_SEED 20261123
#define MODEL_ROUNDS 2000

/* All constraints that can limit, as rows of the table */
#define CONSTRAINTS_THAT_LIMIT 19

/* sriov_numvfs_store(), and then the driver's callback */
static int model_store(const struct pf_facts *f, u32 n)
{
	const struct pf_kernel *k = &f->kernel;

	if (!k->is_physfn)
		return -ENOENT; /* there is no such file */
	if (n > k->driver_cap || (!f->sriov_error && n > f->sriov.total_vfs))
		return -ERANGE;
	if (!*k->driver || !k->can_configure || k->switched_off)
		return -ENOENT;
	if (k->num_vfs)
		return -EBUSY;
	if ((k->mode == PF_MODE_BOUND && !k->allowed) || k->vfs_assigned)
		return -EPERM;
	return 0;
}

/*
 * sriov_enable(): counts the resources that have a parent, and since it can
 * resize VF BARs also room for as many copies, and wants as many as there are
 * VF BARs. What registers read does not come into it.
 */
static bool model_has_windows(const struct pf_facts *f,
			      const struct model_bars *dev, u32 n)
{
	u32 slot, nres = 0;

	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++) {
		if (!f->sriov_error &&
		    dev->copies[slot] * n > f->kernel.windows[slot].size)
			continue;
		if (dev->parents[slot])
			nres++;
	}
	return nres == dev->nres;
}

static u32 model_id(const struct pf_facts *f, u32 vf)
{
	return f->kernel.routing_id + f->sriov.first_vf_offset +
	       f->sriov.vf_stride * vf;
}

static int model_initial(const struct pf_facts *f, u32 n)
{
	const struct sriov_state *s = &f->sriov;

	if (s->initial_vfs > s->total_vfs)
		return -EIO;
	if (!s->vf_migration_capable && s->initial_vfs != s->total_vfs)
		return -EIO;
	return n > s->initial_vfs ? -EIO : 0;
}

/* sriov_enable(), of which the windows alone need no registers */
static int model_enable(const struct pf_facts *f, const struct model_bars *dev,
			u32 n)
{
	const struct around_link *link = &f->around->link;
	bool known = !f->sriov_error;

	if (known && model_initial(f, n))
		return -EIO;
	if (!model_has_windows(f, dev, n))
		return -ENOMEM;
	if (!known)
		return 0;
	if (model_id(f, n - 1) / 256 > f->around->last_bus)
		return -ENOMEM;
	if (link->devfn != f->kernel.routing_id % 256 && !link->is_physfn)
		return link->exists ? -ENOSYS : -ENODEV;
	return 0;
}

/* Not the kernel's, but what VFs that do not answer come to */
static int model_answer(const struct pf_facts *f, u32 n)
{
	const struct around_port *port = &f->around->port;
	u32 vf, id;

	if (f->around->self.has_pm && f->around->self.power_state)
		return -EIO;
	if (f->sriov_error || !port->exists || port->error ||
	    !port->downstream || port->ari_forwarding)
		return 0;
	for (vf = 0; vf < n; vf++) {
		id = model_id(f, vf);
		if (id / 256 == f->kernel.routing_id / 256 && id % 256 > 7)
			return -EIO;
	}
	return 0;
}

static int model(const struct pf_facts *f, const struct model_bars *dev, u32 n)
{
	int ret;

	if (!n)
		return f->kernel.vfs_assigned ? -EPERM : 0;
	ret = model_store(f, n);
	if (!ret)
		ret = model_enable(f, dev, n);
	return ret ?: model_answer(f, n);
}

/**
 * struct seen - which constraints have spoken
 * @count: how many
 * @names: their names
 */
struct seen {
	u32 count;
	const char *names[CONSTRAINTS_THAT_LIMIT + 1];
};

static void see(struct seen *seen, const char *name)
{
	u32 i;

	for (i = 0; i < seen->count; i++) {
		if (seen->names[i] == name)
			return;
	}
	if (seen->count < ARRAY_SIZE(seen->names))
		seen->names[seen->count++] = name;
}

/*
 * Whether every number is judged as by the model. A kernel that does not tell
 * how many VF BARs it found is asked as one that found those which show: then
 * what is refused must be refused indeed, and what is not is no promise.
 */
static void expect_verdicts(struct kunit *test, const struct pf_facts *f,
			    const struct model_bars *dev, u32 round,
			    struct seen *seen, u32 *most)
{
	u32 total = max(f->sriov.total_vfs, f->kernel.driver_cap);
	struct preflight_result result;
	int ret, expect;
	u32 n;

	*most = 0;
	for (n = 0; n <= total + 1; n++) {
		ret = preflight_refuses(f, n, &result);
		expect = model(f, dev, n);
		if (!expect)
			*most = n;
		if (ret)
			see(seen, result.name);
		if (ret == expect)
			continue;
		KUNIT_ASSERT_FALSE_MSG(test, f->kernel.vf_bars_known,
				       "round %u, %u VFs: %d, not %d: %s",
				       round, n, ret, expect,
				       ret ? result.name : "");
		KUNIT_ASSERT_EQ_MSG(test, expect, -ENOMEM,
				    "round %u, %u VFs: %d", round, n, ret);
	}
}

/* And the largest number is max_vfs_now, or that is not known. */
static u32 expect_as_model(struct kunit *test, const struct pf_facts *f,
			   const struct model_bars *dev, u32 round,
			   struct seen *seen)
{
	struct preflight_summary summary;
	u32 most;

	expect_verdicts(test, f, dev, round, seen, &most);
	preflight_all(f, &summary);
	if (summary.unknown)
		KUNIT_ASSERT_FALSE_MSG(test, f->kernel.vf_bars_known,
				       "round %u", round);
	else
		KUNIT_ASSERT_EQ_MSG(test, summary.max_vfs_now, most, "round %u",
				    round);
	return most;
}

/* The device that the facts of the known ways to limit are of */
static void bars_of_bends(const struct pf_facts *f, struct model_bars *dev)
{
	const struct around_rebar *rebar = &f->around->rebar;

	*dev = (struct model_bars){ .nres = f->kernel.vf_bars };
	dev->parents[0] = f->kernel.windows[0].assigned;
	dev->parents[3] = f->kernel.windows[3].assigned;
	if (rebar->count)
		dev->copies[3] = 0x100000ULL << rebar->bars[0].size;
}

/* Some of the known ways to limit at once */
static void model_of_bends(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct rnd_state rnd;
	struct seen seen = {};
	struct model_bars dev;
	u32 round, i;

	prandom_seed_state(&rnd, MODEL_SEED);
	for (round = 0; round < MODEL_ROUNDS; round++) {
		facts_reset(f);
		for (i = 0; i < limit_count; i++) {
			if (prandom_u32_state(&rnd) % 14 == 0)
				limits[i].bend(f);
		}
		/* The model counts in 64 bits, as no window can be larger. */
		f->around->rebar.bars[0].size %= 40;
		bars_of_bends(f, &dev);
		expect_as_model(test, f, &dev, round, &seen);
	}
}

/* Any numbers: each constraint must have spoken, and many devices be fine. */
static void model_of_numbers(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct rnd_state rnd;
	struct seen seen = {};
	struct model_bars dev;
	u32 round, fine = 0;

	prandom_seed_state(&rnd, MODEL_SEED);
	for (round = 0; round < MODEL_ROUNDS; round++) {
		facts_reset(f);
		facts_random(f, &dev, &rnd);
		fine += expect_as_model(test, f, &dev, round, &seen) > 0;
	}
	KUNIT_EXPECT_GT(test, fine, MODEL_ROUNDS / 10);
	KUNIT_EXPECT_EQ(test, seen.count, CONSTRAINTS_THAT_LIMIT);
}

/* Of two that refuse the one that the kernel asks first gives the errno. */
static void model_first_of_two(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	struct preflight_result result;
	const struct limit *a, *b;

	for (a = limits; a < limits + limit_count; a++) {
		for (b = a + 1; b < limits + limit_count; b++) {
			if (!strcmp(a->name, b->name))
				continue;
			facts_reset(f);
			b->bend(f);
			a->bend(f);
			KUNIT_EXPECT_EQ(test,
					preflight_refuses(f,
							  max(a->max, b->max) +
								  1,
							  &result),
					a->error);
			KUNIT_EXPECT_STREQ_MSG(test, result.name, a->name,
					       "%s and %s", a->title, b->title);
		}
	}
}

/* What the ladder says of a device on which VFs are on, as enable.c asks it */
static int climb(struct pf_facts *f, u32 on, u32 requested)
{
	struct guard_facts guard = {
		.allowed = true,
		.admin = true,
		.is_number = true,
		.requested = requested,
		.looked = true,
		.driver_cap = f->kernel.driver_cap,
		.current_vfs = on,
	};
	struct preflight_result result;
	char reason[8];

	f->kernel.num_vfs = on;
	guard.refused = preflight_refuses(f, requested, &result);
	return guard_climb(&guard, reason, sizeof(reason));
}

/* Every number against every number that is on */
static void model_of_changes(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	u32 on, requested;
	int expected;

	for (on = 0; on <= 8; on++) {
		for (requested = 0; requested <= 10; requested++) {
			expected = requested == on ? 0 :
				   requested > 8   ? -ERANGE :
				   on && requested ? -EBUSY :
						     GUARD_GO;
			KUNIT_EXPECT_EQ_MSG(test, climb(f, on, requested),
					    expected, "%u where %u are on",
					    requested, on);
		}
	}
}

static struct kunit_case model_cases[] = {
	KUNIT_CASE(model_of_bends),
	KUNIT_CASE(model_of_numbers),
	KUNIT_CASE(model_first_of_two),
	KUNIT_CASE(model_of_changes),
	/* sentinel */
	{},
};

static struct kunit_suite model_suite = {
	.name = "sriovscope_preflight_model",
	.test_cases = model_cases,
};

kunit_test_suite(model_suite);
