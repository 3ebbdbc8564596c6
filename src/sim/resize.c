// SPDX-License-Identifier: GPL-2.0
/*
 * BARs whose size software picks. BAR Size n is 2^n MiB.
 */
#include <linux/bitfield.h>
#include <linux/minmax.h>
#include <linux/sizes.h>
#include <linux/string.h>
#include <sriovscope/capabilities.h>

#include "masks.h"
#include "resize.h"

#define PAIR_SIZE 8
#define CAPABILITY 4
#define CONTROL 8

/* 2^43 MiB are 2^63 bytes. */
#define BAR_SIZE_MAX 43

/* Capability has a bit for each of 0 to 27, Control goes on from 28. */
#define CAPABILITY_SIZES GENMASK(31, 4)
#define CONTROL_SIZES GENMASK(31, 16)
#define CONTROL_SIZES_FROM 28

static u32 pair_get(const struct sim_resize *resize,
		    const struct mock_config *config, u32 pair, u32 reg)
{
	return mock_config_get32(config, resize->at + pair * PAIR_SIZE + reg);
}

/* The slot of a pair's BAR, from 0 to 7: there may be no such BAR */
static u32 pair_slot(const struct sim_resize *resize,
		     const struct mock_config *config, u32 pair)
{
	return FIELD_GET(VF_REBAR_CTRL_BAR_IDX,
			 pair_get(resize, config, pair, CONTROL));
}

static u32 pair_field(const struct sim_resize *resize,
		      const struct mock_config *config, u32 pair)
{
	return FIELD_GET(VF_REBAR_CTRL_BAR_SIZE,
			 pair_get(resize, config, pair, CONTROL));
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
	u64 sizes = FIELD_GET(CONTROL_SIZES,
			      pair_get(resize, config, pair, CONTROL));

	sizes <<= CONTROL_SIZES_FROM;
	return sizes | FIELD_GET(CAPABILITY_SIZES,
				 pair_get(resize, config, pair, CAPABILITY));
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
	u32 room = (config_view_span(view) - CAPABILITY) / PAIR_SIZE;
	u32 said;

	resize->at = config_view_base(view);
	said = FIELD_GET(VF_REBAR_CTRL_NBAR,
			 pair_get(resize, config, 0, CONTROL));
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
	resize->bars = sriov ? sriov + PCI_SRIOV_BAR : PCI_BASE_ADDRESS_0;
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
		mock_config_put_masks(config,
				      resize->at + pair * PAIR_SIZE + CONTROL,
				      VF_REBAR_CTRL_BAR_SIZE, 0);
}

static void pair_put_field(const struct sim_resize *resize,
			   struct mock_config *config, u32 pair)
{
	u32 at = resize->at + pair * PAIR_SIZE + CONTROL;
	u32 control = mock_config_get32(config, at);

	control &= ~(u32)VF_REBAR_CTRL_BAR_SIZE;
	control |= FIELD_PREP(VF_REBAR_CTRL_BAR_SIZE, resize->fields[pair]);
	mock_config_put32(config, at, control);
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
