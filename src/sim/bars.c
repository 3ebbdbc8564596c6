// SPDX-License-Identifier: GPL-2.0
/*
 * BARs of a simulated function: how large they are.
 */
#include <linux/array_size.h>
#include <linux/errno.h>
#include <linux/log2.h>
#include <linux/overflow.h>
#include <linux/sizes.h>
#include <sriovscope/caps/header.h>
#include <sriovscope/caps/sriov.h>

#include "bars.h"
#include "core/mock/hardware.h"
#include "masks.h"

static_assert(offsetof(struct header0_regs, bar) ==
	      offsetof(struct header1_regs, bar));

bool sim_bar_size_valid(u64 size)
{
	return !size || (is_power_of_2(size) && size >= 16);
}

u64 sim_bar_sum(const struct sim_bar_sizes *sizes, u32 copies)
{
	u64 bytes, sum = 0;
	u32 slot;

	for (slot = 0; slot < ARRAY_SIZE(sizes->bytes); slot++) {
		if (check_mul_overflow(sizes->bytes[slot], (u64)copies,
				       &bytes) ||
		    check_add_overflow(sum, bytes, &sum))
			return U64_MAX;
	}
	return sum;
}

u32 sim_bars_at(u16 sriov)
{
	return sriov ? hardware_element(sriov, sriov, vf_bar, 0) :
		       hardware_element(0, header0, bar, 0);
}

static u32 slot_at(u32 bars, u32 slot)
{
	return bars + slot * sizeof(struct memory_bar_regs);
}

static u32 count_slots(const struct mock_config *config, u32 bars)
{
	return bars == sim_bars_at(0) && sim_is_bridge(config) ?
		       HEADER1_NUM_BARS :
		       PCI_STD_NUM_BARS;
}

/* In the last slot there is no room for an upper half. */
static bool slot_is_64bit(const struct mock_config *config, u32 bars, u32 slot)
{
	u32 at = slot_at(bars, slot);

	return slot + 1 < count_slots(config, bars) &&
	       !hardware_get(config, at, memory_bar, io_space) &&
	       hardware_get(config, at, memory_bar, memory_type) ==
		       VF_BAR_64BIT;
}

u64 sim_bar_limit(const struct mock_config *config, u32 bars, u32 slot)
{
	if (slot >= count_slots(config, bars))
		return 0;
	if (hardware_get(config, slot_at(bars, slot), memory_bar, io_space))
		return SZ_256;
	return slot_is_64bit(config, bars, slot) ? BIT_ULL(63) : SZ_2G;
}

void sim_bar_resize(struct mock_config *config, u32 bars, u32 slot, u64 size)
{
	hardware_put_bar(config, slot_at(bars, slot), size,
			 slot_is_64bit(config, bars, slot));
}

static void put_bar(struct mock_config *config, u32 bars, u32 slot, u64 size)
{
	u32 at = slot_at(bars, slot);

	/* Of I/O these are bits of an address that no BAR is small enough for. */
	if (hardware_get(config, at, memory_bar, io_space)) {
		hardware_put(config, at, memory_bar, memory_type, VF_BAR_32BIT);
		hardware_put(config, at, memory_bar, prefetchable, false);
	}
	/* Without a size there is no address either. */
	sim_bar_resize(config, bars, slot, 0);
	sim_bar_resize(config, bars, slot, size);
}

/* A BAR of 4 KiB when nobody says how large it is; none where all is 0. */
int sim_bars_put(struct mock_config *config, u32 bars,
		 const struct sim_bar_sizes *sizes)
{
	u32 count = count_slots(config, bars);
	bool is_64bit;
	u32 slot, raw;
	u64 size;

	for (slot = 0; slot < count; slot++) {
		raw = mock_config_get32(config, slot_at(bars, slot));
		size = sizes->bytes[slot];
		is_64bit = slot_is_64bit(config, bars, slot);
		if (size > SZ_2G && !is_64bit)
			return -EINVAL;
		put_bar(config, bars, slot, raw && !size ? SZ_4K : size);
		slot += is_64bit;
	}
	return 0;
}
