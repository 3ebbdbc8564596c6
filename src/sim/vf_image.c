// SPDX-License-Identifier: GPL-2.0
/*
 * A VF that keeps the specification.
 */
#include <linux/pci.h>
#include <linux/string.h>
#include <sriovscope/caps/header.h>
#include <sriovscope/caps/pcie.h>

#include "core/mock/hardware.h"
#include "function.h"
#include "vf_image.h"

#define VF_PCIE_AT 0x40
#define VF_ARI_AT PCI_CFG_SPACE_SIZE

/* A field of the header that VFs have of their PF */
#define put_as_pf(config, pf, field)            \
	hardware_put(config, 0, header0, field, \
		     hardware_get(pf, 0, header0, field))

static void put_good_header(struct mock_config *config,
			    const struct mock_config *pf)
{
	hardware_put(config, 0, header0, vendor_id, U16_MAX);
	hardware_put(config, 0, header0, device_id, U16_MAX);
	hardware_put(config, 0, header0, capabilities_list, true);
	put_as_pf(config, pf, revision_id);
	put_as_pf(config, pf, programming_interface);
	put_as_pf(config, pf, sub_class_code);
	put_as_pf(config, pf, base_class_code);
	put_as_pf(config, pf, subsystem_vendor_id);
	put_as_pf(config, pf, subsystem_id);
	hardware_put(config, 0, header0, capabilities_pointer, VF_PCIE_AT);
}

static void put_good_caps(struct mock_config *config)
{
	const u32 at = VF_PCIE_AT;

	hardware_put(config, at, pcie, id, PCI_CAP_ID_EXP);
	hardware_put(config, at, pcie, capability_version, 2);
	hardware_put(config, at, pcie, role_based_error_reporting, true);
	hardware_put(config, at, pcie, function_level_reset_capability, true);
	mock_config_put_header(config, VF_ARI_AT, PCI_EXT_CAP_ID_ARI, 1, 0);
}

/* Bus Master Enable, and FLR, which react.c takes back at once */
static void put_masks(struct mock_config *config)
{
	struct pcie_view pcie;

	hardware_let(config, 0, header0, bus_master_enable);
	if (!pcie_view_find(&config->space, &pcie))
		hardware_let(config, config_view_base(&pcie.view), pcie,
			     initiate_function_level_reset);
}

int sim_vf_image(struct mock_config *config, const struct mock_config *pf,
		 const struct sim_setup *setup)
{
	int ret;

	ret = mock_config_init(config, PCI_CFG_SPACE_EXP_SIZE);
	if (ret)
		return ret;
	if (setup->has_vf_image) {
		memcpy(config->bytes, setup->vf_image, sizeof(config->bytes));
	} else {
		put_good_header(config, pf);
		put_good_caps(config);
	}
	put_masks(config);
	return 0;
}
