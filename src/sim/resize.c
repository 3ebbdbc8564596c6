// SPDX-License-Identifier: GPL-2.0
/*
 * BARs whose size software picks. BAR Size n is 2^n MiB.
 *
 * VF Resizable BAR has the registers of Resizable BAR under names of its own,
 * so that one name is enough to look at both.
 */
#include <linux/minmax.h>
#include <linux/sizes.h>
#include <linux/string.h>
#include <sriovscope/caps/rebar.h>
#include <sriovscope/caps/vf_rebar.h>

#include "bars.h"
#include "core/mock/hardware.h"
#include "resize.h"

/* 2^43 MiB are 2^63 bytes. */
#define BAR_SIZE_MAX 43

#define PAIR_FIELD(cap, field) (&((struct cap##_pair_fields *)NULL)->field)
#define SAME_PLACE(field, vf_field)                                            \
	static_assert(cap_field_at(PAIR_FIELD(rebar, field)) ==                \
			      cap_field_at(PAIR_FIELD(vf_rebar, vf_field)) &&  \
		      cap_field_lsb(PAIR_FIELD(rebar, field)) ==               \
			      cap_field_lsb(PAIR_FIELD(vf_rebar, vf_field)) && \
		      cap_field_bits(PAIR_FIELD(rebar, field)) ==              \
			      cap_field_bits(PAIR_FIELD(vf_rebar, vf_field)))

static_assert(offsetof(struct rebar_regs, pair) ==
	      offsetof(struct vf_rebar_regs, pair));
static_assert(sizeof(struct rebar_regs) == sizeof(struct vf_rebar_regs));
SAME_PLACE(supported_sizes, supported_sizes);
SAME_PLACE(bar_index, vf_bar_index);
SAME_PLACE(number_of_resizable_bars, number_of_vf_resizable_bars);
SAME_PLACE(bar_size, vf_bar_size);
SAME_PLACE(supported_sizes_upper, supported_sizes_upper);

static u32 pair_at(const struct sim_resize *resize, u32 pair)
{
	return hardware_element(resize->at, rebar, pair, pair);
}

/* The slot of a pair's BAR, from 0 to 7: there may be no such BAR */
static u32 pair_slot(const struct sim_resize *resize,
		     const struct mock_config *config, u32 pair)
{
	return hardware_get(config, pair_at(resize, pair), rebar_pair,
			    bar_index);
}

static u32 pair_field(const struct sim_resize *resize,
		      const struct mock_config *config, u32 pair)
{
	return hardware_get(config, pair_at(resize, pair), rebar_pair,
			    bar_size);
}

static u64 field_bytes(u32 field)
{
	return (u64)SZ_1M << field;
}

/* Of a slot that is none the limit is 0. */
static bool slot_takes(const struct sim_resize *resize,
		       const struct mock_config *config, u32 slot, u32 field)
{
	return field <= BAR_SIZE_MAX &&
	       field_bytes(field) <= sim_bar_limit(config, resize->bars, slot);
}

/* The sizes that the BAR can have: bit n is BAR Size n */
static u64 pair_sizes(const struct sim_resize *resize,
		      const struct mock_config *config, u32 pair)
{
	u32 at = pair_at(resize, pair);
	u64 sizes = hardware_get(config, at, rebar_pair, supported_sizes_upper);

	/* They go on behind those that Capability has room for. */
	sizes <<= cap_field_bits(PAIR_FIELD(rebar, supported_sizes));
	return sizes | hardware_get(config, at, rebar_pair, supported_sizes);
}

void sim_resize_reset(struct sim_resize *resize,
		      const struct mock_config *config)
{
	u32 pair;

	for (pair = 0; pair < resize->pairs; pair++)
		resize->fields[pair] = pair_field(resize, config, pair);
}

/* As many pairs as it says, and as there is room for: a device says anything. */
static void resize_init(struct sim_resize *resize,
			const struct mock_config *config,
			const struct config_view *view)
{
	u32 room =
		(config_view_span(view) - offsetof(struct rebar_regs, pair)) /
		sizeof(struct rebar_pair_regs);
	u32 said;

	resize->at = config_view_base(view);
	said = hardware_get(config, pair_at(resize, 0), rebar_pair,
			    number_of_resizable_bars);
	resize->pairs = min3(said, room, (u32)PCI_STD_NUM_BARS);
	sim_resize_reset(resize, config);
}

int sim_resize_find(struct sim_resize *resize, const struct mock_config *config,
		    u16 sriov)
{
	const struct ext_cap_type *type = sriov ? &vf_rebar_type : &rebar_type;
	struct config_view view;
	int ret;

	memset(resize, 0, sizeof(*resize));
	resize->bars = sim_bars_at(sriov);
	resize->pair = sriov ? &vf_rebar_pair_type : &rebar_pair_type;
	ret = ext_cap_find(&config->space, type, &view);
	if (!ret)
		resize_init(resize, config, &view);
	return ret == -ENOMEM ? ret : 0;
}

void sim_resize_sizes(const struct sim_resize *resize,
		      const struct mock_config *config,
		      struct sim_bar_sizes *sizes)
{
	u32 pair, slot, field;

	for (pair = 0; pair < resize->pairs; pair++) {
		slot = pair_slot(resize, config, pair);
		field = resize->fields[pair];
		/* What can have no size is no pair. */
		if (pair_sizes(resize, config, pair) &&
		    slot_takes(resize, config, slot, field) &&
		    !sizes->bytes[slot])
			sizes->bytes[slot] = field_bytes(field);
	}
}

void sim_resize_masks(const struct sim_resize *resize,
		      struct mock_config *config)
{
	u32 pair;

	for (pair = 0; pair < resize->pairs; pair++)
		hardware_put_masks(config, pair_at(resize, pair),
				   sizeof(struct rebar_pair_regs),
				   resize->pair);
}

static void pair_put_field(const struct sim_resize *resize,
			   struct mock_config *config, u32 pair)
{
	hardware_put(config, pair_at(resize, pair), rebar_pair, bar_size,
		     resize->fields[pair]);
}

void sim_resize_react(struct sim_resize *resize, struct mock_config *config,
		      bool locked)
{
	u32 pair, slot, field;

	for (pair = 0; pair < resize->pairs; pair++) {
		slot = pair_slot(resize, config, pair);
		field = pair_field(resize, config, pair);
		if (field == resize->fields[pair])
			continue;
		if (locked ||
		    !(pair_sizes(resize, config, pair) & BIT_ULL(field)) ||
		    !slot_takes(resize, config, slot, field)) {
			pair_put_field(resize, config, pair);
			continue;
		}
		resize->fields[pair] = field;
		sim_bar_resize(config, resize->bars, slot, field_bytes(field));
	}
}
