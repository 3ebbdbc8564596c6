// SPDX-License-Identifier: GPL-2.0
/*
 * A VF that keeps the specification.
 */
#include <linux/pci.h>
#include <linux/string.h>

#include "function.h"
#include "vf_image.h"

#define VF_PCIE_AT 0x40
#define VF_ARI_AT PCI_CFG_SPACE_SIZE

static void put_good_vf(struct mock_config *config,
			const struct mock_config *pf)
{
	mock_config_put32(config, PCI_VENDOR_ID, U32_MAX);
	mock_config_put16(config, PCI_STATUS, PCI_STATUS_CAP_LIST);
	mock_config_put32(config, PCI_CLASS_REVISION,
			  mock_config_get32(pf, PCI_CLASS_REVISION));
	mock_config_put32(config, PCI_SUBSYSTEM_VENDOR_ID,
			  mock_config_get32(pf, PCI_SUBSYSTEM_VENDOR_ID));
	mock_config_put8(config, PCI_CAPABILITY_LIST, VF_PCIE_AT);
	mock_config_put16(config, VF_PCIE_AT, PCI_CAP_ID_EXP);
	mock_config_put16(config, VF_PCIE_AT + PCI_EXP_FLAGS, 2);
	mock_config_put32(config, VF_PCIE_AT + PCI_EXP_DEVCAP,
			  PCI_EXP_DEVCAP_RBER | PCI_EXP_DEVCAP_FLR);
	mock_config_put_header(config, VF_ARI_AT, PCI_EXT_CAP_ID_ARI, 1, 0);
}

/* Bus Master Enable, and FLR, which function.c takes back at once */
static void put_masks(struct mock_config *config)
{
	struct pcie_view pcie;

	mock_config_put_masks(config, PCI_COMMAND, PCI_COMMAND_MASTER, 0);
	if (!pcie_view_find(&config->space, &pcie))
		mock_config_put_masks(config,
				      config_view_base(&pcie.view) +
					      PCI_EXP_DEVCTL,
				      PCI_EXP_DEVCTL_BCR_FLR, 0);
}

int sim_vf_image(struct mock_config *config, const struct mock_config *pf,
		 const struct sim_setup *setup)
{
	int ret;

	ret = mock_config_init(config, PCI_CFG_SPACE_EXP_SIZE);
	if (ret)
		return ret;
	if (setup->has_vf_image)
		memcpy(config->bytes, setup->vf_image, sizeof(config->bytes));
	else
		put_good_vf(config, pf);
	put_masks(config);
	return 0;
}
