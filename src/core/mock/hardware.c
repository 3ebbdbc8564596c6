// SPDX-License-Identifier: GPL-2.0
/*
 * Hardware's own door to a space that behaves.
 */
#include <linux/math.h>
#include <linux/minmax.h>
#include <sriovscope/caps/sriov.h>

#include "hardware.h"

/* The register's bits in the dword that it is in */
static u32 place_shift(u32 base, struct field_place place)
{
	return (base + place.at) % sizeof(u32) * BITS_PER_BYTE + place.lsb;
}

static u32 place_dword(u32 base, struct field_place place)
{
	return round_down(base + place.at, sizeof(u32));
}

/* The bits of the field, in that dword */
static u32 place_bits(u32 base, struct field_place place)
{
	return ~0U >> (32 - place.bits) << place_shift(base, place);
}

u32 hardware_get_place(const struct mock_config *config, u32 base,
		       struct field_place place)
{
	u32 at = place_dword(base, place);
	u32 dword;

	if (at >= config->space.size)
		return 0;
	dword = mock_config_get32(config, at);
	return (dword & place_bits(base, place)) >> place_shift(base, place);
}

void hardware_put_place(struct mock_config *config, u32 base,
			struct field_place place, u64 value)
{
	u32 at = place_dword(base, place);
	u32 bits = place_bits(base, place);
	u32 shift = place_shift(base, place);
	u32 dword;

	if (at >= config->space.size || value > bits >> shift) {
		config->violations++;
		return;
	}
	dword = mock_config_get32(config, at);
	mock_config_put32(config, at, (dword & ~bits) | (u32)value << shift);
}

void hardware_let_place(struct mock_config *config, u32 base,
			struct field_place place)
{
	u32 at = place_dword(base, place);

	if (at >= config->space.size)
		config->violations++;
	else
		config->rw[at / sizeof(u32)] |= place_bits(base, place);
}

void hardware_put_masks(struct mock_config *config, u32 base, u32 span,
			const struct ext_cap_type *type)
{
	struct register_masks masks;
	u32 at, width;

	for (at = 0; at < span; at += sizeof(u32)) {
		width = min_t(u32, span - at, sizeof(u32));
		masks = register_masks(type, at, width);
		mock_config_put_masks(config, base + at, masks.rw, masks.w1c);
		mock_config_put_locks(config, base + at, masks.locked);
	}
}

/* Of the bits that an address can have, those that are there; others read 0 */
static void put_address(struct mock_config *config, u32 at, u32 can, u32 there)
{
	u32 dword = mock_config_get32(config, at);

	mock_config_put32(config, at, dword & (~can | there));
	mock_config_put_masks(config, at, there, 0);
}

void hardware_put_bar(struct mock_config *config, u32 at, u64 size,
		      bool is_64bit)
{
	u32 can = register_masks(&memory_bar_type, 0, sizeof(u32)).rw;
	u64 there = size ? -size : 0;

	put_address(config, at, can, there & can);
	if (is_64bit)
		put_address(config, at + sizeof(u32), U32_MAX, there >> 32);
}
