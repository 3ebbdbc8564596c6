// SPDX-License-Identifier: GPL-2.0
/*
 * A machine with all that is looked at, on which each rule has something to judge.
 */
#include <linux/string.h>

#include "faults_machine.h"

#define PCIE_AT 0x70
#define IDE_AT 0x200
#define FIRST_VF 0x480
static void put_pcie(struct mock_config *config, u16 flags)
{
	mock_config_put16(config, PCI_STATUS, PCI_STATUS_CAP_LIST);
	mock_config_put8(config, PCI_CAPABILITY_LIST, PCIE_AT);
	mock_config_put16(config, PCIE_AT, PCI_CAP_ID_EXP);
	mock_config_put16(config, PCIE_AT + PCI_EXP_FLAGS, 2 | flags);
}

/* A root port with ACS and an IDE stream that has the PF, and all VFs or but one */
static void put_port(struct mock_config *config, bool ill)
{
	mock_config_put32(config, PCI_VENDOR_ID, 0x34208086);
	put_pcie(config, PCI_EXP_TYPE_ROOT_PORT << 4 | PCI_EXP_FLAGS_SLOT);
	mock_config_put32(config, PCIE_AT + PCI_EXP_SLTCAP, PCI_EXP_SLTCAP_HPC);
	mock_config_put32(config, PCIE_AT + PCI_EXP_DEVCAP2,
			  PCI_EXP_DEVCAP2_ARI);
	mock_config_put16(config, PCIE_AT + PCI_EXP_DEVCTL2,
			  ill ? 0 : PCI_EXP_DEVCTL2_ARI);
	mock_config_put_header(config, 0x100, PCI_EXT_CAP_ID_ACS, 1, IDE_AT);
	mock_config_put_header(config, IDE_AT, EXT_CAP_ID_IDE, 1, 0);
	mock_config_put32(config, IDE_AT + 4, 2);
	mock_config_put32(config, IDE_AT + 16, 1);
	mock_config_put32(config, IDE_AT + 24, (FIRST_VF + (ill ? 4 : 6)) << 8);
	mock_config_put32(config, IDE_AT + 28, 0x300 << 8 | 1);
}

static void put_vf(struct mock_config *config, bool ill)
{
	mock_config_put32(config, PCI_VENDOR_ID, U32_MAX);
	mock_config_put16(config, PCI_COMMAND, ill ? 0 : PCI_COMMAND_MASTER);
	mock_config_put32(config, PCI_CLASS_REVISION, 0x02000001);
	put_pcie(config, 0);
	mock_config_put32(config, PCIE_AT + PCI_EXP_DEVCAP,
			  ill ? 0 : PCI_EXP_DEVCAP_FLR);
	mock_config_put8(config, PCI_INTERRUPT_PIN, ill);
	mock_config_put32(config, PCI_BASE_ADDRESS_3, ill);
	mock_config_put_header(config, 0x100, PCI_EXT_CAP_ID_ARI, 1, 0x110);
	mock_config_put_header(config, 0x110,
			       ill ? PCI_EXT_CAP_ID_PASID : PCI_EXT_CAP_ID_ATS,
			       1, 0);
}

/* The ill one has a VF where the PF has its last one. */
static void put_peer(struct mock_config *config, bool ill)
{
	mock_config_put32(config, PCI_VENDOR_ID, 0x10c98086);
	put_pcie(config, 0);
	mock_config_put_sriov(config, 0x100, 0);
	mock_config_put16(config, 0x100 + PCI_SRIOV_CTRL, PCI_SRIOV_CTRL_VFE);
	mock_config_put16(config, 0x100 + PCI_SRIOV_NUM_VF, 1);
	mock_config_put16(config, 0x100 + PCI_SRIOV_VF_OFFSET,
			  FIRST_VF + (ill ? 6 : 7) - 0x301);
}

/* An ill PF says that it has more VFs than there are, of which none answer. */
static void put_pf(struct kunit *test, struct mock_config *config, bool ill)
{
	const struct mock_config *sound = check_fixture_config(test, true);

	memcpy(config->bytes, sound->bytes, sizeof(config->bytes));
	if (!ill)
		return;
	mock_config_put16(config, CHECK_SRIOV_AT + PCI_SRIOV_NUM_VF, 9);
	mock_config_put16(config, CHECK_SRIOV_AT + PCI_SRIOV_VF_DID, 0);
	mock_config_put16(config, CHECK_PM_AT + PCI_PM_CTRL, 3);
}

static void put_kernel(struct fuzz_machine *machine)
{
	struct pf_kernel *kernel = &machine->kernel;
	u32 n;

	kernel->routing_id = 0x300;
	kernel->is_physfn = true;
	kernel->num_vfs = CHECK_VFS;
	kernel->driver_cap = 8;
	kernel->windows[0] = (struct vf_window){ 0x20000, 0x20000, true };
	kernel->windows[3] = (struct vf_window){ 0x20000, 0x40000, true };
	machine->around.page_size = 4096;
	machine->around.last_bus = 7;
	machine->around.all_pfs = true;
	machine->device_count = CHECK_VFS;
	for (n = 0; n < CHECK_VFS; n++) {
		machine->devices[n].routing_id = FIRST_VF + 2 * n;
		strscpy(machine->devices[n].driver, "igbvf",
			sizeof(machine->devices[n].driver));
	}
}

void faults_machine(struct kunit *test, struct fuzz_machine *machine, bool ill)
{
	struct mock_config *spaces = machine->spaces;
	u32 n;

	for (n = 0; n < FUZZ_SPACES; n++)
		mock_config_init(&spaces[n], PCI_CFG_SPACE_EXP_SIZE);
	put_pf(test, &spaces[FUZZ_PF], ill);
	put_port(&spaces[FUZZ_PORT], ill);
	put_vf(&spaces[FUZZ_VF], ill);
	put_peer(&spaces[FUZZ_PEER], ill);
	put_kernel(machine);
}
