// SPDX-License-Identifier: GPL-2.0
/*
 * Which bits of a configuration space software can change, as one table for the
 * header and for each capability: a row is a dword.
 */
#include <linux/array_size.h>
#include <linux/err.h>
#include <linux/log2.h>
#include <linux/minmax.h>
#include <linux/overflow.h>
#include <linux/sizes.h>
#include <sriovscope/capabilities.h>

#include "masks.h"

/**
 * struct mask_row - what software can do to a dword
 * @offset: from the start of the header or capability
 * @rw: bits that can be written
 * @w1c: bits that are cleared by writing 1
 */
struct mask_row {
	u16 offset;
	u32 rw;
	u32 w1c;
};

#define BRIDGE_BARS 2

#define IN_HIGH(mask) ((u32)(mask) << 16)

/* Command and Status, Cache Line Size, Interrupt Line */
static const struct mask_row header_rows[] = {
	{ PCI_COMMAND, 0x0547, IN_HIGH(0xf900) },
	{ PCI_CACHE_LINE_SIZE, 0xff },
	{ PCI_INTERRUPT_LINE, 0xff },
};

/* Bus numbers, windows, Bridge Control */
static const struct mask_row bridge_rows[] = {
	{ PCI_PRIMARY_BUS, 0x00ffffff },
	{ PCI_IO_BASE, 0xf0f0, IN_HIGH(0xf900) },
	{ PCI_MEMORY_BASE, 0xfff0fff0 },
	{ PCI_PREF_MEMORY_BASE, 0xfff0fff0 },
	{ PCI_PREF_BASE_UPPER32, U32_MAX },
	{ PCI_PREF_LIMIT_UPPER32, U32_MAX },
	{ PCI_IO_BASE_UPPER16, U32_MAX },
	{ PCI_INTERRUPT_LINE, IN_HIGH(0x0003 | PCI_BRIDGE_CTL_BUS_RESET) },
};

/* PMCSR: PowerState, PME_En; PME_Status */
static const struct mask_row pm_rows[] = {
	{ PCI_PM_CTRL, 0x0103, 0x8000 },
};

static const struct mask_row msi_rows[] = {
	{ 0x00, IN_HIGH(PCI_MSI_FLAGS_ENABLE | PCI_MSI_FLAGS_QSIZE) },
	{ 0x04, 0xfffffffc },
	{ 0x08, U32_MAX },
	{ 0x0c, 0xffff },
};

static const struct mask_row msix_rows[] = {
	{ 0x00, IN_HIGH(PCI_MSIX_FLAGS_ENABLE | PCI_MSIX_FLAGS_MASKALL) },
};

/* What FLR does is in function.c, and that its bit reads 0. */
static const struct mask_row pcie_rows[] = {
	{ PCI_EXP_DEVCTL, 0xffff, IN_HIGH(0x000f) },
	{ PCI_EXP_LNKCTL, 0x0ffb, IN_HIGH(0xc000) },
	{ PCI_EXP_SLTCTL, 0x1fff, IN_HIGH(0x011f) },
	{ PCI_EXP_RTCTL, 0x001f },
	{ PCI_EXP_DEVCTL2, 0xffff },
	{ PCI_EXP_LNKCTL2, 0xffff, IN_HIGH(0x8000) },
};

static const struct mask_row aer_rows[] = {
	{ PCI_ERR_UNCOR_STATUS, 0, 0x07fff031 },
	{ PCI_ERR_UNCOR_MASK, 0x07fff031 },
	{ PCI_ERR_UNCOR_SEVER, 0x07fff031 },
	{ PCI_ERR_COR_STATUS, 0, 0xf1c1 },
	{ PCI_ERR_COR_MASK, 0xf1c1 },
	{ PCI_ERR_CAP, 0x0140 },
};

static const struct mask_row ari_rows[] = {
	{ 0x04, IN_HIGH(0x0073) },
};

static const struct mask_row acs_rows[] = {
	{ 0x04, IN_HIGH(0x007f) },
};

static const struct mask_row ats_rows[] = {
	{ 0x04, IN_HIGH(0x801f) },
};

static const struct mask_row ltr_rows[] = {
	{ 0x04, 0x1fff1fff },
};

/* NumVFs and System Page Size are locked by VF Enable: see function.c. */
static const struct mask_row sriov_rows[] = {
	{ PCI_SRIOV_CTRL,
	  PCI_SRIOV_CTRL_VFE | PCI_SRIOV_CTRL_MSE | PCI_SRIOV_CTRL_ARI |
		  SRIOV_CTRL_10BIT_TAG | SRIOV_CTRL_14BIT_TAG,
	  IN_HIGH(PCI_SRIOV_STATUS_VFM) },
	{ PCI_SRIOV_NUM_VF, U16_MAX },
	{ PCI_SRIOV_SYS_PGSIZE, U32_MAX },
};

struct mask_table {
	enum cap_kind kind;
	u16 id;
	const struct mask_row *rows;
	u32 count;
};

#define MASKS(kind, id, rows)                          \
	{                                              \
		(kind), (id), (rows), ARRAY_SIZE(rows) \
	}

static const struct mask_table mask_tables[] = {
	MASKS(CAP_CONVENTIONAL, PCI_CAP_ID_PM, pm_rows),
	MASKS(CAP_CONVENTIONAL, PCI_CAP_ID_MSI, msi_rows),
	MASKS(CAP_CONVENTIONAL, PCI_CAP_ID_MSIX, msix_rows),
	MASKS(CAP_CONVENTIONAL, PCI_CAP_ID_EXP, pcie_rows),
	MASKS(CAP_EXTENDED, PCI_EXT_CAP_ID_ERR, aer_rows),
	MASKS(CAP_EXTENDED, PCI_EXT_CAP_ID_ARI, ari_rows),
	MASKS(CAP_EXTENDED, PCI_EXT_CAP_ID_ACS, acs_rows),
	MASKS(CAP_EXTENDED, PCI_EXT_CAP_ID_ATS, ats_rows),
	MASKS(CAP_EXTENDED, PCI_EXT_CAP_ID_LTR, ltr_rows),
	MASKS(CAP_EXTENDED, PCI_EXT_CAP_ID_SRIOV, sriov_rows),
};

/* Rows beyond @span belong to another capability, or to nobody. */
static void put_rows(struct mock_config *config, u32 base, u32 span,
		     const struct mask_row *rows, u32 count)
{
	u32 i;

	for (i = 0; i < count; i++) {
		if (rows[i].offset + sizeof(u32) <= span)
			mock_config_put_masks(config, base + rows[i].offset,
					      rows[i].rw, rows[i].w1c);
	}
}

static void put_capability(struct mock_config *config,
			   const struct ext_chain *chain,
			   const struct ext_cap *cap)
{
	const struct mask_table *table;

	for (table = mask_tables; table < mask_tables + ARRAY_SIZE(mask_tables);
	     table++) {
		if (table->kind == chain->kind &&
		    table->id == ext_cap_id(chain, cap))
			put_rows(config, cap->offset, cap->span, table->rows,
				 table->count);
	}
}

static int put_chain(struct mock_config *config, struct ext_chain *chain)
{
	const struct ext_cap *cap;

	if (IS_ERR(chain))
		return PTR_ERR(chain);
	ext_chain_for_each(cap, chain)
		put_capability(config, chain, cap);
	ext_chain_free(chain);
	return 0;
}

bool sim_bar_size_valid(u64 size)
{
	return !size || (is_power_of_2(size) && size >= 16);
}

/* Is it a BAR of 64 bits, in two slots? */
static bool bar_is_64bit(u32 raw)
{
	return (raw & PCI_BASE_ADDRESS_SPACE) ==
		       PCI_BASE_ADDRESS_SPACE_MEMORY &&
	       (raw & PCI_BASE_ADDRESS_MEM_TYPE_MASK) ==
		       PCI_BASE_ADDRESS_MEM_TYPE_64;
}

static bool is_bridge(const struct mock_config *config)
{
	u8 type = mock_config_get32(config, PCI_CACHE_LINE_SIZE) >> 16 & 0x7f;

	return type == PCI_HEADER_TYPE_BRIDGE;
}

static u32 count_slots(const struct mock_config *config, u32 bars)
{
	return bars == PCI_BASE_ADDRESS_0 && is_bridge(config) ?
		       BRIDGE_BARS :
		       PCI_STD_NUM_BARS;
}

/* In the last slot there is no room for an upper half. */
static bool slot_is_64bit(const struct mock_config *config, u32 bars, u32 slot)
{
	u32 raw = mock_config_get32(config, bars + slot * sizeof(u32));

	return slot + 1 < count_slots(config, bars) && bar_is_64bit(raw);
}

u64 sim_bar_limit(const struct mock_config *config, u32 bars, u32 slot)
{
	u32 raw;

	if (slot >= count_slots(config, bars))
		return 0;
	raw = mock_config_get32(config, bars + slot * sizeof(u32));
	if ((raw & PCI_BASE_ADDRESS_SPACE) == PCI_BASE_ADDRESS_SPACE_IO)
		return SZ_256;
	return slot_is_64bit(config, bars, slot) ? BIT_ULL(63) : SZ_2G;
}

/* The bits of a BAR that say what it is */
static u32 bar_type(u32 raw)
{
	return raw & PCI_BASE_ADDRESS_SPACE_IO ?
		       raw & ~(u32)PCI_BASE_ADDRESS_IO_MASK :
		       raw & ~(u32)PCI_BASE_ADDRESS_MEM_MASK;
}

/* What is read-only reads 0, but for the type. */
static void mask_bar(struct mock_config *config, u32 offset, u32 mask, u32 type)
{
	u32 raw = mock_config_get32(config, offset);

	mock_config_put32(config, offset, (raw & mask) | type);
	mock_config_put_masks(config, offset, mask, 0);
}

void sim_bar_resize(struct mock_config *config, u32 bars, u32 slot, u64 size)
{
	u32 offset = bars + slot * sizeof(u32);
	u32 type = bar_type(mock_config_get32(config, offset));
	bool is_64bit = slot_is_64bit(config, bars, slot);
	u64 mask = ~(size - 1);

	/* Sizing writes all ones and reads which stay: those from the size up. */
	mask_bar(config, offset, (u32)mask & ~0xfU, type);
	if (is_64bit)
		mask_bar(config, offset + sizeof(u32), mask >> 32, 0);
}

static void put_bar(struct mock_config *config, u32 bars, u32 slot, u64 size)
{
	u32 offset = bars + slot * sizeof(u32);

	if (slot_is_64bit(config, bars, slot))
		mock_config_put32(config, offset + sizeof(u32), 0);
	mock_config_put32(config, offset,
			  bar_type(mock_config_get32(config, offset)));
	sim_bar_resize(config, bars, slot, size);
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

/* A BAR of @least bytes when nobody says how many; none where all is 0. */
static int put_bars(struct mock_config *config, u32 bars,
		    const struct sim_bar_sizes *sizes, u64 least)
{
	u32 count = count_slots(config, bars);
	bool is_64bit;
	u32 slot, raw;
	u64 size;

	for (slot = 0; slot < count; slot++) {
		raw = mock_config_get32(config, bars + slot * sizeof(u32));
		size = sizes->bytes[slot];
		is_64bit = slot_is_64bit(config, bars, slot);
		if (size > SZ_2G && !is_64bit)
			return -EINVAL;
		if (!raw && !size)
			continue;
		put_bar(config, bars, slot, size ?: least);
		slot += is_64bit;
	}
	return 0;
}

static int put_vf_bars(struct mock_config *config,
		       const struct sim_bar_sizes *sizes)
{
	struct sriov_view view;
	int ret;

	ret = sriov_view_find(&config->space, &view);
	if (ret)
		return ret == -ENOMEM ? ret : 0;
	return put_bars(config, config_view_base(&view.view) + PCI_SRIOV_BAR,
			sizes, SZ_4K);
}

static int put_header(struct mock_config *config,
		      const struct sim_bar_sizes *bars)
{
	bool bridge = is_bridge(config);

	put_rows(config, 0, PCI_STD_HEADER_SIZEOF, header_rows,
		 ARRAY_SIZE(header_rows));
	if (bridge)
		put_rows(config, 0, PCI_STD_HEADER_SIZEOF, bridge_rows,
			 ARRAY_SIZE(bridge_rows));
	/* No ROM: there is nothing that could be read from it. */
	mock_config_put32(config, bridge ? PCI_ROM_ADDRESS1 : PCI_ROM_ADDRESS,
			  0);
	return put_bars(config, PCI_BASE_ADDRESS_0, bars, SZ_4K);
}

int sim_masks_set(struct mock_config *config, const struct sim_bar_sizes *bars,
		  const struct sim_bar_sizes *vf_bars)
{
	int ret;

	memset(config->rw, 0, sizeof(config->rw));
	memset(config->w1c, 0, sizeof(config->w1c));
	ret = put_header(config, bars);
	if (!ret)
		ret = put_chain(config,
				conventional_chain_read(&config->space));
	if (!ret && config->space.size > PCI_CFG_SPACE_SIZE)
		ret = put_chain(config, ext_chain_read(&config->space));
	if (!ret)
		ret = put_vf_bars(config, vf_bars);
	return ret;
}
