// SPDX-License-Identifier: GPL-2.0
/*
 * Which bits of a configuration space software can change: what the tables of
 * the header and of the capabilities say, of the registers that are there.
 */
#include <linux/array_size.h>
#include <linux/err.h>
#include <linux/math.h>
#include <linux/minmax.h>
#include <sriovscope/capabilities.h>
#include <sriovscope/chain.h>

#include "core/mock/hardware.h"
#include "masks.h"

/* How many bytes of a capability at @at there are: its optional parts come last. */
typedef u32 size_fn(const struct mock_config *config, u32 at, u16 pcie);

#define VECTOR_MAX 256
#define ST_TABLE_HERE 1

/* Version 1 ends behind what a port of its type has. */
static u32 pcie_size(const struct mock_config *config, u32 at, u16 pcie)
{
	if (hardware_get(config, at, pcie, capability_version) > 1)
		return sizeof(struct pcie_regs);
	switch (hardware_get(config, at, pcie, device_port_type)) {
	case PCIE_ROOT_PORT:
	case PCIE_RC_EVENT_COLLECTOR:
		return offsetof(struct pcie_regs, device_capabilities_2);
	case PCIE_DOWNSTREAM_PORT:
		return offsetof(struct pcie_regs, root_control);
	case PCIE_RC_INTEGRATED_ENDPOINT:
		return offsetof(struct pcie_regs, link_capabilities);
	default:
		return offsetof(struct pcie_regs, slot_capabilities);
	}
}

/* 64-bit Address Capable tells the two layouts apart: the other one is not there. */
static u32 msi_size(const struct mock_config *config, u32 at, u16 pcie)
{
	if (!hardware_get(config, at, msi, address_64bit_capable))
		return 0;
	return hardware_get(config, at, msi, per_vector_masking_capable) ?
		       sizeof(struct msi_regs) :
		       offsetof(struct msi_regs, mask_bits);
}

static u32 msi_32_size(const struct mock_config *config, u32 at, u16 pcie)
{
	if (hardware_get(config, at, msi_32, address_64bit_capable))
		return 0;
	return hardware_get(config, at, msi_32, per_vector_masking_capable) ?
		       sizeof(struct msi_32_regs) :
		       offsetof(struct msi_32_regs, mask_bits);
}

/* Whom errors are reported to has more registers. */
static u32 aer_size(const struct mock_config *config, u32 at, u16 pcie)
{
	enum pcie_device_port_type type;

	if (pcie) {
		type = hardware_get(config, pcie, pcie, device_port_type);
		if (type == PCIE_ROOT_PORT || type == PCIE_RC_EVENT_COLLECTOR)
			return sizeof(struct aer_regs);
	}
	return offsetof(struct aer_regs, root_error_command);
}

/* The Egress Control Vector has a bit a port or function, 0 says 256. */
static u32 acs_size(const struct mock_config *config, u32 at, u16 pcie)
{
	u32 bits = hardware_get(config, at, acs, egress_control_vector_size);
	u32 size = offsetof(struct acs_regs, egress);

	if (!hardware_get(config, at, acs, p2p_egress_control))
		return size;
	return size + round_up(bits ?: VECTOR_MAX, 32) / BITS_PER_BYTE;
}

/* ST Table Size is one less than there are entries. */
static u32 tph_size(const struct mock_config *config, u32 at, u16 pcie)
{
	u32 entries = hardware_get(config, at, tph, st_table_size) + 1;
	u32 size = offsetof(struct tph_regs, st_table);

	if (hardware_get(config, at, tph, st_table_location) != ST_TABLE_HERE)
		return size;
	return size + entries * sizeof_field(struct tph_regs, st_table[0]);
}

/* Blocks behind the table, each as long as it says, up to where none has room */
static void put_ide_streams(struct mock_config *config, u32 at, u32 span)
{
	const u32 capability = offsetof(struct ide_regs, capability);
	const u32 end = at + span;
	struct ide_selective_capability_reg block;
	struct ide_capability_reg head;
	u32 left;

	head.raw = mock_config_get32(config, at + capability);
	left = ide_selective_count(&head);
	at += ide_selective_first(&head);
	for (; left && at + sizeof(struct ide_selective_regs) <= end; left--) {
		hardware_put_masks(config, at,
				   sizeof(struct ide_selective_regs),
				   &ide_selective_type);
		block.raw = mock_config_get32(config, at);
		at += ide_selective_size(&block);
	}
}

/* All that have a table, but for those of resize.c */
static const struct {
	const struct ext_cap_type *type;
	size_fn *size;
	void (*behind)(struct mock_config *config, u32 at, u32 span);
} caps[] = {
	{ &pm_type },
	{ &msi_type, msi_size },
	{ &msi_32_type, msi_32_size },
	{ &msix_type },
	{ &pcie_type, pcie_size },
	{ &ea_type },
	{ &aer_type, aer_size },
	{ &dsn_type },
	{ &acs_type, acs_size },
	{ &ari_type },
	{ &ats_type },
	{ &sriov_type },
	{ &pri_type },
	{ &tph_type, tph_size },
	{ &ltr_type },
	{ &pasid_type },
	{ &dvsec_type },
	{ &dev3_type },
	{ &ide_type, .behind = put_ide_streams },
};

/* What is beyond its span belongs to another capability, or to nobody. */
static void put_capability(struct mock_config *config,
			   const struct ext_chain *chain,
			   const struct ext_cap *cap, u16 pcie)
{
	u32 i, span;

	for (i = 0; i < ARRAY_SIZE(caps); i++) {
		if (caps[i].type->kind != chain->kind ||
		    caps[i].type->id != ext_cap_id(chain, cap))
			continue;
		span = cap->span;
		if (caps[i].size)
			span = min(span,
				   caps[i].size(config, cap->offset, pcie));
		hardware_put_masks(config, cap->offset, span, caps[i].type);
		if (caps[i].behind)
			caps[i].behind(config, cap->offset, span);
	}
}

static int put_chain(struct mock_config *config, struct ext_chain *chain,
		     u16 pcie)
{
	const struct ext_cap *cap;

	if (IS_ERR(chain))
		return PTR_ERR(chain);
	ext_chain_for_each(cap, chain)
		put_capability(config, chain, cap, pcie);
	ext_chain_free(chain);
	return 0;
}

bool sim_is_bridge(const struct mock_config *config)
{
	return hardware_get(config, 0, header0, header_layout) ==
	       PCI_HEADER_TYPE_BRIDGE;
}

/* No ROM: there is nothing that could be read from it. */
static void put_header(struct mock_config *config)
{
	bool bridge = sim_is_bridge(config);
	u32 rom = bridge ? offsetof(struct header1_regs, expansion_rom) :
			   offsetof(struct header0_regs, expansion_rom);

	hardware_put_masks(config, 0, PCI_STD_HEADER_SIZEOF,
			   bridge ? &header1_type : &header0_type);
	mock_config_put32(config, rom, 0);
	mock_config_put_masks(config, rom, 0, 0);
}

int sim_masks_set(struct mock_config *config, u16 pcie)
{
	int ret;

	put_header(config);
	ret = put_chain(config, conventional_chain_read(&config->space), pcie);
	if (!ret && config->space.size > PCI_CFG_SPACE_SIZE)
		ret = put_chain(config, ext_chain_read(&config->space), pcie);
	return ret;
}
