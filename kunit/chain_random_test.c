// SPDX-License-Identifier: GPL-2.0
/*
 * Random chains against a model that is as naive as can be, and against
 * pci_find_ext_capability(). A failure is replayed with "insmod ... seed=N", in
 * user space with "seed=N build/user/gcc/quick sriovscope_chain_random".
 */
#include <kunit/test.h>
#include <linux/err.h>
#include <linux/module.h>
#include <linux/prandom.h>
#include <linux/random.h>
#include <sriovscope/chain.h>

#include "device_space.h"

#define ROUNDS 300
#define SPACE_END 4096
#define SLOTS 960

/* pci_find_ext_capability() looks at no more than this many. */
#define CORE_STEPS 480

static unsigned int seed;
module_param(seed, uint, 0444);
MODULE_PARM_DESC(seed, "Seed of the random chains; 0 takes a new one");

/**
 * struct model - what the naive walk finds
 * @start: by offset: does a capability start here?
 * @count: how many do
 * @offset: of each, in the order of the walk
 * @defects: of each
 */
struct model {
	bool start[SPACE_END];
	u32 count;
	u32 offset[SLOTS];
	unsigned long defects[SLOTS];
};

static u32 header_id(u32 header)
{
	return header % 0x10000;
}

static u32 header_next(u32 header)
{
	return header / 0x100000;
}

/* Where the model goes from @at; 0 when it stops. */
static u32 model_step(struct model *m, u32 size, u32 at, u32 header,
		      unsigned long *defects)
{
	u32 next = header_next(header);
	u32 aligned = next - next % 4;

	if (header == 0xffffffff) {
		*defects = 1 << EXT_DEFECT_ALL_ONES;
		return 0;
	}
	if (header == 0) {
		*defects = 1 << EXT_DEFECT_MISSING_END;
		return 0;
	}
	*defects = next % 4 ? 1 << EXT_DEFECT_MISALIGNED : 0;
	if (next == 0)
		return 0;
	if (next < 0x100) {
		*defects |= 1 << EXT_DEFECT_TOO_SMALL;
		return 0;
	}
	if (aligned + 4 > size) {
		*defects |= 1 << EXT_DEFECT_PAST_END;
		return 0;
	}
	if (m->start[aligned]) {
		*defects |= 1 << EXT_DEFECT_LOOP;
		return 0;
	}
	if (aligned < at)
		*defects |= 1 << EXT_DEFECT_BACKWARDS;
	return aligned;
}

static void model_walk(struct model *m, const struct mock_config *mock)
{
	u32 at = 0x100;
	u32 header;

	memset(m, 0, sizeof(*m));
	if (!mock_config_get32(mock, at))
		return;
	while (at) {
		m->start[at] = true;
		m->offset[m->count] = at;
		header = mock_config_get32(mock, at);
		at = model_step(m, mock->space.size, at, header,
				&m->defects[m->count]);
		m->count++;
	}
}

static u32 model_span(const struct model *m, u32 size, u32 offset)
{
	u32 end = offset + 1;

	while (end < size && !m->start[end])
		end++;
	return end - offset;
}

/* The model knows no sizes: there an overlap is what the table says. */
static unsigned long model_overlap(u32 header, u32 span)
{
	if (!header || header == 0xffffffff)
		return 0;
	return span < ext_cap_min_size(header_id(header)) ?
		       1 << EXT_DEFECT_OVERLAP :
		       0;
}

/* Mostly IDs that exist, so that sizes and searches have something to do. */
static u32 random_id(struct rnd_state *rnd)
{
	u32 pick = prandom_u32_state(rnd);

	return pick % 8 ? pick / 8 % 0x38 : pick >> 16;
}

/* Links up to @count capabilities at random places in a random order. */
static void random_links(struct rnd_state *rnd, struct mock_config *mock,
			 u32 count)
{
	u32 slots = mock->space.size / 4 - 0x40;
	u32 at = 0x100;
	u32 next, i;

	for (i = 0; i < count; i++) {
		next = 0x100 + prandom_u32_state(rnd) % slots * 4;
		if (next == 0x100 || mock_config_get32(mock, next))
			continue;
		mock_config_put_header(mock, at, random_id(rnd), 1, next);
		at = next;
	}
	mock_config_put_header(mock, at, random_id(rnd), 1, 0);
}

/* Breaks the header of a random dword, which may be one of the chain. */
static void random_damage(struct rnd_state *rnd, struct mock_config *mock)
{
	u32 slots = mock->space.size / 4 - 0x40;
	u32 at = 0x100 + prandom_u32_state(rnd) % slots * 4;
	u32 tries = slots;

	while (tries-- && !mock_config_get32(mock, at))
		at = at + 4 < mock->space.size ? at + 4 : 0x100;

	switch (prandom_u32_state(rnd) % 4) {
	case 0:
		mock_config_put32(mock, at, 0);
		break;
	case 1:
		mock_config_put32(mock, at, U32_MAX);
		break;
	default:
		mock_config_put_header(mock, at, random_id(rnd), 1,
				       prandom_u32_state(rnd) % SPACE_END);
	}
}

static void random_noise(struct rnd_state *rnd, struct mock_config *mock)
{
	u32 at;

	for (at = 0x100; at < mock->space.size; at += 4)
		mock_config_put32(mock, at, prandom_u32_state(rnd));
}

static void random_chain(struct rnd_state *rnd, struct mock_config *mock)
{
	struct mock_log *log = mock->log;
	u32 size = SPACE_END;
	u32 damage = prandom_u32_state(rnd) % 4;

	if (prandom_u32_state(rnd) % 4 == 0)
		size = 0x104 + prandom_u32_state(rnd) % 959 * 4;
	mock_config_init(mock, size);
	mock->log = log;
	mock_config_forget(mock);

	if (prandom_u32_state(rnd) % 8 == 0)
		random_noise(rnd, mock);
	else
		random_links(rnd, mock, prandom_u32_state(rnd) % 64);
	while (damage--)
		random_damage(rnd, mock);
}

/* What holds for every chain, whatever any model says. */
static void expect_invariants(struct kunit *test, const struct ext_chain *chain,
			      u32 size)
{
	const struct ext_cap *a, *b;
	u32 bad = 0;

	KUNIT_EXPECT_LE(test, chain->count, SLOTS);
	ext_chain_for_each(a, chain) {
		bad += a->offset < 0x100 || a->offset % 4;
		bad += a->span < 4 || (u32)a->offset + a->span > size;
		ext_chain_for_each(b, chain)
			bad += b > a && a->offset < b->offset + b->span &&
			       b->offset < a->offset + a->span;
	}
	KUNIT_EXPECT_EQ(test, bad, 0);
}

static void expect_model(struct kunit *test, const struct ext_chain *chain,
			 const struct model *m, const struct mock_config *mock)
{
	const struct ext_cap *cap;
	u32 i, span, header;

	KUNIT_ASSERT_EQ(test, chain->count, m->count);
	for (i = 0; i < m->count; i++) {
		cap = &chain->caps[i];
		header = mock_config_get32(mock, m->offset[i]);
		span = model_span(m, mock->space.size, m->offset[i]);
		KUNIT_EXPECT_EQ(test, cap->offset, m->offset[i]);
		KUNIT_EXPECT_EQ(test, cap->header, header);
		KUNIT_EXPECT_EQ(test, cap->span, span);
		KUNIT_EXPECT_EQ(test, cap->defects,
				m->defects[i] | model_overlap(header, span));
	}
}

static void expect_same(struct kunit *test, const struct ext_chain *chain,
			const struct config_space *space)
{
	struct ext_chain *other = ext_chain_read(space);

	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, other);
	KUNIT_EXPECT_EQ(test, other->count, chain->count);
	KUNIT_EXPECT_EQ(test,
			memcmp(other->caps, chain->caps,
			       sizeof(chain->caps[0]) * chain->count),
			0);
	ext_chain_free(other);
}

/* The offset of the first capability with @id, 0 for none. */
static u32 chain_first(const struct ext_chain *chain, u32 id)
{
	const struct ext_cap *cap;

	ext_chain_for_each(cap, chain)
		if (header_id(cap->header) == id)
			return cap->offset;
	return 0;
}

/*
 * The PCI core does not know headers of all ones, does not look for the end of
 * the space, and takes a header of 0 for a capability with ID 0 or for the end,
 * as its version has it.
 */
static void expect_core_agrees(struct kunit *test,
			       const struct ext_chain *chain,
			       const struct config_space *device)
{
	const struct ext_cap *cap;
	u32 id;

	if (!device || chain->space->size < SPACE_END ||
	    chain->count > CORE_STEPS)
		return;
	ext_chain_for_each(cap, chain)
		if (test_bit(EXT_DEFECT_ALL_ONES, &cap->defects))
			return;
	for (id = 1; id < 0x38; id++)
		KUNIT_EXPECT_EQ_MSG(test, device->ops->find_ext_cap(device, id),
				    chain_first(chain, id), "ID %#x", id);
}

static void random_round(struct kunit *test, struct mock_config *mock,
			 struct model *m, struct image_space *image,
			 const struct config_space *device)
{
	struct ext_chain *chain = ext_chain_read(&mock->space);

	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, chain);
	KUNIT_EXPECT_EQ(test, mock->reads, max(chain->count, 1U));
	model_walk(m, mock);
	expect_model(test, chain, m, mock);
	expect_invariants(test, chain, mock->space.size);

	mock_config_expect_sane(test, mock);
	mock->log = NULL;
	KUNIT_EXPECT_EQ(test, image_space_copy(image, &mock->space), 0);
	expect_same(test, chain, &image->space);
	expect_core_agrees(test, chain, device);
	mock_config_expect_sane(test, mock);
	ext_chain_free(chain);
}

static void random_chains(struct kunit *test)
{
	struct mock_config *mock = mock_config_new(test, SPACE_END);
	const struct config_space *device = device_space_try(test, mock);
	struct image_space *image =
		kunit_kzalloc(test, sizeof(*image), GFP_KERNEL);
	struct model *m = kunit_kzalloc(test, sizeof(*m), GFP_KERNEL);
	struct mock_log *log = mock->log;
	u32 used = seed ?: get_random_u32();
	struct rnd_state rnd;
	u32 round;

	KUNIT_ASSERT_NOT_NULL(test, image);
	KUNIT_ASSERT_NOT_NULL(test, m);
	kunit_info(test, "seed=%u", used);
	prandom_seed_state(&rnd, used);

	for (round = 0; round < ROUNDS; round++) {
		mock->log = log;
		random_chain(&rnd, mock);
		random_round(test, mock, m, image, device);
		if (test->status == KUNIT_FAILURE) {
			kunit_err(test, "round %u of seed=%u", round, used);
			return;
		}
	}
}

static struct kunit_case random_cases[] = {
	KUNIT_CASE(random_chains),
	/* sentinel */
	{},
};

static struct kunit_suite random_suite = {
	.name = "sriovscope_chain_random",
	.test_cases = random_cases,
};

kunit_test_suite(random_suite);
