// SPDX-License-Identifier: GPL-2.0
/*
 * Hardware's own door to a space that behaves.
 */

#include <linux/math.h>

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

u32 hardware_get_place(const struct mock_config *config, u32 base,
		       struct field_place place)
{
	u32 dword = mock_config_get32(config, place_dword(base, place));

	return dword >> place_shift(base, place) & ~0U >> (32 - place.bits);
}

void hardware_put_place(struct mock_config *config, u32 base,
			struct field_place place, u64 value)
{
	u32 max = ~0U >> (32 - place.bits);
	u32 at = place_dword(base, place);
	u32 shift = place_shift(base, place);
	u32 dword = mock_config_get32(config, at);

	if (value > max) {
		config->violations++;
		return;
	}
	mock_config_put32(config, at,
			  (dword & ~(max << shift)) | (u32)value << shift);
}

void hardware_put_masks(struct mock_config *config, u32 base, u32 span,
			const struct ext_cap_type *type)
{
	struct register_masks masks;
	u32 at;

	for (at = 0; at + sizeof(u32) <= span; at += sizeof(u32)) {
		masks = register_masks(type, at, sizeof(u32));
		mock_config_put_masks(config, base + at, masks.rw, masks.w1c);
	}
}
