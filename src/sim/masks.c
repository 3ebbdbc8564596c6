// SPDX-License-Identifier: GPL-2.0
/*
 * Which bits of a configuration space software can change, as one table for the
 * header and for each capability: a row is a dword.
 */
#include <linux/array_size.h>
#include <linux/err.h>
#include <linux/log2.h>
#include <linux/minmax.h>
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

static const struct mask_row vf_rebar_rows[] = {
	{ 0x08, PCI_REBAR_CTRL_BAR_SIZE }, { 0x10, PCI_REBAR_CTRL_BAR_SIZE },
	{ 0x18, PCI_REBAR_CTRL_BAR_SIZE }, { 0x20, PCI_REBAR_CTRL_BAR_SIZE },
	{ 0x28, PCI_REBAR_CTRL_BAR_SIZE }, { 0x30, PCI_REBAR_CTRL_BAR_SIZE },
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
	MASKS(CAP_EXTENDED, EXT_CAP_ID_VF_REBAR, vf_rebar_rows),
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

/* The bits of a BAR that say what it is */
static u32 bar_type(u32 raw)
{
	return raw & PCI_BASE_ADDRESS_SPACE_IO ?
		       raw & ~(u32)PCI_BASE_ADDRESS_IO_MASK :
		       raw & ~(u32)PCI_BASE_ADDRESS_MEM_MASK;
}

/* Sizing writes all ones and reads which of them stay: those from the size up. */
static void put_bar(struct mock_config *config, u32 offset, u64 size,
		    bool is_64bit)
{
	u32 raw = mock_config_get32(config, offset);
	u64 mask = ~(size - 1);

	mock_config_put32(config, offset, bar_type(raw));
	mock_config_put_masks(config, offset, (u32)mask & ~0xfU, 0);
	if (!is_64bit)
		return;
	mock_config_put32(config, offset + sizeof(u32), 0);
	mock_config_put_masks(config, offset + sizeof(u32), mask >> 32, 0);
}

/* A BAR of @least bytes when nobody says how many; none where all is 0. */
static int put_bars(struct mock_config *config, u32 offset, u32 count,
		    const struct sim_bar_sizes *sizes, u64 least)
{
	u32 slot, raw, at;
	bool is_64bit;
	u64 size;

	for (slot = 0; slot < count; slot++) {
		at = offset + slot * sizeof(u32);
		raw = mock_config_get32(config, at);
		size = sizes->bytes[slot];
		is_64bit = bar_is_64bit(raw);
		if (is_64bit && slot + 1 == count)
			is_64bit = false;
		if (size > SZ_2G && !is_64bit)
			return -EINVAL;
		if (!raw && !size)
			continue;
		put_bar(config, at, size ?: least, is_64bit);
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
			PCI_SRIOV_NUM_BARS, sizes, SZ_4K);
}

static int put_header(struct mock_config *config,
		      const struct sim_bar_sizes *bars)
{
	u8 type = mock_config_get32(config, PCI_CACHE_LINE_SIZE) >> 16 & 0x7f;
	bool bridge = type == PCI_HEADER_TYPE_BRIDGE;

	put_rows(config, 0, PCI_STD_HEADER_SIZEOF, header_rows,
		 ARRAY_SIZE(header_rows));
	if (bridge)
		put_rows(config, 0, PCI_STD_HEADER_SIZEOF, bridge_rows,
			 ARRAY_SIZE(bridge_rows));
	/* No ROM: there is nothing that could be read from it. */
	mock_config_put32(config, bridge ? PCI_ROM_ADDRESS1 : PCI_ROM_ADDRESS,
			  0);
	return put_bars(config, PCI_BASE_ADDRESS_0,
			bridge ? 2 : PCI_STD_NUM_BARS, bars, SZ_4K);
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
