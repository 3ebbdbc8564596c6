// SPDX-License-Identifier: GPL-2.0
/*
 * A PF with every capability that is read.
 */
#include <linux/pci_regs.h>
#include <sriovscope/capabilities.h>

#include "pf_config.h"

struct mock_config *pf_fixture_config(struct kunit *test)
{
	struct mock_config *config =
		mock_config_new(test, PCI_CFG_SPACE_EXP_SIZE);

	mock_config_put32(config, PCI_VENDOR_ID, 0x10c98086);
	mock_config_put_header(config, 0x100, PCI_EXT_CAP_ID_ARI, 1, SRIOV_AT);
	mock_config_put_sriov(config, SRIOV_AT, 0x1d0);
	mock_config_put_header(config, 0x1d0, PCI_EXT_CAP_ID_ACS, 1, 0x200);
	mock_config_put_header(config, 0x200, EXT_CAP_ID_DEV3, 1, 0x220);
	mock_config_put_header(config, 0x220, EXT_CAP_ID_VF_REBAR, 1, 0);
	mock_config_put32(config, 0x228, 2 << 5);
	mock_config_put16(config, PCI_STATUS, PCI_STATUS_CAP_LIST);
	mock_config_put8(config, PCI_CAPABILITY_LIST, 0x40);
	mock_config_put16(config, 0x40, 0x70 << 8 | PCI_CAP_ID_PM);
	mock_config_put16(config, 0x70, PCI_CAP_ID_EXP);
	mock_config_put16(config, 0x70 + PCI_EXP_FLAGS, 2);
	return config;
}
